class Vector:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def turned(self):
        return Vector(-self.y, self.x)


place, step = Vector(0, 0), Vector(1, 2)
for _ in range(50_000):
    place = place + step
    step = step.turned()
print(place.x, place.y)
