//! The series: `rustpython/` as a whole, and what it makes of the published sources.

pub mod topic;
pub mod upstream;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow, ensure};

use self::topic::{Action, Topic};
use self::upstream::{Place, Tree, Upstream};
use crate::files;

/// All that `rustpython/` says about sources.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    pub upstream: Upstream,
    /// In the order in which they are applied.
    pub topics: Vec<Topic>,
    /// Whole new files, by where they are in the repository.
    pub overlay: Tree,
    /// The text of `series`.
    pub order: String,
}

impl Series {
    /// Reads `rustpython/` below `root`.
    ///
    /// # Errors
    /// Something in it is not as `rustpython/README.md` says, by file and line.
    pub fn read(root: &Path) -> Result<Self> {
        let folder = root.join("rustpython");
        let read = |name: &str| {
            fs::read_to_string(folder.join(name))
                .with_context(|| format!("cannot read rustpython/{name}"))
        };
        let order = read("series")?;
        let mut unlisted: BTreeSet<String> = files::below(&folder.join("topics"))?
            .iter()
            .filter_map(|file| Some(file.file_name()?.to_string_lossy().into_owned()))
            .collect();
        let mut topics = Vec::new();
        for (number, name) in names(&order) {
            let file = format!("{name}.patch");
            ensure!(
                unlisted.remove(&file),
                "rustpython/series:{number}: there is no rustpython/topics/{file}, or it is listed twice"
            );
            let path = format!("rustpython/topics/{file}");
            topics.push(Topic::parse(
                name,
                &read(&format!("topics/{file}"))?,
                &path,
                root,
            )?);
        }
        if let Some(file) = unlisted.first() {
            return Err(anyhow!(
                "rustpython/series does not list rustpython/topics/{file}: add its name where it belongs"
            ));
        }
        Ok(Self {
            upstream: Upstream::parse(&read("upstream.toml")?)?,
            topics,
            overlay: overlay(&folder.join("overlay"))?,
            order,
        })
    }

    /// The packages that are changed or replaced.
    pub fn places(&self) -> Result<Vec<Place>> {
        let mut places = BTreeSet::new();
        for path in self.overlay.keys() {
            places.insert(Place::of_file(path)?);
        }
        for topic in &self.topics {
            for file in topic.files()? {
                places.insert(Place::of_file(file.path)?);
            }
        }
        Ok(places.into_iter().collect())
    }

    /// Makes the published sources what the series wants them to be.
    ///
    /// # Errors
    /// A topic does not fit, or the overlay has a file that is published.
    pub fn apply(&self, tree: &mut Tree) -> Result<()> {
        for (path, data) in &self.overlay {
            let before = tree.insert(path.clone(), data.clone());
            ensure!(
                before.is_none(),
                "rustpython/overlay: {path} is published; change it in a topic"
            );
        }
        self.topics.iter().try_for_each(|topic| apply(topic, tree))
    }
}

fn apply(topic: &Topic, tree: &mut Tree) -> Result<()> {
    let name = &topic.name;
    for file in topic.files()? {
        let context = || format!("the topic {name} does not fit {}", file.path);
        let before = match (tree.remove(file.path), file.action) {
            (None, Action::Create) => Vec::new(),
            (Some(data), Action::Change | Action::Delete) => data,
            (Some(_), Action::Create) => {
                return Err(anyhow!("the file is there")).with_context(context);
            }
            (None, _) => return Err(anyhow!("there is no such file")).with_context(context),
        };
        let patch = diffy::Patch::from_str(file.text).with_context(context)?;
        let before = String::from_utf8(before).with_context(context)?;
        let after = diffy::apply(&before, &patch).with_context(context)?;
        if file.action != Action::Delete {
            tree.insert(file.path.to_owned(), after.into_bytes());
        }
    }
    Ok(())
}

/// The topics that `series` lists, with their lines.
fn names(order: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines = order.lines().enumerate();
    lines
        .map(|(at, line)| (at + 1, line.trim()))
        .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
}

/// The text of `series` for these topics: what stands above a name goes where the name goes.
pub fn reordered(order: &str, topics: &[Topic]) -> String {
    let mut above = std::collections::HashMap::new();
    let mut pending = String::new();
    let mut head = None;
    for line in order.lines() {
        let name = line.trim();
        if name.is_empty() || name.starts_with('#') {
            pending.push_str(line);
            pending.push('\n');
            // What is said about all of them ends with the first empty line.
            if name.is_empty() && head.is_none() && above.is_empty() {
                head = Some(std::mem::take(&mut pending));
            }
        } else {
            above.insert(name, std::mem::take(&mut pending));
        }
    }
    let mut text = head.unwrap_or_default();
    for topic in topics {
        text.push_str(above.get(&*topic.name).map_or("", String::as_str));
        text.push_str(&topic.name);
        text.push('\n');
    }
    text + &pending
}

/// The files of the overlay: a folder that is a crate replaces one, any other adds to the crate of
/// this name in `RustPython`'s repository.
fn overlay(folder: &Path) -> Result<Tree> {
    let mut tree = Tree::new();
    for file in files::below(folder)? {
        let path = file
            .strip_prefix(folder)?
            .to_string_lossy()
            .replace('\\', "/");
        let krate = path.split('/').next().unwrap_or_default();
        let place = if folder.join(krate).join("Cargo.toml").is_file() {
            path
        } else {
            format!("crates/{path}")
        };
        tree.insert(place, fs::read(&file)?);
    }
    Ok(tree)
}

/// Where a file of the overlay is below `rustpython/overlay`.
pub fn overlay_path(place: &str) -> &str {
    place.strip_prefix("crates/").unwrap_or(place)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::root;

    fn tree() -> Tree {
        [("a", "one\ntwo\n"), ("c", "gone\n")]
            .map(|(name, text)| (format!("crates/vm/src/{name}.rs"), text.into()))
            .into()
    }

    #[test]
    fn a_topic_changes_creates_and_deletes_files() {
        let topic = topic::tests::parse(topic::tests::TOPIC).expect("a topic");
        let mut tree = tree();
        apply(&topic, &mut tree).expect("fits");
        let expected = [("a", "one\n2\n"), ("b", "--- not a header\n")];
        let expected =
            expected.map(|(name, text)| (format!("crates/vm/src/{name}.rs"), text.into()));
        assert_eq!(tree, expected.into());
    }

    #[test]
    fn a_topic_that_does_not_fit_names_itself_and_the_file() {
        let topic = topic::tests::parse(topic::tests::TOPIC).expect("a topic");
        for (name, data) in [("a", Some("other\n")), ("b", Some("there\n")), ("c", None)] {
            let path = format!("crates/vm/src/{name}.rs");
            let mut tree = tree();
            match data {
                Some(data) => tree.insert(path.clone(), data.into()),
                None => tree.remove(&path),
            };
            let error = apply(&topic, &mut tree)
                .expect_err("does not fit")
                .to_string();
            assert_eq!(error, format!("the topic turns does not fit {path}"));
        }
    }

    #[test]
    fn the_order_keeps_its_comments() {
        let order = "# All.\n\n# First.\nturns\nother\n\n# Last.\nthird\n# The end.\n";
        let topic = topic::tests::parse(topic::tests::TOPIC).expect("a topic");
        let named = |name: &str| {
            let mut topic = topic.clone();
            name.clone_into(&mut topic.name);
            topic
        };
        let same = ["turns", "other", "third"].map(named);
        assert_eq!(reordered(order, &same), order);
        let changed = ["third", "new", "turns"].map(named);
        assert_eq!(
            reordered(order, &changed),
            "# All.\n\n\n# Last.\nthird\nnew\n# First.\nturns\n# The end.\n"
        );
    }

    #[test]
    fn the_series_of_this_repository_is_as_it_should_be() {
        let series = Series::read(&root()).expect("valid");
        assert!(series.topics.len() > 10);
        for topic in &series.topics {
            let test = format!("rustpython/tests/{}.rs", topic.name.replace('-', "_"));
            assert!(root().join(&test).is_file(), "there is no {test}");
            assert!(
                topic.trailer("Tests").contains(&test),
                "{} does not name {test}",
                topic.name
            );
        }
    }
}
