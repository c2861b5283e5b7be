import numpy as np
import os

a = np.arange(6).reshape(2, 3)
np.save("a.npy", a)
print(np.load("a.npy"), os.path.getsize("a.npy"))
np.save("b", np.array(["x", "yz"]))
print(np.load("b.npy"))
np.savez("many.npz", first=a, second=np.eye(2))
with np.load("many.npz") as data:
    print(data.files, data["second"])
np.savez_compressed("packed.npz", a, a * 2)
data = np.load("packed.npz")
print(sorted(data.files), data["arr_1"])
try:
    data["nothing"]
except KeyError as error:
    print(error)
try:
    np.load("nothing.npy")
except FileNotFoundError as error:
    print(error)
np.save("c.npy", np.array([1.5, np.nan], dtype=np.float32))
print(np.load("c.npy").dtype, np.load("c.npy"))
np.save("f.npy", np.asfortranarray(a))
print(np.load("f.npy").flags["F_CONTIGUOUS"], np.load("f.npy"))
a.tofile("raw.bin")
print(np.fromfile("raw.bin", dtype=a.dtype), a.tobytes()[:9])
print(np.array([True, False]).tobytes(), np.array([1 + 2j]).tobytes() == np.array([1.0, 2.0]).tobytes())
with open("a.npy", "rb") as file:
    print(file.read(80))
