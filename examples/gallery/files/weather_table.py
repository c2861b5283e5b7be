# Read a table from a file and draw it. The file is weather.csv, beside the program.
import csv

with open("weather.csv") as file:
    days = list(csv.DictReader(file))

for day in days:
    low, high = int(day["low"]), int(day["high"])
    bar = " " * low + "━" * (high - low + 1)
    drops = "💧" * round(float(day["rain"]) / 5)
    print(f"{day['day']}  {bar:<28}{low:3}° to {high}° {drops}")

warmest = max(days, key=lambda day: int(day["high"]))
rain = sum(float(day["rain"]) for day in days)
print(f"The warmest day was {warmest['day']}, and {rain:.1f} mm of rain fell.")

# Which days would you have gone swimming?
with open("swimming.txt", "w") as file:
    for day in days:
        if int(day["high"]) >= 22 and float(day["rain"]) < 1:
            print(day["day"], file=file)
print("Swimming:", open("swimming.txt").read().split())

# Try: change weather.csv. How would you count the days without rain?
