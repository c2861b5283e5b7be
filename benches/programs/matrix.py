def identity(size):
    return [[1 if row == column else 0 for column in range(size)] for row in range(size)]


def transposed(matrix):
    return [list(column) for column in zip(*matrix)]


def product(left, right):
    columns = transposed(right)
    return [[sum(a * b for a, b in zip(row, column)) % 1009 for column in columns] for row in left]


def power(matrix, exponent):
    result = identity(len(matrix))
    while exponent:
        if exponent % 2:
            result = product(result, matrix)
        matrix = product(matrix, matrix)
        exponent //= 2
    return result


size = 28
matrix = [[(row * 7 + column * 3) % 10 for column in range(size)] for row in range(size)]
result = power(matrix, 1_000)
print(result[0][:5], sum(result[n][n] for n in range(size)))
