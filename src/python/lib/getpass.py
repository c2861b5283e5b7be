"""Asking for what is not to be seen."""

import os

__all__ = ["getpass", "getuser", "GetPassWarning"]


class GetPassWarning(UserWarning):
    pass


def getpass(prompt="Password: ", stream=None, *, echo_char=None):
    import _garter
    import sys

    stream = stream or sys.stdout
    stream.write(prompt)
    stream.flush()
    line = _garter.read_hidden_line()
    if not line:
        raise EOFError
    return line.removesuffix("\n")


def getuser():
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        if user := os.environ.get(name):
            return user
    raise OSError("no username set in the environment")
