import math
import statistics

heights = [162, 175, 158, 181, 169, 175, 190, 166]
print("mean", statistics.mean(heights))
print("median", statistics.median(heights))
print("mode", statistics.mode(heights))
print("stdev", round(statistics.stdev(heights), 3), "pvariance", statistics.pvariance(heights))
print("quartiles", statistics.quantiles(heights, n=4))
print(math.gcd(84, 36), math.lcm(4, 6), math.comb(49, 6), math.factorial(20), math.isqrt(99))
print(f"{math.pi:.10f} {math.sin(math.pi / 6):.4f} {math.hypot(3, 4)} {math.log2(1024)} {math.inf}")
print(math.floor(-2.5), math.ceil(-2.5), math.trunc(-2.5), math.fmod(-7, 3), math.copysign(1, -0.0))
x = [1, 2, 3, 4, 5]
y = [2.1, 3.9, 6.2, 7.8, 10.1]
slope, intercept = statistics.linear_regression(x, y)
print(f"y = {slope:.3f} x + {intercept:.3f}, r = {statistics.correlation(x, y):.4f}")
print(complex(1, 2) * 1j, abs(3 + 4j), (1 + 2j).conjugate())
