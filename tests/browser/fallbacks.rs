//! The playground where it is not at its best: in a browser that cannot switch stacks, with and
//! without shared memory, and from `file://`.

mod asking;
mod lacking;

use std::env;

use libtest_mimic::Trial;
use serde_json::{Value, json};

use crate::page::{Browser, Checked, Page, expect, expect_part};
use crate::serving::{Damage, Server};

const CHECK: &str = "return (await garter.check('1 +')).position.line";
/// Uses the parts of the interpreter.
const PARTS: &str = "import bz2, xml.etree.ElementTree as tree\nprint(bz2.decompress(bz2.compress(b'abc')), tree.fromstring('<a/>').tag)\n";
const ENTER: char = '\u{e007}';

pub fn trials(browser: &Browser) -> Vec<Trial> {
    [
        trials_of_the_playground(browser),
        asking::trials(browser),
        lacking::trials(browser),
    ]
    .into_iter()
    .flatten()
    .collect()
}

#[expect(clippy::too_many_lines, reason = "a list of tests")]
fn trials_of_the_playground(browser: &Browser) -> Vec<Trial> {
    vec![
        browser.bare_trial("shared_memory::a_question_is_answered", |page| async move {
            page.open_isolated().await?;
            page.type_program("import time\nname = input('Name? ')\ntime.sleep(0.1)\nprint('Hello,', name)\n")
                .await?;
            page.click("#run").await?;
            page.until("document.querySelector('.input')").await?;
            page.press(".input", &format!("Ann{ENTER}")).await?;
            expect(page.status_after_run().await?, "ok")?;
            expect(page.text("#output").await?, "Name? Ann\nHello, Ann\n")
        }),
        browser.bare_trial("shared_memory::stop_is_a_keyboard_interrupt", |page| async move {
            page.open_isolated().await?;
            for program in ["while True: pass", "import time; time.sleep(100)", "input()"] {
                page.type_program(&format!("try:\n    print('started')\n    {program}\nfinally:\n    print('cleaned up')\n"))
                    .await?;
                page.click("#run").await?;
                page.until("document.getElementById('output').textContent.includes('started')").await?;
                page.click("#stop").await?;
                expect(page.status_after_run().await?, "stopped")?;
                expect_part(&page.text("#output").await?, "cleaned up")?;
            }
            Ok(())
        }),
        browser.bare_trial("shared_memory::the_library_and_its_sources_arrive", |page| async move {
            page.open_isolated().await?;
            page.type_program(&format!(
                "{PARTS}import decimal, inspect\nprint(inspect.getsource(decimal)[:3])\nprint('x' * 300_000)\n"
            ))
            .await?;
            page.click("#run").await?;
            expect(page.status_after_run().await?, "ok")?;
            expect_part(&page.text("#output").await?, "b'abc' a\n")?;
            expect(page.text("#output").await?.len() > 300_000, true)
        }),
        browser.bare_trial("shared_memory::the_console", |page| async move {
            page.open_isolated().await?;
            page.click("#console").await?;
            page.until("document.querySelector('.input')").await?;
            page.press(".input", &format!("6 * 7{ENTER}")).await?;
            page.until("document.getElementById('output').textContent.includes('42\\n>>> ')").await
        }),
        browser.bare_trial("shared_memory::cells_and_checks", |page| async move {
            page.open_isolated().await?;
            // Each cell gets what was said to the one before it too late.
            let cells = "
                let after = null;
                for (let n = 0; n < 10; n += 1) {
                    after = garter.run('x = 1\\nprint(x)\\nfor i in range(300_000): pass', { after, keep: true });
                    if ((await after).status !== 'ok') return (await after).stderr;
                    after.stop();
                }
                after.end();
                return 'ok';";
            expect(page.script_with::<String>(cells, &Value::Null).await?, "ok")?;
            expect(page.script_with::<u32>(CHECK, &Value::Null).await?, 1)
        }),
        browser.bare_trial("neither::cells_and_checks", |page| async move {
            page.open_older("replay", "GARTER_URL_OLDER").await?;
            let cells = "
                const one = garter.run('x = 1', { keep: true });
                await one;
                return (await garter.run('print(x)', { after: one })).stdout;";
            expect(page.script_with::<String>(cells, &Value::Null).await?, "1\n")?;
            let parts = format!("return (await garter.run({})).stdout", serde_json::json!(PARTS));
            expect(page.script_with::<String>(&parts, &Value::Null).await?, "b'abc' a\n")?;
            expect(page.script_with::<u32>(CHECK, &Value::Null).await?, 1)
        }),
        browser.bare_trial("shared_memory::a_turtle_hears_keys", |page| async move {
            page.open_isolated().await?;
            page.type_program("from turtle import *\nonkey(bye, 'q')\nlisten()\nfd(10)\nmainloop()\nprint('bye')\n")
                .await?;
            page.click("#run").await?;
            page.until("document.activeElement?.localName === 'canvas'").await?;
            page.press("canvas", "q").await?;
            expect(page.status_after_run().await?, "ok")?;
            expect(page.text("#output").await?, "bye\n")
        }),
        browser.bare_trial("neither::a_turtle_draws_and_hears_nothing", |page| async move {
            page.open_older("replay", "GARTER_URL_OLDER").await?;
            page.type_program("from turtle import *\nspeed(0)\nfd(100)\nonkey(bye, 'q')\nmainloop()\n").await?;
            page.click("#run").await?;
            expect(page.status_after_run().await?, "ok")?;
            page.until("document.querySelector('canvas').width > 0").await?;
            expect(
                page.text("#output").await?,
                "Nothing can be clicked or typed here: the picture stays as it is.\n",
            )
        }),
        browser.bare_trial("neither::questions_are_answered_one_by_one", |page| async move {
            page.open_older("replay", "GARTER_URL_OLDER").await?;
            // What a program finds by chance and on the clock is the same when it is run again.
            page.type_program(
                "import random, time, uuid\nstart = time.time()\nclock = time.perf_counter()\n\
                 chance = [random.random(), uuid.uuid4(), id([]), object(), hash('a')]\nprint(*chance, start, clock)\n\
                 name = input('Name? ')\nopen('name.txt', 'a').write(name)\nage = int(input(f'Age of {name}? '))\n\
                 print(age + 1, open('name.txt').read(), time.time() >= start, time.perf_counter() >= clock)\n\
                 print(*chance, start, clock)\n",
            )
            .await?;
            page.click("#run").await?;
            for (question, answer) in [("Name? ", "Ann"), ("Age of Ann? ", "41")] {
                page.until(&format!("document.querySelector('.input') && output.textContent.endsWith({question:?})"))
                    .await?;
                page.press(".input", &format!("{answer}{ENTER}")).await?;
            }
            expect(page.status_after_run().await?, "ok")?;
            let output = page.text("#output").await?;
            let lines: Vec<&str> = output.lines().collect();
            expect(lines.len(), 5)?;
            expect(&lines[1..4], &["Name? Ann", "Age of Ann? 41", "42 Ann True True"][..])?;
            expect(lines[0], lines[4])
        }),
        browser.bare_trial("neither::a_hundred_questions", |page| async move {
            page.open_older("replay", "GARTER_URL_OLDER").await?;
            let asked = "
                let asked = 0;
                const source = 'total = 0\\nfor i in range(100):\\n    total += int(input(f\"{i}? \"))\\nprint(total)';
                const result = await garter.run(source, { onInput: () => String(asked++) });
                return [result.status, result.stdout.slice(-5), asked];";
            expect(
                page.script_with::<(String, String, u32)>(asked, &Value::Null).await?,
                ("ok".to_owned(), "4950\n".to_owned(), 100),
            )
        }),
        browser.bare_trial("neither::cells_that_ask", |page| async move {
            page.open_older("replay", "GARTER_URL_OLDER").await?;
            let cells = "
                const options = { keep: true, onInput: ({ kind }) => kind + asked++ };
                let asked = 0;
                const one = garter.run('names = [input()]; print(names)', options);
                const two = garter.run('names.append(input()); print(names)', { ...options, after: await one && one });
                const three = garter.run('print(names, input())', { ...options, after: await two && two });
                return [(await one).stdout, (await two).stdout, (await three).stdout, asked];";
            expect(
                page.script_with::<(String, String, String, u32)>(cells, &Value::Null).await?,
                (
                    "['line0']\n".to_owned(),
                    "['line0', 'line1']\n".to_owned(),
                    "['line0', 'line1'] line2\n".to_owned(),
                    3,
                ),
            )
        }),
        browser.bare_trial("neither::the_console", |page| async move {
            page.open_older("replay", "GARTER_URL_OLDER").await?;
            page.click("#console").await?;
            for (entry, answer) in [("x = 6", ">>> "), ("x * 7", "42\n>>> "), ("input('? ')", "? "), ("hi", "'hi'\n>>> ")] {
                page.until("document.querySelector('.input')").await?;
                page.press(".input", &format!("{entry}{ENTER}")).await?;
                page.until(&format!("output.textContent.endsWith({answer:?})")).await?;
            }
            Ok(())
        }),
        browser.bare_trial("neither::the_console_goes_on_in_its_worker", |page| async move {
            page.open_older("replay", "GARTER_URL_OLDER").await?;
            // To run all of them again for each would take longer than a console may.
            let entries = "
                const entries = ['import time', ...Array(4).fill('for i in range(2_000_000): pass'), 'time.sleep(0.2)', 'a = object(); a'];
                let printed = '';
                const options = { onOutput: ({ text }) => { printed += text; }, onInput: () => entries.shift() ?? null };
                const first = await garter.console(options);
                entries.push('b = object(); b', 'input()', 'the answer', '1 / 0', 'a, b');
                entries.unshift('a = object(); a');
                printed = '';
                const { status } = await garter.console(options);
                return [first.status, status, printed];";
            let (first, second, printed) = page.script_with::<(String, String, String)>(entries, &Value::Null).await?;
            expect((first.as_str(), second.as_str()), ("ok", "ok"))?;
            expect_part(&printed, ">>> 'the answer'\n")?;
            expect_part(&printed, "ZeroDivisionError")?;
            // The addresses are those that were shown before its program was run again.
            let objects: Vec<&str> = printed.split('<').skip(1).filter_map(|rest| rest.split('>').next()).filter(|text| text.contains("object at")).collect();
            expect(objects.len(), 4)?;
            expect(&objects[..2], &objects[2..])
        }),
        browser.bare_trial("neither::what_a_program_needs_arrives_when_it_needs_it", |page| async move {
            page.open_older("replay", "GARTER_URL_OLDER").await?;
            let program = json!(format!(
                "thing = object()\nprint(thing)\n{PARTS}import sqlite3, zoneinfo, unicodedata\n\
                 print(sqlite3.connect(':memory:').execute('select 6 * 7').fetchone(), zoneinfo.ZoneInfo('Europe/Paris'),\n      \
                 unicodedata.lookup('SNAKE'), thing)\nprint(input('? '))\n"
            ));
            let run = format!("const run = await garter.run({program}, {{ onInput: () => 'yes' }}); return [run.status, run.stdout + run.stderr];");
            let (status, printed) = page.script_with::<(String, String)>(&run, &Value::Null).await?;
            let thing = printed.lines().next().unwrap_or_default();
            let rest = format!("b'abc' a\n(42,) Europe/Paris \u{1f40d} {thing}\n? yes\n");
            expect(printed.as_str(), format!("{thing}\n{rest}").as_str())?;
            expect(status, "ok".to_owned())
        }),
        browser.bare_trial("neither::what_does_not_arrive_is_named", |mut page| async move {
            let server = Server::start_older().await?;
            server.damage("core-", Damage::Missing);
            server.damage("xml-", Damage::Missing);
            page.url.clone_from(&server.url);
            page.open("").await?;
            page.be_ready().await?;
            let import = "print('here')\ntry:\n    import json\nexcept OSError as error:\n    print('no', error)\n";
            let result = page.run(&format!("{import}print(input('? '))"), json!({ "stdin": "" })).await?;
            expect_part(result["stdout"].as_str().unwrap_or_default(), "here\nno ")?;
            expect_part(result["stdout"].as_str().unwrap_or_default(), "core-")?;
            let result = page.run("import xml.etree.ElementTree", json!({})).await?;
            expect(&result["status"], "exception")?;
            server.repair();
            let result = page.run(&format!("{import}import xml.etree.ElementTree\nprint('there')"), json!({})).await?;
            expect(&result["stdout"], "here\nthere\n")
        }),
        browser.bare_trial("neither::stop_ends_a_program_that_waits_for_a_pack", |mut page| async move {
            let server = Server::start_older().await?;
            server.damage("core-", Damage::HeldBack);
            page.url.clone_from(&server.url);
            page.open("").await?;
            page.be_ready().await?;
            let program = json!("try:\n    print('started')\n    import json\nfinally:\n    print('cleaned up')");
            page.script::<()>(&format!(
                "window.printed = ''; window.run = garter.run({program}, {{ onOutput: ({{ text }}) => {{ window.printed += text; }} }});"
            ))
            .await?;
            page.until("printed.includes('started')").await?;
            // Before, it could not hear of Stop.
            server.until_asked("core-").await;
            page.script::<()>("run.stop()").await?;
            server.repair();
            let (status, printed) = page
                .script_with::<(String, String)>("const { status, stdout } = await run; return [status, stdout];", &Value::Null)
                .await?;
            expect(status, "stopped".to_owned())?;
            expect(printed, "started\ncleaned up\n".to_owned())
        }),
        browser.bare_trial("neither::stop_while_it_asks_or_sleeps_is_a_keyboard_interrupt", |page| async move {
            page.open_older("replay", "GARTER_URL_OLDER").await?;
            for wait in ["input()", "time.sleep(100)"] {
                page.type_program(&format!(
                    "import time\ntry:\n    print('started')\n    {wait}\nfinally:\n    print('cleaned up')\n"
                ))
                .await?;
                page.click("#run").await?;
                page.until("output.textContent.includes('started')").await?;
                page.click("#stop").await?;
                expect(page.status_after_run().await?, "stopped")?;
                expect_part(&page.text("#output").await?, "cleaned up")?;
                expect_part(&page.text("#output").await?, "KeyboardInterrupt")?;
            }
            Ok(())
        }),
        browser.bare_trial("neither::a_program_that_works_too_long_is_given_its_input_beforehand", |page| async move {
            page.open_older("replay", "GARTER_URL_OLDER").await?;
            expect(page.script::<bool>("return document.getElementById('given').hidden").await?, true)?;
            page.type_program(
                "import time\nend = time.process_time() + 3.2\nwhile time.process_time() < end:\n    for _ in range(9_999): pass\n\
                 print(input('? '), input('? '))\n",
            )
            .await?;
            page.click("#run").await?;
            expect(page.status_after_run().await?, "exception")?;
            expect_part(&page.text("#output").await?, "EOFError")?;
            expect_part(&page.text("#given label").await?, "works too long")?;
            page.press("#stdin", &format!("Ann{ENTER}Bo")).await?;
            page.click("#run").await?;
            expect(page.status_after_run().await?, "ok")?;
            expect_part(&page.text("#output").await?, "? ? Ann Bo\n")
        }),
        browser.bare_trial("neither::stop_takes_the_worker_away", |page| async move {
            page.open_older("replay", "GARTER_URL_OLDER").await?;
            page.type_program("print('started', flush=True)\nwhile True: pass\n").await?;
            page.click("#run").await?;
            page.until("output.textContent.includes('started')").await?;
            page.click("#stop").await?;
            expect(page.status_after_run().await?, "stopped")?;
            expect_part(&page.text("#status").await?, "taken away")?;
            page.type_program("print('again')").await?;
            page.click("#run").await?;
            expect(page.status_after_run().await?, "ok")
        }),
        browser.bare_trial("file::a_folder_is_enough", |page| async move {
            let folder = env::var("GARTER_FOLDER")?;
            page.open_elsewhere(&format!("file://{folder}/index.html")).await?;
            page.be_ready().await?;
            page.type_program(&format!("{PARTS}import decimal\nprint(decimal.Decimal(1) / 8, input('? '))\n")).await?;
            page.click("#run").await?;
            page.until("document.querySelector('.input')").await?;
            page.press(".input", &format!("Ann{ENTER}")).await?;
            expect(page.status_after_run().await?, "ok")?;
            expect(page.text("#output").await?, "b'abc' a\n? Ann\n0.125 Ann\n")?;
            page.type_program("while True: pass").await?;
            page.click("#run").await?;
            page.click("#stop").await?;
            expect(page.status_after_run().await?, "stopped")
        }),
    ]
}

impl Page {
    async fn open_isolated(&self) -> Checked {
        self.open_older("sharedMemory", "GARTER_URL_OLDER_ISOLATED")
            .await
    }

    /// Opens the playground of a server that stands for an older browser.
    pub async fn open_older(&self, waiting: &str, server: &str) -> Checked {
        self.open_elsewhere(&env::var(server)?).await?;
        self.be_ready().await?;
        let found: String = self.script("return garter.capabilities.waiting").await?;
        expect(found, waiting)
    }
}
