//! The parts of the interpreter that arrive after its first module.
//!
//! The build splits the interpreter (`xtask/src/interpreter/split`). Where a function of a part belongs, the first
//! module has a stub, which calls [`garter_load_part`] and then the function.
#![expect(unsafe_code, reason = "the build finds this function by its name")]

use super::{ending, js, memory, output, slice, waiting};
use crate::protocol::PartName;
use crate::python::clock::stopwatch;

/// Returns when the part with this number, of [`PartName::ALL`], is there. Where it does not arrive the run ends.
///
/// All that it calls is in the first module: the build sees to that.
#[unsafe(no_mangle)]
extern "C" fn garter_load_part(number: usize) {
    if let Err(why) = load(PartName::ALL[number]) {
        ending::without_part(&why);
    }
}

/// Waits for a part, and for the one that all others need.
///
/// # Errors
/// Why one of them did not arrive: which file, and what is wrong with it.
pub(super) fn load(part: PartName) -> Result<(), String> {
    for part in [PartName::Later, part] {
        if has(part) {
            continue;
        }
        output::send_before_waiting();
        let why =
            memory::unbounded(|| stopwatch::pause(|| js::load_part(js::to_js(&part)).as_string()));
        if waiting::replays() {
            // Of Stop it hears where it has waited.
            slice::hear_stop();
        }
        if let Some(why) = why {
            return Err(why);
        }
    }
    Ok(())
}

/// Whether a part is there.
pub(super) fn has(part: PartName) -> bool {
    memory::unbounded(|| js::has_part(js::to_js(&part)))
}
