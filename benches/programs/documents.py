import json


def person(number):
    return {
        "name": "Person " + str(number),
        "age": number % 90,
        "active": number % 3 == 0,
        "tags": ["tag" + str(tag) for tag in range(number % 5)],
        "address": {"city": "City of " + str(number % 11), "place": [number + 0.25, None]},
    }


people = [person(number) for number in range(5_000)]
text = json.dumps(people)
again = json.loads(text)
pretty = json.dumps(again[:200], indent=2, sort_keys=True)
print(len(text), len(pretty), again == people)
print(sum(one["age"] for one in again if one["active"]))
