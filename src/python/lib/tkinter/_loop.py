"""The event loop: timers, what the reader does, and when the page is told what there is to see."""

import heapq
import sys
import time
import traceback

import _garter

# A message has room for 64 KiB; its text is ASCII.
_MOST_CHARACTERS = 60_000
# What a picture in a browser that cannot wait leaves of the output budget for its last state.
_RESERVE = 256 * 1024
_FRAME = 1 / 60
# A delay as long as this shows each step.
_LONG_DELAY = 0.008


class Loop:
    """There is one, for all windows."""

    def __init__(self):
        self.windows = []
        self._timers = []
        self._idle = []
        self._last_timer = 0
        self._cancelled = set()
        self._last_canvas = 0
        # What is left to be told of windows that are gone.
        self._farewells = []
        self._run = None
        self._shown = 0.0
        self._is_stepping = False
        self._has_changes = False
        _garter.on_wait(self.show)

    def next_canvas(self):
        self._last_canvas += 1
        return self._last_canvas

    def changed(self):
        self._has_changes = True

    def close(self, window):
        """Takes a window away; what it has shown stays to be seen."""
        self.show()
        self.windows.remove(window)
        self._farewells.extend(f'["close",{canvas.number}]' for canvas in window.canvases)
        self._has_changes = True

    def after(self, milliseconds, function, arguments):
        """Calls the function later; returns a name for that."""
        self._last_timer += 1
        name = f"after#{self._last_timer}"
        due = time.monotonic() + max(float(milliseconds), 0) / 1000
        heapq.heappush(self._timers, (due, self._last_timer, name, function, arguments))
        return name

    def after_idle(self, function, arguments):
        """Calls the function when there is nothing else to do; returns a name for that."""
        self._last_timer += 1
        name = f"after#{self._last_timer}"
        self._idle.append((name, function, arguments))
        return name

    def cancel(self, name):
        if any(name == timer[2] for timer in self._timers) or any(name == task[0] for task in self._idle):
            self._cancelled.add(name)

    def delay(self, milliseconds):
        """Lets time pass between two steps of an animation."""
        self._is_stepping = True
        seconds = float(milliseconds) / 1000
        if seconds <= 0:
            return
        if seconds >= _LONG_DELAY or time.monotonic() - self._shown >= _FRAME:
            self._show_changes()
        _garter.rest(seconds)

    def update(self):
        """Does what is due and shows what has changed: one step of an animation, whose delay follows, or else one
        image, of which there are sixty a second."""
        self.handle()
        left = self._shown + _FRAME - time.monotonic()
        if self._is_stepping:
            self._is_stepping = False
            if left > 0:
                return
        elif left > 0:
            _garter.rest(left)
        self._show_changes()

    def handle(self):
        """Does what is due."""
        while event := _garter.next_event(0):
            self._dispatch(event)
        now = time.monotonic()
        while self._timers and self._timers[0][0] <= now:
            _, _, name, function, arguments = heapq.heappop(self._timers)
            self._call(name, function, arguments)
        idle, self._idle = self._idle, []
        for task in idle:
            self._call(*task)

    def mainloop(self):
        """Does what is due until no window is left, or nothing can happen any more."""
        while self.windows and self._can_go_on():
            self.handle()
            self._show_changes()
            if not self.windows or not self._can_go_on():
                break
            seconds = None
            if self._idle:
                seconds = 0
            elif self._timers:
                seconds = max(self._timers[0][0] - time.monotonic(), 0)
            elif not _garter.has_events():
                print("Nothing can be clicked or typed here: the picture stays as it is.", file=sys.stderr)
                break
            if event := _garter.next_event(seconds):
                self._dispatch(event)
        self._show_changes()

    def _can_go_on(self):
        return self._timers or self._idle or any(window.has_bindings() for window in self.windows)

    def _call(self, name, function, arguments):
        if name in self._cancelled:
            self._cancelled.discard(name)
        else:
            self.call(function, *arguments)

    def call(self, function, *arguments):
        """Calls what the program has given for an event; what goes wrong there ends nothing else."""
        try:
            function(*arguments)
        except Exception:
            print("Exception in Tkinter callback", file=sys.stderr)
            traceback.print_exc()

    def _dispatch(self, event):
        kind, number, *details = event
        for window in list(self.windows):
            for canvas in window.canvases:
                if canvas.number == number:
                    canvas.hear(kind, *details)
                    return

    def show(self):
        """Shows what has changed, before the program waits for something else or ends."""
        self._show_changes(is_last=True)

    def _show_changes(self, is_last=False):
        if not self._has_changes:
            return
        if not is_last and _garter.drawing_left() < _RESERVE:
            return
        # Whoever runs the next program of a console has a page without a picture.
        run = _garter.run_number()
        is_new, self._run = run != self._run, run
        commands = []
        for window in self.windows:
            for canvas in window.canvases:
                if is_new:
                    canvas.forget()
                commands.extend(canvas.commands())
        commands.extend(self._farewells)
        self._farewells.clear()
        self._has_changes = False
        if commands:
            commands.append('["show"]')
            self._send(commands)
        self._shown = time.monotonic()

    def _send(self, commands):
        message, size = [], 0
        for command in commands:
            if size + len(command) > _MOST_CHARACTERS:
                _garter.draw(f"[{','.join(message)}]")
                message, size = [], 0
            message.append(command)
            size += len(command) + 1
        if not _garter.draw(f"[{','.join(message)}]"):
            print("The picture is larger than what a program may print in a browser that cannot wait.", file=sys.stderr)


loop = Loop()
