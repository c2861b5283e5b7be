//! Folders of the file system in memory that more than one room speaks of.

pub(crate) use crate::library::FOLDER as LIBRARY;
pub(crate) use crate::protocol::HOME;

/// Where programs find the files of the time zones, as on Linux. They appear in it as those of the
/// library do.
pub(crate) const ZONES: &str = "/usr/share/zoneinfo";
