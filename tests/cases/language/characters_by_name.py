import unicodedata

print("\N{BULLET} \N{greek small letter alpha} \N{HIRAGANA LETTER A}")
print(unicodedata.name("é"), unicodedata.name("😀"), unicodedata.name("漢"), unicodedata.name("한"))
print(unicodedata.lookup("SNOWMAN"), unicodedata.lookup("CJK UNIFIED IDEOGRAPH-5B57"))
print(unicodedata.name("\0", "has none"), unicodedata.category("A"), unicodedata.normalize("NFD", "é") == "e\u0301")
try:
    unicodedata.lookup("NO SUCH CHARACTER")
except KeyError as error:
    print(error)
print("naïve →".encode("ascii", "namereplace"))
