class Shape:
    def __init__(self, name):
        self.name = name

    def area(self):
        return 0

    def describe(self):
        return self.name + " of " + str(self.area())


class Rectangle(Shape):
    def __init__(self, width, height, name="rectangle"):
        super().__init__(name)
        self.width = width
        self.height = height

    def area(self):
        return self.width * self.height


class Square(Rectangle):
    def __init__(self, side):
        super().__init__(side, side, "square")

    def describe(self):
        return "a perfect " + super().describe()


class Box(Rectangle):
    def __init__(self, width, height, depth):
        super().__init__(width, height, "box")
        self.depth = depth

    def area(self):
        return 2 * (super().area() + self.depth * (self.width + self.height))


shapes = []
for n in range(9_000):
    shapes.append(Rectangle(n, 2))
    shapes.append(Square(n))
    shapes.append(Box(n, 2, 3))
print(sum(shape.area() for shape in shapes), sum(isinstance(shape, Square) for shape in shapes))
print(max(len(shape.describe()) for shape in shapes), shapes[-2].describe())
