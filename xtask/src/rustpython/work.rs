//! The series as a git repository, to work on it with git's own means: the first commit has the
//! published sources, the second adds the overlay, and each further one is a topic.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail, ensure};

use super::readme;
use crate::series::topic::Topic;
use crate::series::upstream::{self, Tree};
use crate::series::{self, Series};
use crate::{files, root, tool};

/// The subject of the second commit.
const OVERLAY: &str = "overlay";

/// The line of a commit's message that names its topic, which in `rustpython/` is the file's name.
const TOPIC: &str = "Topic: ";

/// How the changes of a topic are written, whatever the user's own settings of git.
const AS_PATCH: [&str; 12] = [
    "diff-tree",
    "--no-commit-id",
    "--patch",
    "-r",
    "--unified=3",
    "--full-index",
    "--no-renames",
    "--no-color",
    "--no-ext-diff",
    "--no-textconv",
    "--src-prefix=a/",
    "--dst-prefix=b/",
];

/// Makes the repository.
pub fn open() -> Result<()> {
    let series = Series::read(&root())?;
    let work = Work::of_this_repository();
    work.check_saved(&series)?;
    let sources = upstream::published(&upstream::packages(true)?, None)?;
    work.create(&sources, &series)?;
    println!(
        "{} has {} topics, each of them a commit (rustpython/README.md)",
        work.folder.display(),
        series.topics.len()
    );
    Ok(())
}

/// Writes what the repository's commits are to `rustpython/`.
pub fn save() -> Result<()> {
    let work = Work::of_this_repository();
    ensure!(
        work.exists(),
        "there is nothing to save: run ./garter rustpython open first"
    );
    ensure!(
        !work.update_state().exists(),
        "an update has stopped in the middle: go on with it, or give it up with 'rm -r {}'",
        work.folder.display()
    );
    let before = Series::read(&root())?;
    write(&work.read(&before, &root())?, &root())
}

/// Writes a series to `rustpython/` below `root`, and says what has changed.
pub fn write(series: &Series, root: &Path) -> Result<()> {
    let folder = root.join("rustpython");
    let readme = fs::read_to_string(folder.join("README.md"))?;
    let mut tree = rendered(series)?;
    tree.insert(
        "README.md".to_owned(),
        readme::with_table(&readme, &series.topics)?.into_bytes(),
    );
    for part in ["topics", "overlay"] {
        for file in files::below(&folder.join(part))? {
            let path = file
                .strip_prefix(&folder)?
                .to_string_lossy()
                .replace('\\', "/");
            if !tree.contains_key(&path) {
                println!("rustpython/{path} is gone");
                fs::remove_file(file)?;
            }
        }
    }
    for (path, data) in &tree {
        let file = folder.join(path);
        if fs::read(&file).is_ok_and(|before| before == *data) {
            continue;
        }
        println!("rustpython/{path} is new");
        write_file(&file, data)?;
    }
    Ok(())
}

/// The files of a series, by their paths in `rustpython/`.
fn rendered(series: &Series) -> Result<Tree> {
    let mut tree = Tree::new();
    tree.insert(
        "series".to_owned(),
        series::reordered(&series.order, &series.topics).into_bytes(),
    );
    for topic in &series.topics {
        tree.insert(
            format!("topics/{}.patch", topic.name),
            topic.text().into_bytes(),
        );
    }
    for (place, data) in &series.overlay {
        let krate = place.split('/').take(2).collect::<Vec<_>>().join("/");
        let is_whole_crate =
            |folder: &str| series.overlay.contains_key(&format!("{folder}/Cargo.toml"));
        let first = place.split('/').next().unwrap_or_default();
        ensure!(
            if first == "crates" {
                !is_whole_crate(&krate)
            } else {
                is_whole_crate(first)
            },
            "{place}: the overlay adds files to crates/..., or has a whole crate that stands for another; \
             elsewhere a topic may create files"
        );
        tree.insert(
            format!("overlay/{}", series::overlay_path(place)),
            data.clone(),
        );
    }
    Ok(tree)
}

/// A repository of this kind.
pub struct Work {
    pub folder: PathBuf,
}

impl Work {
    pub fn of_this_repository() -> Self {
        Self {
            folder: root().join("target/rustpython"),
        }
    }

    pub fn exists(&self) -> bool {
        self.folder.join(".git").exists()
    }

    /// Where an update keeps how far it has come.
    pub fn update_state(&self) -> PathBuf {
        self.folder.join(".git/garter-update.json")
    }

    /// Git in this repository, without the user's own settings, which could change what it writes.
    pub fn git(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new("git");
        command
            .current_dir(&self.folder)
            .env_remove("GIT_DIR")
            .env_remove("GIT_INDEX_FILE")
            .env_remove("GIT_WORK_TREE")
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .args(arguments);
        command
    }

    pub fn output(&self, arguments: &[&str]) -> Result<String> {
        let output = tool::output(&mut self.git(arguments))?;
        String::from_utf8(output)
            .with_context(|| format!("git {} is not UTF-8", arguments.join(" ")))
    }

    /// Whether git succeeds; what it says about a failure is returned.
    pub fn attempt(
        &self,
        arguments: &[&str],
        input: &str,
    ) -> Result<std::result::Result<(), String>> {
        let mut child = self
            .git(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .context("git does not start")?;
        let mut stdin = child.stdin.take().context("git reads")?;
        // Git may have seen enough before the end.
        let _ = stdin.write_all(input.as_bytes());
        drop(stdin);
        let output = child.wait_with_output()?;
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        Ok(output.status.success().then_some(()).ok_or(said))
    }

    fn must(&self, arguments: &[&str], input: &str) -> Result<()> {
        if let Err(said) = self.attempt(arguments, input)? {
            bail!("git {} has failed: {said}", arguments.join(" "));
        }
        Ok(())
    }

    /// Commits what is staged.
    pub fn commit(&self, message: &str) -> Result<()> {
        let own = [
            "-c",
            "user.name=Garter",
            "-c",
            "user.email=garter@localhost",
        ];
        let commit = ["commit", "--quiet", "--no-verify", "--allow-empty"];
        let verbatim = ["--cleanup=verbatim", "--file=-"];
        self.must(&[&own[..], &commit, &verbatim].concat(), message)
    }

    /// Commits what is staged as a topic.
    pub fn commit_topic(&self, topic: &Topic) -> Result<()> {
        self.commit(&format!("{}{TOPIC}{}\n", topic.message, topic.name))
    }

    /// Makes the repository from published sources.
    pub fn create(&self, sources: &Tree, series: &Series) -> Result<()> {
        if self.folder.exists() {
            fs::remove_dir_all(&self.folder)?;
        }
        fs::create_dir_all(&self.folder)?;
        self.must(&["init", "--quiet", "--initial-branch=garter"], "")?;
        self.begin(sources, series)?;
        for topic in &series.topics {
            self.must(
                &["apply", "--index", "--whitespace=nowarn", "-"],
                &topic.diff,
            )
            .with_context(|| format!("the topic {} does not fit", topic.name))?;
            self.commit_topic(topic)?;
        }
        Ok(())
    }

    /// The first two commits, over an empty tree.
    pub fn begin(&self, sources: &Tree, series: &Series) -> Result<()> {
        self.add(sources)?;
        self.commit(&format!(
            "RustPython {} as it was published\n",
            series.upstream.release
        ))?;
        self.add(&series.overlay)?;
        self.commit(&format!("{OVERLAY}\n"))
    }

    fn add(&self, tree: &Tree) -> Result<()> {
        for (path, data) in tree {
            write_file(&self.folder.join(path), data)?;
        }
        self.must(&["add", "--all", "--force"], "")
    }

    /// The series as the commits have it.
    pub fn read(&self, before: &Series, root: &Path) -> Result<Series> {
        let folder = self.folder.display();
        ensure!(
            self.output(&["status", "--porcelain"])?.is_empty(),
            "{folder} has changes that no commit has: 'git add --all', then 'git commit' for a new topic or \
             'git commit --fixup=<commit>' for one that is there"
        );
        let commits = self.output(&["rev-list", "--reverse", "HEAD"])?;
        let commits: Vec<&str> = commits.lines().collect();
        let [base, overlay, topics @ ..] = &commits[..] else {
            bail!("{folder} is not as ./garter rustpython open has made it");
        };
        ensure!(
            self.message(overlay)?.trim() == OVERLAY
                && self.output(&["rev-list", "--merges", "HEAD"])?.is_empty(),
            "{folder} has to have one line of commits, of which the second is {OVERLAY:?}"
        );
        let overlay = self.overlay(base, overlay)?;
        let topics = topics
            .iter()
            .map(|commit| self.topic(commit, &overlay, root))
            .collect::<Result<Vec<_>>>()?;
        for (at, topic) in topics.iter().enumerate() {
            let is_second = topics[..at].iter().any(|other| other.name == topic.name);
            ensure!(!is_second, "two commits are the topic {}", topic.name);
        }
        Ok(Series {
            upstream: before.upstream.clone(),
            order: series::reordered(&before.order, &topics),
            topics,
            overlay,
        })
    }

    fn message(&self, commit: &str) -> Result<String> {
        let object = self.output(&["cat-file", "commit", commit])?;
        let (_, message) = object
            .split_once("\n\n")
            .context("a commit has a message")?;
        Ok(message.to_owned())
    }

    fn overlay(&self, base: &str, overlay: &str) -> Result<Tree> {
        let changes = [
            "diff-tree",
            "-r",
            "--no-renames",
            "--name-status",
            base,
            overlay,
        ];
        let mut tree = Tree::new();
        for line in self.output(&changes)?.lines() {
            let path = line.strip_prefix("A\t").with_context(|| {
                format!("the commit {OVERLAY:?} may only add files, and has: {line}")
            })?;
            let object = format!("{overlay}:{path}");
            let data = tool::output(&mut self.git(&["cat-file", "blob", &object]))?;
            tree.insert(path.to_owned(), data);
        }
        Ok(tree)
    }

    fn topic(&self, commit: &str, overlay: &Tree, root: &Path) -> Result<Topic> {
        let message = self.message(commit)?;
        let subject = message.lines().next().unwrap_or_default();
        let place = format!("the message of commit {commit:.8} ({subject})");
        for sign in ["fixup!", "squash!", "amend!"] {
            ensure!(
                !subject.starts_with(sign),
                "{place}: put it where it belongs first: 'git rebase --interactive --autosquash --root'"
            );
        }
        let (name, message) = match message.lines().find_map(|line| line.strip_prefix(TOPIC)) {
            Some(name) => {
                let line = format!("{TOPIC}{name}\n");
                (name.to_owned(), message.replacen(&line, "", 1))
            }
            None => (name_of(subject), message),
        };
        let diff = self.output(&[&AS_PATCH[..], &[commit]].concat())?;
        let text = format!("Subject: {message}---\n{diff}");
        let topic = Topic::parse(&name, &text, &place, root)?;
        for file in topic.files()? {
            ensure!(
                !overlay.contains_key(file.path),
                "{place}: {} belongs to the overlay: 'git commit --fixup=:/^{OVERLAY}' for changes of it",
                file.path
            );
        }
        Ok(topic)
    }

    /// Makes sure that nothing is lost if the repository is made anew.
    pub fn check_saved(&self, series: &Series) -> Result<()> {
        if !self.exists() {
            return Ok(());
        }
        let folder = self.folder.display();
        let saved = self
            .read(series, &root())
            .and_then(|work| Ok(rendered(&work)? == rendered(series)?));
        ensure!(
            saved.with_context(|| format!("{folder} is there already"))?,
            "{folder} has commits that differ from rustpython/: save them with ./garter rustpython save, or \
             give them up with 'rm -r {folder}'"
        );
        Ok(())
    }
}

/// What a new topic is called, from its subject: the words after the crate.
fn name_of(subject: &str) -> String {
    let (_, words) = subject.rsplit_once(": ").unwrap_or(("", subject));
    let words: Vec<String> = words
        .split(|sign: char| !sign.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase)
        .collect();
    words.join("-")
}

fn write_file(file: &Path, data: &[u8]) -> Result<()> {
    fs::create_dir_all(file.parent().context("a file lies in a folder")?)?;
    fs::write(file, data).with_context(|| format!("cannot write {}", file.display()))
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::series::topic;
    use crate::series::upstream::Upstream;

    /// A repository of its own for a test, which is gone afterwards.
    pub struct Scratch(pub Work);

    impl Scratch {
        pub fn new(name: &str) -> Self {
            let name = format!("garter-{name}-{}", std::process::id());
            Self(Work {
                folder: std::env::temp_dir().join(name),
            })
        }
    }

    impl Drop for Scratch {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0.folder);
        }
    }

    pub fn sources(texts: &[(&str, &str)]) -> Tree {
        let entry = |(name, text): &(&str, &str)| {
            (format!("crates/vm/src/{name}"), text.as_bytes().to_vec())
        };
        texts.iter().map(entry).collect()
    }

    /// A series of one topic, and what it is for.
    fn series() -> (Tree, Series) {
        let topic = topic::tests::parse(topic::tests::TOPIC).expect("a topic");
        let upstream = "release = \"1\"\nparser = \"2\"\nmalachite = \"3\"\nnames = [\"4\"]\n";
        let series = Series {
            upstream: Upstream::parse(upstream).expect("valid"),
            topics: vec![topic],
            overlay: sources(&[("embedder.rs", "code\n")]),
            order: "# All.\n\nturns\n".to_owned(),
        };
        (
            sources(&[("a.rs", "one\ntwo\n"), ("c.rs", "gone\n")]),
            series,
        )
    }

    fn here() -> &'static Path {
        Path::new(env!("CARGO_MANIFEST_DIR"))
    }

    fn created(name: &str) -> (Scratch, Series) {
        let scratch = Scratch::new(name);
        let (sources, series) = series();
        scratch.0.create(&sources, &series).expect("a repository");
        let read = scratch.0.read(&series, here()).expect("a series");
        (scratch, read)
    }

    #[test]
    fn the_series_of_this_repository_is_saved_as_it_was_opened() {
        let scratch = Scratch::new("whole");
        let series = Series::read(&root()).expect("valid");
        let packages = upstream::packages(true).expect("packages");
        let places = series.places().expect("places");
        let sources = upstream::published(&packages, Some(&places)).expect("sources");
        scratch.0.create(&sources, &series).expect("a repository");
        let read = scratch.0.read(&series, &root()).expect("a series");
        let files = rendered(&read).expect("files");
        for (path, data) in &files {
            let before = fs::read(root().join("rustpython").join(path)).expect("it is there");
            assert!(*data == before, "{path} has changed");
        }
        assert_eq!(files, rendered(&series).expect("files"));
    }

    #[test]
    fn a_new_commit_is_a_new_topic() {
        let (scratch, series) = created("new");
        let work = &scratch.0;
        work.add(&sources(&[("a.rs", "one\n2\nthree\n")]))
            .expect("staged");
        let message = topic::tests::TOPIC
            .split_once("\n---\n")
            .expect("a header")
            .0;
        let message = message.replace(
            "Subject: [garter] vm: take turns",
            "[garter] vm: count to 3!",
        );
        work.commit(&format!("{message}\n")).expect("committed");
        let read = work.read(&series, here()).expect("a series");
        assert_eq!(read.order, "# All.\n\nturns\ncount-to-3\n");
        assert_eq!(read.topics[0], series.topics[0]);
        assert!(read.topics[1].diff.ends_with("+three\n"));
    }

    #[test]
    fn what_cannot_be_saved_is_told() {
        let cases: [(&str, &str, &str); 4] = [
            ("a.rs", "", "has changes that no commit has"),
            (
                "a.rs",
                "fixup! [garter] vm: take turns\n",
                "put it where it belongs first",
            ),
            ("a.rs", "[garter] vm: more\n", "the header has no \"Why:\""),
            (
                "embedder.rs",
                &topic::tests::TOPIC
                    .split_once("\n---\n")
                    .expect("a header")
                    .0
                    .replace("Subject: ", ""),
                "belongs to the overlay",
            ),
        ];
        for (at, (file, message, expected)) in cases.into_iter().enumerate() {
            let (scratch, series) = created(&format!("told-{at}"));
            scratch
                .0
                .add(&sources(&[(file, "other\n")]))
                .expect("staged");
            if !message.is_empty() {
                scratch
                    .0
                    .commit(&format!("{}\n", message.trim()))
                    .expect("committed");
            }
            let error = scratch.0.read(&series, here()).expect_err("not a series");
            let error = format!("{error:#}");
            assert!(error.contains(expected), "{error}");
        }
    }
}
