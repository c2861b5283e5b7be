//! Comparisons of many programs, one after the other.

use std::collections::HashMap;
use std::fs;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::mpsc::sync_channel;
use std::thread;
use std::time::Instant;

use crate::comparison::{Difference, Engines, difference};
use crate::engines::Engine;
use crate::grammar;
use crate::program::text;

/// Where a long comparison says how far it is, and what it has found.
fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("target/random_programs")
}

/// Compares the programs of these seeds.
///
/// # Errors
/// Which of them differ, and the first few as small as they get.
pub fn compare(seeds: RangeInclusive<u64>) -> Result<(), String> {
    const MOST_SHRUNK: usize = 3;
    let mut differences = Vec::new();
    differing(seeds, |seed, difference| {
        differences.extend(difference.map(|difference| (seed, difference)));
    });
    if differences.is_empty() {
        return Ok(());
    }
    let seeds: Vec<_> = differences.iter().map(|(seed, _)| seed).collect();
    let mut said = format!("the programs of these seeds differ: {seeds:?}\n");
    let mut engines = Engines::start();
    for (seed, difference) in differences.iter().take(MOST_SHRUNK) {
        let smallest = engines.smallest(grammar::program(*seed), difference);
        said += &format!("\n=== seed {seed} ===\n{smallest}");
    }
    Err(said)
}

/// Compares as `compare`, says how far it is, and goes on where it was broken off. What differs is
/// written to `target/random_programs`, too. At the end the first program of each kind of difference is made
/// smaller.
pub fn compare_on(seeds: &str) -> ExitCode {
    let folder = folder();
    fs::create_dir_all(&folder).expect("a folder in target/");
    let progress = folder.join("progress");
    let number = |text: &str| text.parse::<u64>().expect("a number, or FIRST..LAST");
    let is_resumable = !seeds.contains("..");
    let (first, last) = match seeds.split_once("..") {
        Some((first, last)) => (number(first), number(last)),
        None => (next_seed(&progress), number(seeds)),
    };
    println!("compares the programs of seeds {first} to {last}");
    let started = Instant::now();
    let mut kinds: HashMap<_, Vec<u64>> = HashMap::new();
    let mut first_of_kind = Vec::new();
    differing(first..=last, |seed, difference| {
        if let Some(difference) = difference {
            let kind = difference.kind();
            println!("seed {seed}: {kind}");
            let seeds = kinds.entry(kind).or_default();
            seeds.push(seed);
            if seeds.len() == 1 {
                first_of_kind.push((seed, difference));
            }
        }
        if is_resumable {
            fs::write(&progress, format!("{}\n{}", fingerprint(), seed + 1))
                .expect("a file in target/");
        }
        let done = seed - first + 1;
        if done.is_multiple_of(100) {
            let seconds = started.elapsed().as_secs_f64();
            println!("compared up to seed {seed} in {seconds:.0} s");
        }
    });
    let count: usize = kinds.values().map(Vec::len).sum();
    println!(
        "{count} programs of seeds {first} to {last} differ, in {} kinds",
        kinds.len()
    );
    let mut engines = Engines::start();
    for (seed, difference) in first_of_kind {
        let smallest = engines.smallest(grammar::program(seed), &difference);
        let alike = kinds[&difference.kind()].len() - 1;
        let report = format!("=== seed {seed}, and {alike} like it ===\n{smallest}");
        println!("{report}");
        fs::write(folder.join(format!("{seed}.txt")), report).expect("a file in target/");
    }
    if count == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// Where a comparison with this very program has stopped.
fn next_seed(progress: &Path) -> u64 {
    let text = fs::read_to_string(progress).unwrap_or_default();
    match text.split_once('\n') {
        Some((of, seed)) if of == fingerprint() => seed.parse().unwrap_or(1),
        _ => 1,
    }
}

/// Another one for another interpreter, or another grammar.
fn fingerprint() -> String {
    let this = std::env::current_exe()
        .and_then(fs::metadata)
        .expect("it runs");
    let modified = this.modified().expect("the system notes it");
    format!("{modified:?} {}", this.len())
}

/// Runs the programs of all seeds in both interpreters at once, and says of each, in order, how it differs.
fn differing(seeds: RangeInclusive<u64>, mut each: impl FnMut(u64, Option<Difference>)) {
    const MOST_AHEAD: usize = 50;
    let answers = |mut engine: Engine| {
        let (sender, receiver) = sync_channel(MOST_AHEAD);
        let seeds = seeds.clone();
        thread::spawn(move || {
            for seed in seeds {
                let answer = engine.answer(&text(&grammar::program(seed)));
                if sender.send(answer).is_err() {
                    break;
                }
            }
        });
        receiver
    };
    let (cpython, garter) = (answers(Engine::cpython()), answers(Engine::garter()));
    for ((cpython, garter), seed) in cpython.iter().zip(garter.iter()).zip(seeds) {
        each(seed, difference(cpython, garter));
    }
}
