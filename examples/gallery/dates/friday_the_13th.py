# Is the 13th really more often a Friday than another day? The calendar repeats after 400 years,
# so it is enough to look at those.
from collections import Counter
from datetime import date

days = Counter(
    date(year, month, 13).strftime("%A")
    for year in range(2000, 2400)
    for month in range(1, 13)
)

fewest = min(days.values())
for day, count in days.most_common():
    print(f"{day:10}{count} {'█' * (count - fewest + 1)}")

print()
for year in range(2026, 2036):
    unlucky = [date(year, month, 13) for month in range(1, 13)]
    names = [f"{day:%b}" for day in unlucky if day.weekday() == 4]
    print(year, ", ".join(names))

# Try: which years have three of them? Can a year have none?
