//! Which functions each part has that a program imports by name.
//!
//! A part has the functions of some modules of Rust, or of files that a C compiler has made, and those that nobody but
//! these call. Of these, what the first module has to have stays there, and what others call as well goes to the part
//! that all others need: a function is in one place.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use garter::protocol::PartName;

use super::data::Home;
use super::list::stable;
use super::module::{Module, POINTERS};

/// What a part is made of.
struct Contents {
    /// How the paths of functions and of types begin, without the hashes of crates.
    paths: &'static [&'static str],
    /// What stands in the name of a file that a C compiler has made.
    objects: &'static [&'static str],
}

/// What a part is made of; `None` for the one that has the rest.
fn contents(part: PartName) -> Option<Contents> {
    let (paths, objects): (&[_], &[_]) = match part {
        PartName::Later => return None,
        PartName::Compression => (
            &[
                "rustpython_stdlib::bz2",
                "rustpython_stdlib::compression",
                "rustpython_stdlib::lzma",
                "rustpython_stdlib::zlib",
                "libbz2_rs_sys",
                "xz_core",
                "xz_sys",
                "xz",
                "liblzma",
                "liblzma_rs_sys",
                "zlib_rs",
                "flate2",
                "bzip2",
            ],
            &[],
        ),
        PartName::Numpy => (&["garter::python::numpy", "garter_numpy"], &[]),
        PartName::Sqlite => (
            &[
                "garter::python::os::sqlite",
                "rsqlite_vfs",
                "rustpython_stdlib::_sqlite3",
                "sqlite_wasm_rs",
            ],
            &["sqlite_wasm_rs"],
        ),
        PartName::Xml => (
            &[
                "rustpython_stdlib::elementtree",
                "rustpython_stdlib::expat_errors",
                "rustpython_stdlib::pyexpat",
                "xml",
            ],
            &[],
        ),
    };
    Some(Contents { paths, objects })
}

/// Where the functions are that are not in the first module, if they are in a part with a name of its own.
pub fn named(
    module: &Module,
    first: &HashSet<u32>,
    origins: &BTreeMap<String, String>,
) -> HashMap<u32, Home> {
    let callers = callers(module);
    let pointed: HashSet<u32> = module
        .segments
        .iter()
        .filter(|segment| segment.table == POINTERS)
        .flat_map(|segment| segment.functions.iter().copied())
        .collect();
    let mut homes = HashMap::new();
    let mut claimed = BTreeSet::new();
    for (part, number) in PartName::ALL.into_iter().zip(0..) {
        let Some(contents) = contents(part) else {
            continue;
        };
        let mut own: BTreeSet<u32> = module
            .own()
            .filter(|function| !first.contains(function))
            .filter(|function| {
                let name = module.names.get(function);
                name.is_some_and(|name| contents.has(name, origins))
            })
            .collect();
        let called_by_others = |function: &u32, own: &BTreeSet<u32>| {
            let callers = callers.get(function);
            callers.is_some_and(|callers| callers.iter().any(|caller| !own.contains(caller)))
        };
        while let Some(function) = own
            .iter()
            .copied()
            .find(|function| called_by_others(function, &own))
        {
            own.remove(&function);
        }
        loop {
            let more: Vec<u32> = own
                .iter()
                .filter_map(|function| module.body(*function))
                .flat_map(|body| body.calls.iter().map(|(_, called)| *called))
                .filter(|called| {
                    module.body(*called).is_some()
                        && !own.contains(called)
                        && !first.contains(called)
                        && !pointed.contains(called)
                        && !called_by_others(called, &own)
                })
                .collect();
            if more.is_empty() {
                break;
            }
            own.extend(more);
        }
        for function in own {
            // What two parts claim is common to all.
            if claimed.insert(function) {
                homes.insert(function, Home::Part(number));
            } else {
                homes.remove(&function);
            }
        }
    }
    homes
}

impl Contents {
    fn has(&self, name: &str, origins: &BTreeMap<String, String>) -> bool {
        let is_of_file = origins
            .get(name)
            .is_some_and(|file| self.objects.iter().any(|part| file.contains(part)));
        let name = stable(name);
        is_of_file || self.paths.iter().any(|path| mentions(&name, path))
    }
}

/// Whether a path stands in a name, or one below it.
fn mentions(name: &str, path: &str) -> bool {
    let goes_on = |character: char| character.is_alphanumeric() || matches!(character, '_' | ':');
    name.match_indices(path).any(|(at, _)| {
        let is_start = !name[..at].ends_with(goes_on);
        let rest = &name[at + path.len()..];
        is_start && (rest.starts_with("::") || !rest.starts_with(goes_on))
    })
}

/// Who calls each function directly.
fn callers(module: &Module) -> HashMap<u32, Vec<u32>> {
    let mut callers: HashMap<u32, Vec<u32>> = HashMap::new();
    for (caller, body) in module.own().zip(&module.bodies) {
        for (_, called) in &body.calls {
            callers.entry(*called).or_default().push(caller);
        }
    }
    callers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_mentioned_as_a_whole() {
        for (name, path, expected) in [
            ("<xml::reader::Parser>::next", "xml", true),
            ("core::ptr::drop_in_place::<xml::Event>", "xml", true),
            (
                "rustpython_stdlib::zlib::zlib::crc32",
                "rustpython_stdlib::zlib",
                true,
            ),
            (
                "rustpython_stdlib::zlib_more::f",
                "rustpython_stdlib::zlib",
                false,
            ),
            ("other::xml::f", "xml", false),
            ("my_xml::f", "xml", false),
        ] {
            assert_eq!(mentions(name, path), expected, "{name}");
        }
    }
}
