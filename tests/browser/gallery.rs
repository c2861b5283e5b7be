//! The gallery, as a person chooses from it.

use libtest_mimic::{Failed, Trial};

use crate::page::{Browser, Checked, Page, expect, expect_part};

/// Opens the gallery and waits for its programs.
async fn open(page: &Page) -> Checked {
    page.click("#examples").await?;
    page.until("document.querySelector('.gallery[open] [data-path]')")
        .await
}

/// The paths of the programs that are shown.
async fn shown(page: &Page) -> Result<Vec<String>, Failed> {
    page.script(
        "return [...document.querySelectorAll('.gallery [data-path]')].map(button => button.dataset.path)",
    )
    .await
}

/// Chooses one of several, by its words.
async fn pick(page: &Page, words: &str) -> Checked {
    page.script_with(
        "[...document.querySelectorAll('.gallery label')].find(label => label.textContent === argument).click()",
        &words.into(),
    )
    .await
}

pub fn trials(browser: &Browser) -> Vec<Trial> {
    vec![
        browser.trial(
            "a_program_from_the_gallery_is_chosen_and_runs",
            |page| async move {
                open(&page).await?;
                page.click(".gallery [data-path='text/letter_bars']")
                    .await?;
                // It is a project of its own.
                page.until(
                    "document.getElementById('project-name').textContent === 'Letters as bars'",
                )
                .await?;
                page.click("#run").await?;
                expect(page.status_after_run().await?, "ok")?;
                expect_part(&page.text("#output").await?, "s ████████ 8")
            },
        ),
        browser.trial(
            "the_gallery_is_searched_by_words_topic_and_level",
            |page| async move {
                open(&page).await?;
                let all = shown(&page).await?.len();
                expect(all >= 40, true)?;
                expect_part(&page.text(".gallery-found").await?, &all.to_string())?;
                page.press(".gallery input[type=search]", "dice").await?;
                expect(shown(&page).await?, ["games/pig"])?;
                page.press(
                    ".gallery input[type=search]",
                    "\u{e003}\u{e003}\u{e003}\u{e003}",
                )
                .await?;
                expect(shown(&page).await?.len(), all)?;
                pick(&page, "Recursion").await?;
                pick(&page, "For a challenge").await?;
                pick(&page, "Programs").await?;
                expect(shown(&page).await?, ["recursion/maze"])
            },
        ),
        browser.trial(
            "an_exercise_from_the_gallery_is_chosen_and_solved",
            |page| async move {
                open(&page).await?;
                pick(&page, "Exercises").await?;
                expect(shown(&page).await?.len() >= 30, true)?;
                page.click(".gallery [data-path='text/initials']").await?;
                page.until("document.getElementById('project-name').textContent === 'Initials'")
                    .await?;
                page.script::<()>(
                    "window.panel = (css) => document.querySelector('#exercise > div').shadowRoot.querySelector(css)",
                )
                .await?;
                page.until("panel('.check-button')").await?;
                page.type_program("def initials(first, last):\n    return f'{first[0]}. {last[0]}.'.upper()")
                    .await?;
                page.script::<()>("panel('.check-button').click()").await?;
                page.until("panel('.badge')?.checkVisibility()")
                    .await
            },
        ),
        browser.trial("the_gallery_is_used_with_the_keyboard", |page| async move {
            open(&page).await?;
            // The search has the focus; topics and levels are one stop each.
            page.press(".gallery input[type=search]", "\u{e004}\u{e004}")
                .await?;
            expect(
                page.script::<String>("return document.activeElement.name")
                    .await?,
                "gallery-Topic",
            )?;
            page.press(".gallery input[name=gallery-Topic]:checked", "\u{e014}")
                .await?;
            expect_part(&shown(&page).await?[0], "first-steps/")?;
            page.press(".gallery input[type=search]", "\u{e00c}")
                .await?;
            page.until("!document.querySelector('.gallery')").await?;
            expect(
                page.script::<String>("return document.activeElement.id")
                    .await?,
                "examples",
            )
        }),
    ]
}
