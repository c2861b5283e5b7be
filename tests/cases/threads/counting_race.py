import sys
import threading

sys.setswitchinterval(1e-5)
total = 0
lock = threading.Lock()


def count():
    global total
    for _ in range(20_000):
        with lock:
            total += 1


threads = [threading.Thread(target=count) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(total)
