//! The page, as a person uses it.

use libtest_mimic::Trial;

use crate::page::{Browser, expect, expect_part};

#[expect(clippy::too_many_lines, reason = "a list of tests")]
pub fn trials(browser: &Browser) -> Vec<Trial> {
    vec![
        browser.trial("a_program_is_typed_run_and_read", |page| async move {
            page.type_program("print('hello')\nprint(6 * 7)").await?;
            page.click("#run").await?;
            expect(page.status_after_run().await?, "ok")?;
            expect(page.text("#output").await?, "hello\n42\n")?;
            expect_part(&page.text("#status").await?, "Finished")
        }),
        browser.trial("output_appears_while_the_program_runs", |page| async move {
            page.type_program("import time\nprint('first')\ntime.sleep(1)\nprint('second')").await?;
            page.click("#run").await?;
            page.until("document.getElementById('output').textContent === 'first\\n'").await?;
            expect(page.text("#status").await?, "Running …")?;
            expect(page.status_after_run().await?, "ok")?;
            expect(page.text("#output").await?, "first\nsecond\n")
        }),
        browser.trial("a_traceback_is_told_apart_and_its_line_marked", |page| async move {
            page.type_program("print('before')\n\nprint(1 / 0)\n").await?;
            page.click("#run").await?;
            expect(page.status_after_run().await?, "exception")?;
            let errors: String = page
                .script("return [...document.querySelectorAll('#output .stderr')].map(span => span.textContent).join('\\n')")
                .await?;
            expect_part(&errors, "    print(1 / 0)\n          ~~^~~\nZeroDivisionError")?;
            expect(page.text("#output .stdout").await?, "before")?;
            expect(page.text("#editor .cm-error-line").await?, "print(1 / 0)")?;
            expect_part(&page.text("#status").await?, "“ZeroDivisionError” on line 3")
        }),
        browser.trial("a_program_that_does_not_parse_has_its_line_marked", |page| async move {
            page.type_program("x = 1\nif x = 1:\n    pass\n").await?;
            page.click("#run").await?;
            expect(page.status_after_run().await?, "syntax-error")?;
            expect_part(&page.text("#output").await?, "Maybe you meant '==' or ':=' instead of '='?")?;
            expect(page.text("#editor .cm-error-line").await?, "if x = 1:")
        }),
        browser.trial("stop_ends_an_endless_loop_and_the_next_run_works", |page| async move {
            // A program that has not begun is stopped without a word.
            page.type_program("print('started')\nwhile True:\n    pass\n").await?;
            page.click("#run").await?;
            page.until("document.getElementById('output').textContent.includes('started')").await?;
            page.click("#stop").await?;
            expect(page.status_after_run().await?, "stopped")?;
            expect_part(&page.text("#output").await?, "KeyboardInterrupt")?;
            page.type_program("print('again')").await?;
            page.click("#run").await?;
            expect(page.status_after_run().await?, "ok")?;
            expect(page.text("#output").await?, "again\n")
        }),
        browser.trial("a_program_that_catches_stop_is_taken_away", |page| async move {
            page.type_program(
                "while True:\n    try:\n        while True: pass\n    except KeyboardInterrupt:\n        print('no')\n",
            )
            .await?;
            page.click("#run").await?;
            page.click("#stop").await?;
            expect(page.status_after_run().await?, "stopped")?;
            expect_part(&page.text("#status").await?, "worker was taken away")
        }),
        browser.trial("keys_run_and_stop", |page| async move {
            page.type_program("import time\ntime.sleep(60)\n").await?;
            page.press("#editor .cm-content", "\u{e009}\u{e007}").await?;
            page.until("document.getElementById('status').dataset.status === 'running'").await?;
            page.press("body", "\u{e00c}").await?;
            expect(page.status_after_run().await?, "stopped")
        }),
        browser.trial("a_question_is_answered_in_the_output", |page| async move {
            page.type_program("name = input('Name? ')\nprint('Hello,', name)\n").await?;
            page.click("#run").await?;
            page.until("document.querySelector('.input')").await?;
            expect(page.text("#output").await?, "Name? ")?;
            page.press(".input", "Ann\u{e007}").await?;
            expect(page.status_after_run().await?, "ok")?;
            expect(page.text("#output").await?, "Name? Ann\nHello, Ann\n")
        }),
        browser.trial("ctrl_d_is_the_end_of_the_input", |page| async move {
            page.type_program("input()").await?;
            page.click("#run").await?;
            page.until("document.querySelector('.input')").await?;
            page.press(".input", "\u{e009}d").await?;
            expect(page.status_after_run().await?, "exception")?;
            expect_part(&page.text("#output").await?, "EOFError")
        }),
        browser.trial("stop_ends_a_program_that_waits_for_input", |page| async move {
            page.type_program("try:\n    input('> ')\nfinally:\n    print('cleaned up')\n").await?;
            page.click("#run").await?;
            page.until("document.querySelector('.input')").await?;
            page.click("#stop").await?;
            expect(page.status_after_run().await?, "stopped")?;
            expect_part(&page.text("#output").await?, "cleaned up")?;
            expect(page.script::<bool>("return document.querySelector('.input') === null").await?, true)
        }),
        browser.trial("what_was_typed_survives_a_reload", |page| async move {
            page.type_program("print('kept')").await?;
            page.open("").await?;
            page.until("document.documentElement.dataset.garter === 'ready'").await?;
            expect(page.text("#editor .cm-content").await?, "print('kept')")
        }),
        browser.trial("output_is_never_markup", |page| async move {
            page.type_program("print('<img src=x onerror=\"document.title = 1\"><b>bold</b>')").await?;
            page.click("#run").await?;
            expect(page.status_after_run().await?, "ok")?;
            expect(page.script::<usize>("return document.querySelectorAll('#output img, #output b').length").await?, 0)
        }),
        browser.trial("a_flood_of_output_leaves_the_page_responsive", |page| async move {
            page.type_program("while True:\n    print('x' * 60)\n").await?;
            page.script::<()>(
                "window.frames_seen = 0;
                 (function count() { window.frames_seen++; requestAnimationFrame(count); })();",
            )
            .await?;
            page.take_time().await?;
            page.click("#run").await?;
            page.until("document.getElementById('output').textContent.length > 100000").await?;
            let seen: u32 = page.script("return window.frames_seen").await?;
            page.until(&format!("window.frames_seen > {seen}")).await?;
            expect(page.status_after_run().await?, "output-limit")?;
            expect_part(&page.text("#status").await?, "1024 KB")?;
            let kept = page.text("#output").await?;
            expect(kept.len(), 1 << 20)?;
            expect(kept.starts_with("xxxx"), true)
        }),
        browser.trial("output_arrives_where_no_frame_is_drawn_any_more", |page| async move {
            page.type_program("for n in range(20000): print('line', n)\nraise SystemExit(3)").await?;
            // As in a tab that was hidden after it had asked for one.
            page.script::<()>("window.requestAnimationFrame = () => 0").await?;
            page.take_time().await?;
            page.click("#run").await?;
            expect(page.status_after_run().await?, "exit")?;
            expect_part(&page.text("#output").await?, "line 19999\n")
        }),
    ]
}
