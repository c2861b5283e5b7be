//! One wheel: a zip file with modules, data files and a description of the package.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::rc::Rc;

use rawzip::{CompressionMethod, ZipArchive, ZipArchiveEntryWayfinder, ZipSliceArchive};
use sha2::{Digest, Sha256};
use zlib_rs::{Inflate, InflateFlush, Status};

use super::error::Problem;
use crate::protocol::WheelBytes;

/// The window of deflate, as a power of two.
const WINDOW_BITS: u8 = 15;

/// What names of compiled modules end in.
const COMPILED: [&str; 5] = [".so", ".pyd", ".dylib", ".dll", ".wasm"];

/// The parts of `NAME-VERSION.data` that are installed beside the package itself. The others are scripts
/// and headers, which nothing here could use.
const INSTALLED: [&str; 2] = ["purelib/", "platlib/"];

/// A wheel that can be used, and its files.
#[derive(Debug)]
pub(crate) struct Wheel {
    /// The name of the file.
    pub(super) name: String,
    /// The package's name, in the form in which names are compared.
    pub(super) project: String,
    pub(super) version: String,
    /// Its files by their path in the folder of packages.
    pub(super) files: BTreeMap<String, Entry>,
    archive: ZipSliceArchive<WheelBytes>,
}

/// Where a file is in the archive.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    place: ZipArchiveEntryWayfinder,
    method: CompressionMethod,
    pub(super) size: usize,
    crc: u32,
}

/// How much the wheels of a program may hold.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limits {
    pub(super) files: usize,
    pub(super) bytes: u64,
}

/// A file of a wheel, which is inflated when it is read.
#[derive(Clone, Debug)]
pub(crate) struct Packed {
    pub(super) wheel: Rc<Wheel>,
    pub(super) entry: Entry,
}

impl Packed {
    /// How many bytes are in it.
    pub(crate) fn size(&self) -> u64 {
        self.entry.size as u64
    }

    /// The bytes; `None` if the archive is damaged there, or if there is no memory for them.
    pub(crate) fn read(&self) -> Option<Vec<u8>> {
        self.wheel.read(self.entry)
    }
}

impl Wheel {
    /// Reads what is in a wheel.
    ///
    /// # Errors
    /// Why it cannot be used.
    pub(super) fn parse(
        name: &str,
        data: WheelBytes,
        sha256: Option<&str>,
        limits: Limits,
    ) -> Result<Self, Problem> {
        check_hash(data.as_ref(), sha256)?;
        let no_zip = |error: rawzip::Error| Problem::NoZip(error.to_string());
        let archive = ZipArchive::from_slice(data).map_err(no_zip)?;
        let too_many = |found| Problem::TooMany {
            found,
            most: limits.files,
        };
        if archive.entries_hint() > limits.files as u64 {
            return Err(too_many(archive.entries_hint()));
        }
        let mut files = BTreeMap::new();
        let mut bytes = 0_u64;
        let mut count = 0_u64;
        let mut entries = archive.entries();
        while let Some(entry) = entries.next_entry().map_err(no_zip)? {
            count += 1;
            let raw = entry.file_path();
            let path = String::from_utf8_lossy(raw.as_bytes()).into_owned();
            if !is_inside(&path) {
                return Err(Problem::Outside(path));
            }
            if path.ends_with('/') {
                continue;
            }
            if files.len() >= limits.files {
                return Err(too_many(count));
            }
            if entry.flags().is_encrypted() {
                return Err(Problem::Encrypted(path));
            }
            let method = entry.compression_method();
            if method != CompressionMethod::STORE && method != CompressionMethod::DEFLATE {
                return Err(Problem::Method {
                    file: path,
                    method: method.to_string(),
                });
            }
            if COMPILED.iter().any(|end| path.ends_with(end)) {
                return Err(Problem::Compiled(path));
            }
            let size = entry.uncompressed_size_hint();
            bytes = bytes.saturating_add(size);
            let too_large = Problem::TooLarge {
                found: bytes,
                most: limits.bytes,
            };
            if bytes > limits.bytes {
                return Err(too_large);
            }
            let Ok(size) = usize::try_from(size) else {
                return Err(too_large);
            };
            let entry = Entry {
                place: entry.wayfinder(),
                method,
                size,
                crc: entry.crc32(),
            };
            if files.insert(path.clone(), entry).is_some() {
                return Err(Problem::Twice(path));
            }
        }
        if count != archive.entries_hint() {
            return Err(Problem::NoZip(
                "its list of files is not complete".to_owned(),
            ));
        }
        let mut wheel = Self {
            name: name.to_owned(),
            project: String::new(),
            version: String::new(),
            files,
            archive,
        };
        wheel.describe()?;
        Ok(wheel)
    }

    /// Finds out what it is a wheel of, and whether that is for here.
    fn describe(&mut self) -> Result<(), Problem> {
        let about = self.files.keys().find_map(|path| {
            let folder = path.strip_suffix(".dist-info/WHEEL")?;
            (!folder.contains('/')).then(|| folder.to_owned())
        });
        let about = about.ok_or(Problem::NoWheel)?;
        let tags = self.text(&format!("{about}.dist-info/WHEEL"))?;
        let tags: Vec<&str> = tags
            .lines()
            .filter_map(|line| line.strip_prefix("Tag:"))
            .map(str::trim)
            .collect();
        if !tags.iter().any(|tag| is_pure(tag)) {
            let tag = tags.first().copied().unwrap_or("an unknown platform");
            return Err(Problem::OtherPlatform(tag.to_owned()));
        }
        let (project, version) = about.rsplit_once('-').unwrap_or((&about, ""));
        self.project = normal(project);
        version.clone_into(&mut self.version);
        // What is to be installed beside the package lies in a folder of its own.
        let data = format!("{about}.data/");
        let files = std::mem::take(&mut self.files);
        for (path, entry) in files {
            let Some(rest) = path.strip_prefix(&data) else {
                self.files.insert(path, entry);
                continue;
            };
            if let Some(path) = INSTALLED.iter().find_map(|part| rest.strip_prefix(part)) {
                self.files.insert(path.to_owned(), entry);
            }
        }
        Ok(())
    }

    fn text(&self, path: &str) -> Result<String, Problem> {
        let bytes = self.files.get(path).and_then(|entry| self.read(*entry));
        let bytes = bytes.ok_or_else(|| Problem::Damaged(path.to_owned()))?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }

    /// A file's bytes; `None` if the archive is damaged there, or if there is no memory for them.
    pub(super) fn read(&self, entry: Entry) -> Option<Vec<u8>> {
        let packed = self.archive.get_entry(entry.place).ok()?;
        let mut bytes = Vec::new();
        bytes.try_reserve_exact(entry.size).ok()?;
        if entry.method == CompressionMethod::STORE {
            if packed.data().len() != entry.size {
                return None;
            }
            bytes.extend_from_slice(packed.data());
        } else if entry.size > 0 {
            bytes.resize(entry.size, 0);
            let mut inflate = Inflate::new(false, WINDOW_BITS);
            let status = inflate.decompress(packed.data(), &mut bytes, InflateFlush::Finish);
            let is_whole = inflate.total_out() == entry.size as u64;
            if !matches!(status, Ok(Status::StreamEnd)) || !is_whole {
                return None;
            }
        }
        (rawzip::crc32(&bytes) == entry.crc).then_some(bytes)
    }

    /// The whole file.
    pub(super) fn data(&self) -> &[u8] {
        self.archive.get_ref().as_ref()
    }
}

fn check_hash(data: &[u8], sha256: Option<&str>) -> Result<(), Problem> {
    let Some(expected) = sha256 else {
        return Ok(());
    };
    let mut found = String::new();
    for byte in Sha256::digest(data) {
        let _ = write!(found, "{byte:02x}");
    }
    if found.eq_ignore_ascii_case(expected) {
        return Ok(());
    }
    Err(Problem::OtherHash {
        found,
        expected: expected.to_owned(),
    })
}

/// Whether a path stays in the folder that it is unpacked to, on every system.
fn is_inside(path: &str) -> bool {
    let path = path.strip_suffix('/').unwrap_or(path);
    !path.contains(['\\', '\0', '\u{fffd}'])
        && !path.contains(':')
        && path
            .split('/')
            .all(|part| !part.is_empty() && part != "." && part != "..")
}

/// Whether a tag such as `py3-none-any` is that of a wheel without compiled code.
fn is_pure(tag: &str) -> bool {
    let mut parts = tag.split('-');
    parts
        .next()
        .is_some_and(|python| python.split('.').any(|one| one.starts_with("py3")))
        && parts.next() == Some("none")
        && parts.next() == Some("any")
}

/// A package's name in the form in which names are compared (PEP 503).
fn normal(name: &str) -> String {
    let mut normal = String::new();
    for char in name.chars() {
        match char {
            '-' | '_' | '.' if normal.ends_with('-') => {}
            '-' | '_' | '.' => normal.push('-'),
            _ => normal.extend(char.to_lowercase()),
        }
    }
    normal
}
