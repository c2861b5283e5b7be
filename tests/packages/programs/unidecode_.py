import unicodedata

from unidecode import unidecode, unidecode_expect_ascii, unidecode_expect_nonascii

WORDS = ["Zoë", "Ærøskøbing", "naïve café", "Straße", "Москва", "Αθήνα", "北京", "東京", "서울", "Việt Nam", "Łódź", "Íslenska",
         "हिन्दी", "العربية", "עברית", "ภาษาไทย", "ⅣⅧ½²", "“quotes” – dash…", "€ 5 ≤ £ 6", "𝕳𝖊𝖑𝖑𝖔", "ﬁne ﬂow", "", "plain"]
for word in WORDS:
    print(word, "->", repr(unidecode(word)))
print(unidecode_expect_ascii("abc"), unidecode_expect_nonascii("äöü"))


def slug(title):
    text = unidecode(title).lower()
    return "-".join("".join(char if char.isalnum() else " " for char in text).split())


for title in ["Über den Wölken!", "Ça va? Très bien", "Привет, мир", "100 % Größe", "日本語のテキスト"]:
    print(slug(title))
for errors in ["ignore", "replace", "preserve"]:
    print(errors, repr(unidecode("a\ue000b", errors=errors, replace_str="?")))
try:
    unidecode("a\ue000b", errors="strict")
except Exception as error:
    print(type(error).__name__, error.index)
changed = [char for char in map(chr, range(0xA0, 0x180)) if unidecode(char) != char]
print(len(changed), "".join(unidecode(char) for char in changed))
print(sorted({unicodedata.name(char).split()[0] for char in changed}))
names = sorted(["Émile", "Zoë", "Ada", "Åsa", "Olaf", "Özil"], key=unidecode)
print(names, [unidecode(name)[0] for name in names])
table = {ord(char): unidecode(char) for char in "äöüß"}
print("Größe übt".translate(table), all(ord(c) < 128 for c in unidecode("".join(WORDS))))
