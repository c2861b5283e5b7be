//! `open`, with the checks and the messages of `CPython`.

#[pymodule(sub)]
pub(crate) mod open {
    use rustpython_vm::builtins::PyStrRef;
    use rustpython_vm::convert::ToPyObject;
    use rustpython_vm::function::FsPath;
    use rustpython_vm::protocol::PyNumber;
    use rustpython_vm::{FromArgs, PyObjectRef, PyResult, VirtualMachine};

    const BUFFER_SIZE: usize = 128 * 1024;

    #[derive(FromArgs)]
    struct OpenArguments {
        #[pyarg(any)]
        file: PyObjectRef,
        #[pyarg(any, default)]
        mode: Option<PyStrRef>,
        #[pyarg(any, default = -1)]
        buffering: isize,
        #[pyarg(any, default)]
        encoding: Option<PyStrRef>,
        #[pyarg(any, default)]
        errors: Option<PyStrRef>,
        #[pyarg(any, default)]
        newline: Option<PyStrRef>,
        #[pyarg(any, default = true)]
        closefd: bool,
        #[pyarg(any, default)]
        opener: Option<PyObjectRef>,
    }

    /// What the mode string asks for, apart from what `FileIO` checks itself.
    struct Mode {
        raw: String,
        is_binary: bool,
        updates: bool,
        reads: bool,
    }

    impl Mode {
        fn parse(text: &str, vm: &VirtualMachine) -> PyResult<Self> {
            let has = |char| text.contains(char);
            let is_known = text.chars().all(|char| "axrwb+t".contains(char));
            let is_repeated = text
                .char_indices()
                .any(|(at, char)| text[at + char.len_utf8()..].contains(char));
            if !is_known || is_repeated {
                return Err(vm.new_value_error(format!("invalid mode: '{text}'")));
            }
            if has('t') && has('b') {
                return Err(vm.new_value_error("can't have text and binary mode at once"));
            }
            if text.chars().filter(|char| "axrw".contains(*char)).count() > 1 {
                return Err(
                    vm.new_value_error("must have exactly one of create/read/write/append mode")
                );
            }
            Ok(Self {
                raw: text
                    .chars()
                    .filter(|char| *char != 't' && *char != 'b')
                    .collect(),
                is_binary: has('b'),
                updates: has('+'),
                reads: has('r'),
            })
        }
    }

    /// Open file and return a stream. Raise OSError upon failure.
    #[pyfunction]
    fn open(arguments: OpenArguments, vm: &VirtualMachine) -> PyResult {
        let mode_text = match &arguments.mode {
            Some(mode) => mode.to_string_lossy().into_owned(),
            None => "r".to_owned(),
        };
        let mode = Mode::parse(&mode_text, vm)?;
        if mode.is_binary {
            let text_only = [
                ("an encoding", arguments.encoding.is_some()),
                ("an errors", arguments.errors.is_some()),
                ("a newline", arguments.newline.is_some()),
            ];
            if let Some((name, _)) = text_only.iter().find(|(_, is_given)| *is_given) {
                return Err(vm.new_value_error(format!("binary mode doesn't take {name} argument")));
            }
            if arguments.buffering == 1 {
                warn_of_line_buffering(vm)?;
            }
        }
        let io = vm.import("_io", 0)?;
        let OpenArguments {
            file,
            closefd,
            opener,
            ..
        } = &arguments;
        // The stream has the name itself and not the `Path` that it came from.
        let file = if PyNumber::check(file) {
            file.clone()
        } else {
            FsPath::try_from_path_like(file.clone(), false, vm)?.to_pyobject(vm)
        };
        let raw = vm.call_method(
            &io,
            "FileIO",
            (file, mode.raw.as_str(), *closefd, opener.clone()),
        )?;
        wrap(&raw, &mode, &mode_text, &arguments, vm).inspect_err(|_| {
            // The first error is the one to tell.
            let _ = vm.call_method(&raw, "close", ());
        })
    }

    /// Puts the buffer and the decoder around a raw file that the mode asks for.
    fn wrap(
        raw: &PyObjectRef,
        mode: &Mode,
        mode_text: &str,
        arguments: &OpenArguments,
        vm: &VirtualMachine,
    ) -> PyResult {
        let io = vm.import("_io", 0)?;
        let size = match arguments.buffering {
            0 if mode.is_binary => return Ok(raw.clone()),
            0 => return Err(vm.new_value_error("can't have unbuffered text I/O")),
            -1 | 1 => BUFFER_SIZE,
            size => {
                usize::try_from(size).map_err(|_| vm.new_value_error("invalid buffering size"))?
            }
        };
        let class = match mode {
            Mode { updates: true, .. } => "BufferedRandom",
            Mode { reads: true, .. } => "BufferedReader",
            Mode { .. } => "BufferedWriter",
        };
        let buffer = vm.call_method(&io, class, (raw.clone(), size))?;
        if mode.is_binary {
            return Ok(buffer);
        }
        let encoding = match &arguments.encoding {
            Some(encoding) if encoding.to_string_lossy() != "locale" => encoding.clone(),
            _ => vm.ctx.new_str("utf-8"),
        };
        let text = vm.call_method(
            &io,
            "TextIOWrapper",
            (
                buffer,
                encoding,
                arguments.errors.clone(),
                arguments.newline.clone(),
                arguments.buffering == 1,
            ),
        )?;
        text.set_attr("mode", vm.ctx.new_str(mode_text), vm)?;
        Ok(text)
    }

    fn warn_of_line_buffering(vm: &VirtualMachine) -> PyResult<()> {
        let message = "line buffering (buffering=1) isn't supported in binary mode, the default buffer size will be used";
        let category = vm.ctx.exceptions.runtime_warning.to_owned();
        let warnings = vm.import("warnings", 0)?;
        vm.call_method(&warnings, "warn", (message, category, 1))
            .map(drop)
    }

    /// Opens the provided file with the intent to import the contents.
    #[pyfunction]
    fn open_code(path: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let io = vm.import("_io", 0)?;
        vm.call_method(&io, "open", (path, "rb"))
    }
}
