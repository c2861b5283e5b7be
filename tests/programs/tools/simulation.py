import random
from collections import Counter

random.seed(123)
throws = [random.randint(1, 6) + random.randint(1, 6) for _ in range(2000)]
counts = Counter(throws)
for total in range(2, 13):
    print(f"{total:2} {counts[total]:4} {'█' * (counts[total] // 10)}")
print(random.choice("abc"), random.sample(range(100), 5), random.uniform(0, 1), random.gauss(0, 1))
cards = [f"{rank}{suit}" for suit in "♠♥" for rank in "AKQ"]
random.shuffle(cards)
print(cards, random.choices(["win", "lose"], weights=[1, 3], k=5), random.getrandbits(16))
inside = sum(random.random() ** 2 + random.random() ** 2 < 1 for _ in range(20_000))
print("pi is about", 4 * inside / 20_000)


def walk(steps):
    x = y = 0
    for _ in range(steps):
        dx, dy = random.choice([(0, 1), (0, -1), (1, 0), (-1, 0)])
        x, y = x + dx, y + dy
    return x, y


print([walk(100) for _ in range(4)])
