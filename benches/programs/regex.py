import re

LOG = "".join(
    "2026-11-%02d %s user%d@example.com took %d ms: GET /pages/%d.html\n"
    % (n % 28 + 1, ["INFO", "WARNING", "ERROR"][n % 3], n % 17, n * 7 % 900, n)
    for n in range(7_500)
)
LINE = re.compile(r"(\d+)-(\d+)-(\d+) (INFO|WARNING|ERROR) (\w+)@([\w.]+) took (\d+) ms")

slow = 0
days = set()
for line in LOG.split("\n"):
    match = LINE.match(line)
    if match and match.group(4) != "INFO":
        days.add(int(match.group(3)))
        if int(match.group(7)) > 500:
            slow += 1
hidden = re.sub(r"\w+@", "someone@", LOG)
pages = re.findall(r"/(\w+)/(\d+)\.html", LOG)
print(slow, len(days), hidden.count("someone"), pages[-1])
