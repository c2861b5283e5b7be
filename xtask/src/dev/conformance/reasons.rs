//! Why methods pass in the oracle and not here: `tests/conformance/reasons.txt`, reviewed like code.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};

pub const FILE: &str = "tests/conformance/reasons.txt";

/// The reasons by the methods' names, such as `test_set.TestSet.test_add`.
#[derive(Debug, Default)]
pub struct Reasons(BTreeMap<String, String>);

impl Reasons {
    /// # Errors
    /// The file cannot be read; a method is there twice or stands below no reason.
    pub fn read(path: &Path) -> Result<Self> {
        let text = fs::read_to_string(path).with_context(|| format!("cannot read {FILE}"))?;
        Self::parse(&text)
    }

    /// A reason is a paragraph of lines that begin with `#`; each line below it is a method. What stands before the
    /// first empty line is about the file.
    fn parse(text: &str) -> Result<Self> {
        let mut reasons = BTreeMap::new();
        let (_, text) = text.split_once("\n\n").unwrap_or_default();
        let mut reason = String::new();
        let mut is_begun = false;
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            if let Some(words) = line.strip_prefix('#') {
                if !is_begun {
                    reason.clear();
                }
                is_begun = true;
                if !reason.is_empty() {
                    reason.push(' ');
                }
                reason.push_str(words.trim());
                continue;
            }
            is_begun = false;
            ensure!(!reason.is_empty(), "{FILE}: {line} stands below no reason");
            if reasons.insert(line.to_owned(), reason.clone()).is_some() {
                bail!("{FILE}: {line} is there twice");
            }
        }
        Ok(Self(reasons))
    }

    pub fn of(&self, method: &str) -> Option<&str> {
        self.0.get(method).map(String::as_str)
    }

    pub fn methods(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_is_that_of_all_methods_below_it() {
        let reasons = Reasons::parse(
            "# About\n\n# There are\n# no sockets.\na.B.c\na.B.d\n\n# Other.\ne.F.g\n",
        );
        let reasons = reasons.expect("it is right");
        assert_eq!(reasons.of("a.B.d"), Some("There are no sockets."));
        assert_eq!(reasons.of("e.F.g"), Some("Other."));
        assert_eq!(reasons.of("e.F.h"), None);
    }

    #[test]
    fn a_method_has_one_reason() {
        let error =
            Reasons::parse("# About\n\n# One.\na.B.c\n# Two.\na.B.c\n").expect_err("it is wrong");
        assert!(
            error.to_string().contains("a.B.c is there twice"),
            "{error}"
        );
        let error = Reasons::parse("# About\n\na.B.c\n").expect_err("it is wrong");
        assert!(
            error.to_string().contains("stands below no reason"),
            "{error}"
        );
    }
}
