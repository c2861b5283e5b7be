MORSE = dict(zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", """.- -... -.-. -.. . ..-. --. .... .. .--- -.- .-.. --
-. --- .--. --.- .-. ... - ..- ...- .-- -..- -.-- --..""".split()))
LETTERS = {code: letter for letter, code in MORSE.items()}


def encode(text):
    return " / ".join(" ".join(MORSE[letter] for letter in word) for word in text.upper().split())


def decode(code):
    return " ".join("".join(LETTERS[letter] for letter in word.split()) for word in code.split(" / "))


code = encode("Sos python")
print(code)
print(decode(code))
try:
    encode("what?")
except KeyError as error:
    print("no code for", error)
