def triples(limit):
    return [
        (a, b, c)
        for c in range(1, limit)
        for b in range(1, c)
        for a in range(1, b)
        if a * a + b * b == c * c
    ]


squares = {n: n * n for n in range(30_000)}
roots = {square: n for n, square in squares.items() if square % 3 == 1}
endings = {square % 100 for square in squares.values()}
flat = [cell for row in [[n, n + 1, n + 2] for n in range(30_000)] for cell in row if cell % 2]
print(len(triples(80)), len(roots), len(endings), sum(flat))
