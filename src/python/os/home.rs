//! The working folder: the files a program is given, and those it leaves behind.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use serde_bytes::ByteBuf;

use super::fs;
use crate::protocol::{FileContent, MAIN, Program};
use crate::python::errno::Errno;
use crate::python::paths::HOME;

thread_local! {
    /// What the files held when the program came, and those that it was given.
    static GIVEN: RefCell<BTreeMap<String, u64>> = const { RefCell::new(BTreeMap::new()) };
}

/// A file that could not be given to a program, and why: an earlier program of the same interpreter has
/// made a folder of its name, or a file of a folder's name.
pub(crate) struct NotGiven {
    pub(crate) name: String,
    pub(crate) why: Errno,
}

/// Adds the program's files to the file system.
///
/// # Errors
/// The first file that could not be given; the others are there.
pub(crate) fn fill(program: &Program) -> Result<(), NotGiven> {
    let mut result = Ok(());
    let mut given: BTreeMap<String, u64> = fs::with(|files| {
        let files = files.files_below(HOME).into_iter();
        files.map(|(name, data)| (name, digest(data))).collect()
    });
    // Files that the page gives do not count: the budget is for files that the program writes.
    let mut give = |name: &str, bytes: &[u8]| {
        let path = format!("{HOME}/{name}");
        match fs::with(|files| files.write_file(&path, bytes)) {
            Ok(()) => {
                given.insert(name.to_owned(), digest(bytes));
            }
            Err(why) if result.is_ok() => {
                let name = name.to_owned();
                result = Err(NotGiven { name, why });
            }
            Err(_) => {}
        }
    };
    for (name, content) in &program.files {
        match content {
            FileContent::Text(text) => give(name, text.as_bytes()),
            FileContent::Bytes(bytes) => give(name, bytes),
        }
    }
    if !program.console && program.file == MAIN {
        give(MAIN, program.source.as_bytes());
    }
    GIVEN.set(given);
    let budget = &program.budget;
    fs::with(|files| files.allow(budget.file_bytes, budget.file_count));
    result
}

/// The files that the program made or changed.
pub(crate) fn changed_files() -> BTreeMap<String, ByteBuf> {
    GIVEN.with_borrow(|given| {
        fs::with(|files| {
            files
                .files_below(HOME)
                .into_iter()
                .filter(|(name, data)| given.get(name) != Some(&digest(data)))
                .map(|(name, data)| (name, ByteBuf::from(data.to_vec())))
                .collect()
        })
    })
}

fn digest(data: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    data.hash(&mut hasher);
    hasher.finish()
}
