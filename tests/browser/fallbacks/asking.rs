//! Programs that ask at difficult places, in a browser in which each is run again for each answer.

use std::time::Duration;

use libtest_mimic::{Failed, Trial};
use serde_json::{Value, json};
use tokio::time::sleep;

use crate::page::{Browser, Checked, Engine, Page, expect, expect_part};

const ENTER: char = '\u{e007}';
const SERVER: &str = "GARTER_URL_OLDER";

/// It ends the interpreter, not just itself.
const DEADLY: &str = "f = lambda: 0\nf.__code__ = f.__code__.replace(co_code=b'\\xff' * 200)\nf()";

/// A program, how its questions are answered, and what comes of it.
struct Asking {
    name: &'static str,
    source: &'static str,
    /// A function of JavaScript that gets the number of the question, from 0.
    answer: &'static str,
    status: &'static str,
    stdout: &'static str,
    /// Parts of what is on the other stream.
    stderr: &'static str,
}

const ASKING: [Asking; 10] = [
    Asking {
        name: "in_a_finally",
        source: "try:\n    print('works')\n    1 / 0\nfinally:\n    print('bye,', input('? '))\n",
        answer: "(n) => 'Ann'",
        status: "exception",
        stdout: "works\n? bye, Ann\n",
        stderr: "ZeroDivisionError",
    },
    Asking {
        name: "in_an_except_after_the_time",
        source: "import time\nstart = time.time()\ntry:\n    raise ValueError(start)\nexcept ValueError as error:\n    \
                 first = input('? ')\n    print(error.args[0] == start, input('! '), first, time.time() >= start)\n",
        answer: "(n) => 'answer' + n",
        status: "ok",
        stdout: "? ! True answer1 answer0 True\n",
        stderr: "",
    },
    Asking {
        name: "after_writing_files",
        source: "import os\nfor n in range(3):\n    with open('log.txt', 'a') as log:\n        log.write(input(f'{n}? ') + '\\n')\n    \
                 os.makedirs(f'made/{n}')\nprint(open('log.txt').read().split(), sorted(os.listdir('made')))\n",
        answer: "(n) => 'line' + n",
        status: "ok",
        stdout: "0? 1? 2? ['line0', 'line1', 'line2'] ['0', '1', '2']\n",
        stderr: "",
    },
    Asking {
        name: "in_a_thread",
        source: "import threading\nnames = []\ndef ask():\n    names.append(input('in a thread? '))\n\
                 thread = threading.Thread(target=ask)\nthread.start()\nthread.join()\nprint(names, input('after it? '))\n",
        answer: "(n) => 'answer' + n",
        status: "ok",
        stdout: "in a thread? after it? ['answer0'] answer1\n",
        stderr: "",
    },
    Asking {
        name: "in_a_del",
        source: "class Asker:\n    def __del__(self):\n        print('gone,', input('? '))\nasker = Asker()\ndel asker\nprint('on', input('! '))\n",
        answer: "(n) => 'answer' + n",
        status: "ok",
        stdout: "? gone, answer0\n! on answer1\n",
        stderr: "",
    },
    Asking {
        name: "at_exit",
        source: "import atexit\natexit.register(lambda: print('bye,', input('? ')))\nprint('works')\n",
        answer: "(n) => 'Ann'",
        status: "ok",
        stdout: "works\n? bye, Ann\n",
        stderr: "",
    },
    Asking {
        name: "in_a_generator_and_in_a_sort",
        source: "def numbers():\n    while (text := input('? ')):\n        yield int(text)\n\
                 print(sorted(numbers(), key=lambda n: (input(f'{n}: '), n)))\n",
        answer: "(n) => ['3', '1', '2', '', 'b', 'c', 'a'][n]",
        status: "ok",
        stdout: "? ? ? ? 3: 1: 2: [2, 3, 1]\n",
        stderr: "",
    },
    Asking {
        name: "after_the_end_of_its_input",
        source: "try:\n    input('? ')\nexcept EOFError:\n    print('no more')\nprint(input('! '))\n",
        answer: "(n) => n === 0 ? null : 'Ann'",
        status: "ok",
        stdout: "? no more\n! Ann\n",
        stderr: "",
    },
    Asking {
        name: "with_blanks_and_on_both_streams",
        source: "import gc, sys\nprint('begins')\nprint(input('? '), len('x' * 3))\nsys.stderr.write('written\\n')\nprint(input('! '))\n",
        answer: "(n) => ['', '  two words  '][n]",
        status: "ok",
        stdout: "begins\n?  3\n!   two words  \n",
        stderr: "written\n",
    },
    Asking {
        name: "in_what_an_answer_has_made",
        source: "exec(input('code? '))\nprint(inner, eval(input('expression? ')))\n",
        answer: "(n) => ['inner = input(\"inner? \")', 'input()', '6 * 7'][n]",
        status: "ok",
        stdout: "code? inner? expression? input() 42\n",
        stderr: "",
    },
];

pub fn trials(browser: &Browser) -> Vec<Trial> {
    let mut trials: Vec<Trial> = ASKING
        .iter()
        .map(|asking| {
            let name = format!("neither::asking_{}", asking.name);
            browser.bare_trial(&name, move |page| async move { ask(&page, asking).await })
        })
        .collect();
    trials.extend([
        browser.bare_trial(
            "neither::asking_after_a_megabyte_shows_it_once",
            megabyte_before,
        ),
        browser.bare_trial(
            "neither::answers_of_a_megabyte_arrive_whole",
            megabyte_answered,
        ),
        browser.bare_trial(
            "neither::stop_while_the_program_is_run_again_ends_it",
            stopped_again,
        ),
        browser.bare_trial(
            "neither::a_worker_that_dies_after_an_answer_is_said_and_the_text_stays",
            dies,
        ),
        browser.bare_trial(
            "neither::asking_without_end_is_answered_or_said",
            without_end,
        ),
    ]);
    // Nothing of this is an engine's own: one of them is enough.
    if browser.engine() == Engine::Chromium {
        trials.push(browser.bare_trial(
            "neither::a_question_in_a_tab_that_nobody_sees_waits_for_ever",
            unseen,
        ));
    }
    trials
}

/// Opens the page unless it is there: these tests share it.
async fn open(page: &Page) -> Checked {
    let there: bool = page
        .script("return window.garter?.capabilities.waiting === 'replay' && !garter.isClosed")
        .await?;
    if there {
        return Ok(());
    }
    page.open_older("replay", SERVER).await
}

/// Runs a program, whose questions a function of JavaScript answers.
async fn run(page: &Page, source: &str, answer: &str) -> Result<Value, Failed> {
    let script = format!(
        "const answer = {answer};
         let [asked, shown] = [0, 0];
         const result = await garter.run(argument, {{
           budget: {{ seconds: 120, outputKB: 8000 }},
           onInput: () => answer(asked++),
           onOutput: ({{ text }}) => (shown += text.length),
         }});
         return {{ ...result, files: Object.keys(result.files ?? {{}}), asked, shown }};"
    );
    page.script_with(&script, &json!(source)).await
}

async fn ask(page: &Page, asking: &Asking) -> Checked {
    open(page).await?;
    let result = run(page, asking.source, asking.answer).await?;
    let seen = (
        result["status"].as_str().unwrap_or_default(),
        result["stdout"].as_str().unwrap_or_default(),
    );
    expect(seen, (asking.status, asking.stdout))?;
    expect_part(result["stderr"].as_str().unwrap_or_default(), asking.stderr)
}

async fn megabyte_before(page: Page) -> Checked {
    open(&page).await?;
    let source = "for n in range(1000): print(f'{n:04}' + 'x' * 1020)\nprint(input('? '))\nprint(input('! '))";
    let result = run(&page, source, "(n) => 'answer' + n").await?;
    expect(result["status"].as_str(), Some("ok"))?;
    let length = 1000 * 1025 + "? answer0\n! answer1\n".len();
    expect(result["stdout"].as_str().map(str::len), Some(length))?;
    // What a page shows while it runs is no more than that.
    expect(result["shown"].as_u64(), Some(length as u64))
}

async fn megabyte_answered(page: Page) -> Checked {
    open(&page).await?;
    let source = "first = input('? ')\nsecond = input('! ')\n\
                  print(len(first), len(second), set(first), set(second), input())";
    let answer = "(n) => ['a'.repeat(1 << 20), 'é'.repeat(1 << 20), 'end'][n]";
    let result = run(&page, source, answer).await?;
    expect(result["status"].as_str(), Some("ok"))?;
    expect(
        result["stdout"].as_str(),
        Some("? ! 1048576 1048576 {'a'} {'é'} end\n"),
    )
}

async fn stopped_again(page: Page) -> Checked {
    open(&page).await?;
    // It works for a second, so that it is run again when Stop comes.
    let script = "
        const source = `import time
print('begins')
end = time.process_time() + 1
while time.process_time() < end:
    for _ in range(9_999): pass
print(input('? '))
print(input('! '))`;
        const run = garter.run(source, { onInput: () => { setTimeout(() => run.stop(), 100); return 'Ann'; } });
        const { status, stdout } = await run;
        const next = await garter.run('print(input())', { onInput: () => 'next' });
        return [status, stdout, next.status, next.stdout];";
    let found: Value = page.script_with(script, &Value::Null).await?;
    expect(found, json!(["stopped", "begins\n? ", "ok", "next\n"]))
}

async fn dies(page: Page) -> Checked {
    page.open_older("replay", SERVER).await?;
    let source = format!("print('Hello,', input('? '))\ninput('! ')\n{DEADLY}");
    page.type_program(&source).await?;
    page.click("#run").await?;
    for (question, answer) in [("? ", "Ann"), ("! ", "on")] {
        page.until(&format!(
            "document.querySelector('#output .input') && output.textContent.endsWith({question:?})"
        ))
        .await?;
        page.press("#output .input", &format!("{answer}{ENTER}"))
            .await?;
    }
    expect(page.status_after_run().await?, "crashed")?;
    // What it has printed before stays, too.
    expect_part(&page.text("#output").await?, "? Ann\nHello, Ann\n! on")?;
    expect_part(&page.text("#status").await?, "Your program is still here")?;
    expect(page.editor_text().await?, source)?;
    page.type_program("print('again')").await?;
    page.click("#run").await?;
    expect(page.status_after_run().await?, "ok")
}

/// Each question makes the next one dearer: in the end the program cannot be asked any more, and says so; Stop ends it before.
async fn without_end(page: Page) -> Checked {
    open(&page).await?;
    let script = "
        let [asked, cannot] = [0, 0];
        const source = 'import time\\nfor n in range(10_000):\\n    for _ in range(6_000_000): pass\\n    input()\\nprint(n)';
        const run = garter.run(source, {
          budget: { seconds: 300 },
          onInput: () => String(asked++),
          onCannotAsk: () => (cannot += 1),
        });
        const { status, error } = await run;
        return [status, error?.kind ?? error?.type, cannot, asked > 3 && asked < 10_000];";
    let found: Value = page.script_with(script, &Value::Null).await?;
    expect(found, json!(["exception", "EOFError", 1, true]))
}

async fn unseen(page: Page) -> Checked {
    /// Less than the time in which nobody looks at the tab.
    const BUDGET_SECONDS: f64 = 0.5;
    page.open_older("replay", SERVER).await?;
    page.limit_next_run(BUDGET_SECONDS).await?;
    page.type_program("import time\nstart = time.time()\nprint('Hello,', input('Name? '), time.time() - start > 1)")
        .await?;
    page.click("#run").await?;
    page.until("document.querySelector('#output .input')")
        .await?;
    let first = page.tab().await?;
    page.open_new_tab().await?;
    // The time itself is what is tried: more than the program may run.
    sleep(Duration::from_secs(2)).await;
    page.close_tab().await?;
    page.back_to_tab(first).await?;
    page.press("#output .input", &format!("Ann{ENTER}")).await?;
    expect(page.status_after_run().await?, "ok")?;
    expect(page.text("#output").await?, "Name? Ann\nHello, Ann True\n")
}
