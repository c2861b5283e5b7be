//! Programs in a page in which each of them has run once, and the browser has compiled anew what is used
//! often.

use crate::figures::Table;
use crate::page::Engine;
use crate::python::{Ran, new_browser, open, rest, run, settle, surroundings};

/// What is run, and how often.
pub struct Warm<'a> {
    pub engine: Engine,
    /// What the progress is called.
    pub what: &'a str,
    /// The rows of the table.
    pub pythons: &'a [&'static str],
    /// The columns of the table.
    pub sources: &'a [String],
    /// A program whose time is not that of the others.
    pub nothing: &'a str,
    pub rounds: usize,
}

impl Warm<'_> {
    /// Adds a figure for each program: what `figure` makes of its column, of how `nothing` ran just
    /// before, and of how the program ran.
    pub fn measure(
        &self,
        table: &mut Table,
        mut figure: impl FnMut(usize, Option<Ran>, Option<Ran>) -> Option<f64>,
    ) {
        let Self {
            engine,
            what,
            pythons,
            sources,
            nothing,
            rounds,
        } = *self;
        for round in 1..=rounds {
            for (row, name) in pythons.iter().enumerate() {
                println!("{what}, round {round} of {rounds}: {name}");
                let browser = new_browser(engine);
                let figure = &mut figure;
                let mut add = |column, value| table.add(row, column, value);
                let surroundings = browser.with_page(|page| async move {
                    open(&page, name).await;
                    for source in sources {
                        run(&page, source).await;
                    }
                    settle();
                    for (column, source) in sources.iter().enumerate() {
                        rest(&page).await;
                        // Just before, so that whatever else the machine does slows both.
                        let empty = run(&page, nothing).await;
                        rest(&page).await;
                        let ran = run(&page, source).await;
                        if let Some(value) = figure(column, empty, ran) {
                            add(column, value);
                        }
                    }
                    surroundings(&page)
                });
                browser.close();
                if round == rounds && row == 0 {
                    table.note_medians(&surroundings, rounds);
                }
            }
        }
    }
}
