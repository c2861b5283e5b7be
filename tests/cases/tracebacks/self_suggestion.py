class Cat:
    def __init__(self):
        self.lives = 9

    def show(self):
        return lives


Cat().show()
