//! Every sample of Python in the book and in the README runs and ends well, or with the error that is
//! announced above it: `<!-- raises: NameError -->`.

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use garter::protocol::{Program, Status};
use libtest_mimic::{Arguments, Failed, Trial};

/// A fence with Python in it.
struct Sample {
    /// The file, and the line where the code begins.
    name: String,
    /// What stands after the fence's language.
    attributes: String,
    raises: Option<String>,
    source: String,
}

impl Sample {
    /// An attribute's value, as mdbook-garter understands it.
    fn attribute(&self, name: &str) -> Option<String> {
        let (_, rest) = self.attributes.split_once(&format!("{name}=\""))?;
        let (value, _) = rest.split_once('"')?;
        Some(value.replace("\\n", "\n"))
    }

    fn check(&self) -> Result<(), Failed> {
        let run = support::run(Program {
            stdin: self.attribute("stdin").unwrap_or_default(),
            ..support::program(&self.source)
        });
        let raised = run.outcome.error.map(|error| error.kind);
        if raised != self.raises {
            return Err(format!("it raised {raised:?}\n{}", run.stderr).into());
        }
        if self.raises.is_none() && run.outcome.status != Status::Ok {
            return Err(format!("it ended with {:?}", run.outcome.status).into());
        }
        match self.attribute("expect") {
            Some(expected) if expected.trim() != run.stdout.trim() => {
                Err(format!("expected {expected:?}, printed {:?}", run.stdout).into())
            }
            _ => Ok(()),
        }
    }
}

fn main() {
    let arguments = Arguments::from_args();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = vec![root.join("README.md")];
    collect(&root.join("docs/book/src"), &mut files);
    let trials = files
        .iter()
        .flat_map(|file| samples(root, file))
        .map(|sample| Trial::test(sample.name.clone(), move || sample.check()))
        .collect();
    libtest_mimic::run(&arguments, trials).exit();
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the book is in the repository") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "md") {
            files.push(path);
        }
    }
}

/// The samples of a page, which may stand in lists.
fn samples(root: &Path, file: &Path) -> Vec<Sample> {
    let text = fs::read_to_string(file).expect("a page");
    let path = file.strip_prefix(root).expect("below the root").display();
    let mut samples = Vec::new();
    let mut raises = None;
    let mut lines = text.lines().enumerate();
    while let Some((number, line)) = lines.next() {
        let start = line.trim_start();
        let margin = line.len() - start.len();
        if let Some(comment) = start.strip_prefix("<!-- raises: ") {
            raises = comment.strip_suffix(" -->").map(str::to_owned);
        } else if let Some(attributes) = start.strip_prefix("```python") {
            let code = lines.by_ref().map(|(_, line)| line);
            let code = code.take_while(|line| line.trim() != "```");
            let source = code
                .flat_map(|line| [line.get(margin..).unwrap_or(""), "\n"])
                .collect();
            samples.push(Sample {
                name: format!("{path}:{}", number + 2),
                attributes: attributes.to_owned(),
                raises: raises.take(),
                source,
            });
        } else if start.starts_with("````") {
            // A longer fence shows fences: what lies in it is a text, not a program.
            let longer = start.len() - start.trim_start_matches('`').len();
            let end = "`".repeat(longer);
            lines.by_ref().find(|(_, line)| line.trim() == end);
        } else if !start.is_empty() {
            raises = None;
        }
    }
    samples
}
