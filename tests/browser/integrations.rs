//! The samples of `integrations/`, as other tools have built them (xtask/src/publish/integrations.rs).

use std::env;
use std::fs;
use std::path::PathBuf;

use libtest_mimic::{Failed, Trial};
use serde_json::{Value, json};

use crate::page::{Browser, Checked, Page, expect, expect_part};

pub fn trials(browser: &Browser) -> Vec<Trial> {
    let Ok(url) = env::var("GARTER_URL_INTEGRATIONS") else {
        return Vec::new();
    };
    [
        sample(
            browser,
            &url,
            "mdbook",
            "a_fence_is_run_and_its_output_compared",
            |page| async move {
                page.open_in("book/index.html").await?;
                expect(run(&page, 0).await?, json!(["ok", "42\n"]))?;
                expect_part(&check(&page, 0).await?, "expected")?;
                expect(run(&page, 1).await?, json!(["ok", "0\n1\n2\n"]))?;
                expect(page.count("garter-snippet").await?, 2)?;
                page.open_in("book/deeper/words.html").await?;
                expect(
                    run(&page, 0).await?,
                    json!(["ok", "Hello, Ada!\nHello, Grace!\n"]),
                )?;
                expect_packages_explained(&page).await
            },
        ),
        sample(
            browser,
            &url,
            "mkdocs",
            "a_fence_is_run_and_its_output_compared",
            |page| async move {
                page.open_in("index.html").await?;
                expect(run(&page, 0).await?, json!(["ok", "42\n"]))?;
                expect_part(&check(&page, 0).await?, "expected")?;
                expect(page.count("garter-snippet").await?, 1)?;
                page.open_in("deeper/words/index.html").await?;
                expect(
                    run(&page, 0).await?,
                    json!(["ok", "Hello, Ada!\nHello, Grace!\n"]),
                )?;
                expect_packages_explained(&page).await
            },
        ),
        sample(
            browser,
            &url,
            "sphinx",
            "directives_blocks_and_doctests_are_run",
            |page| async move {
                page.open_in("index.html").await?;
                expect(run(&page, 0).await?, json!(["ok", "42\n"]))?;
                expect_part(&check(&page, 0).await?, "expected")?;
                expect(run(&page, 1).await?, json!(["ok", "upgraded\n"]))?;
                expect(page.count("garter-snippet").await?, 3)?;
                let doctest: String = page
                    .page
                    .script("return document.querySelectorAll('garter-snippet')[2].code")
                    .await?;
                expect(doctest, "numbers = [1, 2, 3]\nsum(numbers)\n")?;
                page.open_in("deeper/words.html").await?;
                expect(
                    run(&page, 0).await?,
                    json!(["ok", "Hello, Ada!\nHello, Grace!\n"]),
                )?;
                expect_packages_explained(&page).await
            },
        ),
        exercises(browser, &url, "mdbook", "book/exercises.html"),
        exercises(browser, &url, "mkdocs", "exercises/index.html"),
        exercises(browser, &url, "sphinx", "exercises.html"),
        sample(
            browser,
            &url,
            "vite",
            "the_npm_package_survives_a_bundler",
            |page| async move {
                page.open_in("dist/index.html").await?;
                page.page.be_ready().await?;
                page.page.click("button").await?;
                page.page
                    .until("document.querySelector('pre').textContent === '42\\n'")
                    .await
            },
        ),
    ]
    .into_iter()
    .chain(mistakes(browser))
    .collect()
}

/// What the tools have said of the mistakes in their samples.
fn mistakes(browser: &Browser) -> [Trial; 6] {
    [
        said(
            browser,
            "mdbook",
            " WARN src/deeper/words.md:10: a snippet has no attribute \"edible\"",
        ),
        said(
            browser,
            "mkdocs",
            "deeper/words.md:14: a snippet has no attribute 'edible'",
        ),
        said_of_exercise(
            browser,
            "mdbook",
            " WARN src/exercises.md:36: nowhere.md cannot be read: ",
        ),
        said_of_exercise(
            browser,
            "mkdocs",
            "exercises.md:36: nowhere.md cannot be read: ",
        ),
        said_of_exercise(
            browser,
            "sphinx",
            "exercises.rst:34: WARNING: nowhere.md cannot be read: ",
        ),
        said(
            browser,
            "sphinx",
            "words.rst:14: ERROR: Error in \"garter\" directive:\nunknown option: \"edible\"",
        ),
    ]
}

/// A page, and where a sample's pages are.
struct Sample {
    page: Page,
    url: String,
}

impl Sample {
    async fn open_in(&self, path: &str) -> Checked {
        self.page
            .open_elsewhere(&format!("{}{path}", self.url))
            .await
    }

    async fn count(&self, css: &str) -> Result<usize, Failed> {
        self.page
            .script(&format!("return document.querySelectorAll('{css}').length"))
            .await
    }
}

/// A test that is ignored where the sample could not be built.
fn sample<F>(
    browser: &Browser,
    url: &str,
    name: &'static str,
    claim: &str,
    test: impl FnOnce(Sample) -> F + Send + 'static,
) -> Trial
where
    F: Future<Output = Checked>,
{
    let url = format!("{url}{name}/");
    browser
        .bare_trial(&format!("integrations::{name}::{claim}"), |page| {
            test(Sample { page, url })
        })
        .with_ignored_flag(!folder().join(name).exists())
}

/// The exercise of a file, and one that is written in the page: the tool has rendered their text, and both are
/// solved.
fn exercises(browser: &Browser, url: &str, name: &'static str, path: &'static str) -> Trial {
    let claim = "exercises_are_shown_by_the_tool_and_solved";
    sample(browser, url, name, claim, move |page| async move {
        page.open_in(path).await?;
        page.page
            .until("customElements.get('garter-exercise')")
            .await?;
        let task: String = page
            .page
            .script(
                "return document.querySelectorAll('garter-exercise strong > code')[0].textContent",
            )
            .await?;
        expect(task, "7 // 2")?;
        for (number, wrong, right) in [
            (
                0,
                json!({ "gaps": ["0", "n", "+="] }),
                json!({ "gaps": ["0", "n + 1", "+="] }),
            ),
            (1, json!({ "chosen": [1] }), json!({ "chosen": [0] })),
        ] {
            expect(answer(&page, number, &wrong).await?, false)?;
            expect(answer(&page, number, &right).await?, true)?;
        }
        page.page
            .until("document.querySelectorAll('garter-exercise')[2].shadowRoot?.textContent.includes('nowhere.md')")
            .await?;
        // Code in a text, also of one that stands in a list, is a block as elsewhere.
        expect(
            page.page
                .script::<String>("return document.querySelectorAll('garter-exercise')[1].querySelector('pre').innerText.trim()")
                .await?,
            "print(7 // 2)",
        )?;
        // What nobody may see before it is asked for is nowhere to be seen.
        let seen: String = page.page.script("return document.body.innerText").await?;
        for hidden in [
            "sum_to(100)",
            "Carl Friedrich Gauss",
            "Before anything is added",
        ] {
            expect(seen.contains(hidden), false)?;
        }
        Ok(())
    })
}

/// Whether an answer to an exercise of the page solves it.
async fn answer(sample: &Sample, number: usize, answer: &Value) -> Result<bool, Failed> {
    sample
        .page
        .script_with(
            "const element = document.querySelectorAll('garter-exercise')[argument.number];
             await element.open();
             element.answer = argument.answer;
             return (await element.check()).isSolved;",
            &json!({ "number": number, "answer": answer }),
        )
        .await
}

/// What a tool has said while it built its sample.
fn said(browser: &Browser, name: &'static str, part: &'static str) -> Trial {
    told(browser, name, "mistakes_are_told_with_file_and_line", part)
}

/// The same, of an exercise whose file is not there.
fn said_of_exercise(browser: &Browser, name: &'static str, part: &'static str) -> Trial {
    told(browser, name, "an_exercise_that_is_not_there_is_told", part)
}

fn told(browser: &Browser, name: &'static str, claim: &str, part: &'static str) -> Trial {
    let claim = format!("integrations::{name}::{claim}");
    browser
        .bare_trial(&claim, move |_| async move {
            let log = fs::read_to_string(folder().join(format!("{name}.log")))?;
            expect_part(&log, part)
        })
        .with_ignored_flag(!folder().join(name).exists())
}

fn folder() -> PathBuf {
    env::var("GARTER_FOLDER_INTEGRATIONS")
        .unwrap_or_default()
        .into()
}

/// Runs a snippet of the page; returns its status and what it printed.
async fn run(sample: &Sample, number: usize) -> Result<Value, Failed> {
    sample
        .page
        .until("customElements.get('garter-snippet')")
        .await?;
    sample
        .page
        .script_with(
            "const { status, stdout } = await document.querySelectorAll('garter-snippet')[argument].run();
             return [status, stdout];",
            &json!(number),
        )
        .await
}

/// The sample's snippet that asks for packages explains why there are none, as in any page.
async fn expect_packages_explained(sample: &Sample) -> Checked {
    let notices: String = sample
        .page
        .script(
            "return document.querySelector('garter-snippet[packages=numpy]').shadowRoot.querySelector('.notices').textContent",
        )
        .await?;
    expect_part(&notices, "packages from PyPI, which Garter cannot bring")
}

/// What a snippet says of its output.
async fn check(sample: &Sample, number: usize) -> Result<String, Failed> {
    sample
        .page
        .script_with(
            "return document.querySelectorAll('garter-snippet')[argument].shadowRoot.querySelector('.check').textContent",
            &json!(number),
        )
        .await
}
