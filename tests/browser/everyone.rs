//! The playground in another language, by keyboard, for screen readers, enlarged and narrow.

use libtest_mimic::{Failed, Trial};
use serde_json::{Value, json};

use crate::accessibility;
use crate::page::{Browser, Checked, Engine, Page, expect, expect_part};
use crate::workspace::ENTER;

const TAB: &str = "\u{e004}";
const DOWN: &str = "\u{e015}";
const RIGHT: &str = "\u{e014}";
const ESCAPE: &str = "\u{e00c}";

pub fn trials(browser: &Browser) -> Vec<Trial> {
    [languages(browser), abilities(browser)]
        .into_iter()
        .flatten()
        .collect()
}

fn languages(browser: &Browser) -> Vec<Trial> {
    vec![
        browser.trial("the_page_speaks_japanese_from_now_on_when_that_is_chosen", |page| async move {
            page.type_program("print(1)").await?;
            page.click("#run").await?;
            expect(page.status_after_run().await?, "ok")?;
            page.speak("ja").await?;
            for _ in 0..2 {
                expect(page.script::<String>("return document.documentElement.lang").await?, "ja")?;
                expect(page.text("#run").await?, "実行")?;
                expect(page.script::<String>("return document.querySelector('#editor .cm-content').ariaLabel").await?, "Pythonのプログラム")?;
                // And it does so after a reload.
                page.open("").await?;
                page.be_ready().await?;
                expect(page.text("#status").await?, "準備ができました。")?;
            }
            page.speak("en").await?;
            expect(page.text("#status").await?, "Ready.")?;
            expect(page.text("#run").await?, "Run")
        }),
        browser.trial("what_is_said_already_is_said_in_the_language_that_is_chosen", |page| async move {
            page.type_program("print('kept')\nopen('a.txt', 'w').write('')\n1 / 0").await?;
            page.click("#run").await?;
            expect(page.status_after_run().await?, "exception")?;
            page.choose("#project", "Reset").await?;
            page.until("document.querySelector('[data-kind=undo]')").await?;
            page.speak("ja").await?;
            expect_part(&page.text("#status").await?, "エラー「ZeroDivisionError」")?;
            expect_part(&page.text("#status").await?, "a.txtを書きこみました")?;
            expect_part(&page.text("[data-kind=undo]").await?, "最初の状態に戻しました")?;
            expect_part(&page.text("#output").await?, "kept\nTraceback")
        }),
        browser.trial("no_label_is_missing_in_any_language", |page| async move {
            for language in ["ja", "en"] {
                page.speak(language).await?;
                let missing: Vec<String> = page
                    .script(
                        "return [...document.querySelectorAll('[data-text], [data-label], [data-title]')]
                            .filter(({ dataset, textContent, ariaLabel, title }) =>
                                [dataset.text && textContent, dataset.label && ariaLabel, dataset.title && title]
                                    .some((text) => text === '' || text === 'undefined'))
                            .map(({ id }) => id)",
                    )
                    .await?;
                expect(missing, Vec::<String>::new())?;
            }
            Ok(())
        }),
        browser.trial("an_input_method_composes_in_the_editor", |page| async move {
            // No driver of Firefox can compose, and there is no script that edits as a person does.
            if page.engine == Engine::Firefox {
                return Ok(());
            }
            page.type_program("").await?;
            page.compose("#editor .cm-content", "なまえ", "名前").await?;
            expect(page.editor_text().await?, "名前")?;
            page.press(":focus", " = 1").await?;
            expect(page.editor_text().await?, "名前 = 1")
        }),
    ]
}

#[expect(clippy::too_many_lines, reason = "a list of tests")]
fn abilities(browser: &Browser) -> Vec<Trial> {
    vec![
        browser.trial("axe_finds_nothing_wrong_with_the_playground", |page| async move {
            page.type_program("import math\n\ndef f(x: int = 3) -> str:\n    # A comment\n    return \"text\" + str(x)\n\nprint('\\33[31mred\\33[0m')\n1 / 0\n").await?;
            page.add_file("data.txt").await?;
            page.show_file("main.py").await?;
            page.click("#run").await?;
            expect(page.status_after_run().await?, "exception")?;
            page.choose("#project", "Reset").await?;
            page.until("document.querySelector('[data-kind=undo]')").await?;
            page.script::<()>("location.hash = '#share/1/'").await?;
            page.until("document.querySelector('[data-kind=broken-link]')").await?;
            let schemes: &[&str] = if page.engine == Engine::Chromium { &["light", "dark"] } else { &["light"] };
            for scheme in schemes {
                if page.engine == Engine::Chromium {
                    let feature = json!([{ "name": "prefers-color-scheme", "value": scheme }]);
                    page.devtools("Emulation.setEmulatedMedia", json!({ "features": feature })).await?;
                }
                accessibility::check(&page, "body").await?;
                for menu in ["#project", "#file-menu", "#text-size"] {
                    page.click(menu).await?;
                    accessibility::check(&page, "body").await?;
                    page.press(":focus", ESCAPE).await?;
                }
                for button in ["#share", "#new-file"] {
                    page.click(button).await?;
                    page.until("document.querySelector('dialog')").await?;
                    accessibility::check(&page, "dialog").await?;
                    page.click("dialog .plain").await?;
                }
                page.project_list().await?;
                accessibility::check(&page, "dialog").await?;
                page.click("dialog .plain").await?;
            }
            if page.engine == Engine::Chromium {
                page.devtools("Emulation.setEmulatedMedia", json!({ "features": [] })).await?;
            }
            Ok(())
        }),
        browser.trial("everything_on_the_page_is_reached_by_tab", |page| async move {
            page.script::<()>("document.getElementById('project').focus()").await?;
            let mut reached = Vec::new();
            for _ in 0..30 {
                let id: String = page.focused().await?;
                if reached.contains(&id) {
                    break;
                }
                // Tab indents in the editor; Escape leads out.
                let is_editor = id == "editor";
                reached.push(id);
                page.press(":focus", if is_editor { ESCAPE } else { TAB }).await?;
                if is_editor {
                    page.press("body", TAB).await?;
                }
                if page.script::<bool>("return document.activeElement === document.body").await? {
                    break;
                }
            }
            let ids = ["share", "text-size", "language", "tabs", "new-file", "file-menu", "editor", "run", "run-selection", "split", "console", "clear", "output"];
            let missing: Vec<_> = ids.into_iter().filter(|id| !reached.iter().any(|other| other == id)).collect();
            if missing.is_empty() { Ok(()) } else { Err(format!("{missing:?} not in {reached:?}").into()) }
        }),
        browser.trial("a_menu_is_walked_by_keys_and_gives_the_focus_back", |page| async move {
            page.press("#project", &ENTER.to_string()).await?;
            page.until("document.activeElement.textContent === 'All projects …'").await?;
            page.press(":focus", DOWN).await?;
            expect(page.text(":focus").await?, "New project …")?;
            page.press(":focus", ESCAPE).await?;
            expect(page.focused().await?, "project")?;
            expect(page.script::<bool>("return document.querySelector('.menu') === null").await?, true)
        }),
        browser.trial("the_split_is_moved_by_keys_and_stays_there", |page| async move {
            const WIDTH: &str = "return document.getElementById('program').offsetWidth";
            let before: u32 = page.script(WIDTH).await?;
            page.press("#split", &RIGHT.repeat(5)).await?;
            expect(page.script::<String>("return document.getElementById('split').ariaValueNow").await?, "60")?;
            let after: u32 = page.script(WIDTH).await?;
            expect(after > before + 50, true)?;
            page.open("").await?;
            page.be_ready().await?;
            expect(page.script::<u32>(WIDTH).await?, after)
        }),
        browser.trial("text_grows_in_program_and_output_and_stays_so", |page| async move {
            const SIZES: &str = "return ['#editor .cm-scroller', '#output'].map((css) => getComputedStyle(document.querySelector(css)).fontSize).join(' ')";
            expect(page.script::<String>(SIZES).await?, "15px 15px")?;
            page.choose("#text-size", "Larger text").await?;
            expect(page.script::<String>(SIZES).await?, "16px 16px")?;
            page.open("").await?;
            page.be_ready().await?;
            expect(page.script::<String>(SIZES).await?, "16px 16px")
        }),
        browser.trial("three_hundred_and_twenty_pixels_are_wide_enough_in_any_language", |page| async move {
            page.script_with::<()>(
                "const narrow = document.createElement('iframe');
                 narrow.style = 'position: fixed; inset: 0 auto auto 0; width: 320px; height: 256px; border: 0';
                 narrow.src = location.href;
                 document.body.append(narrow);
                 await new Promise((loaded) => (narrow.onload = loaded));
                 window.narrow = narrow.contentDocument;",
                &Value::Null,
            )
            .await?;
            page.until("narrow.querySelector('.tab')").await?;
            for language in ["en", "ja"] {
                page.script_with::<()>(
                    "const select = narrow.getElementById('language');
                     select.value = argument;
                     select.dispatchEvent(new Event('change'));",
                    &language.into(),
                )
                .await?;
                expect(page.script::<bool>("return narrow.documentElement.scrollWidth === narrow.documentElement.clientWidth").await?, true)?;
                let beside: Vec<String> = page
                    .script(
                        "return [...narrow.querySelectorAll('header button, header select, #toolbar button, .bar > button, #status')]
                            .filter((element) => element.getBoundingClientRect().right > narrow.documentElement.clientWidth)
                            .map(({ id }) => id)",
                    )
                    .await?;
                expect(beside, Vec::<String>::new())?;
            }
            Ok(())
        }),
    ]
}

impl Page {
    /// Chooses a language.
    async fn speak(&self, language: &str) -> Checked {
        self.script_with::<()>(
            "const select = document.getElementById('language');
             select.value = argument;
             select.dispatchEvent(new Event('change'));",
            &language.into(),
        )
        .await
    }

    /// What has the focus: its id, or that of what it is in.
    async fn focused(&self) -> Result<String, Failed> {
        self.script("return document.activeElement.closest('[id]')?.id ?? ''")
            .await
    }
}
