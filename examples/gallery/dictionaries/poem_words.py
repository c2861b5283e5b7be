# What is a poem about? Count its words, and leave out those that every text is full of.
poem = """
The moon looked down on the silent town
and the town looked up at the moon.
I shall have light, said the silent night,
and the moon said: you shall, and soon.
"""
small_words = {"the", "and", "on", "at", "i", "you", "up", "down"}

counts = {}
for word in poem.lower().split():
    word = word.strip(".,:!?")
    if word not in small_words:
        counts[word] = counts.get(word, 0) + 1

for word, count in sorted(counts.items(), key=lambda entry: (-entry[1], entry[0])):
    if count > 1:
        print(f"{word:8} {'♪' * count}")
print(f"and {list(counts.values()).count(1)} words that come only once.")

# Try: use collections.Counter, which does the counting for you.
