text = " ".join("line " + str(n) + " of the text" for n in range(20_000))
words = text.split()
upper = [word.upper() for word in words if word.isdigit() or word == "text"]
joined = "-".join(upper).replace("TEXT", "t")
vowels = 0
for char in text:
    if char in "aeiou":
        vowels += 1
print(len(joined), vowels, joined[:10])
