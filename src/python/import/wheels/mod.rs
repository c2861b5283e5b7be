//! Packages that the page brings beside the standard library: wheels, read as they lie.
//!
//! | file | idea |
//! |---|---|
//! | `archive` | one wheel: what is in it, and whether it can be used here |
//! | `error` | what is wrong with a wheel, in a sentence |
//! | `names` | which names its files may have |
//! | `site` | all wheels of an interpreter, as one folder of packages |
//! | `substitutes` | modules of packages for other interpreters in browsers, and what stands for them |
//! | `importer` | the importer that reads modules from this folder |
//!
//! Programs see the files of all wheels in one folder, as if a tool had installed them there. Nothing is
//! unpacked before it is asked for: the index of each archive says what there is, and a module or a
//! data file is inflated when it is read.

mod archive;
mod error;
pub(crate) mod importer;
mod names;
mod site;
mod substitutes;

pub(crate) use archive::Packed;
pub(crate) use site::{add, count, files, forget, has_module};

/// The folder in which programs see the files of wheels.
pub(crate) const FOLDER: &str = "/lib/site-packages";
