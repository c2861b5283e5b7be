//! The editor: completion, marks while one types, and running a part of the program.

use libtest_mimic::Trial;

use crate::page::{Browser, expect, expect_part};

const ENTER: &str = "\u{e007}";
const TO_THE_END: &str = "\u{e009}\u{e010}";
const RUN_SELECTION: &str = "\u{e008}\u{e007}";
const COMPLETE: &str = "\u{e009} ";

pub fn trials(browser: &Browser) -> Vec<Trial> {
    vec![
        browser.trial("what_is_imported_is_completed_as_python_says", |page| async move {
            page.add_file("helper.py").await?;
            page.type_program("def assist():\n    if True:\n        inner = 1\nLIMIT = 3\n").await?;
            page.show_file("main.py").await?;
            for (typed, offered) in [
                ("import stati", "statistics"),
                ("import help", "helper"),
                ("from json import dum", "dump dumps"),
                ("import math as m\nm.sq", "sqrt"),
                ("import helper\nhelper.", "assist LIMIT"),
                ("colour = 1\ncolo", "colour"),
                ("prin", "print"),
            ] {
                page.type_program(typed).await?;
                page.press("#editor .cm-content", TO_THE_END).await?;
                page.press("#editor .cm-content", COMPLETE).await?;
                page.until("document.querySelector('.cm-tooltip-autocomplete li')").await?;
                let found: String = page
                    .script("return [...document.querySelectorAll('.cm-tooltip-autocomplete .cm-completionLabel')].map(({ textContent }) => textContent).join(' ')")
                    .await?;
                expect(found.get(..offered.len()), Some(offered))?;
                page.press("#editor .cm-content", "\u{e00c}").await?;
            }
            Ok(())
        }),
        browser.trial("what_is_offered_says_how_it_is_called_and_what_it_does", |page| async move {
            for (typed, said) in [
                ("prin", "print(*args, sep=' ', end='\\n', file=None, flush=False)Prints the values"),
                ("import math as m\nm.sqr", "sqrt(x, /)Return the square root of x."),
            ] {
                page.type_program(typed).await?;
                page.press("#editor .cm-content", TO_THE_END).await?;
                page.press("#editor .cm-content", COMPLETE).await?;
                page.until("document.querySelector('.cm-completionInfo')?.textContent").await?;
                // A member's signature stands in the list, beside its name.
                let found: String = page
                    .script("
                        const signature = document.querySelector('li[aria-selected]').textContent;
                        const info = document.querySelector('.cm-completionInfo').textContent;
                        return info.includes('(') ? info : signature + info")
                    .await?;
                expect_part(&found, said)?;
                page.press("#editor .cm-content", "\u{e00c}").await?;
            }
            Ok(())
        }),
        browser.trial("enter_ends_the_line_and_takes_no_word", |page| async move {
            page.type_program("").await?;
            page.press("#editor .cm-content", "pri").await?;
            page.until("document.querySelector('.cm-tooltip-autocomplete li')").await?;
            page.press("#editor .cm-content", ENTER).await?;
            expect(page.editor_text().await?, "pri\n")
        }),
        browser.trial("what_is_no_python_is_underlined_while_it_is_typed", |page| async move {
            page.type_program("名前 = '📊'; x = = 1\n").await?;
            page.until("document.querySelector('.cm-lintRange-error')").await?;
            expect(page.text(".cm-lintRange-error").await?, "=")?;
            page.type_program("x = 1\n").await?;
            page.until("!document.querySelector('.cm-lintRange-error')").await
        }),
        browser.trial("the_line_of_the_cursor_runs_by_itself", |page| async move {
            page.type_program("print('not this')\nif True:\n    print('this')").await?;
            page.press("#editor .cm-content", TO_THE_END).await?;
            page.press("#editor .cm-content", RUN_SELECTION).await?;
            page.until("document.getElementById('status').dataset.status === 'ok'").await?;
            expect(page.text("#output").await?, "this\n")?;
            page.click("#clear").await?;
            expect(page.text("#output").await?, "")
        }),
        browser.trial("a_selection_goes_on_with_the_names_of_the_program", |page| async move {
            page.type_program("n = 20\nprint('ran')\nn * 2 + 2").await?;
            page.click("#run").await?;
            expect(page.status_after_run().await?, "ok")?;
            page.press("#editor .cm-content", TO_THE_END).await?;
            page.click("#run-selection").await?;
            page.until("document.getElementById('output').textContent === 'ran\\n42\\n'").await?;
            page.press("#editor .cm-content", TO_THE_END).await?;
            page.press("#editor .cm-content", "\n1 / 0").await?;
            page.click("#run-selection").await?;
            page.until("document.getElementById('status').dataset.status === 'exception'").await?;
            expect(page.text("#editor .cm-error-line").await?, "1 / 0")
        }),
        browser.trial("text_is_found_and_replaced", |page| async move {
            page.type_program("one two one").await?;
            page.press("#editor .cm-content", "\u{e009}f").await?;
            page.press(".cm-search [name=search]", "one").await?;
            page.press(".cm-search [name=replace]", "1").await?;
            page.click(".cm-search [name=replaceAll]").await?;
            expect(page.editor_text().await?, "1 two 1")
        }),
    ]
}
