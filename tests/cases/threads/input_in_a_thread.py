import threading
import time

answers = []
ticks = []


def ask():
    answers.append(input("name? "))


asking = threading.Thread(target=ask)
asking.start()
for n in range(3):
    ticks.append(n)
    time.sleep(0.005)
asking.join()
print(answers, ticks)
