shopping = ["milk", "bread"]
shopping.append("eggs")
shopping.insert(0, "tea")
shopping += ["jam", "milk"]
print(shopping, len(shopping), shopping.count("milk"), shopping.index("bread"))
shopping.remove("milk")
print(shopping.pop(), shopping.pop(0), shopping)
shopping[1:2] = ["a", "b"]
del shopping[0]
print(shopping, shopping[-1], shopping[::-1], shopping * 2)
copy = shopping[:]
alias = shopping
alias.clear()
print(shopping, copy, alias is shopping, copy == ["a", "b", "jam"])
grid = [[0] * 3 for _ in range(2)]
grid[0][1] = 5
print(grid, [value for row in grid for value in row])
print([x ** 2 for x in range(10) if x % 2], {x: x ** 2 for x in range(4)}, {c for c in "aab"} == {"a", "b"})
print(list(zip("abc", [1, 2, 3])), list(enumerate("ab", 1)), any([]), all([]), sum([[1], [2]], []))
print((1,) + (2, 3), tuple("ab"), (1, 2) < (1, 3), [1, [2]] == [1, [2]])
shopping["butter"]
