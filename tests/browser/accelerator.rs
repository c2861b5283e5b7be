//! Loops that are compiled while they run, in a sandbox where all of them are, at their second turn.

use std::env;

use libtest_mimic::{Failed, Trial};
use serde_json::json;

use crate::page::{Browser, Checked, Page, expect, expect_part};

/// Programs with loops of many kinds, and what they print.
const PROGRAMS: [(&str, &str); 10] = [
    (
        "import sys\nseen = []\ndef trace(frame, event, arg):\n    if event == 'line': seen.append((frame.f_lineno, frame.f_locals.get('s')))\n    return trace\ndef f():\n    s = 0\n    for i in range(600):\n        s += i\n        if i == 595:\n            sys._getframe().f_trace = trace\n            sys.settrace(trace)\n    return s\nprint(f(), seen[-3:])",
        "179700 [(10, 179700), (8, 179700), (13, 179700)]\n",
    ),
    (
        "def f():\n    s = 0\n    for i in range(3000):\n        try:\n            s += 100 // (i % 5)\n        except ZeroDivisionError:\n            s -= 1\n    return s\nprint(f())",
        "124200\n",
    ),
    (
        "from threading import Thread\nsums = {}\ndef add(name, n):\n    s = 0\n    for i in range(n):\n        s += i\n    sums[name] = s\nthreads = [Thread(target=add, args=(name, 300_000 + name)) for name in range(3)]\nfor t in threads: t.start()\nfor t in threads: t.join()\nprint(sorted(sums.items()))",
        "[(0, 44999850000), (1, 45000150000), (2, 45000450001)]\n",
    ),
    (
        "import random\nrandom.seed(7)\ndef inside(n):\n    c = 0\n    for i in range(n):\n        x = random.random()\n        y = random.random()\n        if x * x + y * y <= 1.0:\n            c += 1\n    return c\nprint(inside(10_000))",
        "7874\n",
    ),
    (
        "def f(n):\n    s = 0\n    for i in range(n):\n        s += i * 2 % 7\n    return s\nprint(f(100_000))",
        "299998\n",
    ),
    (
        "p = [True] * 10_001\ni = 2\nwhile i * i <= 10_000:\n    if p[i]:\n        for k in range(i * i, 10_001, i):\n            p[k] = False\n    i += 1\nprint(sum(p) - 2)",
        "1229\n",
    ),
    (
        "def f():\n    x = 1\n    for i in range(100):\n        x = x * 3 + i\n    return x\nprint(f() % 10**9, f() > 2**64)",
        "634402451 True\n",
    ),
    (
        "import math\ndef f(n):\n    s = 0.0\n    for i in range(n):\n        s += math.sqrt(i) * 0.5\n    return s\nprint(round(f(1000), 6))",
        "10532.916555\n",
    ),
    (
        "def f(a):\n    s = 0\n    for i in range(9):\n        s += a[i]\n    return s\ntry:\n    f([1, 2, 3])\nexcept IndexError as error:\n    print(error, error.__traceback__.tb_next.tb_lineno)",
        "list index out of range 4\n",
    ),
    (
        "def same(a, b):\n    n = 0\n    for i in range(len(a)):\n        if a[i] == b[i]:\n            n += 1\n    return n\nprint(same('kitten', 'mitten'), same('été', 'eté'))",
        "5 2\n",
    ),
];

/// Programs that would never end.
const ENDLESS: [&str; 3] = [
    "i = 0\nwhile True:\n    i += 1",
    "def f():\n    x = 0.5\n    while True:\n        for i in range(1000):\n            x = x * 0.5 + i\nf()",
    "def f(a):\n    while True:\n        for i in range(3):\n            a[i] = a[i] + 1.5\nf([0.0] * 3)",
];

pub fn trials(browser: &Browser) -> Vec<Trial> {
    vec![
        browser.bare_trial("accelerator::compiled_loops_print_what_others_do", |page| async move {
            open(&page).await?;
            print_all(&page, true).await
        }),
        browser.bare_trial("accelerator::hot_loops_are_compiled", |page| async move {
            open_as(&page, "GARTER_URL_COMPILED").await?;
            let (units, entered) = units_after(&page, HOT).await?;
            if units == 0 || entered == 0 {
                return Err(format!("{units} units were entered {entered} times").into());
            }
            Ok(())
        }),
        browser.bare_trial("accelerator::the_first_program_of_a_page_is_compiled_while_it_runs", |page| async move {
            open_as(&page, "GARTER_URL_COMPILED").await?;
            let source = "import _garter\ns = 0\nwhile _garter.compiled_loops()[1] < 1:\n    for i in range(1000):\n        s += i\nprint('compiled')";
            let run = "return (await garter.run(argument, { budget: { seconds: 60 } })).stdout;";
            expect(page.script_with::<String>(run, &json!(source)).await?, "compiled\n")
        }),
        browser.bare_trial("accelerator::lines_of_a_console_are_compiled", |page| async move {
            open(&page).await?;
            let run = "
                const lines = ['s = 0', 'for i in range(9000): s += i * i', '', 'print(s)', 'import _garter; print(_garter.compiled_loops()[1] > 0)'];
                let printed = '';
                await garter.console({ onOutput: ({ text }) => { printed += text; }, onInput: () => lines.shift() ?? null });
                return printed;";
            let printed = page.script_with::<String>(run, &json!(null)).await?;
            expect_part(&printed, "242959501500")?;
            expect_part(&printed, "True")
        }),
        browser.bare_trial("accelerator::deterministic_runs_repeat_with_and_without_compiled_loops", |page| async move {
            let mut printed = Vec::new();
            for variant in ["GARTER_URL_EAGER", "GARTER_URL_EAGER", "GARTER_URL_FORBIDDEN"] {
                open_as(&page, variant).await?;
                let run = "return (await garter.run(argument, { deterministic: { seed: 'loops' } })).stdout;";
                printed.push(page.script_with::<String>(run, &json!(REPEATED)).await?);
            }
            expect_part(&printed[0], "done")?;
            expect(&printed[1..], &[printed[0].clone(), printed[0].clone()][..])
        }),
        browser.bare_trial("accelerator::where_compiling_is_forbidden_loops_are_interpreted", |page| async move {
            open_as(&page, "GARTER_URL_FORBIDDEN").await?;
            print_all(&page, false).await
        }),
        browser.bare_trial("accelerator::compiled_loops_can_be_stopped", |page| async move {
            open(&page).await?;
            for source in ENDLESS {
                let run = "
                    const stopLater = () => setTimeout(() => run.stop(), 300);
                    const run = garter.run(`print('runs')\n${argument}`, { budget: { seconds: 60 }, onOutput: stopLater });
                    return `${(await run).status} ${(await run).stderr}`;";
                let seen = page.script_with::<String>(run, &json!(source)).await?;
                expect_part(&seen, "stopped")?;
                expect_part(&seen, "Traceback")?;
            }
            Ok(())
        }),
        browser.bare_trial("accelerator::compiled_loops_keep_to_their_budgets", |page| async move {
            open(&page).await?;
            for source in ENDLESS {
                let run = "return (await garter.run(argument, { budget: { seconds: 0.5 } })).status;";
                expect(page.script_with::<String>(run, &json!(source)).await?, "timeout")?;
            }
            let source = "def f(a):\n    i = 0.5\n    while True:\n        a.append(i)\n        i += 1.5\nf([])";
            let run = "return (await garter.run(argument, { budget: { seconds: 60, memoryMB: 64 } })).stderr;";
            expect_part(
                &page.script_with::<String>(run, &json!(source)).await?,
                "MemoryError",
            )
        }),
    ]
}

/// A program with a loop that takes long.
const HOT: &str = "def f():\n    s = 0\n    for i in range(100_000):\n        s += i & 3\n    return s\nprint(f())";

/// Threads that take turns by work, and numbers by chance.
const REPEATED: &str = "
import random
from threading import Thread
order = []
def work(name):
    s = 0.0
    for i in range(60_000):
        s += random.random() + abs(i % 3) + min(i, 7)
        if i % 1000 == 0:
            order.append(name)
    order.append(s)
work('alone')
threads = [Thread(target=work, args=(name,)) for name in 'abc']
for thread in threads: thread.start()
for thread in threads: thread.join()
print(order, 'done')
";

/// Runs all programs, the loops of which are compiled or not.
async fn print_all(page: &Page, is_compiled: bool) -> Checked {
    for (source, printed) in PROGRAMS {
        let run = "const run = await garter.run(argument);\nreturn run.stdout + run.stderr;";
        expect(
            page.script_with::<String>(run, &json!(source)).await?,
            printed,
        )?;
        let (units, entered) = units_after(page, source).await?;
        if (units > 0 && entered > 0) != is_compiled {
            return Err(format!("{units} units were entered {entered} times by {source}").into());
        }
    }
    Ok(())
}

/// How many loops of a program were compiled, and how often they were entered.
async fn units_after(page: &Page, source: &str) -> Result<(u32, u32), Failed> {
    let source = format!("{source}\nimport _garter\nprint(*_garter.compiled_loops())");
    let run = "
        const run = await garter.run(argument);
        return run.stdout.trim().split('\\n').at(-1).split(' ').map(Number);";
    page.script_with::<(u32, u32)>(run, &json!(source)).await
}

async fn open(page: &Page) -> Checked {
    open_as(page, "GARTER_URL_EAGER").await
}

/// Opens a variant of the page, whose address stands in the environment.
async fn open_as(page: &Page, variant: &str) -> Checked {
    page.open_elsewhere(&env::var(variant)?).await?;
    page.be_ready().await
}
