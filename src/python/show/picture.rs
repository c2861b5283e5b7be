//! What turtles draw, and what the reader does to it: the native side of `src/python/lib/tkinter`.
//!
//! Drawing is held back as output is, so that no page has more to draw than it can show. There is no
//! limit to the sum of all drawing: an animation may go on for as long as the page stays open.

use std::cell::Cell;

thread_local! {
    /// Counts the programs of this thread: each has a picture of its own in the page.
    static RUN: Cell<u32> = const { Cell::new(0) };
}

/// Counts one more program.
pub(crate) fn begin() {
    RUN.set(RUN.get().wrapping_add(1));
}

#[pymodule(sub)]
pub(crate) mod picture {
    use rustpython_vm::builtins::PyUtf8StrRef;
    use rustpython_vm::function::ArgIntoFloat;
    use rustpython_vm::{PyObjectRef, PyResult, VirtualMachine};

    use super::RUN;
    use crate::protocol::{CANVAS_MIME, CanvasEvent, OUTPUT_WINDOW_BYTES, Status, display_bytes};
    use crate::python::clock::before_wait;
    use crate::python::clock::stopwatch::{self, Nanoseconds};
    use crate::python::host::host;
    use crate::python::{streams, terminate, threads};

    /// Has the page draw: `commands` is JSON of a few kilobytes. Returns whether the output budget
    /// allows it, where drawing counts as output.
    #[pyfunction]
    fn draw(commands: PyUtf8StrRef, vm: &VirtualMachine) -> PyResult<bool> {
        let data = commands.as_str().as_bytes();
        let bytes = display_bytes(CANVAS_MIME, data, "");
        if bytes > u64::from(OUTPUT_WINDOW_BYTES) {
            return Err(vm.new_value_error("this is too much to draw at once"));
        }
        if !host().can_hold_back() && streams::spend(bytes).is_err() {
            return Ok(false);
        }
        before_wait::note_drawing();
        streams::flush(vm);
        host().display(CANVAS_MIME, data, "");
        vm.check_signals()?;
        Ok(true)
    }

    /// How many bytes of drawing the output budget allows.
    #[pyfunction]
    fn drawing_left() -> u64 {
        if host().can_hold_back() {
            u64::MAX
        } else {
            streams::left()
        }
    }

    /// From now on `show` is called before the program waits for something else, and when it ends.
    #[pyfunction]
    fn on_wait(show: PyObjectRef) {
        before_wait::set(show);
    }

    /// Which of this interpreter's programs this is.
    #[pyfunction]
    fn run_number() -> u32 {
        RUN.get()
    }

    /// Whether the reader can do anything to a picture while the program runs.
    #[pyfunction]
    fn has_events() -> bool {
        host().has_events()
    }

    /// Lets time pass between two images.
    #[pyfunction]
    fn rest(seconds: ArgIntoFloat, vm: &VirtualMachine) -> PyResult<()> {
        let end = host()
            .monotonic()
            .saturating_add(nanoseconds(seconds.into_float()));
        loop {
            let left = end.saturating_sub(host().monotonic());
            if left == 0 {
                return vm.check_signals();
            }
            stopwatch::rest(|| host().rest(left));
            look_around(vm)?;
        }
    }

    /// What has happened, to which canvas, where, and with which button or key.
    type Described = (&'static str, u32, f64, f64, u8, String);

    /// What the reader does within so many seconds, or whenever it comes.
    #[pyfunction]
    fn next_event(
        seconds: Option<ArgIntoFloat>,
        vm: &VirtualMachine,
    ) -> PyResult<Option<Described>> {
        let end = seconds.map(|seconds| {
            host()
                .monotonic()
                .saturating_add(nanoseconds(seconds.into_float()))
        });
        loop {
            let left = end.map(|end| end.saturating_sub(host().monotonic()));
            let event = match left {
                Some(0) => host().next_event(left),
                _ if threads::has_others() => event_beside_others(end, vm)?,
                _ => stopwatch::rest(|| host().next_event(left)),
            };
            look_around(vm)?;
            if event.is_some() || left == Some(0) || !host().has_events() {
                return Ok(event.map(described));
            }
        }
    }

    /// Waits for an event while other threads run.
    fn event_beside_others(
        end: Option<Nanoseconds>,
        vm: &VirtualMachine,
    ) -> PyResult<Option<CanvasEvent>> {
        let event = host().next_event(Some(0));
        if event.is_none() && host().has_events() {
            threads::wait(threads::Reason::Event, end, vm)?;
            return Ok(host().next_event(Some(0)));
        }
        Ok(event)
    }

    fn look_around(vm: &VirtualMachine) -> PyResult<()> {
        if stopwatch::is_over() {
            terminate::for_budget(Status::Timeout, vm);
        }
        vm.check_signals()
    }

    fn described(event: CanvasEvent) -> Described {
        let (kind, canvas, pointer, key) = match event {
            CanvasEvent::Press(pointer) => ("press", pointer.canvas, Some(pointer), None),
            CanvasEvent::Release(pointer) => ("release", pointer.canvas, Some(pointer), None),
            CanvasEvent::Motion(pointer) => ("motion", pointer.canvas, Some(pointer), None),
            CanvasEvent::KeyPress(key) => ("keypress", key.canvas, None, Some(key.key)),
            CanvasEvent::KeyRelease(key) => ("keyrelease", key.canvas, None, Some(key.key)),
            CanvasEvent::Close { canvas } => ("close", canvas, None, None),
        };
        let (x, y, button) = pointer.map_or((0.0, 0.0, 0), |at| (at.x, at.y, at.button));
        (kind, canvas, x, y, button, key.unwrap_or_default())
    }

    /// Seconds as Python counts them. NaN and negative numbers are no time; a wait is a day at most.
    fn nanoseconds(seconds: f64) -> Nanoseconds {
        const DAY: f64 = 86_400.0;
        stopwatch::nanoseconds(if seconds > 0.0 { seconds.min(DAY) } else { 0.0 })
    }
}
