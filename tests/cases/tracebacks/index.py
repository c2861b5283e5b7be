row = [1, 2, 3]
table = [row]
print(table[0][3])
