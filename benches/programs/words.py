from collections import Counter

PARTS = ["The", "river", "runs", "down", "to", "the", "sea,", "and", "nobody", "knows", "why;", "it", "is", "late."]


def text(count):
    state = 1
    words = []
    for _ in range(count):
        state = (state * 1103515245 + 12345) % 2147483648
        words.append(PARTS[(state >> 16) % len(PARTS)])
    return " ".join(words)


def clean(word):
    return word.strip(".,;").lower()


story = text(30_000)
words = Counter(clean(word) for word in story.split())
letters = Counter(char for char in story.lower() if char.isalpha())
lengths = Counter(len(word) for word in words.elements())
for word, count in sorted(words.most_common(4)):
    print(word, count)
print(sorted(letters.items())[:3], sorted(lengths.items())[-1])
