import random

import simpy

random.seed(11)


def car(env, name, pump, log):
    log.append((env.now, name, "arrives"))
    with pump.request() as request:
        waited = yield request | env.timeout(6)
        if request not in waited:
            log.append((env.now, name, "leaves"))
            return
        log.append((env.now, name, "fuels"))
        yield env.timeout(random.randint(2, 5))
    log.append((env.now, name, "is gone"))


def source(env, pump, log):
    for number in range(6):
        env.process(car(env, f"car {number}", pump, log))
        yield env.timeout(1)


env = simpy.Environment()
log = []
pump = simpy.Resource(env, capacity=2)
env.process(source(env, pump, log))
env.run(until=30)
for entry in log:
    print(*entry)


def producer(env, store):
    for item in ["egg", "milk", "flour"]:
        yield env.timeout(2)
        yield store.put(item)


def consumer(env, store):
    while True:
        item = yield store.get()
        print(f"{env.now}: got {item}")


def worker(env):
    try:
        yield env.timeout(100)
    except simpy.Interrupt as interrupt:
        print(f"{env.now}: {interrupt.cause}")


env = simpy.Environment()
store = simpy.Store(env, capacity=1)
env.process(producer(env, store))
env.process(consumer(env, store))
busy = env.process(worker(env))


def boss(env):
    yield env.timeout(5)
    busy.interrupt("enough")
    both = yield env.all_of([env.timeout(1, "a"), env.timeout(2, "b")])
    print(env.now, list(both.values()))
    return "done"


print(env.run(until=env.process(boss(env))), env.now, busy.is_alive)
tank = simpy.Container(simpy.Environment(), capacity=10, init=4)
print(tank.level, tank.capacity)


def fails(env):
    yield env.timeout(1)
    raise ValueError("broken")


env = simpy.Environment()
env.process(fails(env))
try:
    env.run()
except ValueError as error:
    print(error, env.now, env.peek())
