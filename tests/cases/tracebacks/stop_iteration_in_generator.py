def g():
    raise StopIteration


list(g())
