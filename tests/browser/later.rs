//! The part of the interpreter that arrives later: programs begin without it, and wait for it where they need it.

use libtest_mimic::{Failed, Trial};
use serde_json::{Value, json};

use crate::page::{Browser, Checked, Page, expect, expect_part};
use crate::serving::{DAMAGE_OF_PARTS, Damage, Server};

/// How the name of the part's file begins.
const PART: &str = "later-";

/// Needs the part: packs numbers as no beginner's program does.
const PACK: &str =
    "def pack():\n    import array\n    return len(array.array('b', bytes(39)).tobytes())\n";

/// What `pack()` returns.
const PACKED: &str = "39";

/// Needs the part at a place where not everything can wait: each program, and what it prints.
const PLACES: [(&str, &str, &str); 6] = [
    ("at_the_top", "print(pack())", "39\n"),
    (
        "in_a_destructor",
        "class A:\n    def __del__(self):\n        print(pack())\na = A()\ndel a\nprint('after')",
        "39\nafter\n",
    ),
    (
        "in_a_sort_key",
        "print(sorted([3, 1, 2], key=lambda n: -n * pack()))",
        "[3, 2, 1]\n",
    ),
    (
        "in_a_comparison_of_a_key",
        "class A:\n    def __init__(self, n): self.n = n\n    def __hash__(self): return 1\n    \
         def __eq__(self, other): return pack() > 0 and self.n == other.n\nprint(len({A(1): 1, A(1): 2, A(2): 3}))",
        "2\n",
    ),
    (
        "five_hundred_calls_deep",
        "def down(n):\n    return pack() if n == 0 else down(n - 1)\nprint(down(500))",
        "39\n",
    ),
    (
        "in_a_generator",
        "def numbers():\n    try:\n        yield 1\n    finally:\n        print(pack())\nfor n in numbers():\n    break\nprint('after')",
        "39\nafter\n",
    ),
];

#[expect(clippy::too_many_lines, reason = "a list of tests")]
pub fn trials(browser: &Browser) -> Vec<Trial> {
    let mut trials = vec![
        browser.bare_trial("later::a_program_begins_before_the_part_is_there", |page| async move {
            let (page, server) = held_back(page).await?;
            let result = page.run("print('hello')", json!({})).await?;
            expect(&result["stdout"], "hello\n")?;
            // And so does the next one, in the next worker.
            let result = page.run("print(6 * 7)", json!({})).await?;
            expect(&result["stdout"], "42\n")?;
            // What the part is needed for waits.
            page.script::<()>("window.checked = garter.check('1 +')").await?;
            server.repair();
            expect(page.script_with::<u32>("return (await checked).position.line", &Value::Null).await?, 1)
        }),
        browser.bare_trial("later::a_cell_waits_for_the_part_and_its_names_stay", |page| async move {
            let (page, server) = held_back(page).await?;
            start(&page, &format!("{PACK}print('started')\nx = pack()"), "{ keep: true }").await?;
            server.repair();
            page.script::<()>("window.second = run.then(() => garter.run('print(x)', { after: run }))").await?;
            expect(page.script_with::<String>("return (await second).stdout", &Value::Null).await?, format!("{PACKED}\n"))
        }),
        browser.bare_trial("later::a_console_waits_for_the_part", |page| async move {
            let (page, server) = held_back(page).await?;
            page.script::<()>("window.printed = ''; window.console_ = garter.console({ stdin: 'print(1)\\nraise ValueError(7)\\n', onOutput: ({ text }) => { window.printed += text; } })").await?;
            server.repair();
            page.script_with::<Value>("return (await console_).status", &Value::Null).await?;
            let output: String = page.script("return printed").await?;
            expect_part(&output, "ValueError: 7")
        }),
        browser.bare_trial("later::waiting_for_the_part_is_not_the_programs_time", |page| async move {
            let (page, server) = held_back(page).await?;
            start(&page, &format!("{PACK}print('started')\nprint(pack())"), "{ budget: { seconds: 1 } }").await?;
            page.script_with::<()>("await new Promise((resolve) => setTimeout(resolve, 2500))", &Value::Null).await?;
            server.repair();
            let result = end(&page).await?;
            expect(&result["status"], "ok")
        }),
        browser.bare_trial("later::stop_ends_a_program_that_waits_for_the_part", |page| async move {
            let (page, _server) = held_back(page).await?;
            start(&page, &format!("{PACK}print('started')\nprint(pack())"), "{}").await?;
            page.script::<()>("run.stop()").await?;
            let result = end(&page).await?;
            expect(&result["status"], "stopped")?;
            // The page goes on.
            let result = page.run("print('still here')", json!({})).await?;
            expect(&result["stdout"], "still here\n")
        }),
        browser.bare_trial("later::a_finally_after_stop_waits_for_the_part", |page| async move {
            let (page, server) = held_back(page).await?;
            let program = format!("{PACK}print('started')\ntry:\n    while True: pass\nfinally:\n    print(pack())");
            start(&page, &program, "{ keep: true }").await?;
            page.script::<()>("run.stop()").await?;
            server.repair();
            let result = end(&page).await?;
            expect_part(result["stdout"].as_str().unwrap_or_default(), PACKED)?;
            expect(&result["status"], "stopped")
        }),
    ];
    trials.extend(PLACES.map(|(place, program, printed)| {
        browser.bare_trial(
            &format!("later::the_part_is_waited_for_{place}"),
            move |page| async move {
                let (page, server) = held_back(page).await?;
                start(&page, &format!("{PACK}print('started')\n{program}"), "{}").await?;
                server.repair();
                let result = end(&page).await?;
                expect(&result["stdout"], &format!("started\n{printed}"))?;
                expect(&result["status"], "ok")
            },
        )
    }));
    trials.extend(
        DAMAGE_OF_PARTS.map(|(damage, says)| {
            let how = damage.name();
            browser.bare_trial(
                &format!("later::a_part_{how}_is_named_and_the_program_can_be_run_again"),
                move |mut page| async move {
                    let server = Server::start().await;
                    server.damage(PART, damage);
                    page.url.clone_from(&server.url);
                    page.open("").await?;
                    page.be_ready().await?;
                    let program = format!("{PACK}print('here')\nprint(pack())");
                    let result = page.run(&program, json!({})).await?;
                    expect(&result["status"], "exception")?;
                    expect(&result["stdout"], "here\n")?;
                    let told = result["stderr"].as_str().unwrap_or_default();
                    expect_part(told, "later")?;
                    expect_part(told, says)?;
                    // And so does the page, until the network is back.
                    page.until("document.getElementById('notices').textContent.includes('Not all of Python is here: assets/later-')").await?;
                    let result = page.run("print('small')", json!({})).await?;
                    expect(&result["stdout"], "small\n")?;
                    let told: String = page
                        .script_with(
                            "return await garter.check('1 +').then(() => 'checked', String)",
                            &Value::Null,
                        )
                        .await?;
                    expect_part(&told, "cannot be checked")?;
                    server.repair();
                    let mut result = page.run(&program, json!({})).await?;
                    if result["status"] != "ok" {
                        // The answer to a question from before the repair was still on its way.
                        result = page.run(&program, json!({})).await?;
                    }
                    expect(&result["stdout"], &format!("here\n{PACKED}\n"))?;
                    page.until("!document.getElementById('notices').textContent.includes('Not all of Python')").await?;
                    expect(
                        page.script_with::<u32>(
                            "return (await garter.check('1 +')).position.line",
                            &Value::Null,
                        )
                        .await?,
                        1,
                    )
                },
            )
        }),
    );
    trials
}

/// A playground that is ready, whose server holds the part back.
async fn held_back(mut page: Page) -> Result<(Page, Server), Failed> {
    let server = Server::start().await;
    server.damage(PART, Damage::HeldBack);
    page.url.clone_from(&server.url);
    page.open("").await?;
    page.be_ready().await?;
    Ok((page, server))
}

/// Starts a program, and waits until it has said so.
async fn start(page: &Page, program: &str, options: &str) -> Checked {
    page.script::<()>(&format!(
        "window.printed = '';
         window.run = garter.run({}, {{ ...{options}, onOutput: ({{ text }}) => {{ window.printed += text; }} }});",
        json!(program)
    ))
    .await?;
    page.until("printed.includes('started')").await
}

/// Waits for its end.
async fn end(page: &Page) -> Result<Value, Failed> {
    page.script_with(
        "const { status, stdout, stderr } = await run; return { status, stdout, stderr };",
        &Value::Null,
    )
    .await
}
