numbers = [3, 1]
numbers.appendd(2)
