"""Runs the tests of an exercise on a learner's program, one case in a fresh interpreter.

www/exercise/python.js calls it, these files one behind the other (xtask/src/site/types.rs): `plan` in an interpreter of its own, which lists the cases; then for each of them
`prepare`, the learner's program, and the function that `prepare` has left behind.

A learner's program may have changed anything when that function runs. So this module takes the functions that it needs by
their names before that, parses and compiles beforehand, and imports nothing afterwards. Its names are looked up here
before they are looked up in `builtins`, which the program may have changed.
"""

import ast
import builtins
import io
import json
import re
import sys
from builtins import (
    AssertionError,
    BaseException,
    Exception,
    KeyError,
    NameError,
    SystemExit,
    TypeError,
    abs,
    all,
    bool,
    callable,
    dict,
    dir,
    exec,
    getattr,
    hasattr,
    input,
    int,
    isinstance,
    issubclass,
    iter,
    len,
    list,
    max,
    min,
    next,
    print,
    repr,
    set,
    setattr,
    str,
    super,
    tuple,
    type,
    vars,
)
from json.encoder import encode_basestring_ascii as quoted

# What a page shows of a value.
MOST_SHOWN = 400
# Values that stand beside a difference.
MOST_VALUES = 8
# How tracebacks call the code of tests. Its lines are those of the exercise.
FILE = "<tests>"
# What a call may compare exactly: a float in decimal is no more exact than that.
RELATIVE_TOLERANCE = 1e-6
INFINITE = float("inf")

make_buffer = io.StringIO
# The flag of an `async def` without `yield` (https://docs.python.org/3/library/inspect.html#inspect.CO_COROUTINE).
IS_COROUTINE = 0x80
# A program may put another dictionary in its place.
sys_modules = sys.modules


def to_json(value):
    """What the facts of a case consist of, as JSON: `json` uses what the program may have changed."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, dict):
        return "{" + ",".join([f"{quoted(name)}:{to_json(one)}" for name, one in value.items()]) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ",".join([to_json(one) for one in value]) + "]"
    return repr(int(value))


class Failed(AssertionError):
    """A case has failed; the message is what is known of it, as JSON."""

    def __init__(self, **facts):
        super().__init__(to_json(facts))
        self.facts = facts


def mistake(reason, **facts):
    """What only its run shows to be wrong with a test, as `NoCase` is what its text shows."""
    return Failed(kind="mistake", reason=reason, **facts)


class Passed(Exception):
    """A case has passed; the message is what only its preparation was told."""


class NoCase(Exception):
    """Tests in which nothing would be checked, or which are no Python. The reasons are those of the page's texts."""

    def __init__(self, reason, line, text=""):
        super().__init__(reason, line, text)


def shown(value):
    """The value as Python writes it, or its beginning and its end."""
    try:
        text = repr(value)
    except Exception as error:
        text = f"<{type(value).__name__}: its __repr__ raises {type(error).__name__}>"
    if len(text) > MOST_SHOWN:
        half = MOST_SHOWN // 2
        text = f"{text[:half]} … {text[-half:]}"
    return text


def is_coroutine_function(what):
    code = getattr(getattr(what, "__func__", what), "__code__", None)
    return code is not None and bool(code.co_flags & IS_COROUTINE)


def nothing_returned(result, name):
    """A test says with asserts what is wrong. What it returns, nobody reads."""
    if result is None:
        return
    if hasattr(result, "cr_frame"):
        result.close()
        raise mistake("async", name=name)
    if hasattr(result, "gi_frame") or hasattr(result, "ag_frame"):
        raise mistake("generator", name=name)
    raise mistake("returns", name=name, value=shown(result))


def close(value, expected, tolerance=None):
    """Whether a number is as close to another as a float can be expected to be."""
    if tolerance is None:
        tolerance = RELATIVE_TOLERANCE * max(abs(expected), RELATIVE_TOLERANCE)
    try:
        difference = abs(value - expected)
    except TypeError:
        # Most often None: a function without `return`.
        return False
    # The difference between an infinite number and itself is none.
    return value == expected or difference <= tolerance < INFINITE
