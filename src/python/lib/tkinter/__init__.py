"""As much of tkinter as turtle graphics need: windows with canvases in them, shown as pictures in the page."""

import re

from ._canvas import Canvas
from ._items import TclError
from ._loop import loop
from ._widgets import SCREEN, Event, Widget

__all__ = [
    "Tk", "Frame", "Canvas", "Scrollbar", "PhotoImage", "Event", "TclError", "mainloop", "TkVersion", "TclVersion",
    "HORIZONTAL", "VERTICAL", "SUNKEN", "ROUND", "BUTT", "LEFT", "RIGHT", "TOP", "BOTTOM", "BOTH", "X", "Y", "END",
]

TkVersion = TclVersion = 8.6
HORIZONTAL, VERTICAL = "horizontal", "vertical"
SUNKEN, ROUND, BUTT = "sunken", "round", "butt"
LEFT, RIGHT, TOP, BOTTOM, BOTH, X, Y, END = "left", "right", "top", "bottom", "both", "x", "y", "end"


class Tk(Widget):
    """A window: a picture in the page for each canvas in it."""

    def __init__(self, *arguments, **options):
        super().__init__()
        self._root = self
        self.is_gone = False
        self.size = SCREEN[0] // 2, SCREEN[1] * 3 // 4
        self.canvases = []
        self.wants_focus = None
        self.shown_title = "tk"
        self._on_close = None
        loop.windows.append(self)

    def title(self, string=None):
        """Names the window, or returns its name."""
        if string is None:
            return self.shown_title
        self.shown_title = str(string)[:200]
        self._change()

    def geometry(self, newGeometry=None):
        """Sets the window's size, `WIDTHxHEIGHT`; it has no place."""
        self._check()
        if newGeometry is None:
            return "{}x{}+0+0".format(*self.size)
        if not (match := re.fullmatch(r"=?(\d+)x(\d+)(?:[+-]{1,2}\d+){0,2}", newGeometry)):
            raise TclError(f'bad geometry specifier "{newGeometry}"')
        self.size = tuple(min(max(int(number), 1), 4000) for number in match.groups())
        for canvas in self.canvases:
            canvas.fit(*self.size)
        for function in self.bound("configure", None):
            function(Event(self))

    def protocol(self, name=None, func=None):
        """Calls the function when the reader closes the window."""
        if name == "WM_DELETE_WINDOW":
            self._on_close = func

    wm_protocol = protocol

    def ask_to_close(self):
        """The reader wants the window to be gone."""
        loop.call(self._on_close or self.destroy)

    def destroy(self):
        """Closes the window; its picture stays."""
        if not self.is_gone:
            loop.close(self)
            self.is_gone = True

    quit = destroy

    def has_bindings(self):
        """Whether anything that the reader can do would lead to anything."""
        own = any(kind != "configure" for kind, _ in self._bindings)
        return own or any(canvas.has_bindings() for canvas in self.canvases)

    def bindings(self):
        """All that something is bound to."""
        return [pair for pair in self._bindings if pair[0] != "configure"]

    def focus_on(self, widget):
        """Asks for the keys that the reader presses."""
        canvas = widget if isinstance(widget, Canvas) else next(iter(self.canvases), None)
        if canvas:
            self.wants_focus = canvas
            loop.changed()

    def _change(self):
        for canvas in self.canvases:
            canvas.configure()

    def _ignore(self, *arguments, **options):
        """For windows that are moved, marked and framed."""

    attributes = wm_attributes = resizable = iconbitmap = iconphoto = lift = state = minsize = maxsize = _ignore
    overrideredirect = deiconify = withdraw = call = _ignore


class Frame(Widget):
    """A part of a window."""


class Scrollbar(Widget):
    """A scroll bar, of which nothing is to be seen."""

    def set(self, first, last):
        """Shows which part is seen."""


class PhotoImage:
    """An image without anything in it."""

    def __init__(self, name=None, cnf={}, master=None, *, file=None, data=None, width=0, height=0, **options):
        if file is not None or data is not None:
            raise TclError("images from files cannot be shown in this page; register a shape of polygons instead")
        self._size = width, height

    def __str__(self):
        return ""

    def blank(self):
        """Takes away what is not there."""

    def width(self):
        """Returns the width in pixels."""
        return self._size[0]

    def height(self):
        """Returns the height in pixels."""
        return self._size[1]


def mainloop(n=0):
    """Handles what happens until the windows are gone, or nothing can happen any more."""
    loop.mainloop()


def __getattr__(name):
    message = f"tkinter has no {name!r} in a web page: there are no windows, only pictures to draw with turtle"
    raise AttributeError(message)
