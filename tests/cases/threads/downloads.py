import threading
import time

results = {}


def fetch(page, seconds):
    time.sleep(seconds)
    results[page] = len(page)
    print(f"{page} is there")


threads = [
    threading.Thread(target=fetch, args=pair) for pair in (("slow", 0.12), ("quick", 0.02), ("middling", 0.07))
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(list(results.items()))
