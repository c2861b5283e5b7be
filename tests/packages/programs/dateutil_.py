from datetime import date, datetime, timedelta, timezone

from dateutil import easter, tz
from dateutil.parser import ParserError, isoparse, parse
from dateutil.relativedelta import FR, MO, relativedelta
from dateutil.rrule import DAILY, MONTHLY, WEEKLY, YEARLY, rrule, rruleset, rrulestr

for text in ["2026-03-01", "March 1, 2026 5pm", "1/2/2026", "Thu Sep 25 10:36:28 2003", "20260301T101500Z", "10:15",
             "2026-03-01 10:15:30.5 +0130"]:
    print(text, "->", parse(text, default=datetime(2026, 1, 1)))
print(parse("1/2/2026", dayfirst=True).date(), isoparse("2026-W09-7"), parse("today is 5 May 2026", fuzzy=True).date())
for wrong in ["nothing", "2026-13-45", ""]:
    try:
        parse(wrong)
    except (ParserError, OverflowError) as error:
        print(type(error).__name__, error)
start = date(2026, 1, 31)
print(start + relativedelta(months=1), start + relativedelta(years=-1, days=+3), start + relativedelta(weekday=MO(+1)))
age = relativedelta(date(2026, 11, 28), date(2000, 2, 29))
print(age, age.years, relativedelta(hours=36).normalized(), date(2026, 3, 1) + relativedelta(day=31, weekday=FR(-1)))
print([day.isoformat() for day in map(datetime.date, rrule(WEEKLY, count=3, dtstart=datetime(2026, 1, 1), byweekday=(MO, FR)))])
print(list(rrule(MONTHLY, count=3, dtstart=datetime(2026, 1, 31), bymonthday=-1)))
print([day.year for day in rrule(YEARLY, dtstart=datetime(2020, 2, 29), until=datetime(2032, 12, 31))])
rules = rruleset()
rules.rrule(rrule(DAILY, count=4, dtstart=datetime(2026, 1, 1)))
rules.exdate(datetime(2026, 1, 2))
print([day.day for day in rules], rules[0], rules.after(datetime(2026, 1, 1)))
print(list(rrulestr("DTSTART:20260101T090000\nRRULE:FREQ=DAILY;INTERVAL=10;COUNT=3")))
print([easter.easter(year).isoformat() for year in (2024, 2025, 2026)])
utc, east = tz.UTC, tz.tzoffset("EAST", 3600 * 2)
moment = datetime(2026, 7, 1, 12, tzinfo=utc)
print(moment.astimezone(east), tz.gettz("UTC").utcoffset(moment), moment - timedelta(days=1), tz.tzstr("EST5EDT").utcoffset(datetime(2026, 7, 1)))
print(moment.astimezone(tz.gettz("Europe/Zurich")) if tz.gettz("Europe/Zurich") else "no zones", timezone.utc)
