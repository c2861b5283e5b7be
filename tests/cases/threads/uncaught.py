import threading


def work():
    return 1 / 0


thread = threading.Thread(target=work)
thread.start()
thread.join()
print("the program goes on", thread.is_alive())
