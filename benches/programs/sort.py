def numbers(count):
    state = 42
    for _ in range(count):
        state = (state * 1103515245 + 12345) % 2147483648
        yield state


values = list(numbers(100_000))
values.sort()
by_end = sorted(values, key=lambda value: value % 1000)
print(values[0], by_end[-1])
