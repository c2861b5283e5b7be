import numpy as np

import io
np.savetxt("a.txt", np.arange(6).reshape(2, 3), fmt="%d", delimiter=",", header="x,y,z")
print(open("a.txt").read(), np.loadtxt("a.txt", delimiter=","), np.loadtxt("a.txt", delimiter=",", dtype=int, usecols=(0, 2)), np.loadtxt(io.StringIO("1 2\n3 4"), unpack=True))
np.savetxt("b.txt", [1.5, 2.25])
print(open("b.txt").read(), np.loadtxt("b.txt"), np.genfromtxt(io.StringIO("1,2\n3,"), delimiter=","))
np.save("c.npy", np.arange(4.0))
np.savez("d.npz", a=np.arange(3), b=np.eye(2))
d = np.load("d.npz")
print(np.load("c.npy"), d["a"], d["b"], sorted(d.files))
try:
    np.loadtxt(io.StringIO("1 2\n3 x"))
except ValueError as e:
    print(e)
try:
    np.loadtxt(io.StringIO("1 2\n3"))
except ValueError as e:
    print(e)
