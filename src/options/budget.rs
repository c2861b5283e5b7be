//! What one run may use: time, memory, output, files, recursion.
//!
//! The embedding page may override every limit, the program none. A budget is parsed once, where
//! it enters ([`BudgetRequest::validate`]); past that door every value is within its bounds.

use serde::{Deserialize, Serialize};

/// The limits of one run, checked and complete.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct Budget {
    /// Running time in seconds. Waiting for `input()` is not counted, and resting while a picture is
    /// shown (the delays of an animation, `mainloop()`) gives back as much as was used.
    pub seconds: f64,
    /// Bytes of memory the interpreter may allocate on top of what a fresh one needs.
    #[cfg_attr(not(target_arch = "wasm32"), ts(type = "number"))]
    pub memory_bytes: u64,
    /// Bytes of standard output and standard error together, and of what is shown beside them. What
    /// turtles draw counts only where nothing can hold them back: a picture is no larger after a
    /// thousand steps than after one, and the page takes no more of it than it can show.
    #[cfg_attr(not(target_arch = "wasm32"), ts(type = "number"))]
    pub output_bytes: u64,
    /// Bytes that all files in the in-memory file system may hold.
    #[cfg_attr(not(target_arch = "wasm32"), ts(type = "number"))]
    pub file_bytes: u64,
    /// Number of files and folders in the in-memory file system.
    pub file_count: u32,
    /// Python's recursion limit (`sys.getrecursionlimit()`).
    pub recursion: u32,
}

impl Budget {
    /// The limits of a run that asks for none in particular.
    pub const DEFAULT: Self = Self {
        seconds: 10.0,
        memory_bytes: 256 * MEGABYTE,
        output_bytes: MEGABYTE,
        file_bytes: 16 * MEGABYTE,
        file_count: 1_000,
        recursion: 1_000,
    };
}

impl Default for Budget {
    fn default() -> Self {
        Self::DEFAULT
    }
}

/// 2²⁰ bytes.
pub const MEGABYTE: u64 = 1 << 20;
const KILOBYTE: u64 = 1 << 10;

/// The limits as an embedding page writes them; what is missing has its default.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(
    not(target_arch = "wasm32"),
    derive(ts_rs::TS),
    ts(export, optional_fields)
)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct BudgetRequest {
    /// Running time in seconds, without the time spent waiting for input. Default 10.
    pub seconds: Option<f64>,
    /// Memory in MiB. Default 256.
    #[serde(rename = "memoryMB")]
    pub memory_mb: Option<f64>,
    /// Output in KiB, standard output and error together. Default 1024.
    #[serde(rename = "outputKB")]
    pub output_kb: Option<f64>,
    /// Size of all files together in MiB. Default 16.
    #[serde(rename = "filesMB")]
    pub files_mb: Option<f64>,
    /// Number of files and folders. Default 1000.
    pub files: Option<f64>,
    /// Python's recursion limit. Default 1000.
    pub recursion: Option<f64>,
}

/// A limit that makes no sense.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("budget.{field} is {value}; it must be a number from {least} to {most}")]
pub struct BudgetError {
    field: &'static str,
    value: f64,
    least: f64,
    most: f64,
}

impl BudgetRequest {
    /// The defaults, as an embedding page would write them: name and value of each field.
    #[expect(clippy::cast_precision_loss, reason = "far below 2⁵³")]
    #[must_use]
    pub fn of_default() -> [(&'static str, f64); 6] {
        let default = Budget::DEFAULT;
        [
            ("seconds", default.seconds),
            ("memoryMB", default.memory_bytes as f64 / MEGABYTE as f64),
            ("outputKB", default.output_bytes as f64 / KILOBYTE as f64),
            ("filesMB", default.file_bytes as f64 / MEGABYTE as f64),
            ("files", default.file_count.into()),
            ("recursion", default.recursion.into()),
        ]
    }

    /// Fills in the defaults and checks the bounds.
    ///
    /// # Errors
    /// Names the first field that is out of bounds, and its bounds.
    pub fn validate(self) -> Result<Budget, BudgetError> {
        let default = Budget::DEFAULT;
        let seconds = within("seconds", self.seconds, 0.001, 86_400.0)?;
        let memory = within("memoryMB", self.memory_mb, 1.0, 2_048.0)?;
        let output = within("outputKB", self.output_kb, 1.0, 1_048_576.0)?;
        let file_bytes = within("filesMB", self.files_mb, 0.0, 1_024.0)?;
        let files = within("files", self.files, 0.0, 100_000.0)?;
        let recursion = within("recursion", self.recursion, 50.0, 5_000.0)?;
        Ok(Budget {
            seconds: seconds.unwrap_or(default.seconds),
            memory_bytes: scaled(memory, MEGABYTE).unwrap_or(default.memory_bytes),
            output_bytes: scaled(output, KILOBYTE).unwrap_or(default.output_bytes),
            file_bytes: scaled(file_bytes, MEGABYTE).unwrap_or(default.file_bytes),
            file_count: whole(files).unwrap_or(default.file_count),
            recursion: whole(recursion).unwrap_or(default.recursion),
        })
    }
}

fn within(
    field: &'static str,
    value: Option<f64>,
    least: f64,
    most: f64,
) -> Result<Option<f64>, BudgetError> {
    match value {
        Some(value) if !(least..=most).contains(&value) => Err(BudgetError {
            field,
            value,
            least,
            most,
        }),
        checked => Ok(checked),
    }
}

/// `value` units in bytes. The bounds of [`within`] keep the product far below 2⁵³.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "within() keeps value positive and small"
)]
fn scaled(value: Option<f64>, unit: u64) -> Option<u64> {
    value.map(|value| (value * unit as f64) as u64)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "within() keeps value positive and small"
)]
fn whole(value: Option<f64>) -> Option<u32> {
    value.map(|value| value as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_request_is_the_default_budget() {
        assert_eq!(BudgetRequest::default().validate(), Ok(Budget::DEFAULT));
    }

    #[test]
    fn the_defaults_as_a_page_writes_them_are_the_default_budget() {
        let written: serde_json::Map<_, _> = BudgetRequest::of_default()
            .map(|(name, value)| (name.to_owned(), value.into()))
            .into_iter()
            .collect();
        let request: BudgetRequest = serde_json::from_value(written.into()).expect("a request");
        assert!(request.recursion.is_some());
        assert_eq!(request.validate(), Ok(Budget::DEFAULT));
    }

    #[test]
    fn units_are_mebibytes_and_kibibytes() {
        let request = BudgetRequest {
            memory_mb: Some(64.0),
            output_kb: Some(1.5),
            ..BudgetRequest::default()
        };
        let budget = request.validate().expect("within bounds");
        assert_eq!(budget.memory_bytes, 64 * MEGABYTE);
        assert_eq!(budget.output_bytes, 1_536);
    }

    #[test]
    fn a_limit_out_of_bounds_is_named_with_its_bounds() {
        for seconds in [0.0, -1.0, f64::NAN, f64::INFINITY] {
            let request = BudgetRequest {
                seconds: Some(seconds),
                ..BudgetRequest::default()
            };
            let message = request.validate().expect_err("out of bounds").to_string();
            assert!(message.starts_with("budget.seconds is "), "{message}");
            assert!(message.ends_with("from 0.001 to 86400"), "{message}");
        }
    }
}
