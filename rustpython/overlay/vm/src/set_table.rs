//! The table of a `set` or a `frozenset`, in CPython's own order.
//!
//! What a set prints, what a loop over it visits first and what `pop` takes follow from the hashes
//! of its elements, the size of its table, and the order in which elements came and went. Textbooks
//! print what CPython makes of that, so this table has its sizes, its probes, its growth and its
//! finger: those of `Objects/setobject.c` of CPython 3.14 on a machine of 64 bits.

use alloc::alloc::alloc_zeroed;
use core::{alloc::Layout, mem};

use crate::{
    AsObject, PyObject, PyObjectRef, PyResult, VirtualMachine,
    builtins::{PyBaseExceptionRef, PyInt, PyStr},
    common::{
        hash::{FrozenSetHash, PyHash},
        lock::{PyRwLock, PyRwLockReadGuard, PyRwLockWriteGuard},
    },
    object::{Traverse, TraverseFn},
};

/// How many slots the smallest table has.
const LEAST_SLOTS: usize = 8;
/// How many neighbours of a slot are looked at before the next jump.
const LINEAR_PROBES: usize = 9;
/// How many bits of the hash a jump uses up.
const PERTURB_SHIFT: u32 = 5;
/// Beyond so many elements a table grows to twice their number instead of four times.
const MANY: usize = 50_000;

/// What a set takes in CPython with its smallest table, and what a slot of a larger one takes.
const SET_BYTES: usize = 200;
const SLOT_BYTES: usize = 16;

/// The hash of a slot whose element has gone. No object has it.
const GONE: PyHash = -1;

/// A hash that is aligned to four bytes, so that a slot takes twelve on a machine of 32 bits.
#[derive(Clone, Copy)]
#[repr(C, packed(4))]
struct SlotHash(PyHash);

/// A place for an element. Where none is, the hash is 0, or [`GONE`].
#[derive(Clone)]
struct Slot {
    hash: SlotHash,
    key: Option<PyObjectRef>,
}

impl Slot {
    #[inline(always)]
    const fn hash(&self) -> PyHash {
        self.hash.0
    }

    /// Takes the element out, and leaves a mark for those that lie behind it.
    #[inline]
    fn take(&mut self) -> Option<PyObjectRef> {
        self.hash = SlotHash(GONE);
        self.key.take()
    }
}

/// The way of a hash through a table.
struct Probe {
    hash: PyHash,
    perturb: u64,
    /// Where the last jump led to.
    jumped: usize,
    at: usize,
    /// The last neighbour before the next jump.
    last: usize,
    /// The last slot on the way whose element has gone.
    gone: Option<usize>,
}

/// What a way through a table has led to.
enum Seen {
    /// The element, at this place.
    Found(usize),
    /// A slot without an element behind it: there is no such element.
    Nothing,
    /// An element of the same hash. Whether it is equal has to be asked outside of the lock.
    Perhaps(PyObjectRef),
}

impl Probe {
    #[inline]
    const fn new(hash: PyHash, mask: usize) -> Self {
        let at = hash as usize & mask;
        Self {
            hash,
            perturb: hash as u64,
            jumped: at,
            at,
            last: Self::last(at, mask),
            gone: None,
        }
    }

    #[inline(always)]
    const fn last(at: usize, mask: usize) -> usize {
        if at + LINEAR_PROBES <= mask {
            at + LINEAR_PROBES
        } else {
            at
        }
    }

    #[inline(always)]
    const fn advance(&mut self, mask: usize) {
        if self.at < self.last {
            self.at += 1;
        } else {
            self.perturb >>= PERTURB_SHIFT;
            self.at = self
                .jumped
                .wrapping_mul(5)
                .wrapping_add(1)
                .wrapping_add(self.perturb as usize)
                & mask;
            self.jumped = self.at;
            self.last = Self::last(self.at, mask);
        }
    }

    /// Goes on until there is something to say of `key`.
    #[inline]
    fn look(&mut self, slots: &[Slot], key: &PyObject, vm: &VirtualMachine) -> Seen {
        let mask = slots.len() - 1;
        loop {
            let slot = &slots[self.at];
            let hash = slot.hash();
            match &slot.key {
                Some(there) => {
                    if hash == self.hash {
                        if there.is(key) {
                            return Seen::Found(self.at);
                        }
                        match quick_eq(there, key, vm) {
                            Some(true) => return Seen::Found(self.at),
                            Some(false) => {}
                            None => return Seen::Perhaps(there.clone()),
                        }
                    }
                }
                None if hash == GONE => self.gone = Some(self.at),
                None => return Seen::Nothing,
            }
            self.advance(mask);
        }
    }

    /// Whether `there` is still where it was before it was compared.
    #[inline]
    fn is_still_at(&self, slots: &[Slot], there: &PyObject) -> bool {
        slots
            .get(self.at)
            .and_then(|slot| slot.key.as_ref())
            .is_some_and(|key| key.is(there))
    }
}

/// Whether two objects are equal if that can be said without running code of theirs.
#[inline]
fn quick_eq(there: &PyObject, key: &PyObject, vm: &VirtualMachine) -> Option<bool> {
    let class = there.class();
    if !class.is(key.class()) {
        return None;
    }
    if class.is(vm.ctx.types.str_type) {
        let (there, key) = (there.downcast_ref::<PyStr>()?, key.downcast_ref::<PyStr>()?);
        Some(there.as_wtf8() == key.as_wtf8())
    } else if class.is(vm.ctx.types.int_type) {
        let (there, key) = (there.downcast_ref::<PyInt>()?, key.downcast_ref::<PyInt>()?);
        Some(there.as_bigint() == key.as_bigint())
    } else {
        None
    }
}

/// The hash of what is to be an element.
#[inline]
pub(crate) fn hash_of(key: &PyObject, vm: &VirtualMachine) -> PyResult<PyHash> {
    let class = key.class();
    if class.is(vm.ctx.types.str_type)
        && let Some(key) = key.downcast_ref::<PyStr>()
    {
        return Ok(key.hash(vm));
    }
    if class.is(vm.ctx.types.int_type)
        && let Some(hash) = key.downcast_ref::<PyInt>().and_then(|key| key.small_hash())
    {
        return Ok(hash);
    }
    key.hash(vm)
}

/// There is no memory for a table of this size.
struct NoMemory;

impl NoMemory {
    #[cold]
    fn raise(self, vm: &VirtualMachine) -> PyBaseExceptionRef {
        vm.new_memory_error("")
    }
}

fn unused_slots(count: usize) -> Result<Box<[Slot]>, NoMemory> {
    let layout = Layout::array::<Slot>(count).map_err(|_| NoMemory)?;
    debug_assert!(layout.size() > 0);
    // SAFETY: the layout is not empty, and a slot of zeros only is an unused one.
    unsafe {
        let slots = alloc_zeroed(layout).cast::<Slot>();
        if slots.is_null() {
            return Err(NoMemory);
        }
        Ok(Vec::from_raw_parts(slots, count, count).into_boxed_slice())
    }
}

/// The size of a table with more than `wanted` slots.
fn size_beyond(wanted: usize) -> Result<usize, NoMemory> {
    let mut count = LEAST_SLOTS;
    while count <= wanted {
        count = count.checked_mul(2).ok_or(NoMemory)?;
    }
    Ok(count)
}

/// The same slots, with other references to the elements.
fn copied(slots: &[Slot]) -> Result<Box<[Slot]>, NoMemory> {
    let mut copy = Vec::new();
    copy.try_reserve_exact(slots.len()).map_err(|_| NoMemory)?;
    copy.extend_from_slice(slots);
    Ok(copy.into_boxed_slice())
}

/// How many slots a table with this many elements grows beyond.
const fn room_for_more(used: usize) -> usize {
    if used > MANY { used * 2 } else { used * 4 }
}

/// Puts an element that is not there yet into a table in which none has gone.
fn put_clean(slots: &mut [Slot], slot: Slot) {
    let mask = slots.len() - 1;
    let mut probe = Probe::new(slot.hash(), mask);
    while slots[probe.at].key.is_some() {
        probe.advance(mask);
    }
    slots[probe.at] = slot;
}

#[derive(Default)]
struct Slots {
    /// Their number is a power of two; there are none as long as nothing has been added.
    slots: Box<[Slot]>,
    /// How many of them have an element, or had one.
    filled: usize,
    /// How many of them have an element.
    used: usize,
    /// Where `pop` looks first.
    finger: usize,
}

impl Slots {
    /// The size of the table less one, also of one that is not made yet.
    #[inline]
    fn mask(&self) -> usize {
        self.slots.len().max(LEAST_SLOTS) - 1
    }

    /// Makes the table anew with more than `wanted` slots, and without those whose element has gone.
    fn resize(&mut self, wanted: usize) -> Result<(), NoMemory> {
        if wanted < LEAST_SLOTS && self.slots.len() <= LEAST_SLOTS && self.filled == self.used {
            return Ok(());
        }
        self.move_to(unused_slots(size_beyond(wanted)?)?);
        Ok(())
    }

    /// Moves all elements to a table that has none.
    fn move_to(&mut self, mut slots: Box<[Slot]>) {
        for slot in mem::take(&mut self.slots) {
            if slot.key.is_some() {
                put_clean(&mut slots, slot);
            }
        }
        self.slots = slots;
        self.filled = self.used;
    }

    /// Makes room for `more` elements at once.
    fn reserve(&mut self, more: usize) -> Result<(), NoMemory> {
        if (self.filled + more) * 5 >= self.mask() * 3 {
            self.resize((self.used + more) * 2)?;
        }
        Ok(())
    }

    fn next(&self, from: usize) -> Option<(usize, &PyObjectRef, PyHash)> {
        let rest = self.slots.get(from..)?;
        rest.iter().enumerate().find_map(|(index, slot)| {
            let key = slot.key.as_ref()?;
            Some((from + index, key, slot.hash()))
        })
    }
}

/// The elements of a set with their hashes. Other threads, or code that compares elements, may
/// change it at any time.
#[derive(Default)]
pub(crate) struct SetTable {
    inner: PyRwLock<Slots>,
}

unsafe impl Traverse for Slots {
    fn traverse(&self, traverse: &mut TraverseFn<'_>) {
        for slot in &self.slots {
            slot.key.traverse(traverse);
        }
    }
}

unsafe impl Traverse for SetTable {
    fn traverse(&self, traverse: &mut TraverseFn<'_>) {
        self.inner.traverse(traverse);
    }
}

impl SetTable {
    #[inline]
    fn read(&self) -> PyRwLockReadGuard<'_, Slots> {
        self.inner.read()
    }

    #[inline]
    fn write(&self) -> PyRwLockWriteGuard<'_, Slots> {
        self.inner.write()
    }

    #[inline]
    pub(crate) fn len(&self) -> usize {
        self.read().used
    }

    /// What CPython's set takes, in bytes, on a machine of 64 bits.
    pub(crate) fn sizeof(&self) -> usize {
        match self.read().slots.len() {
            0..=LEAST_SLOTS => SET_BYTES,
            count => SET_BYTES + count * SLOT_BYTES,
        }
    }

    /// The place of an element that is equal to `key`, as long as nobody changes the table.
    fn find(&self, vm: &VirtualMachine, key: &PyObject, hash: PyHash) -> PyResult<Option<usize>> {
        'again: loop {
            let mut inner = self.read();
            if inner.slots.is_empty() {
                return Ok(None);
            }
            let table = (inner.slots.as_ptr(), inner.slots.len());
            let mut probe = Probe::new(hash, table.1 - 1);
            loop {
                match probe.look(&inner.slots, key, vm) {
                    Seen::Found(at) => return Ok(Some(at)),
                    Seen::Nothing => return Ok(None),
                    Seen::Perhaps(there) => {
                        drop(inner);
                        let is_equal = vm.bool_eq(&there, key)?;
                        inner = self.read();
                        if table != (inner.slots.as_ptr(), inner.slots.len())
                            || !probe.is_still_at(&inner.slots, &there)
                        {
                            // The last reference to `there` may go now, and run code: not under the lock.
                            drop(inner);
                            continue 'again;
                        }
                        if is_equal {
                            return Ok(Some(probe.at));
                        }
                        probe.advance(table.1 - 1);
                    }
                }
            }
        }
    }

    #[inline]
    pub(crate) fn contains(
        &self,
        vm: &VirtualMachine,
        key: &PyObject,
        hash: PyHash,
    ) -> PyResult<bool> {
        Ok(self.find(vm, key, hash)?.is_some())
    }

    /// Adds `key`, whose hash is `hash`, unless it is there already.
    pub(crate) fn add(&self, vm: &VirtualMachine, key: &PyObject, hash: PyHash) -> PyResult<()> {
        'again: loop {
            let mut inner = self.write();
            if inner.slots.is_empty() {
                inner.slots = unused_slots(LEAST_SLOTS).map_err(|error| error.raise(vm))?;
            }
            let table = (inner.slots.as_ptr(), inner.slots.len());
            let mut probe = Probe::new(hash, table.1 - 1);
            loop {
                match probe.look(&inner.slots, key, vm) {
                    Seen::Found(_) => return Ok(()),
                    Seen::Nothing => break,
                    Seen::Perhaps(there) => {
                        drop(inner);
                        if vm.bool_eq(&there, key)? {
                            return Ok(());
                        }
                        inner = self.write();
                        if table != (inner.slots.as_ptr(), inner.slots.len())
                            || !probe.is_still_at(&inner.slots, &there)
                        {
                            drop(inner);
                            continue 'again;
                        }
                        probe.advance(table.1 - 1);
                    }
                }
            }
            let slot = Slot {
                hash: SlotHash(hash),
                key: Some(key.to_owned()),
            };
            if let Some(gone) = probe.gone {
                if inner.slots[gone].hash() != GONE {
                    // A comparison has put another element there.
                    continue;
                }
                inner.slots[gone] = slot;
                inner.used += 1;
                return Ok(());
            }
            // The larger table is made first, for without it the set stays as it was: one without an
            // unused slot could not be looked through.
            let larger = ((inner.filled + 1) * 5 >= inner.mask() * 3)
                .then(|| unused_slots(size_beyond(room_for_more(inner.used + 1))?))
                .transpose()
                .map_err(|error| error.raise(vm))?;
            inner.slots[probe.at] = slot;
            inner.filled += 1;
            inner.used += 1;
            if let Some(larger) = larger {
                inner.move_to(larger);
            }
            return Ok(());
        }
    }

    /// Removes what is equal to `key`, and answers whether something was.
    pub(crate) fn remove(
        &self,
        vm: &VirtualMachine,
        key: &PyObject,
        hash: PyHash,
    ) -> PyResult<bool> {
        let Some(at) = self.find(vm, key, hash)? else {
            return Ok(false);
        };
        let removed = {
            let mut inner = self.write();
            let removed = inner.slots.get_mut(at).and_then(Slot::take);
            inner.used -= usize::from(removed.is_some());
            removed
        };
        Ok(removed.is_some())
    }

    /// Removes what is equal to `key`, or adds it if nothing is.
    pub(crate) fn remove_or_add(
        &self,
        vm: &VirtualMachine,
        key: &PyObject,
        hash: PyHash,
    ) -> PyResult<()> {
        if self.remove(vm, key, hash)? {
            return Ok(());
        }
        self.add(vm, key, hash)
    }

    /// Takes the element out that comes first behind the one taken out last.
    pub(crate) fn pop(&self) -> Option<PyObjectRef> {
        let mut inner = self.write();
        if inner.used == 0 {
            return None;
        }
        let finger = inner.finger & inner.mask();
        let (at, ..) = inner.next(finger).or_else(|| inner.next(0))?;
        inner.finger = at + 1;
        inner.used -= 1;
        inner.slots[at].take()
    }

    pub(crate) fn clear(&self) {
        let _removed = {
            let mut inner = self.write();
            inner.filled = 0;
            inner.used = 0;
            mem::take(&mut inner.slots)
        };
    }

    /// Takes over the elements of `other`, in its table. The finger stays where it is.
    pub(crate) fn replace_contents(&self, other: Self) {
        let other = other.inner.into_inner();
        let _removed = {
            let mut inner = self.write();
            inner.filled = other.filled;
            inner.used = other.used;
            mem::replace(&mut inner.slots, other.slots)
        };
    }

    /// Adds the elements of `other`.
    pub(crate) fn merge(&self, vm: &VirtualMachine, other: &Self) -> PyResult<()> {
        if core::ptr::eq(self, other) {
            return Ok(());
        }
        let is_merged = (|| -> Result<bool, NoMemory> {
            let source = other.read();
            if source.used == 0 {
                return Ok(true);
            }
            let mut inner = self.write();
            if inner.filled > 0 {
                inner.reserve(source.used)?;
            }
            if inner.filled > 0 {
                return Ok(false);
            }
            let size = if source.used * 5 >= inner.mask() * 3 {
                size_beyond(source.used * 2)?
            } else {
                inner.mask() + 1
            };
            if size == source.slots.len() && source.filled == source.used {
                inner.slots = copied(&source.slots)?;
            } else {
                if inner.slots.len() != size {
                    inner.slots = unused_slots(size)?;
                }
                for slot in source.slots.iter().filter(|slot| slot.key.is_some()) {
                    put_clean(&mut inner.slots, slot.clone());
                }
            }
            inner.filled = source.used;
            inner.used = source.used;
            Ok(true)
        })()
        .map_err(|error| error.raise(vm))?;
        if !is_merged {
            for (key, hash) in other.entries() {
                self.add(vm, &key, hash)?;
            }
        }
        Ok(())
    }

    /// Makes room for `more` elements, of which few or none are here already.
    pub(crate) fn reserve(&self, vm: &VirtualMachine, more: usize) -> PyResult<()> {
        let reserved = self.write().reserve(more);
        reserved.map_err(|error| error.raise(vm))
    }

    /// Makes the table anew if more than a quarter of its slots have lost their element.
    pub(crate) fn tidy(&self, vm: &VirtualMachine) -> PyResult<()> {
        let mut inner = self.write();
        if inner.filled - inner.used <= inner.mask() / 4 {
            return Ok(());
        }
        let wanted = room_for_more(inner.used);
        inner.resize(wanted).map_err(|error| error.raise(vm))
    }

    /// The next element at this place of the table or behind it, with its own place.
    #[inline]
    pub(crate) fn next(&self, from: usize) -> Option<(usize, PyObjectRef, PyHash)> {
        let inner = self.read();
        let (at, key, hash) = inner.next(from)?;
        Some((at, key.clone(), hash))
    }

    /// Goes through the table as it is at each step.
    pub(crate) const fn entries(&self) -> Entries<'_> {
        self.entries_from(0)
    }

    pub(crate) const fn entries_from(&self, at: usize) -> Entries<'_> {
        Entries { table: self, at }
    }

    pub(crate) fn keys(&self) -> Vec<PyObjectRef> {
        let inner = self.read();
        inner
            .slots
            .iter()
            .filter_map(|slot| slot.key.clone())
            .collect()
    }

    pub(crate) fn frozenset_hash(&self) -> PyHash {
        let inner = self.read();
        let mut hash = FrozenSetHash::new(inner.used);
        for slot in inner.slots.iter().filter(|slot| slot.key.is_some()) {
            hash.add(slot.hash());
        }
        hash.finish()
    }
}

/// See [`SetTable::entries`].
pub(crate) struct Entries<'a> {
    table: &'a SetTable,
    at: usize,
}

impl Iterator for Entries<'_> {
    type Item = (PyObjectRef, PyHash);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        let (at, key, hash) = self.table.next(self.at)?;
        self.at = at + 1;
        Some((key, hash))
    }
}
