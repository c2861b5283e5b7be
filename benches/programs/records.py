from dataclasses import dataclass, field, replace


@dataclass
class Item:
    name: str
    price: float
    count: int = 1

    def total(self):
        return self.price * self.count


@dataclass
class Order:
    number: int
    items: list = field(default_factory=list)

    def total(self):
        return sum(item.total() for item in self.items)


@dataclass(order=True, frozen=True)
class Version:
    major: int
    minor: int


orders = []
for number in range(6_000):
    order = Order(number)
    for count in range(1, 4):
        order.items.append(Item("item " + str(count), number % 10 * 0.5, count))
    orders.append(order)
versions = sorted(Version(n * 7 % 10, n * 13 % 100) for n in range(3_000))
newer = {replace(version, major=version.major + 1) for version in versions}
equal = sum(one.items[0] == other.items[0] for one, other in zip(orders, orders[10:]))
print(sum(order.total() for order in orders), equal, len(newer))
print(orders[2].items[0], versions[-1])
