//! Exponentials, logarithms and powers have `CPython`'s last bit, whatever asks for them. `tests/numbers` compares
//! thousands, as the deployed module has them.

use crate::printed;

#[test]
fn exponentials_and_logarithms_have_the_last_bit() {
    let source = r"
import math

print(math.exp(1), math.exp(-1), math.exp(170), math.exp(-math.inf), math.exp(math.inf), math.exp(-800), math.exp(math.nan))
print(math.log(3), math.log(2, 10), math.log(8, 2), math.log(10**20), math.log(10**400), math.log(math.inf), math.log(7, 3))
print(math.pow(170, -2), math.pow(math.e, math.pi / 2), math.pow(0, 0), math.pow(-8, 3), math.pow(math.inf, -1), math.pow(2, 0.5))
print(math.cosh(1), math.cosh(-170), math.cosh(0.5), math.cosh(0), math.cosh(-math.inf))
for call in 'exp(1000)', 'pow(10, 400)', 'pow(-2, 0.5)', 'pow(0, -1)', 'cosh(1000)', 'log(0)', 'log(2, 1)', 'log(-(10**400))':
    try:
        print(call, eval('math.' + call))
    except (ArithmeticError, ValueError) as error:
        print(call, type(error).__name__, error)
";
    let expected = "\
2.718281828459045 0.36787944117144233 6.761793810485009e+73 0.0 inf 0.0 nan
1.0986122886681098 0.30102999566398114 3.0 46.051701859880914 921.0340371976182 inf 1.7712437491614221
3.460207612456748e-05 4.810477380965351 1.0 -512.0 0.0 1.4142135623730951
1.5430806348152437 3.3808969052425046e+73 1.1276259652063807 1.0 inf
exp(1000) OverflowError math range error
pow(10, 400) OverflowError math range error
pow(-2, 0.5) ValueError math domain error
pow(0, -1) ValueError math domain error
cosh(1000) OverflowError math range error
log(0) ValueError expected a positive input
log(2, 1) ZeroDivisionError division by zero
log(-(10**400)) ValueError expected a positive input
";
    assert_eq!(printed(source), expected);
}
