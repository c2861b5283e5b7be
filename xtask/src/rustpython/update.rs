//! Brings the series to another release of `RustPython`: sets the versions, and puts the topics one
//! by one on the new sources, until one needs a person.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde::{Deserialize, Serialize};

use super::work::{self, Work};
use crate::root;
use crate::series::Series;
use crate::series::topic::{Action, Topic};
use crate::series::upstream::{self, Package, Upstream};

/// Where versions are linked.
const MANIFESTS: [&str; 3] = [
    "Cargo.toml",
    "xtask/Cargo.toml",
    "xtask/compiler/Cargo.toml",
];

/// What a release may have changed that no patch would notice.
const CHECKS: &str = "\
What else to look at:
  ./garter rustpython test      the topics' own tests
  ./garter test                 everything, in browsers as well; it also holds the download to its budget
  preset.rs of xtask            SET_UP names functions of RustPython that only its start calls
  tables.rs of xtask            the form of the tables of encodings
  src/python/import/access      FOR_NATIVE_CODE: what RustPython's native code imports
  ./garter bench                figures of benches/README.md that have changed
Then commit: the versions by themselves, and each topic that has changed.
";

/// How a topic came to the new sources.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum Outcome {
    Clean,
    ThreeWay,
    ByHand,
    Dropped,
    Upstream,
}

impl Outcome {
    fn text(self) -> &'static str {
        match self {
            Self::Clean => "applied cleanly",
            Self::ThreeWay => "applied by 3-way merge: read it",
            Self::ByHand => "failed, and was brought over by hand",
            Self::Dropped => "failed, and nothing of it was kept: the topic is gone",
            Self::Upstream => "already upstream: the topic is gone",
        }
    }
}

/// How far an update has come.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct State {
    version: String,
    /// In the order of the series.
    done: Vec<(String, Outcome)>,
}

/// Starts an update, or goes on with one after a conflict.
pub fn run(version: &str) -> Result<()> {
    let work = Work::of_this_repository();
    let series = Series::read(&root())?;
    let file = work.update_state();
    let state = if file.exists() {
        let state: State = serde_json::from_slice(&fs::read(&file)?)?;
        ensure!(
            state.version == version,
            "an update to {} has stopped in the middle: go on with that one, or give it up with 'rm -r {}'",
            state.version,
            work.folder.display()
        );
        after_conflict(&work, &series.topics, state)?
    } else {
        work.check_saved(&series)?;
        let old = upstream::published(&upstream::packages(true)?, None)?;
        work.create(&old, &series)?;
        let (upstream, packages) = set_versions(&root(), version, &series.upstream)?;
        let new = upstream::published(&packages, None)?;
        // The old sources stay in the repository, for merges need them.
        let checkout = ["checkout", "--quiet", "--orphan", "update"];
        work.output(&checkout)?;
        work.output(&["rm", "-r", "--quiet", "--force", "."])?;
        let series = Series {
            upstream,
            ..series.clone()
        };
        work.begin(&new, &series)?;
        State {
            version: version.to_owned(),
            done: Vec::new(),
        }
    };
    let state = replay(&work, &series.topics, state)?;
    fs::remove_file(&file)?;
    let series = Series::read(&root())?;
    work::write(&work.read(&series, &root())?, &root())?;
    println!("The series is for RustPython {version} now:");
    for (name, outcome) in &state.done {
        println!("  {name}: {}", outcome.text());
    }
    print!("{CHECKS}");
    Ok(())
}

/// Applies the topics that are left.
///
/// # Errors
/// One of them does not fit. What has been done is kept for the next call.
fn replay(work: &Work, topics: &[Topic], mut state: State) -> Result<State> {
    for topic in topics.iter().skip(state.done.len()) {
        // The topic that is under way counts as not done until its commit is there.
        keep(work, &state)?;
        let outcome = apply(work, topic).with_context(|| {
            format!(
                "the topic {0} does not fit RustPython {1}. Change the files in {2} so that they do what the \
                 topic is for (rustpython/topics/{0}.patch), 'git add' them there, do not commit, and run \
                 ./garter rustpython update {1} once more. It fails at",
                topic.name,
                state.version,
                work.folder.display()
            )
        })?;
        state.done.push((topic.name.clone(), outcome));
    }
    keep(work, &state)?;
    Ok(state)
}

fn keep(work: &Work, state: &State) -> Result<()> {
    Ok(fs::write(work.update_state(), serde_json::to_vec(state)?)?)
}

fn apply(work: &Work, topic: &Topic) -> Result<Outcome> {
    let apply = |arguments: &[&str]| {
        let all = [&["apply", "--whitespace=nowarn"], arguments, &["-"]].concat();
        work.attempt(&all, &topic.diff)
    };
    if apply(&["--index"])?.is_ok() {
        work.commit_topic(topic)?;
        return Ok(Outcome::Clean);
    }
    if apply(&["--cached", "--check", "--reverse"])?.is_ok() {
        return Ok(Outcome::Upstream);
    }
    // Git would do nothing at all for a topic one of whose files is gone.
    let mut failures = Vec::new();
    let mut arguments = vec!["--3way".to_owned()];
    for file in topic.files()? {
        if file.action != Action::Create && !work.folder.join(file.path).exists() {
            failures.push(format!("{} (is gone)", file.path));
            arguments.push(format!("--exclude={}", file.path));
        }
    }
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    if let Err(said) = apply(&arguments)? {
        let conflicts = conflicts(work)?;
        if conflicts.is_empty() {
            failures.push(said.trim().to_owned());
        }
        failures.extend(conflicts);
    }
    ensure!(failures.is_empty(), "{}", failures.join(", "));
    if is_unchanged(work)? {
        return Ok(Outcome::Upstream);
    }
    work.commit_topic(topic)?;
    Ok(Outcome::ThreeWay)
}

/// Takes what a person has made of the topic that did not fit.
fn after_conflict(work: &Work, topics: &[Topic], mut state: State) -> Result<State> {
    let Some(topic) = topics.get(state.done.len()) else {
        return Ok(state);
    };
    let conflicts = conflicts(work)?;
    ensure!(
        conflicts.is_empty(),
        "these files still have conflicts, or were not added with 'git add': {}",
        conflicts.join(", ")
    );
    ensure!(
        work.output(&["diff", "--name-only"])?.is_empty(),
        "{} has changes that were not added with 'git add'",
        work.folder.display()
    );
    let outcome = if is_unchanged(work)? {
        Outcome::Dropped
    } else {
        work.commit_topic(topic)?;
        Outcome::ByHand
    };
    state.done.push((topic.name.clone(), outcome));
    Ok(state)
}

fn conflicts(work: &Work) -> Result<Vec<String>> {
    let unmerged = work.output(&["diff", "--name-only", "--diff-filter=U"])?;
    Ok(unmerged.lines().map(str::to_owned).collect())
}

/// Whether nothing is staged.
fn is_unchanged(work: &Work) -> Result<bool> {
    Ok(work
        .output(&["diff", "--cached", "--name-only"])?
        .is_empty())
}

/// Sets the versions in the manifests, in the lock file and in `upstream.toml`; or leaves all as it
/// was if there is no such release.
fn set_versions(root: &Path, version: &str, old: &Upstream) -> Result<(Upstream, Vec<Package>)> {
    const OTHERS: [&str; 2] = ["Cargo.lock", "rustpython/upstream.toml"];
    let files = MANIFESTS.iter().chain(&OTHERS).map(|file| root.join(file));
    let before: Vec<_> = files
        .map(|file| Ok((fs::read(&file)?, file)))
        .collect::<Result<_>>()?;
    try_versions(root, version, old).inspect_err(|_| {
        for (data, file) in before {
            // The error that is on its way says more than one of this would.
            let _ = fs::write(file, data);
        }
    })
}

fn try_versions(root: &Path, version: &str, old: &Upstream) -> Result<(Upstream, Vec<Package>)> {
    set_pins(root, &old.release, version, |line| {
        line.contains("rustpython-") && !line.contains("rustpython-ruff")
    })?;
    let packages = upstream::packages(false)
        .with_context(|| format!("is {version} a release of rustpython-vm on crates.io?"))?;
    // The release does not compile against every later parser, so it gets the one it was made with.
    let compiler = package(&packages, "rustpython-compiler")?;
    let parser = compiler
        .dependencies
        .iter()
        .find(|dependency| dependency.name == "rustpython-ruff_python_parser")
        .context("rustpython-compiler has another parser now: look at Cargo.toml")?;
    let parser = parser.req.trim_start_matches(['^', '=']).to_owned();
    set_pins(root, &old.parser, &parser, |line| {
        line.contains("rustpython-ruff")
    })?;
    let packages = upstream::packages(false)?;

    let names: Vec<&str> = packages
        .iter()
        .filter(|package| package.name == "unicode_names2")
        .map(|package| package.version.as_str())
        .collect();
    let quoted = |value: &str| format!("{value:?}");
    let malachite = &package(&packages, "malachite-nz")?.version;
    let commit = commit(package(&packages, "rustpython-vm")?)?;
    let upstream = old
        .with("release", &quoted(version))?
        .with("commit", &quoted(&commit))?
        .with("parser", &quoted(&parser))?
        .with("malachite", &quoted(malachite))?
        .with("names", &serde_json::to_string(&names)?.replace(',', ", "))?;
    fs::write(root.join("rustpython/upstream.toml"), upstream.text())?;
    Ok((upstream, packages))
}

fn set_pins(root: &Path, from: &str, to: &str, is_meant: impl Fn(&str) -> bool) -> Result<()> {
    for manifest in MANIFESTS {
        let file = root.join(manifest);
        let text = fs::read_to_string(&file)?;
        let (from, to) = (format!("\"={from}\""), format!("\"={to}\""));
        let lines = text.lines().map(|line| {
            let line = if is_meant(line) {
                line.replace(&from, &to)
            } else {
                line.to_owned()
            };
            line + "\n"
        });
        fs::write(&file, lines.collect::<String>())?;
    }
    Ok(())
}

fn package<'a>(packages: &'a [Package], name: &str) -> Result<&'a Package> {
    let found = packages.iter().find(|package| package.name == name);
    found.with_context(|| format!("Cargo.lock does not name {name}"))
}

/// The commit that a package was published from.
fn commit(package: &Package) -> Result<String> {
    #[derive(Deserialize)]
    struct Info {
        git: Git,
    }
    #[derive(Deserialize)]
    struct Git {
        sha1: String,
    }
    let folder = package.manifest_path.parent().context("a manifest")?;
    let info: Info = serde_json::from_slice(&fs::read(folder.join(".cargo_vcs_info.json"))?)?;
    Ok(info.git.sha1)
}

#[cfg(test)]
mod tests {
    use super::super::work::tests::{Scratch, sources};
    use super::*;
    use crate::series::topic;
    use crate::series::upstream::Tree;

    const OLD: &str = "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\n";

    /// A topic that writes the fifth line of a file large, which is [`OLD`] before.
    fn topic_of(name: &str) -> Topic {
        let header = topic::tests::TOPIC
            .split_once("diff --git")
            .expect("a diff")
            .0;
        let path = format!("crates/vm/src/{name}.rs");
        // What git calls a file that is OLD. A merge needs no more than that.
        let blob = "92dfa216416a1ac944633ab674568f8bae139d95";
        let text = format!(
            "{header}diff --git a/{path} b/{path}\nindex {blob}..{} 100644\n--- a/{path}\n+++ b/{path}\n\
             @@ -2,7 +2,7 @@\n b\n c\n d\n-e\n+E\n f\n g\n h\n",
            "1".repeat(40)
        );
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        Topic::parse(name, &text, name, root).expect("a topic")
    }

    fn series(topics: &[Topic]) -> Series {
        let upstream = "release = \"1\"\nparser = \"2\"\nmalachite = \"3\"\nnames = [\"4\"]\n";
        Series {
            upstream: Upstream::parse(upstream).expect("valid"),
            topics: topics.to_vec(),
            overlay: Tree::new(),
            order: String::new(),
        }
    }

    fn text(work: &Work, name: &str) -> String {
        fs::read_to_string(work.folder.join(format!("crates/vm/src/{name}.rs"))).expect("a file")
    }

    #[test]
    fn topics_come_to_the_new_sources_until_one_needs_a_person() {
        let topics = ["clean", "merged", "upstream", "torn", "last"].map(topic_of);
        let scratch = Scratch::new("update");
        let work = &scratch.0;
        let old =
            ["clean.rs", "merged.rs", "upstream.rs", "torn.rs", "last.rs"].map(|name| (name, OLD));
        work.create(&sources(&old), &series(&topics))
            .expect("a repository");
        work.output(&["checkout", "--quiet", "--orphan", "update"])
            .expect("a branch");
        work.output(&["rm", "-r", "--quiet", "--force", "."])
            .expect("removed");
        let new = [
            ("clean.rs", OLD.replace("a\n", "a\na2\n")),
            // What stands around the line is another, and the line is the same.
            ("merged.rs", OLD.replace("b\n", "B\n")),
            ("upstream.rs", OLD.replace("e\n", "E\n")),
            ("torn.rs", OLD.replace("e\n", "other\n")),
            ("last.rs", OLD.to_owned()),
        ];
        let new: Vec<(&str, &str)> = new
            .iter()
            .map(|(name, text)| (*name, text.as_str()))
            .collect();
        work.begin(&sources(&new), &series(&topics))
            .expect("two commits");

        let error = replay(work, &topics, State::default()).expect_err("a conflict");
        let error = format!("{error:#}");
        assert!(error.contains("the topic torn does not fit"), "{error}");
        assert!(
            error.ends_with("It fails at: crates/vm/src/torn.rs"),
            "{error}"
        );

        let state: State =
            serde_json::from_slice(&fs::read(work.update_state()).expect("kept")).expect("a state");
        let error = after_conflict(work, &topics, state.clone()).expect_err("nobody has done it");
        assert!(
            error.to_string().contains("still have conflicts"),
            "{error}"
        );
        fs::write(work.folder.join("crates/vm/src/torn.rs"), "by hand\n").expect("written");
        work.output(&["add", "--all"]).expect("added");
        let state = after_conflict(work, &topics, state).expect("done");
        let state = replay(work, &topics, state).expect("no more conflicts");
        let outcomes: Vec<_> = state
            .done
            .iter()
            .map(|(name, outcome)| (name.as_str(), *outcome))
            .collect();
        assert_eq!(
            outcomes,
            [
                ("clean", Outcome::Clean),
                ("merged", Outcome::ThreeWay),
                ("upstream", Outcome::Upstream),
                ("torn", Outcome::ByHand),
                ("last", Outcome::Clean),
            ]
        );
        assert!(text(work, "clean").contains("d\nE\nf\n"));
        assert_eq!(text(work, "torn"), "by hand\n");
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let read = work.read(&series(&topics), root).expect("a series");
        let names: Vec<_> = read
            .topics
            .iter()
            .map(|topic| topic.name.as_str())
            .collect();
        assert_eq!(names, ["clean", "merged", "torn", "last"]);
    }

    #[test]
    fn the_manifests_link_what_the_series_is_for() {
        let upstream = Series::read(&root()).expect("valid").upstream;
        let mut pins = 0;
        for manifest in MANIFESTS {
            let text = fs::read_to_string(root().join(manifest)).expect("a manifest");
            for line in text.lines().filter(|line| line.contains("\"=")) {
                let version = if line.contains("rustpython-ruff") {
                    &upstream.parser
                } else if line.contains("rustpython-") {
                    &upstream.release
                } else {
                    continue;
                };
                assert!(
                    line.contains(&format!("\"={version}\"")),
                    "{manifest}: {line}"
                );
                pins += 1;
            }
        }
        assert!(pins > 8, "{pins}");
    }
}
