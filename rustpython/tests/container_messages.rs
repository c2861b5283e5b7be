//! Lists, tuples and dicts are told about as in `CPython`. `tests/messages` compares thousands of texts with `CPython`.

use crate::told;

#[test]
fn containers_are_told_about_as_in_cpython() {
    assert_eq!(
        told("(1,) + [2]"),
        "TypeError: can only concatenate tuple (not \"list\") to tuple"
    );
    assert_eq!(
        told("[1] + (2,)"),
        "TypeError: can only concatenate list (not \"tuple\") to list"
    );
    assert_eq!(
        told("{[]: 1}"),
        "TypeError: cannot use 'list' as a dict key (unhashable type: 'list')"
    );
    assert_eq!(
        told("{}[{}]"),
        "TypeError: cannot use 'dict' as a dict key (unhashable type: 'dict')"
    );
    assert_eq!(
        told("[1].remove(2)"),
        "ValueError: list.remove(x): x not in list"
    );
    assert_eq!(
        told("reversed(3)"),
        "TypeError: 'int' object is not reversible"
    );
    assert_eq!(
        told("iter(3, 4)"),
        "TypeError: iter(v, w): v must be callable"
    );
}
