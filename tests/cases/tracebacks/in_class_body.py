class Broken:
    size = 1 / 0
