import sys
import threading
import time

seen = []


def work(n):
    try:
        raise KeyError(n)
    except KeyError:
        time.sleep(0.01)
        seen.append((n, sys.exc_info()[1].args[0]))
        try:
            raise ValueError
        except ValueError as error:
            time.sleep(0.005)
            seen.append((n, error.__context__.args[0]))
    seen.append((n, sys.exc_info()[1]))


threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(seen, key=str), sys.exc_info()[1])
