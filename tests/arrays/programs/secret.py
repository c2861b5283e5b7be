import numpy as np

text = "HELLO WORLD"
codes = np.array([ord(c) for c in text])
print(codes)
letters = (codes >= 65) & (codes <= 90)
shifted = np.where(letters, (codes - 65 + 3) % 26 + 65, codes)
print("".join(chr(c) for c in shifted))
print("".join(map(chr, shifted)))
print(np.frombuffer(b"abc", dtype=np.uint8))
print(np.array(list("banana")), np.unique(list("banana"), return_counts=True))
print(np.array(["apple", "fig"]).dtype, np.array(["apple", "fig"]) == "fig")
print(np.bitwise_xor(codes, 42)[:5], np.array([5, 6]) & 3, np.array([1, 2]) << 2, ~np.array([0, 1]))
print(np.sort(np.array(["pear", "fig", "apple"])), np.array(["b", "a"]).argsort())
