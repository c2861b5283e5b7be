//! Folders of the file system in memory that more than one room speaks of.

/// The program's home and working folder.
pub(crate) const HOME: &str = "/home/user";

/// The folder that the standard library seems to lie in.
pub(crate) const LIBRARY: &str = "/lib/python3.14";
