"""Random sequences of operations on sets, each with the order in which it leaves them.

    python3 set_sequences.py [first seed] [sequences]
"""

import copy
import pickle
import sys

MODULUS = (1 << 61) - 1


class Random:
    """The same numbers in every Python."""

    def __init__(self, seed):
        self.state = seed * 2 + 1

    def below(self, limit):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % (1 << 64)
        return (self.state >> 33) % limit

    def one_of(self, things):
        return things[self.below(len(things))]


def small(random):
    return random.below(40)


def negative(random):
    return random.below(60) - 30


def large(random):
    return random.one_of((1, -1)) * (random.below(1 << 30) << random.below(80))


def step(random):
    """Integers that meet in the same slots."""
    return random.below(50) * random.one_of((8, 32, 128, 1 << 12, 1 << 32, MODULUS))


def fraction(random):
    return random.one_of((0.5, 0.1, 1.0, -3.25, 1e16, 1e300, 2.0 ** -1060)) * (random.below(30) - 10)


def pair(random):
    return (random.below(8), random.below(8))


def nested(random):
    return random.one_of(((), (1,), ((2,), 3), (False, True), (1.5, -1), (1 << 70,), frozenset({2, 1}))) + (
        () if random.below(2) else (random.below(5),)
    ) if random.below(4) else (random.below(3), (random.below(3), (random.below(3),)))


def constant(random):
    return random.one_of((True, False, 0, 1, 1.0, 2j, 1 + 2j, -1, -2, -1.0, float("inf"), frozenset({random.below(3)})))


def safe_nested(random):
    try:
        return nested(random)
    except TypeError:
        return frozenset({random.below(9), (random.below(9),)})


KINDS = (small, negative, large, step, fraction, pair, safe_nested, constant)


class Sequence:
    def __init__(self, seed):
        self.random = random = Random(seed)
        self.kinds = [random.one_of(KINDS) for _ in range(1 + random.below(3))]
        # Few sets become large.
        self.most = random.one_of((3, 8, 8, 20, 20, 60, 60, 200, 700))
        self.sets = [set(), set(), frozenset()]
        self.steps = []

    def element(self):
        return self.random.one_of(self.kinds)(self.random)

    def elements(self):
        return [self.element() for _ in range(self.random.below(self.most + 1))]

    def other(self):
        """Something to go through: a set, a dict, a list, a generator."""
        random = self.random
        kind = random.below(8)
        if kind < 3:
            return random.one_of(self.sets)
        elements = self.elements()
        if kind == 3:
            return dict.fromkeys(elements, 1)
        if kind == 4:
            return (element for element in elements)
        if kind == 5:
            return frozenset(elements)
        if kind == 6:
            return dict.fromkeys(elements, 1).keys()
        return elements

    def any_set(self):
        return self.random.one_of(self.sets) if self.random.below(2) else self.random.one_of((set, frozenset))(self.elements())

    def run(self):
        for _ in range(4 + self.random.below(30)):
            self.step()
            self.note(self.sets)
        return self.sets

    def note(self, sets):
        # Sums up the order in a number: positions that are multiplied by hashes.
        total = 0
        for one in sets:
            for at, element in enumerate(one):
                total = (total * 31 + at * 7 + hash(element)) % (1 << 64)
        self.steps.append(total)

    def step(self):
        random = self.random
        at = random.below(len(self.sets))
        target = self.sets[at]
        if isinstance(target, set) and random.below(3):
            self.change(target)
        else:
            self.sets[at] = self.made_of(target)

    def change(self, target):
        random = self.random
        kind = random.below(16)
        if kind < 3:
            for element in self.elements():
                target.add(element)
        elif kind == 3:
            for element in self.elements():
                target.discard(element)
        elif kind == 4:
            for _ in range(random.below(len(target) + 1)):
                self.steps.append(hash(target.pop()))
        elif kind == 5:
            target.update(self.other(), self.other())
        elif kind == 6:
            target |= self.any_set()
        elif kind == 7:
            target &= self.any_set()
        elif kind == 8:
            target -= self.any_set()
        elif kind == 9:
            target ^= self.any_set()
        elif kind == 10:
            target.intersection_update(self.other())
        elif kind == 11:
            target.difference_update(self.other(), self.other())
        elif kind == 12:
            target.symmetric_difference_update(self.other())
        elif kind == 13:
            target.__init__(self.other())
        elif kind == 14 and len(target) > 2:
            for element in list(target)[:: 1 + random.below(3)]:
                target.remove(element)
        elif random.below(4) == 0:
            target.clear()

    def made_of(self, target):
        random = self.random
        kind = random.below(20)
        if kind == 0:
            return target.copy()
        if kind == 1:
            return target.union(self.other(), self.other())
        if kind == 2:
            return target.intersection(self.other())
        if kind == 3:
            return target.difference(self.other(), self.other())
        if kind == 4:
            return target.symmetric_difference(self.other())
        if kind == 5:
            return target | self.any_set()
        if kind == 6:
            return target & self.any_set()
        if kind == 7:
            return target - self.any_set()
        if kind == 8:
            return target ^ self.any_set()
        if kind == 9:
            return set(self.other())
        if kind == 10:
            return frozenset(self.other())
        if kind == 11:
            return {element for element in self.other()}
        if kind == 12:
            return {*self.other(), self.element(), *self.other()}
        if kind == 13:
            return pickle.loads(pickle.dumps(target, random.below(6)))
        if kind == 14:
            return copy.copy(target)
        if kind == 15:
            return copy.deepcopy(target)
        if kind == 16:
            return set(target)
        if kind == 17:
            return dict.fromkeys(self.elements(), 1).keys() & self.any_set()
        if kind == 18:
            return random.one_of((set, frozenset))(dict.fromkeys(self.elements(), 1).keys() ^ self.any_set())
        return dict.fromkeys(self.elements(), 1).items() ^ dict.fromkeys(self.elements(), 1).items()


def main():
    first = int(sys.argv[1]) if len(sys.argv) > 1 else 0
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 400
    for seed in range(first, first + count):
        sequence = Sequence(seed)
        sets = sequence.run()
        total = 0
        for step in sequence.steps:
            total = (total * 1000003 + step) % MODULUS
        shown = repr(min(sets, key=len))
        print(seed, len(sequence.steps), [len(one) for one in sets], total, shown if len(shown) < 160 else hash(shown))


main()
