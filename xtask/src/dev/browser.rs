//! The browsers that tests and benchmarks drive, each with its driver.

use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use super::display::Display;
use super::throttle::Throttle;
use crate::tool;

/// How long a driver may take until it listens, on a slow and busy machine.
const PATIENCE: Duration = Duration::from_secs(30);

/// A browser that can be driven.
pub struct Browser {
    name: &'static str,
    /// What its program may be called.
    programs: &'static [&'static str],
    driver: &'static str,
    /// What Debian calls the browser and, where it has one, the driver.
    packages: &'static [&'static str],
    /// The driver's package on crates.io, where Debian has none.
    crate_with_version: Option<&'static str>,
    /// Whether it has no mode without a display, and its driver chooses no port by itself.
    is_bare: bool,
    /// The environment variables that tell tests of the program and of its driver's address.
    pub variables: [&'static str; 2],
}

/// Chromium, or what is built from it.
pub const CHROMIUM: Browser = Browser {
    name: "Chromium",
    programs: &[
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
    ],
    driver: "chromedriver",
    packages: &["chromium", "chromium-driver"],
    crate_with_version: None,
    is_bare: false,
    variables: ["GARTER_CHROMIUM", "GARTER_CHROMIUM_DRIVER"],
};

/// Firefox.
pub const FIREFOX: Browser = Browser {
    name: "Firefox",
    programs: &["firefox-esr", "firefox"],
    driver: "geckodriver",
    packages: &["firefox-esr"],
    crate_with_version: Some("geckodriver@0.37.1"),
    is_bare: false,
    variables: ["GARTER_FIREFOX", "GARTER_FIREFOX_DRIVER"],
};

/// WebKit as GTK's applications have it: the engine of Safari.
pub const WEBKIT: Browser = Browser {
    name: "WebKit",
    // The driver knows where the system has put its browser, which is not on the PATH.
    programs: &["WebKitWebDriver"],
    driver: "WebKitWebDriver",
    packages: &["webkit2gtk-driver", "xvfb"],
    crate_with_version: None,
    is_bare: true,
    variables: ["GARTER_WEBKIT", "GARTER_WEBKIT_DRIVER"],
};

/// A running driver. It ends with this value.
pub struct Driver {
    /// What tests have to know: names and values of environment variables.
    pub environment: [(&'static str, String); 2],
    _throttle: Throttle,
    process: Child,
    /// Ends after the process that uses it.
    _display: Option<Display>,
    /// Open as long as the driver runs: it may not survive a write to a closed pipe.
    _output: BufReader<ChildStdout>,
}

impl Driver {
    /// Finds the browser and starts its driver; installs both where that is possible.
    pub fn start(browser: &Browser) -> Result<Self> {
        Self::start_slowed(browser, 1)
    }

    /// The same, with the browser so many times slower.
    pub fn start_slowed(browser: &Browser, times: u32) -> Result<Self> {
        let program = browser.program()?;
        let mut command = Command::new(browser.driver()?);
        command.stdout(Stdio::piped());
        let mut display = None;
        // Port 0 lets the driver choose a free one, and it says which.
        let mut port = 0;
        if browser.is_bare {
            port = free_port()?;
            command.envs(display.insert(browser.display()?).environment());
            // It takes its language from the locale. That of the C locale is "C", of which JavaScript's
            // Intl, and so Brython, wants to know nothing (WebKitGTK 2.50).
            command.env("LC_ALL", "en_US.UTF-8");
            if tool::is_root() {
                // WebKit's own sandbox refuses to work for root.
                command.env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
            }
        }
        let mut process = command
            .arg(format!("--port={port}"))
            .spawn()
            .with_context(|| format!("{} does not start", browser.driver))?;
        let mut output = BufReader::new(process.stdout.take().expect("stdout is piped"));
        if port == 0 {
            port = named_port(&mut output).with_context(|| browser.driver.to_owned())?;
        } else if let Err(error) = wait_for(port, &mut process) {
            drop(process.kill());
            drop(process.wait());
            return Err(error.context(browser.driver));
        }
        let [browser_variable, driver_variable] = browser.variables;
        Ok(Self {
            environment: [
                (browser_variable, program.to_string_lossy().into_owned()),
                (driver_variable, format!("http://127.0.0.1:{port}")),
            ],
            _throttle: Throttle::start(process.id(), times)?,
            process,
            _display: display,
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

impl Browser {
    fn program(&self) -> Result<PathBuf> {
        let find = || self.programs.iter().find_map(|name| tool::find(name));
        if let Some(program) = find() {
            return Ok(program);
        }
        self.install_packages()?;
        find().with_context(|| format!("{} was installed, but it is not on the PATH", self.name))
    }

    fn driver(&self) -> Result<PathBuf> {
        if let Some(driver) = tool::find(self.driver) {
            return Ok(driver);
        }
        let Some(package) = self.crate_with_version else {
            self.install_packages()?;
            return tool::find(self.driver).with_context(|| {
                format!("{} was installed, but it is not on the PATH", self.driver)
            });
        };
        tool::of_crate(self.driver, package, &[])
            .with_context(|| format!("the tests in {} need {}", self.name, self.driver))
    }

    /// A display of its own, which shows nothing to anybody.
    fn display(&self) -> Result<Display> {
        if !tool::is_there(Display::PROGRAM) {
            self.install_packages()?;
        }
        Display::start()
    }

    fn install_packages(&self) -> Result<()> {
        let why = format!("{} is driven by {}", self.name, self.driver);
        tool::install_packages(self.packages, &why)
    }
}

/// A port that is free, for a driver that wants to be told one.
fn free_port() -> Result<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    Ok(listener.local_addr()?.port())
}

/// Waits until a driver listens that does not say so.
fn wait_for(port: u16, process: &mut Child) -> Result<()> {
    let started = Instant::now();
    while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
        if let Some(status) = process.try_wait()? {
            bail!("the driver ended before it listened ({status})");
        }
        if started.elapsed() > PATIENCE {
            bail!("the driver does not listen after {} s", PATIENCE.as_secs());
        }
        thread::sleep(Duration::from_millis(20));
    }
    Ok(())
}

/// The port that the driver names in its first lines: chromedriver and geckodriver.
fn named_port(output: impl BufRead) -> Result<u16> {
    for line in output.lines() {
        let line = line?;
        let named = line
            .strip_prefix("ChromeDriver was started successfully on port ")
            .or_else(|| {
                line.split_once("Listening on 127.0.0.1:")
                    .map(|(_, port)| port)
            });
        if let Some(port) = named.and_then(|port| port.trim_end_matches('.').parse().ok()) {
            return Ok(port);
        }
    }
    bail!("the driver ended before it said where it listens")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drivers_say_where_they_listen() {
        for output in [
            "Starting ChromeDriver 156.0 on port 0\n\
             ChromeDriver was started successfully on port 38447.\n",
            "1795554321000\tgeckodriver\tINFO\tListening on 127.0.0.1:38447\n",
        ] {
            assert_eq!(named_port(output.as_bytes()).expect("named"), 38447);
        }
    }

    #[test]
    fn a_driver_that_ends_at_once_is_reported() {
        let error = named_port(&b"cannot bind\n"[..]).expect_err("no port");
        assert!(error.to_string().contains("ended before"), "{error}");
        let mut process = Command::new("false").spawn().expect("it starts");
        let port = free_port().expect("a port");
        let error = wait_for(port, &mut process).expect_err("nobody listens");
        assert!(error.to_string().contains("ended before"), "{error}");
    }
}
