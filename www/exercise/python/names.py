# The names that tests see: their own, those of the program, and Python's.


class Undefined(NameError):
    """A name that the learner's program should define."""

    def __init__(self, name, similar):
        super().__init__(f"name '{name}' is not defined")
        self.name = name
        self.similar = similar


class Names:
    """The names that tests see, and the place of those that they define.

    Tests have names of their own, which do not meet those of the program. All others are the program's, as they are at
    this moment; but those of `builtins` are Python's own, whatever the program has made of them, unless defining them
    is the task.
    """

    def __init__(self, program, own):
        self.program = program
        self.own = own
        genuine = {"close": close, **vars(builtins)}
        self.genuine = genuine
        self.tests = {name: value for name, value in genuine.items() if name not in own}
        self.tests.update({"__name__": "tests", "__builtins__": Program(program, genuine, own)})
        self.tests["globals"] = self.all

    def __getitem__(self, name):
        return self.tests[name]

    def __setitem__(self, name, value):
        if name in self.own:
            self.program[name] = value
        else:
            self.tests[name] = value

    def __contains__(self, name):
        return name in self.program or name in self.tests

    def __iter__(self):
        return iter(self.all())

    keys = __iter__

    def all(self):
        """What tests take for their globals: the program's names, and theirs."""
        theirs = {name: value for name, value in self.tests.items() if name not in self.genuine and name[:1] != "@"}
        return {**self.program, **theirs}

    def __delitem__(self, name):
        del (self.program if name in self.own else self.tests)[name]


class Program:
    """Where Python looks last: the names of the program as they are at this moment."""

    def __init__(self, program, genuine, own):
        self.program = program
        self.genuine = genuine
        self.own = own

    def __getitem__(self, name):
        try:
            return self.program[name]
        except KeyError:
            pass
        # A builtin that the learner has to define herself is not there before she does.
        if name in self.genuine and name not in self.own:
            return self.genuine[name]
        raise Undefined(name, next((one for one in self.program if alike(one, name)), None))


def alike(one, other):
    """Whether two names differ in nothing but case, underscores, or one letter."""
    if not isinstance(one, str) or one.startswith("__"):
        return False
    one, other = one.lower().replace("_", ""), other.lower().replace("_", "")
    if one == other:
        return True
    if abs(len(one) - len(other)) > 1 or min(len(one), len(other)) < 4:
        return False
    at = 0
    while at < min(len(one), len(other)) and one[at] == other[at]:
        at += 1
    return one[at + 1 :] == other[at:] or one[at:] == other[at + 1 :] or one[at + 1 :] == other[at + 1 :]
