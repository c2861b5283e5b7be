import threading
import time


def late():
    time.sleep(0.05)
    print("the last line")


threading.Thread(target=late).start()
print("the end of the program")
