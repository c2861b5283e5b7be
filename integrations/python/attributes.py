"""The attributes of ``<garter-snippet>``: which there are, and what they may be."""

import html
import json
from importlib.resources import files

#: By name: "flag", "text", "number", or the list of what it may be.
KINDS = json.loads(files(__package__).joinpath("attributes.json").read_text("utf-8"))


def mistake(name, value):
    """What is wrong with an attribute, in words; None if it is right. A flag's value is None."""
    kind = KINDS.get(name)
    if kind is None:
        return f"a snippet has no attribute {name!r}; there are {', '.join(KINDS)}"
    if kind == "flag":
        return None if value is None else f"{name!r} takes no value"
    if value is None:
        return f"{name!r} needs a value"
    if kind == "number" and not _is_number(value):
        return f"{name!r} is a number, which {value!r} is not"
    if isinstance(kind, list) and value not in kind:
        return f"{name!r} is one of {', '.join(kind)}, which {value!r} is not"
    return None


def start_tag(attributes):
    """The element's start tag."""
    written = (
        f" {name}" if value is None else f' {name}="{html.escape(value)}"'
        for name, value in attributes.items()
    )
    return f"<garter-snippet{''.join(written)}>"


def _is_number(text):
    try:
        float(text)
    except ValueError:
        return False
    return True
