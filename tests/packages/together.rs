//! Several wheels at once: those that do not go together, and what one that is bad does to the others.

use garter::options::budget::Budget;
use garter::protocol::Program;

use crate::refused::refused;
use crate::support::{run, within};
use crate::wheels::{Member, described, package, wheel, zip};
use crate::{printed, with};

#[test]
fn a_bad_wheel_takes_no_other_along() {
    let good = || wheel("good", "1", &[("good.py", "NAME = 'good'\n")]);
    let bad = || package("bad.whl", b"<!doctype html>".to_vec());
    let source = "
import os, sys
print([path for path in sys.path if 'packages' in path], os.path.exists('/lib/site-packages/good.py'))
try:
    import good
except ImportError as error:
    print(error)
";
    let said = within(move |interpreter| {
        [
            ("", vec![good(), bad()]),
            (source, vec![]),
            ("import good\nprint(good.NAME)", vec![good()]),
        ]
        .map(|(source, packages)| {
            let run = interpreter.run(&Program {
                keep: true,
                ..with(source, packages)
            });
            run.stdout + &run.stderr
        })
    });
    assert!(said[0].contains("bad.whl is no wheel"), "{}", said[0]);
    assert_eq!(said[1], "[] False\nNo module named 'good'\n");
    assert_eq!(said[2], "good\n");
}

#[test]
fn two_wheels_do_not_say_different_things_of_one_path() {
    let one = || {
        let files = [
            ("tests/__init__.py", ""),
            ("shared.py", "A = 1"),
            ("LICENSE", "one"),
        ];
        wheel("one", "1", &files)
    };
    let said = refused(vec![
        vec![one(), wheel("two", "1", &[("shared.py", "A = 2")])],
        vec![one(), wheel("two", "1", &[("shared.py/x.py", "")])],
        vec![one(), wheel("two", "1", &[("tests", "")])],
    ]);
    let both = "packages: two-1-py3-none-any.whl and one-1-py3-none-any.whl have";
    assert_eq!(
        said[0],
        format!("{both} different modules of one name, \"shared.py\"; leave one of them out")
    );
    assert_eq!(
        said[1],
        format!(
            "{both} \"shared.py\", one of them as a file and one as a folder; leave one of them out"
        )
    );
    assert!(
        said[2].contains("have \"tests\", one of them"),
        "{}",
        said[2]
    );
    let files = [
        ("tests/__init__.py", ""),
        ("shared.py", "A = 1"),
        ("LICENSE", "two"),
    ];
    let two = wheel("two", "1", &files);
    let run = run(with(
        "import shared, tests\nprint(shared.A, open('/lib/site-packages/LICENSE').read())",
        vec![one(), two],
    ));
    assert_eq!(run.stdout, "1 one\n");
    assert_eq!(
        run.stderr,
        "packages: two-1-py3-none-any.whl has 1 other files at paths of one-1-py3-none-any.whl, whose files are used: LICENSE\n"
    );
}

#[test]
fn wheels_count_as_memory_whether_they_are_packed_or_not() {
    let large = || {
        let mut members = described("large", "1");
        members.push(Member::new("large.bin", vec![1; 3 << 19]));
        package("large.whl", zip(&members))
    };
    let with_memory = |bytes| {
        run(Program {
            budget: Budget {
                memory_bytes: bytes,
                ..Budget::DEFAULT
            },
            ..with("print(1)", vec![large()])
        })
    };
    // It takes as much again when it is read.
    assert_eq!(with_memory(4 << 20).stdout, "1\n");
    let refused = with_memory(2 << 20).stderr;
    assert!(refused.contains("packed and unpacked"), "{refused}");
}

#[test]
fn two_versions_of_a_package_are_refused_and_one_given_twice_is_not() {
    let one = || wheel("my_pkg", "1.0", &[("one.py", "")]);
    let two = wheel("My.Pkg", "2.0", &[("two.py", "")]);
    let other = wheel("my-pkg", "1.0", &[("other.py", "")]);
    let said = refused(vec![vec![one(), two], vec![one(), other]]);
    assert_eq!(
        said[0],
        "packages: My.Pkg-2.0-py3-none-any.whl and my_pkg-1.0-py3-none-any.whl are two versions of one package; leave one of them out"
    );
    assert!(
        said[1].contains("are different files of one version"),
        "{}",
        said[1]
    );
    assert_eq!(printed("import one\nprint(1)", vec![one(), one()]), "1\n");
}
