class Matrix:
    def __init__(self, rows):
        self.rows = [list(row) for row in rows]
        if len({len(row) for row in self.rows}) > 1:
            raise ValueError("rows differ in length")

    @classmethod
    def identity(cls, size):
        return cls([[int(i == j) for j in range(size)] for i in range(size)])

    def __matmul__(self, other):
        columns = list(zip(*other.rows))
        return Matrix([[sum(a * b for a, b in zip(row, column)) for column in columns] for row in self.rows])

    def __pow__(self, exponent):
        result = Matrix.identity(len(self.rows))
        base = self
        while exponent:
            if exponent & 1:
                result = result @ base
            base = base @ base
            exponent >>= 1
        return result

    def transposed(self):
        return Matrix(zip(*self.rows))

    def __eq__(self, other):
        return self.rows == other.rows

    def __str__(self):
        return "\n".join(" ".join(f"{value:5}" for value in row) for row in self.rows)


m = Matrix([[1, 2], [3, 4]])
print(m, m.transposed(), m @ m, sep="\n\n")
print(Matrix([[1, 1], [1, 0]]) ** 30)
print(m @ Matrix.identity(2) == m)
try:
    Matrix([[1], [2, 3]])
except ValueError as error:
    print("ValueError:", error)
