//! Samples, and the tables that are printed of them.

use std::fmt;
use std::fs;
use std::path::Path;

use serde_json::{Value, json};

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
    /// Whether the first row is shown beside the second.
    is_compared: bool,
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
            is_compared: false,
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

    /// Shows the first row beside the second, if there is one.
    pub fn compare(&mut self) {
        self.is_compared = self.rows.len() > 1;
    }

    /// The first row's median by the second's; none where one of them was not measured.
    fn ratio(&self, column: usize) -> Option<f64> {
        if !self.is_compared {
            return None;
        }
        let [measured, by] = [0, 1].map(|row| self.median(row, column));
        // What took no time has no ratio.
        (measured > 0.0 && by > 0.0).then(|| measured / by)
    }

    /// A line of the means of the ratios, over the columns with these names and over all, and of the
    /// worst ratio.
    pub fn note_means(&mut self, some: &[&str]) {
        let ratios: Vec<(&str, f64)> = self
            .columns()
            .enumerate()
            .filter_map(|(column, name)| Some((name, self.ratio(column)?)))
            .collect();
        let Some((worst, most)) = ratios.iter().max_by(|one, other| one.1.total_cmp(&other.1))
        else {
            return;
        };
        let (some, all) = (
            mean_of(ratios.iter().filter(|(name, _)| some.contains(name))),
            mean_of(ratios.iter()),
        );
        let some = some.filter(|some| Some(some) != all.as_ref());
        let means: Vec<String> = some.into_iter().chain(all).collect();
        let note = format!(
            "geometric mean of {}: {}; worst: {worst} {most:.2}",
            self.compared(),
            means.join(", ")
        );
        self.note(note);
    }

    /// What a ratio is of.
    fn compared(&self) -> String {
        format!("{} by {}", self.rows[0].0, self.rows[1].0)
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
        let ratios: serde_json::Map<String, Value> = self
            .columns()
            .enumerate()
            .filter_map(|(column, name)| Some((name.to_owned(), json!(self.ratio(column)?))))
            .collect();
        json!({ "title": self.title, "rows": rows, "ratios": ratios, "notes": self.notes })
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
        if self.is_compared {
            write!(formatter, "{:>24}", self.compared())?;
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
            if self.is_compared {
                let ratio = self.ratio(side).map_or("-".to_owned(), short);
                write!(formatter, "{ratio:>24}")?;
            }
        }
        for note in &self.notes {
            write!(formatter, "\n{note}")?;
        }
        writeln!(formatter)
    }
}

/// The mean of ratios, and how many there are; none of none.
fn mean_of<'a>(ratios: impl Iterator<Item = &'a (&'a str, f64)>) -> Option<String> {
    let ratios: Vec<f64> = ratios.map(|(_, ratio)| *ratio).collect();
    (!ratios.is_empty()).then(|| format!("{:.2} of {}", geometric_mean(&ratios), ratios.len()))
}

/// The mean of ratios: a tenth of and ten times make one.
fn geometric_mean(ratios: &[f64]) -> f64 {
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

/// The build tool runs them: a benchmark has no harness that does.
#[cfg(test)]
#[allow(
    dead_code,
    reason = "without a harness there are no tests that need it"
)]
mod tests {
    use super::*;

    /// Two rows, with these medians in each column.
    fn table(columns: &[(&str, [f64; 2])]) -> Table {
        let names: Vec<&str> = columns.iter().map(|(name, _)| *name).collect();
        let mut table = Table::new("times", &names, &["garter", "pyodide"]);
        for (column, (_, values)) in columns.iter().enumerate() {
            for (row, value) in values.iter().enumerate() {
                table.add(row, column, *value);
            }
        }
        table.compare();
        table
    }

    #[test]
    fn half_and_twice_have_the_mean_of_one() {
        assert!((geometric_mean(&[0.5, 2.0]) - 1.0).abs() < 1e-9);
        assert!((geometric_mean(&[2.0, 4.0, 8.0]) - 4.0).abs() < 1e-9);
    }

    #[test]
    fn means_are_of_some_and_of_all_and_the_worst_is_named() {
        let mut table = table(&[
            ("fib", [8.0, 4.0]),
            ("loop", [32.0, 4.0]),
            ("json", [4.0, 4.0]),
        ]);
        table.note_means(&["fib", "loop"]);
        assert_eq!(
            table.notes,
            ["geometric mean of garter by pyodide: 4.00 of 2, 2.52 of 3; worst: loop 8.00"]
        );
    }

    #[test]
    fn what_was_not_measured_or_took_no_time_has_no_ratio() {
        let mut table = table(&[
            ("fib", [8.0, 4.0]),
            ("loop", [f64::NAN, 4.0]),
            ("len", [4.0, -1.0]),
        ]);
        assert_eq!(
            [0, 1, 2].map(|column| table.ratio(column)),
            [Some(2.0), None, None]
        );
        table.note_means(&["fib"]);
        assert_eq!(
            table.notes,
            ["geometric mean of garter by pyodide: 2.00 of 1; worst: fib 2.00"]
        );
    }

    #[test]
    fn a_table_of_one_row_has_nothing_to_compare() {
        let mut table = Table::new("times", &["fib"], &["garter"]);
        table.add(0, 0, 8.0);
        table.compare();
        table.note_means(&["fib"]);
        assert_eq!(table.ratio(0), None);
        assert!(table.notes.is_empty());
        assert!(table.to_string().contains("8.00"));
    }

    #[test]
    fn a_median_leaves_out_what_is_no_number() {
        let mut samples = Samples::default();
        for value in [3.0, f64::NAN, 1.0, 2.0] {
            samples.add(value);
        }
        assert!((samples.median() - 2.0).abs() < 1e-9);
        assert_eq!(samples.to_string(), "2.00 (1.00 to 3.00)");
    }
}
