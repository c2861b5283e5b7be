//! Tests that hold the layers: which files may import which, in Rust and in the scripts, and that all
//! state of a run is listed where runs begin.

mod graph;
mod rust;
mod scripts;
mod state;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use graph::{Graph, Order};

use crate::root;

/// The rooms of `src`, as `src/lib.rs` describes them.
const ROOMS: Order = Order {
    levels: &[
        &["src/frame", "src/worker"],
        &["src/python"],
        &["src/protocol"],
        &["src/options", "src/library"],
    ],
    may_import_neighbours: false,
};

/// The rooms of `src/python`, as `src/python/mod.rs` describes them.
const PYTHON: Order = Order {
    levels: &[
        &["src/python/kernel"],
        &["src/python/state", "src/python/native"],
        &["src/python/run"],
        &["src/python/rules", "src/python/show", "src/python/os"],
        &["src/python/import"],
        &[
            "src/python/clock",
            "src/python/streams",
            "src/python/numpy",
            "src/python/accelerator",
            "src/python/random",
            "src/python/deterministic_host",
        ],
        &["src/python/threads"],
        &["src/python/terminate"],
        &["src/python/host", "src/python/errno", "src/python/paths"],
    ],
    may_import_neighbours: true,
};

/// The rooms of the build tool.
const TOOL: Order = Order {
    levels: &[
        &["xtask/src/main"],
        &["xtask/src/dev"],
        &["xtask/src/publish"],
        &["xtask/src/site"],
        &["xtask/src/rustpython"],
        &["xtask/src/interpreter"],
        &["xtask/src/series"],
    ],
    may_import_neighbours: false,
};

/// The layers of the page. The files in `www` itself are the entries, which pages load.
const PAGE: Order = Order {
    levels: &[
        // The command for authors. It uses of the page what needs no document.
        &["www/node"],
        // The same elements as a script with a plain tag.
        &["www/elements.js"],
        &[
            "www/garter.js",
            "www/snippet.js",
            "www/scripts.js",
            "www/playground.js",
            "www/scorm.js",
        ],
        &["www/playground"],
        &["www/scorm"],
        &["www/scripts"],
        &["www/exercise"],
        &["www/snippet"],
        // An entry that snippets load when a program fails.
        &["www/hints.js"],
        &["www/editor", "www/hints"],
        &["www/output"],
        &["www/client"],
        &["www/texts"],
        &["www/safe"],
    ],
    may_import_neighbours: false,
};

/// What needs no realm: functions on texts and bytes, which the HTML frame's script imports, too.
const SHARED: &str = "www/safe";

/// Folders of `www` whose scripts run elsewhere than the page: they share no other module with it.
const REALMS: [&str; 4] = ["www/sandbox", "www/show", "www/offline", "www/single"];

#[test]
fn files_of_the_product_import_downwards_and_in_no_circle() {
    let graph = rust::graph("src", &files("src", "rs"));
    assert_eq!(complaints(&graph, &[&ROOMS, &PYTHON], &[]), NONE);
}

#[test]
fn files_of_the_build_tool_import_downwards_and_in_no_circle() {
    let graph = rust::graph("xtask/src", &files("xtask/src", "rs"));
    assert_eq!(complaints(&graph, &[&TOOL], &[]), NONE);
}

#[test]
fn scripts_of_the_page_import_downwards_and_other_realms_import_nothing() {
    let graph = scripts::graph(&files("www", "js"));
    assert_eq!(complaints(&graph, &[&PAGE], &REALMS), NONE);
}

#[test]
fn a_circle_is_found_by_its_files() {
    let files = made_up(&[
        ("src/lib.rs", "mod a; mod b; mod c;"),
        ("src/a.rs", "use crate::b::{self, Thing as Other};"),
        ("src/b.rs", "fn f() { super::c::g() }"),
        ("src/c.rs", "mod inner { use super::super::a; }"),
    ]);
    assert_eq!(
        complaints(&rust::graph("src", &files), &[], &[]),
        ["a circle: src/a.rs, src/b.rs, src/c.rs"]
    );
}

#[test]
fn an_import_upwards_or_of_a_neighbour_is_found() {
    let files = made_up(&[
        (
            "src/lib.rs",
            "pub mod frame; pub mod python; pub mod worker;",
        ),
        ("src/frame/mod.rs", "use crate::worker::Worker;"),
        (
            "src/worker/mod.rs",
            "use crate::python::{host::{Host, Line}, clock};",
        ),
        ("src/python/mod.rs", "pub mod clock; pub mod host;"),
        (
            "src/python/clock.rs",
            "#[pymodule(with(crate::worker::slice))] mod x {}",
        ),
        ("src/python/host.rs", "use crate::python::clock::watch;"),
    ]);
    assert_eq!(
        complaints(&rust::graph("src", &files), &[&ROOMS, &PYTHON], &[]),
        [
            "a circle: src/python/host.rs, src/python/clock.rs, src/worker/mod.rs",
            "a circle: src/python/clock.rs, src/worker/mod.rs",
            "not allowed: src/frame/mod.rs imports src/worker/mod.rs",
            "not allowed: src/python/clock.rs imports src/worker/mod.rs",
            "not allowed: src/python/host.rs imports src/python/clock.rs",
        ]
    );
}

#[test]
fn comments_texts_tests_and_declarations_are_no_imports() {
    let text = r##"
        mod b;
        pub(crate) use b::Thing;
        // use crate::b;
        /* crate::b /* crate::b */ crate::b */
        const TEXTS: [&str; 3] = ["crate::b", r#"crate::b " "#, "\" crate::b"];
        const CHARS: [char; 3] = ['"', '\'', 'x'];
        fn f<'a>(x: &'a str) -> Vec<std::string::String> { other::b::f(x) }
        #[cfg(test)]
        #[allow(dead_code)]
        mod tests { use super::b; fn f() { b::g() } }
        #[cfg(test)]
        use b::Other;
    "##;
    let files = made_up(&[("src/lib.rs", text), ("src/b.rs", "use super::TEXTS;")]);
    assert_eq!(complaints(&rust::graph("src", &files), &[], &[]), NONE);
}

#[test]
fn a_name_that_a_folder_passes_on_leads_to_the_file_that_has_it() {
    let files = made_up(&[
        ("src/lib.rs", "mod a; mod b;"),
        (
            "src/a/mod.rs",
            "mod one; mod two; pub use one::One; pub(crate) use self::two::{Two as Second};",
        ),
        ("src/a/one.rs", "use crate::b::Thing;"),
        ("src/a/two.rs", ""),
        ("src/b.rs", "use crate::a::Second;"),
    ]);
    assert_eq!(complaints(&rust::graph("src", &files), &[], &[]), NONE);
    let files = made_up(&[("src/b.rs", "use crate::a::One;")])
        .into_iter()
        .chain(files.into_iter().filter(|(path, _)| path != "src/b.rs"))
        .collect();
    assert_eq!(
        complaints(&rust::graph("src", &files), &[], &[]),
        ["a circle: src/a/one.rs, src/b.rs"]
    );
}

#[test]
fn imports_of_scripts_are_found_in_all_their_forms_and_types_in_comments_are_not() {
    let files = made_up(&[
        (
            "www/client/run.js",
            "import {\n  a,\n  b,\n} from \"../output/table.js\";",
        ),
        (
            "www/output/table.js",
            "/** @typedef {import(\"../client/run.js\").Run} Run */\n// import \"../client/run.js\"\nconst sign = /[\"'/]/; const x = `import \"../client/run.js\"`;",
        ),
        (
            "www/editor/editor.js",
            "export * from '../texts/texts.js';\nexport const from = import.meta.url;",
        ),
        (
            "www/texts/texts.js",
            "const load = () => import(\"../hints/syntax.js\");",
        ),
        ("www/hints/syntax.js", "import \"../editor/editor.js\";"),
        (
            "www/show/show.js",
            "import \"./part.js\"; import x from \"../client/run.js\"; import \"../safe/svg.js\";",
        ),
        ("www/safe/svg.js", ""),
        ("www/show/part.js", ""),
    ]);
    assert_eq!(
        complaints(&scripts::graph(&files), &[&PAGE], &REALMS),
        [
            "a circle: www/editor/editor.js, www/texts/texts.js, www/hints/syntax.js",
            "not allowed: www/client/run.js imports www/output/table.js",
            "not allowed: www/hints/syntax.js imports www/editor/editor.js",
            "not allowed: www/texts/texts.js imports www/hints/syntax.js",
            "a realm of its own: www/show/show.js imports www/client/run.js",
        ]
    );
}

const NONE: [&str; 0] = [];

/// What is wrong with the imports, one sentence each.
fn complaints(graph: &Graph, orders: &[&Order], realms: &[&str]) -> Vec<String> {
    let circles = graph.circles();
    let circles = circles
        .iter()
        .map(|files| format!("a circle: {}", files.join(", ")));
    let against = orders
        .iter()
        .flat_map(|order| graph.against(order))
        .map(|edge| format!("not allowed: {edge}"));
    let across = realms
        .iter()
        .flat_map(|realm| graph.across(realm))
        .filter(|edge| !graph::is_in(&edge.to, SHARED))
        .map(|edge| format!("a realm of its own: {edge}"));
    circles.chain(against).chain(across).collect()
}

fn made_up(files: &[(&str, &str)]) -> BTreeMap<String, String> {
    let owned = |(path, text): &(&str, &str)| ((*path).to_owned(), (*text).to_owned());
    files.iter().map(owned).collect()
}

/// The files with this ending below a folder of the repository: their paths and texts.
fn files(folder: &str, ending: &str) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    collect(&root().join(folder), folder, ending, &mut files);
    assert!(!files.is_empty(), "{folder} holds no .{ending} files");
    files
}

fn collect(folder: &Path, path: &str, ending: &str, files: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).expect("a folder of the repository") {
        let entry = entry.expect("an entry");
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{path}/{name}");
        if entry.path().is_dir() {
            collect(&entry.path(), &path, ending, files);
        } else if name.ends_with(&format!(".{ending}")) {
            let text = fs::read_to_string(entry.path()).expect("a text file");
            files.insert(path, text);
        }
    }
}
