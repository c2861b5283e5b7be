//! Compiles Python: a program of its own, because the build tool that patches `RustPython` cannot
//! link what it has not patched yet.
//!
//!     library-compiler CHARACTERS SOURCES CODE
//!
//! `SOURCES` is a pack of files; `CODE` becomes one of the same names, with what `marshal.dumps` would
//! write for each. `CHARACTERS` is the pack in which the sources' names of characters are found.

use std::path::PathBuf;
use std::{env, fs};

use anyhow::{Context, Result, bail};
use garter::embedder;
use garter::library;
use garter::library::characters::CharacterNames;
use garter::library::pack::{Kind, Pack, PackWriter};
use rustpython_compiler::{CompileOpts, Mode, compile};
use rustpython_compiler_core::marshal;

fn main() -> Result<()> {
    let arguments: Vec<PathBuf> = env::args_os().skip(1).map(PathBuf::from).collect();
    let [characters, sources, code] = &arguments[..] else {
        bail!("usage: library-compiler CHARACTERS SOURCES CODE");
    };
    let characters = Pack::parse(fs::read(characters)?)?;
    let (_, names) = characters.get("names").context("there are no names")?;
    embedder::set_character_names(CharacterNames::new(String::from_utf8(names.to_vec())?));

    let sources = Pack::parse(fs::read(sources)?)?;
    let mut writer = PackWriter::default();
    for (path, _) in sources.entries() {
        let (_, source) = sources.get(path).context("an entry has content")?;
        writer.add(path, Kind::File, compiled(path, source)?);
    }
    fs::write(code, writer.finish())?;
    Ok(())
}

/// A module's code as `marshal.dumps` writes it.
fn compiled(path: &str, source: &[u8]) -> Result<Vec<u8>> {
    const TYPE_CODE: u8 = b'c';
    let source = str::from_utf8(source).with_context(|| format!("{path} is not UTF-8"))?;
    let name = format!("{}/{path}", library::FOLDER);
    let code = compile(source, Mode::Exec, &name, CompileOpts::default())
        .with_context(|| format!("{path} does not compile"))?;
    let mut bytes = vec![TYPE_CODE];
    marshal::serialize_code(&mut bytes, &code);
    Ok(bytes)
}
