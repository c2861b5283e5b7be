class InvalidAge(ValueError):
    pass


def parse(text):
    try:
        age = int(text)
    except ValueError:
        raise InvalidAge("no number: " + text)
    if age > 120:
        raise InvalidAge("too old: " + text)
    return age


texts = ["12", "40", "abc", "", "200", "77"]
names = {12: "Ada", 77: "Grace"}
counts = {"valid": 0, "invalid": 0, "missing": 0, "finished": 0}
for turn in range(30_000):
    try:
        names[parse(texts[turn % 6])]
    except InvalidAge:
        counts["invalid"] += 1
    except KeyError:
        counts["missing"] += 1
    else:
        counts["valid"] += 1
    finally:
        counts["finished"] += 1
print(sorted(counts.items()))
