//! `<garter-snippet>` in pages of its own.

mod cells;
mod pages;
mod wrong;

use std::collections::HashMap;

use libtest_mimic::{Failed, Trial};
use serde_json::{Value, json};
use tokio::sync::OnceCell;

use crate::page::{Browser, Checked, Engine, Page, expect, expect_part};
use crate::variant::Variant;

/// A page with the script and nothing else; tests fill it.
const PAGE: &str =
    "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Snippets</title>
    <body></body><script type=\"module\" src=\"pkg/snippet.js\"></script></html>";

/// What a test finds in the page it fills.
const HELPERS: &str = "
    window.snippet = (id = 's') => document.getElementById(id);
    window.inside = (css, id) => snippet(id).shadowRoot.querySelector(css);
    window.shown = (css, id) => { const found = inside(css, id); return found && !found.closest('[hidden]') ? found.innerText : null; };
    window.press = (name, id) => inside(`button.${name}`, id).click();
    window.events = [];
    for (const type of ['garter:output', 'garter:finished'])
      document.addEventListener(type, ({ target, detail }) => events.push({ type, id: target.id, detail }));";

#[expect(clippy::too_many_lines, reason = "a list of tests")]
pub fn trials(browser: &Browser) -> Vec<Trial> {
    vec![
        trial(browser, "code_of_the_page_is_run_and_its_output_read", |page| async move {
            place(&page, "<garter-snippet id=s><pre><code><b>print</b>('hello')<br>print(6 * 7)</code></pre></garter-snippet>").await?;
            expect(run(&page, "s").await?, "ok")?;
            expect(shown(&page, ".terminal", "s").await?, "hello\n42")?;
            expect_part(&shown(&page, ".status", "s").await?, "Finished")?;
            // The page's own code stays as it is.
            expect(page.script::<usize>("return document.querySelectorAll('garter-snippet > pre > code > b').length").await?, 1)
        }),
        trial(browser, "text_in_a_page_is_taken_without_its_indentation", |page| async move {
            place(&page, "<garter-snippet id=s>\n        if True:\n            print('in')\n        print('out')\n    </garter-snippet>").await?;
            expect(run(&page, "s").await?, "ok")?;
            expect(shown(&page, ".plain", "s").await?, "if True:\n    print('in')\nprint('out')")?;
            expect(shown(&page, ".terminal", "s").await?, "in\nout")
        }),
        trial(browser, "all_snippets_share_one_frame", |page| async move {
            place(&page, "<garter-snippet id=s>print(1)</garter-snippet><garter-snippet id=t>print(2)</garter-snippet>").await?;
            let statuses: Vec<String> = page.script_with(
                "return (await Promise.all([snippet('s').run(), snippet('t').run()])).map(({ status }) => status)",
                &json!(null),
            ).await?;
            expect(statuses, ["ok", "ok"].map(String::from).to_vec())?;
            expect(page.script::<usize>("return document.querySelectorAll('iframe').length").await?, 1)
        }),
        trial(browser, "the_line_of_an_error_is_marked_in_the_code", |page| async move {
            place(&page, "<garter-snippet id=s><pre><code><i>x</i> = 1\n    \n<span>print(x</span> / 0)  \n</code></pre></garter-snippet>").await?;
            expect(run(&page, "s").await?, "exception")?;
            expect_part(&shown(&page, ".terminal", "s").await?, "ZeroDivisionError")?;
            expect_part(&shown(&page, ".status", "s").await?, "on line 3")?;
            expect(marked(&page).await?, json!(["print(x / 0)"]))?;
            expect(run(&page, "s").await?, "exception")?;
            expect(marked(&page).await?, json!(["print(x / 0)"]))?;
            page.script::<()>("snippet().code = 'print(1)'").await?;
            expect(marked(&page).await?, json!([]))
        }),
        trial(browser, "stop_ends_an_endless_loop_and_run_works_again", |page| async move {
            place(&page, "<garter-snippet id=s>import time\nwhile True: time.sleep(0.01)</garter-snippet>").await?;
            page.script::<()>("press('run')").await?;
            page.until("snippet().status === 'running' && inside('.run').dataset.shows === 'stop'").await?;
            expect(shown(&page, ".run", "s").await?, "Stop")?;
            page.script::<()>("press('run')").await?;
            page.until("snippet().status === 'stopped'").await?;
            page.script::<()>("snippet().code = 'print(1)'").await?;
            expect(run(&page, "s").await?, "ok")
        }),
        trial(browser, "a_reader_edits_runs_and_takes_it_back", |page| async move {
            place(&page, "<garter-snippet id=s editable><pre><code>print('first')</code></pre></garter-snippet>").await?;
            page.script::<()>("press('edit')").await?;
            page.until("inside('.cm-content') && snippet().shadowRoot.activeElement === inside('.cm-content')").await?;
            page.keys("print(2)\u{e007}").await?;
            page.keys("\u{e009}\u{e007}").await?;
            page.until("snippet().status === 'ok'").await?;
            expect(shown(&page, ".terminal", "s").await?, "2\nfirst")?;
            expect(page.script::<String>("return snippet().code").await?, "print(2)\nprint('first')")?;
            page.script::<()>("press('reset')").await?;
            expect(page.script::<String>("return snippet().code").await?, "print('first')")?;
            expect(page.script::<bool>("return shown('.result') === null && shown('.editor') === null").await?, true)?;
            expect(page.script::<bool>("return document.querySelector('code').checkVisibility()").await?, true)
        }),
        trial(browser, "a_question_takes_the_focus_and_is_answered_by_keys_alone", |page| async move {
            place(&page, "<garter-snippet id=s>print('Hello,', input('Name? '))</garter-snippet>").await?;
            page.keys("\u{e004}").await?;
            page.until("snippet().shadowRoot.activeElement").await?;
            while page.script::<bool>("return snippet().shadowRoot.activeElement !== inside('.run')").await? {
                page.keys("\u{e004}").await?;
            }
            page.keys(" ").await?;
            page.until("snippet().status === 'waiting' && snippet().shadowRoot.activeElement?.matches('.input')").await?;
            page.keys("Ann\u{e007}").await?;
            page.until("snippet().status === 'ok'").await?;
            expect(shown(&page, ".terminal", "s").await?, "Name? Ann\nHello, Ann")
        }),
        trial(browser, "scripts_hear_output_and_results", |page| async move {
            place(&page, "<garter-snippet id=s>import sys\nprint('out')\nsys.exit(3)</garter-snippet>").await?;
            expect(run(&page, "s").await?, "exit")?;
            let events: Value = page
                .script("return events.map(({ type, id, detail }) => [type, id, detail.text ?? [detail.status, detail.exitCode, detail.stdout]])")
                .await?;
            expect(events, json!([["garter:output", "s", "out\n"], ["garter:finished", "s", ["exit", 3, "out\n"]]]))
        }),
        trial(browser, "stdin_files_and_limits_come_from_attributes", |page| async move {
            place(&page, "<script type=\"text/plain\" id=people data-name=people.csv>\nAnn\nBob\n</script>
                <garter-snippet id=s stdin=\"typed\nmore\" files=\"people copy.css=pkg/terminal.css\" modules=\"os\"></garter-snippet>").await?;
            set_code(&page, "print(open('people.csv').read(), input(), 'terminal' in open('copy.css').read())\ntry:\n    import json\nexcept ImportError as e:\n    print(e)").await?;
            expect(run(&page, "s").await?, "ok")?;
            let text = shown(&page, ".terminal", "s").await?;
            expect_part(&text, "Ann\nBob\n typed True")?;
            expect_part(&text, "does not allow 'json'")?;
            place(&page, "<garter-snippet id=s timeout=0.2>while True: pass</garter-snippet>").await?;
            expect(run(&page, "s").await?, "timeout")?;
            expect_part(&shown(&page, ".status", "s").await?, "0.2 seconds")
        }),
        trial(browser, "expected_output_gets_a_tick_and_other_output_a_difference", |page| async move {
            place(&page, "<garter-snippet id=s expect=\"\n1\n2\n3\">for i in range(1, 4): print(i, end=' \\n')</garter-snippet>").await?;
            expect(run(&page, "s").await?, "ok")?;
            expect_part(&shown(&page, ".check", "s").await?, "✓ This is the expected output.")?;
            set_code(&page, "print(1)\nprint(4)\nprint(3)").await?;
            expect(run(&page, "s").await?, "ok")?;
            let lines: Value = page
                .script("return [...inside('.check').querySelectorAll('li')].map(line => `${line.className} ${line.lastChild.data}`)")
                .await?;
            expect(lines, json!(["same 1", "missing 2", "extra 4", "same 3"]))
        }),
        trial(browser, "a_snippet_that_is_removed_takes_its_worker_along", |page| async move {
            place(&page, "<garter-snippet id=s>import time\nwhile True:\n    print('x')\n    time.sleep(0.01)</garter-snippet>").await?;
            page.script::<()>("window.kept = snippet(); window.ended = kept.run()").await?;
            page.until("snippet().status === 'running' && events.length > 0").await?;
            let result: Value = page.script_with("kept.remove(); return await ended", &json!(null)).await?;
            expect(result, Value::Null)?;
            // It hears no more of it, and says why when it is back.
            page.script::<()>("events.length = 0; document.body.append(kept)").await?;
            expect_part(&shown(&page, ".notices", "s").await?, "was moved")?;
            expect(page.script::<String>("return snippet().status").await?, "idle")?;
            set_code(&page, "print('again')").await?;
            expect(run(&page, "s").await?, "ok")?;
            expect(page.script::<Value>("return events.filter(({ type }) => type === 'garter:output').map(({ detail }) => detail.text)").await?, json!(["again\n"]))
        }),
        trial(browser, "a_selector_makes_snippets_of_the_blocks_it_matches", |page| async move {
            place(&page, "<pre id=one><code class=language-python>print(1)</code></pre><pre><code class=language-js>let x</code></pre>
                <div><pre><code class=language-python>print(2)</code></pre></div>
                <garter-snippet selector=\"pre code.language-python\" editable></garter-snippet>").await?;
            let made: Value = page
                .script("return [...document.querySelectorAll('garter-snippet:not([selector])')].map(s => [s.code, s.hasAttribute('editable'), s.parentElement.localName])")
                .await?;
            expect(made, json!([["print(1)", true, "body"], ["print(2)", true, "div"]]))?;
            page.script::<()>("document.querySelector('garter-snippet').id = 's'").await?;
            expect(run(&page, "s").await?, "ok")
        }),
        trial(browser, "a_file_is_shown_and_run", |page| async move {
            place(&page, "<garter-snippet id=s src=\"demo.py\"><pre><code>print('from the page')</code></pre></garter-snippet>").await?;
            page.until("shown('.plain')").await?;
            expect(shown(&page, ".plain", "s").await?, "print('from a file')")?;
            expect(run(&page, "s").await?, "ok")?;
            expect(shown(&page, ".terminal", "s").await?, "from a file")
        }),
        trial(browser, "pictures_and_tables_stand_in_the_output", |page| async move {
            place(&page, "<garter-snippet id=s></garter-snippet>").await?;
            set_code(&page, "print('one')\ndisplay('<svg width=\"40\" height=\"30\"><circle r=\"5\"/></svg>')\ndisplay([['a', 'b'], [1, 2]])").await?;
            expect(run(&page, "s").await?, "ok")?;
            page.until("inside('.terminal .shown img')?.naturalWidth === 40 && inside('.terminal .shown table, .terminal table.shown')").await
        }),
        trial(browser, "it_speaks_the_language_of_its_place", |page| async move {
            place(&page, "<div lang=ja><garter-snippet id=s expect=1>print(1)</garter-snippet></div>").await?;
            expect(shown(&page, ".run", "s").await?, "実行")?;
            expect(run(&page, "s").await?, "ok")?;
            expect_part(&shown(&page, ".status", "s").await?, "実行が終わりました")?;
            expect_part(&shown(&page, ".check", "s").await?, "期待どおり")
        }),
    ]
    .into_iter()
    .chain(cells::trials(browser))
    .chain(wrong::trials(browser))
    .chain(pages::trials(browser))
    .collect()
}

/// A test that begins with the page of snippets; what was loaded for the one before is still there.
fn trial<F>(browser: &Browser, name: &str, test: impl FnOnce(Page) -> F + Send + 'static) -> Trial
where
    F: Future<Output = Checked>,
{
    browser.bare_trial(&format!("snippets::{name}"), |page| async {
        stay_at_snippets(&page).await?;
        test(page).await
    })
}

async fn stay_at_snippets(page: &Page) -> Checked {
    static CHROMIUM: OnceCell<String> = OnceCell::const_new();
    static FIREFOX: OnceCell<String> = OnceCell::const_new();
    let server = match page.engine {
        Engine::Chromium => &CHROMIUM,
        Engine::Firefox => &FIREFOX,
    };
    let url = server
        .get_or_init(|| {
            Variant {
                pages: HashMap::from([
                    ("snippets.html", PAGE.to_owned()),
                    ("demo.py", "print('from a file')\n".to_owned()),
                ]),
                ..Variant::default()
            }
            .serve()
        })
        .await;
    let url = format!("{url}snippets.html");
    if page.script::<String>("return location.href").await? != url {
        page.open_elsewhere(&url).await?;
        page.script::<()>(HELPERS).await?;
        page.until("customElements.get('garter-snippet')").await?;
    }
    Ok(())
}

/// Fills the page.
async fn place(page: &Page, html: &str) -> Checked {
    page.script_with::<()>(
        "document.body.querySelectorAll(':scope > :not(iframe)').forEach(element => element.remove());
         events.length = 0;
         document.body.insertAdjacentHTML('afterbegin', argument);",
        &html.into(),
    )
    .await
}

async fn set_code(page: &Page, code: &str) -> Checked {
    page.script_with::<()>("snippet().code = argument", &code.into())
        .await
}

/// Runs a snippet and returns how it ended.
async fn run(page: &Page, id: &str) -> Result<String, Failed> {
    page.script_with(
        "await snippet(argument).run(); return snippet(argument).status",
        &id.into(),
    )
    .await
}

/// What a part of a snippet shows.
async fn shown(page: &Page, css: &str, id: &str) -> Result<String, Failed> {
    let text: Option<String> = page
        .script_with(
            "return shown(argument.css, argument.id)",
            &json!({ "css": css, "id": id }),
        )
        .await?;
    Ok(text.unwrap_or_default().trim_end().replace('\u{a0}', " "))
}

/// The code that is marked as wrong.
async fn marked(page: &Page) -> Result<Value, Failed> {
    page.script("return [...CSS.highlights.get('garter-wrong-line') ?? []].map(String)")
        .await
}
