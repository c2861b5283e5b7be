# On which day of the week was somebody born, and when is the 10 000th day of a life?
from datetime import date, timedelta

text = input("A birthday, such as 2012-05-17: ")
born = date.fromisoformat(text)

print(f"It was a {born:%A}, day {born:%j} of the year {born.year}.")
print(f"It comes on a {born:%A} again in", end=" ")
years = [year for year in range(born.year + 1, born.year + 30)
         if (born.month, born.day) != (2, 29) and born.replace(year=year).weekday() == born.weekday()]
print(", ".join(map(str, years[:3])) + ".")

for days in (1000, 5000, 10_000):
    print(f"Day {days:6}: {born + timedelta(days=days):%A, %d %B %Y}")

# Try: use date.today() and tell how many days old somebody is.
