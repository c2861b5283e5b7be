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
mod data;
#[cfg(test)]
mod data_tests;
mod layout;
mod linked;
pub mod list;
mod module;
pub mod parts;
mod record;
mod stack;
#[cfg(test)]
mod tests;
mod write;

use anyhow::Result;

pub use self::data::Home;
use self::layout::Layout;
pub use self::layout::{Figures, LOADER, Plan};
pub use self::linked::Linked;
pub use self::module::Module;
pub use self::record::counting;
pub use self::stack::Stack;

/// A module and its parts.
pub struct Split {
    pub first: Vec<u8>,
    pub parts: Vec<Vec<u8>>,
    pub figures: Figures,
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
    let in_first = layout.homes.iter().filter(|home| **home == Home::First);
    let functions_in_first = in_first.count();
    let in_part = |part: u32| {
        let homes = layout.homes.iter();
        homes.filter(|home| **home == Home::Part(part)).count()
    };
    let constants = |part: u32| {
        let pieces = layout.moved.iter();
        let own = pieces.filter(|piece| piece.home == Home::Part(part));
        own.map(|piece| piece.place.len()).sum()
    };
    Ok(Split {
        first,
        parts,
        figures: Figures {
            functions_in_first,
            functions_in_parts: (0..plan.parts).map(in_part).collect(),
            constants: (0..plan.parts).map(constants).collect(),
            stubs: layout.stubs.len(),
            slots: layout.added.len(),
        },
    })
}
