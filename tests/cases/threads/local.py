import threading

data = threading.local()
data.name = "main"
seen = []


class Counted(threading.local):
    made = 0

    def __init__(self, start):
        Counted.made += 1
        self.count = start


counted = Counted(10)


def work(name):
    seen.append(hasattr(data, "name"))
    data.name = name
    counted.count += 1
    seen.append((data.name, counted.count, sorted(vars(data))))


for name in ("one", "two"):
    thread = threading.Thread(target=work, args=(name,))
    thread.start()
    thread.join()
print(seen, data.name, counted.count, Counted.made)
try:
    data.other
except AttributeError as error:
    print(error)
del data.name
print(vars(data))
try:
    threading.local(1)
except TypeError as error:
    print(error)
