import time
from datetime import datetime, timezone

t = time.gmtime(86399)
print(t, t.tm_year, t[3], tuple(t), t.tm_gmtoff)
print(time.strftime("%Y-%m-%d %H:%M:%S %j %U %a %A %b %B %p %y %%", time.gmtime(1_000_000_000)))
print(time.asctime(time.gmtime(0)), time.strptime("30 Nov 00", "%d %b %y")[:6])
print(time.mktime(time.localtime(1e9)) == 1e9, abs(time.time() - time.time_ns() / 1e9) < 1)
start = time.monotonic()
time.sleep(0.01)
print(time.monotonic() - start >= 0.01, time.perf_counter_ns() > 0, time.process_time() >= 0)
print(time.get_clock_info("monotonic").monotonic, time.get_clock_info("time").adjustable)
print(datetime.fromtimestamp(0, timezone.utc), datetime.now().year >= 2026, datetime.now(timezone.utc).tzname())
for call in ["time.sleep(-1)", "time.sleep('x')", "time.gmtime(1e30)", "time.strftime('%Y', (2026, 13, 1, 0, 0, 0, 0, 1, 0))", "time.strptime('x', '%Y')", "time.localtime(float('nan'))", "time.get_clock_info('sun')"]:
    try:
        print(eval(call))
    except Exception as error:
        print(call, type(error).__name__, error)
