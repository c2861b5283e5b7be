import _thread
import time

lock = _thread.allocate_lock()
lock.acquire()


def work(text, end="!"):
    print(text + end)
    lock.release()


ident = _thread.start_new_thread(work, ("hello",), {"end": "?"})
lock.acquire()
print(isinstance(ident, int))
for arguments in ((1, ()), (work, []), (work, (), [])):
    try:
        _thread.start_new_thread(*arguments)
    except TypeError as error:
        print(error)
_thread.start_new_thread(_thread.exit, ())
time.sleep(0.01)
print("done", _thread._count())
