from collections import Counter

TEXT = """It was the best of times, it was the worst of times,
it was the age of wisdom, it was the age of foolishness,
it was the epoch of belief, it was the epoch of incredulity"""

words = [word.strip(".,").lower() for word in TEXT.split()]
counter = Counter(words)
for word, count in counter.most_common(6):
    print(f"{word:<10}{count:>3} {'*' * count}")
print(len(words), "words,", len(counter), "different")
print(max(words, key=len), sorted(set(map(len, words))))
by_first = {}
for word in sorted(counter):
    by_first.setdefault(word[0], []).append(word)
for letter, group in by_first.items():
    print(letter, group)
print((counter - Counter(it=5, was=6)).most_common(2), counter.total())
