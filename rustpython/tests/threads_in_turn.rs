//! What the interpreter keeps for a thread is exchanged with it: exceptions that are handled, context variables and the
//! frames that run belong to one thread each.

use crate::printed;

#[test]
fn each_thread_handles_its_own_exception_and_goes_on_where_it_was() {
    let source = "
import contextvars, sys, threading
name = contextvars.ContextVar('name', default='main')
seen = []
turn = threading.Barrier(3)

def deep(depth, word):
    if depth:
        return deep(depth - 1, word)
    name.set(word)
    try:
        raise ValueError(word)
    except ValueError:
        turn.wait()
        seen.append((word, str(sys.exception()), name.get(), sys._getframe(depth + 2).f_code.co_name))
        turn.wait()

threads = [threading.Thread(target=deep, args=(20, word)) for word in ('one', 'two')]
for thread in threads:
    thread.start()
turn.wait()
turn.wait()
for thread in threads:
    thread.join()
print(*sorted(seen), sys.exception(), name.get(), sep='\\n')
";
    assert_eq!(
        printed(source),
        "('one', 'one', 'one', 'deep')\n('two', 'two', 'two', 'deep')\nNone\nmain\n"
    );
}
