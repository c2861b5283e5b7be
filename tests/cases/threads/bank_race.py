import threading

balance = 0
all_have_read = threading.Barrier(10)


def deposit():
    global balance
    before = balance
    all_have_read.wait()
    balance = before + 1


threads = [threading.Thread(target=deposit) for _ in range(10)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("without a lock:", balance)
