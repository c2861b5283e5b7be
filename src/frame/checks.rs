//! Texts to be checked: one at a time, in order.

use std::collections::VecDeque;

use crate::protocol::{CheckId, CheckedText};

/// The check that is under way, and those that wait.
#[derive(Debug, Default)]
pub struct Checks {
    under_way: Option<CheckId>,
    waiting: VecDeque<(CheckId, CheckedText)>,
}

impl Checks {
    /// Asks for a check.
    pub fn ask(&mut self, check: CheckId, text: CheckedText) {
        self.waiting.push_back((check, text));
    }

    /// Begins with the next one, if there is one and no other is under way.
    pub fn begin(&mut self) -> Option<CheckedText> {
        if self.under_way.is_some() {
            return None;
        }
        let (check, text) = self.waiting.pop_front()?;
        self.under_way = Some(check);
        Some(text)
    }

    /// The one that was under way has an answer.
    pub fn end(&mut self) -> Option<CheckId> {
        self.under_way.take()
    }

    /// Whether one waits.
    #[must_use]
    pub fn are_waiting(&self) -> bool {
        !self.waiting.is_empty()
    }

    /// Whether one is under way.
    #[must_use]
    pub fn is_under_way(&self) -> bool {
        self.under_way.is_some()
    }

    /// Drops the checks that wait, because no worker can do them.
    pub fn give_up(&mut self) -> Vec<CheckId> {
        self.waiting.drain(..).map(|(check, _)| check).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::options::policy::Policy;

    fn text(source: &str) -> CheckedText {
        CheckedText {
            source: source.to_owned(),
            policy: Policy::default(),
        }
    }

    #[test]
    fn checks_are_made_in_order_and_none_is_left_out() {
        let mut checks = Checks::default();
        checks.ask(1, text("a"));
        assert_eq!(checks.begin(), Some(text("a")));
        checks.ask(2, text("b"));
        checks.ask(3, text("c"));
        assert_eq!(checks.begin(), None);
        assert_eq!(checks.end(), Some(1));
        for (check, source) in [(2, "b"), (3, "c")] {
            assert_eq!(checks.begin(), Some(text(source)));
            assert_eq!(checks.end(), Some(check));
        }
        assert_eq!((checks.begin(), checks.end()), (None, None));
    }

    #[test]
    fn what_cannot_be_checked_is_given_up() {
        let mut checks = Checks::default();
        checks.ask(1, text("a"));
        checks.begin();
        checks.ask(2, text("b"));
        checks.ask(3, text("c"));
        assert_eq!(checks.give_up(), [2, 3]);
        assert_eq!(checks.begin(), None);
        assert!(checks.is_under_way());
    }
}
