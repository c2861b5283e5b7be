//! Where each function is, and which slots and stubs that takes.

use std::collections::BTreeMap;
use std::fmt;

use anyhow::{Result, ensure};

use super::data::{self, Home, Moved};
use super::linked::Linked;
use super::module::{Module, POINTERS};
use super::stack::Stack;

/// The function that stubs call: `src/worker/part.rs`.
pub const LOADER: &str = "garter_load_part";

/// What has become of a module, for people.
#[derive(Default)]
pub struct Figures {
    pub functions_in_first: usize,
    /// In each part.
    pub functions_in_parts: Vec<usize>,
    pub stubs: usize,
    pub slots: usize,
    /// Bytes of constants in each part.
    pub constants: Vec<usize>,
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            functions_in_first,
            functions_in_parts,
            stubs,
            slots,
            constants,
        } = self;
        write!(
            f,
            "The first module has {functions_in_first} functions and {stubs} stubs, its parts {functions_in_parts:?} functions and {constants:?} bytes of constants; the table {slots} more slots"
        )
    }
}

/// What the splitter is told.
pub struct Plan<'a> {
    /// Where each function is to be, by its index. What cannot be anywhere else stays in the first module.
    pub homes: &'a dyn Fn(u32) -> Home,
    pub parts: u32,
    /// The name under which the first module tells its parts that they belong to it.
    pub mark: &'a str,
    /// How the module's stack can be suspended; `None` if it cannot.
    pub stack: Option<Stack>,
    /// What the linker has told of the constants; without it, all stay in the first module.
    pub linked: Option<&'a Linked>,
    /// Whether the sections with names of their own are kept.
    pub keeps_names: bool,
}

/// Where everything is.
pub struct Layout {
    /// By the functions' old indices, imported ones included.
    pub homes: Vec<Home>,
    /// The slots of functions that are called from another home, or stand in the table.
    pub slots: BTreeMap<u32, u32>,
    /// The functions that have got a slot behind those that there were, in the slots' order.
    pub added: Vec<u32>,
    /// The functions of parts that have a slot, in the order of their stubs.
    pub stubs: Vec<u32>,
    pub loader: u32,
    /// The constants of parts.
    pub moved: Vec<Moved>,
    /// What the module's memory begins with, the constants of parts included.
    pub memory: Vec<u8>,
}

impl Layout {
    pub fn new(module: &Module, plan: &Plan) -> Result<Self> {
        let loader = module.exported(LOADER)?;
        let mut homes = vec![Home::First; module.types.len()];
        for function in module.own() {
            homes[function as usize] = (plan.homes)(function);
        }
        for function in bound_to_first(module) {
            homes[function as usize] = Home::First;
        }
        for home in &homes {
            let is_known = matches!(home, Home::First)
                || matches!(home, Home::Part(part) if *part < plan.parts);
            ensure!(is_known, "there is no {home:?}");
        }

        let mut slots = BTreeMap::new();
        for segment in module
            .segments
            .iter()
            .filter(|segment| segment.table == POINTERS)
        {
            for (function, slot) in segment.functions.iter().zip(segment.start..) {
                slots.entry(*function).or_insert(slot);
            }
        }
        let mut added: Vec<u32> = Vec::new();
        for (caller, body) in module.own().zip(&module.bodies) {
            for &(_, called) in &body.calls {
                if homes[called as usize] != homes[caller as usize] {
                    added.push(called);
                }
            }
        }
        added.retain(|function| !slots.contains_key(function));
        // Those of one part lie side by side: it fills them with one piece.
        added.sort_by_key(|function| (homes[*function as usize], *function));
        added.dedup();
        let end = u32::try_from(module.tables[POINTERS as usize].initial)?;
        slots.extend(added.iter().copied().zip(end..));

        let mut stubs: Vec<u32> = slots.keys().copied().collect();
        stubs.retain(|function| homes[*function as usize] != Home::First);
        // Numbers that count up compress better.
        stubs.sort_by_key(|function| slots[function]);
        let mut layout = Self {
            homes,
            slots,
            added,
            stubs,
            loader,
            moved: Vec::new(),
            memory: module.memory(),
        };
        if let Some(linked) = plan.linked {
            layout.moved = data::moved(module, &layout.homes, linked, &layout.memory);
        }
        Ok(layout)
    }

    pub fn home(&self, function: u32) -> Home {
        self.homes[function as usize]
    }
}

/// The functions that cannot be in a part: JavaScript calls them by their names and cannot wait, or they call
/// JavaScript, which suspends a program only where it is called from the first module.
fn bound_to_first(module: &Module) -> Vec<u32> {
    let mut bound: Vec<u32> = module.start.into_iter().collect();
    for &(_, kind, index) in &module.exports {
        if kind == wasmparser::ExternalKind::Func {
            bound.push(index);
        }
    }
    for (function, body) in module.own().zip(&module.bodies) {
        let calls_javascript = body
            .calls
            .iter()
            .any(|(_, called)| (*called as usize) < module.imported);
        if body.catches || calls_javascript {
            bound.push(function);
        }
    }
    bound
}
