//! The tables of East Asia's encodings, taken out of `RustPython`'s source: they are a tenth of
//! what a reader would download, and hardly a program reads a file in one of them. In the wasm
//! builds they come in a pack of their own.

use std::collections::HashMap;
use std::fmt::Write as _;

use anyhow::{Context, Result};

use crate::series::upstream::Tree;

/// Where they are in `rustpython-common`, by the beginning of their names.
const FILES: &str = "src/encodings/cjk/mappings_";
const TABLE: &str = "pub(super) static ";
const CONSTANT: &str = "pub(super) const ";

/// Takes the tables out of the sources of the crate in this folder, and returns their numbers.
pub fn take_out(sources: &mut Tree, folder: &str) -> Result<Vec<u16>> {
    let mut numbers = Vec::new();
    let start = format!("{folder}/{FILES}");
    for (path, data) in sources.iter_mut() {
        if path.starts_with(&start) {
            let rest = without_tables(str::from_utf8(data)?, &mut numbers)
                .with_context(|| format!("{path} is not as it was"))?;
            *data = rest.into_bytes();
        }
    }
    Ok(numbers)
}

/// The source with each table replaced by where it is among the numbers.
fn without_tables(source: &str, numbers: &mut Vec<u16>) -> Result<String> {
    let mut constants = HashMap::new();
    let mut rest = String::new();
    let mut lines = source.lines();
    while let Some(line) = lines.next() {
        if let Some((name, value)) = constant(line) {
            constants.insert(name, value);
            rest.push_str("#[allow(dead_code)]\n");
        }
        let Some(name) = table(line) else {
            rest.push_str(line);
            rest.push('\n');
            continue;
        };
        let start = numbers.len();
        for line in lines.by_ref().take_while(|line| *line != "];") {
            for number in line
                .split(',')
                .map(str::trim)
                .filter(|text| !text.is_empty())
            {
                let value = constants.get(number).copied();
                let value = value.map_or_else(|| number.parse(), Ok);
                numbers.push(value.with_context(|| format!("{name} holds {number}"))?);
            }
        }
        let length = numbers.len() - start;
        writeln!(
            rest,
            "{TABLE}{name}: super::Table = super::Table::new({start}, {length});"
        )?;
    }
    Ok(rest)
}

/// The name of the table that begins in this line.
fn table(line: &str) -> Option<&str> {
    let (name, kind) = line.strip_prefix(TABLE)?.split_once(": ")?;
    (kind.starts_with("[u16; ") && kind.ends_with('[')).then_some(name)
}

fn constant(line: &str) -> Option<(&str, u16)> {
    let (name, value) = line.strip_prefix(CONSTANT)?.split_once(": u16 = 0x")?;
    let value = u16::from_str_radix(value.strip_suffix(';')?, 16);
    Some((name, value.ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_become_references() {
        let source = "pub(super) const NONE: u16 = 0xfffe;\n\
                      pub(super) static A_DATA: [u16; 3] = [\n    1, NONE,\n    3,\n];\n\
                      pub(super) static B: [u8; 1] = [\n    7,\n];\n";
        let mut numbers = vec![9];
        let rest = without_tables(source, &mut numbers).expect("as expected");
        assert_eq!(numbers, [9, 1, 0xfffe, 3]);
        assert_eq!(
            rest,
            "#[allow(dead_code)]\npub(super) const NONE: u16 = 0xfffe;\n\
             pub(super) static A_DATA: super::Table = super::Table::new(1, 3);\n\
             pub(super) static B: [u8; 1] = [\n    7,\n];\n"
        );
    }
}
