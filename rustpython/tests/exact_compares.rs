use crate::printed;

#[test]
fn items_are_compared_for_equality_first() {
    let source = "\
class L:
    log = []
    def __init__(self, v): self.v = v
    def __eq__(self, o): self.log.append(('eq', self.v, o.v)); return self.v == o.v
    def __lt__(self, o): self.log.append(('lt', self.v, o.v)); return self.v < o.v
    def __gt__(self, o): self.log.append(('gt', self.v, o.v)); return self.v > o.v
    def __le__(self, o): self.log.append(('le', self.v, o.v)); return self.v <= o.v
    __hash__ = None
import operator
for op in (operator.lt, operator.le, operator.gt, operator.ge, operator.eq, operator.ne):
    for a, b in (((1, 2), (1, 3)), ((1, 2), (1, 2)), ((2,), (1, 5)), ((1,), (1, 5)), ((), (1,))):
        L.log.clear()
        try: r = op(tuple(map(L, a)), tuple(map(L, b)))
        except TypeError as e: r = str(e)
        t = list(L.log); L.log.clear()
        try: l = op(list(map(L, a)), list(map(L, b)))
        except TypeError as e: l = str(e)
        print(op.__name__, a, b, r, l, t, t == L.log)
nan = float('nan')
values = [0, 1, -1, 2**31, 2**63, -2**63, 2**64, True, 1.0, 0.5, -0.0, nan, float('inf'), 'a', 'b', '', 'é', '\\ud800', '\\U0001f600', b'a', None, (1, 2), (1, 2.0), (1, nan), [1]]
out = []
for op in (operator.lt, operator.le, operator.gt, operator.ge, operator.eq, operator.ne):
    row = 0
    for a in values:
        for b in values:
            for x, y in ((a, b), ((a,), (b,)), ([a], [b])):
                try: r = op(x, y)
                except TypeError: r = None
                row = (row * 3 + (2 if r is None else r)) % (2**61 - 1)
    out.append(row)
print(out)
class S(str):
    def __eq__(self, o): return NotImplemented
    def __hash__(self): return 1
class I(int):
    def __eq__(self, o): return 'yes'
    def __lt__(self, o): return 0
    __hash__ = int.__hash__
print((S('a'),) == ('a',), ('a',) == (S('a'),), (I(1),) == (2,), (2,) == (I(1),), (I(1),) < (2,), [1, 2].index(2.0), 3 in [I(5)], nan in [nan], [nan] == [nan], (nan,) == (float('nan'),), sorted([(1, 'b'), (1, 'a'), (0, 'z')]), max([(2, 1), (2, 3)]))
print(min('b', 'a', '\\ud800'), sorted(['\\ud800', '\\U00010000', '\\uffff', 'z']), [1, 2, 3] < [1, 2, 4], (1, 2) < (1, 2, 0), slice(1, 2) < slice(1, 3))
";
    assert_eq!(
        printed(source),
        "lt (1, 2) (1, 3) True True [('eq', 1, 1), ('eq', 2, 3), ('lt', 2, 3)] True\n\
         lt (1, 2) (1, 2) False False [('eq', 1, 1), ('eq', 2, 2)] True\n\
         lt (2,) (1, 5) False False [('eq', 2, 1), ('lt', 2, 1)] True\n\
         lt (1,) (1, 5) True True [('eq', 1, 1)] True\n\
         lt () (1,) True True [] True\n\
         le (1, 2) (1, 3) True True [('eq', 1, 1), ('eq', 2, 3), ('le', 2, 3)] True\n\
         le (1, 2) (1, 2) True True [('eq', 1, 1), ('eq', 2, 2)] True\n\
         le (2,) (1, 5) False False [('eq', 2, 1), ('le', 2, 1)] True\n\
         le (1,) (1, 5) True True [('eq', 1, 1)] True\n\
         le () (1,) True True [] True\n\
         gt (1, 2) (1, 3) False False [('eq', 1, 1), ('eq', 2, 3), ('gt', 2, 3)] True\n\
         gt (1, 2) (1, 2) False False [('eq', 1, 1), ('eq', 2, 2)] True\n\
         gt (2,) (1, 5) True True [('eq', 2, 1), ('gt', 2, 1)] True\n\
         gt (1,) (1, 5) False False [('eq', 1, 1)] True\n\
         gt () (1,) False False [] True\n\
         ge (1, 2) (1, 3) False False [('eq', 1, 1), ('eq', 2, 3), ('le', 3, 2)] True\n\
         ge (1, 2) (1, 2) True True [('eq', 1, 1), ('eq', 2, 2)] True\n\
         ge (2,) (1, 5) True True [('eq', 2, 1), ('le', 1, 2)] True\n\
         ge (1,) (1, 5) False False [('eq', 1, 1)] True\n\
         ge () (1,) False False [] True\n\
         eq (1, 2) (1, 3) False False [('eq', 1, 1), ('eq', 2, 3)] True\n\
         eq (1, 2) (1, 2) True True [('eq', 1, 1), ('eq', 2, 2)] True\n\
         eq (2,) (1, 5) False False [('eq', 2, 1)] False\n\
         eq (1,) (1, 5) False False [('eq', 1, 1)] False\n\
         eq () (1,) False False [] True\n\
         ne (1, 2) (1, 3) True True [('eq', 1, 1), ('eq', 2, 3)] True\n\
         ne (1, 2) (1, 2) False False [('eq', 1, 1), ('eq', 2, 2)] True\n\
         ne (2,) (1, 5) True True [('eq', 2, 1)] False\n\
         ne (1,) (1, 5) True True [('eq', 1, 1)] False\n\
         ne () (1,) True True [] True\n\
         [1710747810418548148, 1126114462901744741, 399432235275763768, 2120641896972654312, \
         1903938996561817865, 933891871788163008]\n\
         True True True True False 1 True True True False [(0, 'z'), (1, 'a'), (1, 'b')] (2, 3)\n\
         a ['z', '\\ud800', '\\uffff', '𐀀'] True True True\n"
    );
}
