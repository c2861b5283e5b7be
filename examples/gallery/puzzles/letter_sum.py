# Each letter stands for a digit, different letters for different digits. Which?
#
#       I
#   + DID
#   -----
#     TOO
from itertools import permutations


def solve(first, second, total):
    letters = sorted(set(first + second + total))
    beginnings = {first[0], second[0], total[0]}
    tried = 0
    for digits in permutations("0123456789", len(letters)):
        tried += 1
        code = dict(zip(letters, digits))
        # Numbers do not begin with a zero.
        if any(code[letter] == "0" for letter in beginnings):
            continue
        a, b, c = (int("".join(code[letter] for letter in word)) for word in (first, second, total))
        if a + b == c:
            print(f"{first} + {second} = {total}:  {a} + {b} = {c}  after {tried} attempts")
            return
    print(f"{first} + {second} = {total}: there is no solution")


solve("I", "DID", "TOO")
solve("AS", "A", "MOM")
solve("NO", "NO", "YES")

# Try: a longer puzzle takes longer. How could the program notice early that digits are wrong?
