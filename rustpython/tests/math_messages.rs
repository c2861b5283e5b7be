//! What functions of `math` do not take is told in `CPython`'s words, with the number as Python writes it.

use crate::printed;

#[test]
fn what_has_no_value_is_named_as_python_writes_it() {
    let source = r#"
import math

for call in (
    "sqrt(-1e-20)", "log(-1e300)", "log2(-0.0)", "acos(1e22)", "atanh(-1e16)", "gamma(-3.0)", "lgamma(-1.0)",
    "lgamma(0)", "log1p(-1)", "acosh(0.5)", "sin(math.inf)", "lgamma(-math.inf)", "acosh(math.inf)", "log1p(-0.0)",
):
    try:
        print(call, eval("math." + call))
    except ValueError as error:
        print(call, error)
"#;
    let expected = "\
sqrt(-1e-20) expected a nonnegative input, got -1e-20
log(-1e300) expected a positive input, got -1e+300
log2(-0.0) expected a positive input, got -0.0
acos(1e22) expected a number in range from -1 up to 1, got 1e+22
atanh(-1e16) expected a number between -1 and 1, got -1e+16
gamma(-3.0) expected a noninteger or positive integer, got -3.0
lgamma(-1.0) expected a noninteger or positive integer, got -1.0
lgamma(0) expected a noninteger or positive integer, got 0.0
log1p(-1) expected argument value > -1, got -1.0
acosh(0.5) expected argument value not less than 1, got 0.5
sin(math.inf) expected a finite input, got inf
lgamma(-math.inf) inf
acosh(math.inf) inf
log1p(-0.0) -0.0
";
    assert_eq!(printed(source), expected);
}
