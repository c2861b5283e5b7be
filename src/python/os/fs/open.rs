//! Open files: descriptors, reading and writing.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use super::node::{Content, Device, Node, NodeId};
use super::{FileSystem, Result};
use crate::python::host::host;
use crate::python::os::errno::Errno;

/// A file descriptor.
pub(crate) type Fd = i32;

const MOST_DESCRIPTORS: Fd = 1_024;

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

    fn has(self, flag: i32) -> bool {
        self.0 & flag != 0
    }

    fn reads(self) -> bool {
        self.0 & 0o3 != Self::WRITE_ONLY
    }

    fn writes(self) -> bool {
        self.0 & 0o3 != Self::READ_ONLY
    }
}

#[derive(Clone, Debug)]
enum Open {
    Standard(Standard),
    /// Descriptors made by `dup` share their offset.
    File(Rc<RefCell<OpenFile>>),
}

#[derive(Debug)]
struct OpenFile {
    node: NodeId,
    flags: Flags,
    offset: u64,
}

#[derive(Debug)]
pub(super) struct Descriptors(BTreeMap<Fd, Open>);

impl Descriptors {
    pub(super) fn new() -> Self {
        let standard = [Standard::Input, Standard::Output, Standard::Error];
        Self((0..).zip(standard.map(Open::Standard)).collect())
    }

    fn get(&self, fd: Fd) -> Result<&Open> {
        self.0.get(&fd).ok_or(Errno::EBADF)
    }

    fn file(&self, fd: Fd) -> Result<Rc<RefCell<OpenFile>>> {
        match self.get(fd)? {
            Open::File(file) => Ok(Rc::clone(file)),
            Open::Standard(_) => Err(Errno::ESPIPE),
        }
    }

    /// The node of an open file; `None` for a standard stream.
    pub(super) fn node(&self, fd: Fd) -> Result<Option<NodeId>> {
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

    fn add(&mut self, open: Open) -> Result<Fd> {
        let free = (0..MOST_DESCRIPTORS)
            .find(|fd| !self.0.contains_key(fd))
            .ok_or(Errno::EMFILE)?;
        self.0.insert(free, open);
        Ok(free)
    }
}

impl FileSystem {
    /// Opens a file and returns its descriptor.
    pub(crate) fn open(&mut self, path: &str, flags: Flags, mode: u32) -> Result<Fd> {
        let place = self.place(path, !flags.has(Flags::NO_FOLLOW))?;
        let node = match place.node {
            Some(_) if flags.has(Flags::CREATE) && flags.has(Flags::EXCLUSIVE) => {
                return Err(Errno::EEXIST);
            }
            Some(id) => self.check_open(id, flags)?,
            None if flags.has(Flags::CREATE) && path.ends_with('/') => return Err(Errno::EISDIR),
            None if flags.has(Flags::CREATE) => {
                self.allow_entry(place.folder)?;
                let mode = mode & 0o777 & !self.umask;
                let node = Node::new(Content::File(Vec::new()), mode, false);
                self.insert(place.folder, place.name, node)
            }
            None => return Err(Errno::ENOENT),
        };
        if flags.has(Flags::TRUNCATE)
            && flags.writes()
            && matches!(self.node(node).content, Content::File(_))
        {
            self.resize(node, 0)?;
        }
        let file = OpenFile {
            node,
            flags,
            offset: 0,
        };
        self.descriptors
            .add(Open::File(Rc::new(RefCell::new(file))))
    }

    fn check_open(&self, id: NodeId, flags: Flags) -> Result<NodeId> {
        let node = self.node(id);
        match &node.content {
            Content::Folder { .. } if flags.writes() => return Err(Errno::EISDIR),
            Content::Link(_) => return Err(Errno::ELOOP),
            Content::File(_) if flags.has(Flags::FOLDER) => return Err(Errno::ENOTDIR),
            Content::File(_) if flags.writes() => self.writable(id)?,
            _ => {}
        }
        if flags.reads() && node.mode & 0o400 == 0 || flags.writes() && node.mode & 0o200 == 0 {
            return Err(Errno::EACCES);
        }
        Ok(id)
    }

    /// Closes a descriptor.
    pub(crate) fn close(&mut self, fd: Fd) -> Result<()> {
        let open = self.descriptors.0.remove(&fd).ok_or(Errno::EBADF)?;
        if let Open::File(file) = open {
            let node = file.borrow().node;
            drop(file);
            self.drop_if_unused(node);
        }
        Ok(())
    }

    /// Makes a second descriptor of an open file.
    pub(crate) fn duplicate(&mut self, fd: Fd) -> Result<Fd> {
        let open = self.descriptors.get(fd)?.clone();
        self.descriptors.add(open)
    }

    /// Makes `to` a second descriptor of an open file, closing what it was.
    pub(crate) fn duplicate_to(&mut self, fd: Fd, to: Fd) -> Result<()> {
        let open = self.descriptors.get(fd)?.clone();
        if fd == to {
            return Ok(());
        }
        if !(0..MOST_DESCRIPTORS).contains(&to) {
            return Err(Errno::EBADF);
        }
        if self.descriptors.get(to).is_ok() {
            self.close(to)?;
        }
        self.descriptors.0.insert(to, open);
        Ok(())
    }

    /// Which standard stream this is; `None` for a file.
    pub(crate) fn standard(&self, fd: Fd) -> Result<Option<Standard>> {
        Ok(match self.descriptors.get(fd)? {
            Open::Standard(standard) => Some(*standard),
            Open::File(_) => None,
        })
    }

    /// Reads at most `max` bytes from where the file stands.
    pub(crate) fn read(&mut self, fd: Fd, max: usize) -> Result<Vec<u8>> {
        let file = self.descriptors.file(fd)?;
        let mut file = file.borrow_mut();
        if !file.flags.reads() {
            return Err(Errno::EBADF);
        }
        let node = self.node_mut(file.node);
        node.accessed = host().now();
        Ok(match &node.content {
            Content::File(data) => {
                let rest = usize::try_from(file.offset)
                    .ok()
                    .and_then(|offset| data.get(offset..))
                    .unwrap_or_default();
                let read = &rest[..max.min(rest.len())];
                file.offset += read.len() as u64;
                read.to_vec()
            }
            Content::Device(device) => device.read(max)?,
            Content::Folder { .. } => return Err(Errno::EISDIR),
            Content::Link(_) => return Err(Errno::EINVAL),
        })
    }

    /// Writes where the file stands, all of `bytes` or nothing.
    pub(crate) fn write(&mut self, fd: Fd, bytes: &[u8]) -> Result<usize> {
        let file = self.descriptors.file(fd)?;
        let mut file = file.borrow_mut();
        if !file.flags.writes() {
            return Err(Errno::EBADF);
        }
        let Content::File(data) = &self.node(file.node).content else {
            return Ok(bytes.len());
        };
        let length = data.len() as u64;
        if file.flags.has(Flags::APPEND) {
            file.offset = length;
        }
        let end = file.offset + bytes.len() as u64;
        if end > length {
            self.resize(file.node, end)?;
        }
        let node = self.node_mut(file.node);
        node.modified = host().now();
        if let Content::File(data) = &mut node.content {
            let start = usize::try_from(file.offset).map_err(|_| Errno::EFBIG)?;
            data[start..start + bytes.len()].copy_from_slice(bytes);
        }
        file.offset = end;
        Ok(bytes.len())
    }

    /// Moves to an offset and returns it, counted from the start.
    pub(crate) fn seek(&mut self, fd: Fd, offset: i64, whence: Whence) -> Result<u64> {
        let file = self.descriptors.file(fd)?;
        let mut file = file.borrow_mut();
        let base = match whence {
            Whence::Start => 0,
            Whence::Current => file.offset,
            Whence::End => self.node(file.node).stat(file.node).size,
        };
        file.offset = base.checked_add_signed(offset).ok_or(Errno::EINVAL)?;
        Ok(file.offset)
    }

    /// Sets an open file's length.
    pub(crate) fn truncate(&mut self, fd: Fd, length: u64) -> Result<()> {
        let file = self.descriptors.file(fd).map_err(|_| Errno::EINVAL)?;
        let file = file.borrow();
        if !file.flags.writes() {
            return Err(Errno::EINVAL);
        }
        self.resize(file.node, length)
    }
}

impl Device {
    fn read(self, max: usize) -> Result<Vec<u8>> {
        if let Self::Null = self {
            return Ok(Vec::new());
        }
        let mut bytes = Vec::new();
        bytes.try_reserve_exact(max).map_err(|_| Errno::ENOMEM)?;
        bytes.resize(max, 0);
        if let Self::Random = self {
            host().random(&mut bytes);
        }
        Ok(bytes)
    }
}
