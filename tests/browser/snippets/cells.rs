//! Snippets that are more than one program.

use libtest_mimic::Trial;
use serde_json::{Value, json};

use super::{marked, place, run, set_code, shown, trial};
use crate::page::{Browser, expect, expect_part};

#[expect(clippy::too_many_lines, reason = "a list of tests")]
pub fn trials(browser: &Browser) -> Vec<Trial> {
    vec![
        trial(
            browser,
            "line_1_of_the_reader_is_line_1_whatever_runs_before",
            |page| async move {
                place(&page, "<script type=\"text/x-python\" id=setup>\nimport math\nradius = 2\n</script>
                <template id=check>\n##CODE##\nassert area() > 13, 'too small'\n</template>
                <garter-snippet id=s before=setup template=check><pre><code>def area():\n    return math.pi * radius ** 2</code></pre></garter-snippet>").await?;
                expect(run(&page, "s").await?, "exception")?;
                expect_part(
                    &shown(&page, ".terminal", "s").await?,
                    "AssertionError: too small",
                )?;
                // The line of hidden code is nobody's business.
                expect(shown(&page, ".status", "s").await?.contains("line"), false)?;
                set_code(&page, "def area():\n    return 1 / 0").await?;
                expect(run(&page, "s").await?, "exception")?;
                expect_part(&shown(&page, ".status", "s").await?, "on line 2")?;
                expect(marked(&page).await?, json!(["return 1 / 0"]))?;
                set_code(&page, "def area(:").await?;
                expect(run(&page, "s").await?, "syntax-error")?;
                expect(marked(&page).await?, json!(["def area(:"]))?;
                set_code(&page, "def area(): return 14").await?;
                expect(run(&page, "s").await?, "ok")
            },
        ),
        trial(
            browser,
            "a_list_of_modules_holds_for_all_code_of_a_snippet_and_of_a_session",
            |page| async move {
                place(&page, "<script type=\"text/x-python\" id=setup>import math</script>
                <garter-snippet id=s before=setup modules=math>print(math.floor(2.5))\nimport os</garter-snippet>
                <garter-snippet id=t session=a modules=math>x = 1</garter-snippet>
                <garter-snippet id=u session=a modules=math>print(x)\nimport os</garter-snippet>").await?;
                expect(run(&page, "s").await?, "exception")?;
                expect_part(&shown(&page, ".terminal", "s").await?, "2\n")?;
                expect_part(
                    &shown(&page, ".terminal", "s").await?,
                    "does not allow 'os'",
                )?;
                expect(run(&page, "t").await?, "ok")?;
                expect(run(&page, "u").await?, "exception")?;
                expect_part(
                    &shown(&page, ".terminal", "u").await?,
                    "does not allow 'os'",
                )
            },
        ),
        trial(
            browser,
            "a_snippet_continues_those_it_depends_on_without_their_output",
            |page| async move {
                place(
                    &page,
                    "<garter-snippet id=first>x = 20\nprint('hidden')</garter-snippet>
                <garter-snippet id=second depends-on=first>y = x + 1</garter-snippet>
                <garter-snippet id=s depends-on=\"second first\">print(x + y + 1)</garter-snippet>",
                )
                .await?;
                expect(run(&page, "s").await?, "ok")?;
                expect(shown(&page, ".terminal", "s").await?, "42")?;
                page.script::<()>("snippet('first').code = 'x = 1 / 0'")
                    .await?;
                expect(run(&page, "s").await?, "exception")?;
                expect_part(
                    &shown(&page, ".status", "s").await?,
                    "continues the snippet \"first\"",
                )
            },
        ),
        trial(
            browser,
            "snippets_of_a_session_share_their_names_until_the_last_is_gone",
            |page| async move {
                place(&page, "<garter-snippet id=s session=one>x = 1</garter-snippet><garter-snippet id=t session=one>x += 1\nprint(x)</garter-snippet>
                <garter-snippet id=other session=two>print(x)</garter-snippet>").await?;
                expect(run(&page, "s").await?, "ok")?;
                // Two at once take turns.
                page.script_with::<()>("snippet('t').run(); await snippet('t').run(); await Promise.all([snippet('s').run(), snippet('t').run()])", &json!(null)).await?;
                expect(shown(&page, ".terminal", "t").await?, "2")?;
                expect(run(&page, "t").await?, "ok")?;
                expect(shown(&page, ".terminal", "t").await?, "3")?;
                expect(run(&page, "other").await?, "exception")?;
                page.script::<()>("const [s, t] = [snippet('s'), snippet('t')]; s.remove(); t.remove(); document.body.prepend(t)").await?;
                expect(run(&page, "t").await?, "exception")?;
                expect_part(&shown(&page, ".terminal", "t").await?, "NameError")
            },
        ),
        trial(
            browser,
            "a_cell_that_is_run_before_those_above_it_offers_to_run_them",
            |page| async move {
                place(&page, "<garter-snippet id=one session=order>x = 1</garter-snippet><garter-snippet id=two session=order>y = x + 1</garter-snippet>
                <garter-snippet id=other session=another>z = 1</garter-snippet>
                <garter-snippet id=s session=order>print(y + 1)</garter-snippet><garter-snippet id=below session=order>z = 1</garter-snippet>").await?;
                expect(run(&page, "s").await?, "exception")?;
                expect_part(
                    &shown(&page, ".terminal", "s").await?,
                    "A snippet above belongs to the same session and has not been run.",
                )?;
                page.script::<()>("press('offer')").await?;
                page.until("snippet().status === 'ok'").await?;
                expect(shown(&page, ".terminal", "s").await?, "3")?;
                expect(
                    page.script::<Value>(
                        "return ['one', 'two', 'other', 'below'].map(id => snippet(id).status)",
                    )
                    .await?,
                    json!(["ok", "ok", "idle", "idle"]),
                )?;
                // All of them have run: the name is really missing, and its hint says so.
                set_code(&page, "print(z)").await?;
                expect(run(&page, "s").await?, "exception")?;
                expect(
                    page.script::<bool>("return shown('.offer') === null")
                        .await?,
                    true,
                )?;
                // One that fails keeps the next ones from running.
                place(&page, "<garter-snippet id=one session=failing>1 / 0</garter-snippet><garter-snippet id=two session=failing>y = 1</garter-snippet>
                <garter-snippet id=s session=failing>print(y)</garter-snippet>").await?;
                expect(run(&page, "s").await?, "exception")?;
                page.script::<()>("press('offer')").await?;
                page.until("snippet('one').status === 'exception' && !inside('.offer').disabled")
                    .await?;
                expect(
                    page.script::<String>("return snippet('two').status")
                        .await?,
                    "idle",
                )
            },
        ),
        trial(
            browser,
            "a_session_whose_interpreter_is_gone_says_so",
            |page| async move {
                place(&page, "<garter-snippet id=s session=lost timeout=0.2>while True:\n    try:\n        while True: pass\n    except BaseException: pass</garter-snippet>
                <garter-snippet id=t session=lost>print(1)</garter-snippet>").await?;
                expect(run(&page, "s").await?, "timeout")?;
                expect_part(
                    &shown(&page, ".status", "s").await?,
                    "Run the earlier ones again",
                )?;
                expect(run(&page, "t").await?, "ok")
            },
        ),
        trial(
            browser,
            "the_value_of_the_last_expression_is_shown_where_the_page_wants_it",
            |page| async move {
                place(&page, "<garter-snippet id=s display=repl>x = 6\nx * 7</garter-snippet><garter-snippet id=t>x = 6\nx * 7</garter-snippet>").await?;
                expect(run(&page, "s").await?, "ok")?;
                expect(run(&page, "t").await?, "ok")?;
                expect(
                    [
                        shown(&page, ".terminal", "s").await?,
                        shown(&page, ".terminal", "t").await?,
                    ],
                    ["42", ""],
                )
            },
        ),
        trial(
            browser,
            "snippets_that_run_by_themselves_take_turns",
            |page| async move {
                place(&page, "<garter-snippet id=s autorun>print(input('? '))</garter-snippet><garter-snippet id=t autorun>print(2)</garter-snippet>").await?;
                page.until("snippet('s').status === 'waiting' && snippet('t').status === 'ok'")
                    .await?;
                // A question that nobody has asked for takes no focus.
                expect(
                    page.script::<bool>("return snippet().shadowRoot.activeElement === null")
                        .await?,
                    true,
                )
            },
        ),
    ]
}
