import re

LOG = """2026-03-01 12:00:01 ERROR disk full on /dev/sda1
2026-03-01 12:00:05 INFO user ann logged in from 10.0.0.7
2026-03-02 08:30:00 WARNING fan slow (1200 rpm)
not a log line"""

pattern = re.compile(r"(?P<date>\d{4}-\d\d-\d\d) (?P<time>[\d:]+) (?P<level>[A-Z]+) (?P<text>.*)")
for line in LOG.splitlines():
    if found := pattern.fullmatch(line):
        print(found["level"].ljust(8), found.group("date"), "|", found["text"])
    else:
        print("skipped:", line)
print(re.findall(r"\b\d{1,3}(?:\.\d{1,3}){3}\b", LOG))
print(re.sub(r"(\w+)@(\w+)\.com", r"\2: \1", "ann@example.com, bob@test.com"))
print(re.split(r"[,;]\s*", "a, b;c,d"), re.search("x", "abc"))
print(re.sub(r"\d+", lambda match: str(int(match[0]) * 2), "3 apples and 10 pears"))
email = re.compile(r"""
    ^[\w.+-]+      # name
    @[\w-]+        # host
    (\.[\w-]+)+$   # domain
""", re.VERBOSE)
for text in ["a.b@c.org", "nobody", "x@y"]:
    print(text, bool(email.match(text)))
print(re.match(r"(a)(b)?", "ac").groups(), re.findall("(?i)PY", "pyPypY"))
print([match.span() for match in re.finditer("aa", "aaaa")])
try:
    re.compile("(unclosed")
except re.error as error:
    print("error:", error)
