//! The book: what its samples show when a reader presses Run.

use std::env;

use libtest_mimic::Trial;

use crate::page::{Browser, expect, expect_part};

pub fn trials(browser: &Browser) -> Vec<Trial> {
    let Ok(url) = env::var("GARTER_URL_DOCS") else {
        println!("SKIPPED: the book is not built; run ./garter test, or ./garter test book");
        return Vec::new();
    };
    let exercises = format!("{url}exercises/index.html");
    vec![
        browser.bare_trial("book::its_exercise_opens_and_is_checked", move |page| async move {
            page.open_elsewhere(&exercises).await?;
            page.until("document.querySelector('garter-exercise')?.exerciseId === 'book.sum-even'").await?;
            expect(page.script::<bool>("return document.querySelector('garter-exercise strong').checkVisibility()").await?, true)?;
            let answer = "def sum_even(numbers):\n    return sum(n for n in numbers if n % 2 == 0)\n";
            let solved: bool = page
                .script_with(
                    "const exercise = document.querySelector('garter-exercise');
                     exercise.answer = { code: argument };
                     return (await exercise.check()).isSolved",
                    &answer.into(),
                )
                .await?;
            expect(solved, true)
        }),
        browser.bare_trial("book::a_sample_runs_in_it", move |page| async move {
            page.open_elsewhere(&format!("{url}start.html")).await?;
            page.until("document.querySelector('garter-snippet')?.shadowRoot?.querySelector('button.run')").await?;
            page.script::<()>("document.querySelector('garter-snippet').shadowRoot.querySelector('button.run').click()").await?;
            page.until("document.querySelector('garter-snippet').status === 'ok'").await?;
            let shown: String = page
                .script("return document.querySelector('garter-snippet').shadowRoot.querySelector('.terminal').innerText")
                .await?;
            expect_part(&shown, "Hello, Ada!")?;
            // The sandbox is the book's own: nothing comes from elsewhere.
            expect(page.script::<usize>("return performance.getEntriesByType('resource').filter(({ name }) => !name.startsWith(location.origin)).length").await?, 0)
        }),
    ]
}
