//! Errors say what they say in `CPython`. `tests/messages` compares thousands of them with it.

use crate::printed;

#[test]
fn wrong_calls_are_told_in_the_words_of_cpython() {
    let source = r#"
import math

def local():
    print(name)
    name = 1

for attempt in (
    lambda: len(), lambda: abs(1, 2), lambda: abs(x=1), lambda: math.sqrt(), lambda: "a".lower(1),
    lambda: [].append(1, 2), lambda: str.lower(), lambda: "a".strip("b", "c"), lambda: "a".expandtabs(1, 2),
    lambda: "a".replace(1, 2), lambda: "a".count("a", 2.5), lambda: [1].sort(1), lambda: (1,) + [2],
    lambda: [1] + (2,), lambda: {[]: 1}, lambda: {}[{}], lambda: [1].remove(2), lambda: "a".__len__(1),
    lambda: "a".__add__(x=1), lambda: ValueError(x=1), lambda: format(3, "abc"), lambda: reversed(3), local,
    lambda: enumerate([1], start="a"), lambda: sum(), lambda: iter(3, 4), lambda: memoryview(1, 2),
):
    try:
        attempt()
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
"#;
    let expected = "\
TypeError: len() takes exactly one argument (0 given)
TypeError: abs() takes exactly one argument (2 given)
TypeError: abs() takes no keyword arguments
TypeError: math.sqrt() takes exactly one argument (0 given)
TypeError: str.lower() takes no arguments (1 given)
TypeError: list.append() takes exactly one argument (2 given)
TypeError: unbound method str.lower() needs an argument
TypeError: strip expected at most 1 argument, got 2
TypeError: expandtabs() takes at most 1 argument (2 given)
TypeError: replace() argument 1 must be str, not int
TypeError: slice indices must be integers or None or have an __index__ method
TypeError: sort() takes no positional arguments
TypeError: can only concatenate tuple (not \"list\") to tuple
TypeError: can only concatenate list (not \"tuple\") to list
TypeError: cannot use 'list' as a dict key (unhashable type: 'list')
TypeError: cannot use 'dict' as a dict key (unhashable type: 'dict')
ValueError: list.remove(x): x not in list
TypeError: expected 0 arguments, got 1
TypeError: wrapper __add__() takes no keyword arguments
TypeError: ValueError() takes no keyword arguments
ValueError: Invalid format specifier 'abc' for object of type 'int'
TypeError: 'int' object is not reversible
UnboundLocalError: cannot access local variable 'name' where it is not associated with a value
TypeError: 'str' object cannot be interpreted as an integer
TypeError: sum() takes at least 1 positional argument (0 given)
TypeError: iter(v, w): v must be callable
TypeError: memoryview() takes at most 1 argument (2 given)
";
    assert_eq!(printed(source), expected);
}
