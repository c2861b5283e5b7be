//! A static server, as plain as any that Garter has to work on: no special headers.

use std::io::ErrorKind;
use std::net::Ipv4Addr;
use std::path::Path;

use anyhow::{Result, anyhow};
use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use tokio::task::JoinHandle;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

/// A port that is ours. Taken before a build, so that nobody waits for one in vain.
pub struct Port(std::net::TcpListener);

impl Port {
    /// Takes this port, or a free one for 0.
    pub fn take(port: u16) -> Result<Self> {
        let listener = std::net::TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(
            |error| match error.kind() {
                ErrorKind::AddrInUse => anyhow!(
                    "port {port} is taken by another program; choose another one with --port"
                ),
                _ => anyhow!(error).context(format!("port {port} cannot be used")),
            },
        )?;
        listener.set_nonblocking(true)?;
        Ok(Self(listener))
    }
}

/// A server that runs as long as this lives.
pub struct Server {
    pub address: String,
    runtime: Runtime,
    task: JoinHandle<std::io::Result<()>>,
}

impl Server {
    /// Serves a folder without special headers.
    pub fn start(folder: &Path, port: Port) -> Result<Self> {
        Self::start_with(folder, port, &[])
    }

    /// Serves a folder with headers that let its pages share memory among threads.
    pub fn start_isolated(folder: &Path, port: Port) -> Result<Self> {
        Self::start_with(
            folder,
            port,
            &[
                ("cross-origin-opener-policy", "same-origin"),
                ("cross-origin-embedder-policy", "require-corp"),
                ("cross-origin-resource-policy", "cross-origin"),
            ],
        )
    }

    fn start_with(
        folder: &Path,
        port: Port,
        headers: &[(&'static str, &'static str)],
    ) -> Result<Self> {
        let files = ServeDir::new(folder)
            .precompressed_br()
            .precompressed_gzip();
        let mut router = Router::new().fallback_service(files).layer(from_fn(cache));
        for (name, value) in headers {
            router = router.layer(SetResponseHeaderLayer::overriding(
                HeaderName::from_static(name),
                HeaderValue::from_static(value),
            ));
        }
        Self::of(router, port)
    }

    /// Serves what a router answers.
    pub fn of(router: Router, port: Port) -> Result<Self> {
        let runtime = Runtime::new()?;
        let address = format!("http://{}/", port.0.local_addr()?);
        let task =
            runtime.spawn(async move { axum::serve(TcpListener::from_std(port.0)?, router).await });
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
