use crate::printed;

#[test]
fn a_set_that_changes_while_it_is_gone_through_ends_the_loop() {
    let source = "\
def attempt(change):
    numbers = {1, 2, 3}
    seen = []
    try:
        for number in numbers:
            seen.append(number)
            change(numbers, number)
            if len(seen) > 20:
                break
    except RuntimeError as error:
        seen.append(str(error))
    print(seen, numbers)
attempt(lambda numbers, number: numbers.add(number + 10))
attempt(lambda numbers, number: numbers.discard(number))
attempt(lambda numbers, number: numbers.clear())
attempt(lambda numbers, number: (numbers.discard(number), numbers.add(number)))
attempt(lambda numbers, number: (numbers.discard(number), numbers.add(number + 8)))
steps = iter({1, 2, 3})
print(steps.__length_hint__(), next(steps), steps.__length_hint__(), steps.__reduce__()[1], list(steps), steps.__length_hint__())
";
    assert_eq!(
        printed(source),
        "[1, 'Set changed size during iteration'] {11, 1, 2, 3}\n\
         [1, 'Set changed size during iteration'] {2, 3}\n\
         [1, 'Set changed size during iteration'] set()\n\
         [1, 2, 3] {1, 2, 3}\n\
         [1, 2, 3] {9, 10, 11}\n\
         3 1 2 ([2, 3],) [2, 3] 0\n"
    );
}

#[test]
fn a_loop_over_a_set_in_a_cycle_is_collected() {
    let source = "\
import gc, weakref
class Holder:
    pass
for make in set, frozenset:
    held = Holder()
    gone = weakref.ref(held)
    held.around = iter(make([held, 1]))
    del held
    gc.collect()
    print(gone())
";
    assert_eq!(printed(source), "None\nNone\n");
}

#[test]
fn an_operator_that_changes_a_set_gives_way() {
    let source = "\
class Other:
    def __ror__(self, left):
        return 'theirs'
some = {1}
some |= Other()
print(some)
try:
    numbers = {1}
    numbers &= [1]
except TypeError as error:
    print(error)
";
    assert_eq!(
        printed(source),
        "theirs\nunsupported operand type(s) for &=: 'set' and 'list'\n"
    );
}

#[test]
fn a_set_of_a_class_with_slots_is_pickled_with_what_they_hold() {
    let source = "\
import copy, pickle
class Marked(set):
    __slots__ = ('mark',)
marked = Marked([3, 1, 2])
marked.mark = 'x'
for made in copy.copy(marked), pickle.loads(pickle.dumps(marked)):
    print(made, made.mark, made == marked)
";
    assert_eq!(
        printed(source),
        "Marked({1, 2, 3}) x True\nMarked({1, 2, 3}) x True\n"
    );
}
