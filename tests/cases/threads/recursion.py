import threading

depths = []


def deep(n):
    try:
        return deep(n + 1)
    except RecursionError:
        return n


def work():
    depths.append(deep(0))


threads = [threading.Thread(target=work) for _ in range(10)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(depths), min(depths) > 400, max(depths) - min(depths) < 50)
