//! What is said of that which is built in: docstrings and signatures. The embedder has them, in the words of
//! CPython, and is asked when somebody reads them. Nothing of them is in the interpreter.

use crate::{
    AsObject, Py, PyObject, PyPayload, PyRef, PyResult, VirtualMachine,
    builtins::{PyModule, PyStr, PyType, builtin_func::PyNativeFunction},
    class::{PyClassImpl, StaticType},
    types::{GetDescriptor, PyTypeFlags},
};

#[cfg(feature = "embedder")]
unsafe extern "Rust" {
    /// The text of this key: `math`, `math.sin`, `builtins.str`, `builtins.str.split`, or `*.__add__` for what a method of
    /// this name says in most classes. `None` if there is none, or if it does not arrive.
    ///
    /// The signature comes first: nothing if CPython has none, `?` if the embedder does not know. Then come a zero and the
    /// docstring, if there is one.
    safe fn rustpython_text(key: &str) -> Option<String>;
}

fn asked(key: &str) -> Option<Text> {
    #[cfg(feature = "embedder")]
    {
        let text = rustpython_text(key)?;
        let (signature, doc) = match text.split_once('\0') {
            Some((signature, doc)) => (signature, Some(doc.to_owned())),
            None => (text.as_str(), None),
        };
        let signature = match signature {
            "?" => Signature::Unknown,
            "" => Signature::None,
            known => Signature::Is(known.to_owned()),
        };
        Some(Text { signature, doc })
    }
    #[cfg(not(feature = "embedder"))]
    {
        let _ = key;
        None
    }
}

/// What is said of a function, a class, an attribute or a module.
pub(crate) struct Text {
    signature: Signature,
    doc: Option<String>,
}

enum Signature {
    /// The embedder does not know.
    Unknown,
    /// CPython has none.
    None,
    Is(String),
}

impl Text {
    pub(crate) fn of_class(class: &Py<PyType>) -> Option<Self> {
        asked(&place(class)?)
    }

    /// The text of an attribute that this class has, or one that it overrides.
    pub(crate) fn of_attribute(class: &Py<PyType>, name: &str) -> Option<Self> {
        // The embedder may let other threads run, so nothing is locked while it is asked.
        let classes = class.mro_collect();
        let mut places = classes.iter().filter_map(|class| place(class));
        places
            .find_map(|place| asked(&format!("{place}.{name}")))
            .or_else(|| {
                let is_special = name.starts_with("__");
                is_special.then(|| asked(&format!("*.{name}")))?
            })
    }

    pub(crate) fn of_function(function: &PyNativeFunction) -> Option<Self> {
        let name = function.value.name;
        if let Some(bound) = &function.zelf
            && !bound.downcastable::<PyModule>()
        {
            let class = bound.downcast_ref::<PyType>();
            return Self::of_attribute(class.unwrap_or_else(|| bound.class()), name);
        }
        let module = function.module.deref()?;
        let module = module.downcast_ref::<PyStr>()?.to_str()?;
        asked(&format!("{module}.{name}"))
    }

    /// The docstring of a native module.
    pub(crate) fn of_module(module: &Py<PyModule>) -> Option<String> {
        module.def?;
        asked(module.name?.as_str())?.doc
    }

    /// The docstring of this text, or the interpreter's own if there is no text.
    pub(crate) fn doc(text: Option<Self>, own: Option<&str>) -> Option<String> {
        match text {
            Some(text) => text.doc,
            None => own.map(str::to_owned),
        }
    }

    /// The signature of this text, or the interpreter's own if that is not known.
    pub(crate) fn signature(text: Option<Self>, own: Option<&str>) -> Option<String> {
        match text.map(|text| text.signature) {
            Some(Signature::Is(signature)) => Some(signature),
            Some(Signature::None) => None,
            Some(Signature::Unknown) | None => own.map(str::to_owned),
        }
    }
}

/// Whether no `class` statement has made this class: those that have been made so have a docstring of their own, which
/// may be `None`.
fn is_native(class: &Py<PyType>) -> bool {
    let is_heap_type = class.slots.flags.has_feature(PyTypeFlags::HEAPTYPE);
    !is_heap_type || !class.attributes.contains(doc_name())
}

fn doc_name() -> &'static crate::builtins::PyStrInterned {
    crate::Context::genesis().names.__doc__
}

/// The key of a native class.
fn place(class: &Py<PyType>) -> Option<String> {
    if !is_native(class) {
        return None;
    }
    let name = class.name();
    if class.slots.flags.has_feature(PyTypeFlags::HEAPTYPE) {
        let module = class
            .attributes
            .get(crate::Context::genesis().names.__module__)?;
        let module = module.downcast_ref::<PyStr>()?.to_str()?;
        return Some(format!("{module}.{}", &*name));
    }
    let module = class.slot_name();
    let module = module
        .rsplit_once('.')
        .map_or("builtins", |(module, _)| module);
    Some(format!("{module}.{}", &*name))
}

/// The docstring of the class of what it is read from, which no class has to hold for itself.
#[pyclass(module = false, name = "docstring")]
#[derive(Debug)]
pub(crate) struct DocOfClass;

impl PyPayload for DocOfClass {
    fn class(_ctx: &crate::Context) -> &'static Py<PyType> {
        Self::static_type()
    }
}

#[pyclass(with(GetDescriptor), flags(DISALLOW_INSTANTIATION))]
impl DocOfClass {}

impl GetDescriptor for DocOfClass {
    fn descr_get(
        zelf: &PyObject,
        object: Option<&PyObject>,
        _class: Option<&PyObject>,
        vm: &VirtualMachine,
    ) -> PyResult {
        let Some(object) = object else {
            return Ok(zelf.to_owned());
        };
        let classes = object.class().mro_collect();
        match classes.into_iter().find(|class| is_native(class)) {
            Some(class) => class.as_object().get_attr(doc_name(), vm),
            None => Ok(vm.ctx.none()),
        }
    }
}

/// Lets instances of native classes have the docstrings of their classes.
#[cfg(feature = "embedder")]
pub(crate) fn begin(vm: &VirtualMachine) {
    let object = vm.ctx.types.object_type;
    if !object.attributes.contains(doc_name()) {
        DocOfClass::make_static_type();
        let doc: PyRef<DocOfClass> = DocOfClass.into_ref(&vm.ctx);
        object.set_attr(doc_name(), doc.into());
    }
}
