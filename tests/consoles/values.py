1 + 1
_ * 21
"text"
None
x = [1, 2]
x
x.append(3); x
_
(1,
2,
3)
"""one
two"""
import math; math.pi
round(_, 2)
print("printed")
for i in range(3): i

if x:
    "first"
    "second"

3 if x else 4
del x
x
