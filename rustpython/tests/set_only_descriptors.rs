//! An assignment calls `__set__` of a class that has no `__get__`, however often it has run.

use crate::printed;

#[test]
fn an_assignment_calls_a_descriptor_without_get() {
    let source = "
class Both:
    def __set__(self, instance, value):
        instance.__dict__['one'] = value
        instance.__dict__['other'] = value

class Holder:
    one = Both()
    other = one

    def __init__(self, value):
        self.one = value

print({(holder.one, holder.other) for holder in [Holder(7) for _ in range(1000)]})
";
    assert_eq!(printed(source), "{(7, 7)}\n");
}
