//! Runs that repeat, and programs that are kept to what the page allows.

use libtest_mimic::{Failed, Trial};
use serde_json::{Value, json};

use crate::page::{Browser, Checked, Page, expect, expect_part};

pub fn trials(browser: &Browser) -> Vec<Trial> {
    vec![
        browser.trial(
            "a_deterministic_run_prints_what_it_prints_everywhere",
            |page| async move {
                // What tests/deterministic.rs has recorded, but for the hash: it has the width of
                // an address, and in WebAssembly that is 32 bits.
                let source = "import os, random, datetime, time, uuid\n\
                    print(os.urandom(4).hex())\nrandom.seed(5)\n\
                    print(random.random(), hash('garter') & 0xffff)\n\
                    print(datetime.datetime.now().date(), time.tzname, len(str(uuid.uuid4())))\n\
                    random.seed()\nprint(random.random(), {'b', 'a', 'c'}, datetime.datetime.now())";
                let options = json!({ "deterministic": { "seed": 42 } });
                let first = printed(&page, source, &options).await?;
                expect_part(
                    &first,
                    "ad51265f\n0.6229016948897019 55697\n2025-10-07 ('UTC', 'UTC') 36\n",
                )?;
                expect(printed(&page, source, &options).await?, first)
            },
        ),
        browser.trial(
            "sleeping_in_a_deterministic_run_takes_no_time",
            |page| async move {
                let source = "import time\nprint(time.ctime())\ntime.sleep(86_400)\nprint(time.ctime())";
                let options = json!({
                    "deterministic": { "now": "2025-01-01T08:30:00+01:00" },
                    "budget": { "seconds": 5 },
                });
                expect(
                    printed(&page, source, &options).await?,
                    "Wed Jan  1 07:30:00 2025\nThu Jan  2 07:30:00 2025\n",
                )
            },
        ),
        browser.trial(
            "what_may_not_be_imported_says_who_decides",
            |page| async move {
                let options = json!({ "modules": { "allow": ["random", "math"] } });
                let source = "import math, random\nprint(math.floor(random.random()))\nimport socket";
                let result = page.run(source, options.clone()).await?;
                expect(result["stdout"].as_str(), Some("0\n"))?;
                expect(&result["error"]["position"]["line"], &json!(3))?;
                expect(
                    result["error"]["message"].as_str(),
                    Some("this page does not allow 'socket'; it allows 'random' and 'math'"),
                )?;
                let result = page.run("import random\nprint(random._os.getcwd())", options).await?;
                expect(result["stdout"].as_str(), Some(""))?;
                let stderr = result["stderr"].as_str().unwrap_or_default();
                expect_part(stderr, "ImportError: this page does not allow 'os'")
            },
        ),
        browser.trial(
            "a_program_that_breaks_a_rule_is_shown_the_line",
            |page| async move {
                let policy = json!({ "forbid": [{ "node": "For", "message": "Use recursion." }] });
                let source = "print(1)\nfor i in 'ab':\n    print(i)\n";
                let result = page.run(source, json!({ "policy": policy })).await?;
                expect(result["status"].as_str(), Some("syntax-error"))?;
                expect(result["stdout"].as_str(), Some(""))?;
                expect(result["error"]["type"].as_str(), Some("PolicyError"))?;
                expect(
                    result["stderr"].as_str(),
                    Some("  File \"main.py\", line 2\n    for i in 'ab':\n    ^^^^^^^^^^^^^^\nPolicyError: Use recursion.\n"),
                )
            },
        ),
        browser.trial("policies_that_make_no_sense_are_named", |page| async move {
            for (options, part) in [
                (json!({ "deterministic": { "now": "soon" } }), "deterministic.now is \"soon\""),
                (json!({ "deterministic": { "seed": [] } }), "deterministic.seed must be a number or a string"),
                (json!({ "modules": {} }), "modules has neither allow nor deny"),
                (json!({ "modules": { "only": [] } }), "unknown field `only`"),
                (json!({ "policy": "strict" }), "policy is \"strict\"; ready-made policies are"),
                (json!({ "policy": { "forbid": [{ "node": "Loop" }] } }), "policy.forbid[0].node has \"Loop\""),
                (json!({ "policy": { "most": [{ "loops": -1 }] } }), "policy.most[0].loops is -1"),
            ] {
                expect_part(&rejection(page.run("print(1)", options).await), part)?;
            }
            Ok(())
        }),
        browser.trial("a_console_goes_on_under_the_rules_of_its_run", console_after_a_run),
    ]
}

async fn printed(page: &Page, source: &str, options: &Value) -> Result<String, Failed> {
    let result = page.run(source, options.clone()).await?;
    expect(result["stderr"].as_str(), Some(""))?;
    Ok(result["stdout"].as_str().unwrap_or_default().to_owned())
}

fn rejection(result: Result<Value, Failed>) -> String {
    let error = result.err();
    let message = error.as_ref().and_then(Failed::message);
    message.unwrap_or("it was not rejected").to_owned()
}

async fn console_after_a_run(page: Page) -> Checked {
    const OPEN: &str = "const { options } = argument;
        const run = garter.run('x = 1', {
            keep: true, deterministic: { seed: 1 }, modules: { deny: ['os'] }, policy: 'no-loops',
        });
        await run;
        const { stdout, stderr } = await garter.console({ after: run, ...options });
        return { stdout, stderr };";
    let code = "import os\nfor i in 'ab': print(i)\n\nimport time\nprint(x, time.strftime('%Y'))\n";
    let result: Value = page
        .script_with(OPEN, &json!({ "options": { "stdin": code } }))
        .await?;
    let stderr = result["stderr"].as_str().unwrap_or_default();
    expect_part(stderr, "ImportError: this page does not allow 'os'")?;
    expect_part(stderr, "PolicyError: no loops and no comprehensions here")?;
    expect_part(result["stdout"].as_str().unwrap_or_default(), "1 2025\n")?;

    let again = json!({ "options": { "stdin": code, "policy": "beginner" } });
    let rejected = page.script_with::<Value>(OPEN, &again).await;
    expect_part(
        &rejection(rejected),
        "policy: what comes after a run goes on with what",
    )
}
