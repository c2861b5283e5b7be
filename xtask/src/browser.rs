//! The browser that tests drive: Chromium with its driver.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, ChildStdout, Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::tool;

const BROWSERS: [&str; 4] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
];
const DRIVER: &str = "chromedriver";
const DEBIAN_PACKAGES: [&str; 2] = ["chromium", "chromium-driver"];

/// A running driver. It ends with this value.
pub struct Driver {
    /// The browser's program.
    pub browser: PathBuf,
    /// Where the driver listens.
    pub address: String,
    process: Child,
    /// Open as long as the driver runs: it may not survive a write to a closed pipe.
    _output: BufReader<ChildStdout>,
}

impl Driver {
    /// Finds the browser and starts its driver; installs both where that is possible.
    pub fn start() -> Result<Self> {
        if find().is_none() {
            install()?;
        }
        let (browser, driver) =
            find().context("Chromium was installed, but it is not on the PATH")?;
        // Port 0 lets the driver choose a free one, and it says which.
        let mut process = Command::new(driver)
            .arg("--port=0")
            .stdout(Stdio::piped())
            .spawn()
            .context("chromedriver does not start")?;
        let mut output = BufReader::new(process.stdout.take().expect("stdout is piped"));
        let port = port(&mut output)?;
        Ok(Self {
            browser,
            address: format!("http://127.0.0.1:{port}"),
            process,
            _output: output,
        })
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // A driver that has ended by itself cannot be killed, which is as good.
        drop(self.process.kill());
        drop(self.process.wait());
    }
}

fn find() -> Option<(PathBuf, PathBuf)> {
    let browser = BROWSERS.iter().find_map(|name| tool::find(name))?;
    Some((browser, tool::find(DRIVER)?))
}

fn install() -> Result<()> {
    let missing = "the browser tests need Chromium and its driver: install both, for example with \
                   'apt-get install chromium chromium-driver'";
    if !tool::is_there("apt-get") {
        bail!(missing);
    }
    println!("Installing {}", DEBIAN_PACKAGES.join(" and "));
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
    tool::run(apt_get().arg("update")).context(missing)?;
    tool::run(
        apt_get()
            .args(["install", "--no-install-recommends"])
            .args(DEBIAN_PACKAGES),
    )
    .context(missing)
}

fn is_root() -> bool {
    tool::output(Command::new("id").arg("--user")).is_ok_and(|id| id.trim_ascii() == b"0")
}

/// The port that the driver names in its first lines.
fn port(output: impl BufRead) -> Result<u16> {
    for line in output.lines() {
        if let Some(port) = line?
            .strip_prefix("ChromeDriver was started successfully on port ")
            .and_then(|rest| rest.trim_end_matches('.').parse().ok())
        {
            return Ok(port);
        }
    }
    bail!("chromedriver ended before it said where it listens")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_driver_says_where_it_listens() {
        let output = "Starting ChromeDriver 156.0 on port 0\n\
                      ChromeDriver was started successfully on port 38447.\n";
        assert_eq!(port(output.as_bytes()).expect("named"), 38447);
    }

    #[test]
    fn a_driver_that_ends_at_once_is_reported() {
        let error = port(&b"cannot bind\n"[..]).expect_err("no port");
        assert!(error.to_string().contains("ended before"), "{error}");
    }
}
