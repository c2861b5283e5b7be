//! The standard library's packs: a flat archive that is read without unpacking.
//!
//! A pack is built once, by `xtask`, travels compressed by the web server, and is read in place.
//! All numbers are little-endian:
//!
//! ```text
//! "GPK1"  u32 number of entries
//! entry:  u8 kind  u16 length of name  u32 length of content  name (UTF-8)
//! then the contents, in the order of the entries
//! ```

use std::collections::BTreeMap;

const MAGIC: &[u8; 4] = b"GPK1";

/// What an entry holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A module's marshalled code object; the name is the dotted module name.
    Module = 0,
    /// A package's marshalled `__init__` code object; the name is the dotted package name.
    Package = 1,
    /// A file of the standard library; the name is its path below the library's folder.
    File = 2,
    /// A module or package whose content is in another pack; the content here is empty.
    Elsewhere = 3,
}

/// A pack that is not one, or is cut short.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the standard library's pack is damaged: {0}")]
pub struct PackError(&'static str);

/// Collects entries into a pack.
#[derive(Debug, Default)]
pub struct PackWriter {
    entries: BTreeMap<String, (Kind, Vec<u8>)>,
}

impl PackWriter {
    /// Adds an entry; a second one of the same name replaces the first.
    pub fn add(&mut self, name: &str, kind: Kind, content: Vec<u8>) {
        self.entries.insert(name.to_owned(), (kind, content));
    }

    /// The pack's bytes. The same entries give the same bytes.
    ///
    /// # Panics
    /// If a name is longer than 64 KiB or a content longer than 4 GiB.
    #[must_use]
    pub fn finish(&self) -> Vec<u8> {
        let mut pack = MAGIC.to_vec();
        let count = u32::try_from(self.entries.len()).expect("fewer than 2^32 entries");
        pack.extend(count.to_le_bytes());
        for (name, (kind, content)) in &self.entries {
            pack.push(*kind as u8);
            let name_length = u16::try_from(name.len()).expect("a name below 64 KiB");
            pack.extend(name_length.to_le_bytes());
            let length = u32::try_from(content.len()).expect("a content below 4 GiB");
            pack.extend(length.to_le_bytes());
            pack.extend(name.as_bytes());
        }
        for (_, content) in self.entries.values() {
            pack.extend(content);
        }
        pack
    }
}

/// A pack that can be looked up by name.
#[derive(Debug, Default)]
pub struct Pack {
    data: Vec<u8>,
    index: BTreeMap<String, Entry>,
}

#[derive(Clone, Copy, Debug)]
struct Entry {
    kind: Kind,
    start: usize,
    length: usize,
}

impl Pack {
    /// Reads a pack's index.
    ///
    /// # Errors
    /// The data is not a pack, or is cut short.
    pub fn parse(data: Vec<u8>) -> Result<Self, PackError> {
        let mut reader = Reader { data: &data, at: 0 };
        if reader.take(4)? != MAGIC {
            return Err(PackError("it does not begin with GPK1"));
        }
        let count = reader.number(4)?;
        let mut entries = Vec::new();
        for _ in 0..count {
            let kind = match reader.number(1)? {
                0 => Kind::Module,
                1 => Kind::Package,
                2 => Kind::File,
                3 => Kind::Elsewhere,
                _ => return Err(PackError("an entry has an unknown kind")),
            };
            let name_length = reader.number(2)?;
            let length = reader.number(4)?;
            let name = std::str::from_utf8(reader.take(name_length)?)
                .map_err(|_| PackError("a name is not UTF-8"))?;
            entries.push((name.to_owned(), kind, length));
        }
        let mut start = reader.at;
        let mut index = BTreeMap::new();
        for (name, kind, length) in entries {
            index.insert(
                name,
                Entry {
                    kind,
                    start,
                    length,
                },
            );
            start += length;
        }
        if start != data.len() {
            return Err(PackError("its length does not match its index"));
        }
        Ok(Self { data, index })
    }

    /// The entry of this name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<(Kind, &[u8])> {
        let entry = self.index.get(name)?;
        Some((
            entry.kind,
            &self.data[entry.start..entry.start + entry.length],
        ))
    }

    /// All names with what they are, in order.
    pub fn entries(&self) -> impl Iterator<Item = (&str, Kind)> {
        let index = self.index.iter();
        index.map(|(name, entry)| (name.as_str(), entry.kind))
    }
}

struct Reader<'a> {
    data: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    fn take(&mut self, length: usize) -> Result<&'a [u8], PackError> {
        let bytes = self
            .data
            .get(self.at..self.at + length)
            .ok_or(PackError("it is cut short"))?;
        self.at += length;
        Ok(bytes)
    }

    fn number(&mut self, width: usize) -> Result<usize, PackError> {
        let bytes = self.take(width)?;
        Ok(bytes
            .iter()
            .rev()
            .fold(0, |number, &byte| number << 8 | usize::from(byte)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Vec<u8> {
        let mut writer = PackWriter::default();
        writer.add("json", Kind::Package, vec![1, 2, 3]);
        writer.add("json.decoder", Kind::Module, vec![]);
        writer.add("re/_parser.py", Kind::File, b"import os".to_vec());
        writer.finish()
    }

    #[test]
    fn what_was_written_is_read() {
        let pack = Pack::parse(sample()).expect("valid");
        assert_eq!(pack.get("json"), Some((Kind::Package, &[1, 2, 3][..])));
        assert_eq!(pack.get("json.decoder"), Some((Kind::Module, &[][..])));
        assert_eq!(
            pack.get("re/_parser.py"),
            Some((Kind::File, &b"import os"[..]))
        );
        assert_eq!(pack.get("absent"), None);
    }

    #[test]
    fn a_pack_cut_short_anywhere_is_an_error() {
        let whole = sample();
        for length in 0..whole.len() {
            assert!(Pack::parse(whole[..length].to_vec()).is_err(), "{length}");
        }
    }
}
