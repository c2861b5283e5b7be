//! Checks: the spare worker does them while it waits for a program.

use super::State;
use crate::frame::js::tell_page;
use crate::frame::spare::CHECK_MS;
use crate::protocol::{AssetName, CheckId, CheckRequest, ErrorReport, FrameMessage};

fn late() -> String {
    let seconds = CHECK_MS / 1_000;
    format!(
        "The program cannot be checked: that takes longer than {seconds} seconds. It can be run."
    )
}

impl State {
    pub(super) fn accept_check(&mut self, check: CheckId, request: CheckRequest) {
        match request.validate() {
            Ok(text) => {
                self.checks.ask(check, text);
                if self.is_ready {
                    self.assets.request(AssetName::Core);
                    self.assets.request(AssetName::Later);
                }
                self.warm_spare();
                self.prepare_spare();
            }
            Err(error) => {
                let message = error.to_string();
                tell_page(&FrameMessage::Unchecked { check, message });
            }
        }
    }

    pub(super) fn start_check(&mut self) {
        let Some(spare) = self.spare.as_mut().filter(|spare| spare.can_check()) else {
            return;
        };
        let Some(text) = self.checks.begin() else {
            return;
        };
        let own = self.own.clone();
        spare.check(text, move || {
            if let Some(state) = own.upgrade() {
                let mut state = state.borrow_mut();
                state.replace_spare();
                state.end_check(Err(late()));
            }
        });
    }

    /// Answers the check that was under way: with what it has found, or why nothing was found out.
    /// Programs go before the next one.
    pub(super) fn end_check(&mut self, found: Result<Option<ErrorReport>, String>) {
        if let Some(check) = self.checks.end() {
            tell_page(&match found {
                Ok(error) => FrameMessage::Checked { check, error },
                Err(message) => FrameMessage::CheckFailed { check, message },
            });
        }
        self.rest_later();
        self.start_runs();
        self.start_check();
    }
}
