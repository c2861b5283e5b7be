# A search engine does not read all pages when you ask: it has read them before.
pages = {
    "bees": "bees make honey and live in a hive",
    "bears": "bears eat honey, berries and fish",
    "herons": "herons stand in the water and wait for fish",
    "hives": "a hive is full of wax, honey and noise",
}

# For each word, the pages it is on.
index = {}
for title, text in pages.items():
    for word in text.replace(",", "").split():
        index.setdefault(word, set()).add(title)

while True:
    words = input("Search for: ").lower().split()
    if not words:
        break
    # Only pages that have all the words.
    found = set(pages)
    for word in words:
        found &= index.get(word, set())
    for title in sorted(found):
        print(f"  {title}: {pages[title]}")
    print(f"  {len(found)} found")

# Try: find pages that have any of the words, those with the most first.
