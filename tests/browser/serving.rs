//! What a reader sees when the server does not have everything.

use std::collections::HashMap;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use libtest_mimic::{Failed, Trial};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;

use crate::page::{Browser, expect, expect_part};
use crate::reply;

/// A server of `pkg/` whose files can be damaged.
pub struct Server {
    pub url: String,
    /// Instead of which content, by the beginning of the file's name.
    damaged: Arc<watch::Sender<HashMap<&'static str, Damage>>>,
    /// The names of the files that were asked for.
    asked: Arc<watch::Sender<Vec<String>>>,
}

#[derive(Clone, Copy, PartialEq)]
pub enum Damage {
    Missing,
    CutShort,
    /// It is on its way until it is repaired.
    HeldBack,
    /// The interpreter's parts are those of another build.
    OfAnotherBuild,
}

/// What can happen to a part of the interpreter, and what is said of it.
pub const DAMAGE_OF_PARTS: [(Damage, &str); 3] = [
    (Damage::Missing, "is missing on the server (404)"),
    (Damage::CutShort, "is cut short"),
    (Damage::OfAnotherBuild, "belongs to another build"),
];

impl Damage {
    /// How names of tests call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::CutShort => "cut_short",
            Self::HeldBack => "held_back",
            Self::OfAnotherBuild => "of_another_build",
        }
    }
}

impl Server {
    pub async fn start() -> Self {
        Self::of(package()).await
    }

    /// The same for the build that stands for an older browser.
    ///
    /// # Errors
    /// If `./garter test` has not made it.
    pub async fn start_older() -> Result<Self, Failed> {
        Ok(Self::of(env::var("GARTER_FOLDER_OLDER")?.into()).await)
    }

    async fn of(folder: PathBuf) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("http://{}/", listener.local_addr().expect("an address"));
        let damaged = Arc::new(watch::Sender::new(HashMap::new()));
        let asked = Arc::new(watch::Sender::new(Vec::new()));
        let state = (Arc::clone(&damaged), Arc::clone(&asked));
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (damaged, asked) = state.clone();
                tokio::spawn(answer(stream, folder.clone(), damaged, asked));
            }
        });
        Self {
            url,
            damaged,
            asked,
        }
    }

    /// Returns when a file whose name begins so was asked for.
    pub async fn until_asked(&self, file: &str) {
        let is_asked = |names: &Vec<String>| names.iter().any(|name| name.starts_with(file));
        let mut names = self.asked.subscribe();
        let asked = names.wait_for(is_asked).await.is_ok();
        assert!(asked, "the server lives as long");
    }

    pub fn damage(&self, file: &'static str, damage: Damage) {
        self.damaged.send_modify(|files| {
            files.insert(file, damage);
        });
    }

    pub fn repair(&self) {
        self.damaged.send_modify(HashMap::clear);
    }
}

async fn answer(
    mut stream: TcpStream,
    folder: PathBuf,
    damaged: Arc<watch::Sender<HashMap<&'static str, Damage>>>,
    asked: Arc<watch::Sender<Vec<String>>>,
) {
    let path = reply::path_asked(&mut stream).await;
    let name = path.rsplit('/').next().unwrap_or(&path);
    asked.send_modify(|names| names.push(name.to_owned()));
    let find = |files: &HashMap<&str, Damage>| {
        files
            .iter()
            .find_map(|(file, damage)| name.starts_with(file).then_some(*damage))
    };
    let mut state = damaged.subscribe();
    let damage = state
        .wait_for(|files| find(files) != Some(Damage::HeldBack))
        .await
        .map_or(None, |files| find(&files));
    let content = match (damage, fs::read(folder.join(&path))) {
        (None, Ok(content)) => Some(content),
        (Some(Damage::CutShort), Ok(content)) => Some(content[..content.len() / 2].to_vec()),
        (Some(Damage::OfAnotherBuild), Ok(content)) => Some(of_another_build(content)),
        _ => None,
    };
    reply::send(stream, content, reply::type_of(&path), "").await;
}

/// The same module, with another mark.
fn of_another_build(mut content: Vec<u8>) -> Vec<u8> {
    let mark = b"build:";
    let at = content
        .windows(mark.len())
        .position(|bytes| bytes == mark)
        .expect("a part of the interpreter has a mark");
    content[at + mark.len()] ^= 1;
    content
}

fn package() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("pkg")
}

/// A file, what is wrong with it, and what a reader is told.
const CASES: [(&str, Damage, &str); 4] = [
    (
        "interpreter",
        Damage::Missing,
        "is missing on the server (404)",
    ),
    ("interpreter", Damage::CutShort, "is cut short"),
    ("core", Damage::Missing, "is missing on the server (404)"),
    ("core", Damage::CutShort, "is cut short"),
];

pub fn trials(browser: &Browser) -> Vec<Trial> {
    CASES
        .into_iter()
        .map(|(file, damage, says)| {
            let name = format!("{file}_{}_is_named_and_retry_works", damage.name());
            browser.bare_trial(&name, move |mut page| async move {
                let server = Server::start().await;
                server.damage(file, damage);
                page.url.clone_from(&server.url);
                page.open("").await?;
                let told = if file == "interpreter" {
                    page.until("document.documentElement.dataset.garter === 'broken'")
                        .await?;
                    page.text("#status").await?
                } else {
                    // Only a program that needs it hears of it.
                    page.be_ready().await?;
                    page.type_program("import random\nprint('here')").await?;
                    page.click("#run").await?;
                    expect(page.status_after_run().await?, "exception")?;
                    page.text("#output").await?
                };
                expect_part(&told, &format!("assets/{file}-"))?;
                expect_part(&told, says)?;
                server.repair();
                if file == "interpreter" {
                    page.click("#retry").await?;
                    page.be_ready().await?;
                    page.type_program("print('here')").await?;
                }
                page.click("#run").await?;
                expect(page.status_after_run().await?, "ok")?;
                expect(page.text("#output").await?, "here\n")
            })
        })
        .collect()
}
