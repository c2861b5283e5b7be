//! Garter from another server than the page's: a CDN, or a server of one's own for strangers' code.

use std::collections::HashMap;

use libtest_mimic::{Failed, Trial};
use serde_json::json;

use crate::counter::Counter;
use crate::page::{Browser, Page, expect, expect_part};
use crate::variant::Variant;

/// All that such a server has to send.
const OPEN: &str = "Access-Control-Allow-Origin: *\r\n";

pub fn trials(browser: &Browser) -> Vec<Trial> {
    let mut trials = Vec::new();
    for (is_wary, how) in [
        (false, "that_shows_pages"),
        (true, "that_sends_pages_as_text"),
    ] {
        trials.push(browser.bare_trial(
            &format!("foreign::a_server_{how}"),
            move |page| async move {
                open(&page, is_wary).await?;
                let result = page
                    .run("import random\nprint(input())", json!({ "stdin": "typed" }))
                    .await?;
                expect(result["stdout"].as_str(), Some("typed\n"))?;
                let stopped = page
                    .run("while True: pass", json!({ "budget": { "seconds": 0.2 } }))
                    .await?;
                expect(stopped["status"].as_str(), Some("timeout"))
            },
        ));
    }
    trials.push(browser.bare_trial(
        "foreign::a_frame_from_text_has_no_origin_no_network_and_cannot_leave",
        |page| async move {
            open(&page, true).await?;
            let counter = Counter::start().await;
            page.enter_frames(2).await?;
            let found: String = page
                .script_with(
                    "const reached = await fetch(argument).then(() => 'reached', () => 'nothing');
                     return `${self.origin} ${reached}`;",
                    &json!(counter.url),
                )
                .await?;
            page.leave_frames(2).await?;
            expect(found, "null nothing")?;
            page.enter_frames(1).await?;
            page.script::<()>(&format!("location = '{}'", counter.url))
                .await?;
            page.leave_frames(1).await?;
            page.until("garter.isClosed").await?;
            Ok(())
        },
    ));
    trials.push(browser.bare_trial(
        "foreign::assets_may_lie_elsewhere_than_the_script",
        |page| async move {
            let server = serve_files(false).await;
            page.open_elsewhere(
                &serve_page("./garter.js", &format!("{{ assets: '{server}' }}")).await,
            )
            .await?;
            page.be_ready().await?;
            let frame: String = page
                .script("return document.querySelector('iframe').src")
                .await?;
            expect_part(&frame, &server)
        },
    ));
    trials
}

/// Opens a page whose Garter comes from another server.
async fn open(page: &Page, is_wary: bool) -> Result<(), Failed> {
    let server = serve_files(is_wary).await;
    page.open_elsewhere(&serve_page(&format!("{server}garter.js"), "{}").await)
        .await?;
    page.be_ready().await
}

async fn serve_files(is_wary: bool) -> String {
    let server = Variant {
        common_headers: OPEN,
        is_wary,
        ..Variant::default()
    };
    server.serve().await
}

/// A page with this script, loaded with these options; returns its address.
async fn serve_page(script: &str, options: &str) -> String {
    let html = format!(
        "<!doctype html><title>Page</title><body><script type=\"module\">
         import {{ Garter }} from '{script}';
         window.garter = await Garter.load({options});
         document.documentElement.dataset.garter = 'ready';
         </script></body>"
    );
    let server = Variant {
        pages: HashMap::from([("page.html", html)]),
        ..Variant::default()
    };
    format!("{}page.html", server.serve().await)
}
