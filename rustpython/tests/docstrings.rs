//! Docstrings and signatures come from the embedder, here from the pack of the build.

use crate::printed;

#[test]
fn what_is_built_in_says_what_cpython_says() {
    let program = "
import math
print(len.__doc__)
print(len.__text_signature__)
print(str.upper.__doc__)
print(int.__add__.__doc__, int.__add__.__text_signature__)
print(int.real.__doc__)
print(ValueError.__doc__)
print(bool.__doc__.splitlines()[0])
print(math.__doc__.splitlines()[0])
print(math.sqrt.__doc__)
";
    let expected = "Return the number of items in a container.
($module, obj, /)
Return a copy of the string converted to uppercase.
Return self+value. ($self, value, /)
the real part of a complex number
Inappropriate argument value (of correct type).
Returns True when the argument is true, False otherwise.
This module provides access to the mathematical functions
Return the square root of x.
";
    assert_eq!(printed(program), expected);
}

#[test]
fn an_object_has_the_docstring_of_its_class_and_may_have_another_one() {
    let program = "
from functools import partial
print((5).__doc__ == int.__doc__, [].__doc__ == list.__doc__, object().__doc__ == object.__doc__)
print(ValueError('x').__doc__ == ValueError.__doc__)
add = partial(sum)
add.__doc__ = 'Adds.'
print(add.__doc__, partial(sum).__doc__ == partial.__doc__)
";
    assert_eq!(printed(program), "True True True\nTrue\nAdds. True\n");
}

#[test]
fn classes_of_the_program_inherit_no_docstring() {
    let program = "
class A(int): pass
class B(list):
    'Mine.'
class C(A): pass
print(A.__doc__, A().__doc__, B.__doc__, B().__doc__, C.__doc__, type('D', (), {}).__doc__)
A.__doc__ = 'Later.'
print(A.__doc__, A().__doc__, C.__doc__)
class int(A): pass
print(int.__doc__, int.__text_signature__)
def f(): pass
print(f.__doc__)
";
    assert_eq!(
        printed(program),
        "None None Mine. Mine. None None\nLater. Later. None\nNone None\nNone\n"
    );
}
