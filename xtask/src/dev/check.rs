//! Everything that needs neither a wasm module nor a browser: what a change has to pass at every step.

use std::process::{Command, Output};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use super::live::watch::Watch;
use super::{BUILD_TOOL, cargo, scripts};
use crate::interpreter::patched;
use crate::rustpython;
use crate::site::types;
use crate::{npm, tool};

/// A part of the check: programs that run one after the other.
struct Part {
    name: &'static str,
    commands: Vec<Command>,
}

/// How a part went.
struct Report {
    name: &'static str,
    took: Duration,
    is_passed: bool,
}

/// Checks everything once. All parts run even if one of them fails.
///
/// # Errors
/// Names the parts that failed; what they said is printed by then.
pub fn run() -> Result<()> {
    let started = Instant::now();
    npm::install()?;
    // Cargo's commands wait for one another anyway; the scripts' programs keep the second processor
    // busy meanwhile.
    let (natively, scripts) = (of_cargo()?, of_scripts()?);
    let mut reports = thread::scope(|scope| {
        let scripts = scope.spawn(|| scripts.into_iter().map(check).collect::<Result<Vec<_>>>());
        let reports = natively.into_iter().map(check).collect::<Result<Vec<_>>>();
        let scripts = scripts.join().expect("a panic is a bug of the build tool");
        Ok::<_, anyhow::Error>(reports?.into_iter().chain(scripts?).collect::<Vec<_>>())
    })?;
    println!("== summary");
    for Report {
        name,
        took,
        is_passed,
    } in &reports
    {
        let result = if *is_passed { "passed" } else { "FAILED" };
        println!("{:6.1} s  {result}  {name}", took.as_secs_f64());
    }
    println!("{:6.1} s  in all", started.elapsed().as_secs_f64());
    reports.retain(|report| !report.is_passed);
    if reports.is_empty() {
        println!("All checks have passed.");
        return Ok(());
    }
    let failed: Vec<_> = reports.iter().map(|report| report.name).collect();
    bail!("failed: {}", failed.join(", "))
}

/// Checks everything again whenever a source has changed.
///
/// # Errors
/// A folder that cannot be read. A check that fails is no error here.
pub fn watch() -> Result<()> {
    let mut sources = Watch::of_checks()?;
    loop {
        if let Err(error) = run() {
            eprintln!("garter: {error:#}");
        }
        println!("== waiting for a change");
        sources.next()?;
    }
}

fn of_cargo() -> Result<Vec<Part>> {
    let mut format = cargo("fmt");
    format.args(["--all", "--check"]);
    // Cargo does not know these sources: they become part of the patched crates.
    let mut overlay = Command::new("rustfmt");
    overlay
        .args(["--check", "--edition", "2024"])
        .args(rustpython::overlay_sources()?);
    let mut build_tool = cargo("test");
    build_tool.args(["--quiet", "--package", BUILD_TOOL]);
    let mut others = patched::cargo("test")?;
    others
        .args(["--quiet", "--workspace", "--exclude", BUILD_TOOL])
        .args(["--lib", "--bins"]);
    Ok(vec![
        Part {
            name: "format of Rust",
            commands: vec![format, overlay],
        },
        Part {
            name: "lints of Rust (native)",
            commands: lints()?,
        },
        Part {
            name: "unit tests of Rust",
            commands: vec![build_tool, others],
        },
    ])
}

/// Clippy over all that is built natively. What steers a browser is built without the interpreter.
fn lints() -> Result<Vec<Command>> {
    let mut build_tool = cargo("clippy");
    build_tool.args(["--quiet", "--package", BUILD_TOOL, "--all-targets"]);
    let mut others = patched::cargo("clippy")?;
    others
        .args(["--quiet", "--workspace", "--exclude", BUILD_TOOL])
        .arg("--all-targets");
    let mut driving = cargo("clippy");
    driving
        .args(["--quiet", "--package", "garter"])
        .args(super::DRIVING)
        .args(["--test", "browser", "--bench", "peers"]);
    let mut all = vec![build_tool, others, driving];
    for command in &mut all {
        command.args(["--", "--deny", "warnings"]);
    }
    Ok(all)
}

fn of_scripts() -> Result<Vec<Part>> {
    types::write()?;
    Ok(vec![
        Part {
            name: "format and lints of scripts",
            commands: vec![scripts::lint()],
        },
        Part {
            name: "types of scripts",
            commands: vec![scripts::types()],
        },
        Part {
            name: "unit tests of scripts",
            commands: vec![scripts::test()?],
        },
    ])
}

/// Runs a part. What it says is printed at its end, for another part runs beside it: all of it where it
/// fails, otherwise the lines that sum it up.
fn check(Part { name, commands }: Part) -> Result<Report> {
    let started = Instant::now();
    let mut said = Vec::new();
    let mut is_passed = true;
    for mut command in commands {
        let Output {
            status,
            stdout,
            stderr,
        } = command
            .output()
            .with_context(|| format!("this does not start: {}", tool::line(&command)))?;
        let output = [stdout, stderr].map(|text| String::from_utf8_lossy(&text).into_owned());
        if status.success() {
            said.extend(closing(&output.concat()).map(str::to_owned));
        } else {
            is_passed = false;
            said.extend(output);
            said.push(format!("this failed ({status}): {}", tool::line(&command)));
        }
    }
    let took = started.elapsed();
    let said = said.join("\n");
    println!("== {name}, {:.1} s\n{said}", took.as_secs_f64());
    Ok(Report {
        name,
        took,
        is_passed,
    })
}

/// The lines in which test runners and linters sum up.
fn closing(output: &str) -> impl Iterator<Item = &str> {
    const BEGINNINGS: [&str; 4] = ["test result:", "Checked ", "ℹ pass ", "ℹ fail "];
    output
        .lines()
        .map(str::trim)
        .filter(|line| BEGINNINGS.iter().any(|start| line.starts_with(start)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(script: &str) -> Part {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        Part {
            name: "part",
            commands: vec![command],
        }
    }

    #[test]
    fn a_part_fails_with_any_of_its_programs() {
        let passes = |script| check(part(script)).expect("it starts").is_passed;
        assert!(passes("true"));
        assert!(!passes("false"));
        let mut both = part("false");
        both.commands.extend(part("true").commands);
        assert!(!check(both).expect("they start").is_passed);
    }

    #[test]
    fn of_what_passes_the_closing_lines_are_printed() {
        let output =
            "running 2 tests\n..\ntest result: ok. 2 passed\n\nℹ tests 3\nℹ pass 3\nℹ fail 0\n";
        let lines: Vec<_> = closing(output).collect();
        assert_eq!(lines, ["test result: ok. 2 passed", "ℹ pass 3", "ℹ fail 0"]);
    }
}
