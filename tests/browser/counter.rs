//! A server that nobody is to reach.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, UdpSocket};

/// A server that counts whatever reaches it: requests, and datagrams on the same port.
#[derive(Clone)]
pub struct Counter {
    pub url: String,
    port: u16,
    count: Arc<AtomicUsize>,
}

impl Counter {
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("an address");
        let datagrams = UdpSocket::bind(address).await.expect("the same port");
        let count = Arc::new(AtomicUsize::new(0));
        let received = Arc::clone(&count);
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                let requests = Arc::clone(&received);
                tokio::spawn(async move {
                    // A connection without a request is a browser that guesses what comes next.
                    if stream
                        .read(&mut [0; 4096])
                        .await
                        .is_ok_and(|length| length > 0)
                    {
                        requests.fetch_add(1, Ordering::SeqCst);
                    }
                    // A browser may hang up.
                    let _ = stream.write_all(ANSWER).await;
                });
            }
        });
        let received = Arc::clone(&count);
        tokio::spawn(async move {
            while datagrams.recv(&mut [0; 4096]).await.is_ok() {
                received.fetch_add(1, Ordering::SeqCst);
            }
        });
        Self {
            url: format!("http://{address}/"),
            port: address.port(),
            count,
        }
    }

    /// How often it was reached.
    pub fn count(&self) -> usize {
        self.count.load(Ordering::SeqCst)
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
