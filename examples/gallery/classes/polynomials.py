# Special methods teach Python's own signs to work on your objects.
class Polynomial:
    """Polynomial(1, 2, 3) is 1 + 2x + 3x²."""

    def __init__(self, *coefficients):
        self.coefficients = coefficients

    def __call__(self, x):
        return sum(c * x**power for power, c in enumerate(self.coefficients))

    def __mul__(self, other):
        product = [0] * (len(self.coefficients) + len(other.coefficients) - 1)
        for i, a in enumerate(self.coefficients):
            for j, b in enumerate(other.coefficients):
                product[i + j] += a * b
        return Polynomial(*product)

    def derived(self):
        return Polynomial(*(power * c for power, c in enumerate(self.coefficients) if power))

    def __str__(self):
        def term(power, c):
            x = ["", "x"][power] if power < 2 else "x" + "⁰¹²³⁴⁵⁶⁷⁸⁹"[power]
            return x if c == 1 and x else f"{c}{x}"

        terms = [term(power, c) for power, c in enumerate(self.coefficients) if c]
        return " + ".join(reversed(terms)).replace("+ -", "- ") or "0"


p = Polynomial(-2, 1)
q = Polynomial(3, 0, 1)
print(f"p(x) = {p}")
print(f"q(x) = {q}")
print(f"p·q  = {p * q}")
print(f"its slope is {(p * q).derived()}")
print("values:", [(p * q)(x) for x in range(-2, 5)])
assert (p * q)(10) == p(10) * q(10)

# Try: write __add__, so that p + q works as well.
