import queue
import threading

lifo, ranked, simple = queue.LifoQueue(), queue.PriorityQueue(), queue.SimpleQueue()
for n in (2, 3, 1):
    for q in (lifo, ranked, simple):
        q.put(n)
print([[q.get() for _ in range(3)] for q in (lifo, ranked, simple)])
for q in (lifo, simple):
    try:
        q.get(timeout=0.01)
    except queue.Empty:
        print("empty")
full = queue.Queue(1)
full.put(1)
try:
    full.put(2, timeout=0.01)
except queue.Full:
    print("full")
thread = threading.Thread(target=lambda: print("got", simple.get()))
thread.start()
simple.put("late")
thread.join()
workers = queue.Queue()


def work():
    while True:
        workers.get()
        workers.task_done()


threading.Thread(target=work, daemon=True).start()
for n in range(5):
    workers.put(n)
workers.join()
print("all done", workers.unfinished_tasks)
