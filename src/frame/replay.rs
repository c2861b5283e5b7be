//! A run in a browser that cannot wait: it is put aside when it asks, and its program is run again with one more
//! answer. For the reader it is one run.

use super::transcript::{Differs, Transcript};
use crate::protocol::{Answer, AssetName, Chunk, ErrorReport, InputKind, LONGEST_PAST, Past, Wish};

/// By how much the last random bytes may pass the limit: `WorkerHost::random` asks for so many at once.
const MOST_RANDOM_AT_ONCE: usize = 65_536 / 8;

/// What is known of a run that may be run again.
#[derive(Debug, Default)]
pub struct Replay {
    past: Past,
    transcript: Transcript,
    /// What it was put aside for, and until when if it sleeps.
    wish: Option<(Wish, f64)>,
    /// Whether it is a console that goes on where it is: it has left the interpreter at its prompt.
    is_at_prompt: bool,
    /// How many entries it has got there.
    entries: u32,
    /// Whether the page knows that the program could not ask.
    could_not_ask: bool,
}

impl Replay {
    /// What has happened to the program.
    #[must_use]
    pub fn past(&self) -> &Past {
        &self.past
    }

    /// Takes down what has happened to it since it was run again; returns whether that is not more than a worker may
    /// send. A program that cannot be run again for the length of its past has reached the limit.
    pub fn extend(&mut self, past: Past) -> bool {
        self.past.extend(past);
        self.past.len() <= LONGEST_PAST + MOST_RANDOM_AT_ONCE
    }

    /// What of this output is new: see [`Transcript::new_output`].
    pub(super) fn new_output(&mut self, chunks: Vec<Chunk>) -> Result<Vec<Chunk>, Differs> {
        self.transcript.new_output(chunks)
    }

    /// Whether this display is new: see [`Transcript::is_new_display`].
    pub(super) fn is_new_display(&mut self, parts: [&[u8]; 3]) -> Result<bool, Differs> {
        self.transcript.is_new_display(parts)
    }

    /// Whether the program has done all again that it had done before.
    #[must_use]
    pub fn is_level(&self) -> bool {
        self.transcript.is_level()
    }

    /// The program cannot ask; returns whether that is new.
    pub fn says_first_that_it_cannot_ask(&mut self) -> bool {
        !std::mem::replace(&mut self.could_not_ask, true)
    }

    /// Puts the program aside.
    ///
    /// # Errors
    /// What it did that no honest worker does.
    pub fn put_aside(&mut self, wish: Wish, now: f64) -> Result<(), &'static str> {
        if self.wish.is_some() {
            return Err("it was put aside twice");
        }
        let until = match wish {
            Wish::Input { .. } | Wish::Asset { .. } => f64::INFINITY,
            Wish::Sleep { milliseconds } => now + milliseconds.max(0.0),
        };
        self.wish = Some((wish, until));
        Ok(())
    }

    /// A console waits at its prompt.
    ///
    /// # Errors
    /// What it did that no honest worker does.
    pub fn leave_at_prompt(&mut self, kind: InputKind) -> Result<(), &'static str> {
        self.put_aside(Wish::Input { kind }, 0.0)?;
        self.is_at_prompt = true;
        Ok(())
    }

    /// How many entries a console has got at its prompt.
    #[must_use]
    pub fn entries(&self) -> u32 {
        self.entries
    }

    /// Whether it is put aside, or at its prompt.
    #[must_use]
    pub fn is_aside(&self) -> bool {
        self.wish.is_some()
    }

    /// What it waits for, if that is an asset.
    #[must_use]
    pub fn awaited_asset(&self) -> Option<AssetName> {
        match self.wish {
            Some((Wish::Asset { name }, _)) => Some(name),
            _ => None,
        }
    }

    /// When it has slept enough, if it sleeps.
    #[must_use]
    pub fn wakes(&self) -> Option<f64> {
        let (_, until) = self.wish?;
        until.is_finite().then_some(until)
    }

    /// The wait of the program ends with this. Returns whether it is run again for that; a console at its prompt goes
    /// on.
    pub fn answer(&mut self, answer: Answer) -> bool {
        self.wish = None;
        // That an asset is there is no news to the program: it finds it where it looks.
        if !answer.is_only_an_asset() {
            self.past.answers.push(answer);
        }
        if std::mem::take(&mut self.is_at_prompt) {
            self.entries += 1;
            return false;
        }
        self.transcript.begin_again();
        true
    }
}

/// The report on a program that has done something else when it was run again.
#[must_use]
pub fn differs() -> ErrorReport {
    let kind = "EOFError".to_owned();
    let message = "this browser cannot wait in the middle of a program, so the program was run again for the answer, and \
        it did something else than before; give all its input before it runs"
        .to_owned();
    ErrorReport {
        text: format!("{kind}: {message}\n"),
        kind,
        message,
        ..ErrorReport::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sleep_ends_by_itself_and_a_question_does_not() {
        let mut replay = Replay::default();
        let sleep = Wish::Sleep { milliseconds: 50.0 };
        assert_eq!(replay.put_aside(sleep, 7.0), Ok(()));
        assert_eq!((replay.is_aside(), replay.wakes()), (true, Some(57.0)));
        replay.answer(Answer::Slept);
        assert_eq!((replay.is_aside(), replay.wakes()), (false, None));
        let kind = InputKind::Line;
        assert_eq!(replay.put_aside(Wish::Input { kind }, 90.0), Ok(()));
        assert_eq!((replay.is_aside(), replay.wakes()), (true, None));
        replay
            .put_aside(sleep, 91.0)
            .expect_err("a program waits for one thing at a time");
        assert_eq!(replay.past().answers, [Answer::Slept]);
    }
}
