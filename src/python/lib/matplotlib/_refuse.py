"""What is not there says so, and says what is."""


def listed(names):
    names = sorted(names)
    return ", ".join(names[:-1]) + " and " + names[-1] if len(names) > 1 else "".join(names)


def unknown_arguments(function, given, known):
    """Raises TypeError if arguments are left that a function does not know."""
    if given:
        raise TypeError(
            f"Garter's matplotlib has no argument '{next(iter(given))}' for {function}(); "
            f"it has {listed(known)}"
        )


def unknown_value(what, value, known):
    return ValueError(f"Garter's matplotlib has no {what} {value!r}; it has {listed(map(repr, known))}")


def unknown_name(owner, name, known):
    if name.startswith("__"):
        return AttributeError(name)
    return AttributeError(f"Garter's matplotlib has no `{owner}.{name}`; it has {listed(known)}")


def public_names(kind):
    return {name for name in dir(kind) if not name.startswith("_")}


class Refusing:
    """An object of which people expect more than it has."""

    # Public for other modules of this package only.
    INNER = frozenset({"INNER"})

    def __getattr__(self, name):
        raise unknown_name(type(self).__name__, name, public_names(type(self)) - self.INNER)
