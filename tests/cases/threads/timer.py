import threading

first = threading.Timer(0.05, print, ["tick"])
first.start()
print("started")
cancelled = threading.Timer(60, print, ["never"])
cancelled.start()
cancelled.cancel()
first.join()
cancelled.join()
print("done", first.is_alive(), cancelled.finished.is_set())
