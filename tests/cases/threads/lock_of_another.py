import threading

lock = threading.Lock()
lock.acquire()
thread = threading.Thread(target=lock.release)
thread.start()
thread.join()
print(lock.locked(), lock.acquire(timeout=0.01), lock.acquire(timeout=0.01))
lock.release()
for arguments in ({"blocking": False, "timeout": 1}, {"timeout": -2}):
    try:
        lock.acquire(**arguments)
    except ValueError as error:
        print(error)
try:
    lock.release()
except RuntimeError as error:
    print(error)
