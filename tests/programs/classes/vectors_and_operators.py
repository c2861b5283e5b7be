class Vector:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y

    def __add__(self, other):
        if not isinstance(other, Vector):
            return NotImplemented
        return Vector(self.x + other.x, self.y + other.y)

    def __mul__(self, factor):
        return Vector(self.x * factor, self.y * factor)

    __rmul__ = __mul__

    def __neg__(self):
        return self * -1

    def __eq__(self, other):
        return isinstance(other, Vector) and (self.x, self.y) == (other.x, other.y)

    def __hash__(self):
        return hash((self.x, self.y))

    def __iter__(self):
        yield self.x
        yield self.y

    def __getitem__(self, index):
        return (self.x, self.y)[index]

    def __len__(self):
        return 2

    def __bool__(self):
        return any(self)

    def __abs__(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5

    def __repr__(self):
        return f"Vector({self.x}, {self.y})"


v, w = Vector(3, 4), Vector(1, -1)
print(v + w, 2 * v, -w, abs(v), v == Vector(3, 4), len({v, Vector(3, 4)}))
print(*v, v[0], bool(Vector(0, 0)), list(map(tuple, [v, w])))
x, y = v
print(sum([v, w], start=Vector(0, 0)))
try:
    v.z = 1
except AttributeError as error:
    print(error)
v + 1
