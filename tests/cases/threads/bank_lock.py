import threading
import time

balance = 0
lock = threading.Lock()


def deposit():
    global balance
    with lock:
        before = balance
        time.sleep(0.002)
        balance = before + 1


threads = [threading.Thread(target=deposit) for _ in range(10)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("with a lock:", balance, lock.locked())
