//! `threading.local`: attributes that each thread has for itself.

use std::cell::RefCell;
use std::rc::Weak;

use local::Attributes;

use super::schedule::Id;

thread_local! {
    /// The objects in which threads have attributes.
    static USED: RefCell<Vec<(Id, Weak<Attributes>)>> = const { RefCell::new(Vec::new()) };
}

/// Drops what a thread has in all these objects, when it ends.
pub(super) fn end(id: Id) {
    let (own, others) = USED.take().into_iter().partition(|(owner, _)| *owner == id);
    USED.set(others);
    let own: Vec<(Id, Weak<Attributes>)> = own;
    for (_, attributes) in own {
        if let Some(attributes) = attributes.upgrade() {
            let dropped = attributes.remove(id);
            drop(dropped);
        }
    }
}

#[pymodule(sub)]
pub(crate) mod local {
    use std::cell::RefCell;
    use std::collections::BTreeMap;
    use std::rc::Rc;

    use rustpython_vm::builtins::{PyDictRef, PyStr, PyTypeRef};
    use rustpython_vm::function::{FuncArgs, PySetterValue};
    use rustpython_vm::object::{Traverse, TraverseFn};
    use rustpython_vm::types::{GetAttr, SetAttr};
    use rustpython_vm::{
        AsObject, Py, PyObject, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine,
    };

    use super::super::current::current;
    use super::super::schedule::Id;
    use super::USED;

    /// The attributes of one object.
    #[derive(Debug)]
    pub(crate) struct Attributes {
        arguments: FuncArgs,
        of_thread: RefCell<BTreeMap<Id, PyDictRef>>,
    }

    impl Attributes {
        pub(super) fn remove(&self, id: Id) -> Option<PyDictRef> {
            self.of_thread.borrow_mut().remove(&id)
        }
    }

    /// Thread-local data
    #[pyattr]
    #[pyclass(module = "_thread", name = "_local", traverse = "manual")]
    #[derive(Debug, PyPayload)]
    pub(crate) struct Local {
        attributes: Rc<Attributes>,
    }

    #[expect(
        unsafe_code,
        reason = "the collector has no other way to see what an object holds"
    )]
    // SAFETY: each object that is held is told of once.
    unsafe impl Traverse for Local {
        fn traverse(&self, tell: &mut TraverseFn<'_>) {
            self.attributes.arguments.traverse(tell);
            if let Ok(of_thread) = self.attributes.of_thread.try_borrow() {
                for names in of_thread.values() {
                    names.traverse(tell);
                }
            }
        }

        fn clear(&mut self, dropped: &mut Vec<PyObjectRef>) {
            if let Ok(mut of_thread) = self.attributes.of_thread.try_borrow_mut() {
                let names = std::mem::take(&mut *of_thread).into_values();
                dropped.extend(names.map(PyObjectRef::from));
            }
        }
    }

    type InitFunc = fn(&PyObject, FuncArgs, &VirtualMachine) -> PyResult<()>;

    /// The `__init__` of a class, if it is not that of `object`.
    fn own_init(
        class: &Py<rustpython_vm::builtins::PyType>,
        vm: &VirtualMachine,
    ) -> Option<InitFunc> {
        let init = class.slots.init.load()?;
        let default = vm.ctx.types.object_type.slots.init.load();
        let is_default = default.is_some_and(|default| std::ptr::fn_addr_eq(init, default));
        (!is_default).then_some(init)
    }

    #[pyclass(with(GetAttr, SetAttr), flags(BASETYPE, HAS_WEAKREF))]
    impl Local {
        #[pyslot]
        fn slot_new(class: PyTypeRef, arguments: FuncArgs, vm: &VirtualMachine) -> PyResult {
            if !arguments.is_empty() && own_init(&class, vm).is_none() {
                return Err(vm.new_type_error("Initialization arguments are not supported"));
            }
            let attributes = Rc::new(Attributes {
                arguments,
                of_thread: RefCell::default(),
            });
            let object = Self { attributes }.into_ref_with_type(vm, class)?;
            // `type` calls `__init__` for the thread that has made the object.
            object.create(vm);
            Ok(object.into())
        }

        /// The attributes of the thread that runs.
        fn names(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<PyDictRef> {
            let known = zelf.attributes.of_thread.borrow().get(&current()).cloned();
            if let Some(names) = known {
                return Ok(names);
            }
            let names = zelf.create(vm);
            if let Some(init) = own_init(zelf.class(), vm) {
                let arguments = zelf.attributes.arguments.clone();
                init(zelf.as_object(), arguments, vm).inspect_err(|_| {
                    let dropped = zelf.attributes.remove(current());
                    drop(dropped);
                })?;
            }
            Ok(names)
        }

        fn create(&self, vm: &VirtualMachine) -> PyDictRef {
            let names = vm.ctx.new_dict();
            let id = current();
            self.attributes
                .of_thread
                .borrow_mut()
                .insert(id, names.clone());
            USED.with_borrow_mut(|used| {
                if used.len() > 1_000 {
                    used.retain(|(_, attributes)| attributes.strong_count() > 0);
                }
                used.push((id, Rc::downgrade(&self.attributes)));
            });
            names
        }

        #[pygetset(name = "__dict__")]
        fn dict(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyResult<PyDictRef> {
            Self::names(&zelf, vm)
        }
    }

    impl GetAttr for Local {
        fn getattro(zelf: &Py<Self>, name: &Py<PyStr>, vm: &VirtualMachine) -> PyResult {
            let names = Self::names(zelf, vm)?;
            if name.as_bytes() == b"__dict__" {
                return Ok(names.into());
            }
            let value = zelf
                .as_object()
                .generic_getattr_opt(name, Some(names), vm)?;
            value.ok_or_else(|| {
                let object: PyObjectRef = zelf.as_object().to_owned();
                vm.new_no_attribute_error(object, name.to_owned())
            })
        }
    }

    impl SetAttr for Local {
        fn setattro(
            zelf: &Py<Self>,
            name: &Py<PyStr>,
            value: PySetterValue,
            vm: &VirtualMachine,
        ) -> PyResult<()> {
            let names = Self::names(zelf, vm)?;
            if name.as_bytes() == b"__dict__" {
                let class = zelf.class().name().to_string();
                let text = format!("'{class}' object attribute '__dict__' is read-only");
                return Err(vm.new_attribute_error(text));
            }
            let known = vm.ctx.interned_str(name);
            let descriptor = known.and_then(|name| zelf.class().get_attr(name));
            if descriptor.is_some_and(|of| of.class().slots.descr_set.load().is_some()) {
                return zelf.as_object().generic_setattr(name, value, vm);
            }
            match value {
                PySetterValue::Assign(value) => names.set_item(name, value, vm),
                PySetterValue::Delete => names.del_item(name, vm).map_err(|_| {
                    let object: PyObjectRef = zelf.as_object().to_owned();
                    vm.new_no_attribute_error(object, name.to_owned())
                }),
            }
        }
    }
}
