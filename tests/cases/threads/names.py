import threading


def work():
    me = threading.current_thread()
    print(me.name, me.daemon, me is not threading.main_thread(), me.is_alive(), me.ident == threading.get_ident())


print(threading.current_thread().name, threading.active_count(), [t.name for t in threading.enumerate()])
for options in ({}, {"name": "worker"}, {"daemon": True}, {"target": work}):
    thread = threading.Thread(**({"target": work} | options))
    thread.start()
    thread.join()
print(threading.active_count(), thread.is_alive(), thread.name)


class Mine(threading.Thread):
    def run(self):
        print("mine", self.name)


mine = Mine()
mine.start()
mine.join()
for call in (mine.start, threading.Thread(target=work).join, threading.current_thread().join):
    try:
        call()
    except RuntimeError as error:
        print(error)
