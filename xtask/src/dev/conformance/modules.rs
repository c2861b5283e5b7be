//! Modules of the tests, several of them at once.

use std::collections::VecDeque;
use std::num::NonZero;
use std::sync::Mutex;
use std::thread;

use anyhow::Result;

use super::outcome::Results;

/// What one module's methods became in both engines.
pub struct Module {
    pub name: String,
    pub oracle: Results,
    /// Of the methods that the oracle passes.
    pub here: Results,
}

/// How many modules are run at once.
pub fn jobs(wanted: Option<NonZero<usize>>) -> usize {
    let all = || thread::available_parallelism();
    wanted.or_else(|| all().ok()).map_or(1, NonZero::get)
}

/// What work makes of each item, in their order; the first error is returned when all that has begun is done.
pub fn at_once<I: Send, R: Send>(
    items: Vec<I>,
    jobs: usize,
    work: impl Fn(I) -> Result<R> + Sync,
) -> Result<Vec<R>> {
    let waiting = Mutex::new(items.into_iter().enumerate().collect::<VecDeque<_>>());
    let done = Mutex::new(Vec::new());
    let take = || waiting.lock().expect("nobody panics with it").pop_front();
    thread::scope(|scope| {
        for _ in 0..jobs {
            scope.spawn(|| {
                while let Some((index, item)) = take() {
                    let result = work(item);
                    if result.is_err() {
                        waiting.lock().expect("nobody panics with it").clear();
                    }
                    done.lock()
                        .expect("nobody panics with it")
                        .push((index, result));
                }
            });
        }
    });
    let mut done = done.into_inner().expect("nobody panicked with it");
    done.sort_by_key(|(index, _)| *index);
    done.into_iter().map(|(_, result)| result).collect()
}
