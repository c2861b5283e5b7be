import threading

lock = threading.RLock()
print(lock.acquire(), lock.acquire(blocking=False))


def work():
    print(lock.acquire(blocking=False), lock.acquire(timeout=0.01))
    try:
        lock.release()
    except RuntimeError as error:
        print(error)


thread = threading.Thread(target=work)
thread.start()
thread.join()
lock.release()
lock.release()
try:
    lock.release()
except RuntimeError as error:
    print(error)
