//! What a person does with the page, in a real Chromium; and every recorded program once more, in
//! the worker. `./garter test` starts what this needs: a server, a browser, a driver.

#[path = "../corpus/mod.rs"]
mod corpus;
mod dialogues;
mod endings;
mod fallbacks;
mod page;
mod playground;
mod policies;
mod programs;
mod sandbox;
mod serving;

use libtest_mimic::{Arguments, Trial};

use crate::page::Browser;

fn main() {
    let mut arguments = Arguments::from_args();
    // One browser, one page at a time.
    arguments.test_threads = Some(1);
    let Some(browser) = Browser::start() else {
        println!("SKIPPED: these tests need a browser and a server; run ./garter test");
        return;
    };
    let trials: Vec<Trial> = [
        playground::trials(&browser),
        dialogues::trials(&browser),
        endings::trials(&browser),
        sandbox::trials(&browser),
        serving::trials(&browser),
        fallbacks::trials(&browser),
        policies::trials(&browser),
        programs::trials(&browser),
    ]
    .into_iter()
    .flatten()
    .collect();
    let conclusion = libtest_mimic::run(&arguments, trials);
    browser.close();
    conclusion.exit();
}
