//! A result that is larger than all memory is an error that can be caught, and not the end of the program.

use crate::{printed, told};

#[test]
fn a_result_without_room_is_a_memory_error() {
    for expression in [
        "'x'.ljust(2**46)",
        "'x' * 2**46",
        "b'x' * 2**46",
        "[1, 2, 3] * 2**46",
        "(1, 2, 3) * 2**46",
        "('x' * 2**20).replace('x', 'y' * 2**26)",
        "(b'x' * 2**20).replace(b'x', b'y' * 2**26)",
        "(b'x' * 2**20).replace(b'', b'y' * 2**26)",
        "('y' * 2**26).join(['x'] * 2**20)",
        "('\\t' * 2**20).expandtabs(2**30)",
        "(b'\\t' * 2**20).expandtabs(2**30)",
    ] {
        let said = told(expression);
        assert!(
            said.starts_with("MemoryError") || said.starts_with("OverflowError"),
            "{expression}: {said}"
        );
    }
}

#[test]
fn what_has_room_is_as_it_was() {
    let source = r#"
print(repr("a\tb\ncd\te".expandtabs()), repr(b"a\tb\ncd\te".expandtabs(4)), repr("\té\t".expandtabs(3)), "a\tb".expandtabs(0))
print("aXbXc".replace("X", "--"), "aXbXc".replace("X", "--", 1), "abc".replace("", "-"), "abc".replace("", "-", 2), "".replace("", "x"))
print(b"aXbXc".replace(b"X", b"--"), b"abc".replace(b"", b"-", 2), bytearray(b"aXb").replace(b"X", b""))
print(", ".join(map(str, range(3))), len("x".replace("x", "y" * 100_000)))
"#;
    let expected = "\
'a       b\\ncd      e' b'a   b\\ncd  e' '   é  ' ab
a--b--c a--bXc -a-b-c- -a-bc x
b'a--b--c' b'-a-bc' bytearray(b'ab')
0, 1, 2 100000
";
    assert_eq!(printed(source), expected);
}
