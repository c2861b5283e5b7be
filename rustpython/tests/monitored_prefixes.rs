//! While a tool monitors lines, a line that begins with `EXTENDED_ARG` does what it says: its instruction has an
//! argument above 255, as the 300th name of a module has, and the jump at the head of a long loop.

use crate::printed;

/// What `program` prints, run as text of its own while a tool counts its lines.
fn printed_while_monitored(program: &str) -> String {
    printed(&format!(
        "
import sys
lines = []
monitoring = sys.monitoring
monitoring.use_tool_id(4, 'lines')
monitoring.register_callback(4, monitoring.events.LINE, lambda code, line: lines.append(line))
code = compile({program:?}, 'long.py', 'exec')
monitoring.set_events(4, monitoring.events.LINE)
exec(code)
monitoring.set_events(4, 0)
print(len(lines) > 300)
"
    ))
}

#[test]
fn a_line_that_begins_with_a_name_of_many_reads_it() {
    let mut program = String::new();
    for number in 0..400 {
        program += &format!("name_{number} = {number}\n");
    }
    for number in 0..400 {
        program += &format!("name_{number} is {number} or print('wrong', name_{number})\n");
    }
    program += "print(name_399)\n";
    assert_eq!(printed_while_monitored(&program), "399\nTrue\n");
}

#[test]
fn a_loop_with_a_long_body_ends_where_it_should() {
    let mut program = String::from("def f(total, after):\n    for i in (1, 2, 3):\n");
    for number in 0..200 {
        program += &format!("        total[{number}] += i\n");
    }
    program += "    print(sum(total), after, i)\nf([0] * 200, 'after')\n";
    assert_eq!(printed_while_monitored(&program), "1200 after 3\nTrue\n");
}

#[test]
fn a_generator_and_an_exception_in_a_long_loop_are_as_without_a_monitor() {
    let mut program = String::from("def f(total):\n  for i in range(3):\n    try:\n");
    for number in 0..150 {
        program += &format!("      total[{number}] += i\n");
    }
    program += "      yield total[i]\n      total[1000]\n    except IndexError as error:\n      print(i, error)\n";
    program += "print(list(f([0] * 150)))\n";
    assert_eq!(
        printed_while_monitored(&program),
        "0 list index out of range\n1 list index out of range\n2 list index out of range\n[0, 1, 3]\nTrue\n"
    );
}
