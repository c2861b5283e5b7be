# promise: a program ends within its budgets, with a named error or status, and the page stays responsive

## power
#: seconds 0.3
#: status timeout memory exception
10**10**8

## power_of_powers
#: seconds 0.3
#: status timeout memory exception
9**9**9**9

## shift
#: status exception
1 << 10**12

## factorial
#: seconds 0.3
#: status timeout
import math
math.factorial(10**7)

## integer_to_text
#: raises ValueError
str(10**100_000)

## integer_to_text_without_a_limit
#: seconds 0.3
#: status timeout ok
import sys
sys.set_int_max_str_digits(0)
len(str(1 << 30_000_000))

## text_to_integer
#: raises ValueError
int("9" * 1_000_000)

## text_at_once
#: raises MemoryError
"a" * 10**9

## list_at_once
#: raises MemoryError
[0] * 10**9

## tuple_at_once
#: raises MemoryError
(0,) * 10**9

## bytes_at_once
#: raises MemoryError
bytearray(10**9)

## bytes_from_a_number
#: raises MemoryError
bytes(2 * 10**9)

## array_at_once
#: status exception memory
import array
array.array("q", [0]) * 10**9

## text_that_is_larger_than_any_memory
#: status memory exception
"".join(["x" * 1_000_000] * 10_000)

## range_as_a_list
#: status exception memory timeout
#: seconds 1.5
list(range(10**9))

## text_that_doubles
#: status exception memory
text = "a"
while True:
    text += text

## bytes_that_double
#: status exception memory
data = bytearray(b"a")
while True:
    data += data

## list_that_holds_itself
#: seconds 0.3
#: status memory timeout exception
l = []
while True:
    l.append(l)

## lists_in_lists
#: seconds 0.3
#: status memory exception timeout
def fill(depth):
    return [fill(depth - 1) for _ in range(10)]
fill(500)
l = []
while True:
    l = [l, l]

## memory_error_that_is_always_caught
#: seconds 0.3
#: status memory timeout exception
hoard = []
while True:
    try:
        while True:
            hoard.append("x" * 100_000 + str(len(hoard)))
    except MemoryError:
        pass

## memory_error_that_is_caught_again_and_again
#: seconds 0.3
#: status memory timeout exception
def hoard(kept=[]):
    try:
        while True:
            kept.append(bytearray(1 << 20))
    except BaseException:
        hoard(kept)
    finally:
        hoard(kept)
hoard()

## dictionary_that_grows
#: seconds 0.3
#: status memory timeout
squares = {}
n = 0
while True:
    squares[n] = str(n) * 10
    n += 1

## set_of_everything
#: seconds 0.3
#: status memory timeout exception
set(map(str, range(10**9)))

## join_of_everything
#: seconds 0.3
#: status memory timeout exception
"".join(str(n) for n in range(10**9))

## product
#: seconds 0.3
#: status exception memory timeout
import itertools
list(itertools.product(range(10**6), repeat=10))

## product_of_many
#: seconds 0.3
#: status exception memory timeout
import itertools
itertools.product(*[range(1000)] * 1_000_000)

## permutations
#: seconds 0.3
#: status exception memory timeout
import itertools
sum(1 for _ in itertools.permutations(range(100)))

## iterator_without_end_into_a_deque
#: seconds 0.3
#: status timeout
import collections, itertools
collections.deque(itertools.count(), maxlen=0)

## iterator_without_end_into_sum
#: seconds 0.3
#: status timeout
import itertools
sum(itertools.repeat(0))

## iterator_without_end_into_in
#: seconds 0.3
#: status timeout
import itertools
-1 in itertools.count()

## iterator_without_end_into_max
#: seconds 0.3
#: status timeout
import itertools
max(itertools.cycle([1, 2]))

## regular_expression
#: seconds 0.3
#: status timeout
import re
re.match(r"(a|aa)+$", "a" * 60 + "b")

## regular_expression_with_a_back_reference
#: seconds 0.3
#: status timeout exception
import re
re.match(r"(x+x+)+\1y", "x" * 60)

## regular_expression_that_repeats_much
#: status exception memory timeout ok
#: seconds 0.3
import re
re.compile("(?:" * 50 + "a" + "{1000}){1000}" * 50)

## regular_expression_in_textwrap
#: seconds 0.3
#: status timeout ok
import textwrap
textwrap.wrap("-" * 200_000 + " " * 200_000)

## comparator_that_lies
#: status ok timeout
#: seconds 0.3
import functools, random
sorted(range(100_000), key=functools.cmp_to_key(lambda a, b: random.choice((-1, 1))))

## comparator_that_never_ends
#: seconds 0.3
#: status timeout
class Slow:
    def __lt__(self, other):
        while True:
            pass
sorted([Slow(), Slow()])

## sort_of_much
#: seconds 0.3
#: status timeout memory
sorted([str(n) for n in range(10**6)] * 20)

## hashes_that_collide
#: seconds 0.3
#: status timeout
class Same:
    def __hash__(self):
        return 1
    def __eq__(self, other):
        return self is other
things = {Same(): 1 for _ in range(100_000)}

## numbers_whose_hashes_collide
#: seconds 0.3
#: status timeout ok
things = {n * (2**61 - 1): 1 for n in range(20_000)}

## format_width
#: status exception memory
f"{1:1000000000}"

## format_precision
#: status exception memory
f"{1.5:.1000000000f}"

## percent_width
#: status exception memory
"%1000000000d" % 1

## format_width_that_does_not_fit
#: status exception
f"{1:99999999999999999999}"

## str_methods_that_pad
#: raises MemoryError
"".zfill(10**9) + "".ljust(10**9) + "".center(10**9)

## expandtabs
#: status exception memory
("\t" * 1000).expandtabs(10**8)

## replace_that_grows
#: status exception memory
("a" * 100_000).replace("a", "b" * 100_000)

## repr_of_much
#: status exception memory ok
repr(["x" * 1000] * 1_000_000)[:1]

## json_of_much
#: status exception memory timeout
#: seconds 0.3
import json
json.dumps(["x" * 1000] * 1_000_000)

## fraction_of_much
#: seconds 0.3
#: status timeout ok exception
from fractions import Fraction
Fraction("1e-9999999") + 1

## decimal_precision
#: seconds 0.3
#: status timeout exception memory
import decimal
decimal.getcontext().prec = decimal.MAX_PREC
decimal.Decimal(1) / 3

## decimal_power
#: seconds 0.3
#: status timeout exception memory
import decimal
decimal.getcontext().prec = 1_000_000
decimal.Decimal(2) ** decimal.Decimal("0.5")

## random_bytes
#: status exception
import os
os.urandom(10**9)

## key_derivation
#: seconds 0.3
#: status timeout
import hashlib
hashlib.pbkdf2_hmac("sha256", b"x", b"y", 10**9)

## scrypt
#: seconds 0.3
#: status timeout exception memory
import hashlib
hashlib.scrypt(b"x", salt=b"y", n=2**20, r=64, p=64)

## digest_of_a_length
#: status exception
import hashlib
hashlib.shake_128(b"x").digest(2**31)

## zip_bomb
#: status exception memory
import io, zipfile
buffer = io.BytesIO()
with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
    with archive.open("zeros", "w") as member:
        for _ in range(400):
            member.write(bytes(1 << 20))
zipfile.ZipFile(buffer).read("zeros")

## zip_bomb_to_files
#: raises OSError
import io, zipfile
buffer = io.BytesIO()
with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
    for number in range(3):
        archive.writestr(f"zeros{number}", bytes(8 << 20))
zipfile.ZipFile(buffer).extractall()

## gzip_bomb
#: status exception memory
import zlib
packer = zlib.compressobj()
bomb = b"".join(packer.compress(bytes(1 << 20)) for _ in range(400)) + packer.flush()
zlib.decompress(bomb)

## lzma_memory
#: status exception memory timeout
#: seconds 0.3
import lzma
lzma.compress(b"x" * 1000, preset=9 | lzma.PRESET_EXTREME)
lzma.decompress(lzma.compress(bytes(500_000_000)))

## billion_laughs
#: status exception memory timeout
#: seconds 0.3
import xml.etree.ElementTree as tree
entities = '<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
text = tree.fromstring(f"<!DOCTYPE x [{entities}]><x>&a11;</x>").text
raise ValueError(len(text or ""))

## deep_xml
#: status exception ok crashed timeout
#: seconds 0.3
import xml.etree.ElementTree as tree
tree.tostring(tree.fromstring("<a>" * 50_000 + "</a>" * 50_000))

## deep_recursion_of_functions
#: raises RecursionError
import sys
sys.setrecursionlimit(10**9)
def f(n):
    return f(n + 1) + 1
f(0)

## deep_recursion_of_lambdas_in_sorted
#: raises RecursionError
import sys
sys.setrecursionlimit(10**9)
f = lambda n: sorted([1, 2], key=lambda _: f(n + 1))
f(0)

## deep_recursion_of_attributes
#: raises RecursionError
class A:
    def __getattr__(self, name):
        return getattr(self, name + "x")
A().a

## deep_recursion_of_repr
#: raises RecursionError
class A:
    def __repr__(self):
        return f"{self!r}"
repr(A())

## deep_recursion_of_str_and_format
#: raises RecursionError
class A:
    def __str__(self):
        return "{}".format(self)
str(A())

## deep_recursion_of_comparison
#: raises RecursionError
a, b = [], []
for _ in range(100_000):
    a, b = [a], [b]
a == b

## deep_recursion_of_hash
#: status exception
t = ()
for _ in range(100_000):
    t = (t,)
hash(t)

## deep_recursion_of_copy
#: raises RecursionError
import copy
l = []
for _ in range(100_000):
    l = [l]
copy.deepcopy(l)

## deep_recursion_of_pickle
#: raises RecursionError
import pickle
l = []
for _ in range(100_000):
    l = [l]
pickle.dumps(l)

## deep_recursion_of_isinstance
#: status exception ok
t = int
for _ in range(100_000):
    t = (t,)
isinstance("", t)

## deep_recursion_of_imports
#: status exception
open("a.py", "w").write("import importlib, sys\nsys.modules.pop('a')\nimport a\n")
import a

## deep_recursion_of_exec
#: raises RecursionError
source = "exec(source)"
exec(source)

## deep_recursion_of_eval
#: status exception
eval("(" * 100_000 + ")" * 100_000)

## deep_recursion_of_the_parser
#: status exception
compile("-" * 100_000 + "1", "x", "eval")

## deep_recursion_of_attributes_in_the_parser
#: status exception ok crashed
compile("a" + ".b" * 100_000, "x", "eval")

## deep_recursion_of_blocks
#: status exception ok
compile("".join(" " * n + "if 1:\n" for n in range(90)) + " " * 90 + "pass", "x", "exec")

## deep_recursion_of_literal_eval
#: status exception
import ast
ast.literal_eval("[" * 5_000 + "]" * 5_000)

## deep_recursion_of_partials
#: status exception ok
import functools
f = print
for _ in range(100_000):
    f = functools.partial(f)
f()

## deep_recursion_of_maps
#: status exception ok
m = iter([1])
for _ in range(100_000):
    m = map(abs, m)
next(m)

## deep_recursion_of_chains
#: status exception ok
import itertools
c = ()
for _ in range(100_000):
    c = itertools.chain(c)
list(c)

## deep_recursion_of_generators
#: raises RecursionError
def g():
    yield from g()
next(g())

## deep_recursion_at_the_end_of_life
#: status ok exception
class A:
    pass
a = None
for _ in range(200_000):
    b = A()
    b.next = a
    a = b
del a, b

## deep_recursion_of_lists_at_the_end_of_life
#: status ok exception
l = []
for _ in range(1_000_000):
    l = [l]
del l

## deep_recursion_of_del
#: status ok exception
class A:
    def __del__(self):
        A()
A()

## deep_recursion_of_descriptors
#: raises RecursionError
class D:
    def __get__(self, instance, owner):
        return instance.d
class A:
    d = D()
A().d

## deep_recursion_of_metaclasses
#: raises RecursionError
class M(type):
    def __call__(cls):
        return cls()
class A(metaclass=M): pass
A()

## deep_recursion_of_proxies
#: status exception
import types
m = {}
for _ in range(100_000):
    m = types.MappingProxyType(m)
m["x"]

## deep_recursion_of_unions
#: status exception ok timeout
#: seconds 0.3
t = int
for _ in range(100_000):
    t = list[t]
repr(t)

## threads_that_fork
#: seconds 0.3
#: status exception timeout memory ok output-limit
import threading
def fork():
    threading.Thread(target=fork).start()
    threading.Thread(target=fork).start()
fork()

## threads_that_never_end
#: seconds 0.3
#: status timeout
import threading
def spin():
    while True:
        pass
threading.Thread(target=spin, daemon=True).start()

## lock_that_is_never_released
#: seconds 0.3
#: status timeout exception ok
import threading
lock = threading.Lock()
lock.acquire()
lock.acquire()

## queue_that_stays_empty
#: seconds 0.3
#: status timeout exception
import queue
queue.Queue().get()

## tasks_that_fork
#: seconds 0.3
#: status timeout memory exception
import asyncio
async def fork():
    asyncio.create_task(fork())
    asyncio.create_task(fork())
    await asyncio.sleep(0)
    await asyncio.sleep(10**6)
asyncio.run(fork())

## tasks_that_cannot_be_cancelled
#: seconds 0.3
#: status timeout
import asyncio
async def stay():
    while True:
        try:
            await asyncio.sleep(0)
        except BaseException:
            pass
asyncio.run(stay())

## flood_of_output
#: seconds 1.5
#: status output-limit
while True:
    print("flood" * 20)

## flood_of_short_lines
#: seconds 1.5
#: status output-limit timeout
while True:
    print()

## flood_of_errors
#: seconds 1.5
#: status output-limit
import sys
while True:
    sys.stderr.write("flood" * 20)

## flood_in_turns
#: seconds 1.5
#: status output-limit timeout
import sys
while True:
    sys.stdout.write("a")
    sys.stdout.flush()
    sys.stderr.write("b")

## flood_in_one_piece
#: status output-limit
print("x" * 100_000_000)

## flood_through_the_descriptor
#: status output-limit
import os
while True:
    os.write(1, b"x" * 65_536)

## flood_of_flushes
#: seconds 0.3
#: status output-limit timeout
import os
while True:
    os.write(1, b"x")

## flood_of_warnings
#: seconds 1.5
#: status output-limit timeout
import warnings
warnings.simplefilter("always")
n = 0
while True:
    n += 1
    warnings.warn(f"flood {n} " * 100)

## flood_that_goes_on_in_finally
#: seconds 1.5
#: status output-limit
def flood():
    try:
        while True:
            print("flood" * 100)
    except BaseException:
        flood()
    finally:
        flood()
flood()

## flood_at_exit
#: status output-limit
import atexit
def flood():
    while True:
        print("flood" * 100)
atexit.register(flood)

## flood_of_files
#: raises OSError
number = 0
while True:
    open(f"{number}", "w").close()
    number += 1

## flood_of_folders
#: status exception
import os
path = "."
while True:
    path += "/folder"
    os.mkdir(path)

## file_without_end
#: raises OSError
with open("x", "wb") as file:
    while True:
        file.write(bytes(1 << 16))

## file_with_a_hole
#: raises OSError
with open("x", "wb") as file:
    file.seek(2**40)
    file.write(b"x")

## file_that_is_stretched
#: raises OSError
with open("x", "wb") as file:
    file.truncate(2**40)

## file_names_without_end
#: status exception output-limit
open("x" * 10_000_000, "w").close()

## descriptors_without_end
#: raises OSError
files = []
while True:
    files.append(open("main.py"))

## temporary_files_without_end
#: raises OSError
import tempfile
files = []
while True:
    file = tempfile.TemporaryFile()
    file.write(bytes(1 << 16))
    file.flush()
    files.append(file)

## time_is_up_is_not_an_exception
#: seconds 0.3
#: status timeout
while True:
    try:
        while True:
            pass
    except BaseException:
        pass
    finally:
        continue

## exit_that_is_always_caught
#: seconds 0.3
#: status timeout
import sys
while True:
    try:
        sys.exit()
    except SystemExit:
        pass

## interrupt_that_is_always_caught
#: stop
#: seconds 10
#: status stopped
print("started", flush=True)
while True:
    try:
        while True:
            pass
    except KeyboardInterrupt:
        pass

## interrupt_that_is_ignored
#: stop
#: seconds 10
#: status stopped
import signal
signal.signal(signal.SIGINT, signal.SIG_IGN)
print("started", flush=True)
while True:
    pass

## interrupt_that_is_handled_for_ever
#: stop
#: seconds 10
#: status stopped
import signal
def handle(*arguments):
    while True:
        pass
signal.signal(signal.SIGINT, handle)
print("started", flush=True)
while True:
    pass

## interrupt_in_one_long_operation
#: stop
#: seconds 10
#: status stopped
print("started", flush=True)
10**10**8

## interrupt_while_it_sleeps_again_and_again
#: stop
#: seconds 10
#: status stopped
import time
print("started", flush=True)
while True:
    try:
        time.sleep(10**6)
    except KeyboardInterrupt:
        pass

## interrupt_while_it_asks_again_and_again
#: stop
#: input
#: seconds 10
#: status stopped
print("started", flush=True)
while True:
    try:
        input()
    except KeyboardInterrupt:
        pass

## signals_for_every_alarm
#: seconds 0.3
#: status timeout exception
import signal
for number in signal.valid_signals():
    try:
        signal.signal(number, signal.SIG_IGN)
    except (OSError, ValueError):
        pass
while True:
    pass

## trace_function_that_never_ends
#: seconds 0.3
#: status timeout
import sys
def trace(*arguments):
    while True:
        pass
sys.settrace(trace)
sys.setprofile(trace)
(lambda: 0)()

## trace_function_that_traces_itself
#: seconds 0.3
#: status timeout exception ok
import sys
def trace(frame, event, argument):
    sys.settrace(trace)
    return trace
sys.settrace(trace)
def f(n):
    return f(n - 1) if n else 0
while True:
    f(100)

## hook_that_never_ends
#: seconds 0.3
#: status timeout
import sys
def hook(*arguments):
    while True:
        pass
sys.excepthook = hook
raise ValueError

## unraisable_hook_that_never_ends
#: seconds 0.3
#: status timeout
import sys
def hook(*arguments):
    while True:
        pass
sys.unraisablehook = hook
class A:
    def __del__(self):
        raise ValueError
A()

## exit_function_that_never_ends
#: seconds 0.3
#: status timeout
import atexit
def spin():
    while True:
        pass
atexit.register(spin)

## exit_functions_without_end
#: seconds 0.3
#: status timeout ok exception
import atexit
def again():
    atexit.register(again)
again()

## finalizer_that_never_ends
#: seconds 0.3
#: status timeout
class A:
    def __del__(self):
        while True:
            pass
a = A()

## finalizer_at_the_end_of_a_module
#: seconds 0.3
#: status timeout ok
import sys
class A:
    def __del__(self):
        while True:
            pass
sys.leftover = A()

## finalizers_without_end
#: seconds 0.3
#: status timeout ok exception
class A:
    def __del__(self):
        global a
        a = A()
a = A()

## collector_callback_that_never_ends
#: seconds 0.3
#: status timeout ok
import gc
def spin(*arguments):
    while True:
        pass
gc.callbacks.append(spin)
gc.collect()

## words_of_an_error_that_never_end
#: seconds 0.3
#: status timeout
class Evil(Exception):
    def __str__(self):
        while True:
            pass
raise Evil

## traceback_that_never_ends
#: seconds 0.3
#: status timeout
import traceback
def spin(*arguments, **options):
    while True:
        pass
traceback.TracebackException.from_exception = spin
traceback.walk_stack = traceback.StackSummary.extract = spin
raise ValueError

## report_of_a_timeout_that_never_ends
#: seconds 0.3
#: status timeout
import traceback, linecache
def spin(*arguments, **options):
    while True:
        pass
traceback.walk_stack = traceback.StackSummary.extract = linecache.getline = spin
while True:
    pass

## exit_code_that_never_ends
#: seconds 0.3
#: status timeout
class Code:
    def __index__(self):
        while True:
            pass
    __int__ = __str__ = __index__
raise SystemExit(Code())

## flush_that_never_ends
#: seconds 0.3
#: status timeout
import sys
class Stream:
    def write(self, text):
        pass
    def flush(self):
        while True:
            pass
sys.stdout = Stream()

## clock_that_stands_still
#: seconds 0.3
#: status timeout
import time
time.time = time.monotonic = time.perf_counter = lambda: 0
while True:
    pass

## sleep_without_end
#: seconds 0.3
#: status timeout exception
import time
time.sleep(10**9)

## sleep_in_small_pieces
#: seconds 0.3
#: status timeout
import time
while True:
    time.sleep(0)

## questions_without_end
#: input
#: seconds 0.3
#: status timeout exception ok
while True:
    input()

## budget_that_a_program_would_change
#: seconds 0.3
#: status timeout
import gc, sys
for thing in gc.get_objects():
    for name in ("budget", "seconds", "limit", "memory_bytes", "output_left"):
        try:
            setattr(thing, name, 10**9)
        except BaseException:
            pass
sys.setswitchinterval(1e6)
while True:
    pass

## garbage_that_is_never_collected
#: seconds 0.3
#: status timeout memory exception
import gc
gc.disable()
while True:
    a, b = [], []
    a.append(b)
    b.append(a)

## classes_without_end
#: seconds 0.3
#: status timeout memory exception
kinds = [object]
while True:
    kinds.append(type("A", (kinds[-1],), {}) if len(kinds) % 100 else object)

## interned_text_without_end
#: seconds 0.3
#: status timeout memory exception
import sys
n = 0
while True:
    n += 1
    sys.intern(str(n) * 100)

## code_without_end
#: seconds 0.3
#: status timeout memory exception
source = "x = 1\n" * 1_000_000
exec(source)

## compile_that_folds
#: seconds 0.3
#: status timeout memory exception
compile("'a' * 10**9, (0,) * 10**9, 2**10**9", "x", "eval")
eval("('a' * 1000) * 1000 * 1000 * 1000")

## f_strings_in_f_strings
#: status exception syntax-error
exec("f'" + "{f'" * 1000 + "'}" * 1000 + "'")

## long_line
#: seconds 1.5
#: status ok exception memory timeout
exec("x = " + "+".join(["1"] * 200_000))

## list_literal
#: seconds 1.5
#: status ok exception memory timeout
len(eval("[" + "1," * 1_000_000 + "]"))

## unicode_normalisation
#: seconds 0.3
#: status ok timeout exception memory
import unicodedata
unicodedata.normalize("NFKD", "\ufdfa" * 1_000_000)

## difflib
#: seconds 0.3
#: status timeout
import difflib
difflib.SequenceMatcher(None, "ab" * 50_000, "ba" * 50_000, autojunk=False).ratio()

## calendar_of_all_years
#: seconds 0.3
#: status timeout
import datetime
day = datetime.date.min
while True:
    day = day + datetime.timedelta(1) if day < datetime.date.max else datetime.date.min
