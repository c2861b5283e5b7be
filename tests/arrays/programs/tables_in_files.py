import numpy as np
from io import StringIO

with open("data.csv", "w") as file:
    file.write("# name,height,weight\n1,170.5,65\n2,182,80.25\n3,165,\n")
table = np.genfromtxt("data.csv", delimiter=",")
print(table)
print(np.loadtxt(StringIO("1 2\n3 4")))
print(np.loadtxt(StringIO("a;b\n1;2\n3;4"), delimiter=";", skiprows=1, dtype=int))
x, y = np.loadtxt(StringIO("1,2\n3,4"), delimiter=",", unpack=True)
print(x, y)
print(np.loadtxt(StringIO("1,2,3\n4,5,6"), delimiter=",", usecols=(0, 2)))
try:
    np.loadtxt(StringIO("1 2\n3 x"))
except ValueError as error:
    print(error)
try:
    np.loadtxt("nothing.txt")
except FileNotFoundError as error:
    print(error)
np.savetxt("out.csv", np.array([[1, 2.5], [3, 4]]), delimiter=",", fmt="%.2f", header="a,b", comments="")
print(open("out.csv").read())
np.savetxt("whole.txt", np.arange(4).reshape(2, 2), fmt="%d")
print(open("whole.txt").read())
np.savetxt("plain.txt", [1.5, 2.5])
print(open("plain.txt").read())
print(np.genfromtxt(StringIO("1,,3\n4,5,6"), delimiter=",", filling_values=0))
print(np.genfromtxt(StringIO("a,b\n1,2"), delimiter=",", skip_header=1))
