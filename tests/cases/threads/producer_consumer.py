import queue
import threading
import time

jobs = queue.Queue(maxsize=3)
done = []


def produce():
    for n in range(8):
        jobs.put(n)
        print("made", n, flush=True)
        time.sleep(0.01)
    jobs.put(None)


def consume():
    while (job := jobs.get()) is not None:
        time.sleep(0.002)
        done.append(job * job)


makers = threading.Thread(target=produce, name="maker")
takers = threading.Thread(target=consume, name="taker")
makers.start()
takers.start()
makers.join()
takers.join()
print(done, jobs.empty())
