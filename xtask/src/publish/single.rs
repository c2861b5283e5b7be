//! The playground as one file that a browser opens: page, interpreter, library and examples.
//!
//! Everything but the page is one stream of LZMA, in the order in which it is needed. The file is in
//! `windows-1252`, in which each byte is a character, so that the stream takes hardly more room in
//! HTML than it has: Base64 would add a third. Of 44 MB, measured in MB: 16.5 as gzip in Base64, for which
//! browsers bring all that it takes; 12.6 as gzip in `windows-1252`; 9.0 as zstd, file by file, 8.4 as one
//! stream; 8.3 as LZMA, file by file, 7.8 as one stream, which a script of 2 KB unpacks at 43 MB/s.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use lzma_rust2::{EncodeMode, LzmaOptions, LzmaWriter, MfType};
use serde::Serialize;

use super::LICENCES;
use crate::compression_level::CompressionLevel;
use crate::site;
use crate::site::page;
use crate::{files, npm, root, tool};

/// What the file may take at most: 8 MB, as file managers count.
const MOST_BYTES: usize = 8 << 20;

/// Where the licences are in it.
const NOTICE: &str = "\n<!-- Garter. Its licences are packed below as LICENSE and LICENCES.txt; in the browser's console, \
    new TextDecoder().decode(await garterPart('LICENCES.txt')) is their text. -->";

/// What the page begins with.
const FIRST: [&str; 5] = ["frame", "interpreter", "core", "later", "gallery"];

/// A part of the stream.
#[derive(Serialize)]
struct Part {
    path: String,
    bytes: usize,
}

/// Writes the file.
pub fn write(target: &Path, level: CompressionLevel) -> Result<()> {
    let mut html = fs::read_to_string(root().join("index.html"))?;
    let mut parts = Vec::new();
    let mut stream = Vec::new();
    for path in paths(&html)? {
        let content = fs::read(site::folder().join(&path)).with_context(|| path.clone())?;
        stream.extend(&content);
        parts.push(Part {
            path,
            bytes: content.len(),
        });
    }
    let mut file = Vec::new();
    html.insert_str(
        html.find('>').context("the page begins with a tag")? + 1,
        NOTICE,
    );
    let script = script(&parts)?;
    let (head, tail) = page_around(&html)?;
    file.extend(ascii(&head).as_bytes());
    file.extend(br#"<script type="text/plain" id="garter-packed">"#);
    file.extend(escaped(&packed(&stream, level)?));
    file.extend(format!("</script>\n<script>{script}</script>\n").as_bytes());
    file.extend(ascii(&tail).as_bytes());
    ensure!(
        level == CompressionLevel::Quick || file.len() <= MOST_BYTES,
        "{} has {} bytes, more than the {MOST_BYTES} that it may have",
        target.display(),
        file.len()
    );
    Ok(fs::write(target, file)?)
}

/// The paths of all that is packed, in order; the playground's script is the first.
fn paths(html: &str) -> Result<Vec<String>> {
    let is_script = |path: &&str| Path::new(path).extension().is_some_and(|name| name == "js");
    let mut paths: Vec<String> = page::references(html)
        .into_iter()
        .filter(is_script)
        .map(str::to_owned)
        .collect();
    ensure!(paths.len() == 1, "the page has one script: {paths:?}");
    let mut assets = site::assets_in(&site::folder())?;
    assets.sort_by_key(|path| {
        let name = path.trim_start_matches("assets/");
        FIRST
            .iter()
            .position(|first| name.starts_with(first))
            .unwrap_or(FIRST.len())
    });
    paths.extend(assets);
    paths.extend(LICENCES.map(str::to_owned));
    Ok(paths)
}

/// The page before and after what is packed: without its script, its style sheets in it.
fn page_around(html: &str) -> Result<(String, String)> {
    let mut html = html.replace(
        "<meta charset=\"utf-8\">",
        "<meta charset=\"windows-1252\">",
    );
    for path in page::references(&html.clone()) {
        let mark = html.find(&format!("\"{path}\"")).expect("it was found");
        let start = html[..mark].rfind('<').expect("a tag begins");
        let is_script = html[start..].starts_with("<script");
        let end = if is_script { "</script>" } else { ">" };
        let end = mark + html[mark..].find(end).context("a tag has no end")? + end.len();
        let style = if is_script {
            String::new()
        } else {
            let css = fs::read_to_string(site::folder().join(path))?;
            ensure!(!css.contains("</"), "{path} holds what would end it");
            format!(
                "<style>\n{}</style>",
                in_ascii(&css, |code| format!("\\{code:x} "))
            )
        };
        html.replace_range(start..end, &style);
    }
    let body = html.rfind("  </body>").context("the page has no body")?;
    let tail = html.split_off(body);
    Ok((html, tail))
}

/// The script that unpacks, with the worker's script in it.
fn script(parts: &[Part]) -> Result<String> {
    let bundle = |entry: &str| {
        let mut command = npm::program("esbuild");
        command
            .args([
                "--bundle",
                "--minify",
                "--target=es2022,safari15",
                "--format=iife",
            ])
            .arg(root().join("www/single").join(entry));
        command
    };
    let text =
        |command: &mut Command| Ok::<_, anyhow::Error>(String::from_utf8(tool::output(command)?)?);
    let worker = text(&mut bundle("worker/worker.js"))?;
    let script = text(
        bundle("page.js")
            .arg(format!(
                "--define:WORKER={}",
                serde_json::to_string(&worker)?
            ))
            .arg(format!("--define:PARTS={}", serde_json::to_string(parts)?)),
    )?;
    ensure!(
        script.is_ascii() && !script.contains("</") && !script.contains("<!--"),
        "the script that unpacks holds what would end it"
    );
    Ok(script)
}

/// Packs as `www/single/worker/lzma.js` unpacks. What was packed before is taken from `target/compressed`:
/// the best takes minutes.
fn packed(stream: &[u8], level: CompressionLevel) -> Result<Vec<u8>> {
    let (mut options, name) = match level {
        CompressionLevel::Quick => (LzmaOptions::with_preset(0), "quick"),
        CompressionLevel::Full => (LzmaOptions::with_preset(9), "full"),
    };
    // What a 4 and a 0 gain over the usual 3 and 2: a fortieth of the interpreter.
    (options.lc, options.lp, options.pb) = (4, 0, 0);
    if level == CompressionLevel::Full {
        options.dict_size = u32::try_from(stream.len())?.next_power_of_two();
        options.mode = EncodeMode::Normal;
        options.mf = MfType::Bt4;
        options.nice_len = LzmaOptions::NICE_LEN_MAX;
        options.depth_limit = 512;
    }
    let cache = root().join("target/compressed");
    fs::create_dir_all(&cache)?;
    let cached = cache.join(format!("{}-{name}.lzma", files::stamp_of(stream).name()));
    if !cached.exists() {
        let mut writer = LzmaWriter::new_no_header(Vec::new(), &options, false)?;
        writer.write_all(stream)?;
        fs::write(&cached, writer.finish()?)?;
    }
    Ok(fs::read(&cached)?)
}

/// Bytes as HTML leaves them in a script: it would change a null and a carriage return, and might
/// take a `<` for a tag.
fn escaped(bytes: &[u8]) -> Vec<u8> {
    const ESCAPE: u8 = b'=';
    const ESCAPED_BY: u8 = 64;
    let mut escaped = Vec::with_capacity(bytes.len() + bytes.len() / 50);
    for &byte in bytes {
        if matches!(byte, 0 | b'\r' | b'<' | ESCAPE) {
            escaped.extend([ESCAPE, byte + ESCAPED_BY]);
        } else {
            escaped.push(byte);
        }
    }
    escaped
}

/// HTML that reads the same in each character set.
fn ascii(html: &str) -> String {
    in_ascii(html, |code| format!("&#{code};"))
}

fn in_ascii(text: &str, written: impl Fn(u32) -> String) -> String {
    let mut ascii = String::new();
    for character in text.chars() {
        if character.is_ascii() {
            ascii.push(character);
        } else {
            ascii.push_str(&written(character.into()));
        }
    }
    ascii
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_html_would_change_is_escaped() {
        assert_eq!(escaped(b"a\0<\r=\n\xff"), b"a=@=|=M=}\n\xff");
    }

    #[test]
    fn a_page_has_no_other_characters_than_those_of_every_character_set() {
        assert_eq!(
            ascii("<p>Stop — 停止</p>"),
            "<p>Stop &#8212; &#20572;&#27490;</p>"
        );
    }
}
