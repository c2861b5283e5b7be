//! The standard library as packs.
//!
//! Which module is in which pack is known from the start. A pack is fetched when a program first asks
//! for something in it: a module that is not loaded yet, or the sources that a traceback quotes.

use std::cell::{OnceCell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use rustpython_vm::{PyResult, VirtualMachine};

use super::access::library::Caller;
use crate::library::pack::{Kind, Pack};
use crate::protocol::PackName;
use crate::python::host::host;

/// What a class has for a special method of which it says the same as most classes.
const AS_MOST: &[u8] = b"*";

/// The packs that are there.
#[derive(Default)]
struct Packs {
    /// Where the code of each module is.
    modules: Rc<BTreeMap<String, PackName>>,
    core: OnceCell<Rc<Pack>>,
    rest: OnceCell<Rc<Pack>>,
    sources: OnceCell<Rc<Pack>>,
    zones: OnceCell<Rc<Pack>>,
    arrays: OnceCell<Rc<Pack>>,
    tables: OnceCell<Rc<Pack>>,
    docs: OnceCell<Rc<Pack>>,
    /// Set when the docstrings did not arrive, until they are asked for anew.
    docs_missing: RefCell<Option<MissingDocs>>,
}

/// Docstrings that did not arrive.
struct MissingDocs {
    reason: String,
    /// Whether a reader misses one of them.
    is_felt: bool,
}

/// Classes whose docstrings `inspect.getdoc` compares with that of a function, a module or a class of the program.
const COMPARED: [&str; 5] = [
    "builtins.function",
    "builtins.method",
    "builtins.module",
    "builtins.property",
    "builtins.type",
];

thread_local! {
    static PACKS: RefCell<Rc<Packs>> = RefCell::default();
}

/// Gives this thread's interpreter the core of the standard library, which knows of all modules.
pub(crate) fn set_core(core: Pack) {
    let modules = core.entries().map(|(name, kind)| {
        let pack = match kind {
            Kind::Elsewhere => pack_elsewhere(name),
            _ => PackName::Core,
        };
        (name.to_owned(), pack)
    });
    PACKS.set(Rc::new(Packs {
        modules: Rc::new(modules.collect()),
        core: OnceCell::from(Rc::new(core)),
        ..Packs::default()
    }));
}

/// The pack of a module that is not in the core: large packages have packs of their own.
fn pack_elsewhere(module: &str) -> PackName {
    match module.split('.').next() {
        Some("numpy") => PackName::Arrays,
        Some("pandas") => PackName::Tables,
        _ => PackName::Rest,
    }
}

/// Drops all packs: they are fetched again when they are needed.
pub(crate) fn forget_packs() {
    let modules = Rc::clone(&packs().modules);
    PACKS.set(Rc::new(Packs {
        modules,
        ..Packs::default()
    }));
}

fn packs() -> Rc<Packs> {
    PACKS.with_borrow(Rc::clone)
}

/// A pack fetched when it is first needed.
fn fetched(cell: &OnceCell<Rc<Pack>>, name: PackName) -> Result<&Rc<Pack>, PackMissing> {
    if let Some(pack) = cell.get() {
        return Ok(pack);
    }
    let data = host().pack(name).map_err(PackMissing)?;
    let pack = Pack::parse(data).map_err(|error| PackMissing(error.to_string()))?;
    Ok(cell.get_or_init(|| Rc::new(pack)))
}

/// A pack did not arrive, or damaged.
#[derive(Debug, thiserror::Error)]
#[error(
    "a part of the standard library did not arrive ({0}); run the program again when it is there"
)]
struct PackMissing(String);

/// The sources of the standard library, by their path below [`LIBRARY`](crate::python::paths::LIBRARY); `None` if they do not
/// arrive, which leaves tracebacks without some lines.
pub(crate) fn sources() -> Option<Rc<Pack>> {
    arrived(|packs| &packs.sources, PackName::Sources)
}

/// The files of the time zones, by their path below [`ZONES`](crate::python::paths::ZONES); `None` if
/// they do not arrive, which an import of `zoneinfo` says ([`with_module`]).
pub(crate) fn zones() -> Option<Rc<Pack>> {
    arrived(|packs| &packs.zones, PackName::Zones)
}

/// What CPython says of something built in, by the key that `rustpython/overlay/vm/src/texts.rs` explains. `None` if it says
/// nothing, or if the pack does not arrive, which `help` says ([`missing_docs`]).
pub(crate) fn text(key: &str) -> Option<String> {
    // Modules such as `operator` and `signal` copy texts when they are imported, which nobody has asked to read.
    if Caller::is_importing_library() {
        return None;
    }
    // Ours, such as `_garter_io`, stand for CPython's.
    let key = key.strip_prefix("_garter").unwrap_or(key);
    let packs = packs();
    let is_felt = !COMPARED.contains(&key);
    if let Some(missing) = &mut *packs.docs_missing.borrow_mut() {
        // A page of help asks for hundreds of texts, which are fetched once.
        missing.is_felt |= is_felt;
        return None;
    }
    match fetched(&packs.docs, PackName::Docs) {
        Ok(pack) => {
            let mut text = pack.get(key)?.1;
            if text == AS_MOST {
                let (_, name) = key.rsplit_once('.')?;
                text = pack.get(&format!("*.{name}"))?.1;
            }
            Some(str::from_utf8(text).ok()?.to_owned())
        }
        Err(missing) => {
            let reason = missing.0;
            packs
                .docs_missing
                .replace(Some(MissingDocs { reason, is_felt }));
            None
        }
    }
}

/// Why docstrings were missing since this was last called; from now on they are asked for again.
pub(crate) fn missing_docs() -> Option<String> {
    let missing = packs().docs_missing.take()?;
    missing.is_felt.then_some(missing.reason)
}

/// Asks for docstrings again that did not arrive for an earlier program.
pub(crate) fn begin_program() {
    packs().docs_missing.take();
}

/// A pack of files, fetched when it is first needed; `None` if it does not arrive.
fn arrived(cell: fn(&Packs) -> &OnceCell<Rc<Pack>>, name: PackName) -> Option<Rc<Pack>> {
    fetched(cell(&packs()), name).ok().map(Rc::clone)
}

/// A table of the characters pack, by its name; `None` if the pack does not arrive.
pub(crate) fn characters(name: &str) -> Option<Vec<u8>> {
    // Each table is asked for once, so the pack is not kept.
    let pack = Pack::parse(host().pack(PackName::Characters).ok()?).ok()?;
    Some(pack.get(name)?.1.to_vec())
}

/// Calls `read` with a module's entry, if the library has this module.
pub(super) fn with_module<T>(
    name: &str,
    vm: &VirtualMachine,
    read: impl FnOnce(Kind, &[u8]) -> PyResult<T>,
) -> PyResult<Option<T>> {
    let packs = packs();
    let Some(name_of_pack) = packs.modules.get(name) else {
        return Ok(None);
    };
    let cell = match name_of_pack {
        PackName::Rest => &packs.rest,
        PackName::Arrays => &packs.arrays,
        PackName::Tables => &packs.tables,
        _ => &packs.core,
    };
    let has_failed = |missing: PackMissing| vm.new_os_error(missing.to_string());
    if name == "zoneinfo" {
        // A zone that is looked for and a zone that does not arrive are the same to the module.
        fetched(&packs.zones, PackName::Zones).map_err(has_failed)?;
    }
    fetched(cell, *name_of_pack)
        .map_err(has_failed)?
        .get(name)
        .map(|(kind, data)| read(kind, data))
        .transpose()
}

/// Whether the packs have this module; native modules do not count.
pub(crate) fn has_module(name: &str) -> bool {
    packs().modules.contains_key(name)
}
