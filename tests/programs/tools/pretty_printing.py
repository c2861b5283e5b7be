import pprint
import reprlib
import copy

data = {"name": "tree", "children": [{"name": f"leaf {n}", "values": list(range(n * 3))} for n in range(1, 4)], "empty": {}}
pprint.pprint(data, width=60)
pprint.pprint(data, depth=2, compact=True)
print(pprint.pformat([[1, 2], {"b": 1, "a": 2}], width=10))
print(reprlib.repr(list(range(100))), reprlib.repr("x" * 100))
shallow, deep = copy.copy(data), copy.deepcopy(data)
data["children"][0]["name"] = "changed"
print(shallow["children"][0]["name"], deep["children"][0]["name"])
cycle = [1]
cycle.append(cycle)
print(cycle, copy.deepcopy(cycle))
print("a", "b", sep="-", end="!\n")
print(*range(5), sep=", ")
print(f"{'tab':<8}|\ttabbed", r"raw\n", "back\\slash", 'quote"s', "é\u00e9\x41\N{SNOWMAN}")
print(b"bytes\xff", bytearray(b"x"), memoryview(b"ab")[0], ..., NotImplemented, print)
