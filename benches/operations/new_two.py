class Thing:
    def __init__(self, x, y):
        self.x = x
        self.y = y


def repeat(turns):
    for turn in range(turns):
        Thing(1, 2)


repeat(500_000)
