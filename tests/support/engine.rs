//! The accelerator in native tests: WebAssembly that is interpreted, with a memory of its own.
//!
//! `GARTER_ACCELERATOR` says how a test run compiles: `off` (as without it), `normal`, `eager`, or `shaky:SEED`.
#![expect(unsafe_code, reason = "a unit and the interpreter share memory")]
#![allow(
    dead_code,
    reason = "few tests compile loops whatever the environment says"
)]

use std::cell::RefCell;
use std::rc::Rc;

use garter::python::accelerator::{self, Engine, Helper, Limits, Mode};
use rustpython_vm::accelerator::{MOST_VALUES, helpers};
use wasmi::{Instance, Linker, Memory, MemoryType, Module, Store, TypedFunc};

/// One in so many checks fails in a shaky run.
const ONE_IN: i32 = 5;

#[derive(Default)]
struct Native {
    units: RefCell<Vec<Linked>>,
}

struct Linked {
    store: Store<()>,
    memory: Memory,
    run: TypedFunc<i32, i32>,
}

/// Lets loops be compiled in this thread as the environment says.
pub fn start_as_asked() {
    if let Ok(mode) = std::env::var("GARTER_ACCELERATOR") {
        start(parse(&mode));
    }
}

/// Lets loops be compiled in this thread.
pub fn start(mode: Mode) {
    let limits = Limits {
        units: std::env::var("GARTER_ACCELERATOR_UNITS")
            .ok()
            .and_then(|number| number.parse().ok())
            .or(Some(usize::MAX)),
        ..Limits::default()
    };
    accelerator::start(Rc::new(Native::default()), mode, limits, || true);
}

fn parse(mode: &str) -> Mode {
    match mode.split_once(':') {
        Some(("shaky", seed)) => Mode::Shaky {
            seed: seed.parse().expect("shaky:SEED"),
            one_in: ONE_IN,
        },
        None if mode == "eager" => Mode::Eager,
        None if mode == "normal" => Mode::Normal,
        None if mode == "off" => Mode::Off,
        _ => {
            panic!("GARTER_ACCELERATOR is {mode}, which is none of off, normal, eager, shaky:SEED")
        }
    }
}

impl Engine for Native {
    fn link(&self, bytes: &[u8], imports: &[Helper]) -> Option<usize> {
        let engine = wasmi::Engine::default();
        let module = Module::new(&engine, bytes).expect("a unit is valid");
        let mut store = Store::new(&engine, ());
        let memory = Memory::new(&mut store, MemoryType::new(1, None)).expect("a memory");
        let mut linker = Linker::new(&engine);
        linker.define("i", "m", memory).expect("a new name");
        for (index, helper) in imports.iter().enumerate() {
            let name = format!("h{index}");
            define(&mut linker, &name, *helper);
        }
        let instance: Instance = linker
            .instantiate_and_start(&mut store, &module)
            .expect("a unit fits");
        let run = instance
            .get_typed_func(&store, "f")
            .expect("a unit's function");
        self.units.borrow_mut().push(Linked { store, memory, run });
        Some(self.units.borrow().len() - 1)
    }

    unsafe fn run(&self, unit: usize, values: *mut u64) -> u32 {
        let Linked { store, memory, run } = &mut self.units.borrow_mut()[unit];
        // SAFETY: the interpreter has so many.
        let values =
            unsafe { std::slice::from_raw_parts_mut(values.cast::<u8>(), 8 * MOST_VALUES) };
        memory.data_mut(&mut *store)[..values.len()].copy_from_slice(values);
        let exit = run.call(&mut *store, 0).expect("a unit does not trap");
        values.copy_from_slice(&memory.data(&*store)[..values.len()]);
        exit.cast_unsigned()
    }

    fn result_address(&self) -> Option<i32> {
        None
    }
}

/// Addresses have 64 bits here.
fn at(address: i64) -> usize {
    usize::try_from(address).expect("an address")
}

fn define(linker: &mut Linker<()>, name: &str, helper: Helper) {
    let defined = match helper {
        Helper::Result => {
            linker.func_wrap("i", name, || -> i64 { helpers::result().cast_signed() })
        }
        Helper::ItemOfList => linker.func_wrap("i", name, |list: i64, index: i64, kind: u32| {
            helpers::item_of_list(at(list), index, kind)
        }),
        Helper::ItemOfTuple => linker.func_wrap("i", name, |list: i64, index: i64, kind: u32| {
            helpers::item_of_tuple(at(list), index, kind)
        }),
        Helper::ItemOfStr => linker.func_wrap("i", name, |text: i64, index: i64| {
            helpers::item_of_str(at(text), index)
        }),
        Helper::IsEqualStr => linker.func_wrap("i", name, |left: i64, right: i64| {
            helpers::is_equal_str(at(left), at(right))
        }),
        Helper::LengthOfList => {
            linker.func_wrap("i", name, |list: i64| helpers::length_of_list(at(list)))
        }
        Helper::LengthOfTuple => {
            linker.func_wrap("i", name, |list: i64| helpers::length_of_tuple(at(list)))
        }
        Helper::LengthOfStr => {
            linker.func_wrap("i", name, |text: i64| helpers::length_of_str(at(text)))
        }
        Helper::StoreInList => {
            linker.func_wrap("i", name, |list: i64, index: i64, kind: u32, bits: u64| {
                helpers::store_in_list(at(list), index, kind, bits)
            })
        }
        Helper::AppendToList => linker.func_wrap("i", name, |list: i64, kind: u32, bits: u64| {
            helpers::append_to_list(at(list), kind, bits);
        }),
        Helper::Remainder => linker.func_wrap("i", name, |left: f64, right: f64| {
            helpers::remainder(left, right)
        }),
        Helper::FloorDivide => linker.func_wrap("i", name, |left: f64, right: f64| {
            helpers::floor_divide(left, right)
        }),
        Helper::PowerOfInt => linker.func_wrap("i", name, |base: i64, exponent: i64| {
            helpers::power_of_int(base, exponent)
        }),
        Helper::PowerOfFloat => linker.func_wrap("i", name, |base: f64, exponent: f64| {
            helpers::power_of_float(base, exponent)
        }),
        Helper::Random => {
            linker.func_wrap("i", name, |function: i64| helpers::random(at(function)))
        }
        Helper::CallWithOne => linker.func_wrap(
            "i",
            name,
            |function: i64, kind: u32, bits: u64, wanted: u32| {
                helpers::call_with_one(at(function), kind, bits, wanted)
            },
        ),
    };
    defined.expect("a new name");
}
