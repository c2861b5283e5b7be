import numpy as np

rate = 64
t = np.arange(rate) / rate
signal = np.sin(2 * np.pi * 5 * t) + 0.5 * np.sin(2 * np.pi * 12 * t)
spectrum = np.abs(np.fft.rfft(signal)) * 2 / rate
frequencies = np.fft.rfftfreq(rate, 1 / rate)
print(frequencies[spectrum > 0.1], spectrum[spectrum > 0.1].round(8))
back = np.fft.irfft(np.fft.rfft(signal))
print(np.allclose(back, signal))
print(np.fft.fft([1, 2, 3, 4]), np.fft.ifft([10, -2 + 2j, -2, -2 - 2j]).real)
print(np.fft.fftfreq(5), np.fft.fftshift(np.arange(5)))
print(np.abs(np.fft.fft2(np.eye(3))).round(6))
