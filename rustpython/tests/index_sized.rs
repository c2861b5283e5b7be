//! Numbers of 64 bits count things; where addresses have 32, more than there can be. `tests/messages` compares thousands of texts with `CPython`.

use crate::told;

#[test]
fn numbers_of_64_bits_count_things() {
    assert_eq!(told("[1][10**12]"), "IndexError: list index out of range");
    assert_eq!(
        told("\"a\"[-(10**12)]"),
        "IndexError: string index out of range"
    );
    assert_eq!(
        told("[1][10**30]"),
        "IndexError: cannot fit 'int' into an index-sized integer"
    );
    assert_eq!(
        told("[1] * 10**30"),
        "OverflowError: cannot fit 'int' into an index-sized integer"
    );
    assert_eq!(
        told("len(range(10**30))"),
        "OverflowError: Python int too large to convert to C ssize_t"
    );
}
