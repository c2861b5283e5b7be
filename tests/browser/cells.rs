//! Programs in the interpreter that others have left, and texts that are checked while they are typed:
//! through the page's API, by whoever builds a notebook on it.

use libtest_mimic::Trial;
use serde_json::{Value, json};

use crate::page::{Browser, expect};

/// A script, and what it has to return.
struct Claim {
    name: &'static str,
    script: &'static str,
    expected: Value,
}

/// What the scripts have in common.
const HELPERS: &str = "
    const texts = (run) => run.then(({ stdout }) => stdout, (error) => `${error.name}: ${error.message}`);
    const keep = true;
    /** Runs a cell, presses Stop when it has printed something, and waits for its end. */
    const stopped = async (source, options) => {
        const run = garter.run(source, { ...options, onOutput: () => run.stop() });
        return run;
    };
    const STUBBORN = `print('on')\nwhile True:\n    try:\n        while True: pass\n    except KeyboardInterrupt: pass`;
";

pub fn trials(browser: &Browser) -> Vec<Trial> {
    let claims = [kept(), ended(), checked()].into_iter().flatten();
    claims
        .map(|claim| {
            let name = format!("cells::{}", claim.name);
            browser.bare_trial(&name, move |page| async move {
                page.stay_at_playground().await?;
                let script = format!("{HELPERS}{}", claim.script);
                let found: Value = page.script_with(&script, &Value::Null).await?;
                expect(found, claim.expected)
            })
        })
        .collect()
}

#[expect(clippy::too_many_lines, reason = "a table")]
fn kept() -> Vec<Claim> {
    vec![
        Claim {
            name: "names_live_on_and_each_cell_has_its_file",
            script: "
                const one = garter.run('def f(n): return 1 / n', { keep });
                const first = await one;
                const two = garter.run('\\nf(0)', { after: one, keep });
                const second = await two;
                // Any run of the interpreter names it.
                const third = await garter.run('print(f(2))', { after: one, keep });
                const last = await garter.run('f(4)', { after: two, echo: true });
                return {
                    kept: [first, second, third, last].map(({ kept }) => kept),
                    files: [first, second, third, last].map(({ file }) => file),
                    frames: second.error.frames.map(({ file }) => file),
                    line: second.error.position.line,
                    stderr: second.stderr.split('\\n')[2],
                    printed: [third.stdout, last.stdout],
                };",
            expected: json!({
                "kept": [true, true, true, false],
                "files": ["main.py", "<cell 2>", "<cell 3>", "<cell 4>"],
                "frames": ["<cell 2>", "main.py"],
                "line": 2,
                "stderr": "    f(0)",
                "printed": ["0.5\n", "0.25\n"],
            }),
        },
        Claim {
            name: "two_notebooks_have_each_their_names",
            script: "
                const [a, b] = ['a', 'b'].map((name) => garter.run(`name = '${name}'`, { keep }));
                await Promise.all([a, b]);
                return Promise.all([a, b].map((after) => texts(garter.run('print(name)', { after }))));",
            expected: json!(["a\n", "b\n"]),
        },
        Claim {
            name: "stop_leaves_the_names",
            script: "
                // A spare that has checked a text has imported what a traceback needs: on a busy machine that
                // takes longer than Stop allows.
                await garter.check('1 +');
                const one = garter.run('x = 1', { keep });
                await one;
                const two = await stopped('print(x)\\nwhile True: pass', { after: one, keep });
                return [two.status, two.kept, await texts(garter.run('print(x)', { after: one }))];",
            expected: json!(["stopped", true, "1\n"]),
        },
        Claim {
            name: "stop_that_comes_too_late_is_not_the_next_cells",
            script: "
                let last = garter.run('print(0)', { keep });
                await last;
                const statuses = new Set();
                for (let n = 1; n < 20; n += 1) {
                    const run = garter.run(`print(${n})`, { after: last, keep });
                    setTimeout(() => run.stop(), n / 4);
                    await run;
                    run.stop();
                    last = garter.run('for i in range(30_000): pass', { after: run, keep });
                    statuses.add((await last).status);
                }
                last.end();
                return [...statuses];",
            expected: json!(["ok"]),
        },
        Claim {
            name: "each_cell_has_its_own_time_and_output",
            script: "
                const source = 'import time\\nend = time.time() + 1.2\\nwhile time.time() < end: pass\\nprint(\"x\" * 900)';
                const options = { keep, budget: { seconds: 2, outputKB: 1 } };
                let after = null;
                const statuses = [];
                for (let n = 0; n < 3; n += 1) {
                    after = garter.run(source, { ...options, after });
                    statuses.push((await after).status);
                }
                after.end();
                return statuses;",
            expected: json!(["ok", "ok", "ok"]),
        },
        Claim {
            name: "a_cell_that_prints_much_waits_for_nobody_before_it",
            script: "
                const source = 'import sys\\nfor n in range(5): sys.stdout.write(\"x\" * 12_000)';
                let after = null;
                const lengths = [];
                for (let n = 0; n < 5; n += 1) {
                    after = garter.run(source, { after, keep, budget: { seconds: 5 } });
                    const { stdout, status } = await after;
                    lengths.push(status, stdout.length);
                }
                after.end();
                return lengths;",
            expected: json!(["ok", 60_000, "ok", 60_000, "ok", 60_000, "ok", 60_000, "ok", 60_000]),
        },
        Claim {
            name: "a_cell_asks_and_is_given_files",
            script: "
                const one = garter.run('name = input()', { keep, onInput: () => 'Ann' });
                await one;
                const two = garter.run('print(name, input(), open(\"a.txt\").read())\\nopen(\"b.txt\", \"w\").write(\"b\")', {
                    after: one, keep, onInput: () => 'Bo', files: { 'a.txt': 'file' } });
                const { stdout, files } = await two;
                const three = await garter.run('print(input())', { after: one, stdin: 'Cy', files: { 'c.txt': 'c' } });
                return [stdout, Object.keys(files), three.stdout, Object.keys(three.files)];",
            expected: json!(["Ann Bo file\n", ["b.txt"], "Cy\n", []]),
        },
        Claim {
            name: "a_console_comes_between_two_cells",
            script: "
                const one = garter.run('x = 1', { keep });
                await one;
                const console = garter.console({ after: one, keep, stdin: 'x += 1\\nexit()\\n' });
                const { status, kept } = await console;
                return [status, kept, await texts(garter.run('print(x)', { after: console }))];",
            expected: json!(["exit", true, "2\n"]),
        },
        Claim {
            name: "a_program_that_has_used_up_its_memory_can_give_it_back",
            script: "
                const budget = { memoryMB: 64 };
                const one = garter.run('hoard = []\\nwhile True: hoard.append(bytearray(1_000_000))', { keep, budget });
                const { status, kept } = await one;
                const two = garter.run('hoard.clear()', { after: one, keep, budget });
                await two;
                const three = await garter.run('print(len(bytearray(30_000_000)))', { after: two, budget });
                return [status, kept, three.stdout, three.peakMemory < 80e6];",
            expected: json!(["memory", true, "30000000\n", true]),
        },
        Claim {
            name: "a_deterministic_notebook_repeats",
            script: "
                const all = async () => {
                    const one = garter.run('import os, random, time\\nprint(os.urandom(4).hex())', { keep, deterministic: { seed: 42 } });
                    const first = await one;
                    return first.stdout + await texts(garter.run('print(os.urandom(4).hex(), time.time())', { after: one }));
                };
                const once = await all();
                return [once.slice(0, 8), once === await all()];",
            expected: json!(["ad51265f", true]),
        },
        Claim {
            name: "the_last_expression_is_shown",
            script: "
                const shown = (source) => texts(garter.run(source, { echo: true }));
                return Promise.all([shown('1\\n2\\n[n * n for n in range(4)]'), shown('None'), shown('x = 1'), shown('print(5)')]);",
            expected: json!(["[0, 1, 4, 9]\n", "", "", "5\n"]),
        },
    ]
}

#[expect(clippy::too_many_lines, reason = "a table")]
fn ended() -> Vec<Claim> {
    const GONE: &str = "OptionError: after: run N has left no interpreter: it ran without keep, it was ended, or its interpreter had to be taken away; run a program with keep and go on after that";
    vec![
        Claim {
            name: "what_had_to_be_taken_away_is_gone",
            script: "
                const ends = [
                    (options) => stopped(STUBBORN, options),
                    (options) => garter.run('while True: pass', { ...options, budget: { seconds: 0.3 } }),
                    (options) => garter.run('print(\"x\" * 5000)', { ...options, budget: { outputKB: 1 } }),
                    (options) => garter.run('import os; os._exit(3)', options),
                ];
                const found = [];
                for (const end of ends) {
                    const one = garter.run('x = 1', { keep });
                    await one;
                    const { status, kept } = await end({ after: one, keep });
                    const next = await texts(garter.run('print(x)', { after: one }));
                    found.push([status, kept, next.replace(/run \\d+ has/, 'run N has')]);
                }
                return found;",
            expected: json!([
                ["stopped", false, GONE],
                ["timeout", false, GONE],
                ["output-limit", false, GONE],
                ["exit", false, GONE],
            ]),
        },
        Claim {
            name: "no_cell_outlives_its_time_whatever_was_prepared_for_it",
            script: "
                const forever = 'def forever(*a, **k):\\n    while True: pass\\n';
                const traps = [
                    ['import sys\\nsys.displayhook = forever', '1'],
                    ['import sys\\nsys.excepthook = forever', '1 / 0'],
                    ['import sys\\nclass Out:\\n    write = flush = forever', 'sys.stdout = Out()'],
                    ['import sys\\nclass Out:\\n    write = forever\\n    flush = lambda self: None\\nsys.stderr = Out()', '1 / 0'],
                    ['import linecache\\nclass Cache(dict):\\n    __setitem__ = __getitem__ = __contains__ = forever\\nlinecache.cache = Cache()', '1 / 0'],
                    ['import traceback\\ntraceback.TracebackException.format = forever', '1 / 0'],
                    ['import signal\\nsignal.signal(signal.SIGINT, forever)', 'signal.raise_signal(2)'],
                    ['class E(Exception):\\n    __str__ = forever', 'raise E'],
                ];
                const found = [];
                for (const [trap, source] of traps) {
                    const one = garter.run(forever + trap, { keep });
                    await one;
                    const options = { after: one, keep, echo: true, budget: { seconds: 0.2 } };
                    const { status, kept } = await garter.run(source, options);
                    found.push([status, kept]);
                }
                return found;",
            expected: json!(vec![json!(["timeout", false]); 8]),
        },
        Claim {
            name: "nothing_runs_between_two_cells",
            script: "
                const source = `import threading, time, gc, signal, weakref
def work():
    global n
    for _ in range(5):
        time.sleep(0.02)
        n += 1
n = 0
threading.Timer(0.05, work).start()
threading.Thread(target=work, daemon=True).start()
print(n)`;
                const one = garter.run(source, { keep });
                const { stdout } = await one;
                await new Promise((resolve) => setTimeout(resolve, 200));
                const later = await texts(garter.run('print(n)', { after: one }));
                return stdout === later ? 'the same' : [stdout, later];",
            expected: json!("the same"),
        },
        Claim {
            name: "an_interpreter_is_released_by_the_end_of_any_of_its_runs",
            script: "
                const one = garter.run('x = 1', { keep });
                await one;
                const two = garter.run('print(x)\\nwhile True: pass', { after: one, keep, onOutput: () => one.end() });
                const { status, killed, kept } = await two;
                one.end();
                two.end();
                const next = await texts(garter.run('print(x)', { after: two }));
                const fresh = garter.run('1', { keep });
                await fresh;
                fresh.end();
                fresh.end();
                const last = await texts(garter.run('1', { after: fresh }));
                return [status, killed, kept, next.includes('has left no interpreter'), last.includes('has left no interpreter')];",
            expected: json!(["stopped", true, false, true, true]),
        },
        Claim {
            name: "a_run_without_keep_leaves_nothing",
            script: "
                const one = garter.run('x = 1');
                await one;
                return (await texts(garter.run('print(x)', { after: one }))).includes('it ran without keep');",
            expected: json!(true),
        },
        Claim {
            name: "an_interpreter_runs_one_program_at_a_time",
            script: "
                const begun = Promise.withResolvers();
                const one = garter.run('print(1)\\nwhile True: pass', { keep, onOutput: begun.resolve });
                const early = await texts(garter.run('2', { after: one }));
                await begun.promise;
                one.stop();
                await one;
                return [early.replace(/\\d+/, 'N'), await texts(garter.run('print(2)', { after: one }))];",
            expected: json!(["OptionError: after: run N is not over yet; await it first", "2\n"]),
        },
        Claim {
            name: "fifty_interpreters_are_not_kept",
            script: "
                // What the page itself has kept is not counted here.
                const own = await garter.constructor.load();
                const runs = Array.from({ length: 50 }, (_, n) => own.run(`n = ${n}`, { keep }));
                const ends = await Promise.all(runs.map((run) => texts(run)));
                const refused = ends.filter((end) => end.includes('8 interpreters are kept already'));
                const kept = runs.filter((_, n) => ends[n] === '');
                const printed = await Promise.all(kept.map((after) => texts(own.run('print(n)', { after, keep }))));
                const other = await texts(own.run('print(\"without\")'));
                for (const run of runs) run.end();
                const again = own.run('print(\"again\")', { keep });
                const last = await texts(again);
                own.dispose();
                return [refused.length, printed.join(''), other, last];",
            expected: json!([42, "0\n1\n2\n3\n4\n5\n6\n7\n", "without\n", "again\n"]),
        },
        Claim {
            name: "only_a_run_of_this_garter_comes_before_another",
            script: "
                const found = [];
                for (const after of [1, '1', {}, { id: 1 }, [1], garter]) {
                    found.push(await texts(garter.run('1', { after })));
                }
                const none = await Promise.all([null, undefined].map((after) => texts(garter.run('print(1)', { after }))));
                return [new Set(found).size, found[0].slice(0, 46), ...none];",
            expected: json!([1, "OptionError: after must be a run of this Garte", "1\n", "1\n"]),
        },
        Claim {
            name: "a_run_of_another_garter_does_not_come_before_one",
            script: "
                const other = await garter.constructor.load();
                const there = other.run('secret = 1', { keep });
                await there;
                const found = await texts(garter.run('print(secret)', { after: there }));
                other.dispose();
                const late = [there.end(), await texts(other.run('1', { after: there }))];
                return [found.slice(0, 28), ...late];",
            expected: json!(["OptionError: after must be a", null, "GarterError: This Garter was disposed of; load another one."]),
        },
        Claim {
            name: "what_the_first_has_decided_is_refused_and_costs_nothing",
            script: "
                const one = garter.run('x = 1', { keep, modules: { allow: ['math'] } });
                await one;
                const found = [];
                for (const more of [{ policy: 'beginner' }, { modules: { deny: [] } }, { deterministic: {} }, { argv: ['x'] }, { budget: { seconds: -1 } }, { colour: 'red' }]) {
                    const end = await texts(garter.run('1', { after: one, ...more }));
                    found.push(end.split(' ')[0] + end.split(' ')[1]);
                }
                return [...found, await texts(garter.run('print(x)\\nimport random', { after: one }))];",
            expected: json!([
                "OptionError:policy:", "OptionError:modules:", "OptionError:deterministic:", "OptionError:argv:",
                "OptionError:budget.seconds", "OptionError:unknown", "1\n",
            ]),
        },
        Claim {
            name: "a_run_that_waits_for_its_turn_can_be_ended",
            script: "
                const runs = Array.from({ length: 6 }, () => garter.run('while True: pass', { keep }));
                for (const run of runs) run.end();
                return (await Promise.all(runs)).map(({ status, kept }) => [status, kept]);",
            expected: json!(vec![json!(["stopped", false]); 6]),
        },
    ]
}

#[expect(clippy::too_many_lines, reason = "a table")]
fn checked() -> Vec<Claim> {
    vec![
        Claim {
            name: "a_check_says_what_is_wrong_and_where",
            script: "
                const error = await garter.check('x = 1\\nprint(x\\n');
                const run = await garter.run('x = 1\\nprint(x\\n');
                const fine = await garter.check('print(1)\\n1 / 0');
                const broken = await garter.check('for n in []: pass', { policy: 'no-loops' });
                return [error.type, error.message, error.position, error.text === run.error.text, fine, broken.type];",
            expected: json!([
                "SyntaxError", "'(' was never closed (main.py, line 2)",
                { "line": 2, "column": 6, "endLine": 2, "endColumn": 7 }, true, null, "PolicyError",
            ]),
        },
        Claim {
            name: "a_check_runs_nothing_and_uses_nothing_up",
            script: "
                const errors = [];
                for (let n = 0; n < 30; n += 1) errors.push(await garter.check(`x = ${n}\\nwhile True: pass`));
                return [errors.every((error) => error === null), await texts(garter.run('print(\"x\" in dir())'))];",
            expected: json!([true, "False\n"]),
        },
        Claim {
            name: "a_check_waits_for_no_program",
            script: "
                let isOver = false;
                const run = garter.run('print(1)\\nwhile True: pass', { keep });
                run.then(() => (isOver = true));
                const { message } = await garter.check('1 +');
                const wasOver = isOver;
                run.end();
                return [message.slice(0, 14), wasOver, (await run).status];",
            expected: json!(["invalid syntax", false, "stopped"]),
        },
        Claim {
            name: "programs_and_checks_at_once_all_have_their_answers",
            script: "
                const all = Array.from({ length: 12 }, (_, n) =>
                    n % 3 ? garter.check(`${n} +`).then((error) => error.type) : texts(garter.run(`print(${n})`)));
                return Promise.all(all);",
            expected: json!([
                "0\n", "SyntaxError", "SyntaxError", "3\n", "SyntaxError", "SyntaxError",
                "6\n", "SyntaxError", "SyntaxError", "9\n", "SyntaxError", "SyntaxError",
            ]),
        },
        Claim {
            name: "each_check_has_its_own_answer_and_they_come_in_order",
            script: "
                const order = [];
                const checks = Array.from({ length: 50 }, (_, n) => {
                    const check = garter.check('\\n'.repeat(n) + '1 +');
                    check.then(() => order.push(n));
                    return check;
                });
                const lines = (await Promise.all(checks)).map(({ position }) => position.line);
                return {
                    inOrder: order.every((n, at) => n === at),
                    own: lines.every((line, n) => line === n + 1),
                };",
            expected: json!({ "inOrder": true, "own": true }),
        },
        Claim {
            name: "a_megabyte_is_checked_and_no_more",
            script: "
                const line = 'print(\"a line of a long program\", 1 + 2 * 3)\\n';
                const source = line.repeat(Math.floor((1 << 20) / line.length));
                const fine = await garter.check(source);
                const wrong = await garter.check('(' + source.slice(1));
                const more = await garter.check('ü'.repeat((1 << 19) + 1)).catch((error) => `${error.name}: ${error.message}`);
                return [fine, wrong.position.line, more, await texts(garter.run('print(1)'))];",
            expected: json!([
                null, 1,
                "OptionError: source has 1048578 bytes of UTF-8; a check takes no more than 1048576", "1\n",
            ]),
        },
        Claim {
            name: "a_text_that_nests_too_deeply_costs_one_worker",
            script: "
                const deep = ['-'.repeat(300_000) + '1', '('.repeat(300_000), 'x' + '.x'.repeat(300_000), 'x = ' + '1 + '.repeat(200_000) + '1'];
                const found = [];
                for (const source of deep) {
                    const error = await garter.check(source);
                    found.push(/nest|too complex|recursion depth/.test(error?.message) ? 'nests' : error, (await garter.check('1 +')).type);
                }
                return [...found, await texts(garter.run('print(1)'))];",
            expected: json!([
                "nests", "SyntaxError", "nests", "SyntaxError", "nests", "SyntaxError", "nests", "SyntaxError", "1\n",
            ]),
        },
        Claim {
            name: "wrong_options_of_a_check_are_named",
            script: "
                const said = (options) => garter.check('1', options).catch((error) => `${error.name}: ${error.message}`);
                const found = [await said({ polcy: 'beginner' }), await said({ policy: 'none' }), await said({ policy: () => 1 })];
                return [...found.map((text) => text.slice(0, 24)), await said({})];",
            expected: json!(["OptionError: unknown fie", "OptionError: policy is \"", "GarterError: These optio", null]),
        },
        Claim {
            name: "a_check_of_a_garter_that_is_disposed_of_is_not_waited_for",
            script: "
                const other = await garter.constructor.load();
                const said = (check) => check.catch((error) => error.message);
                const before = said(other.check('1 +'));
                other.dispose();
                return [await before, await said(other.check('1 +'))];",
            expected: json!(vec!["This Garter was disposed of; load another one."; 2]),
        },
    ]
}
