//! A SCORM package in a small learning platform (tests/scorm), as the command `garter scorm` has written it
//! (xtask/src/publish/scorm.rs): what the platform hears, and what is there again in the next session.

use std::env;

use libtest_mimic::{Failed, Trial};
use serde_json::{Value, json};

use crate::page::{Browser, Checked, Page, expect, expect_part};

pub fn trials(browser: &Browser) -> Vec<Trial> {
    let Ok(url) = env::var("GARTER_URL_SCORM") else {
        return Vec::new();
    };
    let session = |version: &str, object: &str| {
        let address = format!("{url}platform.html?lesson={version}&object={object}");
        browser.bare_trial(
            &format!("scorm::{version}::a_platform_hears_of_the_score_and_keeps_it"),
            move |page| async move { reports(page, &address).await },
        )
    };
    let refusing = ["Initialize", "Commit"]
        .map(|name| format!("{url}platform.html?lesson=1.2&object=API&refused={name}"));
    let alone = format!("{url}platform.html?lesson=1.2&object=");
    vec![
        session("1.2", "API"),
        session("2004", "API_1484_11"),
        browser.bare_trial(
            "scorm::what_a_platform_refuses_is_told_and_the_lesson_works",
            |page| async move {
                for address in refusing {
                    page.open_elsewhere(&address).await?;
                    lesson_is_there(&page).await?;
                    expect_part(&line(&page).await?, "did not take the result (")?;
                    expect(answer(&page, 0, json!({ "chosen": [1, 3] })).await?, true)?;
                    expect_part(&line(&page).await?, "did not take the result (")?;
                }
                Ok(())
            },
        ),
        browser.bare_trial(
            "scorm::a_lesson_without_a_platform_works_and_says_that_it_is_alone",
            move |page| async move {
                page.open_elsewhere(&alone).await?;
                lesson_is_there(&page).await?;
                expect(answer(&page, 0, json!({ "chosen": [1, 3] })).await?, true)?;
                expect_part(&line(&page).await?, "opened without a learning platform")
            },
        ),
    ]
}

async fn reports(page: Page, address: &str) -> Checked {
    page.open_elsewhere(address).await?;
    // What another test has left.
    page.script::<()>("sessionStorage.clear(); localStorage.clear()")
        .await?;
    page.open_elsewhere(address).await?;
    lesson_is_there(&page).await?;
    expect(reported(&page).await?, json!(["0", false]))?;
    expect(answer(&page, 0, json!({ "chosen": [0] })).await?, false)?;
    expect(reported(&page).await?, json!(["0", false]))?;
    expect(answer(&page, 0, json!({ "chosen": [1, 3] })).await?, true)?;
    expect(reported(&page).await?, json!(["50", false]))?;
    expect_part(&line(&page).await?, "50 %")?;
    // Three of four cases.
    let wrong = json!({ "gaps": ["1", "n + 1", "+="] });
    expect(answer(&page, 1, wrong).await?, false)?;
    page.script::<()>("return leave()").await?;
    let calls: Vec<String> = page.script("return platform.calls").await?;
    expect(calls.first().map(String::as_str), Some("Initialize"))?;
    expect(
        matches!(
            calls.last().map(String::as_str),
            Some("Finish" | "Terminate")
        ),
        true,
    )?;

    // The next session, in another browser: nothing but the platform remembers.
    page.script::<()>("localStorage.clear()").await?;
    page.open_elsewhere(address).await?;
    lesson_is_there(&page).await?;
    expect(reported(&page).await?, json!(["50", false]))?;
    let right = json!({ "gaps": ["0", "n + 1", "+="] });
    expect(answer(&page, 1, right).await?, true)?;
    expect(reported(&page).await?, json!(["100", true]))?;
    expect_part(&line(&page).await?, "All is solved")?;
    page.script::<()>("return leave()").await?;

    // What was passed stays passed.
    page.open_elsewhere(address).await?;
    lesson_is_there(&page).await?;
    expect(answer(&page, 0, json!({ "chosen": [0] })).await?, false)?;
    expect(reported(&page).await?, json!(["100", true]))
}

async fn lesson_is_there(page: &Page) -> Checked {
    page.until(
        "document.querySelector('iframe')?.contentDocument?.querySelectorAll('garter-exercise')[1]?.check
         && document.querySelector('iframe').contentDocument.querySelector('#garter-report').textContent",
    )
    .await
}

/// The score that the platform has, and whether the lesson is passed.
async fn reported(page: &Page) -> Result<Value, Failed> {
    page.script(
        "const { values } = platform;
         const passed = values['cmi.core.lesson_status'] ?? values['cmi.success_status'];
         return [values['cmi.core.score.raw'] ?? values['cmi.score.raw'], passed === 'passed'];",
    )
    .await
}

/// What the lesson says to the learner below its exercises.
async fn line(page: &Page) -> Result<String, Failed> {
    page.script(
        "return document.querySelector('iframe').contentDocument.querySelector('#garter-report').textContent",
    )
    .await
}

/// Whether an answer to an exercise of the lesson solves it.
async fn answer(page: &Page, number: usize, answer: Value) -> Result<bool, Failed> {
    page.script_with(
        "const { contentDocument } = document.querySelector('iframe');
         const element = contentDocument.querySelectorAll('garter-exercise')[argument.number];
         await element.open();
         element.answer = argument.answer;
         return (await element.check()).isSolved;",
        &json!({ "number": number, "answer": answer }),
    )
    .await
}
