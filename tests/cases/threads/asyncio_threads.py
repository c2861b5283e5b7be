import asyncio
import threading
import time


def block(n):
    time.sleep(n / 100)
    return n, threading.current_thread() is threading.main_thread()


async def main():
    loop = asyncio.get_running_loop()
    print(await asyncio.gather(*(asyncio.to_thread(block, n) for n in (3, 2, 1))))
    print(await loop.run_in_executor(None, block, 1))
    ready = asyncio.Event()
    threading.Timer(0.01, loop.call_soon_threadsafe, [ready.set]).start()
    await ready.wait()
    try:
        await asyncio.wait_for(asyncio.to_thread(time.sleep, 0.1), 0.01)
    except TimeoutError:
        print("too slow")


asyncio.run(main())
