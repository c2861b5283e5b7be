//! `<garter-snippet>` in pages of its own.

mod cells;
mod packages;
mod pages;
mod wrong;

use std::collections::HashMap;

use libtest_mimic::{Failed, Trial};
use serde_json::{Value, json};
use tokio::sync::OnceCell;

use crate::page::{Browser, Checked, Engine, Page, expect, expect_part};
use crate::pauses::{LONGEST_TASK_MS, moving, watching};
use crate::variant::Variant;

/// A page with the script and nothing else; tests fill it.
const PAGE: &str =
    "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Snippets</title>
    <body></body><script type=\"module\" src=\"pkg/snippet.js\"></script></html>";

/// What a test finds in the page it fills.
pub const HELPERS: &str = "
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
        trial(browser, "rules_are_for_the_readers_code_wherever_it_comes_in_its_interpreter", |page| async move {
            place(&page, "<template id=b>for n in range(3): x = n</template>
                <garter-snippet id=s before=#b policy=no-loops><pre><code>for n in [1]: print(n)</code></pre></garter-snippet>
                <garter-snippet id=t before=#b policy=no-loops><pre><code>print(x)</code></pre></garter-snippet>
                <garter-snippet id=u session=a policy=no-loops><pre><code>y = 1</code></pre></garter-snippet>
                <garter-snippet id=v session=a policy=no-loops><pre><code>for n in [1]: y += n</code></pre></garter-snippet>
                <garter-snippet id=w session=a policy=no-loops><pre><code>print(y)</code></pre></garter-snippet>").await?;
            for (id, status) in [("s", "syntax-error"), ("t", "ok"), ("u", "ok"), ("v", "syntax-error"), ("w", "ok")] {
                expect(run(&page, id).await?.as_str(), status)?;
            }
            expect_part(&shown(&page, ".status", "v").await?, "no loops and no comprehensions here")?;
            // What was refused takes nothing away from the session.
            expect(shown(&page, ".terminal", "w").await?, "1")
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
            // No other button has taken the place of Edit, which might be pressed twice.
            expect(page.script::<Value>("return [...inside('.bar').querySelectorAll('button')].filter(({ hidden }) => !hidden).map(({ className, disabled }) => [className, disabled])").await?,
                json!([["run", false], ["edit", true], ["copy", false], ["reset", false]]))?;
            page.script::<()>("press('reset')").await?;
            expect(page.script::<bool>("return shown('.reset') === null && !inside('.edit').disabled").await?, true)?;
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
                .script("return [...inside('.check').querySelectorAll('li')].map(line => `${line.className} ${line.textContent.trim()}`)")
                .await?;
            expect(lines, json!(["same 1", "missing − expected: 2", "extra + printed: 4", "same 3"]))?;
            // The signs are explained, and the sentence stands once.
            let check = shown(&page, ".check", "s").await?;
            expect_part(&check, "− expected, but not printed")?;
            expect_part(&check, "+ printed, but not expected")?;
            expect(check.contains("differs"), false)?;
            expect(shown(&page, ".status", "s").await?, "The output differs from what is expected.")
        }),
        trial(browser, "a_long_comparison_shows_the_first_differences_and_does_not_stop_the_page", |page| async move {
            place(&page, "<garter-snippet id=s>print('x')</garter-snippet>").await?;
            page.script::<()>("snippet().setAttribute('expect', Array.from({ length: 150_000 }, (_, line) => `${line}`).join('\\n'))").await?;
            moving(page.engine, LONGEST_TASK_MS, || {
                let script = watching("await snippet().run(); await new Promise(requestAnimationFrame); return { pauses: pauses() }");
                let page = &page;
                async move { page.script_with(&script, &json!(null)).await }
            }).await?;
            let (lines, top): (usize, bool) = page
                .script("return [inside('.check').querySelectorAll('li').length, Math.abs(inside('.check').getBoundingClientRect().top - inside('.terminal').getBoundingClientRect().top) < 2]")
                .await?;
            expect((lines, top), (200, true))?;
            expect_part(&shown(&page, ".check", "s").await?, "Up to 149,")?;
            // Nothing of it lies below the page.
            expect(page.script::<bool>("return document.documentElement.scrollHeight <= innerHeight").await?, true)
        }),
        trial(browser, "what_a_program_calls_its_exception_is_quoted_in_the_status", |page| async move {
            place(&page, "<garter-snippet id=s>raise type('All is well.\\n\\u202e' + 'x' * 2000, (Exception,), {})()</garter-snippet>").await?;
            expect(run(&page, "s").await?, "exception")?;
            let status = shown(&page, ".status", "s").await?;
            expect_part(&status, "Ended with “All is well.\\n\\u202exxx")?;
            expect(status.chars().count() < 120, true)
        }),
        trial(browser, "languages_that_are_names_of_an_objects_own_are_english", |page| async move {
            for lang in ["__proto__", "constructor", "toString", "hasOwnProperty"] {
                place(&page, &format!("<garter-snippet id=s editable expect=2 lang={lang}>print(1)</garter-snippet>")).await?;
                expect(shown(&page, ".run", "s").await?, "Run")?;
                expect(run(&page, "s").await?, "ok")?;
                expect_part(&shown(&page, ".check", "s").await?, "expected, but")?;
                page.script::<()>("press('edit')").await?;
                page.until("inside('.cm-content')").await?;
                set_code(&page, "print(x)").await?;
                expect(run(&page, "s").await?, "exception")?;
                expect_part(&shown(&page, ".status", "s").await?, "Ended with “NameError”")?;
            }
            Ok(())
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
        trial(browser, "a_selector_of_the_page_itself_takes_nothing", |page| async move {
            for selector in ["body", "html", "*", "main", "title", "pre, body"] {
                place(&page, &format!("<main><pre><code>print(1)</code></pre><garter-snippet id=s selector='{selector}'></garter-snippet></main>")).await?;
                expect_part(&shown(&page, ".notices", "s").await?, "which is no block of code: no snippet was made")?;
                expect(page.script::<Value>("return [document.querySelectorAll('garter-snippet').length, document.body.parentElement.localName]").await?, json!([1, "html"]))?;
            }
            Ok(())
        }),
        trial(browser, "buttons_stand_only_where_they_do_something", |page| async move {
            place(&page, "<garter-snippet id=s>print(1)</garter-snippet><garter-snippet id=t>for i in range(40): print(i)</garter-snippet>").await?;
            for id in ["s", "t"] {
                expect(run(&page, id).await?, "ok")?;
            }
            // The browser has laid it out.
            page.until("shown('.expand', 't')").await?;
            expect(page.script::<Value>("return ['s', 't'].map(id => [shown('.expand', id), shown('.reset', id)])").await?, json!([[null, null], ["Show all", null]]))?;
            page.script::<()>("press('expand', 't')").await?;
            expect(shown(&page, ".expand", "t").await?, "Show less")?;
            // What has become short is not expanded any more.
            page.script::<()>("snippet('t').code = 'print(1)'").await?;
            expect(run(&page, "t").await?, "ok")?;
            expect(page.script::<Value>("return [shown('.expand', 't'), shown('.reset', 't')]").await?, json!([null, "Reset"]))
        }),
        trial(browser, "output_is_as_high_as_its_text_up_to_a_limit_or_what_is_reserved", |page| async move {
            place(&page, "<garter-snippet id=s>print(1)</garter-snippet><garter-snippet id=t>for i in range(6): print(i)</garter-snippet>
                <garter-snippet id=limit>for i in range(400): print(i)</garter-snippet><garter-snippet id=reserved lines=8>print(1)</garter-snippet>
                <garter-snippet id=picture>print(1)</garter-snippet>").await?;
            page.script::<()>("snippet('picture').code = `display('<svg width=\"40\" height=\"300\"><circle r=\"5\"/></svg>')`").await?;
            for id in ["s", "t", "limit", "reserved", "picture"] {
                expect(run(&page, id).await?, "ok")?;
            }
            page.until("inside('.terminal img', 'picture')?.naturalHeight === 300").await?;
            // In lines of output, without padding.
            let lines: Vec<f64> = page
                .script("return ['s', 't', 'limit', 'reserved', 'picture'].map(id => {
                   const terminal = inside('.terminal', id);
                   const { paddingTop, paddingBottom, lineHeight } = getComputedStyle(terminal);
                   return (terminal.clientHeight - parseFloat(paddingTop) - parseFloat(paddingBottom)) / parseFloat(lineHeight); })")
                .await?;
            let nearly = |at: usize, count: f64| (lines[at] - count).abs() < 0.15;
            expect((lines.clone(), nearly(0, 1.0) && nearly(1, 6.0) && nearly(3, 8.0)), (lines.clone(), true))?;
            expect((lines.clone(), lines[2] > 6.0 && lines[2] < 10.0 && lines[4] > 12.0), (lines, true))
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
        trial(browser, "hostile_tables_are_cut_or_refused_and_leave_the_page_responsive", |page| async move {
            let result = moving(page.engine, LONGEST_TASK_MS, || hostile_tables(&page)).await?;
            let texts: Vec<String> = serde_json::from_value(result["texts"].clone())?;
            let parts = [
                "but it is damaged.",
                "but it is damaged.",
                "but it is damaged.",
                "but it is damaged.",
                "but it is damaged.",
                "339,000 more rows",
                "19,950 more columns",
                "960 more rows",
                "a…",
                "\u{e33}…",
                "2 more rows, 1 more column",
                "1 more row",
                "a table of 1,465 KB, which is more than a page can bear.",
            ];
            for (text, part) in texts.iter().zip(parts) {
                expect_part(text, part)?;
            }
            expect(texts.len(), parts.len())
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
    .chain(packages::trials(browser))
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

/// Loads the page of snippets unless it is there.
pub async fn stay_at_snippets(page: &Page) -> Checked {
    static SERVERS: [OnceCell<String>; Engine::ALL.len()] =
        [const { OnceCell::const_new() }; Engine::ALL.len()];
    let url = SERVERS[page.engine as usize]
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

/// Shows tables that are made to stop the page, one in a frame; tells how it has drawn meanwhile, and how the text of each
/// ends.
async fn hostile_tables(page: &Page) -> Result<Value, Failed> {
    const SHOW: &str = "
        const { displayElement, textsFor } = await import('/pkg/garter.js');
        const columns = (count) => Array.from({ length: count }, (_, at) => ({ name: `${at}`, isNumeric: false }));
        const table = (count, rows, more = 0, moreColumns = 0) =>
          JSON.stringify({ columns: columns(count), rows, moreRows: more, moreColumns });
        const rows = (count, row) => Array(count).fill(row);
        const hostile = [
          table(0, rows(340_000, [])),
          '['.repeat(500_000) + ']'.repeat(500_000),
          `{${Array.from({ length: 80_000 }, (_, at) => `\"k${at}\":0`)}}`,
          table(1, [['a']], '1e308').replace('\"1e308\"', '1e308'),
          table(1, [['a']], -1),
          table(1, rows(140_000, ['']), 200_000),
          table(20_000, []),
          table(50, rows(1000, rows(50, null))),
          table(1, [['a'.repeat(1_000_000)]]),
          table(1, [['\\u0e33'.repeat(300_000)]]),
          table(1, [['a'.repeat(1_000_000)]], 2, 1),
          table(50, [rows(50, '\\u0e33'.repeat(3000)), rows(50, 'x'.repeat(3000))]),
          table(1, [['a'.repeat(1_500_000)]]),
        ].map((json) => new TextEncoder().encode(json));
        const home = inside('.terminal');
        home.replaceChildren();
        await nextFrame();
        const watch = () => { WATCHING return pauses; };
        const pauses = watch();
        for (const data of hostile) {
          home.append(displayElement({ mime: 'application/vnd.garter.table+json', data, alt: '' }, textsFor('en')));
          await nextFrame();
        }
        return { pauses: pauses(), texts: [...home.children].map((element) => element.querySelector('caption')?.textContent ?? element.textContent.slice(-80)) };";
    place(page, "<garter-snippet id=s>print(1)</garter-snippet>").await?;
    run(page, "s").await?;
    page.script::<()>("window.nextFrame = () => new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)))").await?;
    page.script_with(&SHOW.replace("WATCHING", &watching("")), &Value::Null)
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
