text = "日本語 テスト 한국어 中文"
for encoding, part in [
    ("shift_jis", text[:7]),
    ("euc_jp", text[:7]),
    ("iso2022_jp", text[:7]),
    ("cp932", "①㈱"),
    ("euc_kr", "한국어"),
    ("gb2312", "中文"),
    ("gb18030", text),
    ("big5", "中文"),
]:
    data = part.encode(encoding)
    print(encoding, data.hex(), data.decode(encoding) == part)

with open("memo.txt", "w", encoding="shift_jis") as file:
    file.write("こんにちは\n")
print(open("memo.txt", "rb").read())
print(open("memo.txt", encoding="shift_jis").read(), end="")
try:
    "한".encode("shift_jis")
except UnicodeEncodeError as error:
    print(error)
try:
    b"\x81".decode("shift_jis")
except UnicodeDecodeError as error:
    print(error)
