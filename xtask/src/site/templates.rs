//! Files of `www/`, and pages with places to fill in.

use std::fs;

use anyhow::{Context, Result};

use crate::root;

/// A page of `www/` with something in each of its places, which are named in their order.
pub fn filled(page: &str, values: &[(&str, &str)]) -> Result<String> {
    let mut html = www(page)?;
    // The last place first, for what is filled in may look like one.
    for (name, value) in values.iter().rev() {
        let place = format!("{{{{{name}}}}}");
        let at = html
            .find(&place)
            .with_context(|| format!("www/{page} has no place for {place}"))?;
        html.replace_range(at..at + place.len(), value);
    }
    Ok(html)
}

/// The text of a file of `www/`.
pub fn www(name: &str) -> Result<String> {
    let path = root().join("www").join(name);
    fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))
}
