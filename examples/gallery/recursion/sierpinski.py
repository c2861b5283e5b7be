# A triangle made of three triangles, each made of three triangles, each ...
def triangle(depth):
    if depth == 0:
        return ["▲"]
    small = triangle(depth - 1)
    height = len(small)
    top = [" " * height + row for row in small]
    bottom = [row.ljust(2 * height) + row for row in small]
    return top + bottom


for row in triangle(4):
    print(row)

# Try: how many ▲ does triangle(5) have? Guess, then count.
