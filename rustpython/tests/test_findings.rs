//! What CPython's own tests have found that no other topic is about.

use crate::printed;

#[test]
fn what_cpython_tests_is_as_in_cpython() {
    let source = r#"
import copy, io, pickle, re, sys

# Just above the largest float.
most = int(sys.float_info.max)
half = 2 ** 969
print(float(most + half) == float(-(-most - half)) == sys.float_info.max, (most + half) / 1 == sys.float_info.max)
for large in (lambda: float(most + half + 2 ** 969), lambda: (most + 2 * half) / 1):
    try:
        large()
    except OverflowError as error:
        print(error)

# Classes of one's own.
class Counted(int):
    def __new__(cls, value):
        return int.__new__(cls, value + 1)
print(Counted.from_bytes(b"\x01", "big"), type(Counted.from_bytes(b"", "big")).__name__, int.from_bytes([1, 0], "big"))

class Slotted(bytearray):
    __slots__ = ("x", "__dict__")
a = Slotted(b"abc")
a.x, a.y = 1, 2
for b in copy.copy(a), copy.deepcopy(a), pickle.loads(pickle.dumps(a)):
    print(b == a, b.x, b.y, type(b).__name__)
print(bytearray(b"a").__reduce_ex__(2)[2], bytearray(b"abc").__alloc__() > 3)

# Patterns.
pattern = re.compile("a(b)?")
print(copy.copy(pattern) is pattern, copy.deepcopy(pattern) is pattern, copy.copy(match := pattern.match("ab")) is match)
print(re.compile("x", re.I | 0x123000), re.compile("x", re.I | 0x123000).flags)
try:
    re.finditer("a", {})
except TypeError as error:
    print(error)

# Streams in memory that are closed.
for stream in io.BytesIO(), io.StringIO():
    print(stream.readable(), stream.writable(), stream.seekable(), end=" ")
    stream.close()
    for ask in stream.readable, stream.writable, stream.seekable:
        try:
            print(ask())
        except ValueError as error:
            print(error, end=" ")
    print()
stream = io.BytesIO()
stream.__setstate__((bytearray(b"abc"), 1, None))
print(stream.read())

print(sys.flags.no_site, sys.flags.ignore_environment, sys.flags.utf8_mode)
"#;
    let expected = "\
True True
int too large to convert to float
integer division result too large for a float
2 Counted 256
True 1 2 Slotted
True 1 2 Slotted
True 1 2 Slotted
None True
True True True
re.compile('x', re.IGNORECASE|0x123000) 1191970
expected string or bytes-like object, got 'dict'
True True True I/O operation on closed file I/O operation on closed file I/O operation on closed file 
True True True I/O operation on closed file I/O operation on closed file I/O operation on closed file 
b'bc'
0 1 0
";
    assert_eq!(printed(source), expected);
}
