//! `numpy`: programs print what NumPy has printed for them (`tests/arrays/record.py`).

mod support;

use std::fs;
use std::path::Path;

use support::{program, run};

#[test]
fn programs_print_what_numpy_prints() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/arrays/programs");
    let mut wrong = Vec::new();
    let mut count = 0;
    for entry in fs::read_dir(folder).expect("programs") {
        let path = entry.expect("an entry").path();
        if path.extension().is_none_or(|ending| ending != "py") {
            continue;
        }
        count += 1;
        let run = run(program(&fs::read_to_string(&path).expect("a program")));
        let expected = fs::read_to_string(path.with_extension("stdout")).expect("a recording");
        if run.stdout != expected {
            let lines = run.stdout.lines().zip(expected.lines());
            let first = lines.enumerate().find(|(_, (got, wanted))| got != wanted);
            wrong.push(format!("{}: {first:?}\n{}", path.display(), run.stderr));
        }
    }
    assert!(count > 25, "only {count} programs were found");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
