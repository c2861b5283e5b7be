class Positive:
    def __set_name__(self, owner, name):
        self.name = "_" + name

    def __get__(self, instance, owner):
        return self if instance is None else getattr(instance, self.name)

    def __set__(self, instance, value):
        if value <= 0:
            raise ValueError(f"{self.name[1:]} must be positive, not {value}")
        setattr(instance, self.name, value)


class Registry(type):
    plugins = {}

    def __new__(meta, name, bases, namespace):
        cls = super().__new__(meta, name, bases, namespace)
        meta.plugins[name] = cls
        return cls


class Box(metaclass=Registry):
    width = Positive()
    height = Positive()

    def __init__(self, width, height):
        self.width, self.height = width, height

    def __init_subclass__(cls, **options):
        print("subclass", cls.__name__, options)

    def __getattr__(self, name):
        return f"no {name}"


class Crate(Box, wood="oak"):
    pass


box = Crate(2, 3)
print(box.width * box.height, box.colour, sorted(Registry.plugins))
try:
    box.width = -1
except ValueError as error:
    print(error)
print(type(Crate), callable(box), hasattr(box, "anything"), getattr(Box, "depth", "default"))
