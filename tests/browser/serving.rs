//! What a reader sees when the server does not have everything.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use libtest_mimic::Trial;
use tokio::net::{TcpListener, TcpStream};

use crate::page::{Browser, expect, expect_part};
use crate::reply;

/// A server of `pkg/` whose files can be damaged.
struct Server {
    url: String,
    /// Instead of which content, by the beginning of the file's name.
    damaged: Arc<Mutex<HashMap<&'static str, Damage>>>,
}

#[derive(Clone, Copy)]
enum Damage {
    Missing,
    CutShort,
}

impl Server {
    async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("http://{}/", listener.local_addr().expect("an address"));
        let damaged = Arc::new(Mutex::new(HashMap::new()));
        let state = Arc::clone(&damaged);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(answer(stream, Arc::clone(&state)));
            }
        });
        Self { url, damaged }
    }

    fn damage(&self, file: &'static str, damage: Damage) {
        self.damaged.lock().expect("no panic").insert(file, damage);
    }

    fn repair(&self) {
        self.damaged.lock().expect("no panic").clear();
    }
}

async fn answer(mut stream: TcpStream, damaged: Arc<Mutex<HashMap<&'static str, Damage>>>) {
    let path = reply::path_asked(&mut stream).await;
    let name = path.rsplit('/').next().unwrap_or(&path);
    let damage = damaged
        .lock()
        .expect("no panic")
        .iter()
        .find_map(|(file, damage)| name.starts_with(file).then_some(*damage));
    let content = match (damage, fs::read(package().join(&path))) {
        (None, Ok(content)) => Some(content),
        (Some(Damage::CutShort), Ok(content)) => Some(content[..content.len() / 2].to_vec()),
        _ => None,
    };
    reply::send(stream, content, reply::type_of(&path), "").await;
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
            let how = match damage {
                Damage::Missing => "missing",
                Damage::CutShort => "cut_short",
            };
            let name = format!("{file}_{how}_is_named_and_retry_works");
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
