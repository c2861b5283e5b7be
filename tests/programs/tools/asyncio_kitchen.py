import asyncio


async def cook(dish, seconds):
    print("start", dish)
    await asyncio.sleep(seconds)
    print("ready", dish)
    return dish


async def numbers(n):
    for i in range(n):
        await asyncio.sleep(0)
        yield i


async def main():
    print(await asyncio.gather(cook("soup", 0.03), cook("bread", 0.01), cook("tea", 0.02)))
    print([n async for n in numbers(3)])
    try:
        await asyncio.wait_for(cook("roast", 10), timeout=0.01)
    except TimeoutError:
        print("too slow")
    queue = asyncio.Queue()

    async def producer():
        for item in "abc":
            await queue.put(item)
        await queue.put(None)

    async with asyncio.TaskGroup() as group:
        group.create_task(producer())
        while (item := await queue.get()) is not None:
            print("got", item)
    task = asyncio.create_task(cook("cake", 10))
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled", task.cancelled())
    lock = asyncio.Lock()
    async with lock:
        print(lock.locked())
    raise ValueError("kitchen closed")


asyncio.run(main())
