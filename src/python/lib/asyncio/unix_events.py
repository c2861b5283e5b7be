"""The event loop of a program without sockets: between its tasks it sleeps until the next is due."""

import time

from . import base_events, events

__all__ = ("SelectorEventLoop", "_DefaultEventLoopPolicy", "EventLoop")


class _Sleep:
    """What the loop takes for a selector."""

    def select(self, timeout):
        if timeout is None:
            raise RuntimeError("this program waits for something that cannot happen: no task is left to make it happen")
        if timeout > 0:
            time.sleep(timeout)
        return ()


class SelectorEventLoop(base_events.BaseEventLoop):
    def __init__(self):
        super().__init__()
        self._selector = _Sleep()

    def _process_events(self, event_list):
        pass

    def _write_to_self(self):
        """Nobody else could be waking the loop: it has only this thread."""


class _DefaultEventLoopPolicy(events._BaseDefaultEventLoopPolicy):
    _loop_factory = SelectorEventLoop


EventLoop = SelectorEventLoop
