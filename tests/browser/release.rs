//! A server of releases of the playground, which can publish another one and go away.

use std::collections::HashMap;
use std::env;
use std::fs;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use libtest_mimic::Failed;
use sha2::{Digest, Sha256};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

use crate::reply;

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
    let path = reply::path_asked(&mut stream).await;
    let content = {
        let mut release = release.lock().expect("no panic");
        let changed = release.changed.get(path.as_str()).cloned();
        let content = changed.or_else(|| fs::read(release.folder.join(&path)).ok());
        release.asked.push(path.clone());
        content
    };
    reply::send(stream, content, reply::type_of(&path), "").await;
}
