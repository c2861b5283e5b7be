//! Programs that talk, and the console: typed by a person, shown as a terminal shows them.

use std::fs;
use std::path::Path;

use libtest_mimic::{Failed, Trial};
use serde_json::json;

use crate::corpus;
use crate::page::{Browser, Checked, Engine, Page, expect, expect_part};

const ENTER: char = '\u{e007}';
const TAB: char = '\u{e004}';
const UP: char = '\u{e013}';
const BACKSPACE: char = '\u{e003}';
const CONTROL: char = '\u{e009}';
const ESCAPE: char = '\u{e00c}';
const FIELD: &str = ".input";

pub fn trials(browser: &Browser) -> Vec<Trial> {
    let mut trials = recorded(browser);
    trials.extend(questions(browser));
    trials.extend(screens(browser));
    trials.extend(consoles(browser));
    trials
}

/// Each recorded program that reads, typed line by line.
fn recorded(browser: &Browser) -> Vec<Trial> {
    corpus::recorded()
        .into_iter()
        .filter_map(|case| {
            // What CPython shows in a terminal, with what is typed.
            let path = Path::new(env!("CARGO_MANIFEST_DIR"))
                .join("tests")
                .join(&case.name);
            let terminal = fs::read_to_string(path.with_extension("terminal")).ok()?;
            let name = format!("dialogue::{}", case.name);
            Some(browser.trial(&name, |page| async move {
                page.type_program(&case.source).await?;
                page.click("#run").await?;
                for line in case.stdin.lines() {
                    // A game may be over before all is typed.
                    page.until("document.querySelector('.input') || document.getElementById('status').dataset.status === 'ok'").await?;
                    if page.text("#status").await?.starts_with("Finished") {
                        break;
                    }
                    page.answer(line).await?;
                }
                expect(page.status_after_run().await?, "ok")?;
                expect(page.text("#output").await?, terminal)
            }))
        })
        .collect()
}

#[expect(clippy::too_many_lines, reason = "a list of tests")]
fn questions(browser: &Browser) -> Vec<Trial> {
    vec![
        browser.trial("given_input_is_used_before_anybody_is_asked", |page| async move {
            let shown: Vec<String> = page
                .script_with(
                    "const kinds = [];
                     const run = garter.run('print(input(), input(), input())', {
                       stdin: 'one\\ntwo\\n',
                       onInput: ({ kind }) => { kinds.push(kind); return 'three'; },
                     });
                     return [(await run).stdout, ...kinds];",
                    &json!(null),
                )
                .await?;
            expect(shown, ["one two three\n", "line"])
        }),
        browser.trial("pasted_lines_answer_several_questions", |page| async move {
            page.type_program("for n in range(4):\n    print('got', input(f'{n}? '))\n").await?;
            page.click("#run").await?;
            page.paste("a\nb\nc\nd without its end").await?;
            page.until("document.querySelector('.input')?.value === 'd without its end'").await?;
            page.press(FIELD, &ENTER.to_string()).await?;
            expect(page.status_after_run().await?, "ok")?;
            expect_part(&page.text("#output").await?, "0? a\ngot a\n1? b\ngot b\n2? c\ngot c\n3? d without its end\ngot d")
        }),
        browser.trial("a_hidden_answer_is_not_shown", |page| async move {
            page.type_program("import getpass\nprint(len(getpass.getpass('Secret: ')))\n").await?;
            page.click("#run").await?;
            page.until("document.querySelector('.input')?.type === 'password'").await?;
            page.answer("hush").await?;
            expect(page.status_after_run().await?, "ok")?;
            expect(page.text("#output").await?, "Secret: \n4\n")
        }),
        browser.trial("an_answer_is_shown_and_not_obeyed", |page| async move {
            page.type_program("print(repr(input()))").await?;
            page.click("#run").await?;
            page.paste_into_field("a\u{1b}[2J<b>\u{0}").await?;
            page.press(FIELD, &ENTER.to_string()).await?;
            expect(page.status_after_run().await?, "ok")?;
            expect_part(&page.text("#output").await?, "'a\\x1b[2J<b>")
        }),
        browser.trial("a_megabyte_is_an_answer", |page| async move {
            page.type_program("print(len(input()))").await?;
            page.click("#run").await?;
            page.paste_into_field(&"x".repeat(1 << 20)).await?;
            page.press(FIELD, &ENTER.to_string()).await?;
            expect(page.status_after_run().await?, "ok")?;
            expect(page.text("#output").await?.ends_with("1048576\n"), true)
        }),
        browser.trial("an_input_method_composes_an_answer", |page| async move {
            page.type_program("name = input('名前は？ ')\nprint(name, len(name))\n").await?;
            page.click("#run").await?;
            page.until("document.querySelector('.input')").await?;
            page.compose(FIELD, "にほん", "日本").await?;
            // What composes takes Enter and Escape for itself.
            expect(page.text("#output").await?, "名前は？ ")?;
            expect(page.script::<String>("return document.querySelector('.input').value").await?, "日本")?;
            page.press(FIELD, &format!("語{ENTER}")).await?;
            expect(page.status_after_run().await?, "ok")?;
            expect(page.text("#output").await?, "名前は？ 日本語\n日本語 3\n")
        }),
        browser.trial("a_screen_reader_hears_the_question", |page| async move {
            page.type_program("input('Name? ')").await?;
            page.click("#run").await?;
            page.until("document.querySelector('.input')").await?;
            expect(page.script::<String>("return document.querySelector('.input').ariaLabel").await?, "Name?")?;
            expect_part(&page.text("[role=log]").await?, "Name?")?;
            page.answer("Ann").await
        }),
        browser.trial("escape_interrupts_a_question", |page| async move {
            page.type_program("try:\n    input('> ')\nexcept KeyboardInterrupt:\n    print('caught')\nprint(input('again> '))\n").await?;
            page.click("#run").await?;
            page.until("document.querySelector('.input')").await?;
            page.press(FIELD, &format!("half{ESCAPE}")).await?;
            page.until("document.querySelector('#output').textContent.includes('again>')").await?;
            page.answer("done").await?;
            expect(page.status_after_run().await?, "ok")?;
            expect(page.text("#output").await?, "> half^C\ncaught\nagain> done\ndone\n")
        }),
        browser.trial("stop_ends_a_sleep_at_once", |page| async move {
            page.type_program("import time\ntry:\n    print('asleep')\n    time.sleep(100)\nfinally:\n    print('woken')\n").await?;
            page.click("#run").await?;
            page.until("document.getElementById('output').textContent.includes('asleep')").await?;
            page.click("#stop").await?;
            expect(page.status_after_run().await?, "stopped")?;
            expect_part(&page.text("#output").await?, "woken")?;
            expect_part(&page.text("#output").await?, "time.sleep(100)")
        }),
        browser.trial("stop_ends_a_flood_of_output_at_once", |page| async move {
            page.type_program("n = 0\nwhile True:\n    print('line', n)\n    n += 1\n").await?;
            // A driver is too slow for this: the flood is over in two seconds.
            page.script::<()>(
                "document.getElementById('run').click();
                 (function stop() {
                     const output = document.getElementById('output');
                     if (output.textContent.length > 10000) document.getElementById('stop').click();
                     else requestAnimationFrame(stop);
                 })();",
            )
            .await?;
            page.until("document.getElementById('output').textContent.length > 10000").await?;
            expect(page.status_after_run().await?, "stopped")?;
            expect_part(&page.text("#output").await?, "KeyboardInterrupt")
        }),
        browser.trial("a_question_after_stop_is_not_asked", |page| async move {
            page.type_program("try:\n    while True: pass\nfinally:\n    print(input('sure? '))\n").await?;
            page.click("#run").await?;
            page.click("#stop").await?;
            expect(page.status_after_run().await?, "stopped")?;
            expect(page.script::<bool>("return document.querySelector('.input') === null").await?, true)
        }),
        browser.trial("waiting_is_not_running", |page| async move {
            let result = page
                .script_with::<String>(
                    "const run = garter.run('input(); print(\"on time\")', {
                       budget: { seconds: 2 },
                       onInput: () => new Promise(resolve => setTimeout(() => resolve('x'), 2500)),
                     });
                     return (await run).status;",
                    &json!(null),
                )
                .await?;
            expect(result, "ok")
        }),
        browser.trial("two_programs_ask_each_for_itself", |page| async move {
            let said: Vec<String> = page
                .script_with(
                    "const ask = name => garter.run('print(input())', { onInput: () => new Promise(
                       resolve => setTimeout(() => resolve(name), name === 'one' ? 300 : 50)) });
                     const [one, two] = await Promise.all([ask('one'), ask('two')]);
                     return [one.stdout, two.stdout];",
                    &json!(null),
                )
                .await?;
            expect(said, ["one\n", "two\n"])
        }),
    ]
}

/// Control codes. Each program prints, and this is what a terminal shows.
fn screens(browser: &Browser) -> Vec<Trial> {
    let cases = [
        (
            "carriage_return",
            r"for i in range(3): print(i, end='\r')",
            "2",
        ),
        (
            "progress",
            r"print('  0 %', end=''); print('\r100 %')",
            "100 %\n",
        ),
        ("shorter_over_longer", r"print('longer\rshort')", "shortr\n"),
        ("backspace", r"print('abc\b\bX')", "aXc\n"),
        (
            "tab",
            r"print('a\tb\n1234567\t8')",
            "a       b\n1234567 8\n",
        ),
        ("erase_line", r"print('abc\r\033[Kd')", "d\n"),
        (
            "cursor_up",
            r"print('one\ntwo'); print('\033[2AONE\033[B')",
            "ONE\ntwo\n",
        ),
        (
            "clear",
            r"print('gone'); print('\033[2J\033[Hhere')",
            "here\n",
        ),
        ("position", r"print('\033[2J\033[2;3Hx')", "\n  x\n"),
        (
            "split_sequence",
            r"import sys; [(sys.stdout.write(c), sys.stdout.flush()) for c in '\033[31mred\033[0m\n']",
            "red\n",
        ),
        ("bell_and_nul", r"print('a\ab\0c')", "abc\n"),
        ("window_title", r"print('\033]0;title\007text')", "text\n"),
        ("wide_character_overwritten", r"print('😀日\rx')", "x 日\n"),
        (
            "half_a_wide_character",
            r"print('日本\b語\b\b\bx')",
            "日x語\n",
        ),
        (
            "columns_beside_wide_characters",
            r"print('日本\r\033[4Cend\033[K')",
            "日本end\n",
        ),
        (
            "combining_characters",
            "print('e\u{301}a\\rxy', 'か\u{3099}')",
            "xy か\u{3099}\n",
        ),
        (
            "os_system_clear",
            r"import os; print('gone'); os.system('clear'); print('here')",
            "here\n",
        ),
    ];
    let mut trials: Vec<Trial> = cases
        .into_iter()
        .map(|(name, program, shown)| {
            browser.trial(&format!("screen::{name}"), move |page| async move {
                page.type_program(program).await?;
                page.click("#run").await?;
                expect(page.status_after_run().await?, "ok")?;
                expect(page.text("#output").await?, shown)
            })
        })
        .collect();
    trials.push(browser.trial("screen::colours", |page| async move {
        page.type_program(r"print('\033[1;31mred\033[0m \033[38;2;1;2;3mrgb\033[39m plain')")
            .await?;
        page.click("#run").await?;
        expect(page.status_after_run().await?, "ok")?;
        expect(page.text("#output .bold.fg1").await?, "red")?;
        expect(
            page.script::<String>("return document.querySelector('#output [style]').style.color")
                .await?,
            "rgb(1, 2, 3)",
        )
    }));
    trials
}

#[expect(clippy::too_many_lines, reason = "a list of tests")]
fn consoles(browser: &Browser) -> Vec<Trial> {
    vec![
        browser.trial("console::a_session", |page| async move {
            page.open_console().await?;
            page.enter("x = 6").await?;
            page.enter("x * 7").await?;
            page.enter("for i in range(2):").await?;
            // The block is indented already.
            page.enter("print(i)").await?;
            page.enter("").await?;
            page.enter("1 / 0").await?;
            page.enter("_").await?;
            page.at_prompt().await?;
            let text = page.text("#output").await?;
            expect_part(&text, ">>> x = 6\n>>> x * 7\n42\n>>> for i in range(2):\n...     print(i)\n... \n0\n1\n>>> 1 / 0\nTraceback")?;
            expect_part(&text, "ZeroDivisionError: division by zero\n>>> _\n42\n>>> ")?;
            page.enter("exit()").await?;
            expect(page.status_after_run().await?, "exit")?;
            expect_part(&page.text("#status").await?, "closed")
        }),
        browser.trial("console::goes_on_with_a_programs_names", |page| async move {
            page.type_program("def double(n):\n    return 2 * n\n\nvalue = double(21)\n1 / 0\n").await?;
            page.click("#run").await?;
            expect(page.status_after_run().await?, "exception")?;
            page.open_console().await?;
            page.enter("value, double(4)").await?;
            page.at_prompt().await?;
            expect_part(&page.text("#output").await?, "(42, 8)\n")
        }),
        browser.trial("console::completes_and_remembers", |page| async move {
            page.open_console().await?;
            page.enter("message = 'hello'").await?;
            page.at_prompt().await?;
            page.press(FIELD, &format!("mess{TAB}")).await?;
            page.until("document.querySelector('.input')?.value === 'message'").await?;
            page.press(FIELD, &format!(".upp{TAB}")).await?;
            page.until("document.querySelector('.input')?.value === 'message.upper()'").await?;
            page.press(FIELD, &ENTER.to_string()).await?;
            page.at_prompt().await?;
            expect_part(&page.text("#output").await?, "'HELLO'\n")?;
            page.press(FIELD, &format!("{UP}{UP}")).await?;
            page.until("document.querySelector('.input')?.value.startsWith('message = ')").await?;
            page.press(FIELD, &BACKSPACE.to_string()).await?;
            page.press(FIELD, &format!("!'{ENTER}")).await?;
            page.enter("message").await?;
            page.at_prompt().await?;
            expect_part(&page.text("#output").await?, "'hello!'\n")?;
            page.press(FIELD, &format!("message.is{TAB}")).await?;
            page.until("document.querySelector('.words').textContent.includes('isdigit()')").await
        }),
        browser.trial("console::a_block_comes_back_whole", |page| async move {
            page.open_console().await?;
            for line in ["def double(n):", "return 2 * n", ""] {
                page.enter(line).await?;
            }
            page.enter("double(4)").await?;
            page.at_prompt().await?;
            page.press(FIELD, &format!("{UP}{UP}")).await?;
            page.until("document.querySelector('.input').value === 'def double(n):\\n    return 2 * n'").await?;
            page.press(FIELD, &format!("{BACKSPACE}4{ENTER}")).await?;
            page.at_prompt().await?;
            expect_part(&page.text("#output").await?, ">>> def double(n):\n...     return 2 * 4\n>>> ")?;
            page.enter("double(4)").await?;
            page.at_prompt().await?;
            expect_part(&page.text("#output").await?, ">>> double(4)\n8\n>>> def")?;
            // The cursor moves within a block before the history does.
            page.press(FIELD, &format!("{UP}{UP}")).await?;
            page.until("document.querySelector('.input').value.endsWith('2 * 4')").await?;
            page.press(FIELD, &UP.to_string()).await?;
            expect(page.script::<bool>("return document.querySelector('.input').value.endsWith('2 * 4')").await?, true)
        }),
        browser.trial("console::pasted_code_is_one_entry", |page| async move {
            page.open_console().await?;
            page.paste("def f():\n    x = 1\n\n    return x\n\nf()\nprint('done')\n").await?;
            page.until("document.querySelector('#output').textContent.includes('done\\n>>>')").await?;
            page.enter("f()").await?;
            page.at_prompt().await?;
            expect_part(&page.text("#output").await?, ">>> f()\n1\n")
        }),
        browser.trial("console::stop_ends_an_entry_and_not_the_console", |page| async move {
            page.open_console().await?;
            page.enter("kept = 1").await?;
            page.enter("while True: pass").await?;
            page.enter("").await?;
            page.until("document.getElementById('status').dataset.status === 'running'").await?;
            page.click("#stop").await?;
            page.at_prompt().await?;
            expect_part(&page.text("#output").await?, "KeyboardInterrupt\n>>> ")?;
            page.press(FIELD, &format!("half{CONTROL}c")).await?;
            page.until("document.querySelector('#output').textContent.includes('>>> half^C\\nKeyboardInterrupt\\n>>> ')").await?;
            page.enter("kept").await?;
            page.at_prompt().await?;
            expect_part(&page.text("#output").await?, ">>> kept\n1\n")
        }),
        browser.trial("console::asks_for_input_like_a_program", |page| async move {
            page.open_console().await?;
            page.enter("name = input('Name? ')").await?;
            page.until("document.querySelector('#output').textContent.endsWith('Name? ')").await?;
            page.answer("Ada").await?;
            page.enter("name").await?;
            page.at_prompt().await?;
            expect_part(&page.text("#output").await?, "Name? Ada\n>>> name\n'Ada'\n")
        }),
        browser.trial("console::its_names_are_gone_when_it_is_killed", |page| async move {
            page.open_console().await?;
            page.paste("while True:\n    try:\n        while True: pass\n    except KeyboardInterrupt: pass\n").await?;
            page.until("document.getElementById('status').dataset.status === 'running'").await?;
            page.click("#stop").await?;
            expect(page.status_after_run().await?, "gone")?;
            expect_part(&page.text("#status").await?, "names are gone")?;
            page.open_console().await?;
            page.enter("1 + 1").await?;
            page.at_prompt().await?;
            expect_part(&page.text("#output").await?, ">>> 1 + 1\n2\n")
        }),
        browser.trial("console::gives_way_to_a_program", |page| async move {
            page.open_console().await?;
            page.enter("x = 1").await?;
            page.at_prompt().await?;
            page.type_program("print('x' in globals())").await?;
            page.click("#run").await?;
            expect(page.status_after_run().await?, "ok")?;
            expect(page.text("#output").await?, "False\n")
        }),
        browser.trial("console::help_is_there", |page| async move {
            page.open_console().await?;
            page.enter("help(len)").await?;
            page.at_prompt().await?;
            let output = page.text("#output").await?;
            expect_part(&output, "Help on built-in function len")?;
            expect_part(&output, "len(obj, /)\n    Return the number of items in a container.\n")?;
            page.enter("help()").await?;
            page.answer("str.upper").await?;
            page.answer("quit").await?;
            page.at_prompt().await?;
            expect_part(&page.text("#output").await?, "Return a copy of the string converted to uppercase.")?;
            page.press(FIELD, &format!("{CONTROL}d")).await?;
            expect(page.status_after_run().await?, "ok")
        }),
    ]
}

impl Page {
    /// Types a line where the program asks for one.
    async fn answer(&self, line: &str) -> Checked {
        self.until("document.querySelector('.input')").await?;
        self.press(FIELD, &format!("{line}{ENTER}")).await
    }

    async fn open_console(&self) -> Checked {
        self.click("#console").await?;
        self.at_prompt().await
    }

    /// Waits until the console waits for code.
    async fn at_prompt(&self) -> Checked {
        self.until("document.getElementById('status').dataset.status === 'waiting' && document.querySelector('.input')")
            .await
    }

    /// Types a line of code.
    async fn enter(&self, line: &str) -> Checked {
        self.at_prompt().await?;
        self.answer(line).await
    }

    /// Pastes text with line breaks where the program asks.
    async fn paste(&self, text: &str) -> Checked {
        self.until("document.querySelector('.input')").await?;
        self.script_with::<()>(
            "const data = new DataTransfer();
             data.setData('text/plain', argument);
             const event = new Event('paste', { bubbles: true, cancelable: true });
             Object.defineProperty(event, 'clipboardData', { value: data });
             document.querySelector('.input').dispatchEvent(event);",
            &text.into(),
        )
        .await
    }

    /// Types `reading` with an input method, which makes `text` of it. On the way the method is
    /// given Enter and Escape.
    pub async fn compose(&self, css: &str, reading: &str, text: &str) -> Checked {
        const PRESS: &str = "for (const key of ['Enter', 'Escape']) {
            const options = { key, isComposing: true, bubbles: true, cancelable: true };
            document.activeElement.dispatchEvent(new KeyboardEvent('keydown', options));
        }";
        self.script_with::<()>("document.querySelector(argument).focus()", &css.into())
            .await?;
        if self.engine == Engine::Chromium {
            let length = reading.chars().count();
            let composition =
                json!({ "text": reading, "selectionStart": length, "selectionEnd": length });
            self.devtools("Input.imeSetComposition", composition)
                .await?;
            self.script::<()>(PRESS).await?;
            self.devtools("Input.insertText", json!({ "text": text }))
                .await?;
        } else {
            // No driver of Firefox can compose: this is what the page would hear of it.
            let script = format!(
                "const field = document.activeElement;
                 const tell = (type, data) =>
                     field.dispatchEvent(new CompositionEvent(type, {{ data, bubbles: true }}));
                 tell('compositionstart', '');
                 field.value = argument[0];
                 {PRESS}
                 field.value = argument[1];
                 tell('compositionend', argument[1]);"
            );
            self.script_with::<()>(&script, &json!([reading, text]))
                .await?;
        }
        Ok(())
    }

    /// Puts text into the field, as a browser does that pastes one line.
    async fn paste_into_field(&self, text: &str) -> Result<(), Failed> {
        self.until("document.querySelector('.input')").await?;
        self.script_with::<()>(
            "document.querySelector('.input').value = argument;",
            &text.into(),
        )
        .await
    }
}
