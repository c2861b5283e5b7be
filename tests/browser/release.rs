//! A server of releases of the playground, which can publish another one and go away.

use std::collections::HashMap;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use libtest_mimic::Failed;
use sha2::{Digest, Sha256};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

pub struct Server {
    pub url: String,
    release: Arc<Mutex<Release>>,
    task: JoinHandle<()>,
}

struct Release {
    folder: PathBuf,
    /// What is served instead of files, by their paths.
    changed: HashMap<&'static str, Vec<u8>>,
    /// The paths that were asked for.
    asked: Vec<String>,
}

impl Server {
    /// Serves what was packed for web servers.
    pub async fn start() -> Result<Self, Failed> {
        Self::of(PathBuf::from(env::var("GARTER_PACKED")?).join("site")).await
    }

    /// Serves a folder.
    pub async fn of(folder: PathBuf) -> Result<Self, Failed> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let url = format!("http://{}/", listener.local_addr()?);
        let release = Arc::new(Mutex::new(Release {
            folder,
            changed: HashMap::new(),
            asked: Vec::new(),
        }));
        let shared = Arc::clone(&release);
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(answer(stream, Arc::clone(&shared)));
            }
        });
        Ok(Self { url, release, task })
    }

    /// Goes away: from now on, nobody can connect.
    pub async fn stop(self) {
        self.task.abort();
        // What was aborted has nothing to say.
        let _ = self.task.await;
    }

    /// Publishes a release whose page is marked with a name.
    pub fn publish(&self, name: &str) -> Result<(), Failed> {
        let mut release = self.release.lock().expect("no panic");
        let read = |name: &str| fs::read_to_string(release.folder.join(name));
        let index = read("index.html")?;
        let changed = index.replacen("<html", &format!("<html data-release=\"{name}\""), 1);
        let integrity = |text: &str| BASE64.encode(Sha256::digest(text));
        let worker = read("service-worker.js")?
            .replace(&integrity(&index), &integrity(&changed))
            .replacen("\"version\":\"", &format!("\"version\":\"{name}-"), 1);
        release.changed.insert("index.html", changed.into_bytes());
        release
            .changed
            .insert("service-worker.js", worker.into_bytes());
        Ok(())
    }

    /// Serves a build for trying changes.
    pub fn publish_quick_build(&self) -> Result<(), Failed> {
        self.release.lock().expect("no panic").folder = env::var("GARTER_FOLDER")?.into();
        Ok(())
    }

    /// When a path that begins like this was first asked for, as the number of the request.
    pub fn first(&self, path: &str) -> Option<usize> {
        let release = self.release.lock().expect("no panic");
        release
            .asked
            .iter()
            .position(|asked| asked.starts_with(path))
    }
}

async fn answer(mut stream: TcpStream, release: Arc<Mutex<Release>>) {
    let mut request = vec![0; 16 * 1024];
    let length = stream.read(&mut request).await.unwrap_or(0);
    let request = String::from_utf8_lossy(&request[..length]).into_owned();
    let path = request.split(' ').nth(1).unwrap_or("/");
    let path = path.split('?').next().unwrap_or(path);
    let path = path.trim_start_matches('/');
    let path = if path.is_empty() { "index.html" } else { path };
    let content = {
        let mut release = release.lock().expect("no panic");
        release.asked.push(path.to_owned());
        let changed = release.changed.get(path).cloned();
        changed.or_else(|| fs::read(release.folder.join(path)).ok())
    };
    let kind = match Path::new(path)
        .extension()
        .and_then(|extension| extension.to_str())
    {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("svg") => "image/svg+xml",
        _ => "application/octet-stream",
    };
    let (status, content) =
        content.map_or(("404 Not Found", Vec::new()), |content| ("200 OK", content));
    // What works without a network has not been kept by the browser's own cache.
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n",
        content.len()
    );
    // A browser that hangs up has seen enough.
    let _ = stream.write_all(head.as_bytes()).await;
    let _ = stream.write_all(&content).await;
}
