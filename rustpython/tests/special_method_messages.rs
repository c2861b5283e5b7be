//! Special methods and exceptions are told as in `CPython`. `tests/messages` compares thousands of texts with `CPython`.

use crate::told;

#[test]
fn special_methods_are_told_as_in_cpython() {
    assert_eq!(
        told("\"a\".__len__(1)"),
        "TypeError: expected 0 arguments, got 1"
    );
    assert_eq!(
        told("\"a\".__add__(x=1)"),
        "TypeError: wrapper __add__() takes no keyword arguments"
    );
    assert_eq!(
        told("ValueError(x=1)"),
        "TypeError: ValueError() takes no keyword arguments"
    );
    assert_eq!(
        told("\"a\".__setattr__(1, 2)"),
        "TypeError: attribute name must be string, not 'int'"
    );
    assert_eq!(
        told("str.__new__()"),
        "TypeError: str.__new__(): not enough arguments"
    );
    assert_eq!(
        told("type(\"A\", [], {})"),
        "TypeError: type.__new__() argument 2 must be tuple, not list"
    );
}
