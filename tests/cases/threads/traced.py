import sys
import threading

calls = []


def trace(frame, event, argument):
    if event == "call" and frame.f_code.co_name == "work":
        calls.append(threading.current_thread().name)


def work():
    pass


threading.settrace(trace)
thread = threading.Thread(target=work, name="traced")
thread.start()
thread.join()
threading.settrace(None)
print(calls, sys.gettrace())
