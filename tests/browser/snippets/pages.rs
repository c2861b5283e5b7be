//! Snippets and the page around them: what they cost it, what it forbids them, how they look in it.

use std::collections::HashMap;
use std::env;

use libtest_mimic::Trial;
use serde_json::json;

use super::{HELPERS, place, run, shown, trial};
use crate::accessibility;
use crate::page::{Browser, Checked, Page, expect, expect_part};
use crate::pauses::EFFORT;
use crate::variant::Variant;

/// What a hundred snippets may take that nobody uses, in milliseconds of an ordinary machine.
const MOST_MS: f64 = 10.0;

#[expect(clippy::too_many_lines, reason = "a list of tests")]
pub fn trials(browser: &Browser) -> Vec<Trial> {
    vec![
        trial(browser, "a_hundred_snippets_cost_nothing_before_one_is_used", |page| async move {
            page.open_elsewhere(&page.script::<String>("return location.href").await?).await?;
            page.until("customElements.get('garter-snippet')").await?;
            // The first of a page is slower than the rest, and a busy machine slower than an idle one:
            // of each, what is fastest is least of the other's doing.
            let script = [EFFORT, "
                 const html = '<garter-snippet editable><pre><code><i>print</i>(1)</code></pre></garter-snippet>'.repeat(100);
                 const times = [];
                 const efforts = [];
                 for (let round = 0; round < 30; round += 1) {
                   const page = document.createElement('template');
                   page.innerHTML = html;
                   const begin = performance.now();
                   document.body.append(page.content);
                   times.push(performance.now() - begin);
                   efforts.push(effort());
                 }
                 return Math.min(...times) / Math.min(...efforts);"].concat();
            let fastest: f64 = page.script(&script).await?;
            if fastest > MOST_MS {
                return Err(format!("100 snippets took what is {fastest} ms on an ordinary machine").into());
            }
            expect(page.script::<usize>("return document.querySelectorAll('garter-snippet').length").await?, 3000)?;
            let fetched: Vec<String> = page
                .script("return performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname).filter(path => path !== '/favicon.ico')")
                .await?;
            expect(fetched, vec!["/pkg/snippet.js".to_owned()])?;
            expect(page.script::<usize>("return document.querySelectorAll('iframe').length").await?, 0)
        }),
        browser.bare_trial("snippets::a_strict_policy_with_trusted_types", |page| async move {
            open(&page, STRICT, &format!("{POLICY}; frame-src 'self'")).await?;
            expect(run(&page, "s").await?, "exception")?;
            expect_part(&shown(&page, ".terminal", "s").await?, "ZeroDivisionError")?;
            page.script::<()>("press('edit')").await?;
            page.until("inside('.cm-content')").await?;
            // Its styles have arrived, too.
            page.until("getComputedStyle(inside('.cm-scroller')).display === 'flex' && getComputedStyle(inside('.terminal')).whiteSpace === 'pre-wrap'").await?;
            let violations: Vec<String> = page.script("return violations").await?;
            expect(violations, Vec::<String>::new())
        }),
        browser.bare_trial("snippets::a_policy_that_forbids_the_frame_is_named_with_the_cure", |page| async move {
            open(&page, STRICT, POLICY).await?;
            expect(run(&page, "s").await?, "broken")?;
            expect_part(&shown(&page, ".notices", "s").await?, "Add 'self' to its frame-src.")
        }),
        browser.bare_trial("snippets::a_policy_that_forbids_the_download_is_named_with_the_cure", |page| async move {
            open(&page, STRICT, &format!("{}; frame-src 'self'", POLICY.replace("connect-src 'self'", "connect-src 'none'"))).await?;
            expect(run(&page, "s").await?, "broken")?;
            expect_part(&shown(&page, ".notices", "s").await?, "Add 'self' to its connect-src.")
        }),
        browser.bare_trial("snippets::two_versions_of_the_script_are_told_apart", |page| async move {
            let scripts = "<script type=module src=pkg/snippet.js></script><script type=module src=pkg/snippet.js?again></script>";
            let other = "customElements.get('garter-snippet').build = 'another'; await import('/pkg/snippet.js?other');";
            open(&page, &format!("<garter-snippet id=s>print(1)</garter-snippet>{scripts}"), "").await?;
            page.until("customElements.get('garter-snippet')").await?;
            // The same one twice is no harm.
            page.script_with::<()>("await import('/pkg/snippet.js?again')", &json!(null)).await?;
            expect(page.script::<bool>("return shown('.notices') === null").await?, true)?;
            page.script_with::<()>(other, &json!(null)).await?;
            expect_part(&shown(&page, ".notices", "s").await?, "snippet.js?other is not")?;
            expect(run(&page, "s").await?, "ok")
        }),
        browser.bare_trial("snippets::room_is_kept_for_the_buttons_until_the_script_is_there", |page| async move {
            open_without_script(&page, "<link rel=stylesheet href=pkg/snippet.css>
                <garter-snippet id=s editable><pre style='margin: 20px 0'><code>print(1)\nprint(2)</code></pre></garter-snippet><p id=below>Below</p>", "").await?;
            let moved: f64 = page.script_with(
                "const top = () => snippet('below').getBoundingClientRect().top;
                 const before = top();
                 await import('/pkg/snippet.js');
                 return top() - before;",
                &json!(null),
            ).await?;
            expect(moved, 0.0)
        }),
        browser.bare_trial("snippets::where_programs_cannot_wait_they_are_run_again_or_given_their_input_before", |page| async move {
            page.open_elsewhere(&env::var("GARTER_URL_OLDER")?).await?;
            page.script::<()>(HELPERS).await?;
            page.script::<()>("const script = document.createElement('script'); script.type = 'module'; script.src = 'snippet.js'; document.head.append(script)").await?;
            page.until("customElements.get('garter-snippet')").await?;
            place(&page, "<garter-snippet id=s>print('Hello,', input('Name? '))</garter-snippet>").await?;
            page.script::<()>("snippet('s').run()").await?;
            page.until("snippet('s').status === 'waiting' && inside('.input')").await?;
            page.script::<()>("inside('.input').focus()").await?;
            page.keys(&format!("Bo{}", '\u{e007}')).await?;
            page.until("snippet('s').status === 'ok'").await?;
            expect(shown(&page, ".terminal", "s").await?, "Name? Bo\nHello, Bo")?;
            // To run again for the answer would take too long.
            let program = "import time\nend = time.process_time() + 3.2\nwhile time.process_time() < end:\n    \
                for _ in range(9_999): pass\nprint('Hello,', input('Name? '))";
            place(&page, &format!("<garter-snippet id=s>{}</garter-snippet>", program.replace('<', "&lt;"))).await?;
            expect(run(&page, "s").await?, "exception")?;
            expect_part(&shown(&page, ".given", "s").await?, "ype its input before you press Run")?;
            page.script::<()>("inside('.stdin').focus()").await?;
            page.keys("Ann").await?;
            expect(run(&page, "s").await?, "ok")?;
            expect(shown(&page, ".terminal", "s").await?, "Name? Hello, Ann")
        }),
        trial(browser, "axe_finds_nothing_wrong_in_any_state_and_scheme", |page| async move {
            // The last is a page that is dark and does not say so.
            for style in ["color-scheme: light", "color-scheme: dark; background: #111", "background: #111; color: #ddd"] {
                page.script_with::<()>("document.documentElement.style = argument", &style.into()).await?;
                place(&page, "<garter-snippet id=idle editable>print(1)</garter-snippet>
                    <garter-snippet id=wrong timeout=soon expect=3>print(1)\nprint(2)</garter-snippet>
                    <garter-snippet id=right expect=1>print(1)</garter-snippet>
                    <garter-snippet id=failed>for i in range(8): print(f'\\33[3{i}mcolour\\33[0m')\nprint(1 / 0)</garter-snippet>
                    <garter-snippet id=asks>input('Name? ')</garter-snippet>
                    <garter-snippet id=edited editable># A comment\ndef f(x: int = 3) -> str:\n    return \"text\" + str(x)</garter-snippet>").await?;
                for id in ["wrong", "right", "failed"] {
                    run(&page, id).await?;
                }
                page.script::<()>("snippet('asks').run(); snippet('edited').edit()").await?;
                page.until("snippet('asks').status === 'waiting' && inside('.cm-content', 'edited')").await?;
                accessibility::check(&page, "body").await?;
                page.script::<()>("snippet('asks').stop()").await?;
                page.until("snippet('asks').status === 'stopped'").await?;
            }
            page.script::<()>("document.documentElement.removeAttribute('style')").await
        }),
        trial(browser, "nothing_below_a_snippet_moves_while_it_runs_in_the_room_that_it_has", |page| async move {
            // What is reserved, and what the output before it had.
            place(&page, "<garter-snippet id=s expect=1 lines=12>for i in range(40): print(i)</garter-snippet>
                <garter-snippet id=t>import time\nfor i in range(6): print(i, flush=True); time.sleep(0.03)</garter-snippet><p id=below>Below</p>").await?;
            const WATCH: &str = "window.below = []; window.place = () => snippet('below').getBoundingClientRect().top;
                press('run', argument); window.before = place(); (function watch() { below.push(place()); if (snippet(argument).status !== 'ok') requestAnimationFrame(watch); })()";
            for (id, first) in [("s", None), ("t", Some("ok"))] {
                if let Some(status) = first {
                    expect(run(&page, id).await?, status)?;
                }
                page.script_with::<()>(WATCH, &id.into()).await?;
                page.until(&format!("snippet('{id}').status === 'ok'")).await?;
                expect(page.script::<bool>("return [...below, place()].every(at => at === before)").await?, true)?;
            }
            // Until the reader wants to see all of it.
            page.script::<()>("press('expand', 's')").await?;
            expect(page.script::<bool>("return place() > before && inside('.terminal').scrollHeight === inside('.terminal').clientHeight").await?, true)
        }),
        trial(browser, "pictures_tables_and_html_are_seen_whole_and_text_scrolls", |page| async move {
            place(&page, "<garter-snippet id=turtle>import turtle\nturtle.forward(50)\nprint('drawn')</garter-snippet>
                <garter-snippet id=plot>import matplotlib.pyplot as plt\nfor n in range(50): print(n)\nplt.plot([1, 2])\nplt.show()</garter-snippet>
                <garter-snippet id=table>display([{'n': n} for n in range(90)])</garter-snippet>
                <garter-snippet id=text>for n in range(50): print(n)</garter-snippet>").await?;
            page.script::<()>(
                "window.isWhole = (id) => {
                   const [box, picture] = ['.terminal', '.terminal .shown, .garter-picture'].map((css) => inside(css, id).getBoundingClientRect());
                   return picture.height > 100 && picture.top >= box.top - 1 && picture.bottom <= box.bottom + 1;
                 };",
            ).await?;
            for id in ["turtle", "plot", "table"] {
                expect(run(&page, id).await?, "ok")?;
                page.until(&format!("isWhole('{id}')")).await?;
            }
            expect(run(&page, "text").await?, "ok")?;
            expect(page.script::<bool>("return inside('.terminal', 'text').clientHeight < 260").await?, true)?;
            // A picture that is the last thing of a long output, too, and no wider than its column.
            page.script::<()>("snippet('plot').style.width = '280px'").await?;
            expect(run(&page, "plot").await?, "ok")?;
            page.until("isWhole('plot') && inside('.terminal', 'plot').scrollWidth <= inside('.terminal', 'plot').clientWidth").await
        }),
        trial(browser, "nothing_moves_where_the_room_for_a_picture_is_kept", |page| async move {
            place(&page, "<garter-snippet id=s style='--garter-picture-height: 18em'>import time, turtle\nprint('before')\ntime.sleep(0.1)\nturtle.forward(50)\nprint('after')</garter-snippet><p id=below>Below</p>").await?;
            page.script::<()>(
                "window.places = new Set();
                 press('run', 's');
                 (function watch() { places.add(snippet('below').getBoundingClientRect().top); if (snippet('s').status !== 'ok') requestAnimationFrame(watch); })()",
            ).await?;
            page.until("snippet('s').status === 'ok' && inside('canvas')?.getBoundingClientRect().height > 100").await?;
            expect(page.script::<usize>("return places.size").await?, 1)?;
            let is_whole: bool = page.script(
                "const [box, picture] = ['.terminal', '.garter-picture'].map((css) => inside(css).getBoundingClientRect()); return picture.height < box.height",
            ).await?;
            expect(is_whole, true)
        }),
        trial(browser, "a_snippet_that_runs_by_itself_has_its_room_from_the_beginning", |page| async move {
            place(&page, "<garter-snippet id=s autorun>print(1)</garter-snippet><garter-snippet id=t autorun lines=5>print(1)</garter-snippet><p id=below>Below</p>").await?;
            let before: f64 = page.script("return snippet('below').getBoundingClientRect().top").await?;
            page.until("snippet('t').status === 'ok'").await?;
            expect(page.script::<f64>("return snippet('below').getBoundingClientRect().top").await?, before)
        }),
    ]
}

/// As strict as can be, without the frame.
const POLICY: &str = "default-src 'none'; script-src 'self'; connect-src 'self'; base-uri 'none'; \
    form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/// A page that notes what its policy forbids.
const STRICT: &str = "<script type=module src=strict.js></script><script type=module src=pkg/snippet.js></script>
    <garter-snippet id=s editable><pre><code>print('before')\nprint(1 / 0)</code></pre></garter-snippet>";

const NOTING: &str = "window.violations = [];
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => violations.push(`${violatedDirective} ${blockedURI}`));";

/// Opens a page with a policy.
async fn open(page: &Page, html: &str, policy: &str) -> Checked {
    open_without_script(page, html, policy).await?;
    page.until("customElements.get('garter-snippet')").await
}

async fn open_without_script(page: &Page, html: &str, policy: &str) -> Checked {
    let server = Variant {
        pages: HashMap::from([
            (
                "page.html",
                format!(
                    "<!doctype html><html lang=en><title>Snippets</title><body>{html}</body></html>"
                ),
            ),
            ("strict.js", NOTING.to_owned()),
        ]),
        headers: format!("Content-Security-Policy: {policy}\r\n"),
        ..Variant::default()
    };
    let url = server.serve().await;
    page.open_elsewhere(&format!("{url}page.html")).await?;
    page.script::<()>(HELPERS).await
}
