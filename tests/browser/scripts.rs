//! `<script type="text/garter">` in a page.

use std::collections::HashMap;

use libtest_mimic::Trial;

use crate::page::{Browser, Checked, Page, expect, expect_part};
use crate::variant::Variant;

pub fn trials(browser: &Browser) -> Vec<Trial> {
    vec![
        trial(
            browser,
            "blocks_run_in_order_each_with_its_own_names",
            "<script type='text/garter' output='here'>
               import time
               time.sleep(0.05)
               name = 'first'
               print(name)
             </script>
             <script type='text/garter' src='second.py' output='here'></script>",
            |page| async move { expect(page.text("#here").await?, "first\nsecond: no name\n") },
        ),
        trial(
            browser,
            "blocks_of_a_session_share_names",
            "<script type='text/garter' session='a'>x = 1</script>
             <script type='text/garter' session='b'>x = 2</script>
             <script type='text/garter' session='a' output='here'>print(x)</script>",
            |page| async move { expect(page.text("#here").await?, "1\n") },
        ),
        trial(
            browser,
            "errors_are_shown_and_the_next_block_runs",
            "<script type='text/garter' output='here'>1 / 0</script>
             <script type='text/garter' output='here' timeout='0.2'>while True: pass</script>
             <script type='text/garter' output='here' timeout='soon'>print('after')</script>",
            |page| async move {
                let text = page.text("#here").await?;
                expect_part(&text, "ZeroDivisionError: division by zero")?;
                expect_part(&text, "longer than the 0.2 seconds")?;
                expect_part(&text, "soon")?;
                expect_part(&text, "after\n")?;
                let wrong = page.text("#here [data-stream=stderr]").await?;
                expect_part(&wrong, "Traceback")
            },
        ),
        trial(
            browser,
            "without_an_element_output_goes_to_the_console_line_by_line",
            "<script type='text/garter'>
               print('one', end=' ')
               print('two')
               print('three', end='')
               {}['key']
             </script>",
            |page| async move {
                let lines: Vec<String> = page.script("return logged").await?;
                expect(
                    lines[..2].to_vec(),
                    ["one two", "three"].map(String::from).to_vec(),
                )?;
                expect_part(&lines[2], "KeyError: 'key'")
            },
        ),
        trial(
            browser,
            "questions_are_asked_with_a_prompt_and_events_tell_of_the_end",
            "<script type='text/garter' output='here'>print(input('Name? '))</script>",
            |page| async move {
                expect_part(&page.text("#here").await?, "Ada\n")?;
                let found: (String, Vec<String>) = page.script("return [asked, ended]").await?;
                expect(found, ("Name? ".to_owned(), vec!["ok".to_owned()]))
            },
        ),
    ]
}

/// What a page does before its scripts: it answers for whoever reads, and takes notes.
const NOTES: &str = "
    window.logged = [];
    window.asked = null;
    window.ended = [];
    for (const level of ['log', 'error']) console[level] = (text) => logged.push(text);
    window.prompt = (question) => { asked = question; return 'Ada'; };
    addEventListener('garter:finished', ({ detail }) => ended.push(detail.status));";

/// A test of a page with these scripts, once they have ended.
fn trial<F>(
    browser: &Browser,
    name: &str,
    scripts: &'static str,
    test: impl FnOnce(Page) -> F + Send + 'static,
) -> Trial
where
    F: Future<Output = Checked>,
{
    browser.bare_trial(&format!("scripts::{name}"), move |page| async move {
        let html = format!(
            "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Scripts</title>
             <body><pre id=\"here\"></pre><script>{NOTES}</script>{scripts}
             <script type=\"module\">
               import {{ runScripts }} from './scripts.js';
               await runScripts();
               document.documentElement.dataset.garter = 'ready';
             </script></body></html>"
        );
        let second =
            "try:\n    print('second:', name)\nexcept NameError:\n    print('second: no name')\n";
        let server = Variant {
            pages: HashMap::from([("scripts.html", html), ("second.py", second.to_owned())]),
            ..Variant::default()
        };
        let url = server.serve().await;
        page.open_elsewhere(&format!("{url}scripts.html")).await?;
        page.be_ready().await?;
        test(page).await
    })
}
