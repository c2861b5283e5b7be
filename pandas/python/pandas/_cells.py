"""Cells that are set."""

import numpy as np

from pandas._column import Col, column, infer
from pandas._index import Index, make_index
from pandas._missing import nan


def values_for(value, index, places):
    """What is set: one value, or a column of as many as there are places."""
    if hasattr(value, "_col") and hasattr(value, "index") and not isinstance(value, Index):
        own = value.index
        wanted = index.take(places)
        return value._col if own.equals(wanted) else value._col.take(own._indexer(wanted))
    if isinstance(value, (list, tuple, np.ndarray, range, Index)):
        col = column(value)
        if len(col) != len(places) and len(col) != 1:
            raise ValueError(f"cannot set using a list-like indexer with a different length than the value")
        return col
    return value


def enlarge(frame, label):
    """Adds a row in which everything is missing."""
    new = make_index(infer([label]))
    if isinstance(label, tuple) and frame.index._is_multi:
        new = type(frame.index).from_tuples([label], names=frame.index.names)
    index = frame.index.append(new) if len(frame) else new
    if not index._is_multi:
        index._name = frame.index.name
    places = list(range(len(frame))) + [-1]
    frame.__dict__.update(_cols=[_Hole(col, places).col for col in frame._cols], index=index)


class _Hole:
    """A column with a place at its end whose value comes at once: whole numbers stay whole."""

    def __init__(self, col, places):
        if col.kind in "iub" and len(col):
            self.col = col.like(col.data[np.array(places[:-1] + [0])])
        else:
            self.col = col.take(places)


def set_cells(frame, places, across, value):
    cols = list(frame._cols)
    count = len(across)
    if isinstance(value, dict) and len(places) == 1:
        value = [value.get(frame.columns[int(at)], nan) for at in across.tolist()]
    if hasattr(value, "_is_frame"):
        value = value.reindex(index=frame.index.take(places), columns=frame.columns.take(across))
        parts = list(value._cols)
    elif hasattr(value, "_col") and hasattr(value, "index") and len(places) == 1 and count > 1:
        parts = [infer([one]) for one in value.reindex(frame.columns.take(across)).tolist()]
    elif isinstance(value, np.ndarray) and value.ndim == 2:
        parts = [column(value[:, at]) for at in range(value.shape[1])]
    elif isinstance(value, (list, tuple, np.ndarray)) and (count > 1 or len(places) == 1) and len(value) == count:
        if len(places) > 1 and len(value) and isinstance(value[0], (list, tuple)):
            parts = [infer(list(values)) for values in zip(*value)]
        else:
            parts = [infer([one.item() if isinstance(one, np.generic) else one]) for one in value]
    else:
        if isinstance(value, (list, tuple)) and len(value) == len(places) and len(value) and isinstance(value[0], (list, tuple)):
            parts = [infer(list(values)) for values in zip(*value)]
        elif isinstance(value, (list, tuple, np.ndarray)) and len(value) not in (1, len(places)):
            raise ValueError("Must have equal len keys and value when setting with an iterable")
        else:
            parts = [values_for(value, frame.index, places)] * count
    for at, part in zip(across.tolist(), parts):
        if isinstance(part, Col) and len(part) == 1 and len(places) != 1:
            part = part.values()[0]
        cols[at] = cols[at].put(places, part)
    frame.__dict__["_cols"] = cols
