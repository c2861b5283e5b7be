//! Runs that repeat bit for bit: what they take for chance, and what for time.
//!
//! Without [`Deterministic`] a program reads the clock and the randomness of the reader's browser.
//! With it, both come from two numbers, and the same program with the same input prints the same
//! on every machine: for graders and for documentation.
//!
//! What repeats: `random`, `secrets`, `uuid`, `os.urandom`, `tempfile`; `time`, `datetime`, the times
//! of files. The clock begins at [`Deterministic::now`], in UTC. It goes on by a microsecond each time
//! it is read, so that waiting in a loop comes to an end, and `time.sleep` moves it on without
//! waiting. `hash()` of texts, and the order of sets, which is the order of their making, repeat in
//! every run of Garter, asked for or not.
//!
//! What is not promised:
//! - `id()`, and what is made from it: `repr` and `hash()` of objects that have none of their own.
//!   Addresses depend on the build, and on when messages arrive from the page.
//! - Where a budget ends a run, which is measured in real time and real memory.
//! - Another release of Garter, whose standard library may draw its numbers differently.

use serde::{Deserialize, Serialize};

use super::days::{date_of, days_of};

/// How a run repeats, checked and complete.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS), ts(export))]
pub struct Deterministic {
    /// What all randomness is made from.
    pub seed: String,
    /// What the clock shows at the start, in microseconds since 1970-01-01 UTC.
    #[cfg_attr(not(target_arch = "wasm32"), ts(type = "number"))]
    pub now: u64,
}

impl Deterministic {
    /// What the clock shows where nothing else is asked for: 2025-10-07 12:00 UTC, the day on which
    /// Python 3.14 came out.
    pub const NOW: u64 = 1_759_838_400 * MICROSECONDS_A_SECOND;
}

const MICROSECONDS_A_SECOND: u64 = 1_000_000;
const SECONDS_A_DAY: i64 = 86_400;
/// The first second of 2200, until when every count in microseconds is exact in JavaScript.
const END: f64 = 7_258_118_400.0;

/// How a run repeats, as an embedding page writes it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(
    not(target_arch = "wasm32"),
    derive(ts_rs::TS),
    ts(export, optional_fields)
)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct DeterministicRequest {
    /// What all randomness is made from; a number is the same as its text. Default 0.
    #[cfg_attr(not(target_arch = "wasm32"), ts(optional, type = "number | string"))]
    pub seed: Option<Seed>,
    /// What the clock shows at the start: seconds since 1970-01-01 UTC, or a date like
    /// `2025-10-07T12:00:00Z` (without a zone: UTC). Default 2025-10-07 12:00 UTC.
    #[cfg_attr(not(target_arch = "wasm32"), ts(optional, type = "number | string"))]
    pub now: Option<Moment>,
}

/// A seed as an embedding page writes it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(
    untagged,
    expecting = "deterministic.seed must be a number or a string"
)]
pub enum Seed {
    /// A number.
    Number(f64),
    /// Any text.
    Text(String),
}

/// A moment as an embedding page writes it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(
    untagged,
    expecting = "deterministic.now must be a number of seconds since 1970, or a date like \"2025-10-07T12:00:00Z\""
)]
pub enum Moment {
    /// Seconds since 1970-01-01 UTC.
    Seconds(f64),
    /// An ISO 8601 date, with or without a time of day and a zone.
    Date(String),
}

/// A seed or a clock that makes no sense.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum DeterministicError {
    /// The seed is infinite, or not a number.
    #[error("deterministic.seed is {0}; it must be a number or a string")]
    Seed(f64),
    /// The number is no moment that the clock can show.
    #[error("deterministic.now is {0}; it must be from 0 (1970) to {END} (2200)")]
    Seconds(f64),
    /// The text is no date, or one that the clock cannot show.
    #[error(
        "deterministic.now is {0:?}; it must be a date from 1970 to 2199 like \"2025-10-07\" or \"2025-10-07T12:00:00Z\""
    )]
    Date(String),
}

impl DeterministicRequest {
    /// Fills in the defaults and reads the moment.
    ///
    /// # Errors
    /// Names the field that is wrong, and what is allowed.
    pub fn validate(self) -> Result<Deterministic, DeterministicError> {
        let seed = match self.seed {
            None => "0".to_owned(),
            Some(Seed::Text(text)) => text,
            Some(Seed::Number(number)) if number.is_finite() => number.to_string(),
            Some(Seed::Number(number)) => return Err(DeterministicError::Seed(number)),
        };
        let now = match self.now {
            None => Deterministic::NOW,
            Some(Moment::Seconds(seconds)) => {
                microseconds(seconds).ok_or(DeterministicError::Seconds(seconds))?
            }
            Some(Moment::Date(text)) => date(&text)
                .and_then(microseconds)
                .ok_or(DeterministicError::Date(text))?,
        };
        Ok(Deterministic { seed, now })
    }
}

fn microseconds(seconds: f64) -> Option<u64> {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "the range keeps it positive and below 2^53"
    )]
    (0.0..END)
        .contains(&seconds)
        .then(|| (seconds * MICROSECONDS_A_SECOND as f64).round() as u64)
}

/// Reads `2025-10-07`, `2025-10-07T12:00`, `2025-10-07 12:00:30.5+02:00`.
fn date(text: &str) -> Option<f64> {
    let (day, rest) = text.split_at_checked(10)?;
    let [year, month, day] = numbers(day, '-')?;
    let days = days_of(year, month, day);
    if date_of(days) != (year, month, day) {
        return None;
    }
    let (clock, offset) = match rest.strip_prefix(['T', ' ']) {
        Some(time) => zone(time)?,
        None if rest.is_empty() => ("00:00", 0),
        None => return None,
    };
    let (clock, second) = match clock.split_at_checked(5)? {
        (clock, "") => (clock, 0.0),
        (clock, second) => (clock, second.strip_prefix(':').and_then(seconds)?),
    };
    let [hour, minute] = numbers(clock, ':')?;
    if hour > 23 || minute > 59 {
        return None;
    }
    let minutes = i32::try_from(hour * 60 + minute - offset).ok()?;
    #[expect(
        clippy::cast_precision_loss,
        reason = "a year of four digits is below 2^53 seconds"
    )]
    let midnight = (days * SECONDS_A_DAY) as f64;
    Some(midnight + f64::from(minutes) * 60.0 + second)
}

/// Takes the zone from the end of a time of day: minutes ahead of UTC.
fn zone(time: &str) -> Option<(&str, i64)> {
    if let Some(clock) = time.strip_suffix(['Z', 'z']) {
        return Some((clock, 0));
    }
    let Some(at) = time.find(['+', '-']) else {
        return Some((time, 0));
    };
    let [hours, minutes] = numbers(&time[at + 1..], ':')?;
    let offset = hours * 60 + minutes;
    let is_behind = time[at..].starts_with('-');
    (hours < 24 && minutes < 60).then_some((&time[..at], if is_behind { -offset } else { offset }))
}

/// Seconds with their fraction: `30`, `30.25`.
fn seconds(text: &str) -> Option<f64> {
    let is_number = text.starts_with(|char: char| char.is_ascii_digit())
        && text
            .chars()
            .all(|char| char.is_ascii_digit() || char == '.');
    let seconds = text.parse().ok().filter(|_| is_number)?;
    (0.0..60.0).contains(&seconds).then_some(seconds)
}

/// Numbers of digits only, as many as asked for.
fn numbers<const COUNT: usize>(text: &str, separator: char) -> Option<[i64; COUNT]> {
    let numbers: Option<Vec<i64>> = text
        .split(separator)
        .map(|part| {
            let is_number = part.chars().all(|char| char.is_ascii_digit());
            part.parse().ok().filter(|_| is_number)
        })
        .collect();
    numbers?.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn validate(json: &str) -> Result<Deterministic, String> {
        crate::options::validated(json, DeterministicRequest::validate)
    }

    #[test]
    fn nothing_asked_for_is_the_default_seed_and_clock() {
        let default = Deterministic {
            seed: "0".to_owned(),
            now: Deterministic::NOW,
        };
        assert_eq!(validate("{}"), Ok(default.clone()));
        assert_eq!(validate(r#"{"now": "2025-10-07T12:00:00Z"}"#), Ok(default));
    }

    #[test]
    fn a_number_is_the_same_seed_as_its_text() {
        assert_eq!(validate(r#"{"seed": 42}"#), validate(r#"{"seed": "42"}"#));
    }

    #[test]
    fn moments_are_seconds_or_dates() {
        for (now, microseconds) in [
            ("0", 0),
            ("1.5", 1_500_000),
            ("\"1970-01-02\"", 86_400_000_000),
            ("\"2000-02-29T00:00\"", 951_782_400_000_000),
            ("\"2000-02-29 00:00:00.25\"", 951_782_400_250_000),
            ("\"2000-02-29T02:00:00+02:00\"", 951_782_400_000_000),
            ("\"2000-02-28T19:30-04:30\"", 951_782_400_000_000),
        ] {
            let run = validate(&format!(r#"{{"now": {now}}}"#)).expect(now);
            assert_eq!(run.now, microseconds, "{now}");
        }
    }

    #[test]
    fn what_is_wrong_is_named_with_what_is_allowed() {
        for (json, message) in [
            (
                r#"{"seed": true}"#,
                "deterministic.seed must be a number or a string",
            ),
            (
                r#"{"now": -1}"#,
                "deterministic.now is -1; it must be from 0 (1970)",
            ),
            (
                r#"{"now": "2025-02-29"}"#,
                "deterministic.now is \"2025-02-29\"; it must be a date",
            ),
            (
                r#"{"now": "2025-01-01T24:00"}"#,
                "deterministic.now is \"2025-01-01T24:00\"; it must be a date",
            ),
            (
                r#"{"now": "1969-12-31"}"#,
                "deterministic.now is \"1969-12-31\"; it must be a date from 1970",
            ),
            (
                r#"{"now": "today"}"#,
                "deterministic.now is \"today\"; it must be a date",
            ),
            (r#"{"then": 0}"#, "unknown field `then`"),
        ] {
            let error = validate(json).expect_err(json);
            assert!(error.starts_with(message), "{json}: {error}");
        }
    }
}
