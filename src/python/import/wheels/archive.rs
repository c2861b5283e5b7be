//! One wheel: a zip file with modules, data files and a description of the package.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::rc::Rc;

use rawzip::{
    CompressionMethod, ZipArchive, ZipArchiveEntryWayfinder, ZipFileHeaderRecord, ZipSliceArchive,
};
use sha2::{Digest, Sha256};
use zlib_rs::{Inflate, InflateFlush, Status};

use super::error::Problem;
use super::names;
use crate::protocol::WheelBytes;

/// The window of deflate, as a power of two.
const WINDOW_BITS: u8 = 15;

/// How many times larger than in the archive a file may be, if it is larger than [`LEAST_BOMB_BYTES`]. Of the wheels
/// in `tests/packages` no file has more than 31; deflate reaches 1,032.
const MOST_TIMES: u64 = 200;

/// What is smaller harms nobody, whatever it was made of.
const LEAST_BOMB_BYTES: u64 = 1 << 20;

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
    /// The folders that these are in.
    pub(super) folders: BTreeSet<String>,
    /// How many bytes it has, packed and unpacked.
    pub(super) bytes: u64,
    archive: ZipSliceArchive<WheelBytes>,
}

/// Where a file is in the archive.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    place: ZipArchiveEntryWayfinder,
    method: CompressionMethod,
    pub(super) size: usize,
    pub(super) crc: u32,
}

/// How much the wheels of a program may hold.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limits {
    /// Files and folders.
    pub(super) files: usize,
    /// Packed and unpacked.
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
    pub(super) fn parse(name: &str, data: WheelBytes, limits: Limits) -> Result<Self, Problem> {
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
        let mut folders = BTreeSet::new();
        // The archive itself is in memory, too.
        let mut bytes = archive.get_ref().as_ref().len() as u64;
        let mut count = 0_u64;
        let mut entries = archive.entries();
        while let Some(entry) = entries.next_entry().map_err(no_zip)? {
            count += 1;
            if count > limits.files as u64 {
                return Err(too_many(count));
            }
            let path = names::checked(entry.file_path().as_bytes())?;
            if let Some(folder) = path.strip_suffix('/') {
                folders.insert(folder.to_owned());
                continue;
            }
            let read = usable(&entry, &path)?;
            bytes = bytes.saturating_add(read.size as u64);
            if bytes > limits.bytes {
                return Err(Problem::TooLarge {
                    found: bytes,
                    most: limits.bytes,
                });
            }
            if files.insert(path.clone(), read).is_some() {
                return Err(Problem::Twice(path));
            }
        }
        if count != archive.entries_hint() {
            return Err(Problem::NoZip(
                "its list of files is not complete".to_owned(),
            ));
        }
        if let Some(both) = folders.into_iter().find(|one| files.contains_key(one)) {
            return Err(Problem::FileIsFolder(both));
        }
        let mut wheel = Self {
            name: name.to_owned(),
            project: String::new(),
            version: String::new(),
            files,
            folders: BTreeSet::new(),
            bytes,
            archive,
        };
        wheel.describe()?;
        wheel.find_folders(limits)?;
        Ok(wheel)
    }

    /// Finds out what it is a wheel of, and whether that is for here.
    fn describe(&mut self) -> Result<(), Problem> {
        let mut found = self.files.keys().filter_map(|path| {
            let folder = path.strip_suffix(".dist-info/WHEEL")?;
            (!folder.contains('/')).then(|| folder.to_owned())
        });
        let about = found.next().ok_or(Problem::NoWheel)?;
        if let Some(other) = found.next() {
            return Err(Problem::TwoDescriptions(about, other));
        }
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
            let path = match path.strip_prefix(&data) {
                None => path,
                Some(rest) => match INSTALLED.iter().find_map(|part| rest.strip_prefix(part)) {
                    Some(path) => path.to_owned(),
                    None => continue,
                },
            };
            if self.files.insert(path.clone(), entry).is_some() {
                return Err(Problem::Twice(path));
            }
        }
        Ok(())
    }

    /// Finds the folders, none of which may have the name of a file.
    fn find_folders(&mut self, limits: Limits) -> Result<(), Problem> {
        for path in self.files.keys() {
            for folder in names::folders(path) {
                if self.files.contains_key(folder) {
                    return Err(Problem::FileIsFolder(folder.to_owned()));
                }
                if !self.folders.contains(folder) {
                    self.folders.insert(folder.to_owned());
                }
            }
            let found = self.files.len() + self.folders.len();
            if found > limits.files {
                return Err(Problem::TooMany {
                    found: found as u64,
                    most: limits.files,
                });
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

/// Compares the file with the hash that it is to have.
pub(super) fn check_hash(data: &[u8], sha256: Option<&str>) -> Result<(), Problem> {
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

/// Where a file is, if it can be read.
fn usable(entry: &ZipFileHeaderRecord<'_>, path: &str) -> Result<Entry, Problem> {
    if entry.flags().is_encrypted() {
        return Err(Problem::Encrypted(path.to_owned()));
    }
    let method = entry.compression_method();
    if method != CompressionMethod::STORE && method != CompressionMethod::DEFLATE {
        return Err(Problem::Method {
            file: path.to_owned(),
            method: method.to_string(),
        });
    }
    if names::is_compiled(path) {
        return Err(Problem::Compiled(path.to_owned()));
    }
    let (packed, unpacked) = (entry.compressed_size_hint(), entry.uncompressed_size_hint());
    let size = usize::try_from(unpacked).ok();
    match size {
        Some(size) if unpacked <= LEAST_BOMB_BYTES || unpacked / MOST_TIMES <= packed => {
            Ok(Entry {
                place: entry.wayfinder(),
                method,
                size,
                crc: entry.crc32(),
            })
        }
        _ => Err(Problem::Bomb {
            file: path.to_owned(),
            packed,
            unpacked,
            most: MOST_TIMES,
        }),
    }
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
