//! Other tools with Garter in them: their samples, built for the tests by the tools themselves.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use super::packages;
use super::python::python;
use crate::{files, root, tool};

/// A folder of `integrations/` with a sample in it.
struct Sample {
    name: &'static str,
    /// Makes sure that the tool is there.
    install: fn() -> Result<()>,
    /// What builds the sample into a folder of this name in [`folder`].
    steps: fn() -> Result<Vec<Command>>,
}

const SAMPLES: [Sample; 4] = [
    Sample {
        name: "mdbook",
        install: || mdbook().map(drop),
        steps: mdbook_steps,
    },
    Sample {
        name: "mkdocs",
        install: || python().map(drop),
        steps: mkdocs_steps,
    },
    Sample {
        name: "sphinx",
        install: || python().map(drop),
        steps: sphinx_steps,
    },
    Sample {
        name: "vite",
        install: install_vite,
        steps: vite_steps,
    },
];

/// Where the samples are built, each in a folder of its name, with what its tool said beside it.
pub fn folder() -> PathBuf {
    root().join("target/integrations")
}

/// Builds the samples. One whose tool cannot be installed here is left out, which is said.
pub fn build() -> Result<()> {
    for sample in &SAMPLES {
        let stamp = files::stamp(&[
            &root().join("integrations"),
            &root().join("target/site"),
            &root().join("xtask/src"),
        ])?;
        let target = folder().join(sample.name);
        if stamp.is_current(&target) {
            continue;
        }
        if target.exists() {
            fs::remove_dir_all(&target)?;
        }
        if let Err(error) = (sample.install)() {
            println!(
                "SKIPPED: the sample of {}, whose tool is not here: {error:#}",
                sample.name
            );
            continue;
        }
        println!("Building the sample of {}", sample.name);
        let mut log = Vec::new();
        for mut step in (sample.steps)()? {
            log.extend(tool::captured(&mut step)?);
        }
        fs::write(folder().join(format!("{}.log", sample.name)), log)?;
        stamp.write(&target)?;
    }
    Ok(())
}

fn source(name: &str) -> PathBuf {
    root().join("integrations").join(name)
}

const MDBOOK: &str = "mdbook@0.5.4";

/// mdBook; built where it is missing, in its simplest form, which takes a minute.
pub fn mdbook() -> Result<PathBuf> {
    tool::of_crate(
        "mdbook",
        MDBOOK,
        &["--debug", "--no-default-features", "--features", "search"],
    )
}

/// What builds a book in which Garter's preprocessor is used.
pub fn mdbook_build(book: &Path) -> Result<Command> {
    tool::run(Command::new(tool::cargo()).current_dir(root()).args([
        "build",
        "--quiet",
        "--package",
        "mdbook-garter",
    ]))?;
    let ours = root().join("target/debug");
    let path = env::var_os("PATH").unwrap_or_default();
    let path = env::join_paths([ours].into_iter().chain(env::split_paths(&path)))?;
    let mut command = Command::new(mdbook()?);
    command.arg("build").arg(book).env("PATH", path);
    Ok(command)
}

fn mdbook_steps() -> Result<Vec<Command>> {
    // In a copy: Garter's files are copied into a book's source.
    let book = folder().join("mdbook");
    files::copy(&source("mdbook/sample"), &book)?;
    Ok(vec![mdbook_build(&book)?])
}

/// Installs one of our packages from PyPI as it would come from there.
fn install_ours(name: &str) -> Result<Command> {
    let mut command = Command::new(python()?);
    command
        .args([
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
        ])
        .args(["--no-build-isolation", "--no-deps", "--force-reinstall"])
        .arg(packages::python_source(name)?);
    Ok(command)
}

fn mkdocs_steps() -> Result<Vec<Command>> {
    let mut build = Command::new(python()?);
    build
        .args(["-m", "mkdocs", "build", "--config-file"])
        .arg(source("mkdocs/sample/mkdocs.yml"))
        .arg("--site-dir")
        .arg(folder().join("mkdocs"));
    Ok(vec![install_ours("mkdocs")?, build])
}

fn sphinx_steps() -> Result<Vec<Command>> {
    let mut build = Command::new(python()?);
    build
        .args([
            "-m",
            "sphinx",
            "--quiet",
            // What was read before is not read again, and its mistakes are not told.
            "--fresh-env",
            "--write-all",
            "--builder",
            "html",
            "--doctree-dir",
        ])
        .arg(folder().join("doctrees"))
        .arg(source("sphinx/sample"))
        .arg(folder().join("sphinx"));
    Ok(vec![install_ours("sphinx")?, build])
}

fn install_vite() -> Result<()> {
    let project = folder().join("vite");
    files::copy(&source("vite"), &project)?;
    tool::run(npm(&project).args(["ci", "--silent", "--no-audit", "--no-fund"]))
}

fn vite_steps() -> Result<Vec<Command>> {
    let project = folder().join("vite");
    let mut install = npm(&project);
    install
        .args([
            "install",
            "--no-save",
            "--silent",
            "--no-audit",
            "--no-fund",
        ])
        .arg(packages::npm()?);
    let mut build = npm(&project);
    // The test serves it from a folder of a server.
    build.args(["run", "build", "--", "--base", "./"]);
    Ok(vec![install, build])
}

fn npm(project: &Path) -> Command {
    let mut command = Command::new("npm");
    command.current_dir(project);
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the plug-ins for Python's tools do with a setting, in a copy that came without Garter's files.
    const ASSETS: &str = "
import sys
from pathlib import Path
from assets import AssetError, Assets

folder = Path(sys.argv[1])
(folder / 'pkg').mkdir(parents=True)
(folder / 'pkg' / 'snippet.js').write_text('1')
(folder / 'pkg' / 'files.json').write_text('[\"snippet.js\"]')
Assets('pkg', folder).copy_to(folder / 'site')
print((folder / 'site' / 'garter' / 'snippet.js').read_text())
print(Assets('https://example.org/garter/', folder).script())
for setting in (None, 'nothing'):
    try:
        Assets(setting, folder)
    except AssetError as error:
        print(error)
";

    #[test]
    fn a_plug_in_without_garters_files_takes_a_folder_or_says_what_to_do() {
        let folder = env::temp_dir().join(format!("garter-assets-{}", std::process::id()));
        let ran = Command::new("python3")
            .args(["-B", "-c", ASSETS])
            .arg(&folder)
            .env("PYTHONPATH", source("python"))
            .output();
        let Ok(ran) = ran else {
            println!("SKIPPED: there is no python3");
            return;
        };
        fs::remove_dir_all(&folder).expect("it was there");
        let said = String::from_utf8_lossy(&ran.stdout);
        let lines: Vec<&str> = said.lines().collect();
        let [copied, address, bare, wrong] = lines[..] else {
            panic!("{said}{}", String::from_utf8_lossy(&ran.stderr));
        };
        assert_eq!(copied, "1");
        assert_eq!(address, "https://example.org/garter/snippet.js");
        assert!(bare.starts_with("no folder is given"), "{bare}");
        assert!(
            wrong.contains("nothing/files.json, so 'nothing' is not"),
            "{wrong}"
        );
        for error in [bare, wrong] {
            for way in [
                "./garter build",
                "./garter package",
                "target/packages/",
                "address",
            ] {
                assert!(error.contains(way), "{error}");
            }
        }
    }

    /// Takes the samples apart as the plug-ins for Python's tools do, and compares with what is in them.
    const EXERCISES: &str = "
import json
import sys
from pathlib import Path
from plug_in.exercise import split

for file in sorted(Path(sys.argv[1]).glob('*.md')):
    exercise, mistakes = split(file.read_bytes().decode())
    sample = json.loads(file.with_suffix('.json').read_text('utf-8'))
    assert not mistakes, mistakes
    assert exercise.front_matter == sample['frontMatter']['text'], exercise.front_matter
    assert exercise.task == sample['task'], exercise.task
    blocks = [{name: block[name] for name in ('name', 'language', 'argument', 'text')} for block in sample['blocks']]
    assert [vars(block) for block in exercise.blocks] == blocks, exercise.blocks
    print(file.name)
for source in ('Text', '---\\nid: a', '---\\nid: a\\n---\\n```python tests\\n``'):
    print(*split(source)[1])
";

    #[test]
    fn plug_ins_in_python_take_exercises_apart_as_a_page_does() {
        let folder = env::temp_dir().join(format!("garter-exercises-{}", std::process::id()));
        let module = folder.join("plug_in");
        fs::create_dir_all(&module).expect("a folder");
        fs::write(module.join("__init__.py"), "").expect("a file");
        for (from, to) in [
            ("python/exercise.py", "exercise.py"),
            ("exercise.json", "exercise.json"),
        ] {
            fs::copy(source(from), module.join(to)).expect("a copy");
        }
        let ran = Command::new("python3")
            .args(["-B", "-c", EXERCISES])
            .arg(root().join("tests/exercises/good"))
            .env("PYTHONPATH", &folder)
            .output();
        fs::remove_dir_all(&folder).expect("it was there");
        let Ok(ran) = ran else {
            println!("SKIPPED: there is no python3");
            return;
        };
        let said = String::from_utf8_lossy(&ran.stdout);
        let lines: Vec<&str> = said.lines().collect();
        let [.., bare, open, block] = lines[..] else {
            panic!("{said}{}", String::from_utf8_lossy(&ran.stderr));
        };
        assert!(
            lines.len() >= 11,
            "{said}{}",
            String::from_utf8_lossy(&ran.stderr)
        );
        assert!(
            bare.contains("an exercise begins with a line of ---"),
            "{bare}"
        );
        assert!(open.contains("has no second line of ---"), "{open}");
        assert!(
            block.starts_with("(4, 'the block tests begins here"),
            "{block}"
        );
    }
}
