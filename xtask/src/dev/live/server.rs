//! The dev site's server: the site, what the debug page consists of, and news of the builds.

use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use anyhow::Result;
use axum::body::{Body, to_bytes};
use axum::extract::{Query, Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, get_service};
use axum::{Json, Router};
use serde::{Deserialize, Serialize};
use tokio::sync::watch::Receiver;
use tokio::time::timeout;
use tower_http::services::{ServeDir, ServeFile};

use crate::dev::serve::{Port, Server};
use crate::root;

/// Where the server's own files are: in the repository, and in addresses.
const FILES: &str = "xtask/src/dev/live";
const ADDRESS: &str = "/live";

/// A question for news is answered after so long even if there are none: no server in between ends it.
const PATIENCE: Duration = Duration::from_secs(20);

/// No page is as large.
const MOST_BYTES: usize = 10 << 20;

/// A page for the time before the first build has ended.
const NOT_YET: &str = "<!doctype html><html lang=\"en\"><head><title>Garter is being built</title></head>\
    <body>Garter is being built; this page loads by itself. The terminal shows how far it is.</body></html>";

/// What pages hear of the builds.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Progress {
    /// Counts the news.
    serial: u64,
    /// The site that is served, by when it was built, in milliseconds since 1970; 0 before the first.
    version: u128,
    is_building: bool,
    /// Why the last build has failed.
    error: Option<String>,
}

impl Progress {
    /// A build begins.
    pub fn begin(&mut self) {
        self.serial += 1;
        self.is_building = true;
    }

    /// It has succeeded.
    pub fn succeed(&mut self) {
        let now = SystemTime::now().duration_since(UNIX_EPOCH);
        *self = Self {
            serial: self.serial + 1,
            version: now.expect("after 1970").as_millis(),
            is_building: false,
            error: None,
        };
    }

    /// It has failed.
    pub fn fail(&mut self, error: String) {
        self.serial += 1;
        self.is_building = false;
        self.error = Some(error);
    }
}

/// Serves a folder and the news.
pub fn start(site: &Path, port: Port, news: Receiver<Progress>) -> Result<Server> {
    let own = root().join(FILES);
    let site = ServeDir::new(site).not_found_service(get(not_found).with_state(news.clone()));
    let router = Router::new()
        .route(&format!("{ADDRESS}/news"), get(answer))
        .route(
            "/debug.html",
            get_service(ServeFile::new(own.join("debug.html"))),
        )
        .nest_service(ADDRESS, ServeDir::new(own))
        .fallback_service(site)
        .layer(from_fn_with_state(news.clone(), complete))
        .with_state(news);
    Server::of(router, port)
}

async fn not_found(State(news): State<Receiver<Progress>>, request: Request) -> Response {
    let is_page = matches!(request.uri().path(), "/" | "/index.html");
    if is_page && news.borrow().version == 0 {
        (
            [(header::CONTENT_TYPE, "text/html; charset=utf-8")],
            NOT_YET,
        )
            .into_response()
    } else {
        StatusCode::NOT_FOUND.into_response()
    }
}

#[derive(Deserialize)]
struct Question {
    /// The number of the news that the page has.
    after: Option<u64>,
}

/// Waits for news.
async fn answer(
    State(mut news): State<Receiver<Progress>>,
    Query(Question { after }): Query<Question>,
) -> Response {
    // A page that asks in vain asks again.
    drop(
        timeout(
            PATIENCE,
            news.wait_for(|progress| after.is_none_or(|after| progress.serial != after)),
        )
        .await,
    );
    Json(news.borrow().clone()).into_response()
}

/// Adds our scripts to pages, and lets nothing be kept: a file may change twice in the second that
/// dates of files are rounded to.
async fn complete(
    State(news): State<Receiver<Progress>>,
    request: Request,
    next: Next,
) -> Response {
    // The sandbox's documents have policies that forbid it.
    let is_asset = request.uri().path().starts_with("/assets/");
    let version = news.borrow().version;
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    let is_page = headers
        .get(header::CONTENT_TYPE)
        .is_some_and(|content_type| content_type.as_bytes().starts_with(b"text/html"));
    if is_asset || !is_page {
        return response;
    }
    headers.remove(header::CONTENT_LENGTH);
    let (parts, body) = response.into_parts();
    match to_bytes(body, MOST_BYTES).await {
        Ok(page) => {
            let page = with_scripts(&String::from_utf8_lossy(&page), version);
            Response::from_parts(parts, Body::from(page))
        }
        Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response(),
    }
}

/// A page that begins with our scripts. They are there before its own.
fn with_scripts(page: &str, version: u128) -> String {
    let scripts = format!(
        "<script src=\"{ADDRESS}/hook.js\"></script><script src=\"{ADDRESS}/reload.js\" data-version=\"{version}\"></script>"
    );
    match page.split_once("<head>") {
        Some((before, after)) => format!("{before}<head>{scripts}{after}"),
        None => format!("{page}{scripts}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_begins_with_the_scripts_of_the_server() {
        let page = with_scripts("<html><head><script src=a.js></script></head>", 7);
        let (own, others) = page.split_once("a.js").expect("its script is still there");
        assert!(
            own.contains("/live/reload.js\" data-version=\"7\"") && others == "></script></head>"
        );
        assert!(with_scripts("no head", 7).starts_with("no head<script"));
    }

    #[test]
    fn a_build_that_fails_leaves_the_version_and_is_forgotten_after_one_that_does_not() {
        let mut progress = Progress::default();
        progress.begin();
        progress.succeed();
        let version = progress.version;
        progress.fail("why".to_owned());
        assert_eq!(
            (progress.version, progress.error.as_deref()),
            (version, Some("why"))
        );
        progress.succeed();
        assert_eq!((progress.serial, progress.error), (4, None));
    }
}
