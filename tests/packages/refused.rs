//! Wheels that cannot be used, and what is said of them.

use garter::protocol::{Package, Program};

use crate::support::within;
use crate::wheels::{Member, described, package, wheel, zip};
use crate::{printed, with};

/// What is said of each of several sets of wheels with which nothing runs.
fn refused(sets: Vec<Vec<Package>>) -> Vec<String> {
    within(move |interpreter| {
        let mut said = Vec::new();
        for packages in sets {
            let run = interpreter.run(&Program {
                keep: true,
                ..with("print('ran')", packages)
            });
            assert_eq!(run.stdout, "");
            let error = run.outcome.error.expect("refused");
            assert_eq!(error.kind, "ImportError");
            said.push(error.message);
        }
        said
    })
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table of wheels")]
fn what_cannot_be_used_is_refused_in_a_sentence() {
    let with_member = |member: Member| {
        let mut members = described("bad", "1");
        members.push(member);
        package("bad.whl", zip(&members))
    };
    let good = zip(&described("bad", "1"));
    let mut other_platform = described("bad", "1");
    other_platform[1].data = b"Tag: cp314-cp314-win_amd64\n".to_vec();
    let encrypted = Member {
        flags: 1,
        ..Member::new("a.py", "x")
    };
    let squeezed = Member {
        method: 12,
        ..Member::new("a.py", "x")
    };
    let bomb = Member {
        method: 8,
        size: Some(4_000_000_000),
        ..Member::new("a.txt", "x")
    };
    let flipped = Member {
        crc: Some(1),
        ..described("bad", "1").remove(1)
    };
    let many: Vec<Member> = (0..20_001)
        .map(|at| Member::new(&format!("f{at}"), ""))
        .collect();
    let wrong_hash = Package {
        sha256: Some("0".repeat(64)),
        ..package("bad.whl", good.clone())
    };
    let cases = [
        (
            package("bad.whl", b"<!doctype html>".to_vec()),
            "is no wheel: it is no zip file, or it is cut short",
        ),
        (
            package("bad.whl", Vec::new()),
            "is no wheel: it is no zip file, or it is cut short",
        ),
        (
            package("bad.whl", good[..good.len() - 30].to_vec()),
            "is no wheel: it is no zip file, or it is cut short",
        ),
        (package("bad.whl", good[40..].to_vec()), "download it again"),
        (
            package("bad.whl", zip(&[Member::new("a.py", "")])),
            "is a zip file but no wheel",
        ),
        (wrong_hash, "is not the file that the lock names"),
        (
            with_member(Member::new("bad/_speed.cpython-314.so", "")),
            "holds a compiled module, bad/_speed.cpython-314.so",
        ),
        (
            with_member(Member::new("bad.pyd", "")),
            "holds a compiled module",
        ),
        (
            package("bad.whl", zip(&other_platform)),
            "is a wheel for cp314-cp314-win_amd64",
        ),
        (
            with_member(Member::new("../evil.py", "")),
            "leaves the package: \"../evil.py\"",
        ),
        (
            with_member(Member::new("/etc/evil", "")),
            "leaves the package",
        ),
        (
            with_member(Member::new("a\\..\\evil.py", "")),
            "leaves the package",
        ),
        (
            with_member(Member::new("C:evil.py", "")),
            "leaves the package",
        ),
        (
            with_member(Member::new("a//b.py", "")),
            "leaves the package",
        ),
        (with_member(encrypted), "is encrypted (a.py)"),
        (
            with_member(squeezed),
            "compresses a.py by a method that is not read here",
        ),
        (
            with_member(bomb),
            "bytes unpacked, which with the other wheels is more than the memory",
        ),
        (
            package("bad.whl", zip(&[described("bad", "1").remove(0), flipped])),
            "has a file that is damaged",
        ),
        (
            with_member(Member::new("bad-1.dist-info/WHEEL", "")),
            "twice",
        ),
        (
            package("bad.whl", zip(&many)),
            "holds 20001 files, and the wheels of one program may hold 20000",
        ),
    ];
    let packages = cases.iter().map(|(package, _)| vec![package.clone()]);
    for (message, (_, said)) in refused(packages.collect()).into_iter().zip(cases) {
        assert!(message.starts_with("packages: bad.whl "), "{message}");
        assert!(message.contains(said), "{message}\nis not: {said}");
    }
}

#[test]
fn a_file_that_is_damaged_is_told_when_it_is_read() {
    let mut members = described("bad", "1");
    members.push(Member {
        crc: Some(7),
        ..Member::new("bad.py", "x = 1")
    });
    members.push(Member {
        crc: Some(7),
        ..Member::new("bad.txt", "x = 1")
    });
    let source = "
for action in [lambda: __import__('bad'), lambda: open('/lib/site-packages/bad.txt')]:
    try:
        action()
    except OSError as error:
        print(error)
";
    assert_eq!(
        printed(source, vec![package("bad.whl", zip(&members))]),
        "/lib/site-packages/bad.py is damaged in its wheel, or larger than the memory that is left
[Errno 5] Input/output error: '/lib/site-packages/bad.txt'\n"
    );
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
