//! The programs of one interpreter, with what has happened to each: where a browser cannot wait, all of them are run
//! again when the last of them is.

use crate::protocol::{Past, Program};

/// The programs of an interpreter, in their order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Story {
    parts: Vec<(Program, Past)>,
    /// Which of them runs.
    at: usize,
}

impl Story {
    /// The next program begins.
    pub fn begin(&mut self, program: Program) {
        self.at = self.parts.len();
        self.parts.push((program, Past::default()));
    }

    /// What has happened to the last program.
    pub fn remember(&mut self, past: Past) {
        if let Some(last) = self.parts.last_mut() {
            last.1 = past;
        }
    }

    /// All programs are run again.
    pub fn begin_again(&mut self) {
        self.at = 0;
    }

    /// Whether an earlier program than the last is run again.
    #[must_use]
    pub fn is_catching_up(&self) -> bool {
        self.at + 1 < self.parts.len()
    }

    /// The program that runs has ended; the next one is run again.
    pub fn go_on(&mut self) {
        self.at += 1;
    }

    /// The program that is run now, with its past.
    #[must_use]
    pub fn current(&self) -> Option<(Program, Past)> {
        self.parts.get(self.at).cloned()
    }

    /// Whether each of the programs can be run again.
    #[must_use]
    pub fn is_bearable(&self) -> bool {
        self.parts.iter().all(|(_, past)| past.is_bearable())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::{Answer, ProgramRequest};

    fn program(source: &str) -> Program {
        let source = source.to_owned();
        let request = ProgramRequest {
            source,
            ..ProgramRequest::default()
        };
        request.validate().expect("valid")
    }

    #[test]
    fn all_programs_are_run_again_in_order_with_their_pasts() {
        let mut story = Story::default();
        let past = Past {
            answers: vec![Answer::Slept],
            ..Past::default()
        };
        story.begin(program("one"));
        assert!(!story.is_catching_up());
        story.remember(past.clone());
        story.begin(program("two"));
        assert!(!story.is_catching_up());
        story.begin_again();
        assert!(story.is_catching_up());
        let (first, known) = story.current().expect("there is one");
        assert_eq!((first.source.as_str(), known), ("one", past));
        story.go_on();
        assert!(!story.is_catching_up());
        let (second, known) = story.current().expect("there is one");
        assert_eq!((second.source.as_str(), known), ("two", Past::default()));
    }
}
