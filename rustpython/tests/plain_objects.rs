use crate::printed;

#[test]
fn numbers_and_strings_go_and_their_subclasses_say_goodbye() {
    let source = "\
import gc, weakref

def churn(n):
    kept = []
    for at in range(n):
        number, real, text = at * 1000, at / 7, 'text' + str(at)
        big = number ** 9
        kept.append((number, real, text, complex(at, real), big))
        if len(kept) > 300:
            kept.clear()
    return kept[-1]
print(churn(5000))
print(churn(5000))

class Number(int):
    def __del__(self):
        print('gone', int(self), end=' ')
class Real(float):
    pass
class Text(str):
    pass
for at in range(3):
    number = Number(at + 1000)
    number.note = at
del number
print()
for kind, value in (Real, 2.5), (Text, 'five'):
    one = kind(value)
    heard = []
    look = weakref.ref(one, lambda look: heard.append('heard'))
    cycle = [one]
    one.cycle = cycle
    del one, cycle
    print(look() is not None, gc.collect() > 0, look(), heard)

names = {}
for at in range(3000):
    names['name' + str(at)] = at * 10 ** 20
for at in range(0, 3000, 2):
    del names['name' + str(at)]
print(sum(names.values()), len(names), names['name7'])
";
    assert_eq!(
        printed(source),
        "(4999000, 714.1428571428571, 'text4999', (4999+714.1428571428571j), \
         1949612186187893671260499100044999000000000000000000000000000)\n\
         (4999000, 714.1428571428571, 'text4999', (4999+714.1428571428571j), \
         1949612186187893671260499100044999000000000000000000000000000)\n\
         gone 1000 gone 1001 gone 1002 \n\
         True True None ['heard']\n\
         True True None ['heard']\n\
         225000000000000000000000000 1500 700000000000000000000\n"
    );
}
