//! Running other programs.

use std::env;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::{Context, Result, bail};

use crate::root;

/// The cargo that runs this program.
pub fn cargo() -> String {
    env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned())
}

/// Whether errors of [`run`] hold what the program has said.
static QUOTES: AtomicBool = AtomicBool::new(false);

/// From now on, errors of [`run`] hold what the program has written to stderr, besides that it appears
/// there: for whoever shows errors elsewhere.
pub fn quote() {
    QUOTES.store(true, Ordering::Relaxed);
}

/// Runs a program to its end.
pub fn run(command: &mut Command) -> Result<()> {
    let name = command.get_program().to_string_lossy().into_owned();
    let starts = || format!("{name} does not start");
    let (status, said) = if QUOTES.load(Ordering::Relaxed) {
        let mut process = command
            .stderr(Stdio::piped())
            .spawn()
            .with_context(starts)?;
        let stderr = BufReader::new(process.stderr.take().expect("stderr is piped"));
        let mut said = Vec::new();
        for line in stderr.lines() {
            let line = line?;
            eprintln!("{line}");
            said.push(line);
        }
        (process.wait()?, said.join("\n"))
    } else {
        (command.status().with_context(starts)?, String::new())
    };
    if !status.success() {
        let said = Some(said).filter(|said| !said.is_empty());
        let said = said.map(|said| format!("\n{said}")).unwrap_or_default();
        bail!("this failed ({status}): {}{said}", line(command));
    }
    Ok(())
}

/// A command as it is typed.
pub fn line(command: &Command) -> String {
    let words: Vec<_> = [command.get_program()]
        .into_iter()
        .chain(command.get_args())
        .map(|word| word.to_string_lossy())
        .collect();
    words.join(" ")
}

/// Runs a program and returns what it prints.
pub fn output(command: &mut Command) -> Result<Vec<u8>> {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("{name} does not start"))?;
    if !output.status.success() {
        bail!("{name} failed ({})", output.status);
    }
    Ok(output.stdout)
}

/// Runs a program without showing what it prints, and returns that, errors as well.
pub fn captured(command: &mut Command) -> Result<Vec<u8>> {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command
        .stdin(Stdio::null())
        .output()
        .with_context(|| format!("{name} does not start"))?;
    let printed = [output.stdout, output.stderr].concat();
    if !output.status.success() {
        bail!("{name} failed:\n{}", String::from_utf8_lossy(&printed));
    }
    Ok(printed)
}

/// Where a program of this name is, if it is on the PATH.
pub fn find(name: &str) -> Option<PathBuf> {
    let folders = env::var_os("PATH")?;
    env::split_paths(&folders)
        .map(|folder| folder.join(name))
        .find(|path| path.is_file())
}

/// Whether a program of this name is on the PATH.
pub fn is_there(name: &str) -> bool {
    find(name).is_some()
}

/// A program of a crate: from the PATH, or built into `target/tools` with these arguments.
pub fn of_crate(name: &str, package: &str, arguments: &[&str]) -> Result<PathBuf> {
    if let Some(program) = find(name) {
        return Ok(program);
    }
    let folder = root().join("target/tools");
    let program = folder.join("bin").join(name);
    if !program.exists() {
        println!("Building {package} (this takes minutes)");
        run(Command::new(cargo())
            .args(["install", "--quiet", "--locked", package, "--root"])
            .arg(&folder)
            .args(arguments))
        .with_context(|| format!("put {name} on the PATH, or check the connection to crates.io"))?;
    }
    Ok(program)
}

/// Installs packages of Debian; `why` says who needs them.
pub fn install_packages(packages: &[&str], why: &str) -> Result<()> {
    let names = packages.join(" ");
    let missing =
        format!("{why}: install what is missing, for example with 'apt-get install {names}'");
    if !is_there("apt-get") {
        bail!(missing);
    }
    println!("Installing {names}");
    let apt_get = || {
        let mut command = if is_root() {
            Command::new("apt-get")
        } else {
            let mut command = Command::new("sudo");
            command.args(["--non-interactive", "apt-get"]);
            command
        };
        command.args(["--quiet", "--yes"]);
        command
    };
    run(apt_get().arg("update")).context(missing.clone())?;
    run(apt_get()
        .args(["install", "--no-install-recommends"])
        .args(packages))
    .context(missing)
}

/// Whether this is root, for whom some programs have rules of their own.
pub fn is_root() -> bool {
    output(Command::new("id").arg("--user")).is_ok_and(|id| id.trim_ascii() == b"0")
}
