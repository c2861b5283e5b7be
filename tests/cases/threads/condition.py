import threading

items = []
changed = threading.Condition()


def take():
    with changed:
        while not items:
            changed.wait()
        print("took", items.pop())


takers = [threading.Thread(target=take) for _ in range(3)]
for taker in takers:
    taker.start()
for n in range(3):
    with changed:
        items.append("thing")
        changed.notify()
for taker in takers:
    taker.join()
with changed:
    print(changed.wait_for(lambda: not items, timeout=1), changed.wait(0.01))
