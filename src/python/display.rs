//! What a program shows that is more than text: pictures, tables. `src/python/lib/garter` makes them.

/// Longer than any type that is registered.
const LONGEST_MIME: usize = 127;

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

#[pymodule(sub)]
pub(super) mod display {
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
    /// `ValueError` if the type is none, and `OSError` if the output budget has not enough left.
    #[pyfunction]
    fn display(content: Content, vm: &VirtualMachine) -> PyResult<()> {
        let mime = content.mime.as_str();
        let alt = content.alt.as_ref().map_or("", |alt| alt.as_str());
        if !is_mime(mime) {
            return Err(vm.new_value_error(format!(
                "a MIME type looks like 'image/png' and not like {mime:?}"
            )));
        }
        // What is printed to here appears above.
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
