//! Threads in browsers: what depends on the reader, on time and on the browser's stacks. What they print is compared by
//! `tests/cases/threads`.

use libtest_mimic::Trial;
use serde_json::{Value, json};

use crate::page::{Browser, expect};

/// A script, and what it has to return.
struct Claim {
    name: &'static str,
    script: &'static str,
    expected: Value,
}

pub fn trials(browser: &Browser) -> Vec<Trial> {
    claims()
        .into_iter()
        .map(|claim| {
            let name = format!("threads::{}", claim.name);
            browser.bare_trial(&name, move |page| async move {
                page.stay_at_playground().await?;
                let found: Value = page.script_with(claim.script, &Value::Null).await?;
                expect(found, claim.expected)
            })
        })
        .collect()
}

#[expect(clippy::too_many_lines, reason = "a table")]
fn claims() -> Vec<Claim> {
    vec![
        Claim {
            name: "a_clock_ticks_beside_a_question",
            script: "
                const source = `import threading, time
def tick():
    while not answered.is_set():
        print('tick')
        time.sleep(0.01)
answered = threading.Event()
clock = threading.Thread(target=tick)
clock.start()
name = input('name? ')
answered.set()
clock.join()
print('hello', name)`;
                let shown = '';
                let enough;
                const ticked = new Promise((resolve) => { enough = resolve; });
                const run = garter.run(source, {
                    onOutput: ({ text }) => {
                        shown += text;
                        if (shown.split('tick').length > 5) enough();
                    },
                    onInput: () => ticked.then(() => 'Ada'),
                });
                const { status, stdout } = await run;
                return [status, stdout.endsWith('hello Ada\\n'), stdout.startsWith('tick\\nname? ')];",
            expected: json!(["ok", true, true]),
        },
        Claim {
            name: "a_question_waits_longer_than_the_time_budget_while_a_clock_sleeps",
            script: "
                const source = `import threading, time
def tick():
    while True:
        time.sleep(0.02)
threading.Thread(target=tick, daemon=True).start()
print(input())`;
                const options = {
                    budget: { seconds: 0.5 },
                    onInput: () => new Promise((resolve) => setTimeout(() => resolve('late'), 1500)),
                };
                const { status, stdout } = await garter.run(source, options);
                return [status, stdout];",
            expected: json!(["ok", "late\n"]),
        },
        Claim {
            name: "stop_ends_a_program_while_ten_threads_sleep",
            script: "
                const source = `import threading, time
for _ in range(10):
    threading.Thread(target=time.sleep, args=(100,)).start()
print('on')
time.sleep(100)`;
                const run = garter.run(source, { onOutput: () => run.stop() });
                const { status, stderr, killed } = await run;
                return [status, stderr.trim().split('\\n').at(-1), killed];",
            expected: json!(["stopped", "KeyboardInterrupt", false]),
        },
        Claim {
            name: "stop_interrupts_the_main_thread_while_another_one_computes",
            script: "
                const source = `import threading
def spin():
    print('on', threading.current_thread().name)
    while True: pass
thread = threading.Thread(target=spin, daemon=True)
try:
    thread.start()
    thread.join()
except KeyboardInterrupt:
    print('interrupted', threading.current_thread().name)`;
                const run = garter.run(source, { onOutput: () => run.stop() });
                const { status, stdout } = await run;
                return [status, stdout];",
            expected: json!(["ok", "on Thread-1 (spin)\ninterrupted MainThread\n"]),
        },
        Claim {
            name: "a_thread_that_raises_is_shown_while_the_main_one_waits_for_input",
            script: "
                const source = `import threading
def fail():
    raise ValueError('broken')
threading.Timer(0.01, fail).start()
print(input())`;
                let told;
                const shown = new Promise((resolve) => { told = resolve; });
                let text = '';
                const { status, stderr } = await garter.run(source, {
                    onOutput: (output) => {
                        text += output.text;
                        if (text.includes('ValueError: broken')) told('answer');
                    },
                    onInput: () => shown,
                });
                return [status, stderr.startsWith('Exception in thread Thread-1:\\n')];",
            expected: json!(["ok", true]),
        },
        Claim {
            name: "a_thread_that_never_ends_uses_up_the_time_budget",
            script: "
                const source = `import threading
def spin():
    while True: pass
threading.Thread(target=spin).start()
print('the end')`;
                const { status, stdout } = await garter.run(source, { budget: { seconds: 0.5 } });
                return [status, stdout];",
            expected: json!(["timeout", "the end\n"]),
        },
        Claim {
            name: "sixty_four_threads_nest_as_deep_as_they_may_and_each_has_its_own_recursion_error",
            script: "
                const source = `import threading
gate = threading.Event()
found = []
def probe(n, deepest):
    deepest[0] = n
    return max([n], key=lambda n: probe(n + 1, deepest))
def nest(n, end):
    if n == end:
        gate.wait()
        return [n]
    return max([n], key=lambda n: nest(n + 1, end))
def work():
    deepest = [0]
    try:
        probe(0, deepest)
    except RecursionError:
        nest(0, deepest[0] - 50)
        found.append(deepest[0] > 60)
threads = [threading.Thread(target=work) for _ in range(64)]
for thread in threads: thread.start()
gate.set()
for thread in threads: thread.join()
print(len(found), set(found))`;
                const { status, stdout, stderr } = await garter.run(source, { budget: { seconds: 30 } });
                return [status, stdout, stderr];",
            expected: json!(["ok", "64 {True}\n", ""]),
        },
        Claim {
            name: "threads_that_use_up_the_memory_end_their_run",
            script: "
                const source = `import threading
kept = []
def eat():
    while True:
        kept.append(bytearray(1 << 20))
threads = [threading.Thread(target=eat) for _ in range(3)]
for thread in threads: thread.start()
for thread in threads: thread.join()
kept.clear()
print('never')`;
                const { status, stderr } = await garter.run(source, { budget: { memoryMB: 64 } });
                return [status, stderr.includes('MemoryError')];",
            expected: json!(["memory", true]),
        },
        Claim {
            name: "a_deterministic_run_switches_at_the_same_points_each_time",
            script: "
                const source = `import threading, time
order = []
def work(name):
    for n in range(200_000):
        if n % 1000 == 0: order.append(name)
    time.sleep(0.01)
threads = [threading.Thread(target=work, args=(name,)) for name in 'abc']
for thread in threads: thread.start()
for thread in threads: thread.join()
print(''.join(order))`;
                const options = { deterministic: { seed: 0 }, budget: { seconds: 60 } };
                const one = await garter.run(source, options);
                const two = await garter.run(source, options);
                return [one.status, one.stdout === two.stdout, new Set(one.stdout.slice(0, 500)).size > 1];",
            expected: json!(["ok", true, true]),
        },
        Claim {
            name: "lines_of_threads_are_whole",
            script: "
                const source = `import threading
def work(name):
    for _ in range(2000): print(name * 30)
threads = [threading.Thread(target=work, args=(name,)) for name in 'abc']
for thread in threads: thread.start()
for thread in threads: thread.join()`;
                const { status, stdout } = await garter.run(source, { budget: { seconds: 60 } });
                const lines = stdout.split('\\n').slice(0, -1);
                return [status, lines.length, lines.every((line) => /^(a{30}|b{30}|c{30})$/.test(line))];",
            expected: json!(["ok", 6000, true]),
        },
    ]
}
