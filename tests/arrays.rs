//! `numpy` over its native half: programs print what NumPy has printed for them (`tests/arrays/record.py`). Needs the
//! feature `numpy`, which the deployed interpreter does not have.

mod support;

use std::fs;
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};

use garter::protocol::Package;
use support::{program, run};
use zip::write::SimpleFileOptions;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

/// The Python half, packed as a wheel.
fn numpy() -> Package {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let mut add = |name: String, text: &[u8]| {
        archive
            .start_file(name, SimpleFileOptions::default())
            .expect("a file");
        archive.write_all(text).expect("memory");
    };
    for entry in fs::read_dir(root().join("numpy/python/numpy")).expect("the Python half") {
        let path = entry.expect("an entry").path();
        if path.extension().is_some_and(|ending| ending == "py") {
            let name = path
                .file_name()
                .expect("a name")
                .to_string_lossy()
                .into_owned();
            add(format!("numpy/{name}"), &fs::read(&path).expect("a module"));
        }
    }
    let info = "numpy-2.4.6.dist-info";
    add(
        format!("{info}/METADATA"),
        b"Metadata-Version: 2.1\nName: numpy\nVersion: 2.4.6\n",
    );
    add(
        format!("{info}/WHEEL"),
        b"Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    );
    Package {
        name: "numpy-2.4.6-py3-none-any.whl".to_owned(),
        data: archive.finish().expect("an archive").into_inner().into(),
        sha256: None,
    }
}

#[test]
fn programs_print_what_numpy_prints() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for entry in fs::read_dir(root().join("tests/arrays/programs")).expect("programs") {
        let path = entry.expect("an entry").path();
        if path.extension().is_none_or(|ending| ending != "py") {
            continue;
        }
        count += 1;
        let mut program = program(&fs::read_to_string(&path).expect("a program"));
        program.packages = vec![numpy()];
        let run = run(program);
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
