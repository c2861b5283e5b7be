//! Projects in links.

use libtest_mimic::{Failed, Trial};
use serde_json::Value;

use crate::page::{Browser, Checked, Engine, Page, expect, expect_part};

/// With an address of 70 000 characters geckodriver answers no more; by hand Firefox shows what
/// Chromium does.
const LONGEST_IN_FIREFOX: usize = 10_000;

/// Of a project with a file whose name turns what is behind it around.
const TURNED: &str = "KAsOGYtWSlTSqVbKTczM0yuoVLJSUtJRetSwrrJAL7UiFcStjQUA";

#[expect(clippy::too_many_lines, reason = "a list of tests")]
pub fn trials(browser: &Browser) -> Vec<Trial> {
    vec![
        browser.trial("a_link_brings_the_whole_project_and_runs_nothing", |page| async move {
            page.add_file("data/名前.txt").await?;
            page.type_program("📊").await?;
            page.upload_bytes("bytes.bin", &[0, 255]).await?;
            page.show_file("main.py").await?;
            page.type_program("print('shared')").await?;
            let link = page.link().await?;
            page.forget_projects().await?;
            page.open(&link).await?;
            page.be_ready().await?;
            expect(page.editor_text().await?, "print('shared')")?;
            expect(page.tabs().await?, "main.py data/名前.txt")?;
            expect_part(&page.text("[data-kind=link]").await?, "Read it before you run it")?;
            expect(page.text("#output").await?, "")?;
            page.choose("#file-menu", "Open bytes.bin").await?;
            expect(page.script::<bool>("return document.getElementById('binary').hidden").await?, false)?;
            page.click("#run").await?;
            expect(page.status_after_run().await?, "ok")?;
            expect(page.text("#output").await?, "shared\n")
        }),
        browser.trial("a_link_leaves_the_readers_own_project_as_it_is", |page| async move {
            page.type_program("theirs = 1").await?;
            let link = page.link().await?;
            page.type_program("mine = 1").await?;
            page.follow_link(&link).await?;
            page.until("document.querySelector('#editor .cm-content').textContent === 'theirs = 1'").await?;
            page.type_program("changed = 1").await?;
            // Once more: the copy that was changed stays, too.
            page.follow_link(&link).await?;
            page.until("document.querySelector('#editor .cm-content').textContent === 'theirs = 1'").await?;
            expect(page.text("#project-name").await?, "My program 3")?;
            page.open_project("Open: My program").await?;
            expect(page.editor_text().await?, "mine = 1")?;
            page.open_project("Open: My program 2").await?;
            expect(page.editor_text().await?, "changed = 1")
        }),
        browser.trial("the_same_link_twice_is_one_project", |page| async move {
            let link = page.link().await?;
            for _ in 0..2 {
                page.follow_link(&link).await?;
                page.until("document.getElementById('project-name').textContent === 'My program 2' && !location.hash").await?;
            }
            Ok(())
        }),
        browser.trial("the_link_is_gone_from_the_address_once_it_is_a_project", |page| async move {
            page.type_program("theirs = 1").await?;
            let link = page.link().await?;
            page.follow_link(&link).await?;
            page.until("!location.hash").await?;
            page.type_program("edited = 1").await?;
            page.open("").await?;
            page.be_ready().await?;
            expect(page.editor_text().await?, "edited = 1")
        }),
        browser.trial("a_link_that_is_no_project_is_explained_and_changes_nothing", |page| async move {
            page.type_program("mine = 1").await?;
            let link = page.link().await?;
            let (start, end) = link.split_at(link.len() / 2);
            let swapped = if end.starts_with('A') { 'B' } else { 'A' };
            for (broken, problem) in [
                (start.to_owned(), "This link is broken"),
                (format!("{start}{swapped}{}", &end[1..]), "This link is broken"),
                ("#share/".to_owned(), "This link is broken"),
                ("#share/1/".to_owned(), "This link is broken"),
                ("#share/1/%E3%81%82".to_owned(), "This link is broken"),
                (link.replace("share/1/", "share/2/"), "a later version"),
                (format!("#share/1/{}", "A".repeat(70_000)), "more than a project can"),
            ] {
                if page.engine == Engine::Firefox && broken.len() > LONGEST_IN_FIREFOX {
                    continue;
                }
                page.follow_link(&broken).await?;
                page.until("document.querySelector('[data-kind=broken-link]')").await?;
                expect_part(&page.text("[data-kind=broken-link]").await?, problem)?;
                expect_part(&page.text("[data-kind=broken-link]").await?, "Your own projects are as they were")?;
                page.click("[data-kind=broken-link] .plain").await?;
                expect(page.editor_text().await?, "mine = 1")?;
            }
            Ok(())
        }),
        browser.trial("what_is_wrong_with_a_link_is_said_until_somebody_has_read_it", |page| async move {
            page.type_program("mine = 1").await?;
            let link = page.link().await?;
            for (broken, problem) in [
                ("#share", "This link is broken"),
                ("#share/1/!!!", "This link is broken"),
                (&link[..link.len() / 2], "This link is broken"),
                ("#share/2/AAAA", "a later version"),
                (&format!("#share/1/{TURNED}"), "\\u202eyp.exe"),
            ] {
                // From another page: Firefox's driver waits for a load that a mere fragment does not bring.
                page.open_elsewhere("about:blank").await?;
                page.open(broken).await?;
                page.be_ready().await?;
                page.until("document.getElementById('project-name').textContent === 'My program'").await?;
                expect(page.editor_text().await?, "mine = 1")?;
                expect_part(&page.text("[data-kind=broken-link]").await?, problem)?;
                // Whoever sees nothing hears it, and goes on from there.
                expect(page.script::<bool>("return document.activeElement.matches('[data-kind=broken-link][role=alert]')").await?, true)?;
            }
            page.choose("#project", "New project …").await?;
            page.give_name("Second").await?;
            page.until("document.getElementById('project-name').textContent === 'Second'").await?;
            page.click("[data-kind=broken-link] .plain").await?;
            expect(page.script::<bool>("return !document.querySelector('[data-kind=broken-link]')").await?, true)
        }),
        browser.trial("a_link_that_inflates_without_end_is_refused", |page| async move {
            if page.engine == Engine::Firefox {
                println!("SKIPPED: Firefox's driver hangs at so long an address");
                return Ok(());
            }
            // Sixteen megabytes of one character, in some twenty thousand.
            page.script_with::<()>(
                "const stream = new Blob(['a'.repeat(16e6)]).stream().pipeThrough(new CompressionStream('deflate-raw'));
                 const packed = new Uint8Array(await new Response(stream).arrayBuffer());
                 const text = btoa('sum!' + Array.from(packed, (byte) => String.fromCharCode(byte)).join(''));
                 location.hash = '#share/1/' + text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');",
                &Value::Null,
            )
            .await?;
            page.until("document.querySelector('[data-kind=broken-link]')").await?;
            expect_part(&page.text("[data-kind=broken-link]").await?, "more than a project can")
        }),
        browser.trial("a_small_program_fits_into_a_code_for_cameras", |page| async move {
            page.type_program("print('hello')").await?;
            page.click("#share").await?;
            page.until("document.querySelector('dialog .qr path')").await?;
            let length: usize = page.script("return document.getElementById('share-link').value.length").await?;
            expect(length < 150, true)
        }),
        browser.trial("a_project_that_is_too_large_for_a_link_is_offered_as_a_zip_file", |page| async move {
            page.script_with::<()>("window.noise = Array.from({ length: 2 }, () => Array.from(crypto.getRandomValues(new Uint8Array(60000))))", &Value::Null).await?;
            let noise: Vec<Vec<u8>> = page.script("return window.noise").await?;
            page.upload_bytes("noise.bin", &[&[0][..], &noise.concat()].concat()).await?;
            page.click("#share").await?;
            page.until("document.querySelector('dialog')").await?;
            expect_part(&page.text("dialog").await?, "too large for a link")?;
            expect_part(&page.text("dialog").await?, "zip")
        }),
    ]
}

impl Page {
    /// The part of the project's link behind the page's address.
    async fn link(&self) -> Result<String, Failed> {
        self.click("#share").await?;
        self.until("document.getElementById('share-link')").await?;
        let link = self
            .script("return new URL(document.getElementById('share-link').value).hash")
            .await?;
        self.click("dialog .plain").await?;
        Ok(link)
    }

    /// Goes to a link from the page that is open.
    async fn follow_link(&self, link: &str) -> Checked {
        self.script_with("location.hash = argument", &link.into())
            .await
    }
}
