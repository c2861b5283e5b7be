//! Samples, and the tables that are printed of them.

use std::env;
use std::fmt;
use std::fs;
use std::path::Path;

use serde_json::{Value, json};

/// How often to measure: so many times, or as often as `GARTER_ROUNDS` says. The tests only want to
/// know that it can be done.
pub fn rounds(usual: usize) -> usize {
    env::var("GARTER_ROUNDS").map_or(usual, |rounds| rounds.parse().expect("a number of rounds"))
}

/// What was measured of one thing, again and again.
#[derive(Clone, Debug, Default)]
pub struct Samples(Vec<f64>);

/// Rows and columns of samples.
#[derive(Debug)]
pub struct Table {
    title: String,
    columns: Vec<String>,
    rows: Vec<(String, Vec<Samples>)>,
    /// What stands below: ratios, and what was measured where.
    notes: Vec<String>,
    /// Whether rows are printed as rows: there are many of them.
    is_long: bool,
}

impl Samples {
    pub fn add(&mut self, value: f64) {
        self.0.push(value);
    }

    pub fn median(&self) -> f64 {
        let sorted = self.sorted();
        sorted.get(sorted.len() / 2).copied().unwrap_or(f64::NAN)
    }

    fn sorted(&self) -> Vec<f64> {
        let mut sorted = self.0.clone();
        sorted.retain(|value| !value.is_nan());
        sorted.sort_by(f64::total_cmp);
        sorted
    }
}

/// The median, with the least and the most.
impl fmt::Display for Samples {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        let sorted = self.sorted();
        match (sorted.first(), sorted.last()) {
            (Some(least), Some(most)) if least < most => formatter.pad(&format!(
                "{} ({} to {})",
                short(self.median()),
                short(*least),
                short(*most)
            )),
            (Some(only), _) => formatter.pad(&short(*only)),
            _ => formatter.pad("-"),
        }
    }
}

/// Three digits say enough.
fn short(value: f64) -> String {
    match value.abs() {
        100.0.. => format!("{value:.0}"),
        10.0.. => format!("{value:.1}"),
        _ => format!("{value:.2}"),
    }
}

impl Table {
    pub fn new(title: &str, columns: &[impl AsRef<str>], rows: &[&str]) -> Self {
        let empty = vec![Samples::default(); columns.len()];
        Self {
            title: title.to_owned(),
            columns: columns
                .iter()
                .map(|name| name.as_ref().to_owned())
                .collect(),
            rows: rows
                .iter()
                .map(|&name| (name.to_owned(), empty.clone()))
                .collect(),
            notes: Vec::new(),
            is_long: false,
        }
    }

    /// A table of many rows.
    pub fn of_rows(title: &str, columns: &[impl AsRef<str>], rows: &[&str]) -> Self {
        Self {
            is_long: true,
            ..Self::new(title, columns, rows)
        }
    }

    pub fn title(&self) -> &str {
        &self.title
    }

    pub fn columns(&self) -> impl Iterator<Item = &str> {
        self.columns.iter().map(String::as_str)
    }

    pub fn rows(&self) -> impl Iterator<Item = &str> {
        self.rows.iter().map(|(name, _)| name.as_str())
    }

    pub fn add(&mut self, row: usize, column: usize, value: f64) {
        self.rows[row].1[column].add(value);
    }

    pub fn median(&self, row: usize, column: usize) -> f64 {
        self.rows[row].1[column].median()
    }

    /// One row's medians by another's, column by column.
    pub fn ratios(&self, row: usize, by: usize) -> Vec<f64> {
        (0..self.columns.len())
            .map(|column| self.median(row, column) / self.median(by, column))
            .collect()
    }

    /// A line of ratios of the first row by the second.
    pub fn note_ratios(&mut self) {
        let ratios: Vec<String> = self
            .columns
            .iter()
            .zip(self.ratios(0, 1))
            .map(|(column, ratio)| format!("{column} {ratio:.2}"))
            .collect();
        let note = format!(
            "{} by {}: {}",
            self.rows[0].0,
            self.rows[1].0,
            ratios.join(", ")
        );
        self.note(note);
    }

    /// A line that says where it was measured, and how often.
    pub fn note_medians(&mut self, surroundings: &str, rounds: usize) {
        self.note(format!(
            "{surroundings}; medians of {rounds} (least to most)"
        ));
    }

    pub fn note(&mut self, note: String) {
        self.notes.push(note);
    }

    fn to_json(&self) -> Value {
        let rows: serde_json::Map<String, Value> = self
            .rows
            .iter()
            .map(|(name, samples)| {
                let columns: serde_json::Map<String, Value> = self
                    .columns
                    .iter()
                    .zip(samples)
                    .map(|(column, samples)| (column.clone(), json!(samples.0)))
                    .collect();
                (name.clone(), Value::Object(columns))
            })
            .collect();
        json!({ "title": self.title, "rows": rows, "notes": self.notes })
    }
}

/// Where rows are few, what is measured stands at the left: its names are long.
impl fmt::Display for Table {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        let names: Vec<&String> = self.rows.iter().map(|(name, _)| name).collect();
        let columns: Vec<&String> = self.columns.iter().collect();
        let (heads, sides) = if self.is_long {
            (columns, names)
        } else {
            (names, columns)
        };
        writeln!(formatter, "{}", self.title)?;
        write!(formatter, "{:<24}", "")?;
        for head in &heads {
            write!(formatter, "{head:>24}")?;
        }
        for (side, name) in sides.iter().enumerate() {
            write!(formatter, "\n{name:<24}")?;
            for head in 0..heads.len() {
                let (row, column) = if self.is_long {
                    (side, head)
                } else {
                    (head, side)
                };
                write!(formatter, "{:>24}", self.rows[row].1[column])?;
            }
        }
        for note in &self.notes {
            write!(formatter, "\n{note}")?;
        }
        writeln!(formatter)
    }
}

/// The mean of ratios: a tenth of and ten times make one.
pub fn geometric_mean(ratios: &[f64]) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "there are few")]
    let count = ratios.len() as f64;
    (ratios.iter().map(|ratio| ratio.ln()).sum::<f64>() / count).exp()
}

/// Writes all samples of all tables.
pub fn write(file: &Path, tables: &[Table]) {
    let folder = file.parent().expect("a file lies in a folder");
    std::fs::create_dir_all(folder).expect("a folder");
    let tables: Vec<Value> = tables.iter().map(Table::to_json).collect();
    fs::write(file, Value::Array(tables).to_string()).expect("a file");
}
