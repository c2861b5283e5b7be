//! What was typed is not lost: by Reset, by a tab that is closed or is not alone, by a storage that
//! is full or forbidden.

use libtest_mimic::Trial;
use serde_json::Value;

use crate::page::{Browser, expect, expect_part};
use crate::variant::Variant;

#[expect(clippy::too_many_lines, reason = "a list of tests")]
pub fn trials(browser: &Browser) -> Vec<Trial> {
    vec![
        browser.trial("reset_brings_the_first_program_back_and_can_be_undone", |page| async move {
            let first = page.editor_text().await?;
            page.type_program("mine = 1").await?;
            page.add_file("extra.py").await?;
            page.choose("#project", "Reset").await?;
            page.until("document.querySelector('[data-kind=undo]')").await?;
            expect(page.tabs().await?, "main.py")?;
            expect(page.editor_text().await?, first)?;
            page.click("[data-kind=undo] button").await?;
            page.until("document.querySelector('#editor .cm-content').textContent === 'mine = 1'").await?;
            expect(page.tabs().await?, "main.py extra.py")
        }),
        browser.trial("reset_can_be_undone_after_a_reload", |page| async move {
            page.type_program("mine = 1").await?;
            page.choose("#project", "Reset").await?;
            page.until("document.querySelector('[data-kind=undo]')").await?;
            page.open("").await?;
            page.be_ready().await?;
            page.choose("#project", "Undo the last reset or deletion").await?;
            page.until("document.querySelector('#editor .cm-content').textContent === 'mine = 1'").await
        }),
        browser.trial("a_page_that_is_closed_in_the_middle_of_a_run_keeps_everything", |page| async move {
            page.add_file("helper.py").await?;
            page.type_program("kept = 1").await?;
            page.show_file("main.py").await?;
            page.type_program("while True: pass").await?;
            page.click("#run").await?;
            page.open("").await?;
            page.be_ready().await?;
            expect(page.editor_text().await?, "while True: pass")?;
            page.show_file("helper.py").await?;
            expect(page.editor_text().await?, "kept = 1")
        }),
        browser.trial("the_program_of_the_former_page_is_a_project_now", |page| async move {
            page.forget_projects().await?;
            page.script::<()>("localStorage.setItem('garter.program', 'former = 1')").await?;
            page.open("").await?;
            page.be_ready().await?;
            expect(page.editor_text().await?, "former = 1")
        }),
        browser.trial("a_full_storage_is_said_and_what_was_typed_is_kept_as_soon_as_there_is_room", |page| async move {
            page.script::<()>(
                "window.put = IDBObjectStore.prototype.put;
                 IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); };",
            )
            .await?;
            page.type_program("unkept = 1").await?;
            page.until("document.querySelector('[data-kind=storage]')").await?;
            expect_part(&page.text("[data-kind=storage]").await?, "Download a copy")?;
            page.add_file("other.txt").await?;
            page.script::<()>("IDBObjectStore.prototype.put = window.put").await?;
            page.type_program("there is room").await?;
            page.until("!document.querySelector('[data-kind=storage]')").await?;
            page.open("").await?;
            page.be_ready().await?;
            page.show_file("main.py").await?;
            expect(page.editor_text().await?, "unkept = 1")
        }),
        browser.trial("a_zip_file_is_open_and_waits_for_room_where_the_storage_is_full", |page| async move {
            page.script::<()>(
                "window.put = IDBObjectStore.prototype.put;
                 IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); };",
            )
            .await?;
            page.drop_zip(&serde_json::json!([["main.py", null, "print('in')"], ["b.txt", null, "b"]])).await?;
            page.until("document.getElementById('project-name').textContent === 'dropped'").await?;
            page.until("document.querySelector('[data-kind=storage]')").await?;
            expect(page.tabs().await?, "main.py b.txt")?;
            page.script::<()>("IDBObjectStore.prototype.put = window.put").await?;
            page.type_program("there is room").await?;
            page.until("!document.querySelector('[data-kind=storage]')").await?;
            page.open("").await?;
            page.be_ready().await?;
            expect(page.tabs().await?, "main.py b.txt")?;
            expect(page.editor_text().await?, "there is room")
        }),
        browser.bare_trial("where_nothing_can_be_kept_a_copy_is_offered", |page| async move {
            let forbidden = "
                const forbid = { get() { throw new DOMException('no', 'SecurityError'); } };
                for (const name of ['indexedDB', 'localStorage', 'sessionStorage']) Object.defineProperty(window, name, forbid);";
            let url = Variant::of_playground_after(forbidden)?.serve().await;
            page.open_elsewhere(&url).await?;
            page.be_ready().await?;
            expect_part(&page.text("[data-kind=storage]").await?, "Download a copy before you do")?;
            page.type_program("print('works')").await?;
            page.click("#run").await?;
            expect(page.status_after_run().await?, "ok")?;
            page.add_file("second.py").await?;
            page.show_file("main.py").await?;
            expect(page.editor_text().await?, "print('works')")
        }),
        browser.trial("a_project_in_two_tabs_is_written_in_one_of_them", |page| async move {
            page.type_program("typed = 'here'").await?;
            page.script_with::<()>(
                "const other = document.createElement('iframe');
                 other.id = 'other';
                 other.src = location.href;
                 document.body.append(other);
                 await new Promise((loaded) => (other.onload = loaded));",
                &Value::Null,
            )
            .await?;
            page.until("document.querySelector('[data-kind=tab]')").await?;
            expect_part(&page.text("[data-kind=tab]").await?, "open in another tab")?;
            let other = "document.getElementById('other').contentDocument";
            page.until(&format!("{other}.querySelector('[data-kind=taken]')")).await?;
            page.until(&format!("{other}.querySelector('.cm-content').textContent === \"typed = 'here'\"")).await?;
            // This one shows what is written there, and takes no text itself.
            page.press("#editor .cm-content", "lost").await?;
            expect(page.editor_text().await?, "typed = 'here'")?;
            page.script::<()>(&format!(
                "{other}.querySelector('.cm-content').focus();
                 {other}.execCommand('selectAll');
                 {other}.execCommand('insertText', false, 'there = 1');"
            ))
            .await?;
            page.until("document.querySelector('#editor .cm-content').textContent === 'there = 1'").await?;
            page.click("[data-kind=tab] button").await?;
            page.until("!document.querySelector('[data-kind=tab]')").await?;
            page.until("document.querySelector('[data-kind=taken]')").await?;
            page.type_program("back = 1").await?;
            page.until(&format!("{other}.querySelector('.cm-content').textContent === 'back = 1'")).await
        }),
    ]
}
