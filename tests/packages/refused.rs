//! Wheels that cannot be used, and what is said of them.

use garter::protocol::{Package, Program};

use crate::support::within;
use crate::wheels::{Member, described, package, zip};
use crate::{printed, with};

/// What is said of each of several sets of wheels with which nothing runs.
pub fn refused(sets: Vec<Vec<Package>>) -> Vec<String> {
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
    // Each of these is below the ratio, and all of them are not.
    let bombs = |size| {
        let bomb = |at| Member {
            method: 8,
            size: Some(size),
            ..Member::new(&format!("f{at}"), vec![0; 1 << 17])
        };
        let mut members = described("bad", "1");
        members.extend((0..40).map(bomb));
        package("bad.whl", zip(&members))
    };
    let twice = |first: &str, second: &str| {
        let mut members = described("bad", "1");
        members.extend([Member::new(first, "1"), Member::new(second, "2")]);
        package("bad.whl", zip(&members))
    };
    let folders: Vec<Member> = (0..20_001)
        .map(|at| Member::new(&format!("f{at}/"), ""))
        .collect();
    let deep: Vec<Member> = (0..100)
        .map(|at| Member::new(&format!("{at}/{}x", "a/".repeat(400)), ""))
        .collect();
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
            with_member(Member::new("BAD.PYD", "")),
            "holds a compiled module",
        ),
        (
            with_member(Member::new("bad.libs/libgomp.so.1.0.0", "")),
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
            with_member(Member::new("a/../../evil.py", "")),
            "leaves the package: \"a/../../evil.py\"",
        ),
        (
            with_member(Member::new("a//b.py", "")),
            "a file whose name cannot be used: \"a//b.py\" has an empty part",
        ),
        (
            with_member(Member::new("./b.py", "")),
            "\"./b.py\" has an empty part",
        ),
        (
            with_member(Member::new("aux:b.py", "")),
            "\"aux:b.py\" has a colon",
        ),
        (
            with_member(Member::new("a\0.py", "")),
            "\"a\\0.py\" has a character that nobody sees",
        ),
        (
            with_member(Member::new(&"a".repeat(256), "")),
            "…\" is too long; rename it",
        ),
        (
            with_member(Member::new(&"abcde/".repeat(200), "")),
            "is too long; rename it",
        ),
        (
            with_member(Member {
                raw_path: Some(b"caf\xe9.py".to_vec()),
                ..Member::new("", "")
            }),
            "\"caf\u{fffd}.py\" is not UTF-8",
        ),
        (
            twice("bad.py", "bad-1.data/purelib/bad.py"),
            "has the file \"bad.py\" twice",
        ),
        (
            twice("bad-1.data/platlib/bad.py", "bad-1.data/purelib/bad.py"),
            "has the file \"bad.py\" twice",
        ),
        (
            twice("bad", "bad/inside.py"),
            "has \"bad\" as a file and as a folder",
        ),
        (
            twice("bad", "bad/"),
            "has \"bad\" as a file and as a folder",
        ),
        (
            twice("bad-1.data/purelib/a/b.py", "a"),
            "has \"a\" as a file and as a folder",
        ),
        (
            twice("good-2.dist-info/WHEEL", "a.py"),
            "describes two packages, bad-1 and good-2",
        ),
        (with_member(encrypted), "is encrypted (a.py)"),
        (
            with_member(squeezed),
            "compresses a.py by a method that is not read here",
        ),
        (
            with_member(bomb),
            "has a file, \"a.txt\", whose 1 bytes become 4000000000; more than 200 times",
        ),
        (
            bombs(1 << 24),
            "bytes, packed and unpacked, which with the other wheels is more than the memory",
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
            "holds 20001 files and folders, and the wheels of one program may hold 20000",
        ),
        (
            package("bad.whl", zip(&folders)),
            "holds 20001 files and folders",
        ),
        (
            package("bad.whl", zip(&[described("bad", "1"), deep].concat())),
            "files and folders, and the wheels of one program may hold 20000",
        ),
        (million(), "holds 1000000 files and folders"),
    ];
    let packages = cases.iter().map(|(package, _)| vec![package.clone()]);
    for (message, (_, said)) in refused(packages.collect()).into_iter().zip(cases) {
        assert!(message.starts_with("packages: bad.whl "), "{message}");
        assert!(message.contains(said), "{message}\nis not: {said}");
    }
}

/// An archive that says it has a million files, and takes ten megabytes to say so.
fn million() -> Package {
    let mut file = zip(&described("bad", "1"));
    let at = file.len() - 12;
    // Numbers of 16 bits do not hold it: the record of large archives does, and stands before the last one.
    let end = file.split_off(file.len() - 22);
    let start = u64::from(u32::from_le_bytes(end[16..20].try_into().expect("four")));
    let size = u64::from(u32::from_le_bytes(end[12..16].try_into().expect("four")));
    let record = file.len() as u64;
    file.extend(0x0606_4b50_u32.to_le_bytes());
    file.extend(44_u64.to_le_bytes());
    file.extend([45, 0, 45, 0]);
    file.extend([0; 8]);
    for number in [1_000_000_u64, 1_000_000, size, start] {
        file.extend(number.to_le_bytes());
    }
    file.extend(0x0706_4b50_u32.to_le_bytes());
    file.extend([0; 4]);
    file.extend(record.to_le_bytes());
    file.extend(1_u32.to_le_bytes());
    file.extend(0x0605_4b50_u32.to_le_bytes());
    file.extend([0; 4]);
    file.extend([0xff; 12]);
    file.extend([0; 2]);
    debug_assert!(at < file.len());
    package("bad.whl", file)
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
        "/lib/site-packages/bad.py is damaged in bad.whl, or larger than the memory that is left
[Errno 5] Input/output error: '/lib/site-packages/bad.txt'\n"
    );
}
