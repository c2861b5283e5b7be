//! A server of `pkg/` as a test needs it: with other headers, another page, or another frame.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use libtest_mimic::Failed;
use tokio::net::{TcpListener, TcpStream};

use crate::reply;

/// Whether this is the path of the frame's document. Its module has a name that begins alike.
fn is_frame(path: &str) -> bool {
    Path::new(path)
        .extension()
        .is_some_and(|extension| extension == "html")
        && path.starts_with("assets/frame-")
}

/// What is served instead of the files of `pkg/`.
#[derive(Default)]
pub struct Variant {
    /// Pages by their path, without the slash.
    pub pages: HashMap<&'static str, String>,
    /// Headers of those pages, each with its end of line.
    pub headers: String,
    /// Headers of the frame, each with its end of line.
    pub frame_headers: String,
    /// What stands where the frame should be.
    pub frame: Option<String>,
    /// Headers of all that is served, each with its end of line.
    pub common_headers: &'static str,
    /// Whether pages are sent as plain text, as some do that serve strangers' files.
    pub is_wary: bool,
}

impl Variant {
    /// The playground with a script before its own.
    ///
    /// # Errors
    /// If `pkg/` is not built.
    pub fn of_playground_after(script: &str) -> Result<Self, Failed> {
        let html = fs::read_to_string(package().join("index.html"))?;
        let html = html.replacen("<head>", &format!("<head><script>{script}</script>"), 1);
        Ok(Self {
            pages: HashMap::from([("index.html", html)]),
            ..Self::default()
        })
    }

    /// Starts the server, which runs as long as the browser's tests do, and returns its address.
    pub async fn serve(self) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("http://{}/", listener.local_addr().expect("an address"));
        let variant = Arc::new(self);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(answer(stream, Arc::clone(&variant)));
            }
        });
        url
    }

    fn headers(&self, path: &str) -> &str {
        if self.pages.contains_key(path) {
            &self.headers
        } else if is_frame(path) {
            &self.frame_headers
        } else {
            ""
        }
    }

    fn content(&self, path: &str) -> Option<Vec<u8>> {
        if let Some(page) = self.pages.get(path) {
            return Some(page.clone().into_bytes());
        }
        match &self.frame {
            Some(frame) if is_frame(path) => Some(frame.clone().into_bytes()),
            // Pages of their own have it in a folder, as sites do.
            _ => fs::read(package().join(path.trim_start_matches("pkg/"))).ok(),
        }
    }
}

/// The frame as it is built.
pub fn frame() -> Result<(PathBuf, String), Failed> {
    let assets = fs::read_dir(package().join("assets"))?;
    for file in assets {
        let path = file?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.starts_with("frame-") && name.ends_with(".html") {
            let html = fs::read_to_string(&path)?;
            return Ok((Path::new("assets").join(&*name), html));
        }
    }
    Err("pkg/ has no frame".into())
}

fn package() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("pkg")
}

async fn answer(mut stream: TcpStream, variant: Arc<Variant>) {
    let path = reply::path_asked(&mut stream).await;
    let content_type = match reply::type_of(&path) {
        page if variant.is_wary && page.starts_with("text/html") => "text/plain; charset=utf-8",
        content_type => content_type,
    };
    let headers = format!("{}{}", variant.common_headers, variant.headers(&path));
    reply::send(stream, variant.content(&path), content_type, &headers).await;
}
