//! Local variables and except clauses are told as in `CPython`. `tests/messages` compares thousands of texts with `CPython`.

use crate::printed;

#[test]
fn local_variables_and_except_clauses_are_told_as_in_cpython() {
    let source = "
def local():
    print(name)
    name = 1

def caught():
    try:
        1 / 0
    except None:
        pass

for attempt in (local, caught, lambda: classmethod(), lambda: tuple(1, 2)):
    try:
        attempt()
    except Exception as error:
        print(error)
";
    let expected = "\
cannot access local variable 'name' where it is not associated with a value
catching classes that do not inherit from BaseException is not allowed
classmethod expected 1 argument, got 0
tuple expected at most 1 argument, got 2
";
    assert_eq!(printed(source), expected);
}
