class Thing:
    def __init__(self, x):
        self.x = x


def repeat(turns):
    for turn in range(turns):
        Thing(1)


repeat(500_000)
