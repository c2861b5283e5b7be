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
        said(
            browser,
            "sphinx",
            "words.rst:14: ERROR: Error in \"garter\" directive:\nunknown option: \"edible\"",
        ),
    ]
    .into_iter()
    .collect()
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

/// What a tool has said while it built its sample.
fn said(browser: &Browser, name: &'static str, part: &'static str) -> Trial {
    let claim = format!("integrations::{name}::mistakes_are_told_with_file_and_line");
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
