//! Which connection may read and which may write a database. All connections are this program's, and
//! SQLite tells them apart by these locks: two of them cannot write at the same time.

use std::cell::RefCell;
use std::collections::BTreeMap;

/// How far a connection has locked a database, in SQLite's order and with its numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    #[default]
    None,
    /// It reads.
    Shared,
    /// It is going to write, while others read.
    Reserved,
    /// It waits for the readers to end, and nobody else begins to read.
    Pending,
    /// It writes.
    Exclusive,
}

impl Level {
    pub(super) fn from_number(number: i32) -> Self {
        match number {
            0 => Self::None,
            1 => Self::Shared,
            2 => Self::Reserved,
            3 => Self::Pending,
            _ => Self::Exclusive,
        }
    }
}

/// The locks of one database.
#[derive(Debug, Default)]
struct Locks {
    /// How many connections have at least `Level::Shared`.
    readers: u32,
    /// What the one connection has that is going to write.
    writer: Level,
}

thread_local! {
    /// By the inode number of the database.
    static LOCKS: RefCell<BTreeMap<u64, Locks>> = const { RefCell::new(BTreeMap::new()) };
}

/// Lets go of all locks: the files that they belong to are gone.
pub(crate) fn forget() {
    LOCKS.take();
}

/// Takes a connection from the level `own` to a higher one; returns whether it got there. On the way to
/// `Level::Exclusive` it may get as far as `Level::Pending`.
pub(super) fn lock(inode: u64, own: &mut Level, wanted: Level) -> bool {
    if wanted <= *own {
        return true;
    }
    LOCKS.with_borrow_mut(|all| {
        let locks = all.entry(inode).or_default();
        let is_writer = *own >= Level::Reserved;
        if *own == Level::None {
            if locks.writer >= Level::Pending {
                return false;
            }
            locks.readers += 1;
            *own = Level::Shared;
        }
        if wanted == Level::Shared {
            return true;
        }
        if !is_writer && locks.writer != Level::None {
            return false;
        }
        *own = match wanted {
            Level::Exclusive if locks.readers > 1 => Level::Pending,
            level => level,
        };
        locks.writer = *own;
        *own == wanted
    })
}

/// Takes a connection down to `Level::Shared` or `Level::None`.
pub(super) fn unlock(inode: u64, own: &mut Level, wanted: Level) {
    if wanted >= *own {
        return;
    }
    LOCKS.with_borrow_mut(|all| {
        let Some(locks) = all.get_mut(&inode) else {
            return;
        };
        if *own >= Level::Reserved {
            locks.writer = Level::None;
        }
        if wanted == Level::None {
            locks.readers = locks.readers.saturating_sub(1);
        }
        if locks.readers == 0 {
            all.remove(&inode);
        }
    });
    *own = wanted;
}

/// Whether a connection is going to write, or writes.
pub(super) fn is_reserved(inode: u64) -> bool {
    LOCKS.with_borrow(|all| {
        all.get(&inode)
            .is_some_and(|locks| locks.writer != Level::None)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_writes_when_nobody_else_reads() {
        let (mut one, mut other) = (Level::None, Level::None);
        assert!(lock(1, &mut one, Level::Shared));
        assert!(lock(1, &mut other, Level::Shared));
        assert!(lock(1, &mut one, Level::Reserved));
        assert!(is_reserved(1));
        assert!(!lock(1, &mut other, Level::Reserved));
        assert!(!lock(1, &mut one, Level::Exclusive));
        assert_eq!((one, other), (Level::Pending, Level::Shared));
        unlock(1, &mut other, Level::None);
        assert!(!lock(1, &mut other, Level::Shared));
        assert!(lock(1, &mut one, Level::Exclusive));
        unlock(1, &mut one, Level::Shared);
        assert!(!is_reserved(1));
        assert!(lock(1, &mut other, Level::Shared));
        unlock(1, &mut one, Level::None);
        unlock(1, &mut other, Level::None);
        assert!(LOCKS.with_borrow(BTreeMap::is_empty));
    }

    #[test]
    fn databases_have_locks_of_their_own() {
        let (mut one, mut other) = (Level::None, Level::None);
        assert!(lock(1, &mut one, Level::Exclusive));
        assert!(lock(2, &mut other, Level::Exclusive));
        forget();
        assert!(!is_reserved(1));
    }
}
