"""What windows, frames and canvases have in common."""

import re

from ._colors import resolve
from ._items import TclError
from ._loop import loop

# A screen of this size is what fractions of it mean.
SCREEN = 1600, 800

_SEQUENCE = re.compile(r"<(?:[A-Z][A-Za-z]*-)*?(?:(B[1-5]|Button[1-5])-)?([A-Za-z]+)(?:-([A-Za-z0-9_]+))?>")
_KINDS = {
    "Button": "press",
    "ButtonPress": "press",
    "ButtonRelease": "release",
    "Motion": "motion",
    "Key": "keypress",
    "KeyPress": "keypress",
    "KeyRelease": "keyrelease",
    "Configure": "configure",
}


class Event:
    """What has happened to a widget."""

    def __init__(self, widget, x=0, y=0, num=0, keysym=""):
        self.widget = widget
        self.x = x
        self.y = y
        self.num = num
        self.keysym = keysym
        self.char = keysym if len(keysym) == 1 else ""


def _meaning(sequence):
    """A sequence such as `<Button-1>` as a pair: what happens, and to which button or key."""
    if len(sequence) == 1:
        return "keypress", sequence
    match = _SEQUENCE.fullmatch(sequence)
    if not match:
        raise TclError(f'bad event sequence "{sequence}"')
    modifier, name, detail = match.groups()
    if name not in _KINDS:
        # Names of keys, and events that do not happen here.
        return ("keypress", name) if detail is None and modifier is None else (name, detail)
    kind = _KINDS[name]
    if kind in ("press", "release", "motion"):
        button = modifier[-1] if modifier else detail
        # Without a button, a pointer moves over the canvas.
        return kind, int(button) if button else 0 if kind == "motion" else None
    return kind, detail


def bindings_of(bindings, sequence, function, add):
    """Adds the function to what is bound, or takes its place; none takes all away."""
    pair = _meaning(sequence)
    if not function:
        bindings.pop(pair, None)
    elif add:
        bindings.setdefault(pair, []).append(function)
    else:
        bindings[pair] = [function]


class Widget:
    """What lies in a window, or is one."""

    def __init__(self, master=None, cnf={}, **options):
        self.master = master
        self._root = master._root if master is not None else None
        self._options = dict(cnf or {}) | options
        self._bindings = {}

    @property
    def tk(self):
        """What the widget belongs to; programs know it for its `mainloop`."""
        return self._root

    def _check(self):
        if self._root.is_gone:
            raise TclError("can't invoke command: application has been destroyed")

    def configure(self, cnf=None, **options):
        """Changes options."""
        self._options |= (cnf or {}) | options

    config = configure

    def cget(self, option):
        """Returns an option."""
        return self._options[option.replace("background", "bg")]

    __getitem__ = cget

    def __setitem__(self, option, value):
        self.configure({option: value})

    def winfo_toplevel(self):
        """Returns the window."""
        return self._root

    def winfo_width(self):
        """Returns the width in pixels."""
        return self._root.size[0]

    def winfo_height(self):
        """Returns the height in pixels."""
        return self._root.size[1]

    def winfo_screenwidth(self):
        """Returns the width of a screen that there might be."""
        return SCREEN[0]

    def winfo_screenheight(self):
        """Returns the height of a screen that there might be."""
        return SCREEN[1]

    def winfo_rgb(self, color):
        """Returns red, green and blue, each up to 65535."""
        digits = resolve(color)
        if not digits:
            raise TclError(f'unknown color name "{color}"')
        return tuple(int(digits[at : at + 2], 16) * 257 for at in (1, 3, 5))

    def bind(self, sequence=None, function=None, add=None):
        """Calls the function when this happens."""
        self._check()
        bindings_of(self._bindings, sequence, function, add)
        loop.changed()

    def unbind(self, sequence, name=None):
        """Calls nothing any more when this happens."""
        self._check()
        bindings_of(self._bindings, sequence, None, None)
        loop.changed()

    def bound(self, kind, detail):
        """What is bound to this."""
        return self._bindings.get((kind, detail), [])

    def bindings(self):
        """All that something is bound to."""
        return self._bindings.keys()

    def after(self, ms, func=None, *args):
        """Calls the function after so many milliseconds; without one, waits for so long."""
        self._check()
        if func is None:
            loop.delay(ms)
            return None
        return loop.after(ms, func, args)

    def after_idle(self, func, *args):
        """Calls the function when there is nothing else to do."""
        return loop.after_idle(func, args)

    def after_cancel(self, id):
        """Takes back what `after` is to call."""
        loop.cancel(id)

    def update(self):
        """Handles what has happened and shows what was drawn."""
        self._check()
        loop.update()

    def update_idletasks(self):
        """Shows what was drawn."""
        self.update()

    def mainloop(self, n=0):
        """Handles what happens until the windows are gone, or nothing can happen any more."""
        loop.mainloop()

    def focus_force(self):
        """Asks for the keys that the reader presses."""
        self._check()
        self._root.focus_on(self)

    focus = focus_set = focus_force

    def pack(self, **options):
        """Shows the widget, which fills its window anyway."""

    grid = place = pack

    def grid_forget(self):
        """Hides the widget."""

    def rowconfigure(self, *arguments, **options):
        """Divides the widget into rows, of which it has one."""

    columnconfigure = rowconfigure
