//! What axe-core finds wrong with a page for people who do not see it, or not well.

use std::fs;
use std::path::Path;

use serde_json::json;

use crate::page::{Checked, Page, expect};

/// The rules of WCAG 2.2, levels A and AA.
const RULES: [&str; 5] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/// Fails with what is wrong in a part of the page.
pub async fn check(page: &Page, css: &str) -> Checked {
    let axe = Path::new(env!("CARGO_MANIFEST_DIR")).join("node_modules/axe-core/axe.min.js");
    page.script::<()>(&format!(
        "if (!window.axe) {{ {} }}",
        fs::read_to_string(axe)?
    ))
    .await?;
    let found: Vec<String> = page
        .script_with(
            "const { violations } = await axe.run(argument.css, { runOnly: argument.rules });
             return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary}`));",
            &json!({ "css": css, "rules": RULES }),
        )
        .await?;
    expect(found, Vec::<String>::new())
}
