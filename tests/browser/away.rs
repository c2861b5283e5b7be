//! What is not to be taken for granted: that a worker, a page or a timer lives on, and that a browser lets a page save.

use std::time::Duration;

use libtest_mimic::Trial;
use serde_json::{Value, json};
use tokio::time::sleep;

use crate::page::{Browser, Checked, Engine, Page, expect, expect_part};
use crate::variant::Variant;

/// It ends the interpreter, not just itself.
const DEADLY: &str = "f = lambda: 0\nf.__code__ = f.__code__.replace(co_code=b'\\xff' * 200)\nf()";

/// Less than a program may run, and much less than the time in which nobody looks at its tab.
const BUDGET_SECONDS: f64 = 0.5;
const FROZEN: Duration = Duration::from_secs(2);

pub fn trials(browser: &Browser) -> Vec<Trial> {
    let mut trials = vec![
        browser.trial("away::a_worker_that_dies_is_said_and_nothing_typed_is_lost", |page| async move {
            page.type_program(DEADLY).await?;
            page.click("#run").await?;
            expect(page.status_after_run().await?, "crashed")?;
            expect_part(&page.text("#status").await?, "Your program is still here")?;
            expect(page.editor_text().await?, DEADLY)?;
            page.type_program("print('again')").await?;
            page.click("#run").await?;
            expect(page.status_after_run().await?, "ok")?;
            expect(page.text("#output").await?, "again\n")
        }),
        browser.trial("away::a_frame_that_allows_no_downloads_and_no_windows_says_so", |page| async move {
            page.script_with::<()>(
                "const frame = document.createElement('iframe');
                 frame.sandbox = 'allow-scripts allow-same-origin';
                 frame.style = 'position: fixed; inset: 0; width: 100%; height: 100%; z-index: 100; background: white';
                 frame.src = location.href;
                 document.body.append(frame);
                 await new Promise((loaded) => (frame.onload = loaded));",
                &Value::Null,
            )
            .await?;
            page.enter_frame("iframe[sandbox~=allow-same-origin]").await?;
            page.be_ready().await?;
            page.choose("#project", "Download all as zip").await?;
            page.until("document.querySelector('[data-kind=saving]')").await?;
            expect_part(&page.text("[data-kind=saving]").await?, "does not let the page save My program.zip")?;
            page.leave_frames(1).await
        }),
        browser.bare_trial("away::a_storage_that_never_answers_is_said_and_the_page_works", |page| async move {
            // The page's patience is over at once.
            let mute = "
                IDBOpenDBRequest.prototype.addEventListener = () => {};
                const wait = setTimeout;
                window.setTimeout = (action, ms, ...values) => wait(action, ms === 10_000 ? 0 : ms, ...values);";
            let url = Variant::of_playground_after(mute)?.serve().await;
            page.open_elsewhere(&url).await?;
            page.be_ready().await?;
            expect_part(&page.text("[data-kind=storage]").await?, "Download a copy before you do")?;
            page.type_program("print('works')").await?;
            page.click("#run").await?;
            expect(page.status_after_run().await?, "ok")
        }),
        browser.trial("away::a_browser_that_has_no_files_says_so_of_a_picture_as_well", |page| async move {
            page.type_program("import turtle\nturtle.forward(9)").await?;
            page.click("#run").await?;
            expect(page.status_after_run().await?, "ok")?;
            page.script::<()>("URL.createObjectURL = () => { throw new TypeError('no files here'); }").await?;
            page.click("#picture button").await?;
            page.until("document.querySelector('#picture [role=status]').textContent.includes('does not let the page save')").await
        }),
    ];
    // The drivers of others can neither freeze a page nor take it away.
    if browser.engine() == Engine::Chromium {
        trials.push(browser.trial(
            "away::a_program_that_asks_in_a_tab_that_nobody_sees_waits_for_ever",
            frozen,
        ));
        trials.push(browser.trial(
            "away::a_page_that_the_system_takes_away_comes_back_with_its_text",
            taken,
        ));
        trials.push(browser.trial(
            "away::the_safe_exam_browser_may_not_save_and_the_page_says_it",
            exam,
        ));
    }
    trials
}

async fn frozen(page: Page) -> Checked {
    page.limit_next_run(BUDGET_SECONDS).await?;
    page.type_program("print('Hello,', input('Name? '))")
        .await?;
    page.click("#run").await?;
    page.until("document.querySelector('#output .input')")
        .await?;
    page.devtools("Page.setWebLifecycleState", json!({ "state": "frozen" }))
        .await?;
    // The time itself is what is tried: more than the program may run.
    sleep(FROZEN).await;
    page.devtools("Page.setWebLifecycleState", json!({ "state": "active" }))
        .await?;
    page.press("#output .input", "Ann\u{e007}").await?;
    expect(page.status_after_run().await?, "ok")?;
    expect(page.text("#output").await?, "Name? Ann\nHello, Ann\n")
}

/// As telephones do with a page in the background: its process ends. The tab, opened again, shows what was typed.
async fn taken(page: Page) -> Checked {
    let first = page.tab().await?;
    page.open_new_tab().await?;
    page.open_playground().await?;
    page.type_program("typed = 'before'").await?;
    page.script_with::<()>(
        "while (true) {
           const database = await new Promise((resolve) => (indexedDB.open('garter').onsuccess = ({ target }) => resolve(target.result)));
           const files = await new Promise((resolve) => (database.transaction('files').objectStore('files').getAll().onsuccess = ({ target }) => resolve(target.result)));
           database.close();
           if (files.some((text) => String(text).includes('before'))) return;
           await new Promise((resolve) => setTimeout(resolve, 20));
         }",
        &Value::Null,
    )
    .await?;
    let typed = page.editor_text().await?;
    let tab = page.tab().await?;
    // It answers nothing any more.
    let _ = page.devtools("Page.crash", json!({})).await;
    page.back_to_tab(first).await?;
    page.open("").await?;
    page.be_ready().await?;
    expect(page.editor_text().await?, typed)?;
    page.devtools(
        "Target.closeTarget",
        json!({ "targetId": String::from(tab) }),
    )
    .await?;
    Ok(())
}

async fn exam(page: Page) -> Checked {
    let agent: String = page.script("return navigator.userAgent").await?;
    let own = json!({ "userAgent": agent });
    page.devtools(
        "Emulation.setUserAgentOverride",
        json!({ "userAgent": format!("{agent} SEB/3.7.1") }),
    )
    .await?;
    let told = async {
        page.choose("#project", "Download all as zip").await?;
        page.until("document.querySelector('[data-kind=saving]')")
            .await?;
        expect_part(
            &page.text("[data-kind=saving]").await?,
            "Ask them to allow downloads",
        )
    }
    .await;
    page.devtools("Emulation.setUserAgentOverride", own).await?;
    told?;
    // Where all is as usual, nothing is said.
    page.choose("#project", "Download all as zip").await?;
    page.until("!document.querySelector('[data-kind=saving]')")
        .await
}
