import numpy as np

a = np.arange(6).reshape(2, 3)
for f in (lambda: a[2], lambda: a[0, 3], lambda: a[0, 0, 0], lambda: a["x"], lambda: a[1.5], lambda: a[[0, 5]],
          lambda: a[np.array([True, False, True])], lambda: a[[1.5]], lambda: a[..., ...]):
    try:
        f()
    except IndexError as e:
        print(e)
for v in ([1, 2], [1, 2, 3, 4]):
    try:
        a[0] = v
    except ValueError as e:
        print(e)
try:
    a[a > 1] = [1, 2]
except ValueError as e:
    print(e)
try:
    del a[0]
except ValueError as e:
    print(e)
