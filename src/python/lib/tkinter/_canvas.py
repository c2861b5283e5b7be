"""Canvases: what turtles draw on."""

from json import dumps

from ._colors import resolve
from ._items import Item, TclError, numbers
from ._loop import loop
from ._widgets import Event, Widget, bindings_of


class Canvas(Widget):
    """A list of items, the last of which lies on top; the page has the same list."""

    def __init__(self, master=None, cnf={}, **options):
        super().__init__(master, cnf, **options)
        self.number = loop.next_canvas()
        self._options = {"bg": "white", "width": 378, "height": 265} | self._options
        self._items = {}
        self._last_item = 0
        # What the next message has to tell, in order.
        self._log = []
        self._is_new = True
        self._origin = [0.0, 0.0]
        # The item on which a button was pressed hears of it until it is released.
        self._held = None
        self._is_filling = False
        self._told_bindings = None
        self._root.canvases.append(self)
        loop.changed()

    # Items

    def create_line(self, *coords, **options):
        """Creates a line through all these points; returns its number."""
        return self._create("line", coords, options)

    def create_polygon(self, *coords, **options):
        """Creates a polygon with these corners; returns its number."""
        return self._create("polygon", coords, options)

    def create_rectangle(self, *coords, **options):
        """Creates a rectangle between two corners; returns its number."""
        left, top, right, bottom = numbers(coords)
        options = {"fill": "", "outline": "black"} | options
        return self._create("polygon", (left, top, right, top, right, bottom, left, bottom), options)

    def create_text(self, *coords, **options):
        """Creates a text; returns its number."""
        return self._create("text", coords, options)

    def create_image(self, *coords, **options):
        """Creates a place for an image; returns its number."""
        return self._create("image", coords, options)

    def _create(self, kind, coords, options):
        self._check()
        item = Item(kind, numbers(coords), options)
        self._last_item += 1
        self._items[self._last_item] = item
        self._note(self._last_item, item)
        return self._last_item

    def coords(self, number, *values):
        """Moves an item, or returns its coordinates."""
        self._check()
        item = self._items.get(number)
        if item is None:
            return []
        if not values:
            return list(item.coords)
        if item.move(numbers(values)) and not item.is_logged:
            self._note(number, item)

    def itemconfigure(self, number, cnf=None, **options):
        """Changes options of an item."""
        self._check()
        for number, item in self._named(number):
            if item.configure((cnf or {}) | options) and not item.is_logged:
                self._note(number, item)

    def itemconfig(self, number, cnf=None, **options):
        """Changes options of an item."""
        self.itemconfigure(number, cnf, **options)

    def itemcget(self, number, option):
        """Returns an option of an item."""
        item = self._items.get(number)
        return "" if item is None else item.options[option.removeprefix("-")]

    def delete(self, *numbers):
        """Takes items away, or "all" of them."""
        self._check()
        for number in numbers:
            for number, _ in self._named(number):
                del self._items[number]
                self._log.append(("delete", number))
                loop.changed()

    def tag_raise(self, number, above=None):
        """Puts an item on top."""
        self._check()
        if number in self._items and next(reversed(self._items)) != number:
            self._items[number] = self._items.pop(number)
            self._log.append(("raise", number))
            loop.changed()

    def tag_lower(self, number, below=None):
        """Puts an item below all others."""
        self._check()
        if number in self._items and next(iter(self._items)) != number:
            item = self._items.pop(number)
            self._items = {number: item, **self._items}
            self._log.append(("lower", number))
            loop.changed()

    def type(self, number):
        """Returns what an item is: line, polygon, text or image."""
        item = self._items.get(number)
        return None if item is None else item.kind

    def find_all(self):
        """Returns the numbers of all items, the lowest first."""
        return tuple(self._items)

    def bbox(self, *numbers):
        """Returns the smallest rectangle around items: left, top, right, bottom."""
        named = [item.box() for number in numbers for _, item in self._named(number)]
        boxes = [box for box in named if box]
        if not boxes:
            return None
        lefts, tops, rights, bottoms = zip(*boxes)
        return round(min(lefts)), round(min(tops)), round(max(rights)), round(max(bottoms))

    def _named(self, number):
        if number == "all":
            return list(self._items.items())
        item = self._items.get(number)
        return [] if item is None else [(number, item)]

    def _note(self, number, item):
        item.is_logged = True
        self._log.append(("put", number))
        loop.changed()

    # Where what is seen

    def configure(self, cnf=None, **options):
        """Changes options of the canvas."""
        self._check()
        options = (cnf or {}) | options
        if "background" in options:
            options["bg"] = options.pop("background")
        background = options.get("bg")
        if background is None:
            options.pop("bg", None)
        elif not resolve(background):
            raise TclError(f'unknown color name "{background}"')
        super().configure(options)
        if "scrollregion" in options:
            self._confine()
        self._is_new = True
        loop.changed()

    def config(self, cnf=None, **options):
        """Changes options of the canvas."""
        self.configure(cnf, **options)

    def grid(self, **options):
        """Shows the canvas in its window."""
        self._is_filling = options.get("sticky") == "news"
        self.fit(*self._root.size)

    def pack(self, **options):
        """Shows the canvas in its window."""
        self._is_filling = bool(options.get("expand")) and options.get("fill") == "both"
        self.fit(*self._root.size)

    def fit(self, width, height):
        """Follows its window's size, if it fills the window."""
        if self._is_filling:
            self.configure(width=width, height=height)

    def winfo_width(self):
        """Returns its width in pixels."""
        return int(self._options["width"])

    def winfo_height(self):
        """Returns its height in pixels."""
        return int(self._options["height"])

    def canvasx(self, x, gridspacing=None):
        """Returns where on the canvas a point of the window is."""
        return x + self._origin[0]

    def canvasy(self, y, gridspacing=None):
        """Returns where on the canvas a point of the window is."""
        return y + self._origin[1]

    def xview_moveto(self, fraction):
        """Shows the canvas from this part of its width on."""
        self._scroll(0, fraction)

    def yview_moveto(self, fraction):
        """Shows the canvas from this part of its height on."""
        self._scroll(1, fraction)

    def xview(self, *arguments):
        """Scrolls; there are no scroll bars that would."""

    def yview(self, *arguments):
        """Scrolls; there are no scroll bars that would."""

    def postscript(self, **options):
        """Says that there is none."""
        raise TclError("a picture in a web page is not saved by the program, but with what stands below it")

    def _region(self):
        region = self._options.get("scrollregion") or (0, 0, self.winfo_width(), self.winfo_height())
        return tuple(map(float, region))

    def _scroll(self, axis, fraction):
        region = self._region()
        start, end = region[axis], region[axis + 2]
        self._origin[axis] = float(round(start + float(fraction) * (end - start)))
        self._confine()

    def _confine(self):
        """Keeps what is seen within the scroll region, or the region within what is seen."""
        region = self._region()
        for axis, size in enumerate((self.winfo_width(), self.winfo_height())):
            before = self._origin[axis] - region[axis]
            behind = region[axis + 2] - (self._origin[axis] + size)
            if before < 0 < behind:
                self._origin[axis] += min(-before, behind)
            elif behind < 0 < before:
                self._origin[axis] -= min(before, -behind)
        self._is_new = True
        loop.changed()

    # What the reader does

    def tag_bind(self, number, sequence=None, function=None, add=None):
        """Calls the function when this happens to an item."""
        for _, item in self._named(number):
            bindings_of(item.bindings, sequence, function, add)
        loop.changed()

    def tag_unbind(self, number, sequence, name=None):
        """Calls nothing any more when this happens to an item."""
        for _, item in self._named(number):
            bindings_of(item.bindings, sequence, None, None)
        loop.changed()

    def has_bindings(self):
        """Whether anything that the reader can do would lead to anything."""
        return bool(self._bindings) or any(item.bindings for item in self._items.values())

    def hear(self, kind, x, y, button, key):
        """Hears what the reader does here."""
        if kind == "close":
            self._root.ask_to_close()
        elif key:
            self._hear_key(kind, Event(self, x, y, keysym=key))
        else:
            self._hear_pointer(kind, Event(self, x, y, num=button))

    def _hear_key(self, kind, event):
        for widget in (self, self._root):
            functions = widget.bound(kind, event.keysym) or widget.bound(kind, None)
            for function in list(functions):
                loop.call(function, event)

    def _hear_pointer(self, kind, event):
        if kind == "press" or not event.num:
            self._held = self._item_at(self.canvasx(event.x), self.canvasy(event.y))
        functions = []
        if self._held is not None and self._held in self._items.values():
            functions += self._held.bindings.get((kind, event.num), ())
        functions += self.bound(kind, event.num) or self.bound(kind, None)
        functions += self._root.bound(kind, event.num) or self._root.bound(kind, None)
        for function in functions:
            loop.call(function, event)

    def _item_at(self, x, y):
        return next((item for item in reversed(list(self._items.values())) if item.is_at(x, y)), None)

    # What the page is told

    def forget(self):
        """The page knows nothing of this canvas any more."""
        self._is_new = True
        self._told_bindings = None
        self._log = [("put", number) for number in self._items]
        for item in self._items.values():
            item.known = None

    def commands(self):
        """What the page has to be told since it was last told something."""
        number = self.number
        if self._is_new:
            self._is_new = False
            place = f"{self.winfo_width()},{self.winfo_height()},{self._origin[0]:.2f},{self._origin[1]:.2f}"
            yield f'["canvas",{number},{place},"{resolve(self._options["bg"])}",{dumps(self._root.shown_title)}]'
        log, self._log = self._log, []
        last = {number: at for at, (action, number) in enumerate(log) if action == "raise"}
        for at, (action, item) in enumerate(log):
            if action == "delete":
                yield f'["delete",{number},{item}]'
            elif item not in self._items:
                pass
            elif action == "put":
                yield from self._items[item].commands(number, item)
            elif action == "lower" or last[item] == at:
                yield f'["{action}",{number},{item}]'
        bindings = self._all_bindings()
        if bindings != self._told_bindings:
            self._told_bindings = bindings
            yield f'["hear",{number},{dumps(bindings)}]'
        if self._root.wants_focus is self:
            self._root.wants_focus = None
            yield f'["focus",{number}]'

    def _all_bindings(self):
        pairs = {*self._bindings, *self._root.bindings()}
        for item in self._items.values():
            pairs.update(item.bindings)
        keys = {detail or "*" for kind, detail in pairs if kind in ("keypress", "keyrelease")}
        buttons = {detail or 1 for kind, detail in pairs if kind in ("press", "release", "motion")}
        drags = any(kind == "motion" for kind, _ in pairs)
        return {"keys": sorted(keys), "buttons": sorted(buttons), "motion": drags}
