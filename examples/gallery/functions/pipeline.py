# A function can make a function: here one that does several things in a row.
from functools import reduce


def pipeline(*steps):
    return lambda value: reduce(lambda so_far, step: step(so_far), steps, value)


def each(function):
    return lambda items: [function(item) for item in items]


def only(test):
    return lambda items: [item for item in items if test(item)]


def longer_than(length):
    return lambda word: len(word) > length


headline = pipeline(str.split, only(longer_than(3)), each(str.capitalize), " ".join)
initials = pipeline(str.split, each(lambda word: word[0].upper()), ".".join)

text = "the little engine that could not stop whistling"
print(headline(text))
print(initials(text))
print(pipeline(headline, len)(text), "characters")

# Try: build a pipeline that sorts the words by their length.
