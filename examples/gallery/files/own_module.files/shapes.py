"""Shapes made of letters: each function returns a list of rows."""


def square(size, filled="■"):
    """rows of the same length"""
    return [filled * size for _ in range(size)]


def triangle(size, filled="▲"):
    """rows that grow"""
    return [(filled * (row + 1)).center(size) for row in range(0, size, 2)]


def circle(radius, filled="o"):
    """all points that are near enough to the middle"""
    reach = range(-radius, radius + 1)
    return [
        "".join(filled if x * x + y * y <= radius * radius + 1 else " " for x in reach)
        for y in reach
    ]


def show(title, rows):
    """prints rows below a title"""
    print(title)
    for row in rows:
        print("   ", " ".join(row).rstrip())
