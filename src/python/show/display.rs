//! What a program shows that is more than text: pictures, tables. `src/python/lib/garter` makes them.

use rustpython_vm::function::{FuncArgs, ItemDoc, PyMethodFlags};
use rustpython_vm::{PyResult, VirtualMachine};

use crate::protocol::LONGEST_MIME;
use crate::python::import::importer;

/// Whether this has the shape `type/subtype`, in lower case and without parameters: the restricted
/// names of RFC 6838, section 4.2.
fn is_mime(text: &str) -> bool {
    let is_name = |name: &str| {
        name.starts_with(|char: char| char.is_ascii_lowercase() || char.is_ascii_digit())
            && name.chars().all(|char| {
                char.is_ascii_lowercase() || char.is_ascii_digit() || "!#$&-^_.+".contains(char)
            })
    };
    text.len() <= LONGEST_MIME
        && text
            .split_once('/')
            .is_some_and(|(kind, name)| is_name(kind) && is_name(name))
}

/// Gives programs `display` without an import. What it does is loaded when it is first called.
pub(crate) fn install(vm: &VirtualMachine) -> PyResult<()> {
    const DOC: &str = "display(*objects, alt='')\n--\n\n\
        Show objects as pictures, tables or HTML where they have such a form, else as text.\n\n\
        Forms are what _repr_svg_, _repr_png_ and _repr_html_ return, the bytes or the text of a\n\
        picture, and lists of dicts. alt describes a picture for those who do not see it.";
    let display = |arguments: FuncArgs, vm: &VirtualMachine| -> PyResult {
        let module = importer::import("garter", vm)?;
        module.get_attr("display", vm)?.call(arguments, vm)
    };
    let display = vm
        .ctx
        .new_method_def(
            "display",
            display,
            PyMethodFlags::empty(),
            ItemDoc::static_text(DOC),
        )
        .build_function(vm, None);
    vm.builtins.set_attr("display", display, vm)
}

#[pymodule(sub)]
pub(crate) mod display {
    use rustpython_vm::builtins::PyUtf8StrRef;
    use rustpython_vm::function::ArgBytesLike;
    use rustpython_vm::{FromArgs, PyResult, VirtualMachine};

    use super::is_mime;
    use crate::protocol::display_bytes;
    use crate::python::host::host;
    use crate::python::streams;

    #[derive(FromArgs)]
    struct Content {
        #[pyarg(any)]
        mime: PyUtf8StrRef,
        #[pyarg(any)]
        data: ArgBytesLike,
        #[pyarg(any, optional)]
        alt: Option<PyUtf8StrRef>,
    }

    /// Shows data of this MIME type, after all that was printed; `alt` is the same in words. Raises
    /// `ValueError` if it is not a MIME type, and `OSError` if the output budget has not enough left.
    #[pyfunction]
    fn display(content: Content, vm: &VirtualMachine) -> PyResult<()> {
        let mime = content.mime.as_str();
        let alt = content.alt.as_ref().map_or("", |alt| alt.as_str());
        if !is_mime(mime) {
            return Err(vm.new_value_error(format!(
                "a MIME type looks like 'image/png' and not like {mime:?}"
            )));
        }
        // The text that was printed before it appears above it.
        streams::flush(vm);
        let data = content.data.borrow_buf().to_vec();
        let bytes = display_bytes(mime, &data, alt);
        streams::spend(bytes).map_err(|left| {
            vm.new_os_error(format!(
                "this {mime} has {bytes} bytes, and the output budget of this run has {left} left"
            ))
        })?;
        host().display(mime, &data, alt);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mime_type_has_two_parts_and_no_parameters() {
        for mime in [
            "image/png",
            "image/svg+xml",
            "application/vnd.garter.table+json",
            "x/3d",
        ] {
            assert!(is_mime(mime), "{mime}");
        }
        let long = format!("a/{}", "b".repeat(LONGEST_MIME));
        for mime in [
            "",
            "png",
            "image/",
            "/png",
            "Image/PNG",
            "text/html; charset=utf-8",
            "a/b/c",
            "a b/c",
            "a/ü",
            &long,
        ] {
            assert!(!is_mime(mime), "{mime}");
        }
    }
}
