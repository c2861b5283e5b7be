def common(one, other):
    """The longest common subsequence of two texts."""
    known = {}

    def length(i, j):
        if i == len(one) or j == len(other):
            return 0
        if (i, j) not in known:
            if one[i] == other[j]:
                known[i, j] = 1 + length(i + 1, j + 1)
            else:
                known[i, j] = max(length(i + 1, j), length(i, j + 1))
        return known[i, j]

    return length(0, 0)


one = "the quick brown fox jumps over the lazy dog " * 2
other = "pack my box with five dozen liquor jugs and go " * 2
print([common(one[start:], other) for start in range(0, 80, 10)])
