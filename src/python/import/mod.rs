//! Where imports come from, and which ones the page allows.
//!
//! | file | idea |
//! |---|---|
//! | `packs` | the standard library as packs, fetched when a program needs them |
//! | `parts` | native modules whose functions arrive with a part of the interpreter |
//! | `importer` | the importer that reads modules from the packs |
//! | `wheels` | packages that the page brings, and their importer |
//! | `access` | rules on what a program imports |

pub(super) mod access;
pub(super) mod importer;
pub(crate) mod packs;
pub(crate) mod parts;
pub(crate) mod wheels;
