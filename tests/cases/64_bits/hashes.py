"""Hashes of everything that has the same one in every run."""

import datetime
import enum
import fractions
import ipaddress
import sys
import uuid
from collections import namedtuple
from decimal import Decimal

numbers = [0, 1, -1, -2, 7**20, -(7**20)]
numbers += [base + off for base in (2**31, 2**61 - 1, 2**61, 2**63, 2**64, 2**122) for off in (-2, -1, 0, 1)]
numbers += [-number for number in numbers]
print([hash(number) for number in numbers])

floats = [0.0, -0.0, 0.1, -0.1, 1.5, 1e16, 1e300, -1e-300, 2.0**-1074, 2.0**61, 1.7976931348623157e308, 1 / 3]
print([hash(number) for number in floats], hash(float("inf")), hash(float("-inf")))
print([hash(number) for number in (1j, 1 + 2j, -1 - 1j, 0.5 - 1j, -1 + 0j, complex("inf"), complex(0, -1))])
print([hash(number) for number in (True, False)])
print([hash(fractions.Fraction(*pair)) for pair in ((1, 3), (-7, 2), (5, 1), (1, 2**61 - 1), (10**40, 3))])
print([hash(Decimal(text)) for text in ("1.1", "-1e50", "1e-7", "123.456", "5", "-0", "1e999", "Infinity", "-Infinity")])

tuples = [(), (1,), (1, 2), (2, 1), (-1,), (-1, -1), (0, (1, 2)), ((), ((),)), (1.5, 2j, True), tuple(range(100))]
print([hash(one) for one in tuples])
sets = [frozenset(), frozenset([1]), frozenset(range(10)), frozenset([frozenset(), (1,)]), frozenset([-1, 2.5])]
print([hash(one) for one in sets])
print([hash(range(*arguments)) for arguments in ((5,), (1, 10, 2), (2**70,))])
Point = namedtuple("Point", "x y")
print(hash(Point(1, 2)) == hash((1, 2)), hash(enum.IntEnum("Colour", "RED")(1)), hash(enum.Enum("Colour", "RED")(1)))

texts = ["", "a", "abc", "hello world", "x" * 100, "é", "naïve", "日本語", "Σ", "😀", "a😀", "\x00", "\xff", "\u0100", "\ud800"]
print([hash(text) for text in texts])
print([hash(text.encode("utf8")) for text in texts[:-1]], hash(memoryview(b"abc")))

moments = [
    datetime.date(2020, 1, 31),
    datetime.datetime(2020, 1, 31, 12, 30, 59, 5),
    datetime.datetime(2020, 1, 31, 12, tzinfo=datetime.timezone.utc),
    datetime.datetime(2020, 1, 31, 12, tzinfo=datetime.timezone(datetime.timedelta(hours=2))),
    datetime.time(1, 2, 3),
    datetime.timedelta(1, 2, 3),
    datetime.timezone(datetime.timedelta(hours=1)),
]
print([hash(moment) for moment in moments])
print(hash(uuid.UUID(int=2**100 + 5)), hash(ipaddress.ip_address("127.0.0.1")))
print(*sys.hash_info)
