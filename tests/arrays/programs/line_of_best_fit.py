import numpy as np

x = np.array([0, 1, 2, 3, 4, 5], dtype=float)
y = np.array([1.1, 2.9, 5.2, 7.1, 8.8, 11.1])
slope, intercept = np.polyfit(x, y, 1)
print(f"{slope:.6f} {intercept:.6f}")
A = np.vstack([x, np.ones(len(x))]).T
solution, residuals, rank, singular = np.linalg.lstsq(A, y, rcond=None)
print(solution.round(8), residuals.round(8), rank, singular.round(8))
print(np.corrcoef(x, y).round(8))
print(np.cov(x, y).round(8))
predicted = np.polyval([slope, intercept], x)
print(np.sqrt(np.mean((y - predicted) ** 2)).round(8))
p = np.poly1d([1, -3, 2])
print(p)
print(p(3), p.roots, p.deriv(), p.integ())
