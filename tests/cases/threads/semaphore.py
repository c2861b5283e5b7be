import threading
import time

places = threading.BoundedSemaphore(2)
inside = 0
most = 0
lock = threading.Lock()


def visit():
    global inside, most
    with places:
        with lock:
            inside += 1
            most = max(most, inside)
        time.sleep(0.005)
        with lock:
            inside -= 1


visitors = [threading.Thread(target=visit) for _ in range(7)]
for visitor in visitors:
    visitor.start()
for visitor in visitors:
    visitor.join()
print("at most", most)
try:
    places.release()
except ValueError as error:
    print(error)
