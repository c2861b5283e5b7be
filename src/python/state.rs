//! The state that a thread keeps beside its interpreter, and where each piece of it begins anew.
//!
//! An interpreter may outlive its programs. A program after another one finds the names, the files, the
//! handlers of signals, the recursion limit and the input that were left, as the cells of a notebook do;
//! everything else is as it was for the first.
//! A test of `xtask` compares this table with the code.
//!
//! | file | state | begins anew in | why |
//! |---|---|---|---|
//! | `host.rs` | `HOST` | `begin_interpreter` | The first program may replace it with one that repeats, for all after it. |
//! | `terminate.rs` | `MAKE_OUTCOME` | `begin_interpreter` | It is always the same function. |
//! | `streams.rs` | `STREAMS` | `begin_program` | Each program has its own output budget; input that was not read stays. |
//! | `clock/signal.rs` | `SENDER` | `forget` | `signal::connect` sets it for a new interpreter. |
//! | `clock/signal.rs` | `HANDLERS` | `forget` | Handlers are set for the interpreter, and stay as names do. |
//! | `clock/signal.rs` | `PROGRAM` | `begin_program` | A signal that comes too late must not reach the next program. |
//! | `clock/signal.rs` | `INTERRUPTED` | `begin_program` | It tells why a program has ended. |
//! | `clock/signal.rs` | `LOW_ON_MEMORY` | `begin_program` | It tells why a program has ended. |
//! | `clock/stopwatch.rs` | `STOPWATCH` | `begin_program` | Each program has its own time budget. |
//! | `clock/before_wait.rs` | `SHOW_PICTURE` | `forget` | The windows that it shows are names, which stay. |
//! | `clock/before_wait.rs` | `HAS_PICTURE` | `begin_program` | A program that draws nothing has no picture, whatever was drawn before it. |
//! | `os/fs/mod.rs` | `FILES` | `begin_program` | Files stay; the first program begins with none. |
//! | `os/sqlite/locks.rs` | `LOCKS` | `begin_program` | They belong to open files, which stay; the first program begins with none. |
//! | `os/sqlite/mod.rs` | `ONCE` | never | SQLite is set up once for all interpreters. |
//! | `os/sqlite/file.rs` | `METHODS` | never | It is constant. |
//! | `os/home.rs` | `GIVEN` | `begin_program` | A program is told of the files that it has changed itself. |
//! | `import/packs.rs` | `PACKS` | `begin_interpreter` | Packs hold no objects of the interpreter. Each program asks again for what did not arrive. |
//! | `import/wheels/site.rs` | `SITE` | `begin_interpreter` | Wheels hold no objects of the interpreter, and stay as modules do. |
//! | `import/access/mod.rs` | `IMPORTS` | `begin_interpreter` | It is 0 whenever no import is under way. |
//! | `import/access/decisions.rs` | `POLICY` | `begin_interpreter` | The rules of the first program hold for all. |
//! | `import/access/library.rs` | `KNOWN` | `begin_interpreter` | It tells the modules that are loaded, which stay. |
//! | `import/access/guard.rs` | `GUARD` | `begin_interpreter` | It belongs to the modules that are loaded, which stay. |
//! | `import/access/guard.rs` | `MODULES` | `begin_interpreter` | It counts the modules that are loaded, which stay. |
//! | `threads/running.rs` | `THREADS` | `begin_interpreter` | Threads of a program that is kept go on in the next one. |
//! | `threads/current.rs` | `CURRENT` | `begin_interpreter` | It is the main thread whenever a program begins. |
//! | `threads/nested.rs` | `COUNT` | `begin_interpreter` | It is 0 whenever a program begins. |
//! | `threads/nested.rs` | `LAST` | `begin_interpreter` | It counts threads. |
//! | `threads/current.rs` | `HOOKS` | `begin_interpreter` | They are always the same functions. |
//! | `threads/running.rs` | `IS_LEAVING` | `begin_interpreter` | It is false whenever a program begins. |
//! | `threads/stuck.rs` | `TEXT` | never | It is set before it is taken. |
//! | `threads/local.rs` | `USED` | never | It holds on to nothing: what has ended in it is skipped. |
//! | `threads/module.rs` | `STACK_SIZE` | never | It is a number that has no effect, and stays as modules do. |
//! | `show/picture.rs` | `RUN` | `begin_program` | It counts programs. |
//! | `run/source.rs` | `FILE` | `begin_program` | Each program is a file of its own in tracebacks. |
//! | `src/embedder.rs` | `NAMES` | never | It caches a table. |
//! | `src/embedder.rs` | `IS_ASKING` | never | It is false whenever no name is looked for. |
//! | `src/embedder.rs` | `TABLES` | never | It caches a table. |
//! | `src/embedder.rs` | `TIME_SLICE` | never | Native tests set it. |
//! | `src/embedder.rs` | `STACK_BYTES` | never | Native tests set it. |
//! | `accelerator/mod.rs` | `ENGINE` | never | The worker sets it, and tests. |
//! | `accelerator/mod.rs` | `MODE` | never | The worker sets it, and tests. |
//! | `run/report.rs` | `FORMATTED` | `forget` | Each report drops it when it is made. |

use std::rc::Rc;

use super::accelerator;
use super::clock::{before_wait, signal, stopwatch};
use super::host::{self, Host};
use super::import::{access, packs, wheels};
use super::os::home::NotGiven;
#[cfg(feature = "sqlite")]
use super::os::sqlite;
use super::os::{fs, home};
use super::run::{ending, report, source};
use super::show::picture;
use super::{numpy, streams, terminate, threads};
use crate::library::pack::Pack;
use crate::protocol::{MAIN, Program};

/// Begins the state of a new interpreter, before it is made.
pub(super) fn begin_interpreter(host: Rc<dyn Host>, core: Pack) {
    host::set_host(host);
    terminate::set_outcome(ending::of_terminated);
    threads::begin();
    access::forget();
    packs::set_core(core);
    wheels::forget();
    source::begin(MAIN);
}

/// Begins the state of a program, the first of its interpreter or one after others.
///
/// # Errors
/// A file that the program could not be given; its state has begun all the same.
pub(super) fn begin_program(program: &Program, is_first: bool) -> Result<(), NotGiven> {
    signal::begin();
    source::begin(&program.file);
    streams::begin(program, is_first);
    picture::begin();
    before_wait::begin();
    packs::begin_program();
    if is_first {
        fs::reset();
        #[cfg(feature = "sqlite")]
        sqlite::forget();
    }
    let files = home::fill(program);
    stopwatch::start(stopwatch::nanoseconds(program.budget.seconds));
    files
}

/// Drops the objects of an interpreter that ends: they must not outlive it.
pub(super) fn forget() {
    signal::disconnect();
    before_wait::forget();
    report::forget();
    access::forget();
    numpy::forget();
    accelerator::forget();
}
