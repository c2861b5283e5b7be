//! All wheels of an interpreter, as one folder of packages.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use rustpython_vm::{PyObjectRef, PyResult, VirtualMachine};

use super::FOLDER;
use super::archive::{Entry, Limits, Packed, Wheel};
use super::error::{Problem, WheelError};
use crate::protocol::Package;
use crate::python::import::packs;
use crate::python::streams;

/// How many files the wheels of a program may hold. Sympy, a large one, has 1,600.
const MOST_FILES: usize = 20_000;

/// The wheels, and what is in all of them.
#[derive(Debug, Default)]
struct Site {
    wheels: Vec<Rc<Wheel>>,
    /// Files by their path in the folder, with the number of their wheel. Where several wheels have one path,
    /// the first wheel's file is there.
    files: BTreeMap<String, (usize, Entry)>,
    /// Folders that files are in.
    folders: BTreeSet<String>,
    bytes: u64,
}

thread_local! {
    static SITE: RefCell<Site> = RefCell::default();
}

/// What a name in a folder is to `import`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// The path of its file.
    Module(String),
    /// The path of its `__init__.py`.
    Package(String),
    /// A folder without `__init__.py`.
    Namespace(String),
}

/// Drops all wheels.
pub(crate) fn forget() {
    SITE.take();
}

/// How many wheels there are.
pub(crate) fn count() -> usize {
    SITE.with_borrow(|site| site.wheels.len())
}

/// All files, by their path from the root of the file system.
pub(crate) fn files() -> Vec<(String, Packed)> {
    SITE.with_borrow(|site| {
        let packed = |(path, (at, entry)): (&String, &(usize, Entry))| {
            let wheel = Rc::clone(&site.wheels[*at]);
            (
                format!("{FOLDER}/{path}"),
                Packed {
                    wheel,
                    entry: *entry,
                },
            )
        };
        site.files.iter().map(packed).collect()
    })
}

/// A file, by its path in the folder.
pub(super) fn file(path: &str) -> Option<Packed> {
    SITE.with_borrow(|site| {
        let (at, entry) = site.files.get(path)?;
        let wheel = Rc::clone(&site.wheels[*at]);
        Some(Packed {
            wheel,
            entry: *entry,
        })
    })
}

/// Whether there is such a folder in the folder of packages, which is itself named by the empty path.
pub(super) fn has_folder(path: &str) -> bool {
    path.is_empty() || SITE.with_borrow(|site| site.folders.contains(path))
}

/// What `import` finds under a name in a folder.
pub(super) fn find(folder: &str, name: &str) -> Option<Found> {
    let path = below(folder, name);
    SITE.with_borrow(|site| {
        let init = format!("{path}/__init__.py");
        let module = format!("{path}.py");
        if site.files.contains_key(&init) {
            Some(Found::Package(init))
        } else if site.files.contains_key(&module) {
            Some(Found::Module(module))
        } else if site.folders.contains(&path) {
            Some(Found::Namespace(path))
        } else {
            None
        }
    })
}

/// The modules of a folder, and whether each is a package.
pub(super) fn modules(folder: &str) -> BTreeMap<String, bool> {
    let start = below(folder, "");
    SITE.with_borrow(|site| {
        let within = site.files.range(start.clone()..);
        let within = within.map_while(|(path, _)| path.strip_prefix(&start));
        let mut modules = BTreeMap::new();
        for path in within {
            match path.split_once('/') {
                Some((package, "__init__.py")) => {
                    modules.insert(package.to_owned(), true);
                }
                None if path != "__init__.py" => {
                    if let Some(module) = path.strip_suffix(".py") {
                        modules.entry(module.to_owned()).or_insert(false);
                    }
                }
                _ => {}
            }
        }
        modules.retain(|name, _| !name.contains(['.', '-']));
        modules
    })
}

/// A path in a folder of the folder of packages.
pub(super) fn below(folder: &str, name: &str) -> String {
    if folder.is_empty() {
        name.to_owned()
    } else {
        format!("{folder}/{name}")
    }
}

/// Gives the interpreter these wheels, beside those that it has. One that it has already, with the same bytes,
/// is not added again.
///
/// # Errors
/// An `ImportError` with a sentence about the first wheel that cannot be used.
pub(crate) fn add(packages: &[Package], memory_bytes: u64, vm: &VirtualMachine) -> PyResult<()> {
    let was_empty = count() == 0;
    let mut shadows = Vec::new();
    for package in packages {
        let added = SITE.with_borrow_mut(|site| site.add(package, memory_bytes));
        let is_new = added.map_err(|problem| {
            let wheel = package.name.clone();
            let message = WheelError { wheel, problem }.to_string();
            vm.new_import_error(message, vm.ctx.new_utf8_str(package.name.as_str()))
        })?;
        if is_new {
            shadows.extend(shadowing(&package.name, vm)?);
        }
    }
    if was_empty && count() > 0 {
        install(vm)?;
    }
    for (wheel, module) in shadows {
        streams::write_error(
            &format!(
                "packages: {wheel} has a module '{module}' and so has the standard library, whose module is used\n"
            ),
            vm,
        );
    }
    Ok(())
}

/// Makes `import` find the packages of wheels, after the program's files and the standard library.
fn install(vm: &VirtualMachine) -> PyResult<()> {
    let finder = vm.import("_garter", 0)?.get_attr("WheelFinder", vm)?;
    let hooks = vm.sys_module.get_attr("path_hooks", vm)?;
    vm.call_method(&hooks, "insert", (0, finder))?;
    let path = vm.sys_module.get_attr("path", vm)?;
    vm.call_method(&path, "append", (FOLDER,))?;
    Ok(())
}

/// The modules of the last wheel that the standard library has as well.
fn shadowing(wheel: &str, vm: &VirtualMachine) -> PyResult<Vec<(String, String)>> {
    let names = vm.sys_module.get_attr("builtin_module_names", vm)?;
    let mut native = BTreeSet::new();
    for name in names.try_to_value::<Vec<PyObjectRef>>(vm)? {
        native.insert(name.str(vm)?.to_string_lossy().into_owned());
    }
    let own = SITE.with_borrow(|site| {
        let files = site.wheels.last().map(|wheel| wheel.files.keys());
        let modules = files.into_iter().flatten().filter_map(|path| {
            path.split_once('/')
                .filter(|(_, rest)| *rest == "__init__.py")
                .map(|(package, _)| package)
                .or_else(|| path.strip_suffix(".py").filter(|name| !name.contains('/')))
        });
        modules.map(str::to_owned).collect::<BTreeSet<String>>()
    });
    Ok(own
        .into_iter()
        .filter(|name| native.contains(name) || packs::has_module(name))
        .map(|module| (wheel.to_owned(), module))
        .collect())
}

impl Site {
    /// Returns whether the wheel is new.
    fn add(&mut self, package: &Package, memory_bytes: u64) -> Result<bool, Problem> {
        let is_same = |wheel: &Rc<Wheel>| wheel.data() == package.data.as_ref();
        if self.wheels.iter().any(is_same) {
            return Ok(false);
        }
        let limits = Limits {
            files: MOST_FILES - self.files.len(),
            bytes: memory_bytes.saturating_sub(self.bytes),
        };
        let (name, sha256) = (package.name.as_str(), package.sha256.as_deref());
        let wheel = Wheel::parse(name, package.data.clone(), sha256, limits)?;
        if let Some(other) = self.wheels.iter().find(|one| one.project == wheel.project) {
            let is_same_version = other.version == wheel.version;
            let other = other.name.clone();
            return Err(if is_same_version {
                Problem::TwoFiles { other }
            } else {
                Problem::TwoVersions { other }
            });
        }
        let at = self.wheels.len();
        for (path, entry) in &wheel.files {
            self.bytes += entry.size as u64;
            for (slash, _) in path.match_indices('/') {
                if !self.folders.contains(&path[..slash]) {
                    self.folders.insert(path[..slash].to_owned());
                }
            }
            self.files.entry(path.clone()).or_insert((at, *entry));
        }
        self.wheels.push(Rc::new(wheel));
        Ok(true)
    }
}
