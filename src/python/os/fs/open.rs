//! Opening, reading, writing and closing files.

use std::cell::RefCell;
use std::rc::Rc;

use super::FileSystem;
use super::descriptors::{Fd, Flags, MOST_DESCRIPTORS, Open, OpenFile, Standard, Whence};
use super::node::{Content, Device, Node, NodeId};
use crate::python::errno::{Errno, SystemResult};
use crate::python::host::host;

impl FileSystem {
    /// Opens a file and returns its descriptor.
    pub(crate) fn open(&mut self, path: &str, flags: Flags, mode: u32) -> SystemResult<Fd> {
        let place = self.place(path, !flags.has(Flags::NO_FOLLOW))?;
        let node = match place.node {
            Some(_) if flags.has(Flags::CREATE) && flags.has(Flags::EXCLUSIVE) => {
                return Err(Errno::EEXIST);
            }
            Some(id) => {
                self.check_open(id, flags)?;
                self.unpack(id)?;
                id
            }
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

    /// Inflates a file of a wheel, which then stays as it is.
    fn unpack(&mut self, id: NodeId) -> SystemResult<()> {
        let Content::Packed(packed) = &self.node(id).content else {
            return Ok(());
        };
        let data = packed.read().ok_or(Errno::EIO)?;
        self.node_mut(id).content = Content::File(data);
        Ok(())
    }

    fn check_open(&self, id: NodeId, flags: Flags) -> SystemResult<()> {
        let node = self.node(id);
        match &node.content {
            Content::Folder { .. } if flags.writes() => return Err(Errno::EISDIR),
            Content::Link(_) => return Err(Errno::ELOOP),
            Content::File(_) | Content::Packed(_) if flags.has(Flags::FOLDER) => {
                return Err(Errno::ENOTDIR);
            }
            Content::File(_) | Content::Packed(_) if flags.writes() => self.writable(id)?,
            _ => {}
        }
        if flags.reads() && node.mode & 0o400 == 0 || flags.writes() && node.mode & 0o200 == 0 {
            return Err(Errno::EACCES);
        }
        Ok(())
    }

    /// Closes a descriptor.
    pub(crate) fn close(&mut self, fd: Fd) -> SystemResult<()> {
        let open = self.descriptors.0.remove(&fd).ok_or(Errno::EBADF)?;
        if let Open::File(file) = open {
            let node = file.borrow().node;
            drop(file);
            self.drop_if_unused(node);
        }
        Ok(())
    }

    /// Makes a second descriptor of an open file.
    pub(crate) fn duplicate(&mut self, fd: Fd) -> SystemResult<Fd> {
        let open = self.descriptors.get(fd)?.clone();
        self.descriptors.add(open)
    }

    /// Makes `to` a second descriptor of an open file, closing what it was.
    pub(crate) fn duplicate_to(&mut self, fd: Fd, to: Fd) -> SystemResult<()> {
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
    pub(crate) fn standard(&self, fd: Fd) -> SystemResult<Option<Standard>> {
        Ok(match self.descriptors.get(fd)? {
            Open::Standard(standard) => Some(*standard),
            Open::File(_) => None,
        })
    }

    /// Reads at most `max` bytes from where the file stands.
    pub(crate) fn read(&mut self, fd: Fd, max: usize) -> SystemResult<Vec<u8>> {
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
            // A file of a wheel is unpacked when it is opened.
            Content::Link(_) | Content::Packed(_) => return Err(Errno::EINVAL),
        })
    }

    /// Writes where the file stands, all of `bytes` or nothing.
    pub(crate) fn write(&mut self, fd: Fd, bytes: &[u8]) -> SystemResult<usize> {
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

    /// Reads from an offset into `buffer`, wherever the file stands, and returns how much there was.
    #[cfg(feature = "sqlite")]
    pub(crate) fn read_at(&self, fd: Fd, offset: u64, buffer: &mut [u8]) -> SystemResult<usize> {
        let file = self.descriptors.file(fd)?;
        let Content::File(data) = &self.node(file.borrow().node).content else {
            return Err(Errno::EINVAL);
        };
        let rest = usize::try_from(offset)
            .ok()
            .and_then(|offset| data.get(offset..))
            .unwrap_or_default();
        let length = rest.len().min(buffer.len());
        buffer[..length].copy_from_slice(&rest[..length]);
        Ok(length)
    }

    /// Writes at an offset, wherever the file stands: all of `bytes` or nothing.
    #[cfg(feature = "sqlite")]
    pub(crate) fn write_at(&mut self, fd: Fd, offset: u64, bytes: &[u8]) -> SystemResult<()> {
        let file = self.descriptors.file(fd)?;
        let (node, flags) = {
            let file = file.borrow();
            (file.node, file.flags)
        };
        if !flags.writes() {
            return Err(Errno::EBADF);
        }
        let end = offset + bytes.len() as u64;
        if end > self.node(node).stat(node).size {
            self.resize(node, end)?;
        }
        let node = self.node_mut(node);
        node.modified = host().now();
        let Content::File(data) = &mut node.content else {
            return Err(Errno::EINVAL);
        };
        let start = usize::try_from(offset).map_err(|_| Errno::EFBIG)?;
        data[start..start + bytes.len()].copy_from_slice(bytes);
        Ok(())
    }

    /// Moves to an offset and returns it, counted from the start.
    pub(crate) fn seek(&mut self, fd: Fd, offset: i64, whence: Whence) -> SystemResult<u64> {
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
    pub(crate) fn truncate(&mut self, fd: Fd, length: u64) -> SystemResult<()> {
        let file = self.descriptors.file(fd).map_err(|errno| match errno {
            // A standard stream has no length.
            Errno::ESPIPE => Errno::EINVAL,
            other => other,
        })?;
        let file = file.borrow();
        if !file.flags.writes() {
            return Err(Errno::EINVAL);
        }
        self.resize(file.node, length)
    }
}

impl Device {
    fn read(self, max: usize) -> SystemResult<Vec<u8>> {
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
