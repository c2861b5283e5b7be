//! What `./garter pack` writes, opened as somebody would who has got it: from a disk, without a server.

use std::env;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

use libtest_mimic::{Failed, Trial};
use serde_json::Value;
use zip::ZipArchive;

use crate::page::{Browser, Checked, Page, expect, expect_part};

const ENTER: &str = "\u{e007}";

/// A program that needs everything: the parts of the interpreter, the library's core and rest, names of characters, and,
/// for its traceback, the library's sources.
const EVERYTHING: &str = "\
import bz2, random, decimal, wave, xml.etree.ElementTree
print(bz2.decompress(bz2.compress(b'abc')), xml.etree.ElementTree.fromstring('<a/>').tag)
print(input('? '), decimal.Decimal(1) / 8, '\\N{SNAKE}')
print(len.__doc__)
wave.open('none', 'x')
";

/// Where what was packed is.
fn packed() -> Result<PathBuf, Failed> {
    Ok(env::var("GARTER_PACKED")?.into())
}

/// Unpacks an archive as people do, and returns the folder that was in it.
fn unpacked(archive: &str) -> Result<PathBuf, Failed> {
    let target = packed()?.join("unpacked").join(archive);
    if !target.exists() {
        fs::create_dir_all(&target)?;
        let archive = packed()?.join(archive);
        if archive
            .extension()
            .is_some_and(|extension| extension == "zip")
        {
            // Not every system has a program for these.
            ZipArchive::new(File::open(archive)?)?.extract(&target)?;
        } else {
            let mut command = Command::new("tar");
            command.arg("-xzf").arg(&archive).arg("-C").arg(&target);
            expect(command.status()?.success(), true)?;
        }
    }
    Ok(target.join("garter"))
}

async fn open(page: &Page, file: &Path) -> Checked {
    page.open_elsewhere(&format!("file://{}", file.display()))
        .await?;
    page.be_ready().await
}

/// Empties what pages from the disk keep: some browsers share it among all of them.
const FORGET: &str = "
    localStorage.clear();
    await new Promise((resolve, reject) => {
      const request = indexedDB.open('garter');
      request.onerror = () => reject(request.error);
      request.onsuccess = () => {
        const database = request.result;
        const stores = [...database.objectStoreNames];
        const emptying = database.transaction(stores, 'readwrite');
        for (const store of stores) emptying.objectStore(store).clear();
        emptying.onerror = () => reject(emptying.error);
        emptying.oncomplete = () => {
          database.close();
          resolve();
        };
      };
    });";

/// Opens a page from the disk as if for the first time.
async fn open_fresh(page: &Page, file: &Path) -> Checked {
    open(page, file).await?;
    page.script_with::<()>(FORGET, &Value::Null).await?;
    page.open_elsewhere("about:blank").await?;
    open(page, file).await
}

/// Does what somebody does with the playground: runs, answers, stops, opens the console and an example.
async fn use_everything(page: &Page) -> Checked {
    page.type_program(EVERYTHING).await?;
    page.click("#run").await?;
    page.until("document.querySelector('.input')").await?;
    page.press(".input", &format!("Ann{ENTER}")).await?;
    expect(page.status_after_run().await?, "exception")?;
    let output = page.text("#output").await?;
    expect_part(&output, "b'abc' a\n")?;
    expect_part(&output, "Ann 0.125 \u{1f40d}\nReturn the number of items")?;
    expect_part(&output, "raise Error(")?;

    page.type_program("print('\u{5b89}')\nwhile True: pass")
        .await?;
    page.click("#run").await?;
    page.until("document.getElementById('output').textContent.includes('\u{5b89}')")
        .await?;
    page.click("#stop").await?;
    expect(page.status_after_run().await?, "stopped")?;

    page.click("#console").await?;
    page.until("document.querySelector('.input')").await?;
    page.press(".input", &format!("6 * 7{ENTER}")).await?;
    page.until("document.getElementById('output').textContent.includes('42')")
        .await?;

    page.click("#examples").await?;
    page.until("document.querySelector('.gallery [data-path]')")
        .await?;
    page.click("[data-path='text/letter_bars']").await?;
    // It is a project of its own.
    page.until("document.getElementById('project-name').textContent === 'Letters as bars'")
        .await?;
    page.click("#run").await?;
    expect(page.status_after_run().await?, "ok")?;
    expect_part(&page.text("#output").await?, "s ████████ 8")
}

pub fn trials(browser: &Browser) -> Vec<Trial> {
    vec![
        browser.bare_trial("packed::one_file_is_the_whole_playground", |page| async move {
            open_fresh(&page, &packed()?.join("garter-single.html")).await?;
            use_everything(&page).await
        }),
        browser.bare_trial("packed::the_zip_file_opens_from_its_folder", |page| async move {
            open_fresh(&page, &unpacked("garter-usb.zip")?.join("index.html")).await?;
            use_everything(&page).await
        }),
        browser.bare_trial("packed::what_was_typed_is_kept_or_it_is_said_that_it_is_not", |page| async move {
            open(&page, &packed()?.join("garter-single.html")).await?;
            page.type_program("print('kept')").await?;
            open(&page, &packed()?.join("garter-single.html")).await?;
            let is_kept: bool = page
                .script("return document.querySelector('#editor .cm-content').textContent === \"print('kept')\"")
                .await?;
            if !is_kept {
                page.until("document.querySelector('[data-kind=storage] button')").await?;
            }
            Ok(())
        }),
        browser.bare_trial("packed::a_server_that_takes_the_file_for_another_character_set_does_no_harm", |mut page| async move {
            let server = crate::release::Server::of(packed()?).await?;
            page.url.clone_from(&server.url);
            // It says utf-8.
            page.open("garter-single.html").await?;
            page.be_ready().await?;
            use_everything(&page).await
        }),
        browser.bare_trial("packed::the_archive_for_servers_is_a_site", |mut page| async move {
            let server = crate::release::Server::of(unpacked("garter-site.tar.gz")?).await?;
            page.url.clone_from(&server.url);
            page.open("").await?;
            page.be_ready().await?;
            use_everything(&page).await
        }),
    ]
}
