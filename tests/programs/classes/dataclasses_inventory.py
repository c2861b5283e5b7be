from dataclasses import dataclass, field, asdict, replace, FrozenInstanceError


@dataclass(order=True)
class Item:
    name: str
    price: float
    tags: list = field(default_factory=list, compare=False)

    def __post_init__(self):
        if self.price < 0:
            raise ValueError("a price is not negative")


@dataclass(frozen=True)
class Point:
    x: int = 0
    y: int = 0

    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)


items = [Item("pen", 1.5, ["office"]), Item("book", 12.0), Item("apple", 0.4)]
print(sorted(items))
print(asdict(items[0]), items[1] == Item("book", 12.0), replace(items[2], price=0.5))
print(Point(1, 2) + Point(3), {Point(1, 2): "here"}[Point(1, 2)])
try:
    Point().x = 5
except FrozenInstanceError as error:
    print(type(error).__name__, error)
try:
    Item("debt", -1)
except ValueError as error:
    print(error)
print(Item.__match_args__)
match items[1]:
    case Item(name, price) if price > 10:
        print(name, "is expensive")
