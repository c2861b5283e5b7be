# Data from somewhere else: a recipe book, with lists in dictionaries in lists.
import json

with open("recipes.json") as file:
    book = json.load(file)

print(f"{book['title']} has {len(book['recipes'])} recipes:")
for recipe in book["recipes"]:
    stars = "★" * recipe["stars"]
    print(f"  {recipe['name']:16}{recipe['minutes']:4} min  {stars}")

cupboard = {"egg", "milk", "flour", "sugar", "potato"}
print("\nWith what is in the cupboard:")
for recipe in book["recipes"]:
    missing = [item["what"] for item in recipe["needs"] if item["what"] not in cupboard]
    print(f"  {recipe['name']:16}", "missing: " + ", ".join(missing) if missing else "can be cooked!")

# A shopping list for all of them together.
shopping = {}
for recipe in book["recipes"]:
    for item in recipe["needs"]:
        shopping[item["what"]] = shopping.get(item["what"], 0) + item["much"]
print("\n" + json.dumps(shopping, sort_keys=True))

# Try: add a recipe of your own to recipes.json. What happens when a comma is missing?
