# A dictionary translates: look up each word, and keep those that are not in it.
EMOJI = {
    "cat": "🐱", "dog": "🐶", "fish": "🐟", "house": "🏠", "sun": "🌞",
    "rain": "🌧️", "pizza": "🍕", "loves": "💛", "eats": "😋", "sleeps": "😴",
}


def translate(sentence):
    return " ".join(EMOJI.get(word, word) for word in sentence.split())


def translate_back(sentence):
    words = {emoji: word for word, emoji in EMOJI.items()}
    return " ".join(words.get(part, part) for part in sentence.split())


for sentence in ("my cat eats fish", "the dog sleeps in the sun", "who loves pizza in the rain"):
    with_emoji = translate(sentence)
    print(with_emoji)
    assert translate_back(with_emoji) == sentence

# Try: teach it more words. What if two words have the same emoji?
