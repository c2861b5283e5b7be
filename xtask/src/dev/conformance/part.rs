//! The part of `CPython`'s tests that `./garter test` runs: `tests/conformance/part.txt`, which holds the modules that
//! were chosen and, of each, the methods that have passed in both engines.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;

use anyhow::{Context, Result, bail, ensure};

use super::engine::Engine;
use super::modules::{Module, at_once, jobs};
use super::outcome::Kind;
use super::process::Processes;
use super::stage;
use crate::{root, tool};

const FILE: &str = "tests/conformance/part.txt";

/// The methods of each module, in the order of the file.
#[derive(Debug, PartialEq, Eq)]
struct Part {
    /// What is said about the file.
    head: String,
    modules: Vec<(String, Vec<String>)>,
}

impl Part {
    fn read() -> Result<Self> {
        let text =
            fs::read_to_string(root().join(FILE)).with_context(|| format!("cannot read {FILE}"))?;
        Self::parse(&text)
    }

    /// A line is a module, or, indented, a class and its methods.
    fn parse(text: &str) -> Result<Self> {
        let (head, text) = text
            .split_once("\n\n")
            .context("it begins with what it is")?;
        let mut modules: Vec<(String, Vec<String>)> = Vec::new();
        for line in text.lines().filter(|line| !line.is_empty()) {
            let Some(methods) = line.strip_prefix("    ") else {
                modules.push((line.trim().to_owned(), Vec::new()));
                continue;
            };
            let (class, methods) = methods
                .split_once(": ")
                .with_context(|| format!("{FILE}: {line}"))?;
            let (_, all) = modules
                .last_mut()
                .with_context(|| format!("{FILE}: {line} is of no module"))?;
            all.extend(methods.split(' ').map(|method| format!("{class}.{method}")));
        }
        Ok(Self {
            head: head.to_owned(),
            modules,
        })
    }

    fn text(&self) -> String {
        let mut text = format!("{}\n\n", self.head);
        for (module, methods) in &self.modules {
            let mut classes = BTreeMap::<_, Vec<_>>::new();
            for (class, method) in methods.iter().filter_map(|name| name.rsplit_once('.')) {
                classes.entry(class).or_default().push(method);
            }
            writeln!(text, "{module}").expect("a text takes everything");
            for (class, methods) in classes {
                writeln!(text, "    {class}: {}", methods.join(" "))
                    .expect("a text takes everything");
            }
        }
        text
    }
}

/// Notes which methods of the chosen modules pass in both.
///
/// # Errors
/// A module that is chosen is not there.
pub fn record(run: &[Module]) -> Result<()> {
    let mut part = Part::read()?;
    for (name, methods) in &mut part.modules {
        let module = run.iter().find(|module| module.name == *name);
        let module = module.with_context(|| format!("{FILE}: there is no module {name}"))?;
        *methods = module.here.passed();
        // The file separates methods by blanks.
        methods.retain(|method| method.contains('.') && !method.contains(char::is_whitespace));
    }
    fs::write(root().join(FILE), part.text()).with_context(|| format!("cannot write {FILE}"))
}

/// Runs the part; every method in it has to pass.
///
/// # Errors
/// Names the methods that do not.
pub fn check() -> Result<()> {
    if !stage::is_there() && !tool::is_there("apt-get") {
        println!(
            "CPython's tests are skipped: {} is not there, and only Debian and its kin have a package of it",
            stage::ORIGINAL
        );
        return Ok(());
    }
    stage::install()?;
    let part = Part::read()?;
    let count: usize = part.modules.iter().map(|(_, methods)| methods.len()).sum();
    ensure!(count > 0, "{FILE} holds no methods");
    let garter = Processes::of(Engine::Garter);
    let results = at_once(part.modules, jobs(None), |(module, methods)| {
        let results = garter.results(&module, &stage::folder(&module)?, Some(&methods))?;
        Ok((module, results))
    })?;
    let mut complaints = String::new();
    for (module, results) in results {
        for (method, outcome) in &results.methods {
            if outcome.kind != Kind::Passed {
                writeln!(complaints, "{module}.{method}: {}", outcome.text)?;
            }
        }
    }
    if !complaints.is_empty() {
        bail!("methods of CPython's tests that have passed do not pass any more\n{complaints}");
    }
    println!("{count} methods of CPython's tests pass");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_what_is_read() {
        let text = "# About\n\ntest_a\n    A: test_b test_c\n    D.E: test_f\ntest_g.test_h\n    I: test_j\n";
        let part = Part::parse(text).expect("it is right");
        assert_eq!(part.modules[0].1, ["A.test_b", "A.test_c", "D.E.test_f"]);
        assert_eq!(part.text(), text);
    }
}
