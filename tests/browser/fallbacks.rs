//! The playground where it is not at its best: in a browser that cannot switch stacks, with and
//! without shared memory, and from `file://`.

use std::env;

use libtest_mimic::Trial;
use serde_json::Value;

use crate::page::{Browser, Checked, Page, expect, expect_part};

const CHECK: &str = "return (await garter.check('1 +')).position.line";
/// Uses the parts of the interpreter.
const PARTS: &str = "import bz2, xml.etree.ElementTree as tree\nprint(bz2.decompress(bz2.compress(b'abc')), tree.fromstring('<a/>').tag)\n";
const ENTER: char = '\u{e007}';

#[expect(clippy::too_many_lines, reason = "a list of tests")]
pub fn trials(browser: &Browser) -> Vec<Trial> {
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
            page.open_older("none", "GARTER_URL_OLDER").await?;
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
            page.open_older("none", "GARTER_URL_OLDER").await?;
            page.type_program("from turtle import *\nspeed(0)\nfd(100)\nonkey(bye, 'q')\nmainloop()\n").await?;
            page.click("#run").await?;
            expect(page.status_after_run().await?, "ok")?;
            page.until("document.querySelector('canvas').width > 0").await?;
            expect(
                page.text("#output").await?,
                "Nothing can be clicked or typed here: the picture stays as it is.\n",
            )
        }),
        browser.bare_trial("neither::input_is_given_beforehand", |page| async move {
            page.open_older("none", "GARTER_URL_OLDER").await?;
            expect_part(&page.text("#given label").await?, "cannot pause a program")?;
            expect(page.script::<bool>("return document.getElementById('console').disabled").await?, true)?;
            page.press("#stdin", &format!("Ann{ENTER}Bo")).await?;
            page.type_program("import decimal, time\ntime.sleep(0.05)\nprint(input('? '), input('? '))\ninput()\n")
                .await?;
            page.click("#run").await?;
            expect(page.status_after_run().await?, "exception")?;
            expect_part(&page.text("#output").await?, "? ? Ann Bo\n")?;
            expect_part(&page.text("#output").await?, "EOFError")
        }),
        browser.bare_trial("neither::stop_takes_the_worker_away", |page| async move {
            page.open_older("none", "GARTER_URL_OLDER").await?;
            page.type_program("while True: pass").await?;
            page.click("#run").await?;
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
    async fn open_older(&self, waiting: &str, server: &str) -> Checked {
        self.open_elsewhere(&env::var(server)?).await?;
        self.be_ready().await?;
        let found: String = self.script("return garter.capabilities.waiting").await?;
        expect(found, waiting)
    }
}
