import calendar
from datetime import date, datetime, time, timedelta, timezone

moon = date(1969, 7, 20)
print(moon, moon.strftime("%A, %d %B %Y"), moon.weekday(), moon.isocalendar())
print(moon + timedelta(days=100), (date(2026, 12, 25) - date(2026, 11, 24)).days)
start = datetime(2026, 3, 29, 1, 30)
for hours in range(0, 49, 24):
    print((start + timedelta(hours=hours)).isoformat(sep=" "))
print(datetime.strptime("24.11.2026 15:45", "%d.%m.%Y %H:%M"), datetime.fromisoformat("2026-11-24T15:45:00+01:00"))
print(timedelta(days=1, seconds=3661), timedelta(hours=36) / 2, timedelta(minutes=90).total_seconds(), -timedelta(1, 1))
tokyo = timezone(timedelta(hours=9), "JST")
noon = datetime(2026, 1, 1, 12, tzinfo=timezone.utc)
print(noon.astimezone(tokyo), noon.timestamp(), time(7, 5).isoformat("minutes"), noon.replace(hour=0))
print(calendar.month(2026, 11))
print(calendar.isleap(2028), calendar.monthrange(2026, 2), [day.name for day in calendar.Day][:2])
birthdays = {"Ann": date(2010, 5, 17), "Bob": date(2011, 2, 28)}
today = date(2026, 11, 24)
for name, born in birthdays.items():
    age = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
    print(name, age)
print(repr(datetime(2026, 1, 2, 3, 4, 5, 6)), datetime.min, date.max)
date(2026, 2, 30)
