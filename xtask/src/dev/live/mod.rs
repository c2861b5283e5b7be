//! `./garter serve --dev`: a site that is built anew when its sources change, and open pages that follow.
//!
//! | file | idea |
//! |---|---|
//! | `watch` | which sources have changed |
//! | `server` | the site, with scripts in its pages that belong to the server and never to `pkg/` |
//! | `reload.js` | loads a page again after a build, or shows why the build failed |
//! | `hook.js`, `debug.*` | the debug page: what goes to and fro, and what the controller has |
//! | `worker.js` | prints where a trap was, with the names of functions |

mod server;
pub mod watch;

use std::time::Instant;

use anyhow::Result;
use tokio::sync::watch::channel;

use self::server::Progress;
use self::watch::{Change, Watch};
use super::serve::Port;
use crate::interpreter::wasm::Edition;
use crate::site::{self, dev};
use crate::tool;

/// Serves the dev site, and builds it whenever sources have changed, until the program is interrupted.
///
/// # Errors
/// The port, or a folder that cannot be read. A build that fails is shown, and is no error.
pub fn serve(port: Port) -> Result<()> {
    tool::quote();
    dev::clear()?;
    let (progress, follow) = channel(Progress::default());
    let server = server::start(&site::folder_of(Edition::Dev), port, follow)?;
    println!(
        "Garter is at {0}, its debug page at {0}debug.html",
        server.address
    );
    let mut sources = Watch::of_site()?;
    let mut site: Option<dev::Site> = None;
    let mut change = Change::Sources;
    loop {
        progress.send_modify(Progress::begin);
        let started = Instant::now();
        let built = match (&site, change) {
            (Some(site), Change::Page) => site.bundle(),
            _ => dev::Site::build().map(|built| site = Some(built)),
        };
        match built {
            Ok(()) => {
                println!("Ready after {:.1} s", started.elapsed().as_secs_f64());
                progress.send_modify(Progress::succeed);
            }
            Err(error) => {
                let error = format!("{error:#}");
                // What the compiler has said stands above already.
                eprintln!("garter: {}", error.lines().next().unwrap_or_default());
                progress.send_modify(|progress| progress.fail(error));
                // The next build has to do what this one has not done.
                site = if change == Change::Page { site } else { None };
            }
        }
        change = sources.next()?;
    }
}
