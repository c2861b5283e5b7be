use crate::printed;

#[test]
fn partial_sums_are_what_cpython_adds() {
    let source = "\
big=2**60
print(repr(sum([0.1]*10)), repr(sum([1e16,1,-1e16])), repr(sum([1e16,1.0,-1e16])), repr(sum([1.0, 2**53, 1, 1, -2**53])))
print(repr(sum([1.5, True, True])), repr(sum([-0.0], -0.0)), repr(sum([float('inf'), 1.0])), repr(sum([1e308,1e308,-1e308])))
try: print(sum([0.5, 10**400]))
except Exception as e: print(type(e), e)
try: print(sum([0.5, 2**70, 1e-9, -2**70]))
except Exception as e: print(type(e), e)
class F(float):
    def __add__(s,o): return 'F'
    def __radd__(s,o): return 'rF'
class I(int):
    def __add__(s,o): return 'I'
    def __radd__(s,o): return 'rI'
print(sum([0.5, F(1)]) , sum([0.5, I(1)]), sum([1, I(1)]), sum([1, F(1)]))
print(sum([1j, 0.1,0.1,0.1, 1, True, 0.1j, 0.1j, 0.1j]), sum([1j, I(3)]), sum([1j, F(3)]))
for numbers in [1j, 10**400], [0.5, -10**309], [1, None], [1.5, '2']:
    try: print(sum(numbers))
    except Exception as e: print(type(e).__name__, e)
print(sum([2**62, 2**62, 2**62, 1, True]), sum([1]*5, True), sum([True]*3), sum([], True), sum([1.5]*3, True))
print(sum([1j,complex(-0.0,-0.0)]), sum([complex(-0.0,-0.0), -0.0], complex(-0.0,-0.0)),sum([-0.0], 0.0),sum([complex(0,float('inf')), 1.0]))
print(sum([[1], [2]], []), sum(((1,), (2,)), ()), sum(x * 0.1 for x in range(10)), sum({1: 2, 3: 4}))
from fractions import Fraction
print(sum([Fraction(1, 3)] * 3), sum([1, Fraction(1, 2), 0.25, 0.1, 0.1]), sum([0.1, 0.2, Fraction(3, 10), 0.1, 0.7]))
for text in '', b'', bytearray():
    try: sum([], text)
    except TypeError as e: print(e)
";
    assert_eq!(
        printed(source),
        "1.0 1.0 1.0 3.0\n\
         3.5 -0.0 inf inf\n\
         <class 'OverflowError'> int too large to convert to float\n\
         0.500000001\n\
         rF 1.5 rI rF\n\
         (2.3+1.3j) (3+1j) (3+1j)\n\
         OverflowError int too large to convert to float\n\
         OverflowError int too large to convert to float\n\
         TypeError unsupported operand type(s) for +: 'int' and 'NoneType'\n\
         TypeError unsupported operand type(s) for +: 'float' and 'str'\n\
         13835058055282163714 6 3 True 5.5\n\
         1j (-0-0j) 0.0 (1+infj)\n\
         [1, 2] (1, 2) 4.5 4\n\
         1 1.9500000000000002 1.4\n\
         sum() can't sum strings [use ''.join(seq) instead]\n\
         sum() can't sum bytes [use b''.join(seq) instead]\n\
         sum() can't sum bytearray [use b''.join(seq) instead]\n"
    );
}
