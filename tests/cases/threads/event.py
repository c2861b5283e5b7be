import threading

ready = threading.Event()
late = threading.Thread(target=lambda: (ready.wait(), print("after")))
late.start()
print("before", ready.is_set())
ready.set()
late.join()
print(ready.wait(0.01), threading.Event().wait(0.01))
