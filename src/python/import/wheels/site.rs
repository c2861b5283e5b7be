//! All wheels of an interpreter, as one folder of packages.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::rc::Rc;

use rustpython_vm::{PyObjectRef, PyResult, VirtualMachine};

use super::FOLDER;
use super::archive::{self, Entry, Limits, Packed, Wheel};
use super::error::{Problem, WheelError};
use crate::protocol::Package;
use crate::python::import::packs;
use crate::python::streams;

/// How many files and folders the wheels of a program may hold. Sympy, a large one, has 1,600.
const MOST_FILES: usize = 20_000;

/// The wheels, and what is in all of them.
#[derive(Clone, Debug, Default)]
struct Site {
    wheels: Vec<Rc<Wheel>>,
    /// Files by their path in the folder, with the number of their wheel. Where several wheels have one path,
    /// the first wheel's file is there: a module of another one is the same.
    files: BTreeMap<String, (usize, Entry)>,
    /// Folders that files are in.
    folders: BTreeSet<String>,
    /// Of all wheels, packed and unpacked.
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

/// Whether wheels have a module of this name, which may have dots.
pub(crate) fn has_module(name: &str) -> bool {
    let path = name.replace('.', "/");
    let (folder, last) = path.rsplit_once('/').unwrap_or(("", &path));
    find(folder, last).is_some()
}

/// Gives the interpreter these wheels, beside those that it has. One that it has already, with the same bytes,
/// is not added again. If one of them cannot be used, none of them is there.
///
/// # Errors
/// An `ImportError` with a sentence about the first wheel that cannot be used.
pub(crate) fn add(packages: &[Package], memory_bytes: u64, vm: &VirtualMachine) -> PyResult<()> {
    if packages.is_empty() {
        return Ok(());
    }
    let mut site = SITE.with_borrow(Site::clone);
    let known = site.wheels.len();
    let mut notices = Vec::new();
    for package in packages {
        let added = site.add(package, memory_bytes).map_err(|problem| {
            let wheel = package.name.clone();
            let message = WheelError { wheel, problem }.to_string();
            vm.new_import_error(message, vm.ctx.new_utf8_str(package.name.as_str()))
        })?;
        notices.extend(added);
    }
    for wheel in &site.wheels[known..] {
        for module in shadowing(wheel, vm)? {
            notices.push(format!(
                "{} has a module '{module}' and so has the standard library, whose module is used",
                wheel.name
            ));
        }
    }
    if known == 0 {
        install(vm)?;
    }
    SITE.set(site);
    for notice in notices {
        streams::write_error(&format!("packages: {notice}\n"), vm);
    }
    Ok(())
}

/// Makes `import` find the packages of wheels, after the program's files and the standard library.
fn install(vm: &VirtualMachine) -> PyResult<()> {
    let finder = vm.import("_garter", 0)?.get_attr("WheelFinder", vm)?;
    let hooks = vm.sys_module.get_attr("path_hooks", vm)?;
    let path = vm.sys_module.get_attr("path", vm)?;
    vm.call_method(&path, "append", (FOLDER,))?;
    vm.call_method(&hooks, "insert", (0, finder))?;
    Ok(())
}

/// The modules of a wheel that the standard library has as well.
fn shadowing(wheel: &Wheel, vm: &VirtualMachine) -> PyResult<BTreeSet<String>> {
    let names = vm.sys_module.get_attr("builtin_module_names", vm)?;
    let mut native = BTreeSet::new();
    for name in names.try_to_value::<Vec<PyObjectRef>>(vm)? {
        native.insert(name.str(vm)?.to_string_lossy().into_owned());
    }
    let modules = wheel.files.keys().filter_map(|path| {
        path.split_once('/')
            .filter(|(_, rest)| *rest == "__init__.py")
            .map(|(package, _)| package)
            .or_else(|| path.strip_suffix(".py").filter(|name| !name.contains('/')))
    });
    Ok(modules
        .filter(|name| native.contains(*name) || packs::has_module(name))
        .map(str::to_owned)
        .collect())
}

impl Site {
    /// Returns what has to be told of the wheel.
    fn add(&mut self, package: &Package, memory_bytes: u64) -> Result<Option<String>, Problem> {
        let sha256 = package.sha256.as_deref();
        archive::check_hash(package.data.as_ref(), sha256)?;
        let is_same = |wheel: &Rc<Wheel>| wheel.data() == package.data.as_ref();
        if self.wheels.iter().any(is_same) {
            return Ok(None);
        }
        let limits = Limits {
            files: MOST_FILES.saturating_sub(self.files.len() + self.folders.len()),
            bytes: memory_bytes.saturating_sub(self.bytes),
        };
        let wheel = Wheel::parse(&package.name, package.data.clone(), limits)?;
        if let Some(other) = self.wheels.iter().find(|one| one.project == wheel.project) {
            let is_same_version = other.version == wheel.version;
            let other = other.name.clone();
            return Err(if is_same_version {
                Problem::TwoFiles { other }
            } else {
                Problem::TwoVersions { other }
            });
        }
        self.check_kinds(&wheel)?;
        let mut doubles = Vec::new();
        let at = self.wheels.len();
        for (path, entry) in &wheel.files {
            let Some((first, known)) = self.files.get(path) else {
                self.files.insert(path.clone(), (at, *entry));
                continue;
            };
            if (known.size, known.crc) == (entry.size, entry.crc) {
                continue;
            }
            let other = self.wheels[*first].name.clone();
            let file = path.clone();
            if is_module(path) {
                return Err(Problem::SameModule { file, other });
            }
            doubles.push((file, other));
        }
        self.bytes += wheel.bytes;
        self.folders.extend(wheel.folders.iter().cloned());
        let notice = doubles.first().map(|(file, other)| {
            let count = doubles.len();
            let name = &wheel.name;
            format!(
                "{name} has {count} other files at paths of {other}, whose files are used: {file}"
            )
        });
        self.wheels.push(Rc::new(wheel));
        Ok(notice)
    }

    /// What is a file in one wheel is no folder in another one.
    fn check_kinds(&self, wheel: &Wheel) -> Result<(), Problem> {
        let is_both = |one: &Wheel, other: &Wheel| {
            let mut folders = one.folders.iter();
            folders
                .find(|path| other.files.contains_key(*path))
                .cloned()
        };
        for other in &self.wheels {
            if let Some(file) = is_both(wheel, other).or_else(|| is_both(other, wheel)) {
                let other = other.name.clone();
                return Err(Problem::FileIsFolderOf { file, other });
            }
        }
        Ok(())
    }
}

/// Whether `import` runs it.
fn is_module(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|end| end == "py")
}
