//! Code that an attribute's name runs may change the list of names while an object is pickled.

use crate::printed;

#[test]
fn the_list_of_slots_may_change_while_an_object_is_pickled() {
    let source = r#"
class Name(str):
    pass

class A:
    __slotnames__ = [Name("spam")]

    def __getattr__(self, name):
        if name != "spam":
            raise AttributeError(name)
        A.__slotnames__[:] = [Name("spam")]
        return 42

print(A().__reduce_ex__(2)[2:])

A.__slotnames__ = [1]
try:
    A().__reduce_ex__(2)
except TypeError as error:
    print(error)
"#;
    let expected = "\
((None, {'spam': 42}), None, None)
attribute name must be string, not 'int'
";
    assert_eq!(printed(source), expected);
}
