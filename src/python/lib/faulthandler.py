"""Tracebacks of a program that crashes. Here the page says where a program was; what is asked for is written at once."""

import sys

_is_enabled = False


def enable(file=sys.stderr, all_threads=True, c_stack=True):
    global _is_enabled
    _is_enabled = True


def disable():
    global _is_enabled
    was_enabled, _is_enabled = _is_enabled, False
    return was_enabled


def is_enabled():
    return _is_enabled


def dump_traceback(file=sys.stderr, all_threads=True):
    write = _writer(file)
    write("Stack (most recent call first):\n")
    frame = sys._getframe(1)
    while frame is not None:
        code = frame.f_code
        write(f'  File "{code.co_filename}", line {frame.f_lineno} in {code.co_name}\n')
        frame = frame.f_back


def dump_traceback_later(timeout, repeat=False, file=sys.stderr, exit=False):
    """Does nothing: there is no second thread that could look at this one. The page's budget ends what runs too long."""


def cancel_dump_traceback_later():
    pass


def _writer(file):
    if isinstance(file, int):
        import os

        return lambda text: os.write(file, text.encode("utf-8", "backslashreplace"))
    return file.write
