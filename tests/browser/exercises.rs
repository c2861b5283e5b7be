//! `<garter-exercise>` and `<garter-lesson>` in pages of their own. What the tests of exercises find is tested natively
//! (`tests/exercise.rs`), and which programs a check runs in Node (`tests/scripts/exercise-checking.test.js`).

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use libtest_mimic::{Failed, Trial};
use serde_json::{Value, json};
use tokio::sync::OnceCell;

use crate::accessibility;
use crate::page::{Browser, Checked, Engine, Page, expect, expect_part};
use crate::variant::Variant;

const PAGE: &str =
    "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">
    <title>Exercises</title><body></body><script type=\"module\" src=\"pkg/snippet.js\"></script></html>";

const HELPERS: &str = "
    window.exercise = (id = 'e') => document.getElementById(id);
    window.inside = (css, id) => exercise(id).shadowRoot?.querySelector(css);
    window.shown = (css, id) => { const found = inside(css, id); return found?.checkVisibility() ? found.innerText.trim() : null; };
    window.press = (css, id) => (inside(css, id) ?? inside('garter-snippet', id).querySelector(css)).click();
    window.events = [];
    for (const type of ['garter:checked', 'garter:solved'])
      document.addEventListener(type, ({ detail }) => events.push([type, detail.id, detail.score, detail.tries]));
    // What a learner sees of each case.
    window.cases = (id) => [...exercise(id).shadowRoot.querySelectorAll('.case')].map((item) =>
      [item.querySelector('.name > span:nth-of-type(3)').textContent, item.className.slice('case is-'.length), item.querySelector('.message')?.textContent ?? '']);
    window.check = async (answer, id) => {
      await exercise(id).open();
      if (answer) exercise(id).answer = answer;
      const report = await exercise(id).check();
      return report && [report.isSolved, report.trouble?.message ?? null];
    };";

/// The sample files of the format.
const SAMPLES: [(&str, &str); 6] = [
    ("sum-even.md", include_str!("../exercises/good/sum-even.md")),
    ("order.md", include_str!("../exercises/good/order.md")),
    ("predict.md", include_str!("../exercises/good/predict.md")),
    ("gaps.md", include_str!("../exercises/good/gaps.md")),
    ("choice.md", include_str!("../exercises/good/choice.md")),
    ("broken.md", include_str!("../exercises/broken/fields.md")),
];

/// Cases in which a program does what it likes.
const HARD: &str = "---
id: hard
title: Hard cases
budget: { seconds: 0.5, outputKB: 64 }
modules: { allow: [sys, builtins] }
---
Whatever it does, each case is decided.

```python tests
assert f(1) == 1
assert f(2) == 2
assert f(3) == 3
assert f(4) == 4
assert f(5) == 5
```
";

const TESTED_GAPS: &str = "---
id: tested-gaps
title: Gaps with tests
kind: gaps
---
Fill them.

```python start
def double(n): return ____
def same(n): return ____
```

```python tests
assert double(2) == 4
assert same(2) == 2
```
";

/// Hidden cases that give a program a secret, and a program that wants to tell it.
const SECRET: &str = "---
id: secret
title: Secret
---
Whatever it does, it does not tell what it was given.

```python hidden-tests
assert tell(84131, 0) == 1
assert tell(84132, 1) == 1
assert tell(84133, 2) == 1
assert tell(84134, 3) == 1
assert tell(84135, 4) == 1
assert tell(84136, 5) == 1, f'{tell(84137, 6)}'
```

```yaml hidden-tests
- input: '84138'
  output: 'no'
```

```python tests
assert isinstance(read, str) and read == 'no'
```
";

const TELLING: &str = "import warnings
try: read = input()
except EOFError: read = ''
def tell(secret, how):
    print(secret)
    warnings.warn(str(secret))
    if how == 0: exit(secret)
    if how == 1: raise type(f'E{secret}', (Exception,), {})
    if how == 2: raise ValueError(secret)
    if how == 3: raise type('Failed', (Exception,), {})('{\"kind\": \"messages\", \"messages\": [\"%s\"], \"hint\": \"%s\"}' % (secret, secret))
    if how == 4: exec(f'x = 1 / 0', {'__name__': str(secret)})
    return secret
";

/// What somebody writes who wants more than a text.
const HOSTILE: &str = "---
id: hostile
title: <b>Bold</b>
---
<img src=x onerror=window.wasHere=true>

A <script>window.wasHere = true</script> [link](javascript:window.wasHere=true), [another](https://example.org/),

| n | square |
|--:|-------:|
| 2 |   4    |

[a file](other.md), ![from elsewhere](https://example.org/x.png) and ![from here](pkg/x.png).

```python tests
assert 1
```

```markdown hint
<iframe src=https://example.org/></iframe><svg onload=window.wasHere=true>
```
";

/// A page on a stick, beside which `pkg/` lies.
const STICK: &str = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Stick</title>
<script defer src=\"../../pkg/elements.js\"></script>
<garter-exercise id=e>
<script type=\"text/yaml\" data-block=front-matter>\nid: stick\ntitle: On a stick\n</script>
<p>Double a number.</p>
<script type=\"text/x-python\" data-block=tests>\nassert double(2) == 4\n</script>
</garter-exercise>
<garter-snippet editable><pre><code>print(\"from a stick\")</code></pre></garter-snippet></html>";

const RIGHT: &str = "def sum_even(numbers):\n    total = 0\n    for n in numbers:\n        if n % 2 == 0: total += n\n    return total\n";

#[expect(clippy::too_many_lines, reason = "a list of tests")]
pub fn trials(browser: &Browser) -> Vec<Trial> {
    vec![
        trial(
            browser,
            "a_learner_checks_fails_opens_a_hint_and_solves",
            |page| async move {
                place(
                    &page,
                    "<garter-exercise id=e src=sum-even.md></garter-exercise>",
                )
                .await?;
                page.until("exercise().exerciseId === 'sum-even'").await?;
                expect_part(
                    &shown(&page, "#title").await?,
                    "The sum of the even numbers",
                )?;
                expect(page.script::<bool>("return document.querySelector('garter-exercise > p strong') !== null && inside('.solution-button').disabled").await?, true)?;
                // The rule on the text.
                expect(
                    check(&page, &json!({ "code": "def sum_even(numbers): return 0" })).await?,
                    json!([
                        false,
                        "this page asks for a for loop, and the program has none"
                    ]),
                )?;
                let wrong = RIGHT.replace("if n % 2 == 0: ", "");
                expect(
                    check(&page, &json!({ "code": wrong })).await?,
                    json!([false, null]),
                )?;
                expect(
                    cases(&page).await?,
                    json!([
                        [
                            "An empty list has the sum 0",
                            "failed",
                            "sum_even([1, 2, 3, 4]) is 10, but it should be 6."
                        ],
                        [
                            "Negative numbers count, too",
                            "failed",
                            "sum_even([-2, -1]) is -3, but it should be -2."
                        ],
                        [
                            "Hidden case 3",
                            "failed",
                            "This hidden case fails. What it compares is not shown."
                        ],
                    ]),
                )?;
                page.script::<()>("press('.hint')").await?;
                expect_part(
                    &shown(&page, ".hint-text").await?,
                    "A number is even if number % 2 is 0.",
                )?;
                expect(
                    page.script::<bool>(
                        "return exercise().shadowRoot.activeElement.matches('.hint-text')",
                    )
                    .await?,
                    true,
                )?;
                // After three tries.
                check(&page, &json!({ "code": wrong })).await?;
                page.script::<()>("press('.solution-button')").await?;
                expect_part(&shown(&page, ".solution").await?, "total += number")?;
                expect_part(&shown(&page, ".solution").await?, "is short for")?;
                expect(
                    check(&page, &json!({ "code": RIGHT })).await?,
                    json!([true, null]),
                )?;
                expect_part(&shown(&page, ".badge").await?, "Solved")?;
                expect(
                    page.script::<Value>("return events").await?,
                    json!([
                        ["garter:checked", "sum-even", 0, 1],
                        ["garter:checked", "sum-even", 0, 2],
                        ["garter:checked", "sum-even", 0, 3],
                        ["garter:checked", "sum-even", 1, 3],
                        ["garter:solved", "sum-even", 1, 3],
                    ]),
                )?;
                accessibility::check(&page, "garter-exercise").await?;
                // All of it is remembered.
                place(
                    &page,
                    "<garter-exercise id=e src=sum-even.md></garter-exercise>",
                )
                .await?;
                page.until("exercise().isSolved").await?;
                expect(
                    page.script::<String>("return exercise().answer.code")
                        .await?,
                    RIGHT,
                )?;
                expect_part(&shown(&page, ".hint-text").await?, "A number is even")?;
                let hand_in: Value = page.script("return JSON.parse(exercise().handIn)").await?;
                expect(hand_in["exercise"].as_str(), Some("sum-even"))?;
                expect(hand_in["answer"]["code"].as_str(), Some(RIGHT))
            },
        ),
        trial(
            browser,
            "each_case_is_decided_whatever_a_program_does",
            |page| async move {
                place(
                    &page,
                    "<garter-exercise id=e src=hard.md></garter-exercise>",
                )
                .await?;
                let program = "import builtins, sys\nprint = len = None\nbuiltins.isinstance = None\ndef f(n):\n    if n == 2:\n        while True: pass\n    if n == 3: exit()\n    if n == 4:\n        while True: sys.stdout.write('x' * 1000)\n    return n\n";
                expect(
                    check(&page, &json!({ "code": program })).await?,
                    json!([false, null]),
                )?;
                let cases = cases(&page).await?;
                let status = |at: usize| cases[at][1].clone();
                expect(
                    [status(0), status(1), status(2), status(3), status(4)],
                    ["passed", "ended", "ended", "ended", "passed"].map(Value::from),
                )?;
                expect_part(
                    cases[1][2].as_str().unwrap_or_default(),
                    "within 0.5 s; it was in line 6 of your program",
                )?;
                expect_part(cases[2][2].as_str().unwrap_or_default(), "ended itself")?;
                expect_part(cases[3][2].as_str().unwrap_or_default(), "printed too much")?;
                // A program that does not get to the tests says so once, with its line and in plain words.
                let report = check(&page, &json!({ "code": "x = 1\nprnt(x)\n" })).await?;
                expect_part(
                    report[1].as_str().unwrap_or_default(),
                    "in line 2 of your program",
                )?;
                page.until("shown('.hint-of-error')").await?;
            expect_part(&shown(&page, ".hint-of-error").await?, "line 2")?;
                expect(
                    page.script::<Option<String>>("return shown('.cases')")
                        .await?,
                    None,
                )?;
                // What prepares the tests is no module of the program's.
            let report = check(&page, &json!({ "code": "import json" })).await?;
            expect_part(report[1].as_str().unwrap_or_default(), "this page does not allow 'json'; it allows 'sys' and 'builtins'")?;
            // Stop.
                page.script::<()>("exercise().answer = { code: 'def f(n):\\n    while True: pass\\n' }; window.stopped = exercise().check()").await?;
                page.until("exercise().shadowRoot.querySelector('.case')")
                    .await?;
                page.script::<()>("press('.check-button')").await?;
                page.until("inside('garter-snippet').querySelector('.check-button').textContent === 'Check'").await?;
                expect_part(&shown(&page, ".sum").await?, "You have stopped")
            },
        ),
        trial(
            browser,
            "a_hidden_case_tells_no_value_however_a_program_ends",
            |page| async move {
                place(&page, "<garter-exercise id=e src=secret.md></garter-exercise>").await?;
                page.script::<()>("document.addEventListener('garter:checked', ({ detail }) => { window.detail = JSON.stringify(detail); })").await?;
                expect(check(&page, &json!({ "code": TELLING })).await?, json!([false, null]))?;
                let (detail, shown): (String, String) = page
                    .script("return [window.detail, exercise().shadowRoot.querySelector('.report').textContent]")
                    .await?;
                for text in [&detail, &shown] {
                    expect(text.contains("8413"), false).map_err(|error| format!("{error:?}: {text}"))?;
                }
                let cases = cases(&page).await?;
                let message = |at: usize| cases[at][2].as_str().unwrap_or_default().to_owned();
                expect_part(&message(0), "Your program ended itself before the case was over.")?;
                expect_part(&message(1), "An error of a kind of its own, in line 8 of your program.")?;
                expect_part(&message(2), "ValueError, in line 9 of your program.")?;
                expect_part(&message(5), "This hidden case fails. What it compares is not shown.")
            },
        ),
        trial(
            browser,
            "run_keeps_to_the_rules_of_the_exercise_as_check_does",
            |page| async move {
                place(&page, "<garter-exercise id=e src=sum-even.md></garter-exercise>").await?;
                let rule = "this page asks for a for loop, and the program has none";
                expect(
                    check(&page, &json!({ "code": "def sum_even(numbers): return 0" })).await?,
                    json!([false, rule]),
                )?;
                page.script_with::<()>("await inside('garter-snippet').run()", &Value::Null).await?;
                let said: String = page.script("return inside('garter-snippet').shadowRoot.textContent").await?;
                expect_part(&said, rule)?;
                // With the loop, both run.
                check(&page, &json!({ "code": RIGHT })).await?;
                let status: String = page
                    .script_with("return (await inside('garter-snippet').run()).status", &Value::Null)
                    .await?;
                expect(status.as_str(), "ok")
            },
        ),
        trial(
            browser,
            "a_program_that_ends_too_early_or_takes_its_test_away_is_told_so",
            |page| async move {
                place(&page, "<garter-exercise id=e src=hard.md></garter-exercise>").await?;
                check(&page, &json!({ "code": "x = 1\nexit()\ndef f(n): return n" })).await?;
                let message = "return cases()[0][2]";
                expect_part(&page.script::<String>(message).await?, "ended itself with exit() in line 2 before f was defined")?;
                for taken in ["delattr(builtins, name)", "setattr(builtins, name, None)", "setattr(builtins, name, lambda output: 1 / 0)"] {
                    let code = format!("import builtins\nfor name in dir(builtins):\n    if name.startswith('__case'): {taken}\ndef f(n): return n");
                    check(&page, &json!({ "code": code })).await?;
                    expect_part(&page.script::<String>(message).await?, "has replaced what checks it")?;
                }
                Ok(())
            },
        ),
        trial(
            browser,
            "lines_are_ordered_by_keys_and_by_the_mouse",
            |page| async move {
                place(
                    &page,
                    "<garter-exercise id=e src=order.md></garter-exercise>",
                )
                .await?;
                page.until("exercise().exerciseId").await?;
                page.script::<()>("window.line = (text) => [...exercise().shadowRoot.querySelectorAll('[data-line]')].find((one) => one.querySelector('code').textContent === text).firstElementChild").await?;
                page.script::<()>(
                    "line('print(\"Go!\")').click(); line('for n in range(3, 0, -1):').focus()",
                )
                .await?;
                // Enter moves it behind the other one, up before it, and the next one comes indented.
                page.keys("\u{e007}\u{e013}").await?;
                expect(
                    code(&page).await?,
                    "for n in range(3, 0, -1):\nprint(\"Go!\")\n",
                )?;
                expect_part(
                    &page
                        .script::<String>("return inside('[role=status]').textContent")
                        .await?,
                    "for n in range(3, 0, -1):, line 1",
                )?;
                page.script::<()>("line('print(n)').focus()").await?;
                page.keys("\u{e007}\u{e013}\u{e014}").await?;
                expect(
                    code(&page).await?,
                    "for n in range(3, 0, -1):\n    print(n)\nprint(\"Go!\")\n",
                )?;
                accessibility::check(&page, "garter-exercise").await?;
                page.script::<()>("press('.check-button')").await?;
                page.until("exercise().isSolved").await?;
                // Buttons do what keys do, and a drag to the side changes the indentation.
                page.script::<()>("inside('[data-key=ArrowLeft]').click()")
                    .await?;
                expect(
                    code(&page).await?,
                    "for n in range(3, 0, -1):\nprint(n)\nprint(\"Go!\")\n",
                )?;
                page.script::<()>("
                const item = line('print(n)');
                const { x, y, height } = item.getBoundingClientRect();
                const tell = (type, dx) => item.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, pointerId: 1, button: 0, clientX: x + 20 + dx, clientY: y + height / 2 }));
                item.parentElement.setPointerCapture = () => {};
                tell('pointerdown', 0), tell('pointermove', 10), tell('pointermove', 30), tell('pointerup', 30)").await?;
                expect(
                    code(&page).await?,
                    "for n in range(3, 0, -1):\n    print(n)\nprint(\"Go!\")\n",
                )?;
                page.script::<()>("press('.reset')").await?;
                expect(code(&page).await?, "")
            },
        ),
        trial(
            browser,
            "predictions_gaps_and_choices_are_checked",
            |page| async move {
                place(&page, "<garter-exercise id=e src=predict.md></garter-exercise><garter-exercise id=g src=gaps.md></garter-exercise><garter-exercise id=c src=choice.md></garter-exercise><garter-exercise id=t src=tested-gaps.md></garter-exercise>").await?;
                expect(
                    check(&page, &json!({ "output": "3 x" })).await?,
                    json!([false, null]),
                )?;
                expect_part(&shown(&page, ".message").await?, "think again about line 1")?;
                expect(
                    check(&page, &json!({ "output": "6 x\n" })).await?,
                    json!([true, null]),
                )?;
                expect(
                    check_in(&page, "g", &json!({ "gaps": ["range", "4"] })).await?,
                    json!([false, null]),
                )?;
                expect(page.script::<usize>("return exercise('g').shadowRoot.querySelectorAll('.gap[aria-invalid]').length").await?, 1)?;
                expect(
                    check_in(&page, "g", &json!({ "gaps": ["range", "0,3"] })).await?,
                    json!([true, null]),
                )?;
                // Where tests decide, they say nothing about a gap, even if there are as many of both.
                expect(
                    check_in(&page, "t", &json!({ "gaps": ["n + 1", "n"] })).await?,
                    json!([false, null]),
                )?;
                expect(page.script::<usize>("return exercise('t').shadowRoot.querySelectorAll('.gap[aria-invalid]').length").await?, 0)?;
                check_in(&page, "c", &json!({ "chosen": [0] })).await?;
                expect_part(
                    &page
                        .script::<String>("return shown('.explanation', 'c')")
                        .await?,
                    "always makes a float",
                )?;
                expect(
                    check_in(&page, "c", &json!({ "chosen": [1] })).await?,
                    json!([true, null]),
                )?;
                accessibility::check(&page, "body").await
            },
        ),
        trial(
            browser,
            "an_exercise_in_the_page_itself_reads_well_without_a_script",
            |page| async move {
                place(&page, "<garter-exercise id=e lang=ja>
                <script type=\"text/yaml\" data-block=front-matter>id: inline\ntitle: Inline</script>
                <p>Double a <em>number</em>.</p>
                <pre data-block=start><code class=language-python>def double(n):\n    return n</code></pre>
                <script type=\"text/x-python\" data-block=tests>assert double(2) == 4</script>
                <div data-block=hint>Multiply <b>it</b>.</div>
            </garter-exercise>").await?;
                expect(check(&page, &Value::Null).await?, json!([false, null]))?;
                expect(
                    cases(&page).await?,
                    json!([[
                        "double(2) == 4",
                        "failed",
                        "double(2)は2ですが、4になるはずです。"
                    ]]),
                )?;
                expect(page.script::<bool>("return exercise().querySelector('p').checkVisibility() && !exercise().querySelector('pre').checkVisibility()").await?, true)?;
                page.script::<()>("press('.hint')").await?;
                expect(
                    page.script::<String>("return inside('.hint-text b').textContent")
                        .await?,
                    "it",
                )
            },
        ),
        trial(
            browser,
            "mistakes_of_authors_are_told_with_their_lines",
            |page| async move {
                place(&page, "<garter-exercise id=e src=broken.md></garter-exercise><garter-exercise id=m src=nowhere.md></garter-exercise>").await?;
                page.until("shown('.notices') && shown('.notices', 'm')")
                    .await?;
                let notices = shown(&page, ".notices").await?;
                expect_part(&notices, "Line 3: titel is not known. Did you mean title?")?;
                expect_part(&notices, "Line 15: policy.most is 3; it must be a list.")?;
                expect_part(
                    &page
                        .script::<String>("return shown('.notices', 'm')")
                        .await?,
                    "is missing on the server (404)",
                )
            },
        ),
        trial(
            browser,
            "markdown_of_strangers_makes_no_scripts_and_asks_no_other_site",
            |page| async move {
                place(&page, "<garter-exercise id=e src=hostile.md></garter-exercise><garter-exercise id=d src=deep.md></garter-exercise>").await?;
                page.until("exercise().exerciseId && exercise('d').exerciseId").await?;
                page.script::<()>("press('.hint')").await?;
                let found: Value = page.script("
                    const all = [...exercise().querySelectorAll('*'), ...inside('.hints').querySelectorAll('*')];
                    return [window.wasHere ?? false, all.map(({ localName, href, src }) => `${localName} ${href ?? src ?? ''}`.trim()).filter((one) => /^(a|img|script|iframe|svg|style|b)\\b/.test(one)).map((one) => one.replace(location.origin, ''))]").await?;
                expect(found, json!([false, ["a https://example.org/", "a /other.md", "img /pkg/x.png"]]))?;
                expect_part(&page.script::<String>("return exercise().textContent").await?, "<img src=x onerror=window.wasHere=true>")?;
                expect(page.script::<String>("return exercise().querySelector('table td').textContent").await?, "2")
            },
        ),
        trial(
            browser,
            "a_lesson_shows_how_far_the_reader_is_and_opens_in_order",
            |page| async move {
                place(&page, "<garter-lesson in-order id=l><garter-exercise id=e src=predict.md></garter-exercise><garter-exercise id=g src=gaps.md></garter-exercise></garter-lesson>").await?;
                page.until("exercise('l').total === 2 && exercise('g').hasAttribute('locked') && exercise('g').exerciseId").await?;
                expect(
                    page.script::<bool>(
                        "return shown('.place', 'g') === null && shown('#title', 'g') !== null",
                    )
                    .await?,
                    true,
                )?;
                expect(
                    check(&page, &json!({ "output": "6 x" })).await?,
                    json!([true, null]),
                )?;
                page.until("!exercise('g').hasAttribute('locked') && exercise('l').solved === 1")
                    .await?;
                expect_part(
                    &page
                        .script::<String>("return inside('.lesson', 'l').innerText")
                        .await?,
                    "1 of 2 exercises are solved.",
                )?;
                accessibility::check(&page, "garter-lesson").await?;
            // What was reached goes to another browser as a file.
            page.script_with::<()>("
                const saved = new Promise((resolve) => (URL.createObjectURL = (blob) => (resolve(blob.text()), '#')));
                [...exercise('l').shadowRoot.querySelectorAll('button')].find(({ textContent }) => textContent === 'Save').click();
                window.saved = await saved;
                localStorage.clear();
                document.querySelector('garter-lesson').remove()", &Value::Null).await?;
            place(&page, "<garter-lesson id=l><garter-exercise id=e src=predict.md></garter-exercise></garter-lesson>").await?;
            page.until("exercise('e').exerciseId && !exercise('e').isSolved").await?;
            for (text, words) in [("{}", "is no file that a lesson has saved"), ("saved", "of 1 exercise is here again. The file holds 1 more")] {
                page.script_with::<()>("
                    const input = exercise('l').shadowRoot.querySelector('input');
                    const data = new DataTransfer();
                    data.items.add(new File([argument === 'saved' ? window.saved : argument], 'a.json'));
                    input.files = data.files;
                    input.dispatchEvent(new Event('change'))", &text.into()).await?;
                page.until(&format!("inside('.problem', 'l').textContent.includes('{words}')")).await?;
            }
            expect(page.script::<Value>("return [exercise().isSolved, exercise().answer]").await?, json!([true, { "output": "6 x" }]))
            },
        ),
        trial(
            browser,
            "nothing_typed_is_lost_without_storage_or_in_two_tabs",
            |page| async move {
                place(
                    &page,
                    "<garter-exercise id=e src=predict.md></garter-exercise>",
                )
                .await?;
                page.until("exercise().exerciseId").await?;
                // Another tab has stored something else, while something was typed here.
                page.script::<()>("
                exercise().answer = { output: 'mine' };
                const key = 'garter-exercise:what-comes';
                const text = JSON.stringify({ version: 1, answer: { output: 'theirs' }, tries: 2, isSolved: true });
                localStorage.setItem(key, text);
                dispatchEvent(new StorageEvent('storage', { key, newValue: text }));").await?;
                expect(
                    page.script::<Value>("return exercise().answer").await?,
                    json!({ "output": "mine" }),
                )?;
                expect(
                    page.script::<bool>("return exercise().isSolved").await?,
                    true,
                )?;
                expect_part(
                    &shown(&page, ".notices").await?,
                    "In another tab something else was typed",
                )?;
                page.script::<()>("press('.offer')").await?;
                expect(
                    page.script::<Value>("return exercise().answer").await?,
                    json!({ "output": "theirs" }),
                )?;
                page.script::<()>("press('.offer')").await?;
                expect(
                    page.script::<Value>("return exercise().answer").await?,
                    json!({ "output": "mine" }),
                )?;
                // Both have typed and stored before they have heard of each other: each keeps its own, and offers the other's.
                page.script::<()>("
                window.store = (answer, others, isTold) => {
                    const key = 'garter-exercise:what-comes';
                    const text = JSON.stringify({ version: 1, answer: { output: answer }, others: others.map((output) => ({ output })), tries: 2 });
                    localStorage.setItem(key, text);
                    if (isTold) dispatchEvent(new StorageEvent('storage', { key, newValue: text }));
                };
                window.take = () => (press('.offer'), exercise().answer.output);
                exercise().answer = { output: 'first' };
                exercise().progress;
                store('second', ['first'], true)").await?;
                expect(
                    page.script::<Value>("return [exercise().answer.output, take()]").await?,
                    json!(["first", "second"]),
                )?;
                page.script::<()>("store('third', [], false), exercise().answer = { output: 'fourth' }, exercise().progress").await?;
                expect(
                    page.script::<Value>("return [exercise().answer.output, take()]").await?,
                    json!(["fourth", "third"]),
                )?;
                // No room, no permission: it goes on, and says what that means.
                for (fault, words) in [
                    (
                        "throw new DOMException('', 'QuotaExceededError')",
                        "no room left",
                    ),
                    (
                        "throw new DOMException('', 'SecurityError')",
                        "does not let the page remember",
                    ),
                ] {
                    page.script::<()>(&format!("Storage.prototype.setItem = () => {{ {fault}; }}"))
                        .await?;
                    check(&page, &json!({ "output": words })).await?;
                    expect_part(&shown(&page, ".notices").await?, words)?;
                }
                Ok(())
            },
        ),
        browser.bare_trial("exercises::a_page_from_the_disk_has_them_by_one_script", |page| async move {
            let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/tmp");
            fs::create_dir_all(&folder)?;
            let file = folder.join("stick.html");
            fs::write(&file, STICK)?;
            page.open_elsewhere(&format!("file://{}", file.display())).await?;
            page.script::<()>(HELPERS).await?;
            page.until("customElements.get('garter-exercise')").await?;
            expect(check(&page, &json!({ "code": "def double(n): return n" })).await?, json!([false, null]))?;
            expect(check(&page, &json!({ "code": "def double(n): return n * 2" })).await?, json!([true, null]))?;
            // The editor is in it as well.
            page.script_with::<()>("await document.querySelector('garter-snippet').edit()", &Value::Null).await?;
            let printed: String = page.script_with("return (await document.querySelector('garter-snippet').run()).stdout", &Value::Null).await?;
            expect(printed, "from a stick\n")
        }),
        browser.bare_trial("exercises::the_playground_opens_an_exercise_by_a_link_and_as_a_file", |page| async move {
            open(&page).await?;
            let url: String = page.script("return new URL('pkg/index.html#exercise/../sum-even.md', location.href).href").await?;
            page.open_elsewhere(&url).await?;
            page.be_ready().await?;
            page.script::<()>("window.panel = (css) => document.querySelector('#exercise > div').shadowRoot.querySelector(css)").await?;
            page.until("document.getElementById('project-name').textContent === 'The sum of the even numbers' && panel('.check-button')").await?;
            // The answer is the project's program.
            page.type_program(RIGHT).await?;
            page.script::<()>("panel('.check-button').click()").await?;
            page.until("panel('.badge')?.checkVisibility()").await?;
            accessibility::check(&page, "#exercise").await?;
            // Run keeps to the rules as Check does.
            page.type_program("def sum_even(numbers): return 0").await?;
            page.script::<()>("document.getElementById('run').click()").await?;
            page.until("document.querySelector('main').innerText.includes('this page asks for a for loop')").await?;
            // What the exercise sets up is there, and says nothing of itself.
            page.script_with::<()>("
                const data = new DataTransfer();
                data.items.add(new File([argument], 'set-up.md'));
                document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));", &SET_UP.into()).await?;
            page.until("document.getElementById('project-name').textContent === 'With a setup'").await?;
            page.script::<()>("document.getElementById('run').click()").await?;
            page.until("document.querySelector('main').innerText.includes('tau is 6.28')").await?;
            let is_quiet: bool = page.script("return !document.querySelector('main').innerText.includes('of the setup')").await?;
            expect(is_quiet, true)?;
            // Who writes an exercise sees at once what is wrong with it; files are opened as projects of their own.
            page.script_with::<()>("
                const data = new DataTransfer();
                data.items.add(new File([argument], 'broken.md'));
                data.items.add(new File(['---\\nno exercise'], 'notes.md'));
                document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));", &SAMPLES[5].1.into()).await?;
            page.until("panel('.notices')?.innerText.includes('Line 3: titel is not known')").await?;
            page.until("[...document.querySelectorAll('#tabs [role=tab]')].some((tab) => tab.textContent.includes('notes.md'))").await
        }),
    ]
}

/// An exercise whose program needs what its setup has made.
const SET_UP: &str = "---\nid: with-setup\ntitle: With a setup\npolicy:\n  forbid:\n    - { node: While }\n---\nPrint tau.\n\n\
```python setup\nfrom math import tau\nprint('of', 'the', 'setup')\n```\n\n\
```python start\nprint('tau is', round(tau, 2))\n```\n\n```python tests\nassert tau > 6\n```\n";

fn trial<F>(browser: &Browser, name: &str, test: impl FnOnce(Page) -> F + Send + 'static) -> Trial
where
    F: Future<Output = Checked>,
{
    browser.bare_trial(&format!("exercises::{name}"), |page| async {
        open(&page).await?;
        test(page).await
    })
}

/// Loads the page anew: exercises remember.
async fn open(page: &Page) -> Checked {
    static SERVERS: [OnceCell<String>; Engine::ALL.len()] =
        [const { OnceCell::const_new() }; Engine::ALL.len()];
    let url = SERVERS[page.engine as usize]
        .get_or_init(|| {
            let files = SAMPLES.map(|(name, text)| (name, text.to_owned()));
            let mut pages = HashMap::from(files);
            pages.insert("exercises.html", PAGE.to_owned());
            pages.insert("hard.md", HARD.to_owned());
            pages.insert("hostile.md", HOSTILE.to_owned());
            pages.insert("secret.md", SECRET.to_owned());
            pages.insert("tested-gaps.md", TESTED_GAPS.to_owned());
            let deep = format!(
                "---\nid: deep\ntitle: Deep\n---\n{}x\n\n```python tests\nassert 1\n```\n",
                "> ".repeat(20_000)
            );
            pages.insert("deep.md", deep);
            Variant {
                pages,
                ..Variant::default()
            }
            .serve()
        })
        .await;
    page.open_elsewhere(&format!("{url}exercises.html")).await?;
    page.script::<()>("localStorage.clear()").await?;
    page.script::<()>(HELPERS).await?;
    page.until("customElements.get('garter-exercise')").await
}

async fn place(page: &Page, html: &str) -> Checked {
    page.script_with::<()>(
        "document.body.querySelectorAll(':scope > :not(iframe)').forEach(element => element.remove());
         document.body.insertAdjacentHTML('afterbegin', argument);",
        &html.into(),
    )
    .await
}

/// Whether an answer is right, and what keeps it from being checked.
async fn check(page: &Page, answer: &Value) -> Result<Value, Failed> {
    check_in(page, "e", answer).await
}

async fn check_in(page: &Page, id: &str, answer: &Value) -> Result<Value, Failed> {
    page.script_with(
        "return await check(argument.answer, argument.id)",
        &json!({ "id": id, "answer": answer }),
    )
    .await
}

async fn cases(page: &Page) -> Result<Value, Failed> {
    page.script("return cases()").await
}

async fn code(page: &Page) -> Result<String, Failed> {
    page.script("return exercise().answer.code").await
}

async fn shown(page: &Page, css: &str) -> Result<String, Failed> {
    let text: Option<String> = page
        .script_with("return shown(argument)", &css.into())
        .await?;
    Ok(text.unwrap_or_default().replace('\u{a0}', " "))
}
