# Questions from where few programs ask: each has to suspend the whole stack.
import sys


def answers(count):
    for number in range(count):
        yield input(f"generator {number}? ")


class Farewell:
    def __del__(self):
        print("deleted:", input("last words? "))


def deep(level):
    if level == 0:
        return input("how deep? ")
    return deep(level - 1)


def in_finally():
    try:
        return "result"
    finally:
        print("finally:", input("in finally? "))


print(list(answers(2)))
print(sorted(["b", "a", "c"], key=lambda name: int(input(f"rank of {name}? "))))
print(deep(500))
print(in_finally())
farewell = Farewell()
del farewell
print([line.strip() for line in iter(sys.stdin.readline, "\n")])
print({key: value for key, value in (input("pair? ").split("=") for _ in range(2))})
