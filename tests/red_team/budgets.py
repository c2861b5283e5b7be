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

## a_thousand_threads_that_wait
#: seconds 10
#: status exception
import threading
gate = threading.Event()
for _ in range(1000):
    threading.Thread(target=gate.wait).start()

## threads_that_nest_until_their_stacks_end
#: seconds 20
#: status ok timeout output-limit
import threading, time
def nest():
    try:
        return max([1], key=lambda _: nest())
    except RecursionError:
        time.sleep(0)
        raise
for _ in range(64):
    threading.Thread(target=nest).start()

## threads_that_never_end
#: seconds 0.3
#: status ok timeout
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

## round_to_a_far_digit
#: seconds 0.3
#: status timeout memory exception ok
round(15, -2**31)

## text_of_a_graph
#: seconds 0.3
#: status timeout memory exception output-limit
graph = []
for _ in range(100):
    graph = [graph, graph]
repr(graph)

## comparison_of_graphs
#: seconds 0.3
#: status timeout
a, b = [], []
for _ in range(100):
    a, b = [a, a], [b, b]
a == b

## hash_of_a_graph
#: seconds 0.3
#: status timeout
graph = ()
for _ in range(100):
    graph = (graph, graph)
hash(graph)

## json_of_a_graph
#: seconds 0.3
#: status timeout memory exception
import json
graph = {}
for _ in range(100):
    graph = {"a": graph, "b": graph}
json.dumps(graph)

## printed_graph
#: seconds 0.3
#: status timeout memory exception output-limit
import pprint
graph = ()
for _ in range(100):
    graph = (graph, graph)
pprint.pprint(graph)

## kinds_of_a_graph
#: seconds 0.3
#: status timeout exception ok
graph = (int,)
for _ in range(100):
    graph = (graph, graph)
isinstance("", graph)

## range_that_is_longer_than_any_memory
#: seconds 0.3
#: status timeout exception
import functools, operator
r = range(10**30)
r[10**29:].index(10**30 - 1), r.count(5.0), 5.5 in r

## range_that_is_summed
#: seconds 0.3
#: status timeout
sum(range(10**12))

## search_that_begins_anew_at_each_place
#: seconds 0.3
#: status timeout ok
text = "a" * 300_000
for _ in range(50):
    text.count("a" * 150_000 + "b"), text.find("b" + "a" * 150_000), text.rfind("a" * 100_000 + "b" + "a" * 100_000)

## text_that_is_cut_into_pieces
#: status exception memory timeout
#: seconds 0.5
import re
pieces = [("x " * 1_000_000).split(), list("x" * 2_000_000), re.split("", "x" * 1_000_000), re.findall("x", "x" * 2_000_000)]
while True:
    pieces.append(pieces[1][:])

## numbers_from_bytes
#: seconds 0.3
#: status timeout ok memory exception
number = int.from_bytes(b"\xff" * 20_000_000)
number * number

## bytes_from_numbers
#: status exception memory
(1).to_bytes(2 * 10**9)

## roots_and_choices
#: seconds 0.3
#: status timeout
import math
math.comb(10**7, 5 * 10**6), math.perm(10**7), math.isqrt(10**10**7)

## power_with_a_modulus
#: seconds 0.3
#: status timeout
number = (1 << 2_000_000) - 1
pow(number, number, number - 2)

## division_of_huge_numbers
#: seconds 0.3
#: status timeout
number = (1 << 20_000_000) - 1
number // (number >> 10_000_000), number % 7**1_000_000

## greatest_common_divisor
#: seconds 0.3
#: status timeout
import math
math.gcd((1 << 5_000_000) - 1, (1 << 4_999_999) - 1), math.lcm(*range(1, 200_000))

## decimal_from_a_fraction
#: seconds 0.3
#: status timeout exception memory
import decimal, fractions
decimal.Decimal("1e999999999").as_integer_ratio()

## fraction_power
#: seconds 0.3
#: status timeout memory exception
import fractions
(fractions.Fraction(3, 7) ** 10**7).limit_denominator()

## statistics_of_fractions
#: seconds 0.3
#: status timeout
import fractions, statistics
statistics.variance([fractions.Fraction(1, n) for n in range(1, 20_000)])

## samples_of_much
#: seconds 0.3
#: status exception memory timeout
import random
random.choices(range(10), k=10**9)

## elements_of_a_counter
#: seconds 0.3
#: status timeout memory exception
import collections
list(collections.Counter(a=10**12).elements())

## combinations_of_much
#: seconds 0.3
#: status timeout memory exception
import itertools
sum(1 for _ in itertools.combinations(range(100_000), 50_000))

## zip_of_many
#: seconds 0.3
#: status timeout memory exception
for row in zip(*[range(10**6)] * 100_000):
    pass

## stream_with_a_hole
#: status exception memory
import io
stream = io.BytesIO()
stream.seek(2**31)
stream.write(b"x")

## text_stream_with_a_hole
#: status exception memory
import io
stream = io.StringIO()
stream.seek(2**30)
stream.write("x")

## struct_of_much
#: status exception memory
import struct
struct.pack("2000000000x")

## unpacking_of_much
#: status exception memory timeout
#: seconds 0.5
import struct
data = bytes(8_000_000)
found = [struct.unpack("8000000B", data), memoryview(data).tolist()]
while True:
    found.append(list(found[0]))

## format_width_from_a_field
#: status exception memory
"{:{}}".format(1, 10**9)

## percent_width_from_an_argument
#: status exception memory
"%*d" % (10**9, 1)

## format_of_many_attributes
#: seconds 0.5
#: status exception ok timeout
("{0" + ".real" * 200_000 + "}").format(1)

## template_that_grows
#: status exception memory
import string
string.Template("$a" * 1_000_000).substitute(a="x" * 1_000_000)

## settings_that_refer_to_each_other
#: seconds 0.3
#: status timeout exception memory
import configparser
parser = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation())
parser.read_string("[x]\na0 = x\n" + "".join(f"a{n} = {'${a%d}' % (n - 1) * 10}\n" for n in range(1, 10)))
parser["x"]["a9"]

## codec_that_takes_its_time
#: seconds 0.3
#: status timeout exception ok
("".join(map(chr, range(0x4e00, 0x9fff))) * 20).encode("punycode")

## names_of_hosts_that_are_encoded
#: seconds 0.3
#: status timeout exception
("\xe4" * 500_000).encode("idna")

## codecs_that_expand
#: status exception memory timeout
#: seconds 0.5
data = "\U0001f468" * 1_000_000
kept = []
while True:
    kept.append(data.encode("ascii", "namereplace"))

## archive_of_archives
#: status exception memory timeout
#: seconds 0.5
import zlib
bomb = zlib.compress(zlib.compress(bytes(200_000_000)))
zlib.decompress(zlib.decompress(bomb)) * 2

## tarfile_bomb
#: status exception memory
import io, tarfile
member = tarfile.TarInfo("x")
member.size = 2**40
header = member.tobuf(format=tarfile.GNU_FORMAT)
tarfile.open(fileobj=io.BytesIO(header * 1000)).extractfile("x").read(2**31)

## tarfile_that_goes_on_for_ever
#: seconds 0.5
#: status timeout exception ok
import io, tarfile
class Endless(io.RawIOBase):
    header = tarfile.TarInfo("x").tobuf()
    readable = lambda self: True
    def read(self, size=-1):
        return self.header[:size].ljust(size, b"x") if size > 0 else self.header
for member in tarfile.open(fileobj=Endless(), mode="r|", ignore_zeros=True):
    pass

## zipfile_that_lies
#: status exception
import io, zipfile
buffer = io.BytesIO()
with zipfile.ZipFile(buffer, "w") as archive:
    archive.writestr("x", b"x" * 100)
data = buffer.getvalue()
import struct
data = data.replace(struct.pack("<L", 100), struct.pack("<L", 2**31 - 1))
zipfile.ZipFile(io.BytesIO(data)).read("x")

## csv_of_one_field
#: seconds 0.5
#: status exception timeout memory
import csv
csv.field_size_limit(2**31 - 1)
list(csv.reader(['"' + "x" * 1000] * 100_000_000))

## tables_of_tables
#: seconds 0.3
#: status exception timeout
import tomllib
tomllib.loads("a" + ".a" * 100_000 + " = 1")

## lists_in_json
#: status exception
import json
json.loads("[" * 1_000_000)

## markup_that_never_closes
#: seconds 0.3
#: status timeout exception ok
import html.parser
parser = html.parser.HTMLParser()
for _ in range(50_000):
    parser.feed("<a " + "b='<!--" * 20)

## letter_in_letters
#: seconds 0.5
#: status timeout exception ok memory
import email
text = "".join(f'Content-Type: multipart/mixed; boundary="{n}"\n\n--{n}\n' for n in range(20_000))
email.message_from_string(text).as_string()

## name_of_a_file_with_many_stars
#: seconds 0.3
#: status timeout ok
import fnmatch
fnmatch.fnmatch("a" * 100_000, "*a" * 5000 + "b")

## nets_of_nets
#: seconds 0.3
#: status timeout memory exception
import ipaddress
list(ipaddress.ip_network("::/0").subnets(new_prefix=64))

## copy_of_the_tree_into_itself
#: seconds 0.5
#: status exception timeout
import os, shutil
os.mkdir("a")
open("a/x", "w").write("x")
while True:
    shutil.copytree("/home/user", "/home/user/a/b", dirs_exist_ok=True)
    os.rename("/home/user/a", "/home/user/c")
    os.mkdir("/home/user/a")

## files_that_are_removed_while_they_are_open
#: status exception memory
#: seconds 1.5
import os
kept = []
while True:
    file = open("x", "w+b")
    kept.append(file)
    file.write(bytes(1 << 20))
    file.flush()
    os.remove("x")

## files_that_take_each_others_place
#: status exception memory
#: seconds 1.5
import os
kept = []
while True:
    file = open("x", "w+b")
    kept.append(file)
    file.write(bytes(1 << 20))
    file.flush()
    os.replace("x", "y")

## folders_side_by_side
#: status exception timeout
#: seconds 0.5
import os
number = 0
while True:
    os.mkdir(f"{number:0200}")
    number += 1

## descriptors_that_are_doubled
#: status exception
import os
file = os.open("x", os.O_CREAT | os.O_RDWR)
while True:
    os.dup(file)

## descriptor_with_a_far_number
#: status exception ok
import os
os.dup2(1, 2**31 - 1)
os.dup2(1, 10**6)

## holes_by_descriptor
#: status exception
import os
file = os.open("x", os.O_CREAT | os.O_RDWR)
os.lseek(file, 2**62, 0)
os.write(file, b"x")

## holes_of_many_files
#: status exception
for number in range(10_000):
    with open(f"{number}", "wb") as file:
        file.truncate(1 << 24)

## class_with_ten_thousand_bases
#: seconds 0.5
#: status ok timeout exception memory
type("A", tuple(type(f"B{n}", (), {}) for n in range(10_000)), {}).x

## classes_that_inherit_from_all_before
#: seconds 0.5
#: status timeout memory exception
kinds = [object]
while True:
    kinds.append(type("A", tuple(kinds[:0:-1][:200]) or (object,), {}))

## class_whose_children_are_many
#: seconds 0.5
#: status timeout memory exception ok
class A:
    pass
children = [type("B", (A,), {}) for _ in range(20_000)]
for number in range(1000):
    setattr(A, f"a{number}", 1)

## a_hundred_thousand_arguments
#: seconds 0.5
#: status ok timeout exception memory
def f(*arguments, **names):
    return len(arguments) + len(names)
f(*range(1_000_000)), f(**{f"a{n}": n for n in range(100_000)})
exec(f"f({', '.join(['1'] * 100_000)})")

## a_hundred_thousand_parameters
#: seconds 0.5
#: status ok timeout exception memory
exec(f"def f({', '.join(f'a{n}=0' for n in range(100_000))}): pass\nf(1, a99999=2)")

## decorators_without_end
#: seconds 0.5
#: status ok timeout exception memory
exec("@(lambda f: f)\n" * 20_000 + "def f(): pass")

## functions_in_functions
#: status exception
exec("".join(" " * n + f"def f{n}():\n" for n in range(95)) + " " * 95 + "pass")
exec("lambda: " * 100_000 + "0")

## long_chains_of_conditions
#: seconds 1.5
#: status ok exception timeout memory
exec("x = 1" + " and 1" * 50_000)
exec("x = 1" + " < 2" * 50_000)
exec("if 0: pass\n" + "elif 0: pass\n" * 3_000)
exec("x = " + "1 if 0 else " * 500 + "1")

## patterns_in_patterns
#: seconds 1
#: status ok exception timeout memory
exec("match 1:\n" + " case 2: pass\n" * 20_000)
exec("match 1:\n case " + "[" * 10_000 + "]" * 10_000 + ": pass\n")

## targets_without_end
#: seconds 1
#: status ok exception timeout memory
exec(", ".join(["x"] * 50_000) + " = range(50_000)")
exec("x = " * 50_000 + "1")
exec("global " + ", ".join(f"a{n}" for n in range(50_000)))

## numbers_and_names_without_end
#: seconds 0.5
#: status ok exception timeout memory
for text in ("0x" + "f" * 1_000_000, "1" * 4000 + "." + "1" * 1_000_000, "x" * 1_000_000 + " = 1", "'" + "x" * 1_000_000 + "'",
    "b'" + "\\x00" * 500_000 + "'", "'\\N{DIGIT ONE}'" * 5_000, "#" * 5_000_000, "\\\n" * 100_000 + "1", "\n" * 1_000_000,
    "\x0c" * 100_000 + "1", "(" + "\n" * 500_000 + ")"):
    compile(text, "x", "exec")

## texts_that_are_no_programs
#: prints ended
for text in ("\0", "x = \0", "\ufeff" * 1000 + "x", "\ud800", "x = '\ud800'", b"\xff\xfe", b"# coding: x\n",
    b"\xef\xbb\xbf# coding: latin-1\n", "\t x\n \ty", "x\r\ry", "if 1:\n\tx\n        y", "'''" + "x" * 100_000, "f'{" * 5000, "$" * 10_000,
    "\u2028x", "x" + "\u0301" * 100_000 + " = 1", "\u0661 + \u0662", "\U0001d431 = 1", "x = 1;" * 50_000, "}" * 100_000, "@" * 10_000,
    "lambda" * 10_000, "x[" * 20_000, "x(" * 20_000, "{" * 20_000, "{1:" * 20_000, "[x for x in " * 5000, "(yield " * 5000, "x if " * 5000,
    "def f[" * 5000, "class A(" * 5000, "try:\n" * 1000, "with a as (" * 5000, "import " + "a." * 50_000 + "b",
    "from " + "." * 100_000 + " import x", "from a import (" + "b," * 5_000 + ")"):
    try:
        compile(text, "x", "exec")
    except (SyntaxError, ValueError, RecursionError, OverflowError, MemoryError, LookupError):
        pass
print("ended")

## words_before_nothing
#: status exception
compile("async " * 10_000, "x", "exec")

## stars_before_nothing
#: status exception
compile("*" * 10_000, "x", "exec")

## tree_that_is_deeper_than_any_text
#: status exception
import ast
tree = ast.Constant(1)
for _ in range(100_000):
    tree = ast.UnaryOp(ast.Not(), tree)
compile(ast.fix_missing_locations(ast.Expression(tree)), "x", "eval")

## tools_for_trees
#: prints ended
import ast, dis, inspect, io, symtable, tokenize
text = "x = " + "(" * 150 + "1" + ")" * 150 + " + 1" * 5_000
for action in (lambda: ast.dump(ast.parse(text)), lambda: ast.unparse(ast.parse(text)), lambda: list(ast.walk(ast.parse(text))),
    lambda: symtable.symtable(text, "x", "exec"), lambda: dis.dis(text, file=io.StringIO()),
               lambda: list(tokenize.generate_tokens(io.StringIO(text).readline)), lambda: ast.increment_lineno(ast.parse(text)),
                   lambda: ast.NodeTransformer().visit(ast.parse(text)), lambda: inspect.cleandoc(" " * 100_000 + text)):
    try:
        action()
    except (RecursionError, SyntaxError, MemoryError):
        pass
print("ended")

## error_in_a_line_of_a_megabyte
#: seconds 0.5
#: status exception timeout output-limit
open("long.py", "w").write("x = [" + "1, " * 300_000 + "1 / 0, " + "'\u0e33', " * 10_000 + "]")
import long

## error_in_a_chain_of_a_thousand_calls
#: raises ZeroDivisionError
def f(n):
    return f(n - 1) if n % 2 else g(n - 1)
def g(n):
    return 1 / 0 if n < 0 else f(n)
f(300)

## names_that_are_nearly_right
#: seconds 0.5
#: status exception timeout
class A:
    def __dir__(self):
        return [f"{'x' * 30}{n}" for n in range(1_000_000)]
getattr(A(), "x" * 30)

## deep_recursion_of_every_operator
#: prints ended
names = "add sub mul matmul truediv floordiv mod pow lshift rshift and or xor".split()
uses = dict(add=lambda x: x + x, sub=lambda x: x - x, mul=lambda x: x * x, matmul=lambda x: x @ x, truediv=lambda x: x / x,
    floordiv=lambda x: x // x, mod=lambda x: x % x, pow=lambda x: x ** x, lshift=lambda x: x << x, rshift=lambda x: x >> x,
    xor=lambda x: x ^ x,
            neg=lambda x: -x, pos=lambda x: +x, invert=lambda x: ~x, abs=abs, divmod=lambda x: divmod(x, x), lt=lambda x: x < x,
                le=lambda x: x <= x, eq=lambda x: x == x, ne=lambda x: x != x, radd=lambda x: 1 + x, rpow=lambda x: 1 ** x,
                rmod=lambda x: 1 % x, contains=lambda x: 1 in x, getitem=lambda x: x[0], call=lambda x: x())
for name, use in uses.items():
    A = type("A", (), {f"__{name}__": lambda self, *arguments: use(self)})
    try:
        use(A())
        print("REACHED", name)
    except RecursionError:
        pass
print("ended")

## deep_recursion_of_every_conversion
#: prints ended
import copy, math, operator, os
uses = dict(str=str, repr=repr, bytes=bytes, format=format, hash=hash, bool=bool, len=len, int=int, float=float, complex=complex,
    index=operator.index, round=round, trunc=math.trunc, floor=math.floor, ceil=math.ceil, fspath=os.fspath, dir=dir,
    sizeof=lambda x: x.__sizeof__(),
            length_hint=operator.length_hint, reduce_ex=copy.copy, copy=copy.copy, deepcopy=copy.deepcopy, iter=iter, next=next,
                reversed=reversed, getattr=lambda x: x.a, getattribute=lambda x: x.a, setattr=lambda x: setattr(x, "a", 1),
                delattr=lambda x: delattr(x, "a"), buffer=memoryview,
            setitem=lambda x: x.__setitem__(0, 0), delitem=lambda x: operator.delitem(x, 0), missing=lambda x: x[0],
                enter=lambda x: exec("with x: pass", {"x": x}), iadd=lambda x: operator.iadd(x, x),
                instancecheck=lambda x: isinstance(1, x), subclasscheck=lambda x: issubclass(int, x))
for name, use in uses.items():
    A = type("A", (dict,) if name == "missing" else (),
        {f"__{name}__": lambda self, *arguments: use(self), "__exit__": lambda *arguments: None})
    try:
        use(A())
        print("REACHED", name)
    except RecursionError:
        pass
    except (TypeError, AttributeError):
        # The answer was of the wrong type on the way back.
        pass
print("ended")

## deep_recursion_of_what_makes_classes
#: prints ended
def new(*arguments):
    return Class(*arguments)
def prepare(*arguments):
    return Meta.__prepare__(*arguments)
class Meta(type):
    __prepare__ = classmethod(lambda *arguments: prepare(*arguments))
class Hook:
    def __init_subclass__(cls):
        type("B", (cls,), {})
class Name:
    def __set_name__(self, owner, name):
        type("C", (), {"x": self})
class New:
    def __new__(cls):
        return cls()
class Item:
    def __class_getitem__(cls, item):
        return cls[item]
class Entries:
    def __mro_entries__(self, bases):
        import types
        return types.resolve_bases((self,))
class Order(type):
    def mro(cls):
        return type(cls)("D", (), {}).__mro__
for make in (lambda: prepare(), lambda: type("A", (Hook,), {}), lambda: type("A", (), {"x": Name()}), New, lambda: Item[0],
    lambda: Entries().__mro_entries__(()), lambda: Order("D", (), {})):
    try:
        make()
        print("REACHED", make)
    except RecursionError:
        pass
print("ended")

## deep_recursion_of_awaiting
#: prints ended
class A:
    def __await__(self):
        return (yield from A().__await__())
class B:
    def __aiter__(self):
        return aiter(self)
    def __anext__(self):
        return anext(self)
async def f():
    return await f()
async def g():
    async for _ in g():
        yield
async def h():
    await A()
for make in (f, h, lambda: g().__anext__(), lambda: B().__aiter__(), lambda: B().__anext__()):
    try:
        make().send(None)
        print("REACHED", make)
    except RecursionError:
        pass
print("ended")

## deep_chain_of_generators
#: status exception ok
def link(before):
    yield from before
chain = iter([1])
for _ in range(100_000):
    chain = link(chain)
next(chain)

## deep_chain_of_coroutines
#: status exception ok output-limit
import types
@types.coroutine
def last():
    yield 1
async def link(before):
    await before
chain = last()
for _ in range(100_000):
    chain = link(chain)
chain.send(None)

## deep_chain_of_wrappers
#: status exception ok
import functools, io, itertools, operator, types
def nest(make, thing, use):
    for _ in range(20_000):
        thing = make(thing)
    try:
        use(thing)
    except (RecursionError, TypeError, ValueError, AttributeError):
        pass
nest(lambda thing: types.MethodType(thing, 1), print, lambda thing: thing)
nest(staticmethod, abs, lambda thing: thing(1))
nest(lambda thing: itertools.islice(thing, 9), iter([1]), next)
nest(lambda thing: filter(None, thing), iter([1]), next)
nest(enumerate, iter([1]), next)
nest(lambda thing: zip(thing), iter([1]), next)
nest(memoryview, b"x", bytes)
nest(lambda thing: functools.lru_cache(thing), abs, lambda thing: thing(1))

## deep_chain_of_methods
#: status exception ok
import types
chain = abs
for _ in range(100_000):
    chain = types.MethodType(chain, 1)
chain()

## deep_chain_of_streams
#: status exception ok memory timeout
import io
chain = io.BytesIO(b"x")
for _ in range(1_000):
    chain = io.BufferedReader(chain)
chain.read(1)

## deep_chain_of_unions
#: seconds 0.5
#: status exception ok timeout
kind = int | None
for _ in range(100_000):
    kind = list[kind] | None
isinstance(1, kind), hash(kind), kind == kind, repr(kind)

## deep_groups_of_errors_at_the_end_of_life
#: status ok exception
error = ValueError()
for _ in range(200_000):
    error = ExceptionGroup("x", [error])
del error

## deep_chains_at_the_end_of_life
#: seconds 1
#: status ok exception timeout
import collections, functools, types, weakref
def nest(make, thing=None):
    for _ in range(10_000):
        thing = make(thing)
    return None
def follow(before):
    error = ValueError()
    error.__context__ = before
    return error
def closure(before):
    return lambda: before
def generate(before):
    machine = (lambda: (yield before))()
    next(machine)
    return machine
for make in (lambda before: (before,), lambda before: {1: before}, lambda before: frozenset([(before,)]),
    lambda before: collections.deque([before]), lambda before: collections.OrderedDict(a=before), lambda before: slice(before),
    lambda before: iter([before]),
             lambda before: functools.partial(print, before), lambda before: types.MethodType(print, before or 1),
                 lambda before: types.SimpleNamespace(a=before), lambda before: property(before), lambda before: staticmethod(before),
                 lambda before: types.CellType(before), lambda before: types.MappingProxyType({1: before}),
             lambda before: map(print, [before]), lambda before: reversed([before]), lambda before: list[before], follow, closure, generate,
                 lambda before: collections.defaultdict(None, a=before), lambda before: types.ModuleType("x").__dict__.update(a=before)):
    nest(make)

## deep_comparison_of_other_containers
#: status exception ok
import collections, types
def nest(make):
    a = b = 1
    for _ in range(20_000):
        a, b = make(a), make(b)
    return a, b
for make in (lambda before: {1: before}, lambda before: (before,), lambda before: collections.deque([before]),
    lambda before: collections.OrderedDict(a=before), lambda before: slice(before), lambda before: types.SimpleNamespace(a=before),
    lambda before: collections.UserList([before]), lambda before: types.MappingProxyType({1: before})):
    a, b = nest(make)
    for use in (lambda: a == b, lambda: a != b, lambda: repr(a), lambda: hash(a), lambda: a < b):
        try:
            use()
        except (RecursionError, TypeError):
            pass
print("ended")

## deep_data_that_is_packed
#: seconds 20
#: prints ended
import json, marshal, pickle, plistlib, pprint, reprlib, copy, ast
deep = []
for _ in range(20_000):
    deep = [deep]
for use in (json.dumps, marshal.dumps, pickle.dumps, plistlib.dumps, pprint.pformat, reprlib.repr, copy.copy, str,
    lambda deep: pickle.loads(b"(" * 20_000 + b"l" * 20_000 + b"."), lambda deep: pickle.loads(b"]" + b"(l" * 20_000 + b"." ),
    lambda deep: json.loads('{"a":' * 100_000)):
    try:
        use(deep)
    except (RecursionError, ValueError, TypeError, pickle.UnpicklingError, EOFError, IndexError):
        pass
print("ended")

## deep_regular_expression
#: prints ended
import re
for pattern, text in (("(" * 50_000 + ")" * 50_000, "x"), ("(?:a|b)*", "ab" * 10_000), ("(?=" * 5000 + ")" * 5000, "x"), ("[" * 10_000, ""),
    ("(a)|" * 2_000, "b"), ("(?P<a>x)(?(a)" * 2000 + ")" * 2000, "x"), ("a{0,65535}" * 100, "a"), ("(?<!" * 2000 + "x" + ")" * 2000, "y")):
    try:
        re.match(pattern, text)
    except (re.error, RecursionError, OverflowError):
        pass
print("ended")

## chain_of_class_attributes
#: seconds 0.5
#: status ok timeout exception memory
kind = object
for _ in range(3_000):
    kind = type("A", (kind,), {})
for _ in range(1000):
    hasattr(kind(), "nowhere")

## waiting_for_what_never_comes
#: seconds 0.3
#: status timeout exception ok
import threading
threading.Event().wait()

## waiting_for_the_others
#: seconds 0.3
#: status timeout exception ok
import threading
threading.Barrier(2).wait()

## waiting_for_itself
#: seconds 0.3
#: status timeout exception ok
import threading
thread = threading.Thread(target=lambda: thread.join())
thread.start()
threading.current_thread().join()

## waiting_for_a_task_that_waits
#: seconds 0.3
#: status timeout exception
import asyncio
async def main():
    done = asyncio.Event()
    await asyncio.gather(done.wait(), asyncio.Lock().acquire(), asyncio.Future())
asyncio.run(main())

## waiting_for_a_result
#: seconds 0.3
#: status timeout exception ok
import concurrent.futures
concurrent.futures.Future().result()

## waiting_by_select
#: seconds 0.3
#: status timeout exception ok
import select
select.select([], [], [], 10**6)

## waiting_for_a_signal
#: seconds 0.3
#: status timeout exception
import signal
for wait in (lambda: signal.sigwait([2]), lambda: signal.sigtimedwait([2], 10**6), lambda: signal.pause()):
    try:
        wait()
    except AttributeError:
        pass
raise OSError

## alarms_without_end
#: seconds 0.3
#: status timeout exception
import signal
def ring(*arguments):
    signal.setitimer(signal.ITIMER_REAL, 1e-6)
    signal.raise_signal(signal.SIGALRM)
signal.signal(signal.SIGALRM, ring)
ring()

## schedule_without_end
#: seconds 0.3
#: status timeout
import sched
plan = sched.scheduler()
def again():
    plan.enter(0, 0, again)
    plan.enter(10**9, 0, again)
again()
plan.run()

## flood_through_a_device
#: raises OSError
file = open("/dev/stdout", "wb", buffering=0)
while True:
    file.write(b"flood" * 1000)

## flood_through_the_streams_beneath
#: seconds 0.5
#: status output-limit timeout
import sys
while True:
    sys.__stdout__.buffer.raw.write(b"flood" * 1000)

## flood_through_a_file_of_the_descriptor
#: seconds 1.5
#: status output-limit
file = open(2, "w", closefd=False)
while True:
    print("flood" * 1000, file=file)

## flood_of_many_buffers
#: seconds 0.5
#: status output-limit timeout exception
import os
while True:
    os.writev(1, [b"flood" * 100] * 1000)

## flood_of_tracebacks
#: seconds 0.5
#: status output-limit timeout
import traceback
def f(n):
    if n:
        f(n - 1)
    traceback.print_stack()
while True:
    f(100)

## flood_of_log_records
#: seconds 0.5
#: status output-limit timeout
import logging
logging.basicConfig(level=0)
while True:
    logging.critical("flood" * 1000)

## flood_of_errors_that_nobody_raises
#: seconds 0.5
#: status output-limit timeout
class A:
    def __del__(self):
        raise ValueError("flood" * 100)
while True:
    A()

## flood_of_what_is_shown
#: seconds 0.5
#: status output-limit timeout
while True:
    display("<p>flood</p>" * 100)

## flood_of_pictures
#: seconds 0.5
#: status output-limit timeout
import _garter
while True:
    _garter.display("image/png", b"\x89PNG\r\n\x1a\n" + bytes(10_000), alt="flood" * 100)

## one_picture_of_twenty_megabytes
#: status output-limit memory exception
import _garter
_garter.display("image/png", bytes(20_000_000))

## words_for_a_picture_without_end
#: status output-limit memory exception
import _garter
_garter.display("image/png", b"x", alt="x" * 10_000_000)

## kinds_that_are_none
#: prints ended
import _garter
for mime in ("", "x", "text/html; charset=utf-8", "TEXT/HTML", "text/html\n", "../x", "x/" + "y" * 1000, "\ud800/x", "a/b/c", "image/*",
    "text/html,<script>", None, 5, b"image/png"):
    for data in (b"x", "x", None, bytearray(5), memoryview(b"xyz")[::2], 5):
        try:
            _garter.display(mime, data)
        except (TypeError, ValueError, UnicodeError, BufferError):
            pass
print("ended")

## flood_of_turtles
#: seconds 0.5
#: status timeout output-limit memory exception
import turtle
turtle.tracer(0)
while True:
    turtle.Turtle().goto(10**300, -10**300)

## flood_of_strokes
#: stop
#: seconds 0.5
#: status stopped timeout output-limit memory exception
import turtle
# A picture that moves and rests may go on until somebody stops it.
print("started", flush=True)
turtle.speed(0)
turtle.tracer(0)
while True:
    turtle.write("flood" * 1000)
    turtle.dot(10**9)
    turtle.stamp()
    turtle.update()

## flood_of_plots
#: seconds 0.5
#: status timeout output-limit memory exception
import matplotlib.pyplot as plt
while True:
    plt.plot(range(10_000))
    plt.title("flood" * 10_000)
    plt.show()

## rest_without_end
#: stop
#: seconds 10
#: status stopped
import _garter
print("started", flush=True)
while True:
    try:
        _garter.rest(1e300)
    except KeyboardInterrupt:
        pass

## prompt_without_end
#: input
#: status output-limit memory exception
input("x" * 10_000_000)

## generator_that_never_closes
#: seconds 0.3
#: status timeout ok
def machine():
    try:
        yield
    finally:
        while True:
            pass
kept = machine()
next(kept)

## values_that_never_close
#: seconds 0.3
#: status timeout
import asyncio
async def values():
    try:
        while True:
            yield
    finally:
        while True:
            await asyncio.sleep(0)
async def main():
    async for _ in values():
        break
asyncio.run(main())

## thread_that_outlives_the_program
#: seconds 0.3
#: status timeout ok
import threading, time
def stay():
    while True:
        time.sleep(0.01)
threading.Thread(target=stay).start()

## farewell_of_a_weak_reference
#: seconds 0.3
#: status timeout
import weakref
class A:
    pass
a = A()
def spin():
    while True:
        pass
weakref.finalize(a, spin)

## farewell_in_a_loop
#: seconds 0.3
#: status timeout ok exception
import weakref
class A:
    pass
def again(*arguments):
    global kept
    thing = A()
    kept = thing, weakref.ref(thing, again), weakref.finalize(thing, again)
again()

## display_hook_that_never_ends
#: seconds 0.3
#: status timeout
import sys
def spin(value):
    while True:
        pass
sys.displayhook = spin
exec(compile("1", "x", "single"))

## stream_that_fails_for_ever
#: seconds 0.5
#: status exception timeout ok
import sys
class Stream:
    def __getattr__(self, name):
        raise Stream
    def write(self, text):
        return self.write(text)
    flush = write
sys.stdout = sys.stderr = sys.__stdout__ = sys.__stderr__ = Stream()
1 / 0

## import_that_never_ends
#: seconds 0.3
#: status timeout
import builtins, sys
def spin(*arguments):
    while True:
        pass
sys.meta_path.insert(0, type("Finder", (), {"find_spec": spin})())
builtins.__import__ = spin
1 / 0
import nowhere

## hook_of_the_audit_that_never_ends
#: seconds 0.3
#: status timeout ok
import sys
def spin(*arguments):
    while True:
        pass
sys.addaudithook(spin)
open("x", "w")

## decoder_that_never_ends
#: seconds 0.3
#: status timeout
import codecs
codecs.register_error("spin", lambda error: ("", error.start))
b"a\xff".decode("utf-8", "spin")

## truth_that_never_comes
#: seconds 0.3
#: status timeout
class A:
    def __bool__(self):
        while True:
            pass
    __hash__ = __len__ = __bool__
{A(): 1 for _ in [1] if A()}

## interrupt_in_a_regular_expression
#: stop
#: seconds 10
#: status stopped
import re
print("started", flush=True)
re.match(r"(a|aa)+$", "a" * 100 + "b")

## interrupt_in_a_finalizer
#: stop
#: seconds 10
#: status stopped ok
# What is raised in a finalizer is reported and goes no further, KeyboardInterrupt as well.
class A:
    def __del__(self):
        print("started", flush=True)
        while True:
            pass
A()

## interrupt_in_tasks_that_catch_it
#: stop
#: seconds 10
#: status stopped
import asyncio
async def stay():
    while True:
        try:
            await asyncio.sleep(0.001)
        except BaseException:
            pass
async def main():
    print("started", flush=True)
    await asyncio.gather(*[asyncio.shield(stay()) for _ in range(10)])
while True:
    try:
        asyncio.run(main())
    except BaseException:
        pass

## interrupt_while_it_floods
#: stop
#: seconds 10
#: status stopped output-limit
while True:
    try:
        print("started")
    except KeyboardInterrupt:
        pass

## interrupt_at_the_exit
#: stop
#: seconds 10
#: status stopped
import atexit
@atexit.register
def again():
    print("started", flush=True)
    while True:
        try:
            while True:
                pass
        except KeyboardInterrupt:
            pass
