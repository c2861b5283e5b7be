# Which letters are in a text, and how often? A bar shows it at a glance.
text = "She sells sea shells by the sea shore"

letters = text.lower().replace(" ", "")
for letter in sorted(set(letters)):
    count = letters.count(letter)
    print(letter, "█" * count, count)

# Try: sort by how often a letter occurs: sorted(set(letters), key=letters.count)
