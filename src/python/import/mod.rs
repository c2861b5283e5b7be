//! Where imports come from, and which ones the page allows.
//!
//! | file | idea |
//! |---|---|
//! | `stdlib` | the standard library as packs, and the importer that reads them |
//! | `modules` | rules on what a program imports |

pub(super) mod modules;
pub(crate) mod stdlib;
