import numpy as np

x = np.array([0, 0.5, 1.0, 2.0])
for f in (np.sin, np.cos, np.tan, np.exp, np.sqrt, np.log1p, np.expm1, np.sinh, np.cosh, np.tanh, np.arctan, np.arcsinh, np.square, np.cbrt, np.exp2, np.degrees, np.radians):
    print(f.__name__, f(x))
print(np.floor([1.5, -1.5]), np.ceil([1.5, -1.5]), np.trunc([1.5, -1.5]), np.rint([0.5, 1.5, 2.5]), np.round([1.234, 5.678], 1), np.round(1234.5, -2), np.fix(-1.5))
print(np.sign([-2, 0, 3]), np.abs([-1.5, 2]), np.maximum([1, 5], [3, 2]), np.minimum([1, 5], 3), np.clip([1, 5, 10], 2, 8), np.hypot(3, 4), np.arctan2(1, 1))
print(np.isnan([1, np.nan]), np.isinf([1, np.inf]), np.isfinite([1, np.nan, np.inf]), np.nan_to_num([np.nan, np.inf, 1]))
print(np.gcd(12, 18), np.lcm(4, 6), np.power(2, [1, 2, 3]), np.mod(-7, 3), np.modf([1.5, -2.25]), np.frexp(8.0), np.ldexp(0.5, 4))
print(np.logaddexp(0, 0), np.copysign(1, -0.0), np.heaviside([-1, 0, 1], 0.5), np.sinc([0, 0.5]), np.log2(8), np.log10(1000), np.exp(1))
print(np.sqrt(4), type(np.sqrt(4)).__name__, np.sqrt(np.array([1, 4, 9])), np.add(1, 2), np.negative([1, -1]), np.reciprocal(4.0))
