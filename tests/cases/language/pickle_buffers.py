# Buffers that a pickle holds, or leaves to somebody else (PEP 574).
import gc
import pickle
import weakref
from pickle import PickleBuffer

print(PickleBuffer, PickleBuffer.__module__, PickleBuffer.__doc__)
data = bytearray(b"abcdef")
buffer = PickleBuffer(data)
print(bytes(buffer), memoryview(buffer).readonly, memoryview(PickleBuffer(b"x")).readonly)
view = buffer.raw()
print(view.format, view.ndim, view.shape, bytes(PickleBuffer(memoryview(b"abcd").cast("H")).raw()))
view[0] = 65
print(data)

buffers = []
out = pickle.dumps(buffer, protocol=5, buffer_callback=buffers.append)
again = pickle.loads(out, buffers=buffers)
print(len(buffers), bytes(again), bytes(pickle.loads(pickle.dumps(buffer, protocol=5))))

for action in (
    lambda: PickleBuffer(),
    lambda: PickleBuffer("text"),
    lambda: PickleBuffer(memoryview(b"abcdef")[::2]).raw(),
    lambda: pickle.dumps(buffer, protocol=4),
    lambda: (buffer.release(), memoryview(buffer)),
    lambda: buffer.raw(),
    lambda: (buffer.release(), buffer.release()),
):
    try:
        print(action())
    except (TypeError, ValueError, BufferError, pickle.PicklingError) as error:
        print(type(error).__name__, error)


class Bytes(bytearray):
    pass


held = Bytes(b"x")
held.itself = PickleBuffer(held)
known = weakref.ref(held.itself)
del held
gc.collect()
print(known())
