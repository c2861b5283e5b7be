foo
1 / 0
def f(n):
    return f(n - 1) if n else [][0]

f(2)
1 +
'abc
  x = 1
def g():
x = 5

if True:
print(1)
)
raise ValueError("wrong")
raise KeyError("key") from None
try:
    1 / 0
except ZeroDivisionError:
    raise RuntimeError("while handling")

assert 1 == 2, "no"
import nosuch
"after"
