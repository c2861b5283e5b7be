//! Each `static` of the interpreter and of the worker is listed where a run's state begins, with what
//! begins it anew or why nothing does; and what is said to begin it does.

use std::collections::{BTreeMap, BTreeSet};

use super::{files, made_up, rust};

#[test]
fn all_state_is_listed_with_where_it_begins_anew() {
    let mut python = files("src/python", "rs");
    // It belongs to the interpreter as well: without it, the compiler of the library links this file alone.
    python.extend(files("src", "rs").remove_entry("src/embedder.rs"));
    assert_eq!(complaints("src/python", &python), super::NONE);
    assert_eq!(
        complaints("src/worker", &files("src/worker", "rs")),
        super::NONE
    );
}

#[test]
fn state_that_is_not_listed_or_not_begun_is_found() {
    let table = "
//! | file | state | begins anew in | why |
//! |---|---|---|---|
//! | `one.rs` | `ONE` | `begin` | Each program has its own. |
//! | `two/mod.rs` | `TWO` | `begin` | Each program has its own. |
//! | `gone.rs` | `GONE` | never | It is not there. |
fn begin() { one::begin(); }
fn forget() { two::forget(); }";
    let files = made_up(&[
        ("src/room/state.rs", table),
        (
            "src/room/one.rs",
            "thread_local! { static ONE: Cell<u8> = x; static MORE: Cell<u8> = x; }",
        ),
        (
            "src/room/two/mod.rs",
            "static TWO: AtomicU8 = x; fn f(name: &'static str) {}",
        ),
    ]);
    assert_eq!(
        complaints("src/room", &files),
        [
            "one.rs: MORE is not listed in src/room/state.rs",
            "gone.rs: GONE is listed in src/room/state.rs and does not exist",
            "two/mod.rs: TWO does not begin anew in begin",
        ]
    );
}

/// A row of the table: the file, the name, and the function that begins the state anew.
type Row = (String, String, String);

fn complaints(folder: &str, files: &BTreeMap<String, String>) -> Vec<String> {
    let state = format!("{folder}/state.rs");
    let rows = rows(&files[&state]);
    let listed: BTreeSet<(String, String)> = rows
        .iter()
        .map(|(file, name, _)| (file.clone(), name.clone()))
        .collect();
    let there: BTreeSet<(String, String)> = files
        .iter()
        .flat_map(|(path, text)| {
            let file = path.trim_start_matches(folder).trim_start_matches('/');
            statics(text).map(|name| (file.to_owned(), name))
        })
        .collect();
    let missing = there
        .difference(&listed)
        .map(|(file, name)| format!("{file}: {name} is not listed in {state}"));
    let gone = listed
        .difference(&there)
        .map(|(file, name)| format!("{file}: {name} is listed in {state} and does not exist"));
    let not_begun = rows
        .iter()
        .filter(|(file, name, function)| {
            there.contains(&(file.clone(), name.clone())) && !begins(file, function, &files[&state])
        })
        .map(|(file, name, function)| format!("{file}: {name} does not begin anew in {function}"));
    missing.chain(gone).chain(not_begun).collect()
}

/// The rows of the table in the file's own comment.
fn rows(text: &str) -> Vec<Row> {
    let cell = |cell: &str| cell.trim().trim_matches('`').to_owned();
    text.lines()
        .filter_map(|line| line.strip_prefix("//! | `"))
        .map(|line| line.split('|').map(cell).collect::<Vec<_>>())
        .map(|cells| (cells[0].clone(), cells[1].clone(), cells[2].clone()))
        .collect()
}

/// The names of all `static`s of a file.
fn statics(text: &str) -> impl Iterator<Item = String> {
    let tokens = rust::tokens(text);
    let names: Vec<String> = tokens
        .windows(3)
        .filter(|three| three[0] == "static" && three[2] == ":")
        .map(|three| three[1].clone())
        .collect();
    names.into_iter()
}

/// Whether this function of `state.rs` calls a function of the file, or of a folder that it lies in; or
/// nothing is said to begin its state.
fn begins(file: &str, function: &str, state: &str) -> bool {
    if function == "never" {
        return true;
    }
    let tokens = rust::tokens(state);
    let start = tokens.windows(2).position(|two| two == ["fn", function]);
    let body = start.map_or(&[][..], |start| &tokens[start + 2..]);
    let end = body.iter().position(|token| token == "fn");
    let body = &body[..end.unwrap_or(body.len())];
    let path = file.trim_end_matches("/mod.rs").trim_end_matches(".rs");
    path.split('/')
        .any(|module| body.windows(2).any(|two| two == [module, "::"]))
}
