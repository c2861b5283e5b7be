"""`pd.set_option` and its kin: how tables print."""

import contextlib

_DEFAULTS = {
    "display.max_rows": 60, "display.min_rows": 10, "display.max_columns": 0, "display.width": 80, "display.precision": 6,
    "display.max_colwidth": 50, "display.float_format": None, "display.show_dimensions": "truncate",
    "display.expand_frame_repr": True, "display.max_categories": 8, "display.colheader_justify": "right",
    "display.large_repr": "truncate", "display.max_info_columns": 100, "mode.chained_assignment": "warn",
    "mode.copy_on_write": True, "future.no_silent_downcasting": True, "display.multi_sparse": True,
    "plotting.backend": "matplotlib", "display.notebook_repr_html": True, "display.unicode.east_asian_width": False,
    "display.chop_threshold": None, "display.max_seq_items": 100, "future.infer_string": True,
}
_now = dict(_DEFAULTS)


def _full(name):
    if name in _now:
        return name
    found = [known for known in _now if name in known]
    if len(found) == 1:
        return found[0]
    if not found:
        raise OptionError(f"No such keys(s): {name!r}")
    raise OptionError("Pattern matched multiple keys")


class OptionError(AttributeError, KeyError):
    """An option that is not there."""

    def __str__(self):
        return str(self.args[0])


def get_option(name):
    return _now[_full(name)]


def set_option(*args, **options):
    if len(args) == 1 and isinstance(args[0], dict):
        args = [part for pair in args[0].items() for part in pair]
    if len(args) % 2 or not args:
        raise ValueError("Must provide an even number of non-keyword arguments")
    for name, value in zip(args[::2], args[1::2]):
        _now[_full(name)] = value


def reset_option(name):
    for known in _now:
        if name == "all" or name in known:
            _now[known] = _DEFAULTS[known]


def describe_option(name="", _print_desc=True):
    text = "\n".join(f"{known} : {_now[known]!r}" for known in _now if name in known)
    if _print_desc:
        print(text)
        return None
    return text


@contextlib.contextmanager
def option_context(*args):
    before = dict(_now)
    set_option(*args)
    try:
        yield
    finally:
        _now.update(before)


class _Options:
    """`pd.options.display.max_rows`."""

    def __init__(self, path=""):
        object.__setattr__(self, "_path", path)

    def __getattr__(self, name):
        path = f"{self._path}{name}"
        if path in _now:
            return _now[path]
        if any(known.startswith(path + ".") for known in _now):
            return _Options(path + ".")
        raise OptionError(f"No such option: {path}")

    def __setattr__(self, name, value):
        if f"{self._path}{name}" not in _now:
            raise OptionError("You can only set the value of existing options")
        _now[f"{self._path}{name}"] = value

    def __dir__(self):
        return sorted({known[len(self._path):].split(".")[0] for known in _now if known.startswith(self._path)})


options = _Options()
