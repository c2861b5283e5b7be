//! A server that nobody is to reach.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream, UdpSocket};

use crate::page::{Checked, expect};

/// A server that counts whatever reaches it: connections, what is sent in them, and datagrams on the
/// same port. A look-up of its name would reach a name server, and cannot be counted here.
#[derive(Clone)]
pub struct Counter {
    pub url: String,
    port: u16,
    connections: Arc<AtomicUsize>,
    requests: Arc<AtomicUsize>,
    bytes: Arc<AtomicUsize>,
}

impl Counter {
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("an address");
        let datagrams = UdpSocket::bind(address).await.expect("the same port");
        let [connections, requests, bytes] = [(); 3].map(|()| Arc::new(AtomicUsize::new(0)));
        let counter = Self {
            url: format!("http://{address}/"),
            port: address.port(),
            connections,
            requests,
            bytes,
        };
        let listening = counter.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                listening.connections.fetch_add(1, Ordering::SeqCst);
                tokio::spawn(listening.clone().answer(stream));
            }
        });
        let listening = counter.clone();
        tokio::spawn(async move {
            while let Ok(length) = datagrams.recv(&mut [0; 4096]).await {
                listening.connections.fetch_add(1, Ordering::SeqCst);
                listening.bytes.fetch_add(length, Ordering::SeqCst);
            }
        });
        counter
    }

    /// Counts what comes, and answers as soon as there is something.
    async fn answer(self, mut stream: TcpStream) {
        let mut has_answered = false;
        let mut buffer = [0; 4096];
        while let Ok(length @ 1..) = stream.read(&mut buffer).await {
            self.bytes.fetch_add(length, Ordering::SeqCst);
            if !has_answered {
                has_answered = true;
                self.requests.fetch_add(1, Ordering::SeqCst);
                // A browser may hang up.
                let _ = stream.write_all(ANSWER).await;
                let _ = stream.shutdown().await;
            }
        }
    }

    /// Fails unless nobody has so much as connected.
    pub fn expect_silence(&self) -> Checked {
        expect((self.connections(), self.bytes()), (0, 0))
    }

    /// How often somebody connected, or sent a datagram.
    pub fn connections(&self) -> usize {
        self.connections.load(Ordering::SeqCst)
    }

    /// How often somebody asked for something.
    pub fn requests(&self) -> usize {
        self.requests.load(Ordering::SeqCst)
    }

    /// How much was sent.
    pub fn bytes(&self) -> usize {
        self.bytes.load(Ordering::SeqCst)
    }

    /// The text with this server's address where it says `{server}`, `{host}` and `{port}`.
    pub fn name_in(&self, text: &str) -> String {
        text.replace("{server}", &self.url)
            .replace("{host}", "127.0.0.1")
            .replace("{port}", &self.port.to_string())
    }
}

/// A page that anybody may read.
const ANSWER: &[u8] = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\
    Access-Control-Allow-Origin: *\r\nConnection: close\r\n\r\nsecret";
