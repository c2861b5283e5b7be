use crate::printed;

#[test]
fn names_of_modules_and_classes_are_found_where_they_are_now() {
    let source = "\
found = []
for turn in range(12):
    found.append(len('ab'))
    if turn == 4:
        def len(text): return 'mine'
    if turn == 8:
        del len
print(found)

for turn in range(12):
    if turn == 3:
        globals()['value'] = 'set'
    if turn == 6:
        del value
    if turn == 9:
        first, value = 1, 'again'
    try:
        print(value, end=' ')
    except NameError as error:
        print(error, end=' ')
print()

code = compile('for turn in range(5): name = name + 1\\nresult = name', '', 'exec')
for at in range(4):
    names = {f'other{n}': n for n in range(at)}
    names['name'] = at * 100
    exec(code, names)
    print(names['result'], end=' ')
class Counting(dict):
    reads = 0
    def __getitem__(self, key):
        self.reads += key == 'name'
        return super().__getitem__(key)
names = Counting(name=0)
exec(code, {}, names)
print(names['result'], names.reads)

for turn in range(5):
    class Body:
        before = turn
        turn = before + 1
        for at in range(3):
            turn = turn + at
    print(Body.turn, end=' ')
print()

import builtins
for turn in range(9):
    if turn == 3:
        builtins.added = 'built in'
    if turn == 6:
        del builtins.added
    try:
        print(added, end=' ')
    except NameError:
        print('-', end=' ')
print()

class Last:
    def __del__(self):
        print(held, end=' ')
for held in range(4):
    dropped = Last()
del dropped
print('end')";
    assert_eq!(
        printed(source),
        "[2, 2, 2, 2, 2, 'mine', 'mine', 'mine', 'mine', 2, 2, 2]\n\
         name 'value' is not defined name 'value' is not defined name 'value' is not defined \
         set set set name 'value' is not defined name 'value' is not defined \
         name 'value' is not defined again again again \n\
         5 105 205 305 5 6\n\
         4 5 6 7 8 \n\
         - - - built in built in built in - - - \n\
         1 2 3 3 end\n"
    );
}
