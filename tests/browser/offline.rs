//! The playground without a network.

use libtest_mimic::{Failed, Trial};
use serde_json::Value;

use crate::page::{Browser, Checked, Page, expect, expect_part};
use crate::release::Server;

/// A program that needs all that a page fetches: the parts of the interpreter, the library's rest, names of
/// characters, docstrings, and, for its traceback, the library's sources.
const PROGRAM: &str = "\
import bz2, decimal, textwrap, wave, xml.etree.ElementTree
print(bz2.decompress(bz2.compress(b'abc')), xml.etree.ElementTree.fromstring('<a/>').tag)
print(decimal.Decimal(1) / 8, '\\N{SNAKE}')
print(len.__doc__)
wave.open('none', 'x')
";

/// Opens the playground and waits until all of it is kept.
async fn visit(page: &mut Page, server: &Server) -> Checked {
    page.url.clone_from(&server.url);
    page.open("").await?;
    page.be_ready().await?;
    page.until("document.querySelector('.offline > :last-child')?.textContent")
        .await
}

/// Runs [`PROGRAM`] and looks at what it prints.
async fn run_program(page: &Page) -> Checked {
    page.type_program(PROGRAM).await?;
    page.click("#run").await?;
    expect(page.status_after_run().await?, "exception")?;
    let output = page.text("#output").await?;
    expect_part(
        &output,
        "b'abc' a\n0.125 \u{1f40d}\nReturn the number of items",
    )?;
    expect_part(&output, "raise Error(")
}

/// Whether the page is of the release that was published last.
async fn is_next(page: &Page) -> Result<bool, Failed> {
    page.script("return document.documentElement.dataset.release === 'next'")
        .await
}

pub fn trials(browser: &Browser) -> Vec<Trial> {
    vec![
        browser.bare_trial("offline::after_one_visit_everything_works", |mut page| async move {
            let server = Server::start().await?;
            visit(&mut page, &server).await?;
            expect_part(&page.text(".offline").await?, "Works without a network")?;
            expect_part(&page.text(".offline").await?, " MB of this device's storage")?;
            expect(
                server.first("service-worker.js") > server.first("assets/interpreter"),
                true,
            )?;
            server.stop().await;
            // In the page that was open, ...
            run_program(&page).await?;
            // ... and in one that is opened now.
            page.open("").await?;
            page.be_ready().await?;
            run_program(&page).await?;
            page.click("#examples").await?;
            page.until("document.querySelector('.gallery [data-path]')").await
        }),
        browser.bare_trial("offline::a_new_version_is_offered_and_loaded_when_somebody_wants_it", |mut page| async move {
            let server = Server::start().await?;
            visit(&mut page, &server).await?;
            server.publish("next")?;
            page.open("").await?;
            page.be_ready().await?;
            page.until("document.querySelector('.offline [role=status]:not([hidden])')").await?;
            expect(is_next(&page).await?, false)?;
            run_program(&page).await?;
            page.click(".offline-load").await?;
            page.until("document.documentElement.dataset.release === 'next'").await?;
            page.be_ready().await?;
            run_program(&page).await?;
            page.until("document.querySelector('.offline > :last-child')?.textContent").await?;
            let caches: Vec<String> = page.script_with("return caches.keys()", &Value::Null).await?;
            expect(caches.len(), 1)?;
            expect_part(&caches[0], "next-")?;
            server.stop().await;
            page.open("").await?;
            page.be_ready().await?;
            expect(is_next(&page).await?, true)
        }),
        browser.bare_trial("offline::a_build_for_trying_changes_is_never_kept", |mut page| async move {
            let server = Server::start().await?;
            visit(&mut page, &server).await?;
            server.publish_quick_build()?;
            page.open("").await?;
            page.until("!document.querySelector('meta[name=garter-service-worker]')").await?;
            page.be_ready().await?;
            let left: usize = page
                .script_with(
                    "return (await navigator.serviceWorker.getRegistrations()).length + (await caches.keys()).length",
                    &Value::Null,
                )
                .await?;
            expect(left, 0)
        }),
    ]
}
