//! From a Python exception to an [`ErrorReport`], in the words and the layout of `CPython`: the
//! standard library's own `traceback` module makes the text.

use std::cell::RefCell;
use std::collections::{HashSet, VecDeque};
use std::fmt::Write;

use rustpython_vm::builtins::{PyBaseExceptionRef, PySet, PyStr, PyStrRef};
use rustpython_vm::function::{FuncArgs, KwArgs};
use rustpython_vm::{AsObject, Py, PyObject, PyObjectRef, PyPayload, PyResult, VirtualMachine};

use super::source;
use crate::protocol::{ErrorReport, Position, StackFrame};
use crate::python::import::importer;

/// What an uncaught exception tells.
pub(crate) fn of_exception(exception: &PyBaseExceptionRef, vm: &VirtualMachine) -> ErrorReport {
    let report = of_traceback(exception, vm);
    FORMATTED.take();
    report.unwrap_or_else(|_| in_few_words(exception, vm))
}

/// Where a program is that is being ended, without an exception of its own.
pub(crate) fn of_running_program(kind: &str, message: &str, vm: &VirtualMachine) -> ErrorReport {
    let frames = vm
        .current_frame()
        .map(|frame| running_frames(&frame.into(), vm).unwrap_or_default())
        .unwrap_or_default();
    ErrorReport {
        kind: kind.to_owned(),
        message: message.to_owned(),
        position: innermost_of_program(&frames),
        frames,
        text: String::new(),
    }
}

fn of_traceback(exception: &PyBaseExceptionRef, vm: &VirtualMachine) -> PyResult<ErrorReport> {
    let summary = Summaries::of(exception, vm)?;
    let lines = vm.call_method(&summary, "format", ())?;
    let mut text = String::new();
    for line in lines.try_to_value::<Vec<PyStrRef>>(vm)? {
        text.push_str(&line.to_string_lossy());
    }
    // `RustPython` leaves room for where the recursion was.
    let text = text.replace("recursion depth exceeded \n", "recursion depth exceeded\n");
    let frames = frames_of(&*summary.get_attr("stack", vm)?, vm)?;
    let position = misspelt_keyword(exception, &summary, vm)
        .or_else(|| syntax_error_position(exception, vm))
        .or_else(|| innermost_of_program(&frames));
    Ok(ErrorReport {
        kind: string(&*summary.get_attr("exc_type_str", vm)?, vm)?,
        message: message_of(exception, vm),
        position,
        frames,
        text: visible(&text),
    })
}

/// A report with its control characters written as `repr` writes them, all but tabs and line ends: a
/// terminal obeys them, and so a message could wipe out what was printed, or look like the page's own
/// words. `CPython` passes them on.
fn visible(text: &str) -> String {
    let is_shown = |char: char| !char.is_control() || matches!(char, '\n' | '\t');
    if text.chars().all(is_shown) {
        return text.to_owned();
    }
    let mut visible = String::with_capacity(text.len());
    for char in text.chars() {
        // Writing to a text does not fail.
        let _ = match char {
            '\r' => visible.write_str("\\r"),
            _ if is_shown(char) => visible.write_char(char),
            _ => write!(visible, "\\x{:02x}", u32::from(char)),
        };
    }
    visible
}

/// The `TracebackException`s of an exception and of what it is linked to, as far as they are shown.
///
/// `traceback` links them itself, but it makes those that it never shows as well: all that a group
/// holds, however deep. Where each group holds the next one twice, each level has twice as many.
struct Summaries<'a> {
    class: PyObjectRef,
    /// The exceptions that have a summary: none is linked to another one twice.
    seen: HashSet<usize>,
    unlinked: Vec<Summarised>,
    vm: &'a VirtualMachine,
}

/// An exception with its `TracebackException`, and in how many groups it is.
struct Summarised {
    exception: PyObjectRef,
    summary: PyObjectRef,
    depth: u32,
}

impl Summaries<'_> {
    /// The summary of an exception, linked to all that is shown with it.
    fn of(exception: &PyBaseExceptionRef, vm: &VirtualMachine) -> PyResult {
        let traceback = importer::import("traceback", vm)?;
        let mut summaries = Summaries {
            class: traceback.get_attr("TracebackException", vm)?,
            seen: HashSet::new(),
            unlinked: Vec::new(),
            vm,
        };
        let summary = summaries.add(exception.clone().into(), 0)?;
        while let Some(one) = summaries.unlinked.pop() {
            summaries.link(&one)?;
        }
        Ok(summary)
    }

    fn add(&mut self, exception: PyObjectRef, depth: u32) -> PyResult {
        let vm = self.vm;
        self.seen.insert(exception.get_id());
        // With this argument, `traceback` makes no links itself.
        let seen: PyObjectRef = PySet::default().into_ref(&vm.ctx).into();
        let mut arguments = FuncArgs::from(vec![exception.clone()]);
        arguments.kwargs.insert("_seen".into(), seen);
        let summary = vm.call_method(&self.class, "from_exception", arguments)?;
        prepare(&summary, vm)?;
        self.unlinked.push(Summarised {
            exception,
            summary: summary.clone(),
            depth,
        });
        Ok(summary)
    }

    fn link(&mut self, one: &Summarised) -> PyResult<()> {
        let vm = self.vm;
        let none = vm.ctx.none();
        let cause = self.add_linked(one, "__cause__")?;
        let is_suppressed = one.exception.get_attr("__suppress_context__", vm)?;
        let context = if vm.is_none(&cause) && !is_suppressed.try_to_bool(vm)? {
            self.add_linked(one, "__context__")?
        } else {
            none.clone()
        };
        let is_group = one
            .exception
            .fast_isinstance(vm.ctx.exceptions.base_exception_group);
        let exceptions = if is_group {
            self.add_members(one)?
        } else {
            none
        };
        one.summary.set_attr("__cause__", cause, vm)?;
        one.summary.set_attr("__context__", context, vm)?;
        one.summary.set_attr("exceptions", exceptions, vm)
    }

    /// The summary of what an exception is linked to by this name, or `None`.
    fn add_linked(&mut self, one: &Summarised, name: &'static str) -> PyResult {
        let linked = one.exception.get_attr(name, self.vm)?;
        if self.vm.is_none(&linked) || self.seen.contains(&linked.get_id()) {
            return Ok(self.vm.ctx.none());
        }
        self.add(linked, one.depth)
    }

    /// The summaries of what is in a group. Of those past the limits of `traceback` nothing is shown
    /// but how many there are.
    fn add_members(&mut self, group: &Summarised) -> PyResult {
        let vm = self.vm;
        let limit = |name| number(&group.summary, name, vm).unwrap_or(u32::MAX);
        let depth = group.depth.max(1);
        let shown = if depth > limit("max_group_depth") {
            0
        } else {
            limit("max_group_width")
        };
        let members = group.exception.get_attr("exceptions", vm)?;
        let members: Vec<PyObjectRef> = members.try_to_value(vm)?;
        let mut summaries = vec![vm.ctx.none(); members.len()];
        for (summary, member) in summaries.iter_mut().zip(members).take(shown as usize) {
            *summary = self.add(member, depth + 1)?;
        }
        Ok(vm.ctx.new_list(summaries).into())
    }
}

/// Makes a `TracebackException` ready to be formatted: without the frames of what `CPython` has in C
/// and `RustPython` in frozen Python code, and in good time.
fn prepare(summary: &PyObject, vm: &VirtualMachine) -> PyResult<()> {
    let stack = summary.get_attr("stack", vm)?;
    if vm.is_none(&stack) {
        return Ok(());
    }
    format_alike_frames_once(&stack, vm)?;
    let mut end = stack.length(vm)?;
    while end > 0 {
        let last = stack.get_item(&(end - 1), vm)?;
        if !string(&*last.get_attr("filename", vm)?, vm)?.starts_with("encodings_") {
            break;
        }
        end -= 1;
        stack.del_item(&end, vm)?;
    }
    Ok(())
}

/// `traceback` formats each frame of a runaway recursion, and then shows three of them and counts the
/// rest. A thousand frames take half a second that way, so those that look alike are formatted once.
fn format_alike_frames_once(stack: &PyObject, vm: &VirtualMachine) -> PyResult<()> {
    const NAME: &str = "format_frame_summary";
    let format = stack.get_attr(NAME, vm)?;
    FORMATTED.with_borrow_mut(|formatted| formatted.format = Some(format));
    stack.set_attr(NAME, vm.new_function(NAME, format_frame), vm)
}

/// What one report needs meanwhile. `RustPython` never lets go of what a native function captures, so
/// it is kept here.
#[derive(Default)]
struct Formatted {
    format: Option<PyObjectRef>,
    known: VecDeque<(PyObjectRef, PyObjectRef)>,
}

thread_local! {
    static FORMATTED: RefCell<Formatted> = RefCell::default();
}

/// Drops the objects of a report that was not finished.
pub(crate) fn forget() {
    FORMATTED.take();
}

fn format_frame(frame: PyObjectRef, options: KwArgs, vm: &VirtualMachine) -> PyResult {
    /// How many functions may call each other in turn.
    const MOST_KNOWN: usize = 8;

    let (format, known) = FORMATTED.with_borrow(|formatted| {
        let known: Vec<_> = formatted.known.iter().cloned().collect();
        (formatted.format.clone(), known)
    });
    for (other, text) in known {
        if look_alike(&frame, &other, vm)? {
            return Ok(text);
        }
    }
    let format = format.ok_or_else(|| vm.new_runtime_error("no report is being made"))?;
    let text = format.call(FuncArgs::new(vec![frame.clone()], options), vm)?;
    FORMATTED.with_borrow_mut(|formatted| {
        formatted.known.truncate(MOST_KNOWN - 1);
        formatted.known.push_front((frame, text.clone()));
    });
    Ok(text)
}

fn look_alike(one: &PyObject, other: &PyObject, vm: &VirtualMachine) -> PyResult<bool> {
    for attribute in [
        "lineno",
        "colno",
        "end_lineno",
        "end_colno",
        "name",
        "filename",
    ] {
        let of_one = one.get_attr(attribute, vm)?;
        let of_other = other.get_attr(attribute, vm)?;
        if !vm.bool_eq(&of_one, &of_other)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The report on an exception that `traceback` stumbles over, say because its `__str__` fails.
fn in_few_words(exception: &PyBaseExceptionRef, vm: &VirtualMachine) -> ErrorReport {
    let kind = exception.class().name().to_string();
    let message = message_of(exception, vm);
    let colon = if message.is_empty() { "" } else { ": " };
    ErrorReport {
        text: visible(&format!("{kind}{colon}{message}\n")),
        kind,
        message,
        position: syntax_error_position(exception, vm),
        ..ErrorReport::default()
    }
}

fn message_of(exception: &PyBaseExceptionRef, vm: &VirtualMachine) -> String {
    exception
        .as_object()
        .str(vm)
        .map(|message| message.to_string_lossy().into_owned())
        .unwrap_or_default()
}

fn running_frames(frame: &PyObjectRef, vm: &VirtualMachine) -> PyResult<Vec<StackFrame>> {
    let traceback = importer::import("traceback", vm)?;
    let walk = vm.call_method(&traceback, "walk_stack", (frame.clone(),))?;
    let class = traceback.get_attr("StackSummary", vm)?;
    let stack = vm.call_method(&class, "extract", (walk,))?;
    let mut frames = frames_of(&stack, vm)?;
    frames.reverse();
    Ok(frames)
}

fn frames_of(stack: &PyObject, vm: &VirtualMachine) -> PyResult<Vec<StackFrame>> {
    let summaries: Vec<PyObjectRef> = stack.to_owned().try_to_value(vm)?;
    summaries
        .iter()
        .map(|summary| frame_of(summary, vm))
        .collect()
}

/// One `traceback.FrameSummary`.
fn frame_of(summary: &PyObject, vm: &VirtualMachine) -> PyResult<StackFrame> {
    let line = string(&*summary.get_attr("_original_lines", vm)?, vm).unwrap_or_default();
    let first_line = line.lines().next().unwrap_or_default();
    let last_line = line.lines().last().unwrap_or_default();
    Ok(StackFrame {
        file: string(&*summary.get_attr("filename", vm)?, vm)?,
        function: string(&*summary.get_attr("name", vm)?, vm)?,
        position: Position {
            line: number(summary, "lineno", vm).unwrap_or(1),
            column: number(summary, "colno", vm).map(|bytes| column_at(first_line, bytes)),
            end_line: number(summary, "end_lineno", vm),
            end_column: number(summary, "end_colno", vm).map(|bytes| column_at(last_line, bytes)),
        },
    })
}

/// The column, in characters from 1, that begins after so many bytes of the line.
fn column_at(line: &str, bytes: u32) -> u32 {
    let before = line
        .char_indices()
        .take_while(|(at, _)| *at < bytes as usize)
        .count();
    u32::try_from(before).map_or(u32::MAX, |before| before + 1)
}

fn innermost_of_program(frames: &[StackFrame]) -> Option<Position> {
    let file = source::file();
    let frame = frames.iter().rev().find(|frame| frame.file == file)?;
    Some(frame.position)
}

fn syntax_error_position(exception: &PyBaseExceptionRef, vm: &VirtualMachine) -> Option<Position> {
    let object = exception.as_object();
    if !exception.fast_isinstance(vm.ctx.exceptions.syntax_error)
        || string(&*object.get_attr("filename", vm).ok()?, vm).ok()? != source::file()
    {
        return None;
    }
    // CPython says 0 or -1 where it does not know.
    let known = |name| number(object, name, vm).filter(|number| *number > 0);
    let line = known("lineno")?;
    let column = known("offset");
    let end_line = known("end_lineno").unwrap_or(line);
    let end_column = known("end_offset").filter(|end| end_line > line || Some(*end) > column);
    Some(Position {
        line,
        column,
        end_line: Some(end_line),
        // A traceback marks one character where it does not know more.
        end_column: end_column.or(column.map(|column| column + 1)),
    })
}

/// Where a keyword is that `traceback` takes for misspelt: in the line of the error, but not where
/// the parser has given up.
fn misspelt_keyword(
    exception: &PyBaseExceptionRef,
    summary: &PyObject,
    vm: &VirtualMachine,
) -> Option<Position> {
    let place = syntax_error_position(exception, vm)?;
    let text = |object: &PyObject, name| string(&*object.get_attr(name, vm).ok()?, vm).ok();
    let error = exception.as_object();
    let (line, quoted) = (text(error, "text")?, text(summary, "text")?);
    if text(error, "msg") == text(summary, "msg") || line.trim() != quoted.trim() {
        return None;
    }
    // `traceback` has removed the indentation of the line.
    let indentation = |line: &str| line.chars().take_while(|char| char.is_whitespace()).count();
    let lost = indentation(&line).saturating_sub(indentation(&quoted));
    let lost = u32::try_from(lost).ok()?;
    Some(Position {
        column: Some(number(summary, "offset", vm)? + lost),
        end_column: Some(number(summary, "end_offset", vm)? + lost),
        end_line: Some(place.line),
        ..place
    })
}

fn string(object: &PyObject, vm: &VirtualMachine) -> PyResult<String> {
    Ok(object
        .try_to_value::<&Py<PyStr>>(vm)?
        .to_string_lossy()
        .into_owned())
}

fn number(object: &PyObject, attribute: &'static str, vm: &VirtualMachine) -> Option<u32> {
    object.get_attr(attribute, vm).ok()?.try_to_value(vm).ok()
}
