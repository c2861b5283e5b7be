use crate::printed;

#[test]
fn making_an_instance_answers_with_it_whatever_its_init_does() {
    let source = "\
import sys

class Point:
    def __init__(self, x, y=2):
        self.x, self.y = x, y

class Noisy:
    def __init__(self, bad):
        self.bad = bad
        if bad == 'returns':
            return 1
        if bad == 'raises':
            raise ValueError(bad)
        if bad == 'nested':
            self.inner = Noisy('fine')
    def __del__(self):
        print('gone', self.bad, end=' ')

class Base:
    def __init__(self, depth):
        self.depth = depth
        self.child = Derived(depth - 1) if depth else None
class Derived(Base):
    def __init__(self, depth):
        super().__init__(depth)
        self.seen = sys._getframe().f_code.co_name, sys._getframe(1).f_code.co_name

for turn in range(300):
    point = Point(turn, 1)
    assert (point.x, point.y) == (turn, 1)
print(type(point).__name__, point.x)

for turn in range(60):
    for bad in 'fine', 'nested', 'returns', 'raises':
        if turn < 58:
            Noisy.__del__ = lambda self: None
        elif turn == 58:
            Noisy.__del__ = lambda self: print('gone', self.bad, end=' ')
        try:
            kept = Noisy(bad)
            if turn > 57:
                print(kept.bad, end=' ')
        except (TypeError, ValueError) as error:
            if turn > 57:
                print(error, error.__traceback__.tb_next is not None, end=' ')
del kept
print()

for turn in range(60):
    tree = Derived(3)
print(tree.child.child.child.child, tree.seen, tree.child.seen)

def deep(n):
    class Deeper:
        def __init__(self, n):
            self.n = n
            self.more = Deeper(n + 1)
    return Deeper(n)
try:
    deep(0)
except RecursionError as error:
    print('too deep')

class Late:
    def __init__(self):
        yield 1
try:
    for turn in range(60):
        Late()
except TypeError as error:
    print(error)

Point.__init__ = lambda self, x, y: setattr(self, 'x', -x)
print(Point(5, 6).x)
";
    assert_eq!(
        printed(source),
        "Point 299\n\
         gone nested gone fine fine gone fine nested gone returns __init__() should return None, not \
         'int' False raises True gone raises gone nested gone fine fine gone fine nested gone returns \
         __init__() should return None, not 'int' False raises True gone raises gone nested gone fine \n\
         None ('__init__', '<module>') ('__init__', '__init__')\n\
         too deep\n\
         __init__() should return None, not 'generator'\n\
         -5\n"
    );
}
