# JSON keeps lists and dictionaries in a file that other programs can read as well.
import json


def load():
    try:
        with open("scores.json") as file:
            return json.load(file)
    except FileNotFoundError:
        return []


def save(scores):
    with open("scores.json", "w") as file:
        json.dump(scores, file, indent=2)


for _ in range(3):
    name, points = input("Name and points: ").split()
    scores = load()
    scores.append({"name": name, "points": int(points)})
    scores.sort(key=lambda score: -score["points"])
    save(scores[:10])

for place, score in enumerate(load(), start=1):
    print(f"{place}. {score['name']:8}{score['points']:6}")
print("\nThis is what the file looks like:")
print(open("scores.json").read())

# Try: keep the date of each score, too.
