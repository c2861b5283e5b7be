import threading
import time


def late():
    time.sleep(0.03)
    print("late")


threading.Thread(target=late).start()
raise ValueError("main is broken")
