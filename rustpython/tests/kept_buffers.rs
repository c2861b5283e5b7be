use crate::printed;

#[test]
fn dicts_and_containers_of_the_free_lists_are_as_new() {
    let source = "\
import gc

class Thing:
    def __init__(self, n):
        for at in range(n):
            setattr(self, 'name' + str(at), at)
for turn in range(200):
    things = [Thing(n) for n in (0, 1, 3, 5, 8, 9, 30, 200)]
    assert [len(vars(thing)) for thing in things] == [0, 1, 3, 5, 8, 9, 30, 200]
    assert [sum(vars(thing).values()) for thing in things] == [0, 0, 3, 10, 28, 36, 435, 19900]
    new = {}
    assert len(new) == 0 and list(new) == [] and 'name0' not in new and new.get('name1') is None
    new['name1'] = turn
    assert list(new.items()) == [('name1', turn)]
    del things, new
print(len(vars(Thing(4))))

class Node:
    def __init__(self, *others):
        self.others = others
    def __del__(self):
        seen.append(len(self.others))
        extra = {'a': [Node.__name__, {}], 'b': (1, [2])}
        del extra
seen = []
for turn in range(50):
    tree = Node(Node(Node(), Node()), Node(Node(), [Node()], {'x': Node()}))
    del tree
print(len(seen), seen[:8])

order = []
class Last:
    def __init__(self, name):
        self.name = name
    def __del__(self):
        order.append(self.name)
box = {'k': Last(1), 'l': Last(2), 'm': (Last(3),)}
del box
print(order)

chain = None
for at in range(5000):
    chain = {'next': chain, 'at': at}
del chain
loops = []
for at in range(200):
    one = {'self': None, 'n': at}
    one['self'] = one
    loops.append(one)
del loops, one
print(gc.collect() >= 200, {}, dict(a=1))
";
    assert_eq!(
        printed(source),
        "4\n\
         400 [2, 3, 0, 0, 0, 2, 0, 0]\n\
         [1, 2, 3]\n\
         True {} {'a': 1}\n"
    );
}
