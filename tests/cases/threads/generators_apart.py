import threading
import time

lines = []


def numbers(name):
    for n in range(4):
        time.sleep(0.001)
        yield f"{name}{n}"


def work(name):
    for line in numbers(name):
        lines.append(line)


threads = [threading.Thread(target=work, args=(name,)) for name in "abc"]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(lines))


def shared():
    yield 1
    time.sleep(0.02)
    yield 2


once = shared()
next(once)
other = threading.Thread(target=lambda: next(once))
other.start()
time.sleep(0.005)
try:
    next(once)
except ValueError as error:
    print(error)
other.join()
