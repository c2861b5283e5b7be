//! The programs that tests run, and what they have to print.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

/// Where sessions at the console are, below `tests/`.
const CONSOLES: &str = "consoles";

/// Where the programs that readers can choose from are, seen from `tests/`.
const GALLERY: &str = "../examples/gallery";

/// A program with what `CPython` 3.14 does with it. See `tests/oracle/README.md`.
#[derive(Clone, Debug)]
pub struct Case {
    /// Its path below `tests/`, or below `examples/`.
    pub name: String,
    /// Whether `stdin` is a session at the console; then there is no source.
    pub is_console: bool,
    pub source: String,
    pub stdin: String,
    /// What lies beside it, by name.
    pub files: BTreeMap<String, String>,
    stdout: String,
    stderr: String,
    exit_code: i32,
    /// Why `RustPython` itself does not do the same.
    differs: Option<String>,
}

/// A task of HumanEval: a program that raises unless its answers are right.
#[derive(Clone, Debug)]
pub struct Task {
    pub name: String,
    pub source: String,
}

impl Case {
    /// Compares with what was recorded; the error shows both.
    pub fn check(&self, stdout: &str, stderr: &str, exit_code: i32) -> Result<(), String> {
        match (self.compare(stdout, stderr, exit_code), &self.differs) {
            (Err(_), Some(_)) => Ok(()),
            (Ok(()), Some(_)) => Err("it no longer differs: remove its .differs file".to_owned()),
            (result, None) => result,
        }
    }

    fn compare(&self, stdout: &str, stderr: &str, exit_code: i32) -> Result<(), String> {
        for (name, recorded, printed) in [
            ("stdout", &self.stdout, stdout),
            ("stderr", &self.stderr, stderr),
        ] {
            if without_library_lines(recorded) != without_library_lines(printed) {
                return Err(difference(name, recorded, printed));
            }
        }
        if self.exit_code != exit_code {
            return Err(format!(
                "exit code {exit_code}, CPython's is {}",
                self.exit_code
            ));
        }
        Ok(())
    }
}

impl Task {
    /// The program has to end well and to say nothing else than that.
    pub fn check(stdout: &str, stderr: &str) -> Result<(), String> {
        if stdout.ends_with("passed\n") && stderr.is_empty() {
            Ok(())
        } else {
            Err(format!("it printed\n{stdout}{stderr}"))
        }
    }
}

/// The text without the line numbers of the standard library: the oracle's is some releases apart.
fn without_library_lines(text: &str) -> String {
    text.lines()
        .map(|line| match line.split_once(", line ") {
            Some((file, rest)) if file.trim_start().starts_with("File \"/lib/python3.14/") => {
                let rest = rest.trim_start_matches(|char: char| char.is_ascii_digit());
                format!("{file}{rest}\n")
            }
            _ => format!("{line}\n"),
        })
        .collect()
}

fn difference(name: &str, recorded: &str, printed: &str) -> String {
    let line = recorded
        .lines()
        .zip(printed.lines())
        .take_while(|(recorded, printed)| recorded == printed)
        .count();
    format!(
        "{name} differs from line {} on.\n--- CPython 3.14 ---\n{recorded}\n--- Garter ---\n{printed}",
        line + 1
    )
}

/// All recorded programs, in order.
pub fn recorded() -> Vec<Case> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let mut paths = Vec::new();
    for folder in ["programs", "cases", CONSOLES, GALLERY] {
        collect(&tests.join(folder), &mut paths);
    }
    paths.sort();
    paths.iter().map(|path| case(&tests, path)).collect()
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the corpus is in the repository") {
        let path = entry.expect("an entry").path();
        if path
            .extension()
            .is_some_and(|extension| extension == "files")
        {
            // What lies beside a program is no program.
        } else if path.is_dir() {
            collect(&path, paths);
        } else if path.extension().is_some_and(|extension| extension == "py") {
            paths.push(path);
        }
    }
}

fn case(tests: &Path, path: &Path) -> Case {
    let sibling =
        |extension| fs::read_to_string(path.with_extension(extension)).unwrap_or_default();
    let path_below = path.strip_prefix(tests).expect("below tests/");
    let is_console = path_below.starts_with(CONSOLES);
    let text = fs::read_to_string(path).expect("a program");
    let (source, stdin) = if is_console {
        (String::new(), text)
    } else {
        (text, sibling("stdin"))
    };
    Case {
        name: path_below
            .to_string_lossy()
            .trim_start_matches("../examples/")
            .to_owned(),
        is_console,
        source,
        stdin,
        files: files_beside(path),
        stdout: sibling("stdout"),
        stderr: sibling("stderr"),
        exit_code: sibling("exit").trim().parse().unwrap_or(0),
        differs: Some(sibling("differs")).filter(|reason| !reason.is_empty()),
    }
}

/// The files in the folder that is named like the program.
fn files_beside(program: &Path) -> BTreeMap<String, String> {
    let Ok(folder) = fs::read_dir(program.with_extension("files")) else {
        return BTreeMap::new();
    };
    folder
        .map(|entry| {
            let entry = entry.expect("an entry");
            let text = fs::read_to_string(entry.path()).expect("a text");
            (entry.file_name().to_string_lossy().into_owned(), text)
        })
        .collect()
}

/// The tasks of HumanEval, which are not part of the repository.
pub fn human_eval() -> Vec<Task> {
    #[derive(Deserialize)]
    struct Line {
        task_id: String,
        prompt: String,
        canonical_solution: String,
        test: String,
        entry_point: String,
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpora/HumanEval.jsonl");
    let Ok(text) = fs::read_to_string(&path) else {
        println!("SKIPPED: HumanEval is not at {}", path.display());
        return Vec::new();
    };
    text.lines()
        .map(|line| {
            let task: Line = serde_json::from_str(line).expect("a task");
            Task {
                source: format!(
                    "{}{}\n{}\ncheck({})\nprint('passed')\n",
                    task.prompt, task.canonical_solution, task.test, task.entry_point
                ),
                name: task.task_id,
            }
        })
        .collect()
}
