//! What the frame has said and the program has not yet looked at.

use std::cell::RefCell;
use std::collections::VecDeque;

use crate::protocol::{CanvasEvent, WorkerRequest};

/// Of what the reader does to a picture, no more is kept for a program that does not look at it.
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
    /// Keeps an event; of the ways that a pointer takes, where it is now.
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

/// Takes in a message.
pub(super) fn put(request: WorkerRequest) {
    INBOX.with_borrow_mut(|inbox| match request {
        WorkerRequest::Stop => inbox.stop = true,
        WorkerRequest::Input { line } => inbox.line = Some(line),
        WorkerRequest::Shown { bytes } => inbox.shown = inbox.shown.saturating_add(bytes),
        WorkerRequest::Pack { data, error } => inbox.pack = Some(data.ok_or(error)),
        WorkerRequest::Complete { line } => inbox.completion = Some(line),
        WorkerRequest::Event { event } => inbox.put_event(event),
        // These are heard by a worker that does nothing else, and not here.
        WorkerRequest::Start { .. } | WorkerRequest::Check { .. } => {}
    });
}

/// Begins with an empty inbox: messages for the program before this one came too late for it.
pub(super) fn begin() {
    INBOX.take();
}

/// Whether somebody pressed Stop since this was last asked.
pub(super) fn take_stop() -> bool {
    INBOX.with_borrow_mut(|inbox| std::mem::take(&mut inbox.stop))
}

/// Whether somebody pressed Stop and the program does not know it yet.
pub(super) fn has_stop() -> bool {
    INBOX.with_borrow(|inbox| inbox.stop)
}

/// The line that was asked for; `None` inside at the end of the input.
pub(super) fn take_line() -> Option<Option<String>> {
    INBOX.with_borrow_mut(|inbox| inbox.line.take())
}

/// The line that a console is asked to complete.
pub(super) fn take_completion() -> Option<String> {
    INBOX.with_borrow_mut(|inbox| inbox.completion.take())
}

/// Forgets what was answered to an earlier question.
pub(super) fn forget_line() {
    INBOX.with_borrow_mut(|inbox| (inbox.line, inbox.completion) = (None, None));
}

/// The first thing that the reader has done to a picture.
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
