//! The state of this worker, and where each piece of it begins anew.
//!
//! A worker whose interpreter is kept runs one program after another. A test of `xtask` compares this
//! table with the code; `src/python/state.rs` has the state of the interpreter itself.
//!
//! | file | state | begins anew in | why |
//! |---|---|---|---|
//! | `ending.rs` | `HAS_ENDED` | `begin_program` | Each program ends once. |
//! | `ending.rs` | `PANIC` | never | A panic ends the worker. |
//! | `entry.rs` | `KERNEL` | never | It is the interpreter, with the names that stay. |
//! | `entry.rs` | `CONSOLE` | never | It is there between the entries of a console. |
//! | `host.rs` | `GIVEN` | never | Packs belong to the interpreter. |
//! | `host.rs` | `IS_ASKING` | `begin_program` | A program is not answered for the one before. |
//! | `host.rs` | `RESTED` | `begin_program` | Rest gives back running time to the program that has rested. |
//! | `inbox.rs` | `INBOX` | `begin_program` | A message that comes too late must not reach the next program. |
//! | `output.rs` | `OUTPUT` | `begin_program` | The page reports only what it shows of the program that runs. |
//! | `replay.rs` | `LONGEST_MS` | `begin_program` | A console may be run again for longer. |
//! | `slice.rs` | `PACE` | `begin_program` | It is set while a program runs. |
//! | `memory.rs` | `USED` | never | It counts all memory that is in use. |
//! | `memory.rs` | `PEAK` | `begin_program` | Each program has its own peak. |
//! | `memory.rs` | `LIMIT` | `begin_program` | Each program has its own memory budget. |
//! | `memory.rs` | `HELD` | never | It is set before it is used. |
//! | `memory.rs` | `ALARM` | `begin_program` | Each program is told when it passes its budget. |
//! | `memory.rs` | `WAS_REFUSED` | `begin_program` | It tells why a program has ended. |
//! | `memory.rs` | `RESERVE` | `begin_program` | The report of each end has memory of its own. |
//! | `memory.rs` | `WIPES` | never | The build sets it and takes it back. |
//! | `memory.rs` | `ALLOCATOR` | never | It has no state. |
//! | `memory.rs` | `OWN` | never | It is the memory of the interpreter before its first program. |
//! | `waiting.rs` | `WAITING` | never | It is a property of the browser. |
//! | `accelerate.rs` | `TAKEN` | never | Compiled loops stay as long as the interpreter does, which drops them. |
//! | `accelerate.rs` | `IS_STARTED` | `begin_program` | It is a property of the worker. |
//! | `accelerate.rs` | `PLACES` | never | It is a table. |
//! | `preset.rs` | `PACK` | never | Only the build uses it. |
//! | `preset.rs` | `ERROR` | never | Only the build uses it. |

use super::{accelerate, ending, host, inbox, memory, output, replay, slice};
use crate::protocol::{Package, Program};

/// Begins the state of a program, the first of this worker or one after others.
pub(super) fn begin_program(program: &Program) {
    ending::begin();
    host::begin();
    inbox::begin();
    output::begin();
    let bytes = |wheel: &Package| wheel.data.as_ref().len();
    memory::begin(
        program.budget.memory_bytes,
        program.packages.iter().map(bytes).sum(),
    );
    replay::begin(program.console);
    slice::begin();
    accelerate::begin();
}
