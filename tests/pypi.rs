//! Packages from PyPI: each with a program of ordinary use, whose output is compared with what `CPython` 3.14 prints
//! (`tests/packages/record.mjs`). The wheels are downloaded into `target/wheels`; without a network these tests are skipped,
//! which is said.

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use garter::options::budget::Budget;
use garter::protocol::{Package, Program};
use libtest_mimic::{Arguments, Failed, Trial};

fn main() {
    let arguments = Arguments::from_args();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let fetched = Command::new("node")
        .arg(root.join("tests/packages/fetch.mjs"))
        .output();
    let trouble = match fetched {
        Ok(fetched) if fetched.status.success() => None,
        Ok(fetched) => Some(String::from_utf8_lossy(&fetched.stderr).trim().to_owned()),
        Err(error) => Some(format!("node does not run: {error}")),
    };
    if let Some(trouble) = trouble {
        println!("SKIPPED: the wheels of tests/packages cannot be had: {trouble}");
        return;
    }
    let wheels = files(&root.join("target/wheels"), "whl");
    let trials = files(&root.join("tests/packages/programs"), "py")
        .into_iter()
        .map(|path| {
            let name = path.file_stem().expect("a name").to_string_lossy();
            let name = name.trim_end_matches('_').to_owned();
            let wheels = wheels.clone();
            Trial::test(name, move || check(&path, &wheels))
        });
    libtest_mimic::run(&arguments, trials.collect()).exit();
}

fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|own| own == extension))
        .collect();
    files.sort();
    files
}

/// Where Garter prints something else than `CPython`, `X.differs` beside the program says why in its first line, and what Garter
/// prints in all others.
fn check(path: &Path, wheels: &[PathBuf]) -> Result<(), Failed> {
    let packages: Vec<Package> = wheels.iter().map(support::wheel).collect();
    let source = fs::read_to_string(path)?;
    let run = support::run(Program {
        packages,
        // Unoptimised builds are slow, and nothing here is about time.
        budget: Budget {
            seconds: 600.0,
            memory_bytes: 1 << 30,
            ..Budget::DEFAULT
        },
        ..support::program(&source)
    });
    let differs = fs::read_to_string(path.with_extension("differs"));
    let expected = match differs {
        Ok(text) => text
            .split_once('\n')
            .map(|(_, text)| text.to_owned())
            .unwrap_or_default(),
        Err(_) => fs::read_to_string(path.with_extension("stdout"))?,
    };
    if run.stdout == expected {
        return Ok(());
    }
    let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
    let (found, wanted) = (lines(&run.stdout), lines(&expected));
    let first = (0..=found.len())
        .find(|at| found.get(*at) != wanted.get(*at))
        .unwrap_or(0);
    Err(Failed::from(format!(
        "line {} is\n{:?}\nand not\n{:?}\n{}",
        first + 1,
        found.get(first),
        wanted.get(first),
        run.stderr
    )))
}
