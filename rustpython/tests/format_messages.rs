//! Wrong formats and bounds are told as in `CPython`. `tests/messages` compares thousands of texts with `CPython`.

use crate::told;

#[test]
fn wrong_formats_and_bounds_are_told_as_in_cpython() {
    assert_eq!(
        told("format(3, \"abc\")"),
        "ValueError: Invalid format specifier 'abc' for object of type 'int'"
    );
    assert_eq!(
        told("format(True, \"abc\")"),
        "ValueError: Invalid format specifier 'abc' for object of type 'bool'"
    );
    assert_eq!(
        told("\"a\".count(\"a\", 2.5)"),
        "TypeError: slice indices must be integers or None or have an __index__ method"
    );
    assert_eq!(
        told("[1].index(1, None)"),
        "TypeError: slice indices must be integers or have an __index__ method"
    );
    assert_eq!(told("b'a'.index(b'b')"), "ValueError: subsection not found");
}
