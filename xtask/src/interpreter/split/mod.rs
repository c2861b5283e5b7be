//! Splits the interpreter into a first module, which a program starts with, and parts that arrive afterwards.
//!
//! Memory, tables and globals stay in the first module, which exports them for the parts. A function of a
//! part that is called from elsewhere has a slot in the table of function pointers: its own, if it has an address,
//! or one behind all others. Until the part is there, a *stub* stands in the slot. It has the type of the
//! function, calls the loader, which returns when the part is there, and then calls whatever stands in the slot
//! now, with its own arguments: the part, when it is instantiated, puts its functions into their slots. Calls
//! from a part to functions elsewhere go through slots too: thousands of imports would each be looked up by
//! name. So each of them costs what the call of a function pointer does, and a call within a module costs
//! what it always has. (What `wasm-split` of Binaryen does, too.)

pub mod build;
mod code;
pub mod list;
mod module;
mod record;
mod stack;
#[cfg(test)]
mod tests;
mod write;

use std::collections::BTreeMap;
use std::fmt;

use anyhow::{Result, ensure};

pub use self::module::Module;
use self::module::POINTERS;
pub use self::record::counting;
pub use self::stack::Stack;

/// The function that stubs call: `src/worker/part.rs`.
pub const LOADER: &str = "garter_load_part";

/// Where a function is: in the first module, or in the part with this number, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Home {
    First,
    Part(u32),
}

/// A module and its parts.
pub struct Split {
    pub first: Vec<u8>,
    pub parts: Vec<Vec<u8>>,
    pub figures: Figures,
}

/// What has become of a module, for people.
#[derive(Default)]
pub struct Figures {
    pub functions_in_first: usize,
    pub functions_in_parts: usize,
    pub stubs: usize,
    pub slots: usize,
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            functions_in_first,
            functions_in_parts,
            stubs,
            slots,
        } = self;
        write!(
            f,
            "The first module has {functions_in_first} functions and {stubs} stubs, its parts {functions_in_parts}; the table {slots} more slots"
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
    /// Whether the sections with names of their own are kept.
    pub keeps_names: bool,
}

/// Splits a module.
///
/// # Errors
/// The module uses what the splitter does not know.
pub fn split(module: &Module, plan: &Plan) -> Result<Split> {
    let layout = Layout::new(module, plan)?;
    let first = write::first(module, plan, &layout)?;
    let parts = (0..plan.parts)
        .map(|part| write::part(module, plan, &layout, part))
        .collect::<Result<_>>()?;
    let in_parts = layout.homes.iter().filter(|home| **home != Home::First);
    let functions_in_parts = in_parts.count();
    Ok(Split {
        first,
        parts,
        figures: Figures {
            functions_in_first: layout.homes.len() - functions_in_parts,
            functions_in_parts,
            stubs: layout.stubs.len(),
            slots: layout.added.len(),
        },
    })
}

/// Where everything is.
struct Layout {
    /// By the functions' old indices, imported ones included.
    homes: Vec<Home>,
    /// The slots of functions that are called from another home, or stand in the table.
    slots: BTreeMap<u32, u32>,
    /// The functions that have got a slot behind those that there were, in the slots' order.
    added: Vec<u32>,
    /// The functions of parts that have a slot, in the order of their stubs.
    stubs: Vec<u32>,
    loader: u32,
}

impl Layout {
    fn new(module: &Module, plan: &Plan) -> Result<Self> {
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
        Ok(Self {
            homes,
            slots,
            added,
            stubs,
            loader,
        })
    }

    fn home(&self, function: u32) -> Home {
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
