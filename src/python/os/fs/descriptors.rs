//! File descriptors: numbers of open files and of the standard streams.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use super::node::NodeId;
use crate::python::errno::{Errno, SystemResult};

/// A file descriptor.
pub(crate) type Fd = i32;

pub(super) const MOST_DESCRIPTORS: Fd = 1_024;

/// The descriptors that are not files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standard {
    Input,
    Output,
    Error,
}

/// Where an offset counts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Whence {
    Start,
    Current,
    End,
}

/// How a file is opened, as Linux numbers it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Flags(pub i32);

impl Flags {
    pub(crate) const READ_ONLY: i32 = 0;
    pub(crate) const WRITE_ONLY: i32 = 0o1;
    pub(crate) const READ_WRITE: i32 = 0o2;
    pub(crate) const CREATE: i32 = 0o100;
    pub(crate) const EXCLUSIVE: i32 = 0o200;
    pub(crate) const TRUNCATE: i32 = 0o1_000;
    pub(crate) const APPEND: i32 = 0o2_000;
    pub(crate) const FOLDER: i32 = 0o200_000;
    pub(crate) const NO_FOLLOW: i32 = 0o400_000;

    pub(super) fn replacing() -> Self {
        Self(Self::WRITE_ONLY | Self::CREATE | Self::TRUNCATE)
    }

    pub(super) fn has(self, flag: i32) -> bool {
        self.0 & flag != 0
    }

    pub(super) fn reads(self) -> bool {
        self.0 & 0o3 != Self::WRITE_ONLY
    }

    pub(super) fn writes(self) -> bool {
        self.0 & 0o3 != Self::READ_ONLY
    }
}

/// What a descriptor stands for.
#[derive(Clone, Debug)]
pub(super) enum Open {
    Standard(Standard),
    /// Descriptors made by `dup` share their offset.
    File(Rc<RefCell<OpenFile>>),
}

/// An open file: where it is read and written next.
#[derive(Debug)]
pub(super) struct OpenFile {
    pub(super) node: NodeId,
    pub(super) flags: Flags,
    pub(super) offset: u64,
}

/// The open descriptors by their numbers.
#[derive(Debug)]
pub(super) struct Descriptors(pub(super) BTreeMap<Fd, Open>);

impl Descriptors {
    pub(super) fn new() -> Self {
        let standard = [Standard::Input, Standard::Output, Standard::Error];
        Self((0..).zip(standard.map(Open::Standard)).collect())
    }

    pub(super) fn get(&self, fd: Fd) -> SystemResult<&Open> {
        self.0.get(&fd).ok_or(Errno::EBADF)
    }

    pub(super) fn file(&self, fd: Fd) -> SystemResult<Rc<RefCell<OpenFile>>> {
        match self.get(fd)? {
            Open::File(file) => Ok(Rc::clone(file)),
            Open::Standard(_) => Err(Errno::ESPIPE),
        }
    }

    /// The node of an open file; `None` for a standard stream.
    pub(super) fn node(&self, fd: Fd) -> SystemResult<Option<NodeId>> {
        Ok(match self.get(fd)? {
            Open::File(file) => Some(file.borrow().node),
            Open::Standard(_) => None,
        })
    }

    pub(super) fn has_open(&self, id: NodeId) -> bool {
        self.0
            .values()
            .any(|open| matches!(open, Open::File(file) if file.borrow().node == id))
    }

    pub(super) fn add(&mut self, open: Open) -> SystemResult<Fd> {
        let free = (0..MOST_DESCRIPTORS)
            .find(|fd| !self.0.contains_key(fd))
            .ok_or(Errno::EMFILE)?;
        self.0.insert(free, open);
        Ok(free)
    }
}
