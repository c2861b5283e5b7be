//! What was chosen on the command line, as `./garter bench` passes it on.

use std::env;

use crate::page::{Browser, Engine};
use crate::python::{COMPILED, PYTHONS};

/// The browsers that were chosen and have been found.
pub fn browsers() -> Vec<Engine> {
    let is_there = |engine: &Engine| Browser::start(*engine).is_some();
    Engine::ALL.into_iter().filter(is_there).collect()
}

/// Garter, and those of its peers that were chosen.
pub fn pythons() -> Vec<&'static str> {
    let mut pythons = among(&PYTHONS[1..], "GARTER_PEERS");
    pythons.insert(0, PYTHONS[0]);
    let peers = env::var("GARTER_PEERS").unwrap_or_default();
    if peers.split(',').any(|peer| peer == COMPILED) {
        pythons.insert(1, COMPILED);
    }
    pythons
}

/// Those of these programs that were chosen.
pub fn programs(all: &[&'static str]) -> Vec<&'static str> {
    among(all, "GARTER_PROGRAMS")
}

/// Those of these benchmarks that were chosen.
pub fn is_benchmark_chosen(name: &'static str) -> bool {
    !among(&[name], "GARTER_BENCHMARKS").is_empty()
}

/// How often to measure: so many times, or as often as was chosen.
pub fn rounds(usual: usize) -> usize {
    env::var("GARTER_ROUNDS").map_or(usual, |rounds| rounds.parse().expect("a number of rounds"))
}

/// Those that a variable names, with commas between them; all if there is none or it is empty.
fn among(all: &[&'static str], variable: &str) -> Vec<&'static str> {
    let chosen = env::var(variable).unwrap_or_default();
    let is_chosen = |name: &&str| chosen.is_empty() || chosen.split(',').any(|one| one == *name);
    all.iter().copied().filter(is_chosen).collect()
}
