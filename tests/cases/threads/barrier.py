import threading
import time

line = threading.Barrier(3, action=lambda: print("go"))
times = []


def run(n):
    time.sleep(n / 100)
    line.wait()
    times.append(n)


runners = [threading.Thread(target=run, args=(n,)) for n in range(3)]
for runner in runners:
    runner.start()
for runner in runners:
    runner.join()
print(sorted(times), line.parties, line.n_waiting, line.broken)
try:
    threading.Barrier(2).wait(timeout=0.01)
except threading.BrokenBarrierError as error:
    print("broken", repr(error))
