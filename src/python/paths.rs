//! Folders of the file system in memory that more than one room speaks of.

pub(crate) use crate::library::FOLDER as LIBRARY;
pub(crate) use crate::protocol::HOME;
