//! What has happened to a run that is run again for each answer (`Waiting::Replay`).

use serde::{Deserialize, Serialize};

use super::values::{AssetName, InputKind};

/// How much of its past a run may have: readings of clocks, answers, and eighths of random bytes. A run with more is
/// not run again.
pub const LONGEST_PAST: usize = 100_000;

/// All that a program has learnt from outside, in order. With it the same program does the same again, up to where
/// it was put aside.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS), ts(export))]
pub struct Past {
    /// The ends of its waits.
    pub answers: Vec<Answer>,
    /// What its clocks have shown, in milliseconds.
    pub clock: Vec<f64>,
    /// The random bytes that it was given.
    #[serde(with = "serde_bytes")]
    #[cfg_attr(not(target_arch = "wasm32"), ts(type = "Uint8Array"))]
    pub random: Vec<u8>,
}

impl Past {
    /// Adds what has happened since.
    pub fn extend(&mut self, later: Self) {
        self.answers.extend(later.answers);
        self.clock.extend(later.clock);
        self.random.extend(later.random);
    }

    /// Whether it is short enough to be lived again.
    #[must_use]
    pub fn is_bearable(&self) -> bool {
        self.len() < LONGEST_PAST
    }

    /// How long it is, as [`LONGEST_PAST`] counts.
    #[must_use]
    pub fn len(&self) -> usize {
        self.answers.len() + self.clock.len() + self.random.len() / 8
    }

    /// Whether nothing has happened.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// How a wait of a program has ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS), ts(export))]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum Answer {
    /// With a line of input.
    Input {
        /// The line without its line break; `None` is the end of the input.
        line: Option<String>,
    },
    /// With Stop.
    Stop,
    /// The time is over.
    Slept,
    /// A pack or a part cannot be had, or Stop was pressed before it was there.
    Asset {
        /// Which.
        name: AssetName,
        /// Why it cannot be had; empty if it is there.
        error: String,
        /// Whether Stop was pressed meanwhile.
        stop: bool,
    },
}

impl Answer {
    /// Whether it is an asset that is there, and nothing else has happened.
    #[must_use]
    pub fn is_only_an_asset(&self) -> bool {
        matches!(self, Self::Asset { error, stop: false, .. } if error.is_empty())
    }
}

/// What a program waits for that was put aside.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS), ts(export))]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum Wish {
    /// A line.
    Input {
        /// What it will do with the line.
        kind: InputKind,
    },
    /// That time passes.
    Sleep {
        /// How much.
        milliseconds: f64,
    },
    /// A pack, or a part of the interpreter.
    Asset {
        /// Which.
        name: AssetName,
    },
}
