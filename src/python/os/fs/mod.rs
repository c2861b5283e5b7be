//! The file system in memory: folders, files, symbolic links, and open file descriptors, with
//! POSIX's rules. Knows nothing of Python.

mod descriptors;
mod node;
mod open;
mod path;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

pub(crate) use descriptors::{Fd, Flags, Standard, Whence};
pub(crate) use node::{Access, FileKind, Stat};

use self::descriptors::Descriptors;
use self::node::{Content, Device, Node, NodeId};
use crate::library::pack::Pack;
use crate::python::errno::{Errno, SystemResult};
use crate::python::host::host;
use crate::python::import::packs;
use crate::python::paths::{HOME, LIBRARY, ZONES};

/// Folders that exist from the start; those that a program may write in, marked.
const FOLDERS: [(&str, bool); 9] = [
    ("/home", false),
    (HOME, true),
    ("/tmp", true),
    ("/dev", false),
    ("/lib", false),
    (LIBRARY, false),
    ("/usr", false),
    ("/usr/share", false),
    (ZONES, false),
];
/// Folders whose files are in a pack.
const PACKED: [Packed; 2] = [(LIBRARY, packs::sources), (ZONES, packs::zones)];
const DEVICES: [(&str, Device); 3] = [
    ("/dev/null", Device::Null),
    ("/dev/zero", Device::Zero),
    ("/dev/urandom", Device::Random),
];

/// A folder, and how its pack is fetched.
type Packed = (&'static str, fn() -> Option<Rc<Pack>>);

/// Files, folders and open descriptors of one program.
#[derive(Debug)]
pub(crate) struct FileSystem {
    nodes: BTreeMap<NodeId, Node>,
    next: NodeId,
    working_folder: NodeId,
    descriptors: Descriptors,
    umask: u32,
    bytes_left: u64,
    nodes_left: u32,
    /// Folders whose pack has not been put there.
    unfilled: BTreeMap<NodeId, Packed>,
    /// The folder around that of packages.
    around_packages: Option<NodeId>,
    /// How many wheels have their files in the folder of packages.
    wheels: usize,
}

thread_local! {
    static FILES: RefCell<FileSystem> = RefCell::new(FileSystem::new());
}

/// Calls `use_files` with this thread's file system.
pub(crate) fn with<T>(use_files: impl FnOnce(&mut FileSystem) -> T) -> T {
    FILES.with_borrow_mut(use_files)
}

/// Begins a new file system.
pub(crate) fn reset() {
    FILES.set(FileSystem::new());
}

impl FileSystem {
    fn new() -> Self {
        let mut files = Self {
            nodes: [(
                NodeId::ROOT,
                Node::new(Content::folder(NodeId::ROOT), 0o755, true),
            )]
            .into(),
            next: NodeId::ROOT.next(),
            working_folder: NodeId::ROOT,
            descriptors: Descriptors::new(),
            umask: 0o022,
            bytes_left: u64::MAX,
            nodes_left: u32::MAX,
            unfilled: BTreeMap::new(),
            around_packages: None,
            wheels: 0,
        };
        for (path, is_writable) in FOLDERS {
            files.add_fixed(path, |parent| {
                Node::new(Content::folder(parent), 0o755, !is_writable)
            });
        }
        for (path, device) in DEVICES {
            files.add_fixed(path, |_| Node::new(Content::Device(device), 0o666, true));
        }
        files.working_folder = files.find(HOME, true).unwrap_or(NodeId::ROOT);
        for packed in PACKED {
            if let Ok(folder) = files.find(packed.0, true) {
                files.unfilled.insert(folder, packed);
            }
        }
        files.around_packages = files.find("/lib", true).ok();
        files
    }

    /// From now on allows so many bytes in files and so many more files and folders.
    pub(crate) fn allow(&mut self, bytes: u64, nodes: u32) {
        self.bytes_left = bytes;
        self.nodes_left = nodes;
    }

    /// Adds what a program did not make and cannot change.
    fn add_fixed(&mut self, path: &str, node: impl FnOnce(NodeId) -> Node) {
        if let Ok(place) = self.place(path, false)
            && place.node.is_none()
        {
            let node = node(place.folder);
            self.insert(place.folder, place.name, node);
        }
    }

    fn node(&self, id: NodeId) -> &Node {
        &self.nodes[&id]
    }

    fn node_mut(&mut self, id: NodeId) -> &mut Node {
        self.nodes
            .get_mut(&id)
            .expect("an id names a node while the node has a name or is open")
    }

    /// Puts a new node into a folder.
    fn insert(&mut self, folder: NodeId, name: String, node: Node) -> NodeId {
        let id = self.next;
        self.next = id.next();
        self.nodes.insert(id, node);
        self.enter(folder, name, id);
        id
    }

    /// Gives a node a name in a folder.
    fn enter(&mut self, folder: NodeId, name: String, id: NodeId) {
        let folder = self.node_mut(folder);
        folder.modified = host().now();
        folder.entries_mut().insert(name, id);
    }

    /// Takes a name out of its folder, and the node away with its last name.
    fn leave(&mut self, folder: NodeId, name: &str) {
        let folder = self.node_mut(folder);
        folder.modified = host().now();
        if let Some(id) = folder.entries_mut().remove(name) {
            self.node_mut(id).links -= 1;
            self.drop_if_unused(id);
        }
    }

    fn drop_if_unused(&mut self, id: NodeId) {
        let node = self.node(id);
        if node.links == 0 && !self.descriptors.has_open(id) {
            self.bytes_left += node.content.owned_bytes();
            self.nodes_left += 1;
            self.nodes.remove(&id);
        }
    }

    /// Makes room for one more node of the program's own in this folder.
    fn allow_entry(&mut self, folder: NodeId) -> SystemResult<()> {
        self.writable(folder)?;
        self.nodes_left = self.nodes_left.checked_sub(1).ok_or(Errno::ENOSPC)?;
        Ok(())
    }

    fn writable(&self, id: NodeId) -> SystemResult<()> {
        if self.node(id).is_fixed {
            Err(Errno::EROFS)
        } else {
            Ok(())
        }
    }

    /// Sets a file's length; new bytes are zero.
    fn resize(&mut self, id: NodeId, length: u64) -> SystemResult<()> {
        let left = self.bytes_left;
        let node = self.node_mut(id);
        let Content::File(data) = &mut node.content else {
            return Err(Errno::EINVAL);
        };
        let before = data.len() as u64;
        if length > before.saturating_add(left) {
            return Err(Errno::ENOSPC);
        }
        let length_in_memory = usize::try_from(length).map_err(|_| Errno::EFBIG)?;
        let growth = length_in_memory.saturating_sub(data.len());
        data.try_reserve(growth).map_err(|_| Errno::ENOSPC)?;
        data.resize(length_in_memory, 0);
        node.modified = host().now();
        self.bytes_left = left + before - length;
        Ok(())
    }

    /// The current working folder's path.
    pub(crate) fn working_folder(&self) -> SystemResult<String> {
        self.path_of(self.working_folder)
    }

    /// Changes the working folder.
    pub(crate) fn change_folder(&mut self, path: &str) -> SystemResult<()> {
        let id = self.find(path, true)?;
        self.node(id).entries()?;
        self.working_folder = id;
        Ok(())
    }

    /// Changes the working folder to an open one.
    pub(crate) fn change_to_open_folder(&mut self, fd: Fd) -> SystemResult<()> {
        let id = self.descriptors.node(fd)?.ok_or(Errno::ENOTDIR)?;
        self.node(id).entries()?;
        self.working_folder = id;
        Ok(())
    }

    /// Sets which permissions new files do not get, and returns those before.
    pub(crate) fn set_umask(&mut self, mask: u32) -> u32 {
        std::mem::replace(&mut self.umask, mask & 0o777)
    }

    /// The properties of a file.
    pub(crate) fn stat(&mut self, path: &str, follow: bool) -> SystemResult<Stat> {
        let id = self.find(path, follow)?;
        Ok(self.node(id).stat(id))
    }

    /// The properties of an open file.
    pub(crate) fn stat_open(&self, fd: Fd) -> SystemResult<Stat> {
        Ok(match self.descriptors.node(fd)? {
            Some(id) => self.node(id).stat(id),
            None => Stat::of_stream(),
        })
    }

    /// The entries of a folder with their kind and inode number, in the order of their names.
    pub(crate) fn list(&mut self, path: &str) -> SystemResult<Vec<(String, FileKind, u64)>> {
        let id = self.find(path, true)?;
        self.fill(id);
        self.list_node(id)
    }

    /// The entries of an open folder.
    pub(crate) fn list_open(&self, fd: Fd) -> SystemResult<Vec<(String, FileKind, u64)>> {
        self.list_node(self.descriptors.node(fd)?.ok_or(Errno::ENOTDIR)?)
    }

    fn list_node(&self, id: NodeId) -> SystemResult<Vec<(String, FileKind, u64)>> {
        let entries = self.node(id).entries()?;
        Ok(entries
            .iter()
            .map(|(name, id)| (name.clone(), self.node(*id).content.kind(), id.0))
            .collect())
    }

    /// Makes a folder.
    pub(crate) fn make_folder(&mut self, path: &str, mode: u32) -> SystemResult<()> {
        let place = self.place(path, false)?;
        if place.node.is_some() {
            return Err(Errno::EEXIST);
        }
        self.allow_entry(place.folder)?;
        let node = Node::new(
            Content::folder(place.folder),
            mode & 0o777 & !self.umask,
            false,
        );
        self.insert(place.folder, place.name, node);
        Ok(())
    }

    /// Removes an empty folder.
    pub(crate) fn remove_folder(&mut self, path: &str) -> SystemResult<()> {
        let place = self.place(path, false)?;
        let id = place.node.ok_or(Errno::ENOENT)?;
        let entries = self.node(id).entries()?;
        if path.trim_end_matches('/').ends_with("/.") || path == "." {
            return Err(Errno::EINVAL);
        }
        if !entries.is_empty() {
            return Err(Errno::ENOTEMPTY);
        }
        self.writable(place.folder)?;
        if id == self.working_folder {
            return Err(Errno::EBUSY);
        }
        self.leave(place.folder, &place.name);
        Ok(())
    }

    /// Removes a name of a file; the file goes with its last name and its last descriptor.
    pub(crate) fn unlink(&mut self, path: &str) -> SystemResult<()> {
        let place = self.place(path, false)?;
        let id = place.node.ok_or(Errno::ENOENT)?;
        if self.node(id).is_folder() {
            return Err(Errno::EISDIR);
        }
        self.writable(place.folder)?;
        self.leave(place.folder, &place.name);
        Ok(())
    }

    /// Renames; an old file of the new name is replaced.
    pub(crate) fn rename(&mut self, from: &str, to: &str) -> SystemResult<()> {
        let source = self.place(from, false)?;
        let id = source.node.ok_or(Errno::ENOENT)?;
        let target = self.place(to, false)?;
        self.writable(source.folder)?;
        self.writable(target.folder)?;
        let is_folder = self.node(id).is_folder();
        if is_folder && self.is_within(target.folder, id) {
            return Err(Errno::EINVAL);
        }
        match target.node {
            Some(same) if same == id => return Ok(()),
            Some(old) => {
                match (is_folder, self.node(old).is_folder()) {
                    (true, false) => return Err(Errno::ENOTDIR),
                    (false, true) => return Err(Errno::EISDIR),
                    (true, true) if !self.node(old).entries()?.is_empty() => {
                        return Err(Errno::ENOTEMPTY);
                    }
                    _ => {}
                }
                self.leave(target.folder, &target.name);
            }
            None if to.ends_with('/') && !is_folder => return Err(Errno::ENOTDIR),
            None => {}
        }
        self.node_mut(id).links += 1;
        self.leave(source.folder, &source.name);
        if let Content::Folder { parent, .. } = &mut self.node_mut(id).content {
            *parent = target.folder;
        }
        self.enter(target.folder, target.name, id);
        Ok(())
    }

    /// Gives a file a second name.
    pub(crate) fn link(&mut self, from: &str, to: &str) -> SystemResult<()> {
        let id = self.find(from, false)?;
        let place = self.place(to, false)?;
        if place.node.is_some() {
            return Err(Errno::EEXIST);
        }
        if self.node(id).is_folder() {
            return Err(Errno::EPERM);
        }
        self.writable(id)?;
        self.writable(place.folder)?;
        self.node_mut(id).links += 1;
        self.enter(place.folder, place.name, id);
        Ok(())
    }

    /// Makes a symbolic link to `target`, which need not exist.
    pub(crate) fn make_link(&mut self, target: &str, path: &str) -> SystemResult<()> {
        let place = self.place(path, false)?;
        if place.node.is_some() {
            return Err(Errno::EEXIST);
        }
        self.allow_entry(place.folder)?;
        let node = Node::new(Content::Link(target.to_owned()), 0o777, false);
        self.insert(place.folder, place.name, node);
        Ok(())
    }

    /// Where a symbolic link points to.
    pub(crate) fn read_link(&mut self, path: &str) -> SystemResult<String> {
        let id = self.find(path, false)?;
        match &self.node(id).content {
            Content::Link(target) => Ok(target.clone()),
            _ => Err(Errno::EINVAL),
        }
    }

    /// Sets a file's permissions.
    pub(crate) fn set_mode(&mut self, path: &str, mode: u32, follow: bool) -> SystemResult<()> {
        let id = self.find(path, follow)?;
        self.writable(id)?;
        self.node_mut(id).mode = mode & 0o7777;
        Ok(())
    }

    /// Sets the times of last access and modification, in nanoseconds since 1970.
    pub(crate) fn set_times(
        &mut self,
        path: &str,
        times: (u64, u64),
        follow: bool,
    ) -> SystemResult<()> {
        let id = self.find(path, follow)?;
        self.writable(id)?;
        let node = self.node_mut(id);
        (node.accessed, node.modified) = times;
        Ok(())
    }

    /// Whether the program may use a file in these ways.
    pub(crate) fn may(&mut self, path: &str, access: Access, follow: bool) -> bool {
        self.find(path, follow).is_ok_and(|id| {
            let node = self.node(id);
            let is_refused = |wanted: bool, bit: u32| wanted && node.mode & bit == 0;
            !(is_refused(access.read, 0o400)
                || is_refused(access.write, 0o200)
                || is_refused(access.execute, 0o100)
                || access.write && node.is_fixed && !matches!(node.content, Content::Device(_)))
        })
    }

    /// Writes a whole file, and the folders on the way to it.
    pub(crate) fn write_file(&mut self, path: &str, data: &[u8]) -> SystemResult<()> {
        for (slash, _) in path.match_indices('/').skip(1) {
            match self.make_folder(&path[..slash], 0o777) {
                Ok(()) | Err(Errno::EEXIST) => {}
                Err(error) => return Err(error),
            }
        }
        let fd = self.open(path, Flags::replacing(), 0o666)?;
        let written = self.write(fd, data);
        self.close(fd)?;
        written.map(drop)
    }

    /// All files below a folder, by their path from there.
    pub(crate) fn files_below(&mut self, path: &str) -> BTreeMap<String, &[u8]> {
        let mut files = BTreeMap::new();
        if let Ok(folder) = self.find(path, true) {
            self.collect_files(folder, "", &mut files);
        }
        files
    }

    fn collect_files<'a>(&'a self, id: NodeId, path: &str, files: &mut BTreeMap<String, &'a [u8]>) {
        match &self.node(id).content {
            Content::Folder { entries, .. } => {
                for (name, id) in entries {
                    let slash = if path.is_empty() { "" } else { "/" };
                    self.collect_files(*id, &format!("{path}{slash}{name}"), files);
                }
            }
            Content::File(data) => {
                files.insert(path.to_owned(), data);
            }
            Content::Link(_) | Content::Device(_) | Content::Packed(_) => {}
        }
    }
}
