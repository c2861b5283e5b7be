import threading

found = []
lock = threading.Lock()


def search(start, stop):
    for n in range(start, stop):
        if n > 1 and all(n % d for d in range(2, int(n**0.5) + 1)):
            with lock:
                found.append(n)


threads = [threading.Thread(target=search, args=(n, n + 500)) for n in range(0, 2000, 500)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(found), sum(found))
