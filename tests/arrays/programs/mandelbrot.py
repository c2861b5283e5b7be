import numpy as np

x = np.linspace(-2, 0.5, 40)
y = np.linspace(-1.1, 1.1, 21)
c = x[np.newaxis, :] + 1j * y[:, np.newaxis]
z = np.zeros_like(c)
steps = np.zeros(c.shape, dtype=int)
for _ in range(30):
    alive = np.abs(z) <= 2
    z[alive] = z[alive] ** 2 + c[alive]
    steps[alive] += 1
for row in steps:
    print("".join(" .:-=+*#%@"[min(n // 3, 9)] for n in row))
print(steps.max(), steps.min(), steps.sum())
w = np.array([1 + 2j, 3 - 4j])
print(w, w.conj(), w.real, w.imag, np.abs(w), np.angle(w), w * 1j, w.dtype)
print(np.sqrt(np.array([-1 + 0j])), np.sort(np.roots([1, 0, 4]).imag), np.exp(1j * np.pi).round(10))
