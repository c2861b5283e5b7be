# Time zones as lessons use them: a meeting over borders, the hours around a change of clocks, a zone that is none.
import pickle
import zoneinfo
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

print(repr(ZoneInfo("Europe/Paris")), ZoneInfo("Europe/Paris") is ZoneInfo("Europe/Paris"), ZoneInfo("UTC"))
names = zoneinfo.available_timezones()
print(len(names) > 590, {"Europe/Berlin", "America/Argentina/Salta", "UTC", "US/Pacific"} <= names, "posixrules" in names)

meeting = datetime(2026, 3, 20, 15, 0, tzinfo=ZoneInfo("America/New_York"))
for place in ("Europe/London", "Asia/Kolkata", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Apia", "America/St_Johns"):
    here = meeting.astimezone(ZoneInfo(place))
    print(f"{place:20} {here:%a %d %b %H:%M %Z %z}", here.utcoffset(), here.dst())

berlin = ZoneInfo("Europe/Berlin")
moment = datetime(2026, 3, 29, 0, 30, tzinfo=timezone.utc)
for _ in range(4):
    print(moment.astimezone(berlin).isoformat(), moment.astimezone(berlin).tzname())
    moment += timedelta(minutes=30)
for fold in (0, 1):
    twice = datetime(2026, 10, 25, 2, 30, tzinfo=berlin, fold=fold)
    print(twice, twice.timestamp())

# Before there were zones, after the last change that the data lists, and where midnight did not exist.
for year in (1850, 1895, 1940, 1980, 2037, 2038, 2150):
    print(year, datetime(year, 7, 1, tzinfo=ZoneInfo("Europe/Moscow")).utcoffset())
print(datetime(2011, 12, 30, 12, tzinfo=ZoneInfo("Pacific/Apia")).astimezone(timezone.utc))

print(pickle.loads(pickle.dumps(berlin)) is berlin, ZoneInfo.no_cache("Europe/Berlin") is berlin)
with open("/usr/share/zoneinfo/Asia/Tokyo", "rb") as file:
    tokyo = ZoneInfo.from_file(file, key="Asia/Tokyo")
print(tokyo, tokyo.utcoffset(datetime(2026, 1, 1)))

for key in ("Mars/Base", "", "../etc/passwd", "/Europe/Paris", "Europe//Paris", "europe/paris", 5):
    try:
        print(ZoneInfo(key))
    except ZoneInfoNotFoundError as error:
        print(type(error).__name__, error)
    except (ValueError, TypeError, OSError) as error:
        print(type(error).__name__, error)
