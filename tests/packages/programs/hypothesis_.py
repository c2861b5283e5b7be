from hypothesis import Phase, assume, example, find, given, settings, strategies as st
from hypothesis.errors import NoSuchExample
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

quick = settings(max_examples=40, database=None, derandomize=True, deadline=None,
                 phases=[Phase.explicit, Phase.generate, Phase.shrink])
runs = []


@quick
@given(st.lists(st.integers()))
def test_sorted(numbers):
    runs.append(len(numbers))
    ordered = sorted(numbers)
    assert all(a <= b for a, b in zip(ordered, ordered[1:]))
    assert sorted(ordered) == ordered


test_sorted()
print("sorted", len(runs))


@quick
@given(st.integers(), st.integers())
@example(1, 2)
def test_wrong(a, b):
    assert a + b < 1000


try:
    test_wrong()
except AssertionError as error:
    print("wrong", [note for note in getattr(error, "__notes__", []) if "test_wrong" in note][:1])


@quick
@given(st.text(), st.floats(allow_nan=False, allow_infinity=False), st.dictionaries(st.text(max_size=3), st.booleans()))
def test_round_trip(text, number, mapping):
    assume(len(mapping) < 5)
    assert text.encode("utf-8", "surrogatepass").decode("utf-8", "surrogatepass") == text
    assert float(repr(number)) == number


test_round_trip()
print("round trip")
print(find(st.lists(st.integers()), lambda numbers: sum(numbers) >= 10, settings=quick))
print(find(st.text(), lambda text: len(text) > 2, settings=quick))
try:
    find(st.integers(0, 5), lambda number: number > 10, settings=quick)
except NoSuchExample as error:
    print(type(error).__name__)


class Counter(RuleBasedStateMachine):
    count = 0

    @rule(by=st.integers(1, 5))
    def add(self, by):
        self.count += by

    @invariant()
    def is_positive(self):
        assert self.count >= 0


run_state_machine_as_test(Counter, settings=settings(quick, max_examples=5, stateful_step_count=5))
print("machine")
