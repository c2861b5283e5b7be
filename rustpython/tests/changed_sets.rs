use crate::printed;

#[test]
fn pop_goes_on_where_it_was() {
    let source = "\
numbers = set(range(0, 100, 7))
numbers -= {14, 35, 70}
print(numbers, [numbers.pop() for _ in range(3)], numbers)
numbers.update([0, 98, 7])
print(numbers.pop(), numbers.pop(), numbers)
numbers.clear()
numbers.add(5)
print(numbers.pop(), numbers)
";
    assert_eq!(
        printed(source),
        "{42, 77, 49, 84, 21, 56, 91, 28, 63} [0, 98, 7] {42, 77, 49, 84, 21, 56, 91, 28, 63}\n\
         42 77 {0, 98, 7, 49, 84, 21, 56, 91, 28, 63}\n\
         5 set()\n"
    );
}

#[test]
fn updates_leave_the_order_that_they_leave_in_cpython() {
    let source = "\
a = {1, 9, 17}
a |= {33, 41, 49}; print(a)
a.update({57: 0, 65: 1, 73: 2}, [81, 89]); print(a)
a -= {1, 17, 33, 41}; print(a)
a ^= {1, 57, 2}; print(a)
a.symmetric_difference_update([2, 2, 3]); print(a)
a.intersection_update(range(90)); print(a)
a &= a; print(a)
a.difference_update([9], {49: 0}); print(a)
a.discard(65); a.discard(65); a.add(65); print(a)
a.__init__('ab'); print(a)
a ^= a; print(a)
";
    assert_eq!(
        printed(source),
        "{1, 17, 33, 49, 9, 41}\n\
         {89, 1, 33, 65, 9, 41, 73, 17, 49, 81, 57}\n\
         {89, 65, 9, 73, 49, 81, 57}\n\
         {89, 1, 65, 2, 9, 73, 49, 81}\n\
         {89, 1, 65, 3, 9, 73, 49, 81}\n\
         {65, 1, 3, 9, 73, 49, 81, 89}\n\
         {65, 1, 3, 9, 73, 49, 81, 89}\n\
         {65, 1, 3, 73, 81, 89}\n\
         {65, 1, 3, 73, 81, 89}\n\
         {'a', 'b'}\n\
         set()\n"
    );
}

#[test]
fn an_equality_that_changes_the_set_harms_nobody() {
    let source = "\
class Changes:
    def __init__(self, what):
        self.what = what
    def __hash__(self):
        return 1
    def __eq__(self, other):
        if shared is not None:
            self.what(self)
        return False
actions = [
    lambda self: shared.clear(),
    lambda self: shared.discard(self),
    lambda self: shared.update(range(100, 100 + len(shared))),
    lambda self: shared.pop() if shared else None,
    lambda self: shared.__init__([7, 8, 9]),
]
for action in actions:
    for operation in set.add, set.discard, set.__contains__, lambda s, e: s.update([e, 1]), lambda s, e: s - {e}, \\
            lambda s, e: s ^ {e}, lambda s, e: s & {e, 1}, lambda s, e: s == {e, 2}, lambda s, e: s.isdisjoint({e}):
        shared = None
        start = {Changes(action), Changes(action), 1, 33}
        shared = start
        try:
            operation(shared, Changes(action))
        except (RuntimeError, KeyError):
            pass
        assert len(start) == len(list(start)) == sum(1 for _ in start)
        shared = None
print('alive')
";
    assert_eq!(printed(source), "alive\n");
}

#[test]
fn what_is_not_there_or_has_no_hash_is_told() {
    let source = "\
def attempt(work):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error, repr(error.__cause__))
some = {1, frozenset([2])}
attempt(lambda: some.remove(5))
attempt(lambda: some.remove({2}))
attempt(lambda: some.remove({3}))
attempt(lambda: some.discard([]))
attempt(lambda: some.difference_update([[]]))
attempt(lambda: set().pop())
print(some)
";
    assert_eq!(
        printed(source),
        "KeyError 5 None\n\
         None\n\
         KeyError {3} None\n\
         TypeError cannot use 'list' as a set element (unhashable type: 'list') None\n\
         TypeError cannot use 'list' as a set element (unhashable type: 'list') None\n\
         KeyError 'pop from an empty set' None\n\
         {1}\n"
    );
}
