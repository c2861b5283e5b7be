import time
from concurrent.futures import ThreadPoolExecutor, as_completed


def nap(seconds):
    time.sleep(seconds)
    return seconds


with ThreadPoolExecutor(max_workers=5) as pool:
    print(list(pool.map(nap, [0.2, 0.15, 0.1, 0.05, 0.01])))
    naps = [pool.submit(nap, seconds) for seconds in (0.2, 0.1, 0.01)]
    print([done.result() for done in as_completed(naps)])
