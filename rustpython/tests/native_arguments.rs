use crate::printed;

#[test]
fn arguments_of_native_calls_do_not_mix() {
    let source = "\
# Native functions are called within native functions, with their arguments one behind the other.
class N:
    def __init__(self, n): self.n = n
    def __index__(self): return max(self.n, min(self.n, abs(-self.n)), len('x'))
    def __len__(self): return ord(chr(self.n))
    def __abs__(self): return divmod(self.n, max(1, 2, 3))
    def __hash__(self): return hash((self.n, hash(str(self.n))))
    def __repr__(self): return repr(str(self.n)).join(['<', '>'])
print(chr(N(97)), len(N(65)), abs(N(7)), hash(N(3)) == hash(N(3)), [N(1), N(2)], range(N(3)), 'abc'.center(N(9), '*'))
print(max(map(abs, [-1, -5, 3]), key=lambda x: min(x, 4)), sorted([3, 1, 2], key=lambda x: pow(x, 2, 5)), sum(map(len, ['a', 'bb'])))
for wrong in (lambda: chr(), lambda: chr(1, 2), lambda: chr('a'), lambda: abs(x=1), lambda: ord('ab'), lambda: 'a'.split(1), lambda: [].append(), lambda: {}.get(), lambda: divmod(1), lambda: isinstance(1), lambda: 'x'.replace('a'), lambda: getattr(1), lambda: max(), lambda: int('1', 2, 3)):
    for _ in range(2):
        try: print(wrong())
        except TypeError as e: print(type(e).__name__, end=' ')
print()
print(print.__self__.__name__, [].append.__self__, 'a-b'.split('-', 1), getattr(N(1), 'x', None), print(*range(20), sep=','))
def deep(n): return max(n, deep(n - 1)) if n else min(1, 2)
print(deep(50), [max(a, *range(a)) for a in range(1, 25)][-3:], dict.fromkeys('ab', 1), str.join(',', 'abc'))
kept = []
class Del:
    def __del__(self): kept.append(max(1, len(kept)))
for _ in range(4): isinstance(Del(), Del); id(Del()); abs(len([Del()]))
print(kept)
";
    assert_eq!(
        printed(source),
        "a 65 (2, 1) True [<'1'>, <'2'>] range(0, 3) ***abc***\n\
         5 [1, 3, 2] 3\n\
         TypeError TypeError TypeError TypeError TypeError TypeError TypeError TypeError TypeError \
         TypeError TypeError TypeError TypeError TypeError TypeError TypeError TypeError TypeError \
         TypeError TypeError TypeError TypeError TypeError TypeError TypeError TypeError TypeError \
         TypeError \n\
         0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19\n\
         builtins [] ['a', 'b'] None None\n\
         50 [22, 23, 24] {'a': 1, 'b': 1} a,b,c\n\
         [1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]\n"
    );
}
