//! Where imports come from, and which ones the page allows.
//!
//! | file | idea |
//! |---|---|
//! | `packs` | the standard library as packs, fetched when a program needs them |
//! | `importer` | the importer that reads modules from the packs |
//! | `wheels` | packages that the page brings, and their importer |
//! | `access` | rules on what a program imports |

pub(super) mod access;
pub(super) mod importer;
pub(crate) mod packs;
pub(crate) mod wheels;
