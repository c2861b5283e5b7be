from enum import Enum, Flag, IntEnum, auto


class Color(Enum):
    RED = "#f00"
    GREEN = "#0f0"
    CRIMSON = "#f00"

    @property
    def is_warm(self):
        return self is Color.RED


class Level(IntEnum):
    LOW = 1
    HIGH = 2


class Permission(Flag):
    READ = auto()
    WRITE = auto()
    EXECUTE = auto()


print(Color.RED, repr(Color.RED), Color("#0f0"), Color["RED"].value, Color.CRIMSON is Color.RED)
print(list(Color), [color.is_warm for color in Color])
print(Level.HIGH > Level.LOW, Level.HIGH + 1, sorted(Level, reverse=True))
rights = Permission.READ | Permission.WRITE
print(rights, Permission.WRITE in rights, rights & ~Permission.READ)
try:
    Color("blue")
except ValueError as error:
    print(error)
try:
    Color.RED = 1
except AttributeError as error:
    print(error)
