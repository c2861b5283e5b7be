//! Projects: their files, and how they come and go.

use libtest_mimic::Trial;
use serde_json::json;

use crate::page::{Browser, expect, expect_part};

pub fn trials(browser: &Browser) -> Vec<Trial> {
    [files(browser), coming_and_going(browser)]
        .into_iter()
        .flatten()
        .collect()
}

fn files(browser: &Browser) -> Vec<Trial> {
    vec![
        browser.trial("a_second_file_is_imported_by_the_program", |page| async move {
            page.add_file("helper.py").await?;
            page.type_program("def double(n):\n    return 2 * n\n").await?;
            page.show_file("main.py").await?;
            page.type_program("import helper\nprint(helper.double(21))\n").await?;
            page.click("#run").await?;
            expect(page.status_after_run().await?, "ok")?;
            expect(page.text("#output").await?, "42\n")
        }),
        browser.trial("an_error_is_marked_in_the_file_that_it_came_from", |page| async move {
            page.add_file("helper.py").await?;
            page.type_program("def fail():\n    return 1 / 0\n").await?;
            page.show_file("main.py").await?;
            page.type_program("import helper\n\nhelper.fail()\n").await?;
            page.click("#run").await?;
            expect(page.status_after_run().await?, "exception")?;
            expect(page.text("#editor .cm-error-line").await?, "helper.fail()")?;
            page.show_file("helper.py").await?;
            expect(page.text("#editor .cm-error-line").await?, "    return 1 / 0")
        }),
        browser.trial("a_file_that_the_program_wrote_is_there_for_the_next_run", |page| async move {
            page.type_program("with open('notes.txt', 'a') as f: f.write('one\\n')\nprint(len(open('notes.txt').read()))").await?;
            page.click("#run").await?;
            expect(page.status_after_run().await?, "ok")?;
            expect_part(&page.text("#status").await?, "has written notes.txt")?;
            expect(page.tabs().await?, "main.py notes.txt")?;
            page.click("#run").await?;
            expect(page.status_after_run().await?, "ok")?;
            expect(page.text("#output").await?, "8\n")?;
            page.show_file("notes.txt").await?;
            expect(page.editor_text().await?, "one\none\n")
        }),
        browser.trial("a_program_that_overwrites_itself_does_not_replace_what_was_typed", |page| async move {
            page.type_program("open('main.py', 'w').write('gone')").await?;
            page.click("#run").await?;
            expect(page.status_after_run().await?, "ok")?;
            expect(page.editor_text().await?, "open('main.py', 'w').write('gone')")?;
            expect(page.tabs().await?, "main.py main 2.py")?;
            expect_part(&page.text("#notices").await?, "main 2.py")
        }),
        browser.trial("a_name_that_no_file_can_have_is_explained", |page| async move {
            for (name, problem) in [
                (" ", "needs a name"),
                ("/etc/passwd", "is no name in a project"),
                ("../up.py", "is no name in a project"),
                ("a//b", "is no name in a project"),
                ("a\\b", "the character \\, which no file's name can have"),
                ("\u{202e}yp.exe", "“\\u202eyp.exe” has the character \\u202e, which nobody sees"),
                ("ma\u{200b}in.py", "the character \\u200b"),
                ("main.py.", "ends with a dot"),
                ("main.py", "already"),
                ("main.py/x", "cannot be a file and, for “main.py/x”, a folder"),
            ] {
                page.ask_for_file(name).await?;
                page.until("document.querySelector('.wrong').textContent").await?;
                expect_part(&page.text(".wrong").await?, problem)?;
                page.press("#name-field", "\u{e00c}").await?;
                page.until("!document.querySelector('dialog')").await?;
            }
            expect(page.tabs().await?, "main.py")
        }),
        browser.trial("folders_and_emoji_are_names_like_others", |page| async move {
            page.upload("📊 Zahlen.csv", "1,2").await?;
            page.add_file("data/one.txt").await?;
            page.type_program("deep").await?;
            page.show_file("main.py").await?;
            page.type_program("print(open('data/one.txt').read(), open('📊 Zahlen.csv').read())").await?;
            page.click("#run").await?;
            expect(page.status_after_run().await?, "ok")?;
            expect(page.text("#output").await?, "deep 1,2\n")
        }),
        browser.trial("each_file_has_a_history_of_its_own", |page| async move {
            let first = page.editor_text().await?;
            page.type_program("changed").await?;
            page.add_file("other.txt").await?;
            page.type_program("other").await?;
            page.show_file("main.py").await?;
            page.press("#editor .cm-content", "\u{e009}z").await?;
            expect(page.editor_text().await?, first)?;
            page.show_file("other.txt").await?;
            expect(page.editor_text().await?, "other")
        }),
        browser.trial("tabs_are_walked_renamed_and_closed_by_keys", |page| async move {
            page.add_file("one.py").await?;
            page.add_file("two.py").await?;
            page.press("[data-path='two.py']", "\u{e012}").await?;
            expect(page.active().await?, "one.py")?;
            page.press("[data-path='one.py']", "\u{e032}").await?;
            page.give_name("three.py").await?;
            page.until("!document.querySelector('dialog')").await?;
            expect(page.tabs().await?, "main.py three.py two.py")?;
            page.press("[data-path='three.py']", "\u{e017}").await?;
            expect(page.tabs().await?, "main.py two.py")?;
            page.choose("#file-menu", "Open three.py").await?;
            expect(page.tabs().await?, "main.py two.py three.py")
        }),
    ]
}

#[expect(clippy::too_many_lines, reason = "a list of tests")]
fn coming_and_going(browser: &Browser) -> Vec<Trial> {
    vec![
        browser.trial("bytes_that_are_no_text_are_kept_as_they_are", |page| async move {
            page.upload_bytes("picture.bin", &[0, 255, 1, 13, 10]).await?;
            page.show_file("picture.bin").await?;
            expect_part(&page.text("#binary").await?, "not text that the editor could show")?;
            expect(page.script::<bool>("return document.getElementById('editor').hidden").await?, true)?;
            page.show_file("main.py").await?;
            page.type_program("print(list(open('picture.bin', 'rb').read()))").await?;
            page.click("#run").await?;
            expect(page.status_after_run().await?, "ok")?;
            expect(page.text("#output").await?, "[0, 255, 1, 13, 10]\n")
        }),
        browser.trial("a_text_that_would_keep_the_editor_busy_is_data_of_which_nothing_is_lost", |page| async move {
            page.drop_file("new File(['abcdef\\n'.repeat(1e6)], 'long.py')").await?;
            page.until("document.querySelector('[data-path=\"long.py\"][aria-selected=true]')").await?;
            expect_part(&page.text("#binary").await?, "long.py is too long a text for the editor (7.0 MB)")?;
            expect(page.script::<bool>("return document.getElementById('editor').hidden").await?, true)?;
            expect(page.script::<bool>("return document.getElementById('run-selection').disabled").await?, true)?;
            page.show_file("main.py").await?;
            page.type_program("print(len(open('long.py').read()))").await?;
            page.click("#run").await?;
            expect(page.status_after_run().await?, "ok")?;
            expect(page.text("#output").await?, "7000000\n")
        }),
        browser.trial("a_file_of_the_same_name_is_replaced_and_can_be_brought_back", |page| async move {
            page.upload("data.txt", "old").await?;
            page.upload("data.txt", "new").await?;
            page.show_file("data.txt").await?;
            expect(page.editor_text().await?, "new")?;
            page.click("[data-kind=undo] button").await?;
            page.until("document.querySelector('#editor .cm-content').textContent === 'old'").await
        }),
        browser.trial("a_file_of_fifty_megabytes_is_refused_in_a_sentence", |page| async move {
            page.drop_file("new File([new Uint8Array(50e6)], 'huge.bin')").await?;
            page.until("document.querySelector('[data-kind=problem]')").await?;
            expect_part(&page.text("[data-kind=problem]").await?, "huge.bin (50.0 MB) is too large")?;
            expect(page.tabs().await?, "main.py")
        }),
        browser.trial("a_project_goes_into_a_zip_file_and_comes_back_as_another", |page| async move {
            page.type_program("print('packed')").await?;
            page.add_file("data/a.txt").await?;
            page.type_program("名前 📊").await?;
            page.script::<()>("window.saved = null; URL.createObjectURL = (blob) => (window.saved = blob, 'data:,');").await?;
            page.choose("#project", "Download all as zip").await?;
            page.until("window.saved").await?;
            page.drop_file("new File([window.saved], 'homework.zip')").await?;
            page.until("document.getElementById('project-name').textContent === 'homework'").await?;
            expect(page.tabs().await?, "main.py data/a.txt")?;
            expect(page.editor_text().await?, "print('packed')")?;
            page.show_file("data/a.txt").await?;
            expect(page.editor_text().await?, "名前 📊")?;
            expect_part(&page.project_list().await?, "My program")
        }),
        browser.trial("a_zip_file_that_lies_is_refused_and_the_file_is_named", |page| async move {
            // tests/scripts/zip.test.js has the lies; here is what is said of them.
            for (name, size, problem) in [
                ("main.py", 4_000_000_000_u32, "it unpacks to more than"),
                ("data/big.csv", 7_000_000, "“data/big.csv” in it is not what the zip file says of it"),
                ("main.py", 100, "“main.py” in it is not what the zip file says of it"),
            ] {
                page.drop_zip(&json!([[name, size, "not deflated"]])).await?;
                page.until("document.querySelector('[data-kind=problem]')").await?;
                expect_part(&page.text("[data-kind=problem]").await?, "dropped.zip was not opened")?;
                expect_part(&page.text("[data-kind=problem]").await?, problem)?;
                page.click("[data-kind=problem] .plain").await?;
            }
            expect(page.text("#project-name").await?, "My program")
        }),
        browser.trial("files_called_as_the_properties_of_objects_are_files_like_others", |page| async move {
            let names = ["__proto__", "constructor", "toString"];
            let mut entries = vec![json!(["main.py", null, "for name in ['__proto__', 'constructor', 'toString']:\n    print(open(name).read())\nopen('hasOwnProperty', 'w').write('h')"])];
            entries.extend(names.iter().map(|name| json!([name, null, name])));
            page.drop_zip(&json!(entries)).await?;
            page.until("document.getElementById('project-name').textContent === 'dropped'").await?;
            page.click("#run").await?;
            expect(page.status_after_run().await?, "ok")?;
            expect(page.text("#output").await?, "__proto__\nconstructor\ntoString\n")?;
            page.show_file("hasOwnProperty").await?;
            page.script::<()>("window.saved = null; URL.createObjectURL = (blob) => (window.saved = blob, 'data:,');").await?;
            page.choose("#project", "Download all as zip").await?;
            page.until("window.saved").await?;
            page.drop_file("new File([window.saved], 'again.zip')").await?;
            page.until("document.getElementById('project-name').textContent === 'again'").await?;
            expect(page.tabs().await?, "main.py __proto__ constructor hasOwnProperty toString")?;
            // And from the browser's storage.
            page.open("").await?;
            page.be_ready().await?;
            expect(page.tabs().await?, "main.py __proto__ constructor hasOwnProperty toString")
        }),
        browser.trial("what_nobody_sees_in_a_name_is_written_out", |page| async move {
            page.type_program("for name in ['\\u202eyp.exe', 'ma\\u200bin.py', 'a\\n.txt', 'main.py ']:\n    open(name, 'w').write(name)").await?;
            page.click("#run").await?;
            expect(page.status_after_run().await?, "ok")?;
            expect(page.tabs().await?, "main.py a\\x0a.txt main.py\\x20 ma\\u200bin.py \\u202eyp.exe")?;
            expect_part(&page.text("#status").await?, "\\u202eyp.exe")?;
            page.click("#share").await?;
            page.until("document.querySelector('dialog')").await?;
            expect_part(&page.text("dialog").await?, "which nobody sees")
        }),
        browser.trial("of_more_files_than_a_project_holds_none_is_taken_and_of_others_each_that_can_be", |page| async move {
            page.drop_file("new File(['a'], 'first.txt'));
                 for (let number = 0; number < 10_000; number += 1) data.items.add(new File(['a'], `${number}.txt`)").await?;
            page.until("document.querySelector('[data-kind=problem]')").await?;
            expect_part(&page.text("[data-kind=problem]").await?, "These are 10,001 files, and a project holds 200 at most")?;
            page.click("[data-kind=problem] .plain").await?;
            expect(page.tabs().await?, "main.py")?;
            page.drop_file("new File(['a'], 'a\\u202e.txt')); data.items.add(new File(['b'], 'b.txt'));
                 data.items.add(new File([new Uint8Array(50e6)], 'huge.bin')").await?;
            page.until("document.querySelector('[data-kind=problem]')").await?;
            expect_part(&page.text("[data-kind=problem]").await?, "“a\\u202e.txt” has the character")?;
            expect_part(&page.text("[data-kind=problem]").await?, "huge.bin (50.0 MB) is too large")?;
            expect(page.tabs().await?, "main.py b.txt")
        }),
        browser.trial("names_in_a_zip_file_do_not_lead_out_of_the_project", |page| async move {
            page.drop_zip(&json!([["main.py", null, "print('in')"], ["../out.py", null, "x"], ["a\\b.py", null, "x"]])).await?;
            page.until("document.getElementById('project-name').textContent === 'dropped'").await?;
            expect(page.tabs().await?, "main.py")?;
            expect_part(&page.text("[data-kind=skipped]").await?, "../out.py, a\\b.py")
        }),
        browser.trial("several_projects_are_kept_apart", |page| async move {
            page.type_program("first = 1").await?;
            page.choose("#project", "New project …").await?;
            page.give_name("Second").await?;
            page.until("document.getElementById('project-name').textContent === 'Second'").await?;
            expect(page.editor_text().await?, "")?;
            page.type_program("second = 2").await?;
            page.open_project("Open: My program").await?;
            expect(page.editor_text().await?, "first = 1")?;
            page.open_project("Open: Second").await?;
            expect(page.editor_text().await?, "second = 2")
        }),
        browser.trial("a_deleted_project_can_be_restored", |page| async move {
            page.type_program("precious = 1").await?;
            page.choose("#project", "Make a copy").await?;
            page.until("document.getElementById('project-name').textContent === 'My program 2'").await?;
            page.open_project("Delete: My program").await?;
            page.until("document.querySelector('[aria-label=\"Restore: My program\"]')").await?;
            page.click("[aria-label='Restore: My program']").await?;
            page.until("document.getElementById('project-name').textContent === 'My program'").await?;
            expect(page.editor_text().await?, "precious = 1")
        }),
    ]
}
