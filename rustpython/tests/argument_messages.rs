//! Calls of native functions are told as in `CPython`. `tests/messages` compares thousands of texts with `CPython`.

use crate::told;

#[test]
fn calls_of_native_functions_are_told_as_in_cpython() {
    assert_eq!(
        told("len()"),
        "TypeError: len() takes exactly one argument (0 given)"
    );
    assert_eq!(
        told("abs(1, 2)"),
        "TypeError: abs() takes exactly one argument (2 given)"
    );
    assert_eq!(
        told("abs(x=1)"),
        "TypeError: abs() takes no keyword arguments"
    );
    assert_eq!(
        told("__import__(\"math\").sqrt()"),
        "TypeError: math.sqrt() takes exactly one argument (0 given)"
    );
    assert_eq!(
        told("\"a\".lower(1)"),
        "TypeError: str.lower() takes no arguments (1 given)"
    );
    assert_eq!(
        told("[].append(1, 2)"),
        "TypeError: list.append() takes exactly one argument (2 given)"
    );
    assert_eq!(
        told("str.lower()"),
        "TypeError: unbound method str.lower() needs an argument"
    );
    assert_eq!(
        told("\"a\".strip(\"b\", \"c\")"),
        "TypeError: strip expected at most 1 argument, got 2"
    );
    assert_eq!(
        told("\"a\".expandtabs(1, 2)"),
        "TypeError: expandtabs() takes at most 1 argument (2 given)"
    );
    assert_eq!(
        told("\"a\".replace(1, 2)"),
        "TypeError: replace() argument 1 must be str, not int"
    );
    assert_eq!(
        told("[1].sort(1)"),
        "TypeError: sort() takes no positional arguments"
    );
    assert_eq!(
        told("enumerate([1], \"a\")"),
        "TypeError: 'str' object cannot be interpreted as an integer"
    );
    assert_eq!(
        told("sum()"),
        "TypeError: sum() takes at least 1 positional argument (0 given)"
    );
    assert_eq!(
        told("memoryview(1, 2)"),
        "TypeError: memoryview() takes at most 1 argument (2 given)"
    );
}
