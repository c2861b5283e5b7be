from collections import ChainMap, Counter, OrderedDict, UserDict, defaultdict, deque, namedtuple

Point = namedtuple("Point", "x y", defaults=[0])
p = Point(3)
print(p, p.x + p.y, p._replace(y=4), p._asdict(), Point._fields, p == (3, 0))
queue = deque([1, 2, 3], maxlen=4)
queue.appendleft(0)
queue.append(4)
queue.rotate(1)
print(queue, queue.pop(), queue.popleft())
groups = defaultdict(list)
for word in "apple avocado banana blueberry cherry".split():
    groups[word[0]].append(word)
print(dict(groups), groups["z"], len(groups))
ordered = OrderedDict(a=1, b=2, c=3)
ordered.move_to_end("a")
print(ordered, list(ordered))
settings = ChainMap({"colour": "red"}, {"colour": "blue", "size": 5})
print(settings["colour"], settings["size"], sorted(settings))
print(Counter("mississippi").most_common(), Counter(a=3) - Counter(a=1), +Counter(a=-1))


class Lower(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)


lower = Lower({"ABC": 1})
lower["DeF"] = 2
print(lower, "abc" in lower)
