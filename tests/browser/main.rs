//! What a person does with the page, in a real Chromium and a real Firefox, and in part in WebKit; and every recorded
//! program once more, in the worker. `./garter test` starts what this needs: servers, browsers,
//! drivers.

mod accelerator;
mod accessibility;
mod arrays;
mod away;
mod book;
mod cells;
#[path = "../corpus/mod.rs"]
mod corpus;
mod counter;
mod dialogues;
mod display;
mod editing;
mod embedding;
mod endings;
mod everyone;
mod exercises;
mod fallbacks;
mod fingers;
mod foreign;
mod frames;
mod gallery;
mod hints;
mod integrations;
mod keeping;
mod later;
mod looked_at;
mod memory;
mod offline;
mod packed;
mod page;
mod parts;
mod pauses;
mod playground;
mod policies;
mod processes;
mod programs;
mod project_packages;
mod projects;
mod red_team;
mod release;
mod reply;
mod sandbox;
mod scorm;
mod scripts;
mod serving;
mod sharing;
mod snippets;
mod tables;
mod threads;
mod turtle;
mod variant;
#[path = "../support/wheel.rs"]
#[allow(dead_code, reason = "bad wheels are made in native tests only")]
mod wheels;
mod workspace;
mod zoo;

use libtest_mimic::{Arguments, Trial};

use crate::page::{Browser, Engine};

fn main() {
    let mut arguments = Arguments::from_args();
    // One page at a time: a browser that has to share the processor is slow enough to fail.
    arguments.test_threads = Some(1);
    let browsers: Vec<Browser> = Engine::ALL.into_iter().filter_map(Browser::start).collect();
    if browsers.is_empty() {
        println!("SKIPPED: these tests need browsers and a server; run ./garter test");
        return;
    }
    let trials: Vec<Trial> = browsers.iter().flat_map(trials).collect();
    let conclusion = libtest_mimic::run(&arguments, trials);
    for browser in browsers {
        browser.close();
    }
    conclusion.exit();
}

fn trials(browser: &Browser) -> Vec<Trial> {
    let all = trials_of_every_browser(browser);
    match browser.engine() {
        Engine::Chromium | Engine::Firefox => all,
        Engine::WebKit => all
            .into_iter()
            .filter(|trial| is_for_webkit(trial.name()))
            .collect(),
    }
}

/// WebKit runs what depends on its engine, above all that it can neither switch stacks nor share memory here. What is the
/// page's alone is tested in the two others, and the recorded programs are: WebKit takes ten times as long.
fn is_for_webkit(name: &str) -> bool {
    const GROUPS: [&str; 4] = ["neither", "playground", "cells", "endings"];
    let group = name.split("::").nth(1);
    group.is_some_and(|group| GROUPS.contains(&group))
}

fn trials_of_every_browser(browser: &Browser) -> Vec<Trial> {
    [
        playground::trials(browser),
        hints::trials(browser),
        book::trials(browser),
        dialogues::trials(browser),
        display::trials(browser),
        endings::trials(browser),
        sandbox::trials(browser),
        serving::trials(browser),
        later::trials(browser),
        parts::trials(browser),
        arrays::trials(browser),
        tables::trials(browser),
        fallbacks::trials(browser),
        policies::trials(browser),
        cells::trials(browser),
        threads::trials(browser),
        turtle::trials(browser),
        red_team::trials(browser),
        frames::trials(browser),
        embedding::trials(browser),
        memory::trials(browser),
        foreign::trials(browser),
        scripts::trials(browser),
        integrations::trials(browser),
        scorm::trials(browser),
        snippets::trials(browser),
        exercises::trials(browser),
        fingers::trials(browser),
        gallery::trials(browser),
        looked_at::trials(browser),
        offline::trials(browser),
        packed::trials(browser),
        programs::trials(browser),
        project_packages::trials(browser),
        projects::trials(browser),
        keeping::trials(browser),
        away::trials(browser),
        sharing::trials(browser),
        everyone::trials(browser),
        editing::trials(browser),
        zoo::trials(browser),
        accelerator::trials(browser),
    ]
    .into_iter()
    .flatten()
    .collect()
}
