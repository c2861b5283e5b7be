//! Standard input, output and error: file descriptors 0, 1 and 2.

use std::cell::RefCell;
use std::collections::VecDeque;

use rustpython_vm::{PyResult, VirtualMachine};

use super::clock::{before_wait, stopwatch};
use super::host::{Line, Stream, host};
use super::{terminate, threads};
use crate::protocol::{InputKind, Program, Status};

#[derive(Default)]
struct Streams {
    output_left: u64,
    input: VecDeque<u8>,
    /// Whether one line is read at a time: in a console the next line may be code.
    by_line: bool,
    interactive: bool,
}

impl Streams {
    /// Bytes of the first line that is there, with its line break.
    fn line_length(&self) -> usize {
        match self.input.iter().position(|byte| *byte == b'\n') {
            Some(at) => at + 1,
            None => self.input.len(),
        }
    }
}

thread_local! {
    static STREAMS: RefCell<Streams> = RefCell::default();
}

/// Begins the streams of a program: its output budget, and its input after the input that the program
/// before it has not read.
pub(crate) fn begin(program: &Program, is_first: bool) {
    STREAMS.with_borrow_mut(|streams| {
        // A console's code is not input for a program, and input is not code for a console.
        if is_first || streams.by_line != program.console {
            streams.input.clear();
        }
        streams.input.extend(program.stdin.bytes());
        // What the reader types begins a new line.
        if program.interactive && !program.stdin.is_empty() && !program.stdin.ends_with('\n') {
            streams.input.push_back(b'\n');
        }
        streams.output_left = program.budget.output_bytes;
        streams.by_line = program.console;
        streams.interactive = program.interactive;
    });
}

/// Lets the program print as much again: a console's next entry.
pub(crate) fn allow(output_bytes: u64) {
    STREAMS.with_borrow_mut(|streams| streams.output_left = output_bytes);
}

/// Writes all of `bytes`, or as many as the output budget has left, and then ends the run.
pub(crate) fn write(stream: Stream, bytes: &[u8], vm: &VirtualMachine) {
    let allowed = STREAMS.with_borrow_mut(|streams| {
        let left = usize::try_from(streams.output_left).unwrap_or(usize::MAX);
        let allowed = bytes.len().min(left);
        streams.output_left -= allowed as u64;
        allowed
    });
    host().write(stream, &bytes[..allowed]);
    if allowed < bytes.len() {
        terminate::for_budget(Status::OutputLimit, vm);
    }
}

/// How many bytes the program may still print.
pub(crate) fn left() -> u64 {
    STREAMS.with_borrow(|streams| streams.output_left)
}

/// Takes something to be shown from the output budget.
///
/// # Errors
/// How many bytes are left, if that is not enough.
pub(crate) fn spend(bytes: u64) -> Result<(), u64> {
    STREAMS.with_borrow_mut(|streams| {
        let left = streams.output_left.checked_sub(bytes);
        streams.output_left = left.ok_or(streams.output_left)?;
        Ok(())
    })
}

/// Reads at most `max` bytes of the input that is there; waits for a line if there is none. The result is
/// empty at the end of the input.
pub(crate) fn read(max: usize, vm: &VirtualMachine) -> PyResult<Vec<u8>> {
    let is_empty = STREAMS.with_borrow(|streams| streams.input.is_empty());
    if is_empty && let Some(line) = read_line(InputKind::Line, vm)? {
        STREAMS.with_borrow_mut(|streams| streams.input.extend(line.as_bytes()));
    }
    Ok(STREAMS.with_borrow_mut(|streams| {
        let there = if streams.by_line {
            streams.line_length()
        } else {
            streams.input.len()
        };
        streams.input.drain(..there.min(max)).collect()
    }))
}

/// Reads one line for `getpass`: from the input that was given, or from the reader, who types it unseen.
/// The result is empty at the end of the input.
pub(crate) fn read_hidden_line(vm: &VirtualMachine) -> PyResult<String> {
    match take_given_line() {
        Some(line) => Ok(line),
        None => Ok(read_line(InputKind::Hidden, vm)?.unwrap_or_default()),
    }
}

/// What comes at a console's prompt.
pub(crate) enum Entry {
    /// Code, without its last line break: one line, or several that were pasted.
    Code(String),
    /// The end of the input.
    End,
    /// Nothing yet: the console goes on later.
    Later,
}

/// Reads code at a console's prompt. `complete` returns the completions of a line, while it is typed.
pub(crate) fn read_code(
    kind: InputKind,
    complete: impl Fn(&str) -> Vec<String>,
    vm: &VirtualMachine,
) -> PyResult<Entry> {
    if let Some(mut line) = take_given_line() {
        line.truncate(line.trim_end_matches('\n').len());
        return Ok(Entry::Code(line));
    }
    ask(kind, complete, vm)
}

/// Takes one line of the input that was given with the program, with its line break.
fn take_given_line() -> Option<String> {
    let given = STREAMS.with_borrow_mut(|streams| {
        let length = streams.line_length();
        streams.input.drain(..length).collect::<Vec<u8>>()
    });
    (!given.is_empty()).then(|| String::from_utf8_lossy(&given).into_owned())
}

/// Asks the reader for one line, with its line break. `None` is the end of the input.
fn read_line(kind: InputKind, vm: &VirtualMachine) -> PyResult<Option<String>> {
    Ok(match ask(kind, |_| Vec::new(), vm)? {
        Entry::Code(line) => Some(line + "\n"),
        Entry::End | Entry::Later => None,
    })
}

fn ask(
    kind: InputKind,
    complete: impl Fn(&str) -> Vec<String>,
    vm: &VirtualMachine,
) -> PyResult<Entry> {
    if !STREAMS.with_borrow(|streams| streams.interactive) {
        return Ok(Entry::End);
    }
    before_wait::show_picture(vm)?;
    loop {
        let line = if threads::has_others() {
            ask_beside_others(kind, vm)?
        } else {
            stopwatch::pause(|| host().read_line(kind))
        };
        match line {
            Line::Text(line) => return Ok(Entry::Code(line)),
            Line::End => return Ok(Entry::End),
            Line::Later => return Ok(Entry::Later),
            Line::Interrupted => vm.check_signals()?,
            Line::Completion(line) => host().complete(complete(&line)),
        }
    }
}

/// Waits for a line while other threads run.
fn ask_beside_others(kind: InputKind, vm: &VirtualMachine) -> PyResult<Line> {
    loop {
        if let Some(line) = host().poll_line(kind) {
            threads::wake_readers();
            return Ok(line);
        }
        threads::wait(threads::Reason::Input, None, vm).inspect_err(|_| host().stop_asking())?;
    }
}

/// Sets `sys.stdin`, `sys.stdout` and `sys.stderr` over the three descriptors, as `CPython` does
/// at a terminal: output is flushed after each line.
pub(crate) fn install(vm: &VirtualMachine) -> PyResult<()> {
    for (descriptor, name, mode) in [(0, "stdin", "r"), (1, "stdout", "w"), (2, "stderr", "w")] {
        let stream = text_stream(descriptor, name, mode, vm)?;
        vm.sys_module
            .set_attr(vm.ctx.intern_str(name), stream.clone(), vm)?;
        vm.sys_module
            .set_attr(vm.ctx.intern_str(format!("__{name}__")), stream, vm)?;
    }
    Ok(())
}

fn text_stream(descriptor: i32, name: &str, mode: &str, vm: &VirtualMachine) -> PyResult {
    let io = vm.import("_io", 0)?;
    let raw = vm.call_method(&io, "FileIO", (descriptor, format!("{mode}b"), false))?;
    raw.set_attr("name", vm.ctx.new_str(format!("<{name}>")), vm)?;
    let buffer_class = if mode == "r" {
        "BufferedReader"
    } else {
        "BufferedWriter"
    };
    let buffer = vm.call_method(&io, buffer_class, (raw,))?;
    let errors = if name == "stderr" {
        "backslashreplace"
    } else {
        "strict"
    };
    let is_output = mode == "w";
    let arguments = (buffer, "utf-8", errors, "\n", is_output, is_output);
    let stream = vm.call_method(&io, "TextIOWrapper", arguments)?;
    stream.set_attr("mode", vm.ctx.new_str(mode), vm)?;
    Ok(stream)
}

/// Flushes `sys.stdout` and `sys.stderr`; a program may have replaced or closed them.
pub(crate) fn flush(vm: &VirtualMachine) {
    for name in ["stdout", "stderr"] {
        if let Ok(stream) = vm.sys_module.get_attr(vm.ctx.intern_str(name), vm) {
            let _ = vm.call_method(&stream, "flush", ());
        }
    }
}

/// Writes to `sys.stderr`; the text is lost where the program has closed it.
pub(crate) fn write_error(text: &str, vm: &VirtualMachine) {
    if let Ok(stream) = vm.sys_module.get_attr("stderr", vm) {
        let _ = vm.call_method(&stream, "write", (text,));
        let _ = vm.call_method(&stream, "flush", ());
    }
}

/// Writes to `sys.stdout` and flushes it.
///
/// # Errors
/// Any exception of the object that the program has put in its place.
pub(crate) fn print(text: &str, vm: &VirtualMachine) -> PyResult<()> {
    let output = vm.sys_module.get_attr("stdout", vm)?;
    vm.call_method(&output, "write", (text,))?;
    vm.call_method(&output, "flush", ()).map(drop)
}

/// Clears the terminal.
///
/// # Errors
/// Those of [`print`].
pub(crate) fn clear_terminal(vm: &VirtualMachine) -> PyResult<()> {
    /// The cursor to the top left; erase the screen; erase the lines that have scrolled away.
    const CLEAR: &str = "\x1b[H\x1b[2J\x1b[3J";
    print(CLEAR, vm)
}
