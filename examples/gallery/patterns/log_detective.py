# Somebody ate the cake. The doors of the house have written down who went where.
import re
from collections import defaultdict

LINE = re.compile(
    r"(?P<hour>\d\d):(?P<minute>\d\d)\s+"
    r"(?P<who>\w+) (?P<what>enters|leaves) the (?P<room>\w+)"
)

inside = defaultdict(set)
suspects = []
unreadable = 0

with open("doors.log") as log:
    for line in log:
        match = LINE.match(line)
        if not match:
            unreadable += 1
            continue
        minutes = int(match["hour"]) * 60 + int(match["minute"])
        people = inside[match["room"]]
        if match["what"] == "enters":
            people.add(match["who"])
        else:
            people.discard(match["who"])
        # The cake was there at 15:00 and gone at 15:30.
        if 900 <= minutes <= 930 and match["room"] == "kitchen":
            print(f"{line.strip():32} now in the kitchen: {', '.join(sorted(people)) or 'nobody'}")
            if len(people) == 1:
                suspects.append(*people)

print(f"{unreadable} lines could not be read.")
print("Alone with the cake:", ", ".join(suspects))

# Try: who was in the garden all the time, and could not have been it?
