from sympy import (Eq, Function, Integral, Limit, Matrix, Rational, Sum, cos, diff, dsolve, exp, expand, factor, factorint,
                   integrate, latex, limit, log, nsolve, oo, pi, pretty, primerange, series, simplify, sin, solve, sqrt,
                   srepr, symbols, sympify)

x, y, n = symbols("x y n")
print(expand((x + y) ** 3), factor(x**3 - y**3))
print(simplify(sin(x) ** 2 + cos(x) ** 2), solve(x**2 - 5 * x + 6, x), solve([x + y - 3, x - y - 1], [x, y]))
print(diff(sin(x) * exp(x), x), integrate(x**2 * exp(-x), x), integrate(exp(-x**2), (x, -oo, oo)))
print(limit(sin(x) / x, x, 0), series(cos(x), x, 0, 6), Sum(1 / n**2, (n, 1, oo)).doit())
f = Function("f")
print(dsolve(Eq(f(x).diff(x), f(x)), f(x)))
m = Matrix([[2, 1], [1, 2]])
print(m.det(), m.inv(), m.eigenvals(), m * m.T)
print(Rational(1, 3) + Rational(1, 6), sqrt(8), pi.evalf(30), sympify("2*x + 1/3"))
print(factorint(2**31 - 2), list(primerange(30)))
print(latex(Integral(sqrt(1 / x), x)), Limit(1 / x, x, 0))
print(pretty(Integral(x**2 / 2, x) + sqrt(x), use_unicode=True))
print(nsolve(cos(x) - x, 1), srepr(x + 1), (x + y).subs({x: 2, y: log(2)}).evalf(10))
