words = ["a", None, "c"]
print([word.upper() for word in words])
