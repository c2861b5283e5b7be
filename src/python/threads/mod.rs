//! Threads of Python, which take turns: one of them runs, and the others are suspended, each on a stack of its own.
//!
//! The host switches from stack to stack ([`Host::switch`](crate::python::host::Host::switch)), and what the
//! interpreter keeps for each thread is exchanged meanwhile. Nobody stands above the threads: one that cannot go on
//! looks for the next itself, and the last of them waits for time or for the reader.
//!
//! Where stacks cannot be switched a thread runs at its start, on the stack of the one that has started it, as far as
//! it can. If it had to wait for another one then, that is an error.
//!
//! | file | idea |
//! |---|---|
//! | `schedule` | which thread runs next |
//! | `running` | the threads of this interpreter, and switching between them |
//! | `current` | the thread that runs, and what others do for threads |
//! | `stuck` | what to say when nobody can ever go on |
//! | `nested` | threads where stacks cannot be switched |
//! | `lock` | locks that are waited for |
//! | `module`, `locks`, `local` | the `_thread` module |

use rustpython_vm::{PyResult, VirtualMachine};

mod current;
mod local;
mod lock;
mod locks;
mod module;
mod nested;
mod running;
mod schedule;
mod stuck;

pub(crate) use current::{Hooks, connect, is_main};
pub(crate) use module::module_def;
pub use running::{Turns, is_due, pass, run, turns};
pub(crate) use running::{begin, close, has_others, interrupt_main, shut_down, wait, wake_readers};
pub(crate) use schedule::Reason;

/// Puts our `_thread` into the place of the one in Python that `RustPython` begins with.
pub(crate) fn install(vm: &VirtualMachine) -> PyResult<()> {
    const NAME: &str = "_thread";
    let modules = vm.sys_module.get_attr("modules", vm)?;
    modules.del_item(NAME, vm)?;
    let ours = vm.import(NAME, 0)?;
    let importlib = modules.get_item("_frozen_importlib", vm)?;
    importlib.set_attr(NAME, ours, vm)
}
