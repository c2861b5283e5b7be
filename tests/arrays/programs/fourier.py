import numpy as np

x = np.array([1.0, 2, 3, 4])
print(np.round(np.fft.fft(x), 10), np.round(np.fft.ifft(np.fft.fft(x)), 10), np.round(np.fft.rfft(x), 10), np.round(np.fft.irfft(np.fft.rfft(x)), 10))
print(np.fft.fftfreq(5, 0.1), np.fft.rfftfreq(4), np.fft.fftshift(np.arange(5)), np.fft.ifftshift(np.arange(5)))
for n in (1, 2, 3, 5, 6, 7, 12, 97, 101, 128, 211):
    y = np.cos(np.arange(n) * 0.7) + np.sin(np.arange(n) * 0.3)
    f = np.fft.fft(y)
    print(n, np.round(np.abs(f).sum(), 6), np.allclose(np.fft.ifft(f), y))
print(np.round(np.fft.fft2(np.arange(6.0).reshape(2, 3)), 8))
