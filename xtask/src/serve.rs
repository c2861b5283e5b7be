//! A static server, as plain as any that Garter has to work on: no special headers.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;

use anyhow::{Context, Result};
use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderValue, header};
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use tokio::net::TcpListener;
use tower_http::services::ServeDir;

/// A server that runs as long as this lives.
pub struct Server {
    pub address: String,
    runtime: tokio::runtime::Runtime,
    task: tokio::task::JoinHandle<std::io::Result<()>>,
}

impl Server {
    /// Serves a folder at a port, or at a free one for 0.
    pub fn start(folder: &Path, port: u16) -> Result<Self> {
        let runtime = tokio::runtime::Runtime::new()?;
        let files = ServeDir::new(folder)
            .precompressed_br()
            .precompressed_gzip();
        let router = Router::new().fallback_service(files).layer(from_fn(cache));
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        let listener = runtime
            .block_on(TcpListener::bind(address))
            .with_context(|| format!("port {port} is taken; choose another one with --port"))?;
        let address = format!("http://{}/", listener.local_addr()?);
        let task = runtime.spawn(async move { axum::serve(listener, router).await });
        Ok(Self {
            address,
            runtime,
            task,
        })
    }

    /// Serves until the program is interrupted.
    pub fn wait(self) -> Result<()> {
        Ok(self.runtime.block_on(self.task)??)
    }
}

/// What has its content's hash in its name never changes; the rest is asked for each time.
async fn cache(request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let is_hashed = path.starts_with("/assets/") || path.starts_with("/chunk-");
    let mut response = next.run(request).await;
    let value = if is_hashed && response.status().is_success() {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static(value));
    response
}
