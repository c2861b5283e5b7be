import numpy as np

p = np.polyfit([0, 1, 2, 3], [1, 3, 7, 13], 2)
print(np.round(p, 8), np.polyval([1, 2, 3], 2), np.polyval([1, 0], [1, 2]), np.round(np.roots([1, -3, 2]), 8), np.poly([1, 2]))
q = np.poly1d([1, 2, 3])
print(q, q(2), q.order, q.deriv(), q.integ(), q + 1, q * q, repr(q), np.polyadd([1, 2], [1, 0, 0]), np.polymul([1, 1], [1, -1]), np.polydiv([1, 0, -1], [1, 1]), np.polyder([1, 2, 3]))
print(np.convolve([1, 2, 3], [0, 1, 0.5]), np.convolve([1, 2, 3], [0, 1], "same"), np.correlate([1, 2, 3], [0, 1, 0.5]), np.interp([0.5, 1.5, 5], [0, 1, 2], [0, 10, 20]), np.trapezoid([1, 2, 3]), np.gradient([1, 4, 9, 16.0]))
print(np.cov([1, 2, 3], [1, 2, 4]), np.corrcoef([1, 2, 3], [1, 2, 4]))
