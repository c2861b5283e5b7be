use crate::printed;

#[test]
fn elements_go_from_the_last_to_the_first() {
    let source = "\
class Last:
    def __init__(self, name):
        self.name = name
    def __del__(self):
        print(self.name, end=' ')
def some():
    return Last(1), Last(2), Last(3)
box = list(some())
del box
print()
box = some()
del box
print()
box = [some(), list(some())]
del box
print()
box = dict(enumerate(some()))
del box
print()
def keep(*args, **names):
    pass
keep(*some(), a=Last(4), b=Last(5))
print()
";
    assert_eq!(
        printed(source),
        "3 2 1 \n\
         3 2 1 \n\
         3 2 1 3 2 1 \n\
         1 2 3 \n\
         3 2 1 4 5 \n"
    );
}
