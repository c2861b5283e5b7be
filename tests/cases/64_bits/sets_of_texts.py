"""Sets of texts, under the hash seed 0."""

words = "the quick brown fox jumps over the lazy dog".split()
print(set(words), {word[0] for word in words}, set("mississippi"), frozenset(["ü", "日", "a"]))
print(set(["apple", "banana", "cherry"]), set((True, 2, 3.5, "x", (1, 2))), {b"bytes", "text"})
print({"blue", "green"} & set(["red", "blue"]), {"red", "green"} | {"blue"}, {"red", "green"} ^ {"green", "white"})
print(set(words) - {"the", "dog"}, set(words[:4]) | set(words[4:]), frozenset("abc") ^ set("bcd"))

seen = set()
for word in "to be or not to be that is the question".split():
    seen.add(word)
    print(len(seen), seen)
print([seen.pop() for _ in range(4)], seen)
