import contextvars
import threading
import time

name = contextvars.ContextVar("name", default="nobody")
name.set("main")
seen = []


def work(new):
    seen.append(name.get())
    name.set(new)
    time.sleep(0.005)
    seen.append(name.get())


context = contextvars.copy_context()
one = threading.Thread(target=context.run, args=(work, "one"))
one.start()
two = threading.Thread(target=contextvars.Context().run, args=(work, "two"))
two.start()
one.join()
two.join()
print(sorted(seen), name.get(), context[name])
