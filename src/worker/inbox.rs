//! Messages of the frame that the program has not yet handled.

use std::cell::RefCell;
use std::collections::VecDeque;

use crate::protocol::{CanvasEvent, PackBytes, WorkerRequest};

/// How many events of pictures are kept for a program that does not handle them.
const MOST_EVENTS: usize = 256;

#[derive(Debug, Default)]
struct Inbox {
    stop: bool,
    line: Option<Option<String>>,
    shown: u32,
    pack: Option<Result<Vec<u8>, String>>,
    completion: Option<String>,
    events: VecDeque<CanvasEvent>,
}

impl Inbox {
    /// Keeps an event. Of several motions in a row only the last is kept.
    fn put_event(&mut self, event: CanvasEvent) {
        let is_motion = |event: &CanvasEvent| matches!(event, CanvasEvent::Motion(_));
        if is_motion(&event) && self.events.back().is_some_and(is_motion) {
            self.events.pop_back();
        }
        if self.events.len() < MOST_EVENTS {
            self.events.push_back(event);
        }
    }
}

thread_local! {
    static INBOX: RefCell<Inbox> = RefCell::default();
}

/// Keeps a message.
pub(super) fn put(request: WorkerRequest) {
    INBOX.with_borrow_mut(|inbox| match request {
        WorkerRequest::Stop => inbox.stop = true,
        WorkerRequest::Input { line } => inbox.line = Some(line),
        WorkerRequest::Shown { bytes } => inbox.shown = inbox.shown.saturating_add(bytes),
        WorkerRequest::Pack { data, error } => {
            inbox.pack = Some(data.and_then(PackBytes::into_vec).ok_or(error));
        }
        WorkerRequest::Complete { line } => inbox.completion = Some(line),
        WorkerRequest::Event { event } => inbox.put_event(event),
        // `worker.js` handles these itself.
        WorkerRequest::Init { .. }
        | WorkerRequest::Prepare { .. }
        | WorkerRequest::Part { .. }
        | WorkerRequest::Arrived { .. }
        | WorkerRequest::GoOn { .. }
        | WorkerRequest::Start { .. }
        | WorkerRequest::Check { .. } => {}
    });
}

/// Begins with an empty inbox: messages for the program before this one came too late for it.
pub(super) fn begin() {
    INBOX.take();
}

/// Whether Stop was pressed since the last call.
pub(super) fn take_stop() -> bool {
    INBOX.with_borrow_mut(|inbox| std::mem::take(&mut inbox.stop))
}

/// Whether Stop was pressed and the program has not handled it yet.
pub(super) fn has_stop() -> bool {
    INBOX.with_borrow(|inbox| inbox.stop)
}

/// Takes the line that was asked for; `Some(None)` is the end of the input.
pub(super) fn take_line() -> Option<Option<String>> {
    INBOX.with_borrow_mut(|inbox| inbox.line.take())
}

/// The line that a console is asked to complete.
pub(super) fn take_completion() -> Option<String> {
    INBOX.with_borrow_mut(|inbox| inbox.completion.take())
}

/// Whether the line has come that was asked for, or Stop.
pub(super) fn has_answer() -> bool {
    INBOX.with_borrow(|inbox| inbox.stop || inbox.line.is_some())
}

/// Drops the answers to an earlier question.
pub(super) fn forget_line() {
    INBOX.with_borrow_mut(|inbox| (inbox.line, inbox.completion) = (None, None));
}

/// Whether there is something of the reader's.
pub(super) fn has_heard() -> bool {
    INBOX.with_borrow(|inbox| {
        inbox.line.is_some() || inbox.completion.is_some() || !inbox.events.is_empty()
    })
}

/// Takes the oldest event of a picture.
pub(super) fn take_event() -> Option<CanvasEvent> {
    INBOX.with_borrow_mut(|inbox| inbox.events.pop_front())
}

/// Bytes of output shown since this was last asked.
pub(super) fn take_shown() -> u32 {
    INBOX.with_borrow_mut(|inbox| std::mem::take(&mut inbox.shown))
}

/// The pack that was asked for, or why it cannot be had.
pub(super) fn take_pack() -> Option<Result<Vec<u8>, String>> {
    INBOX.with_borrow_mut(|inbox| inbox.pack.take())
}
