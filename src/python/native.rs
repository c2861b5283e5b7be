//! The `_garter` module: what the modules of ours that are written in Python need of Rust.

pub(crate) use _garter::module_def;

use super::import::importer;
use super::import::wheels::importer as wheels;
use super::show::{display, picture};

#[pymodule(with(
    display::display,
    importer::importer,
    wheels::importer,
    picture::picture
))]
mod _garter {
    use rustpython_vm::{PyResult, VirtualMachine};

    use rustpython_vm::accelerator;

    use crate::python::import::packs;
    use crate::python::streams;

    /// Reads a line that is not shown while it is typed; empty at the end of the input.
    #[pyfunction]
    fn read_hidden_line(vm: &VirtualMachine) -> PyResult<String> {
        streams::read_hidden_line(vm)
    }

    /// Why docstrings of what is built in were missing since the last call, if they were. The next one that is read is
    /// fetched again.
    #[pyfunction]
    fn missing_docs() -> Option<String> {
        packs::missing_docs()
    }

    /// How many loops have been compiled in this worker, and how often they were entered: so tests see that the
    /// accelerator works, and where it does not.
    #[pyfunction]
    fn compiled_loops() -> (usize, u32) {
        let units = accelerator::statistics();
        (units.len(), units.iter().map(|counts| counts[0]).sum())
    }
}
