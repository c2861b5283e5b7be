//! The console: it runs code that is typed at `>>>`, block by block, on names that persist. Its rules are those
//! of `CPython` 3.14's own (`_pyrepl.simple_interact`), whose `InteractiveColoredConsole` runs
//! each block.

use std::cell::RefCell;
use std::rc::Rc;

use rustpython_vm::builtins::{PyBaseExceptionRef, PyDictRef};
use rustpython_vm::compiler::Mode;
use rustpython_vm::function::{FuncArgs, KwArgs};
use rustpython_vm::{AsObject, PyObjectRef, PyResult, VirtualMachine};

use super::{report, source};
use crate::options::policy::Policy;
use crate::protocol::{InputKind, Program};
use crate::python::clock::stopwatch;
use crate::python::rules::{self, Extent};
use crate::python::streams::{self, Entry};

/// A console, which can leave the interpreter at its prompt.
pub(crate) struct Console {
    names: PyDictRef,
    /// An `InteractiveColoredConsole`.
    console: PyObjectRef,
    completer: PyObjectRef,
    /// The block that runs, which a `SyntaxError` quotes.
    block: Rc<RefCell<String>>,
    /// Blocks so far: each is a file of its own in tracebacks.
    count: RefCell<u32>,
    /// The lines of the block that is typed.
    lines: Vec<String>,
    /// Whether the prompt is shown, and nothing was typed yet.
    is_asking: bool,
}

/// Why a console runs no code any more.
pub(crate) enum Turn {
    /// Its input is at the end.
    End,
    /// It has left at its prompt, and [`Console::run`] goes on there.
    AtPrompt(InputKind),
}

impl Console {
    /// A console on these names, before its first prompt.
    pub(crate) fn new(names: &PyDictRef, vm: &VirtualMachine) -> PyResult<Self> {
        for (name, prompt) in [("ps1", ">>> "), ("ps2", "... ")] {
            vm.sys_module
                .set_attr(vm.ctx.intern_str(name), vm.ctx.new_str(prompt), vm)?;
        }
        let pyrepl = vm.import("_pyrepl.console", 0)?.get_attr("console", vm)?;
        let console = vm.call_method(&pyrepl, "InteractiveColoredConsole", (names.clone(),))?;
        let block = Rc::new(RefCell::new(String::new()));
        console.set_attr("_excepthook", exception_hook(Rc::clone(&block), vm), vm)?;
        let completer = vm.import("rlcompleter", 0)?;
        let completer = vm.call_method(&completer, "Completer", (names.clone(),))?;
        Ok(Self {
            names: names.clone(),
            console,
            completer,
            block,
            count: RefCell::new(0),
            lines: Vec::new(),
            is_asking: false,
        })
    }

    /// Reads and runs code until the end of the input, or until it leaves at a prompt. What the code raises is shown;
    /// only `SystemExit` comes out.
    pub(crate) fn run(
        &mut self,
        program: &Program,
        policy: &Policy,
        vm: &VirtualMachine,
    ) -> PyResult<Turn> {
        if self.is_asking {
            // Nothing of the time at the prompt is running time.
            stopwatch::start(stopwatch::nanoseconds(program.budget.seconds));
        }
        let result = self.run_blocks(program, policy, vm);
        if !matches!(result, Ok(Turn::AtPrompt(_))) {
            // Without prompts `sys` says that a program after the console is no interactive session. Code may
            // have deleted them already.
            for name in ["ps1", "ps2"] {
                let _ = vm.sys_module.as_object().del_attr(name, vm);
            }
        }
        result
    }

    fn run_blocks(
        &mut self,
        program: &Program,
        policy: &Policy,
        vm: &VirtualMachine,
    ) -> PyResult<Turn> {
        loop {
            let kind = if self.lines.is_empty() {
                InputKind::Code
            } else {
                InputKind::Block
            };
            let entry = match self.read(kind, vm) {
                Ok(Entry::Code(entry)) => entry,
                Ok(Entry::Later) => {
                    self.is_asking = true;
                    return Ok(Turn::AtPrompt(kind));
                }
                Ok(Entry::End) => {
                    // Nothing else is printed in the prompt's line.
                    streams::print("\n", vm)?;
                    return Ok(Turn::End);
                }
                Err(error) => {
                    // Ctrl+C drops the lines of the block so far.
                    self.lines.clear();
                    self.show(&error, vm)?;
                    continue;
                }
            };
            let is_pasted = entry.contains('\n');
            self.lines.push(entry.trim_end_matches('\n').to_owned());
            let block = self.lines.join("\n");
            if kind == InputKind::Code && self.run_command(block.trim(), vm)? {
                self.lines.clear();
                continue;
            }
            // Pasted code holds empty lines within its blocks, so they do not end it: it is whole.
            if !is_pasted && self.is_incomplete(&block, vm)? {
                continue;
            }
            self.lines.clear();
            streams::allow(program.budget.output_bytes);
            stopwatch::start(stopwatch::nanoseconds(program.budget.seconds));
            let result = self.run_block(&block, policy, vm);
            streams::flush(vm);
            if let Err(error) = result {
                if error.fast_isinstance(vm.ctx.exceptions.system_exit) {
                    return Err(error);
                }
                self.show(&error, vm)?;
            }
        }
    }

    /// Shows the prompt, unless it is there, and reads code.
    fn read(&mut self, kind: InputKind, vm: &VirtualMachine) -> PyResult<Entry> {
        if !std::mem::take(&mut self.is_asking) {
            let name = if kind == InputKind::Code {
                "ps1"
            } else {
                "ps2"
            };
            let prompt = vm.sys_module.get_attr(name, vm)?.str(vm)?;
            streams::print(&prompt.to_string_lossy(), vm)?;
        }
        streams::read_code(kind, |line| self.complete(line, vm), vm)
    }

    /// The words that can stand where the last word of the line is; no words if a `__getattr__` of the
    /// program fails.
    fn complete(&self, line: &str, vm: &VirtualMachine) -> Vec<String> {
        const MOST: usize = 200;
        let is_part = |char: char| char.is_alphanumeric() || char == '_' || char == '.';
        let word = line
            .rfind(|char| !is_part(char))
            .map_or(line, |at| &line[at..])
            .trim_start_matches(|char| !is_part(char));
        if word.is_empty() {
            return Vec::new();
        }
        (0..MOST)
            .map_while(|state| {
                let next = vm
                    .call_method(&self.completer, "complete", (word, state))
                    .ok()?;
                next.try_to_value::<String>(vm).ok()
            })
            .collect()
    }

    /// Runs the commands `exit`, `help` and `clear`, which need no parentheses, unless they are names of the
    /// program; returns whether it was one.
    fn run_command(&self, entry: &str, vm: &VirtualMachine) -> PyResult<bool> {
        if self.names.contains_key(entry, vm) {
            return Ok(false);
        }
        match entry {
            "exit" | "quit" => {
                let command = vm.builtins.get_attr(vm.ctx.intern_str(entry), vm)?;
                command.call((), vm)?;
            }
            "help" => {
                let help = vm.builtins.get_attr("help", vm)?;
                if let Err(error) = help.call((), vm) {
                    self.show(&error, vm)?;
                }
            }
            "clear" => streams::clear_terminal(vm)?,
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// Whether the block needs another line. One that is wrong needs none: running it says why.
    fn is_incomplete(&self, block: &str, vm: &VirtualMachine) -> PyResult<bool> {
        let arguments = (block, "<stdin>", "single");
        match vm.call_method(&self.console, "compile", arguments) {
            Ok(code) => Ok(vm.is_none(&code) && !lacks_indentation(block, vm)),
            Err(error) if error.fast_isinstance(vm.ctx.exceptions.syntax_error) => {
                ends_too_early(&error, block, vm)
            }
            Err(error) if error.fast_isinstance(vm.ctx.exceptions.exception_type) => Ok(false),
            Err(error) => Err(error),
        }
    }

    fn run_block(&self, block: &str, policy: &Policy, vm: &VirtualMachine) -> PyResult<()> {
        let count = self.count.replace_with(|count| *count + 1);
        let name = format!("<python-input-{count}>");
        source::remember(block, &name, vm)?;
        if let Err(error) = vm.compile(block, Mode::Exec, &name) {
            show_exception(&error.into_pyexception(vm, Some(block)), block, vm);
            return Ok(());
        }
        if let Err(breach) = rules::check(policy, block, Extent::Entry) {
            show_exception(&breach.exception(&name, vm), block, vm);
            return Ok(());
        }
        self.block.replace(block.to_owned());
        let options: KwArgs = [
            ("filename", vm.ctx.new_str(name)),
            ("_symbol", vm.ctx.new_str("single")),
        ]
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value.into()))
        .collect();
        let arguments = FuncArgs::new(vec![vm.ctx.new_str(block).into()], options);
        let push = self.console.get_attr("push", vm)?;
        push.call(arguments, vm).map(drop)
    }

    /// Shows what came between blocks, and forgets the one that was being typed.
    fn show(&self, error: &PyBaseExceptionRef, vm: &VirtualMachine) -> PyResult<()> {
        vm.call_method(&self.console, "resetbuffer", ())?;
        let class = error.class().name().to_string();
        streams::write_error(&format!("{class}\n"), vm);
        Ok(())
    }
}

/// Whether a line stands where an indented one has to: `RustPython` then waits for more.
fn lacks_indentation(block: &str, vm: &VirtualMachine) -> bool {
    let Err(error) = vm.compile(block, Mode::Single, "<stdin>") else {
        return false;
    };
    let error = error.into_pyexception(vm, Some(block));
    let line = error
        .as_object()
        .get_attr("lineno", vm)
        .and_then(|line| line.try_to_value::<usize>(vm));
    let message = error.as_object().get_attr("msg", vm);
    let message = message.and_then(|message| message.str(vm));
    let (Ok(line), Ok(message)) = (line, message) else {
        return false;
    };
    let message = message.to_string_lossy();
    let header = message
        .strip_prefix("expected an indented block after ")
        .and_then(|rest| rest.rsplit_once(' '))
        .and_then(|(_, line)| line.parse::<usize>().ok());
    let has_text = line
        .checked_sub(1)
        .and_then(|line| block.lines().nth(line))
        .is_some_and(|text| !text.trim().is_empty());
    header.is_some_and(|header| line > header) && has_text
}

/// `RustPython` says of a block without its last part that it is wrong.
fn ends_too_early(error: &PyBaseExceptionRef, block: &str, vm: &VirtualMachine) -> PyResult<bool> {
    let message = error.as_object().get_attr("msg", vm)?.str(vm)?;
    let message = message.to_string_lossy();
    let lacks_its_end = message.starts_with("expected 'except' or 'finally'")
        || message.ends_with("after decorator");
    let line = error.as_object().get_attr("lineno", vm)?;
    let line = line.try_to_value::<usize>(vm).unwrap_or(0);
    Ok(lacks_its_end && line >= block.lines().count())
}

/// Shows an exception as the end of a program does.
fn exception_hook(block: Rc<RefCell<String>>, vm: &VirtualMachine) -> PyObjectRef {
    let hook = move |_class: PyObjectRef,
                     error: PyBaseExceptionRef,
                     _traceback: PyObjectRef,
                     vm: &VirtualMachine| {
        show_exception(&error, &block.borrow(), vm);
    };
    vm.new_function("_excepthook", hook).into()
}

fn show_exception(error: &PyBaseExceptionRef, block: &str, vm: &VirtualMachine) {
    if error.fast_isinstance(vm.ctx.exceptions.syntax_error) {
        // An error that cannot be completed is still the error.
        let _ = source::complete(error, block, vm);
    }
    streams::write_error(&report::of_exception(error, vm).text, vm);
}

/// What a console says of itself.
pub(crate) fn greet(vm: &VirtualMachine) -> PyResult<()> {
    let version = vm.sys_module.get_attr("version", vm)?.str(vm)?;
    let version = version.to_string_lossy();
    let language = version.split(' ').next().unwrap_or_default();
    let host = version
        .split_once('[')
        .and_then(|(_, host)| host.split_once(" with"))
        .map_or("RustPython", |(host, _)| host);
    let text =
        format!("Python {language} ({host}) in this page\nType \"help\" for more information.\n");
    streams::write_error(&text, vm);
    Ok(())
}
