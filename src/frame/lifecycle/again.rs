//! The life of a run in a browser that cannot wait: it is put aside, and run again, or goes on at a prompt.

use super::{Effect, Run, STOP_GRACE_OF_KEPT_MS};
use crate::frame::replay::{Replay, differs};
use crate::protocol::{
    Answer, AssetName, FrameMessage, InputKind, Past, Status, Wish, WorkerRequest,
};

impl Run {
    /// This has happened to the program since it was run again.
    pub(super) fn remember(&mut self, past: Past, now: f64) -> Vec<Effect> {
        match &mut self.replay {
            Some(replay) => {
                if replay.extend(past) {
                    return Vec::new();
                }
                self.crash("it remembers more than it may", now)
            }
            None => self.crash("it remembers where it can wait", now),
        }
    }

    /// The program would ask, but has worked too long to be run again.
    pub(super) fn cannot_ask(&mut self, now: f64) -> Vec<Effect> {
        let run = self.id;
        match self
            .replay
            .as_mut()
            .map(Replay::says_first_that_it_cannot_ask)
        {
            Some(true) => vec![Effect::Tell(FrameMessage::CannotAsk { run })],
            Some(false) => Vec::new(),
            None => self.crash("it cannot ask where it can wait", now),
        }
    }

    /// The program waits in a browser that cannot wait.
    pub(super) fn put_aside(&mut self, wish: Wish, now: f64) -> Vec<Effect> {
        let Some(replay) = &mut self.replay else {
            return self.crash("it was put aside where it can wait", now);
        };
        if !replay.is_level() || !replay.past().is_bearable() {
            return self.differ(now);
        }
        if let Err(what) = replay.put_aside(wish, now) {
            return self.crash(what, now);
        }
        if self.unheard_stop && !matches!(wish, Wish::Asset { .. }) {
            return self.hear_stop(now);
        }
        match wish {
            Wish::Input { kind } => self.ask(kind, now),
            Wish::Sleep { .. } => {
                self.pause(now);
                Vec::new()
            }
            Wish::Asset { name } => self.get(name, now),
        }
    }

    /// An asset that the program waits for is there, or cannot be had: then `error` says why.
    pub fn receive(&mut self, name: AssetName, error: &str, now: f64) -> Vec<Effect> {
        let is_aside = |replay: &Replay| replay.awaited_asset() == Some(name);
        if self.replay.as_ref().is_some_and(is_aside) {
            let answer = Answer::Asset {
                name,
                error: error.to_owned(),
                stop: std::mem::take(&mut self.unheard_stop),
            };
            self.wait_for_stop_again(now);
            return self.go_on(answer, now).unwrap_or_default();
        }
        if !self.replay.as_ref().is_some_and(Replay::is_aside) {
            self.resume(now);
        }
        Vec::new()
    }

    /// A console waits at its prompt in a browser that cannot wait.
    pub(super) fn leave_at_prompt(&mut self, kind: InputKind, now: f64) -> Vec<Effect> {
        let Some(replay) = self.replay.as_mut().filter(|_| self.is_console) else {
            return self.crash("it left at a prompt that it has not got", now);
        };
        if !replay.is_level() {
            return self.differ(now);
        }
        if let Err(what) = replay.leave_at_prompt(kind) {
            return self.crash(what, now);
        }
        if self.unheard_stop {
            return self.hear_stop(now);
        }
        self.ask(kind, now)
    }

    /// The program waits and hears of Stop at last.
    fn hear_stop(&mut self, now: f64) -> Vec<Effect> {
        self.unheard_stop = false;
        self.questions_left += 1;
        self.wait_for_stop_again(now);
        self.go_on(Answer::Stop, now).unwrap_or_default()
    }

    /// A program that is to stop needs more time for it: its worker has to start, and it has to come so far again.
    pub(super) fn wait_for_stop_again(&mut self, now: f64) {
        let patience = self.ran(now) + STOP_GRACE_OF_KEPT_MS;
        self.stop_by = self.stop_by.map(|_| now + patience);
    }

    /// Ends the wait of a program that is put aside with this: it is run again, and its running time counts from its
    /// start, which it lives again. A console at its prompt goes on.
    pub(super) fn go_on(&mut self, answer: Answer, now: f64) -> Option<Vec<Effect>> {
        let replay = self.replay.as_mut().filter(|replay| replay.is_aside())?;
        if replay.answer(answer.clone()) {
            self.ran = 0.0;
            self.entries_again = replay.entries();
            return Some(vec![Effect::Again]);
        }
        self.resume(now);
        Some(vec![Effect::Ask(WorkerRequest::GoOn { answer })])
    }

    /// The program has done something else when it was run again. Whoever has pressed Stop wants no more of it.
    pub(super) fn differ(&mut self, now: f64) -> Vec<Effect> {
        if self.stop_by.is_some() {
            let outcome = self.killed(Status::Stopped, None, now);
            return self.finish(outcome);
        }
        let outcome = self.killed(Status::Exception, Some(differs()), now);
        let mut effects = self.cannot_ask(now);
        effects.extend(self.finish(outcome));
        effects
    }

    /// When a program that is put aside has slept enough.
    pub(super) fn wakes(&self) -> Option<f64> {
        self.replay.as_ref().and_then(Replay::wakes)
    }
}
