"""`PickleBuffer`. All else of CPython's `_pickle` is in `pickle` itself, which takes what is here if it is here."""


class PickleBuffer:
    """Wrapper for potentially out-of-band buffers"""

    __slots__ = ("_view", "__weakref__")
    __module__ = "pickle"

    def __new__(cls, *given):
        if len(given) != 1:
            raise TypeError(
                f"PickleBuffer() takes exactly 1 positional argument ({len(given)} given)"
            )
        self = super().__new__(cls)
        try:
            self._view = memoryview(given[0])
        except TypeError:
            kind = type(given[0]).__name__
            raise TypeError(f"a bytes-like object is required, not {kind!r}") from None
        return self

    def __buffer__(self, flags, /):
        if self._view is None:
            raise ValueError("operation forbidden on released PickleBuffer object")
        return self._view

    def raw(self):
        """Return a memoryview of the raw memory underlying this buffer.

        Will raise BufferError is the buffer isn't contiguous.
        """
        view = self.__buffer__(0)
        if not view.contiguous:
            raise BufferError("cannot extract raw buffer from non-contiguous buffer")
        if view.c_contiguous:
            return view.cast("B")
        # In the order in which it lies in memory, which only a copy has here.
        return memoryview(view.tobytes("A"))

    def release(self):
        """Release the underlying buffer held by the PickleBuffer object."""
        self._view = None
