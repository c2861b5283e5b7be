//! From paths to nodes and back.

use super::node::{Content, Node, NodeId};
use super::{FileSystem, Packed};
use crate::protocol::LONGEST_PATH;
use crate::python::errno::{Errno, SystemResult};
use crate::python::import::wheels;

const LONGEST_NAME: usize = 255;
const MOST_LINKS: u32 = 40;

/// Where a path leads: a name in a folder, and the node there if there is one.
#[derive(Debug)]
pub(super) struct Place {
    pub folder: NodeId,
    pub name: String,
    pub node: Option<NodeId>,
}

impl FileSystem {
    /// The node at a path. A link at its end is followed if `follow` says so.
    pub(super) fn find(&mut self, path: &str, follow: bool) -> SystemResult<NodeId> {
        self.place(path, follow)?.node.ok_or(Errno::ENOENT)
    }

    /// The place a path leads to, whose folder has to exist.
    pub(super) fn place(&mut self, path: &str, follow: bool) -> SystemResult<Place> {
        let mut links_left = MOST_LINKS;
        self.place_from(self.working_folder, path, follow, &mut links_left)
    }

    fn place_from(
        &mut self,
        start: NodeId,
        path: &str,
        follow: bool,
        links_left: &mut u32,
    ) -> SystemResult<Place> {
        if path.is_empty() {
            return Err(Errno::ENOENT);
        }
        if path.len() >= LONGEST_PATH {
            return Err(Errno::ENAMETOOLONG);
        }
        let mut folder = if path.starts_with('/') {
            NodeId::ROOT
        } else {
            start
        };
        let mut names = path
            .split('/')
            .filter(|name| !name.is_empty() && *name != ".")
            .peekable();
        while let Some(name) = names.next() {
            if name.len() > LONGEST_NAME {
                return Err(Errno::ENAMETOOLONG);
            }
            self.fill(folder);
            let is_last = names.peek().is_none();
            if name == ".." {
                let Content::Folder { parent, .. } = self.node(folder).content else {
                    return Err(Errno::ENOTDIR);
                };
                folder = parent;
                if is_last {
                    return Ok(self.place_of_folder(folder));
                }
                continue;
            }
            let node = self.node(folder).entries()?.get(name).copied();
            let mut place = Place {
                folder,
                name: name.to_owned(),
                node,
            };
            if let Some(id) = node
                && let Content::Link(target) = &self.node(id).content
                && (!is_last || follow || path.ends_with('/'))
            {
                *links_left = links_left.checked_sub(1).ok_or(Errno::ELOOP)?;
                let target = target.clone();
                place = self.place_from(folder, &target, true, links_left)?;
            }
            if is_last {
                if let Some(id) = place.node
                    && path.ends_with('/')
                {
                    self.node(id).entries()?;
                }
                return Ok(place);
            }
            folder = place.node.ok_or(Errno::ENOENT)?;
            self.node(folder).entries()?;
        }
        Ok(self.place_of_folder(folder))
    }

    fn place_of_folder(&self, id: NodeId) -> Place {
        let Content::Folder { parent, .. } = self.node(id).content else {
            unreachable!("asked for folders only");
        };
        Place {
            folder: parent,
            name: self.name_in(parent, id).unwrap_or_default(),
            node: Some(id),
        }
    }

    fn name_in(&self, folder: NodeId, id: NodeId) -> Option<String> {
        let entries = self.node(folder).entries().ok()?;
        entries
            .iter()
            .find_map(|(name, entry)| (*entry == id).then(|| name.clone()))
    }

    /// A folder's absolute path.
    pub(super) fn path_of(&self, mut id: NodeId) -> SystemResult<String> {
        let mut names = Vec::new();
        while id != NodeId::ROOT {
            let Some(Node {
                content: Content::Folder { parent, .. },
                ..
            }) = self.nodes.get(&id)
            else {
                return Err(Errno::ENOENT);
            };
            names.push(self.name_in(*parent, id).ok_or(Errno::ENOENT)?);
            id = *parent;
        }
        names.reverse();
        Ok(format!("/{}", names.join("/")))
    }

    /// Whether a folder is another one or lies below it.
    pub(super) fn is_within(&self, mut folder: NodeId, other: NodeId) -> bool {
        loop {
            if folder == other {
                return true;
            }
            match self.node(folder).content {
                Content::Folder { parent, .. } if folder != NodeId::ROOT => folder = parent,
                _ => return false,
            }
        }
    }

    /// Puts files in their place when a program first looks into a folder around them.
    pub(super) fn fill(&mut self, folder: NodeId) {
        if let Some(packed) = self.unfilled.remove(&folder) {
            self.fill_pack(packed);
        } else if self.around_packages == Some(folder) && self.wheels != wheels::count() {
            self.fill_packages();
        }
    }

    /// Adds the files of wheels, whose bytes stay where they are until somebody opens them.
    fn fill_packages(&mut self) {
        self.wheels = wheels::count();
        for (path, packed) in wheels::files() {
            self.add_fixed_file(&path, Content::Packed(packed));
        }
    }

    /// Adds a file that a program cannot change, and the folders on the way to it.
    fn add_fixed_file(&mut self, path: &str, content: Content) {
        for (slash, _) in path.match_indices('/').skip(2) {
            self.add_fixed(&path[..slash], |parent| {
                Node::new(Content::folder(parent), 0o755, true)
            });
        }
        self.add_fixed(path, |_| Node::new(content, 0o644, true));
    }

    /// Adds the files of a pack: they are a download of their own.
    fn fill_pack(&mut self, (root, fetched): Packed) {
        let Some(pack) = fetched() else {
            return;
        };
        for (name, _) in pack.entries() {
            let path = format!("{root}/{name}");
            let data = pack
                .get(name)
                .map(|(_, data)| data.to_vec())
                .unwrap_or_default();
            self.add_fixed_file(&path, Content::File(data));
        }
    }
}
