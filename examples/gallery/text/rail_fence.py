# An old cipher: write a message in zigzag on some rails, then read it rail by rail.
from itertools import cycle


def zigzag(length, rails):
    """The rail of each letter: 0, 1, 2, 1, 0, 1, ..."""
    way = cycle([*range(rails), *range(rails - 2, 0, -1)])
    return [next(way) for _ in range(length)]


def encrypt(text, rails):
    order = zigzag(len(text), rails)
    return "".join(
        letter for rail in range(rails) for letter, at in zip(text, order) if at == rail
    )


def decrypt(secret, rails):
    order = zigzag(len(secret), rails)
    # Which place of the text each letter of the secret comes from.
    places = sorted(range(len(secret)), key=lambda place: order[place])
    letters = dict(zip(places, secret))
    return "".join(letters[place] for place in range(len(secret)))


message = "MEETMEBEHINDTHEOLDOAK"
ways = zigzag(len(message), 3)
for rail in range(3):
    print(" ".join(letter if at == rail else " " for letter, at in zip(message, ways)).rstrip())

secret = encrypt(message, 3)
print("secret:  ", secret)
print("readable:", decrypt(secret, 3))

# Try: what happens with 2 rails? And with as many as there are letters?
