//! What a file system is made of.

use std::collections::BTreeMap;

use crate::python::errno::{Errno, SystemResult};
use crate::python::host::host;
use crate::python::import::wheels::Packed;

/// A node's number, also known as its inode number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct NodeId(pub u64);

impl NodeId {
    pub(super) const ROOT: Self = Self(1);

    pub(super) fn next(self) -> Self {
        Self(self.0 + 1)
    }
}

#[derive(Debug)]
pub(super) struct Node {
    pub content: Content,
    /// Permission bits.
    pub mode: u32,
    /// How many names it has.
    pub links: u32,
    /// Whether the program may not change it.
    pub is_fixed: bool,
    /// Nanoseconds since 1970, like the next one.
    pub accessed: u64,
    pub modified: u64,
}

#[derive(Debug)]
pub(super) enum Content {
    Folder {
        entries: BTreeMap<String, NodeId>,
        parent: NodeId,
    },
    File(Vec<u8>),
    /// A file of a wheel, until it is opened.
    Packed(Packed),
    Link(String),
    Device(Device),
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Device {
    Null,
    Zero,
    Random,
}

/// The kinds of files that `stat` tells apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FileKind {
    Folder,
    File,
    Link,
    Device,
}

impl FileKind {
    /// The file type bits of `st_mode`.
    fn bits(self) -> u32 {
        match self {
            Self::Folder => 0o040_000,
            Self::File => 0o100_000,
            Self::Link => 0o120_000,
            Self::Device => 0o020_000,
        }
    }
}

/// The properties of a file, as `stat` returns them.
#[derive(Clone, Debug)]
pub(crate) struct Stat {
    /// Type and permissions.
    pub mode: u32,
    pub inode: u64,
    pub links: u32,
    pub size: u64,
    /// Nanoseconds since 1970, like the next one.
    pub accessed: u64,
    pub modified: u64,
}

impl Stat {
    pub(crate) fn kind(&self) -> FileKind {
        match self.mode & 0o170_000 {
            0o040_000 => FileKind::Folder,
            0o100_000 => FileKind::File,
            0o120_000 => FileKind::Link,
            _ => FileKind::Device,
        }
    }

    /// Of standard input, output or error.
    pub(super) fn of_stream() -> Self {
        Self {
            mode: FileKind::Device.bits() | 0o620,
            inode: 0,
            links: 1,
            size: 0,
            accessed: 0,
            modified: 0,
        }
    }
}

/// The ways of using a file.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Access {
    pub read: bool,
    pub write: bool,
    pub execute: bool,
}

impl Node {
    pub(super) fn new(content: Content, mode: u32, is_fixed: bool) -> Self {
        let now = if is_fixed { 0 } else { host().now() };
        Self {
            content,
            mode,
            links: 1,
            is_fixed,
            accessed: now,
            modified: now,
        }
    }

    pub(super) fn is_folder(&self) -> bool {
        matches!(self.content, Content::Folder { .. })
    }

    pub(super) fn entries(&self) -> SystemResult<&BTreeMap<String, NodeId>> {
        match &self.content {
            Content::Folder { entries, .. } => Ok(entries),
            _ => Err(Errno::ENOTDIR),
        }
    }

    /// # Panics
    /// If it is no folder: places are looked up before they are changed.
    pub(super) fn entries_mut(&mut self) -> &mut BTreeMap<String, NodeId> {
        match &mut self.content {
            Content::Folder { entries, .. } => entries,
            _ => unreachable!("a place lies in a folder"),
        }
    }

    pub(super) fn stat(&self, id: NodeId) -> Stat {
        Stat {
            mode: self.content.kind().bits() | self.mode,
            inode: id.0,
            links: self.links + u32::from(self.is_folder()),
            size: match &self.content {
                Content::File(data) => data.len() as u64,
                Content::Packed(packed) => packed.size(),
                Content::Link(target) => target.len() as u64,
                Content::Folder { .. } | Content::Device(_) => 0,
            },
            accessed: self.accessed,
            modified: self.modified,
        }
    }
}

impl Content {
    pub(super) fn folder(parent: NodeId) -> Self {
        Self::Folder {
            entries: BTreeMap::new(),
            parent,
        }
    }

    pub(super) fn kind(&self) -> FileKind {
        match self {
            Self::Folder { .. } => FileKind::Folder,
            Self::File(_) | Self::Packed(_) => FileKind::File,
            Self::Link(_) => FileKind::Link,
            Self::Device(_) => FileKind::Device,
        }
    }

    pub(super) fn owned_bytes(&self) -> u64 {
        match self {
            Self::File(data) => data.len() as u64,
            _ => 0,
        }
    }
}
