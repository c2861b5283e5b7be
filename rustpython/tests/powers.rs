//! Powers of zeros, infinities and negative numbers, and quotients of zero, are those of `CPython`.

use crate::printed;

#[test]
fn powers_and_quotients_are_those_of_cpython() {
    let source = r#"
inf, nan = float("inf"), float("nan")

def shown(base, exponent):
    try:
        power = base ** exponent
        return f"{power:.3f}" if isinstance(power, complex) else power
    except Exception as error:
        return f"{type(error).__name__} {error}"

for base in (-inf, -0.0, 0.0, 1e200, nan, 1.0, -1.0):
    print(*[shown(base, exponent) for exponent in (0.5, 2, -2, -0.0, -2.5, 3, -3, inf, -inf, nan)], sep="; ")
print((-8.0) ** 3, (-8.0) ** -3, 0 / -2, 0 / 3, -1 / 2, (2**60 + 1) / 7)
"#;
    let expected = "\
inf; inf; 0.0; 1.0; 0.0; -inf; -0.0; inf; 0.0; nan
0.0; 0.0; ZeroDivisionError zero to a negative power; 1.0; ZeroDivisionError zero to a negative power; -0.0; ZeroDivisionError zero to a negative power; 0.0; inf; nan
0.0; 0.0; ZeroDivisionError zero to a negative power; 1.0; ZeroDivisionError zero to a negative power; 0.0; ZeroDivisionError zero to a negative power; 0.0; inf; nan
1e+100; OverflowError (34, 'Numerical result out of range'); 0.0; 1.0; 0.0; OverflowError (34, 'Numerical result out of range'); 0.0; inf; 0.0; nan
nan; nan; nan; 1.0; nan; nan; nan; nan; nan; nan
1.0; 1.0; 1.0; 1.0; 1.0; 1.0; 1.0; 1.0; 1.0; 1.0
0.000+1.000j; 1.0; 1.0; 1.0; 0.000-1.000j; -1.0; -1.0; 1.0; 1.0; nan
-512.0 -0.001953125 -0.0 0.0 -0.5 1.647030720866924e+17
";
    assert_eq!(printed(source), expected);
}
