"""Waiting, where there is nothing to wait for but time: a program in a web page has no sockets."""

import time

error = OSError


def select(readers, writers, exceptional, timeout=None, /):
    if readers or writers or exceptional:
        raise OSError(9, "only sockets can be waited for, and a program in a web page has none")
    if timeout is None:
        raise OSError(35, "this would wait for ever: there is nothing to wait for")
    time.sleep(max(timeout, 0))
    return [], [], []
