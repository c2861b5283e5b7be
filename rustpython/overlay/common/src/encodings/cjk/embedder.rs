//! The tables of this module, which the embedder brings. The build takes them out of the sources,
//! and leaves in their place where they are among the embedder's numbers.

use core::ops::Deref;
use core::sync::atomic::{AtomicPtr, Ordering};

#[cfg(feature = "embedder")]
unsafe extern "C" {
    /// Provided by the embedder: the numbers of all tables, or null while they cannot be had.
    safe fn rustpython_codec_tables() -> *const u16;
}

/// RustPython's build scripts and macros have no embedder.
#[cfg(not(feature = "embedder"))]
fn rustpython_codec_tables() -> *const u16 {
    core::ptr::null()
}

static TABLES: AtomicPtr<u16> = AtomicPtr::new(core::ptr::null_mut());

/// Whether the tables are there: without them no codec may be used.
#[must_use]
pub fn load_tables() -> bool {
    let tables = rustpython_codec_tables();
    TABLES.store(tables.cast_mut(), Ordering::Relaxed);
    !tables.is_null()
}

/// A part of the embedder's numbers.
pub(super) struct Table {
    start: usize,
    length: usize,
}

impl Table {
    pub(super) const fn new(start: usize, length: usize) -> Self {
        Self { start, length }
    }
}

impl Deref for Table {
    type Target = [u16];

    fn deref(&self) -> &[u16] {
        let tables = TABLES.load(Ordering::Relaxed);
        assert!(
            !tables.is_null(),
            "codecs are made after their tables were loaded"
        );
        // SAFETY: the embedder keeps as many numbers as the tables had, and never moves them.
        unsafe { core::slice::from_raw_parts(tables.add(self.start), self.length) }
    }
}
