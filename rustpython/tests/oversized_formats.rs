//! A width or precision beyond all memory is an error that can be caught, and not the end of the program.

use crate::{printed, told};

#[test]
fn a_width_without_room_is_a_memory_error() {
    for expression in [
        "format('x', '>70368744177664')",
        "format(1, '70368744177664d')",
        "'{:>70368744177664}'.format(1j)",
    ] {
        let said = told(expression);
        assert!(
            // More than 32 bits are refused as by CPython of 32 bits.
            said == "ValueError: Too many decimal digits in format string"
                || said.starts_with("MemoryError"),
            "{expression}: {said}"
        );
    }
}

#[test]
fn what_has_room_is_as_it_was() {
    let source = r#"
print(f"{1:>5}|{1.5:.3f}|{'x':^5}|{1j:8}", "%5d|%-5s|%.3f|%.10g" % (1, "x", 2.5, 3.0))
print(len("%100000d" % 1), len(format(1.0, ".100000f")), format("abc", ".2147483000s"))
"#;
    let expected = "    1|1.500|  x  |      1j     1|x    |2.500|3
100000 100002 abc
";
    assert_eq!(printed(source), expected);
}
