//! `random.Random.seed()` over the host's randomness.
//!
//! `RustPython`'s own asks the machine when it is given no seed.

use rustpython_vm::builtins::PyTypeRef;
use rustpython_vm::function::OptionalArg;
use rustpython_vm::{PyObjectRef, PyRef, PyResult, VirtualMachine};

use super::host::host;

/// As many bytes as the generator has: `CPython` takes as many.
const SEED_BYTES: usize = 624 * 4;

/// Makes the generators of `random` take their seeds from the host.
pub(crate) fn install(vm: &VirtualMachine) -> PyResult<()> {
    let class = vm.import("_random", 0)?.get_attr("Random", vm)?;
    let class = PyRef::leak(class.try_into_value::<PyTypeRef>(vm)?);
    let name = vm.ctx.intern_str("seed");
    let own = class
        .get_attr(name)
        .ok_or_else(|| vm.new_attribute_error("seed"))?;
    let seed =
        move |generator: PyObjectRef, seed: OptionalArg<PyObjectRef>, vm: &VirtualMachine| {
            let seed = match seed {
                OptionalArg::Present(seed) if !vm.is_none(&seed) => seed,
                _ => random_number(vm)?,
            };
            own.call((generator, seed), vm)
        };
    class.set_attr(name, vm.new_method("seed", class, seed).into());
    Ok(())
}

fn random_number(vm: &VirtualMachine) -> PyResult {
    let mut bytes = vec![0; SEED_BYTES];
    host().random(&mut bytes);
    let int = vm.ctx.types.int_type.to_owned();
    let bytes = vm.ctx.new_bytes(bytes);
    vm.call_method(&PyObjectRef::from(int), "from_bytes", (bytes, "little"))
}
