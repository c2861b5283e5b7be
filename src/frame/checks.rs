//! Texts to be checked: one at a time, and of those that wait only the newest.

use crate::protocol::{CheckId, CheckedText};

/// The check that is under way, and the one that is next.
#[derive(Debug, Default)]
pub struct Checks {
    under_way: Option<CheckId>,
    next: Option<(CheckId, CheckedText)>,
}

impl Checks {
    /// Asks for a check. It overtakes one that waits.
    pub fn ask(&mut self, check: CheckId, text: CheckedText) {
        self.next = Some((check, text));
    }

    /// Begins with the next one, if there is one and no other is under way.
    pub fn begin(&mut self) -> Option<CheckedText> {
        if self.under_way.is_some() {
            return None;
        }
        let (check, text) = self.next.take()?;
        self.under_way = Some(check);
        Some(text)
    }

    /// The one that was under way has an answer.
    pub fn end(&mut self) -> Option<CheckId> {
        self.under_way.take()
    }

    /// Whether one is under way.
    #[must_use]
    pub fn is_under_way(&self) -> bool {
        self.under_way.is_some()
    }

    /// Drops the check that waits, because no worker can do it.
    pub fn give_up(&mut self) -> Option<CheckId> {
        self.next.take().map(|(check, _)| check)
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
    fn of_the_checks_that_wait_the_newest_is_next() {
        let mut checks = Checks::default();
        checks.ask(1, text("a"));
        assert_eq!(checks.begin(), Some(text("a")));
        checks.ask(2, text("b"));
        checks.ask(3, text("c"));
        assert_eq!(checks.begin(), None);
        assert_eq!(checks.end(), Some(1));
        assert_eq!(checks.begin(), Some(text("c")));
        assert_eq!(checks.end(), Some(3));
        assert_eq!((checks.begin(), checks.end()), (None, None));
    }

    #[test]
    fn what_cannot_be_checked_is_given_up() {
        let mut checks = Checks::default();
        checks.ask(1, text("a"));
        checks.begin();
        checks.ask(2, text("b"));
        assert_eq!(checks.give_up(), Some(2));
        assert_eq!(checks.give_up(), None);
        assert!(checks.is_under_way());
    }
}
