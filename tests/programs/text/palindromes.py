def is_palindrome(text):
    letters = [char.lower() for char in text if char.isalnum()]
    return letters == letters[::-1]


for text in ["Level", "A man, a plan, a canal: Panama", "Python", "", "たけやぶやけた", "été"]:
    print(f"{text!r}: {is_palindrome(text)}")

print("stressed"[::-1], "abcdef"[::2], "abcdef"[-3:], "abc" * 2)
sentence = "the quick brown fox"
print(sentence.title(), sentence.upper(), sentence.swapcase(), sentence.capitalize(), sep="\n")
print(sentence.replace("quick", "slow").split(), sentence.find("fox"), sentence.count("o"))
print(sentence.center(30, "-"), sentence.partition(" "), sentence.rpartition(" "), sep="\n")
print("a,b,,c".split(","), "  x ".strip(), "x".zfill(3), "ß".upper(), "Straße".casefold())
print(ord("€"), chr(8364), "é".encode(), b"\xe2\x82\xac".decode(), "naïve"[2], len("👍🏽"))
print("%s is %d years and %.1f%%" % ("Ann", 12, 99.5), "{0} {1} {0}".format("a", "b"), "{:>{w}}".format(1, w=4))
