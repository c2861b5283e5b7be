# A robot that walks on squared paper and leaves a trace.
class Robot:
    STEPS = [(0, -1), (1, 0), (0, 1), (-1, 0)]  # up, right, down, left
    ARROWS = "▲▶▼◀"

    def __init__(self):
        self.x = self.y = self.direction = 0
        self.trace = {(0, 0)}

    def obey(self, commands):
        for command in commands:
            if command == "R":
                self.direction = (self.direction + 1) % 4
            elif command == "L":
                self.direction = (self.direction - 1) % 4
            else:
                self.walk(int(command))

    def walk(self, steps):
        dx, dy = self.STEPS[self.direction]
        for _ in range(steps):
            self.x, self.y = self.x + dx, self.y + dy
            self.trace.add((self.x, self.y))

    def show(self):
        xs, ys = zip(*self.trace)
        for y in range(min(ys), max(ys) + 1):
            row = ["■" if (x, y) in self.trace else "·" for x in range(min(xs), max(xs) + 1)]
            if y == self.y:
                row[self.x - min(xs)] = self.ARROWS[self.direction]
            print(" ".join(row))


robot = Robot()
robot.obey("4R6R4R3R2")
robot.show()

# Try: write the commands that make it draw the first letter of your name.
