import threading
import time

slow = threading.Thread(target=time.sleep, args=(0.2,))
slow.start()
slow.join(timeout=0.01)
print("still alive:", slow.is_alive())
slow.join()
print("still alive:", slow.is_alive())
