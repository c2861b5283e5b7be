from collections import defaultdict

WORDS = "listen silent enlist google elbow below state taste night thing cat act tac inlets".split()

groups = defaultdict(list)
for word in WORDS:
    groups["".join(sorted(word))].append(word)
for key, words in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])):
    if len(words) > 1:
        print(f"{key}: {', '.join(words)}")


def permutations(text):
    if len(text) <= 1:
        yield text
        return
    for index, char in enumerate(text):
        for rest in permutations(text[:index] + text[index + 1:]):
            yield char + rest


print(*permutations("abc"))
print(sum(1 for _ in permutations("abcdef")), len(set(permutations("aabb"))))
