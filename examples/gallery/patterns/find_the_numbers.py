# A pattern describes what something looks like; re.findall() finds all that look like it.
import re

letter = """
Dear Kim, the match is on 2027-03-14 at 9:30, not at 10:15 as I wrote on 2027-02-28.
Call me at 555-0142, or my brother at 555-0199. Tickets are $12.50, for children $6.
"""

patterns = {
    "dates": r"\d{4}-\d{2}-\d{2}",
    "times": r"\b\d{1,2}:\d{2}\b",
    "phones": r"\b\d{3}-\d{4}\b",
    "prices": r"\$\d+(?:\.\d{2})?",
    "names": r"(?<=Dear )\w+",
}

for name, pattern in patterns.items():
    print(f"{name:7} {', '.join(re.findall(pattern, letter))}")

# Groups in brackets can be put together in another way.
print(re.sub(r"(\d{4})-(\d{2})-(\d{2})", r"\3.\2.\1", letter).strip())

# Try: write a pattern for words with a capital letter.
