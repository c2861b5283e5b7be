from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, as_completed, wait


def work(n):
    if n == 3:
        raise ValueError("three")
    return n * n


with ThreadPoolExecutor(max_workers=2) as pool:
    print(list(pool.map(work, [4, 5, 6])))
    futures = {pool.submit(work, n): n for n in (2, 3, 4)}
    done = {futures[f]: repr(f.exception() or f.result()) for f in as_completed(futures)}
    print(dict(sorted(done.items())))
    first = wait([pool.submit(work, 7)], return_when=FIRST_COMPLETED)
    print(len(first.done), len(first.not_done), [f.result() for f in first.done])
try:
    pool.submit(work, 1)
except RuntimeError as error:
    print(error)
