//! Every way in which a program can end, and that the next one runs all the same.

use libtest_mimic::Trial;
use serde_json::{Value, json};

use crate::page::{Browser, expect, expect_part};

/// A program, its options, the status, and a part of what it prints.
struct Ending {
    name: &'static str,
    source: String,
    options: Value,
    status: &'static str,
    prints: &'static str,
}

#[expect(clippy::too_many_lines, reason = "a table")]
fn endings() -> Vec<Ending> {
    let ending = |name, source: &str, status, prints| Ending {
        name,
        source: source.to_owned(),
        options: json!({}),
        status,
        prints,
    };
    let within = |seconds: f64, ending: Ending| Ending {
        options: json!({ "budget": { "seconds": seconds } }),
        ..ending
    };
    vec![
        ending("ok", "print('hi')", "ok", "hi\n"),
        ending("exit_with_a_number", "raise SystemExit(3)", "exit", ""),
        ending(
            "exit_with_a_message",
            "import sys\nsys.exit('bye')",
            "exit",
            "bye\n",
        ),
        ending(
            "exit_at_once",
            "import os\ntry:\n    os._exit(4)\nfinally:\n    print('never')",
            "exit",
            "",
        ),
        within(
            0.5,
            ending("endless_loop", "while True: pass", "timeout", ""),
        ),
        within(0.5, ending("long_sum", "sum(range(10**12))", "timeout", "")),
        within(
            0.5,
            ending("long_sleep", "import time\ntime.sleep(100)", "timeout", ""),
        ),
        within(
            0.5,
            ending("one_long_operation", "10**10**8", "timeout", ""),
        ),
        within(
            0.5,
            ending(
                "catastrophic_regex",
                "import re\nre.match('(a+)+$', 'a' * 40 + 'b')",
                "timeout",
                "",
            ),
        ),
        ending(
            "recursion",
            "def f(): f()\nf()",
            "exception",
            "RecursionError: maximum recursion depth exceeded",
        ),
        ending(
            "recursion_without_a_limit",
            "import sys\nsys.setrecursionlimit(10**6)\ndef f(n): return f(n + 1)\nf(0)",
            "exception",
            "RecursionError",
        ),
        ending(
            "recursion_that_is_caught",
            "def f(): f()\ntry:\n    f()\nexcept RecursionError:\n    print('caught')",
            "ok",
            "caught\n",
        ),
        ending(
            "deep_repr",
            "l = []\nfor i in range(100_000): l = [l]\nrepr(l)",
            "exception",
            "RecursionError",
        ),
        ending(
            "deep_json",
            "import json\njson.loads('[' * 100_000)",
            "exception",
            "RecursionError",
        ),
        ending(
            "deep_brackets",
            &format!("{}1{}", "(".repeat(10_000), ")".repeat(10_000)),
            "syntax-error",
            "too many nested parentheses",
        ),
        ending(
            "deep_operators",
            &format!("x = {}1", "not ".repeat(20_000)),
            "exception",
            "MemoryError: Parser stack overflowed",
        ),
        ending(
            "deep_sources_that_are_caught",
            "for word in ('-', 'not ', 'lambda: ', '1 if x else ', '2 ** ', 'x + ', '[', 'await '):
    try:
        compile('z = ' + word * (8_000 if word == 'x + ' else 50_000) + '1', 'typed', 'exec')
    except (SyntaxError, MemoryError, RecursionError):
        pass
    else:
        print('compiled', word)
exec('z = ' + ' + '.join(['1'] * 2000) + '; print(z)')",
            "ok",
            "2000\n",
        ),
        ending("memory_at_once", "'a' * 10**9", "exception", "MemoryError"),
        ending(
            "more_than_any_memory_is_caught",
            "for wanted in ('[0] * 10**18', \"'a' * 10**18\", 'bytes(10**18)', '(0,) * 10**12'):
    try:
        eval(wanted)
    except MemoryError:
        print('MemoryError', end=' ')
try:
    [1][10**12]
except IndexError as error:
    print(error)",
            "ok",
            "MemoryError MemoryError MemoryError MemoryError list index out of range\n",
        ),
        ending(
            "memory_that_grows",
            "l = []\nwhile True: l.append([1] * 1000)",
            "memory",
            "",
        ),
        ending(
            "memory_that_is_caught",
            "l = []\ntry:\n    while True: l.append('x' * 10**6)\nexcept MemoryError:\n    l.clear()\nprint('on')",
            "ok",
            "on\n",
        ),
        within(
            0.5,
            ending(
                "endless_query",
                "import sqlite3\nsqlite3.connect(':memory:').execute('with recursive c(x) as \
                 (select 1 union all select x + 1 from c) select count(*) from c')",
                "timeout",
                "",
            ),
        ),
        ending(
            "query_that_needs_too_much_memory",
            "import sqlite3\nsqlite3.connect(':memory:').execute('select hex(zeroblob(400000000))')",
            "exception",
            "MemoryError",
        ),
        ending(
            "query_that_needs_more_and_more_memory",
            "import sqlite3\ncon = sqlite3.connect(':memory:')\ncon.execute('create table t (x)')\n\
             while True: con.execute('insert into t values (zeroblob(100000))')",
            "memory",
            "",
        ),
        ending(
            "deep_query",
            "import sqlite3\ncon = sqlite3.connect(':memory:')\ntry:\n    \
             con.execute('select ' * 1 + '(select ' * 20000 + '1' + ')' * 20000)\n\
             except sqlite3.OperationalError as error:\n    print(error)\n\
             for depth in range(10, 400, 10):\n    \
             try:\n        con.execute('select ' + '(select ' * depth + '1' + ')' * depth)\n    \
             except sqlite3.OperationalError:\n        break\nprint('ended')",
            "ok",
            "ended\n",
        ),
        ending(
            "byte_code_built_by_hand",
            "f = lambda: 0\nf.__code__ = f.__code__.replace(co_code=b'\\xff' * 200)\nf()",
            "crashed",
            "",
        ),
        ending(
            "nul_characters",
            "print(1)\nx = '\0'",
            "syntax-error",
            "source code cannot contain null bytes",
        ),
        ending(
            "byte_order_mark_and_crlf",
            "\u{feff}print('''a\r\nb''' == 'a\\nb')\r\n",
            "ok",
            "True\n",
        ),
        ending(
            "lone_surrogates",
            "print('\\ud800')",
            "exception",
            "surrogates not allowed",
        ),
        ending(
            "tabs_and_spaces",
            "if 1:\n\tx = 1\n        y = 2",
            "syntax-error",
            "TabError",
        ),
        ending(
            "five_megabytes",
            &format!("x = '{}'\nprint(len(x))", "y".repeat(5_000_000)),
            "ok",
            "5000000\n",
        ),
    ]
}

/// What a program does when there is less and less memory, until a request is refused.
const REFUSED: [(&str, &str); 6] = [
    (
        "it_catches_the_error",
        "def hoard():
    try:
        while True:
            kept.append(bytes(40))
    except BaseException:
        hoard()
    finally:
        hoard()
hoard()",
    ),
    ("it_makes_objects", "while True: kept.append(object())"),
    (
        "it_prints",
        "while True:
    kept.append(bytes(100))
    print('some text', end='')",
    ),
    ("it_asks", "while True: kept.append(input() * 1000)"),
    (
        "it_sleeps",
        "import time
while True:
    kept.append(bytes(5000))
    time.sleep(0)",
    ),
    (
        "it_formats_errors",
        "import traceback
while True:
    try:
        kept[-1 / 0]
    except ZeroDivisionError:
        kept.append(traceback.format_exc())",
    ),
];

/// Lets a program come close to what it may have at most, and then do something that needs a little
/// more, again and again; each time with a little less left, so that another request is refused.
const REFUSE: &str = "
    const full = `kept = []
for size in (1 << 20, 1 << 10):
    try:
        while True:
            kept.append(bytearray(size))
    except MemoryError:
        pass
`;
    const wrong = [];
    for (let n = 0; n < 16; n += 1) {
      const memoryMB = 1 + n * 0.0071;
      const { status, error } = await garter.run(full + argument, {
        budget: { memoryMB, seconds: 120, outputKB: 1e6 },
        onInput: () => 'an answer',
      });
      const isRight = status === 'memory' || (status === 'exception' && error.type === 'MemoryError');
      if (!isRight) wrong.push([memoryMB, status, error?.message ?? '']);
    }
    return wrong;";

fn refusals(browser: &Browser) -> impl Iterator<Item = Trial> {
    REFUSED.into_iter().map(|(name, program)| {
        browser.trial(
            &format!("ending::no_memory_is_left_when_{name}"),
            move |page| async move {
                let wrong: Value = page.script_with(REFUSE, &program.into()).await?;
                expect(wrong, json!([]))
            },
        )
    })
}

pub fn trials(browser: &Browser) -> Vec<Trial> {
    let refusals = refusals(browser).collect::<Vec<_>>();
    endings()
        .into_iter()
        .map(|ending| {
            browser.trial(
                &format!("ending::{}", ending.name),
                move |page| async move {
                    let result = page.run(&ending.source, ending.options).await?;
                    expect(result["status"].as_str(), Some(ending.status))?;
                    let printed = format!(
                        "{}{}",
                        result["stdout"].as_str().unwrap_or(""),
                        result["stderr"].as_str().unwrap_or("")
                    );
                    expect_part(&printed, ending.prints)?;
                    let next = page.run("print('next')", json!({})).await?;
                    expect(next["stdout"].as_str(), Some("next\n"))
                },
            )
        })
        .chain(refusals)
        .collect()
}
