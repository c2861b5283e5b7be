import attr
from attrs import Factory, asdict, astuple, converters, define, evolve, exceptions, field, fields, frozen, validators


@define
class Point:
    x: float = field(converter=float)
    y: float = 0.0

    def distance(self):
        return (self.x**2 + self.y**2) ** 0.5


@frozen(order=True)
class Version:
    major: int
    minor: int = 0
    label: str = field(default="", eq=False, repr=False)


@define(kw_only=True)
class Animal:
    name: str = field(validator=[validators.instance_of(str), validators.min_len(2)])
    legs: int = field(default=4, validator=validators.in_([0, 2, 4, 6, 8]))
    tags: list = Factory(list)
    weight: float | None = field(default=None, converter=converters.optional(float))
    full: str = field(init=False)

    @full.default
    def _full(self):
        return f"{self.name} with {self.legs} legs"

    @weight.validator
    def _positive(self, attribute, value):
        if value is not None and value <= 0:
            raise ValueError(f"{attribute.name} must be above 0")


print(Point("3", 4), Point(3, 4) == Point(3.0, 4), Point(3, 4).distance())
print(Version(1, 2) < Version(1, 10), hash(Version(1)) == hash(Version(1, 0, "x")), Version(1, 2, "rc"))
owl = Animal(name="Owl", legs=2, weight="0.5")
print(owl, asdict(owl), astuple(owl.__class__(name="Ant", legs=6)))
print(evolve(owl, name="Ibis", tags=["rare"]), [one.name for one in fields(Animal)])
for make in [lambda: Animal(name="X"), lambda: Animal(name="Owl", legs=3), lambda: Animal(name=5), lambda: Animal("Owl"),
             lambda: Animal(name="Owl", weight=-1)]:
    try:
        make()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, str(error).split("\n")[0][:100])
try:
    Version(1).major = 2
except exceptions.FrozenInstanceError as error:
    print(type(error).__name__)
try:
    owl.colour = "brown"
except AttributeError as error:
    print(error)
Made = attr.make_class("Made", {"a": attr.ib(default=1), "b": attr.ib(factory=dict)})
print(Made(), attr.has(Made), attr.validate(owl), asdict(owl, filter=lambda one, value: value is not None))
