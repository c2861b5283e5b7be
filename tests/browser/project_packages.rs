//! Packages of a project in the playground: what a person is asked, what is fetched, and where programs find it.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use libtest_mimic::Trial;
use serde_json::json;

use crate::page::{Browser, Checked, Page, expect, expect_part};
use crate::wheels::wheel;

/// Answers for every site with the same wheel, and remembers what was asked.
const SERVE: &str = "
    const real = window.realFetch ??= window.fetch;
    window.asked = [];
    const birds = Uint8Array.from(atob(argument), (one) => one.charCodeAt(0));
    window.fetch = async (url, how) => {
      if (!/\\.(whl|json)$/.test(String(url))) return real(url, how);
      asked.push([String(url).replace(location.href.replace(/[^/]*$/, ''), './'), how?.credentials, how?.redirect].join(' '));
      return new Response(birds);
    };";

const IMPORT: &str = "import birds; print(birds.NAME)";

/// What is fetched stays in the page, so that each test has names of its own.
async fn serve(page: &Page) -> Checked {
    let birds = wheel("birds", "1", &[("birds.py", "NAME = 'owl'\n")]);
    page.script_with::<()>(SERVE, &STANDARD.encode(birds.data.as_ref()).into())
        .await
}

async fn expect_asked(page: &Page, asked: &[&str]) -> Checked {
    let found: Vec<String> = page.script("return asked").await?;
    let expected: Vec<String> = asked
        .iter()
        .map(|address| format!("{address} omit error"))
        .collect();
    expect(found, expected)
}

/// The addresses that a person is asked about.
const QUESTION: &str =
    "document.querySelector('dialog[open]') && !document.querySelector('dialog[open] form')";

async fn press(page: &Page, button: &str) -> Checked {
    page.script_with::<()>(
        "[...document.querySelectorAll('dialog[open] button')].find(one => one.textContent === argument).click()",
        &button.into(),
    )
    .await
}

#[expect(clippy::too_many_lines, reason = "a list of tests")]
pub fn trials(browser: &Browser) -> Vec<Trial> {
    vec![
        browser.trial("packages::another_site_is_asked_after_a_person_has_said_so", |page| async move {
            serve(&page).await?;
            page.upload("packages.txt", "./own-asks.whl\nhttps://cdn.invalid/asks.whl # why not\n").await?;
            page.show_file("main.py").await?;
            page.type_program("print('ran')").await?;
            page.click("#run").await?;
            page.until(QUESTION).await?;
            expect_part(&page.text("dialog[open]").await?, "https://cdn.invalid/asks.whl")?;
            expect_asked(&page, &[]).await?;
            press(&page, "Cancel").await?;
            page.until("document.getElementById('status').textContent.includes('which were not fetched')").await?;
            expect(page.text("#output").await?, "")?;
            expect_asked(&page, &[]).await?;
            // The console asks as well.
            page.click("#console").await?;
            page.until(QUESTION).await?;
            press(&page, "Cancel").await?;
            page.show_file("packages.txt").await?;
            page.type_program("https://cdn.invalid/asks.whl").await?;
            page.show_file("main.py").await?;
            page.type_program(IMPORT).await?;
            page.click("#run").await?;
            page.until(QUESTION).await?;
            press(&page, "Fetch them and run").await?;
            page.until("document.getElementById('status').dataset.status !== 'idle'").await?;
            expect(page.status_after_run().await?, "ok")?;
            expect(page.text("#output").await?, "owl\n")?;
            // Once for this list.
            page.click("#run").await?;
            expect(page.status_after_run().await?, "ok")?;
            expect_asked(&page, &["https://cdn.invalid/asks.whl"]).await?;
            // A copy is another project.
            page.choose("#project", "Make a copy").await?;
            page.until("document.getElementById('project-name').textContent !== 'My program'").await?;
            page.click("#run").await?;
            page.until(QUESTION).await?;
            press(&page, "Cancel").await
        }),
        browser.trial("packages::a_program_makes_the_page_fetch_nothing", |page| async move {
            serve(&page).await?;
            page.type_program(
                "for name in ['packages.txt', 'exercise.md']:\n    open(name, 'w').write('---\\nid: a\\ntitle: a\\npackages: ./secret.whl\\n---\\nDo.\\n')\nopen('packages.txt', 'w').write('./secret.whl')",
            )
            .await?;
            for _ in 0..2 {
                page.click("#run").await?;
                expect(page.status_after_run().await?, "ok")?;
            }
            expect_part(&page.text("[data-kind=beside]").await?, "The program has written packages.txt.")?;
            expect(page.script::<bool>("return document.getElementById('exercise').hidden").await?, true)?;
            expect_asked(&page, &[]).await
        }),
        browser.trial("packages::a_list_is_refused_what_lies_nowhere", |page| async move {
            serve(&page).await?;
            page.type_program("print('ran')").await?;
            page.upload("packages.txt", "data:application/zip;base64,UEs.whl\n").await?;
            for (list, said) in [
                ("data:application/zip;base64,UEs.whl", "is not the address of a wheel"),
                ("file:///etc/a.whl", "Only a page that is opened from the disk reads files"),
                ("%E0%A4%A.whl", "is not the address of a wheel"),
                ("https://me:word@cdn.invalid/a.whl", "is not the address of a wheel"),
            ] {
                page.show_file("packages.txt").await?;
                page.type_program(list).await?;
                page.click("#run").await?;
                // Whoever is asked about it says yes.
                page.script::<()>("setTimeout(() => document.querySelector('dialog[open] button.main')?.click(), 300)").await?;
                page.until(&format!("document.getElementById('status').textContent.includes('{said}')")).await?;
            }
            expect_asked(&page, &[]).await
        }),
        browser.trial("packages::a_selection_and_the_console_import_what_an_exercise_brings", |page| async move {
            serve(&page).await?;
            page.upload("exercise.md", "# Later an exercise").await?;
            page.type_program("---\nid: birds\ntitle: Birds\npackages: ./exercise-birds.whl\n---\nSay it.\n\n```python tests\nassert name == 'owl'\n```\n").await?;
            page.until("document.querySelector('#exercise :first-child')?.shadowRoot?.textContent.includes('Birds')").await?;
            page.show_file("main.py").await?;
            page.type_program(IMPORT).await?;
            page.click("#run-selection").await?;
            expect(page.status_after_run().await?, "ok")?;
            page.click("#run").await?;
            expect(page.status_after_run().await?, "ok")?;
            expect_part(&page.text("#output").await?, "owl")?;
            page.click("#console").await?;
            page.until("document.getElementById('status').dataset.status === 'waiting' && document.querySelector('.input')").await?;
            page.keys("birds.NAME * 2\u{e007}").await?;
            page.until("document.getElementById('output').textContent.includes('owlowl')").await?;
            expect_asked(&page, &["./exercise-birds.whl"]).await
        }),
        browser.trial("packages::an_exercise_brings_none_of_another_site", |page| async move {
            serve(&page).await?;
            page.upload("exercise.md", "# Later an exercise").await?;
            page.type_program("---\nid: birds\ntitle: Birds\npackages: https://cdn.invalid/elsewhere.whl\n---\nSay it.\n\n```python tests\nassert name == 'owl'\n```\n").await?;
            page.until("document.querySelector('#exercise :first-child')?.shadowRoot?.textContent.includes('Birds')").await?;
            page.click("#run").await?;
            page.until("document.getElementById('status').textContent.includes('is not fetched: what names it may ask only')").await?;
            expect_asked(&page, &[]).await
        }),
        browser.trial("packages::a_wheel_that_is_dropped_is_there_and_listed", |page| async move {
            let birds = wheel("birds", "1", &[("birds.py", "NAME = 'dropped'\n")]);
            page.upload_bytes("birds-1-py3-none-any.whl", birds.data.as_ref()).await?;
            page.show_file("main.py").await?;
            page.type_program(IMPORT).await?;
            page.click("#run").await?;
            expect(page.status_after_run().await?, "ok")?;
            expect(page.text("#output").await?, "dropped\n")?;
            page.choose("#project", "Packages …").await?;
            page.until("document.querySelector('dialog[open] .packages')").await?;
            expect_part(&page.text("dialog[open] .packages").await?, "birds-1-py3-none-any.whl")?;
            page.press("#package-address", "https://").await?;
            press(&page, "Add").await?;
            expect_part(&page.text("dialog[open] .wrong").await?, "is not the address of a wheel")?;
            page.press("#package-address", "cdn.invalid/a.whl").await?;
            press(&page, "Add").await?;
            expect_part(&page.text("dialog[open] .packages").await?, "https://cdn.invalid/a.whl")?;
            expect(page.script::<serde_json::Value>("return document.querySelectorAll('dialog[open] .packages li').length").await?, json!(2))
        }),
    ]
}
