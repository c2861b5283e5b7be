"""The event loop of a program without sockets: between its tasks it sleeps until the next is due, or until another
thread has something for it."""

import _thread
import time

from . import base_events, events

__all__ = ("SelectorEventLoop", "_DefaultEventLoopPolicy", "EventLoop")


class _Sleep:
    """What the loop takes for a selector."""

    def __init__(self):
        # Released by a thread that wakes the loop.
        self._asleep = _thread.allocate_lock()
        self._asleep.acquire()

    def select(self, timeout):
        if timeout is not None and timeout <= 0:
            return ()
        if _thread._count():
            self._asleep.acquire(timeout=-1 if timeout is None else min(timeout, _thread.TIMEOUT_MAX))
        elif timeout is None:
            raise RuntimeError("this program waits for something that cannot happen: no task is left to make it happen")
        else:
            time.sleep(timeout)
        return ()

    def wake(self):
        if self._asleep.locked():
            self._asleep.release()


class SelectorEventLoop(base_events.BaseEventLoop):
    def __init__(self):
        super().__init__()
        self._selector = _Sleep()

    def _process_events(self, event_list):
        pass

    def _write_to_self(self):
        self._selector.wake()


class _DefaultEventLoopPolicy(events._BaseDefaultEventLoopPolicy):
    _loop_factory = SelectorEventLoop


EventLoop = SelectorEventLoop
