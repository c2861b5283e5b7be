import threading
import time

forks = [threading.Lock() for _ in range(5)]
meals = [0] * 5


def dine(seat):
    first, second = sorted((seat, (seat + 1) % 5))
    for _ in range(3):
        with forks[first]:
            time.sleep(0.001)
            with forks[second]:
                meals[seat] += 1
                time.sleep(0.001)


table = [threading.Thread(target=dine, args=(seat,)) for seat in range(5)]
for philosopher in table:
    philosopher.start()
for philosopher in table:
    philosopher.join()
print(meals)
