//! Which constants a part brings: those that nobody reads but functions of parts.
//!
//! A constant goes where all of its readers are; if they are in more than one part, to the part that all others need, and
//! if one of them is in the first module, it stays. Readers are functions and other constants, as the linker has told
//! ([`Linked`]). What stands in the rest of memory when the interpreter is set up was put there by programs: whatever
//! looks there like the address of a constant keeps it in the first module.

use std::collections::HashMap;
use std::ops::Range;

use super::linked::{Linked, Reader};
use super::module::Module;

/// Where a function or a constant is: in the first module, or in the part with this number, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Home {
    First,
    Part(u32),
}

/// The part that all others need.
pub const COMMON: Home = Home::Part(0);

/// A smaller piece costs more than it saves: each says where it lies.
const LEAST_BYTES: usize = 16;

/// So many zeros between two constants are taken for what aligns them.
const MOST_PADDING: usize = 16;

/// A function that does nothing but trap: the build has emptied it.
const EMPTIED: [u8; 3] = [0, 0, 0x0b];

/// A piece of memory, and which part brings it.
#[derive(Debug, PartialEq, Eq)]
pub struct Moved {
    pub place: Range<u32>,
    pub home: Home,
}

/// What parts bring, in the order of the addresses. `memory` is what the module begins with.
pub fn moved(module: &Module, functions: &[Home], linked: &Linked, memory: &[u8]) -> Vec<Moved> {
    let homes = homes(module, functions, linked, memory);
    let mut moved: Vec<Moved> = Vec::new();
    for (constant, home) in linked.constants.iter().zip(homes) {
        let Some(home @ Home::Part(_)) = home else {
            continue;
        };
        let place = constant.place.clone();
        match moved.last_mut() {
            Some(last) if last.home == home && is_padding(memory, last.place.end..place.start) => {
                last.place.end = place.end;
            }
            _ => moved.push(Moved { place, home }),
        }
    }
    moved.retain(|piece| piece.place.len() >= LEAST_BYTES);
    moved
}

fn is_padding(memory: &[u8], place: Range<u32>) -> bool {
    place.len() < MOST_PADDING
        && memory[place.start as usize..place.end as usize]
            .iter()
            .all(|&byte| byte == 0)
}

/// Where each constant has to be; `None` if nobody reads it.
fn homes(module: &Module, functions: &[Home], linked: &Linked, memory: &[u8]) -> Vec<Option<Home>> {
    let by_name: HashMap<&str, u32> = module
        .names
        .iter()
        .filter(|(function, _)| module.body(**function).is_some())
        .map(|(function, name)| (*name, *function))
        .collect();
    let mut homes = vec![None; linked.constants.len()];
    // Which constants a constant holds addresses of.
    let mut held: Vec<Vec<usize>> = vec![Vec::new(); linked.constants.len()];
    for (number, constant) in linked.constants.iter().enumerate() {
        for reader in &constant.readers {
            match *reader {
                Reader::Function(function) => {
                    // One that is not there any more reads nothing.
                    if let Some(function) = by_name.get(linked.functions[function].as_str())
                        && module
                            .body(*function)
                            .is_some_and(|body| body.bytes != EMPTIED)
                    {
                        join(&mut homes[number], functions[*function as usize]);
                    }
                }
                Reader::Constant(holder) => held[holder].push(number),
                Reader::Variable => join(&mut homes[number], Home::First),
            }
        }
    }
    // What was put around functions since they were linked is known by its numbers only.
    for (function, body) in module.own().zip(&module.bodies) {
        for number in &body.numbers {
            if let Some(constant) = linked.at(*number) {
                join(&mut homes[constant], functions[function as usize]);
            }
        }
    }
    for constant in held_by_variables(linked, memory) {
        join(&mut homes[constant], Home::First);
    }

    let mut next: Vec<usize> = (0..homes.len())
        .filter(|&number| homes[number].is_some())
        .collect();
    while let Some(holder) = next.pop() {
        let Some(home) = homes[holder] else {
            continue;
        };
        for &number in &held[holder] {
            let before = homes[number];
            join(&mut homes[number], home);
            if homes[number] != before {
                next.push(number);
            }
        }
    }
    homes
}

/// Makes a place one that another reader finds as well.
fn join(home: &mut Option<Home>, other: Home) {
    *home = Some(match *home {
        None => other,
        Some(home) if home == other => home,
        Some(home) if home == Home::First || other == Home::First => Home::First,
        Some(_) => COMMON,
    });
}

/// The constants whose addresses seem to stand in memory outside of constants.
fn held_by_variables<'a>(linked: &'a Linked, memory: &'a [u8]) -> impl Iterator<Item = usize> + 'a {
    const WORD: usize = size_of::<u32>();
    let (words, _) = memory.as_chunks::<WORD>();
    words
        .iter()
        .zip((0..).step_by(WORD))
        .filter_map(|(word, address)| {
            let held = linked.at(u32::from_le_bytes(*word))?;
            linked.at(address).is_none().then_some(held)
        })
}
