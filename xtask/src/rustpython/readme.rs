//! The table of topics in `rustpython/README.md`, made from their headers.

use std::fmt::Write;

use anyhow::{Context, Result};

use crate::series::topic::Topic;

const START: &str = "<!-- The table is written by ./garter rustpython save. -->\n";
const END: &str = "<!-- End of the table. -->\n";

/// The text of the file with the table of these topics.
///
/// # Errors
/// The lines are missing that the table stands between.
pub fn with_table(text: &str, topics: &[Topic]) -> Result<String> {
    let missing = || format!("rustpython/README.md needs the lines {START:?} and {END:?}");
    let (before, rest) = text.split_once(START).with_context(missing)?;
    let (_, after) = rest.split_once(END).with_context(missing)?;
    Ok(format!("{before}{START}\n{}\n{END}{after}", table(topics)))
}

fn table(topics: &[Topic]) -> String {
    let mut table = "| topic | kind | why | upstream | lines | worth | tests |\n|---|---|---|---|---|---|---|\n".to_owned();
    for topic in topics {
        let name = &topic.name;
        let (added, removed) = topic.changed_lines();
        let tests: Vec<String> = topic
            .trailer("Tests")
            .split(", ")
            .map(|path| {
                let file = path.rsplit('/').next().unwrap_or(path);
                format!("[{file}](../{path})")
            })
            .collect();
        writeln!(
            table,
            "| [{name}](topics/{name}.patch) | {} | **{}**: {} | {} | +{added} −{removed} | {} | {} |",
            topic.trailer("Kind"),
            cell(&topic.subject),
            cell(topic.trailer("Why")),
            cell(topic.trailer("Upstream")),
            cell(topic.trailer("Worth")),
            tests.join(", "),
        )
        .expect("a String takes all");
    }
    table
}

/// Text that does not end a cell of a table.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::root;
    use crate::series::Series;
    use crate::series::topic;

    #[test]
    fn the_table_replaces_the_one_before() {
        let topic = topic::tests::parse(topic::tests::TOPIC).expect("a topic");
        let text = format!("before\n{START}old\n{END}after\n");
        let new = with_table(&text, std::slice::from_ref(&topic)).expect("a place for it");
        assert!(new.starts_with("before\n") && new.ends_with("after\n"));
        assert!(new.contains(
            "| [turns](topics/turns.patch) | embedding | **vm: take turns**: nothing else runs. | not sent | \
             +2 −2 | nothing | [Cargo.toml](../Cargo.toml), [src](../src) |\n"
        ));
        assert!(!new.contains("old"));
        assert_eq!(with_table(&new, &[topic]).expect("a place"), new);
        assert!(with_table("no place\n", &[]).is_err());
    }

    #[test]
    fn the_readme_tells_of_the_topics_as_they_are() {
        let series = Series::read(&root()).expect("valid");
        let text = fs::read_to_string(root().join("rustpython/README.md")).expect("a README");
        let current = with_table(&text, &series.topics).expect("a place for the table");
        assert!(text == current, "run ./garter rustpython save");
    }
}
