book = {"Ann": "123", "Bob": "456"}
book["Cid"] = "789"
print(book, "Ann" in book, len(book), book.get("Dee"), book.get("Dee", "none"))
for name, number in book.items():
    print(f"{name:.<10}{number}")
book.update(Bob="000", Dee="111")
print(list(book), list(book.values()), book.pop("Ann"), book.setdefault("Eve", "222"))
print({**book, "Fay": "333"}, book | {"Bob": "1"}, dict(zip("ab", (1, 2))), dict.fromkeys("ab", 0))
inverse = {number: name for name, number in book.items()}
print(inverse, sorted(book, key=book.get), max(book, key=lambda name: book[name]))
nested = {"user": {"name": "Ann", "langs": ["en", "ja"]}}
print(nested["user"]["langs"][1], nested.get("x", {}).get("y"))
for name in list(book):
    if name.startswith("C"):
        del book[name]
print(book, book.popitem(), book == {"Dee": "111", "Bob": "000"})
try:
    for name in book:
        book[name + "x"] = 1
except RuntimeError as error:
    print(error)
try:
    {[]: 1}
except TypeError:
    print("a list is no key")
print(book["Zoe"])
