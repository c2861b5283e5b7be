import string


def shift(text, key):
    table = {}
    for alphabet in (string.ascii_lowercase, string.ascii_uppercase):
        table |= str.maketrans(alphabet, alphabet[key % 26:] + alphabet[:key % 26])
    return text.translate(table)


message = "Attack at dawn, Brutus!"
secret = shift(message, 3)
print(secret)
print(shift(secret, -3))
for key in range(0, 26, 5):
    print(f"{key:2} {shift(secret, -key)}")

frequency = {}
for letter in message.lower():
    if letter.isalpha():
        frequency[letter] = frequency.get(letter, 0) + 1
for letter, count in sorted(frequency.items(), key=lambda item: (-item[1], item[0]))[:5]:
    print(letter, "#" * count)
