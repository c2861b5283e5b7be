def fib(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a

fib(30)
class Point:
    def __init__(self, x, y):
        self.x = x

        self.y = y
    def __repr__(self):
        return f"Point({self.x}, {self.y})"

class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y
    def __repr__(self):
        return f"Point({self.x}, {self.y})"

Point(3, 4)
while True:
    break
else:
    print("never")

try:
    1 / 0
except ZeroDivisionError as error:
    print(error)
finally:
    print("done")

with open("notes.txt", "w") as file:
    file.write("hello")

print(open("notes.txt").read())
@property
def area(self):
    return 1

total = (1 +
2 +
    3)
total
x = 1 \
+ 2
x
match total:
    case 6:
        print("six")

# only a comment
if x: print("one line")

