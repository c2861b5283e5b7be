// Unit tests of www/hints.js and www/hints/: what a beginner reads beside a traceback. The tracebacks are
// those that Garter has printed for such programs.

import assert from "node:assert/strict";
import { test } from "node:test";
import { hintFor } from "../../www/hints.js";
import { table } from "./table.js";
import { en, ja } from "./texts.js";

/** The report of an error, as a run's result has it, with this traceback. */
function reportOf(text) {
  const last = text
    .trimEnd()
    .split("\n")
    .findLast((line) => /^\w+(?:: |$)/.test(line));
  const [, type, said = ""] = /^(\w+)(?:: (.*))?$/s.exec(last);
  const places = [...text.matchAll(/File "([^"]+)", line (\d+)(?:, in (.+))?/g)];
  const frames = places.map(([, file, line, name]) => ({ file, function: name ?? "<module>", position: at(line) }));
  const isSyntax = !text.startsWith("Traceback");
  // In a syntax error, suggestions are a part of the message; to other messages the traceback adds them.
  const message = isSyntax
    ? `${said} (main.py, line ${places.at(-1)[2]})`
    : said.replace(/\.? (?:Did you mean|Or did you forget|Did you forget).*$/, "");
  return { type, message, text, frames: isSyntax ? [] : frames, position: at(places.at(-1)[2]) };
}

const at = (line) => ({ line: Number(line), column: null, endLine: null, endColumn: null });

/** What a reader is told in English; the Japanese hint must be there too. */
function hint(traceback) {
  const report = reportOf(traceback.replace(/^\n/, ""));
  const [english, japanese] = [en, ja].map((texts) => hintFor(report, texts));
  assert.equal(japanese === null, english === null, "both languages have a hint, or neither");
  return english;
}

const says = (traceback, words) => {
  const said = hint(traceback);
  assert.ok(said, "there is a hint");
  for (const word of words) assert.ok(said.includes(word), `"${said}" contains "${word}"`);
};

// hints/names.js: variables, attributes, modules.
table(
  [
    [
      "a misspelt name",
      `
Traceback (most recent call last):
  File "main.py", line 2, in <module>
    print(countr)
          ^^^^^^
NameError: name 'countr' is not defined. Did you mean: 'counter'?
`,
      ["line 2", "'countr'", "'counter'"],
    ],
    [
      "a name that only differs in capitals",
      `
Traceback (most recent call last):
  File "main.py", line 2, in <module>
    print(score)
          ^^^^^
NameError: name 'score' is not defined. Did you mean: 'Score'?
`,
      ["'Score'", "capital"],
    ],
    [
      "a text without quotes",
      `
Traceback (most recent call last):
  File "main.py", line 1, in <module>
    print(hello)
          ^^^^^
NameError: name 'hello' is not defined. Did you mean: 'help'?
`,
      ['"hello"', "quotes"],
    ],
    [
      "a text without quotes that looks like a name",
      `
Traceback (most recent call last):
  File "main.py", line 2, in <module>
    print(strin)
          ^^^^^
NameError: name 'strin' is not defined. Did you mean: 'string'?
`,
      ["'string'", '"strin"'],
    ],
    [
      "a sum without a first value",
      `
Traceback (most recent call last):
  File "main.py", line 1, in <module>
    total += 1
    ^^^^^
NameError: name 'total' is not defined
`,
      ["'total = 0'"],
    ],
    [
      "a function that is not defined",
      `
Traceback (most recent call last):
  File "main.py", line 1, in <module>
    y = area(3)
        ^^^^
NameError: name 'area' is not defined
`,
      ["no function called 'area'"],
    ],
    [
      "a module that is not imported",
      `
Traceback (most recent call last):
  File "main.py", line 1, in <module>
    x = random.random()
        ^^^^^^
NameError: name 'random' is not defined. Did you forget to import 'random'?
`,
      ["'import random'"],
    ],
    [
      "an attribute without self",
      `
Traceback (most recent call last):
  File "main.py", line 6, in <module>
    A().show()
    ~~~~~~~~^^
  File "main.py", line 5, in show
    return size
           ^^^^
NameError: name 'size' is not defined. Did you mean: 'self.size'?
`,
      ["line 5", "'self.size'"],
    ],
    [
      "a word of another language",
      `
Traceback (most recent call last):
  File "main.py", line 1, in <module>
    done = true
           ^^^^
NameError: name 'true' is not defined. Did you mean: 'True'?
`,
      ["'true'", "'True'"],
    ],
    [
      "a local variable without a value",
      `
Traceback (most recent call last):
  File "main.py", line 4, in <module>
    add()
    ~~~^^
  File "main.py", line 3, in add
    n += 1
    ^
UnboundLocalError: local variable 'n' referenced before assignment
`,
      ["line 3", "'global n'"],
    ],
    [
      "an attribute of None",
      `
Traceback (most recent call last):
  File "main.py", line 1, in <module>
    [3, 1].sort().append(2)
    ^^^^^^^^^^^^^^^^^^^^
AttributeError: 'NoneType' object has no attribute 'append'
`,
      ["'.append'", "None"],
    ],
    [
      "a length as in other languages",
      `
Traceback (most recent call last):
  File "main.py", line 1, in <module>
    print([1].length)
          ^^^^^^^^^^
AttributeError: 'list' object has no attribute 'length'
`,
      ["'len(something)'"],
    ],
    [
      "append under another name",
      `
Traceback (most recent call last):
  File "main.py", line 1, in <module>
    [].push(1)
    ^^^^^^^
AttributeError: 'list' object has no attribute 'push'
`,
      ["'push'", "'append'"],
    ],
    [
      "a misspelt method",
      `
Traceback (most recent call last):
  File "main.py", line 1, in <module>
    'a'.uper()
    ^^^^^^^^
AttributeError: 'str' object has no attribute 'uper'. Did you mean: 'upper'?
`,
      ["'uper'", "'upper'", "text"],
    ],
    [
      "an unknown attribute",
      `
Traceback (most recent call last):
  File "main.py", line 1, in <module>
    (3).wings
AttributeError: 'int' object has no attribute 'wings'
`,
      ["'wings'", "a whole number"],
    ],
    [
      "a misspelt function of a module",
      `
Traceback (most recent call last):
  File "main.py", line 2, in <module>
    math.squareroot(4)
    ^^^^^^^^^^^^^^^
AttributeError: module 'math' has no attribute 'squareroot'
`,
      ["'math'", "'squareroot'"],
    ],
    [
      "a package that cannot be installed",
      `
Traceback (most recent call last):
  File "main.py", line 1, in <module>
    import seaborn.io
ModuleNotFoundError: No module named 'seaborn'
`,
      ["'seaborn'", "installed"],
    ],
    [
      "a misspelt module",
      `
Traceback (most recent call last):
  File "main.py", line 1, in <module>
    import rnadom
ModuleNotFoundError: No module named 'rnadom'
`,
      ["'rnadom'"],
    ],
    [
      "a misspelt import",
      `
Traceback (most recent call last):
  File "main.py", line 1, in <module>
    from math import sqr
ImportError: cannot import name 'sqr' from 'math' (unknown location). Did you mean: 'sqrt'?
`,
      ["'sqr'", "'sqrt'"],
    ],
    [
      "a name with letters of any alphabet",
      `
Traceback (most recent call last):
  File "main.py", line 2, in <module>
    print(grösse)
          ^^^^^^
NameError: name 'grösse' is not defined. Did you mean: 'größe'?
`,
      ["'grösse'", "'größe'"],
    ],
  ],
  says,
);

// hints/syntax.js, signs.js and unreadable.js: texts that are not Python yet.
table(
  [
    [
      "a missing block",
      `
  File "main.py", line 2
    print(i)
    ^^^^^
IndentationError: expected an indented block after 'for' statement on line 1
`,
      ["line 2", "end of line 1", "four spaces"],
    ],
    [
      "an indentation too much",
      `
  File "main.py", line 2
    y = 2
IndentationError: unexpected indent
`,
      ["no line above"],
    ],
    [
      "an indentation that fits nothing",
      `
  File "main.py", line 3
    y = 2
         ^
IndentationError: unindent does not match any outer indentation level
`,
      ["fits none"],
    ],
    [
      "tabs among spaces",
      `
  File "main.py", line 3
    y = 2
TabError: inconsistent use of tabs and spaces in indentation
`,
      ["tabs", "spaces"],
    ],
    [
      "a missing colon",
      `
  File "main.py", line 1
    def f()
           ^
SyntaxError: expected ':'
`,
      ["'def'", "colon"],
    ],
    [
      "a bracket that is never closed",
      `
  File "main.py", line 1
    x = [1, 2
        ^
SyntaxError: '[' was never closed
`,
      ["'['", "']'", "never closed"],
    ],
    [
      "a wide bracket among others",
      `
  File "main.py", line 1
    print（1)
           ^
SyntaxError: unmatched ')'
`,
      ["'（'", "'('"],
    ],
    [
      "brackets that do not match",
      `
  File "main.py", line 1
    x = (1, 2]
             ^
SyntaxError: closing parenthesis ']' does not match opening parenthesis '('
`,
      ["'('", "')'", "']'"],
    ],
    [
      "a bracket too many",
      `
  File "main.py", line 1
    x = 1)
         ^
SyntaxError: unmatched ')'
`,
      ["one ')' too many"],
    ],
    [
      "a text without an end",
      `
  File "main.py", line 1
    x = 'abc
        ^
SyntaxError: unterminated string literal (detected at line 1)
`,
      ["no quote at its end"],
    ],
    [
      "an apostrophe in a text",
      `
  File "main.py", line 1
    print('it's')
               ^
SyntaxError: unterminated string literal (detected at line 1)
`,
      ["inside the text"],
    ],
    [
      "a long text without an end",
      `
  File "main.py", line 1
    x = '''abc
        ^
SyntaxError: unterminated triple-quoted string literal (detected at line 1)
`,
      ["three quotes"],
    ],
    [
      "a backslash before the last quote",
      `
  File "main.py", line 1
    x = 'C:\\'
        ^
SyntaxError: unterminated string literal (detected at line 1); perhaps you escaped the end quote?
`,
      ["'\\\\'", "quote"],
    ],
    [
      "one = in a condition",
      `
  File "main.py", line 1
    while x = 1:
          ^^^
SyntaxError: invalid syntax. Maybe you meant '==' or ':=' instead of '='?
`,
      ["'=='"],
    ],
    [
      "a comparison in the wrong order",
      `
  File "main.py", line 1
    if x => 1:
       ^^^
SyntaxError: invalid syntax. Maybe you meant '==' or ':=' instead of '='?
`,
      ["'>='"],
    ],
    [
      "a hyphen in a name",
      `
  File "main.py", line 1
    my-name = 1
    ^^^^^^^
SyntaxError: cannot assign to expression here. Maybe you meant '==' instead of '='?
`,
      ["'my_name'"],
    ],
    [
      "an assignment to a call",
      `
  File "main.py", line 1
    f() = 1
    ^^^
SyntaxError: cannot assign to function call here. Maybe you meant '==' instead of '='?
`,
      ["left of '='"],
    ],
    [
      "a fixed word as a name",
      `
  File "main.py", line 1
    None = 1
    ^^^^
SyntaxError: cannot assign to None
`,
      ["'None'", "fixed"],
    ],
    [
      "print without parentheses",
      `
  File "main.py", line 1
    print 1
    ^^^^^
SyntaxError: Missing parentheses in call to 'print'. Did you mean print(...)?
`,
      ["'print(…)'"],
    ],
    [
      "quotes of a word processor",
      `
  File "main.py", line 1
    print(“hi”)
          ^
SyntaxError: invalid character '“' (U+201C)
`,
      ["“", "straight"],
    ],
    [
      "a wide space",
      `
  File "main.py", line 1
    x =　1
       ^
SyntaxError: invalid character '　' (U+3000)
`,
      ["U+3000"],
    ],
    [
      "a sign from a book",
      `
  File "main.py", line 1
    x = 3 ≥ 2
          ^
SyntaxError: invalid character '≥' (U+2265)
`,
      ["'≥'", "'>='"],
    ],
    [
      "a missing comma",
      `
  File "main.py", line 1
    x = [1 2]
           ^
SyntaxError: invalid syntax. Perhaps you forgot a comma?
`,
      ["side by side"],
    ],
    [
      "else if",
      `
  File "main.py", line 3
    else if 2:
         ^^
SyntaxError: invalid syntax
`,
      ["'elif'"],
    ],
    [
      "a declaration as in other languages",
      `
  File "main.py", line 1
    int x = 1
        ^
SyntaxError: invalid syntax
`,
      ["'int'", "name = value"],
    ],
    [
      "a comment of another language",
      `
  File "main.py", line 1
    // hello
    ^^
SyntaxError: invalid syntax
`,
      ["'#'", "'//'"],
    ],
    [
      "counting up as in other languages",
      `
  File "main.py", line 1
    i++
       ^
SyntaxError: invalid syntax
`,
      ["'++'", "'name += 1'"],
    ],
    [
      "and as in other languages",
      `
  File "main.py", line 1
    if 1 && 2:
          ^
SyntaxError: invalid syntax
`,
      ["'and'", "'&&'"],
    ],
    [
      "a loop as in other languages",
      `
  File "main.py", line 1
    for (i = 0; i < 3; i++)
           ^
SyntaxError: invalid syntax
`,
      ["for i in range(10)"],
    ],
    [
      "a block in braces",
      `
  File "main.py", line 1
    if True {
             ^
SyntaxError: invalid syntax. Maybe you meant '==' or ':=' instead of '='?
`,
      ["braces"],
    ],
    [
      "a keyword as a name",
      `
  File "main.py", line 1
    class = 1
          ^
SyntaxError: invalid syntax
`,
      ["'class'", "'class_'"],
    ],
    [
      "a space in a name",
      `
  File "main.py", line 1
    my name = 1
       ^^^^
SyntaxError: invalid syntax
`,
      ["'my_name'"],
    ],
    [
      "an else without if",
      `
  File "main.py", line 1
    else:
    ^^^^
SyntaxError: invalid syntax
`,
      ["'else'", "'if'"],
    ],
    [
      "a line that stops too early",
      `
  File "main.py", line 1
    x = 1 +
           ^
SyntaxError: invalid syntax
`,
      ["after '+'"],
    ],
    [
      "return outside of a function",
      `
  File "main.py", line 1
    return 1
    ^^^^^^^^
SyntaxError: 'return' outside function
`,
      ["'return'", "'def'"],
    ],
    [
      "break outside of a loop",
      `
  File "main.py", line 2
    break
    ^^^^^
SyntaxError: 'break' outside loop
`,
      ["'break'", "'while'"],
    ],
    [
      "an empty replacement field",
      `
  File "main.py", line 1
    x = f'{}'
           ^
SyntaxError: f-string: valid expression required before '}'
`,
      ["braces"],
    ],
    [
      "a function without parentheses",
      `
  File "main.py", line 1
    def f:
         ^
SyntaxError: expected '('
`,
      ["def name()"],
    ],
    [
      "a try without except",
      `
  File "main.py", line 3
    x = 2
    ^
SyntaxError: expected 'except' or 'finally' block
`,
      ["'except'"],
    ],
    [
      "a parameter twice",
      `
  File "main.py", line 1
    def f(a, a):
             ^
SyntaxError: duplicate argument 'a' in function definition
`,
      ["'a'"],
    ],
    [
      "global after a use",
      `
  File "main.py", line 3
    global x
    ^^^^^^^^
SyntaxError: name 'x' is assigned to before global declaration
`,
      ["'global x'"],
    ],
    [
      "a number that begins with 0",
      `
  File "main.py", line 1
    x = 007
        ^^
SyntaxError: leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers
`,
      ["begin with 0"],
    ],
    [
      "a number with a unit",
      `
  File "main.py", line 1
    x = 5cm
        ^
SyntaxError: invalid decimal literal
`,
      ["unit"],
    ],
  ],
  says,
);

// hints/values.js: values of the wrong kind, not there, not right.
table(
  [
    [
      "text and a number",
      `
Traceback (most recent call last):
  File "main.py", line 1, in <module>
    x = 'Age: ' + 3
        ~~~~~~~~^~~
TypeError: can only concatenate str (not "int") to str
`,
      ["text and a whole number", "str(number)"],
    ],
    [
      "calculating with text",
      `
Traceback (most recent call last):
  File "main.py", line 1, in <module>
    x = '4' * '2'
        ~~~~^~~~~
TypeError: can't multiply sequence by non-int of type 'str'
`,
      ["'*'", "int(text)"],
    ],
    [
      "calculating with None",
      `
Traceback (most recent call last):
  File "main.py", line 1, in <module>
    x = None + 1
        ~~~~~^~~
TypeError: unsupported operand type(s) for +: 'NoneType' and 'int'
`,
      ["'+'", "None"],
    ],
    [
      "other operands",
      `
Traceback (most recent call last):
  File "main.py", line 1, in <module>
    x = [1] - {}
        ~~~~^~~~
TypeError: unsupported operand type(s) for -: 'list' and 'dict'
`,
      ["'-'", "a list and a dictionary"],
    ],
    [
      "comparing text and a number",
      `
Traceback (most recent call last):
  File "main.py", line 1, in <module>
    x = '4' < 3
        ^^^^^^^
TypeError: '<' not supported between instances of 'str' and 'int'
`,
      ["cannot compare text and a whole number"],
    ],
    [
      "a missing argument",
      `
Traceback (most recent call last):
  File "main.py", line 2, in <module>
    greet('Ann')
    ~~~~~^^^^^^^
TypeError: greet() missing 1 required positional argument: 'age'
`,
      ["line 2", "greet()", "age"],
    ],
    [
      "an argument too many",
      `
Traceback (most recent call last):
  File "main.py", line 2, in <module>
    greet('Ann', 3)
    ~~~~~^^^^^^^^^^
TypeError: greet() takes 1 positional argument but 2 were given
`,
      ["greet() 2 values"],
    ],
    [
      "a method called with too many arguments does not count self",
      `
Traceback (most recent call last):
  File "main.py", line 3, in <module>
    A().f(1)
    ~~~~~^^^
TypeError: A.f() takes 1 positional argument but 2 were given
`,
      ["f() 1 value,"],
    ],
    [
      "a method without self",
      `
Traceback (most recent call last):
  File "main.py", line 3, in <module>
    A().f()
    ~~~~~^^
TypeError: A.f() takes 0 positional arguments but 1 was given
`,
      ["f()", "'self'"],
    ],
    [
      "a class is called by its own name",
      `
Traceback (most recent call last):
  File "main.py", line 3, in <module>
    Dog()
    ~~~^^
TypeError: Dog.__init__() missing 1 required positional argument: 'name'
`,
      ["Dog()", "name"],
    ],
    [
      "an unknown argument",
      `
Traceback (most recent call last):
  File "main.py", line 2, in <module>
    f(nam=1)
    ~^^^^^^^
TypeError: f() got an unexpected keyword argument 'nam'
`,
      ["'nam'"],
    ],
    [
      "another number of arguments for a function of Python",
      `Traceback (most recent call last):
  File "main.py", line 1, in <module>
    [].append(1, 2)
    ~~~~~~~~~^^^^^^
TypeError: list.append() takes exactly one argument (2 given)
`,
      ["append()", "2"],
    ],
    [
      "an argument twice",
      `
Traceback (most recent call last):
  File "main.py", line 2, in <module>
    f(1, name=1)
    ~^^^^^^^^^^^
TypeError: f() got multiple values for argument 'name'
`,
      ["'name'"],
    ],
    [
      "a product without *",
      `
Traceback (most recent call last):
  File "main.py", line 1, in <module>
    x = 2(3 + 4)
TypeError: 'int' object is not callable
`,
      ["'*'"],
    ],
    [
      "a function's name as a variable",
      `
Traceback (most recent call last):
  File "main.py", line 2, in <module>
    list('abc')
    ~~~~^^^^^^^
TypeError: 'list' object is not callable
`,
      ["'list'", "Python's own"],
    ],
    [
      "a module that is called",
      `
Traceback (most recent call last):
  File "main.py", line 2, in <module>
    random(3)
    ~~~~~~^^^
TypeError: 'module' object is not callable
`,
      ["'random' is a module"],
    ],
    [
      "parentheses in place of square brackets",
      `
Traceback (most recent call last):
  File "main.py", line 2, in <module>
    x(0)
    ~^^^
TypeError: 'list' object is not callable
`,
      ["a list", "square brackets"],
    ],
    [
      "square brackets in place of parentheses",
      `
Traceback (most recent call last):
  File "main.py", line 1, in <module>
    x = len[1]
        ~~~^^^
TypeError: 'builtin_function_or_method' object is not subscriptable
`,
      ["function"],
    ],
    [
      "a number to go through",
      `
Traceback (most recent call last):
  File "main.py", line 1, in <module>
    for i in 5:
             ^
TypeError: 'int' object is not iterable
`,
      ["'range(number)'"],
    ],
    [
      "the length of a number",
      `
Traceback (most recent call last):
  File "main.py", line 1, in <module>
    len(5)
    ~~~^^^
TypeError: object of type 'int' has no len()
`,
      ["len()", "a whole number"],
    ],
    [
      "an element of None",
      `
Traceback (most recent call last):
  File "main.py", line 2, in <module>
    x[0]
    ~^^^
TypeError: 'NoneType' object is not subscriptable
`,
      ["None", "sort()"],
    ],
    [
      "a text as an index",
      `
Traceback (most recent call last):
  File "main.py", line 1, in <module>
    x = [1]['0']
        ~~~^^^^^
TypeError: list indices must be integers or slices, not str
`,
      ["number of an element", "text"],
    ],
    [
      "changing a text",
      `
Traceback (most recent call last):
  File "main.py", line 2, in <module>
    s[0] = 'd'
    ~^^^
TypeError: 'str' object does not support item assignment
`,
      ["cannot change", "text"],
    ],
    [
      "a list as a key",
      `
Traceback (most recent call last):
  File "main.py", line 1, in <module>
    x = {[1]: 2}
        ^^^^^^^^
TypeError: unhashable type: 'list'
`,
      ["key", "a list"],
    ],
    [
      "a decimal number to count with",
      `
Traceback (most recent call last):
  File "main.py", line 1, in <module>
    range(2.5)
    ~~~~~^^^^^
TypeError: 'float' object cannot be interpreted as an integer
`,
      ["whole number", "a decimal number"],
    ],
    [
      "joining numbers",
      `
Traceback (most recent call last):
  File "main.py", line 1, in <module>
    ','.join([1, 2])
    ~~~~~~~~^^^^^^^^
TypeError: sequence item 0: expected str instance, int found
`,
      ["str(element)"],
    ],
    [
      "an index out of range",
      `
Traceback (most recent call last):
  File "main.py", line 2, in <module>
    names[1]
    ~~~~~^^^
IndexError: list index out of range
`,
      ["'names'", "'1'", "begins at 0"],
    ],
    [
      "an element of an empty list",
      `
Traceback (most recent call last):
  File "main.py", line 1, in <module>
    [].pop()
    ~~~~~~^^
IndexError: pop from empty list
`,
      ["empty"],
    ],
    [
      "a missing key",
      `
Traceback (most recent call last):
  File "main.py", line 2, in <module>
    ages['Bob']
    ~~~~^^^^^^^
KeyError: 'Bob'
`,
      ["'Bob'", "get('Bob')"],
    ],
    [
      "a division by a variable that is zero",
      `
Traceback (most recent call last):
  File "main.py", line 2, in <module>
    x = 10 / n
        ~~~^~~
ZeroDivisionError: division by zero
`,
      ["'n'", "zero"],
    ],
    [
      "a division by zero",
      `
Traceback (most recent call last):
  File "main.py", line 1, in <module>
    x = 10 // 0
        ~~~^^~~
ZeroDivisionError: division by zero
`,
      ["zero"],
    ],
    [
      "a function without an end",
      `
Traceback (most recent call last):
  File "main.py", line 3, in <module>
    f(0)
    ~^^^
  File "main.py", line 2, in f
    return f(n + 1)
  File "main.py", line 2, in f
    return f(n + 1)
  File "main.py", line 2, in f
    return f(n + 1)
  [Previous line repeated 996 more times]
RecursionError: maximum recursion depth exceeded
`,
      ["line 2", "'f'", "calls itself"],
    ],
    [
      "a text that is no number",
      `
Traceback (most recent call last):
  File "main.py", line 1, in <module>
    int('abc')
    ~~~^^^^^^^
ValueError: invalid literal for int() with base 10: 'abc'
`,
      ["int()", "'abc'"],
    ],
    [
      "a decimal as a whole number",
      `
Traceback (most recent call last):
  File "main.py", line 1, in <module>
    int('2.5')
    ~~~^^^^^^^
ValueError: invalid literal for int() with base 10: '2.5'
`,
      ["float("],
    ],
    [
      "an empty text as a number",
      `
Traceback (most recent call last):
  File "main.py", line 1, in <module>
    int('')
    ~~~^^^^
ValueError: invalid literal for int() with base 10: ''
`,
      ["int()", "empty"],
    ],
    [
      "a decimal comma",
      `
Traceback (most recent call last):
  File "main.py", line 1, in <module>
    float('1,5')
    ~~~~~^^^^^^^
ValueError: could not convert string to float: '1,5'
`,
      ["point"],
    ],
    [
      "too many parts",
      `
Traceback (most recent call last):
  File "main.py", line 1, in <module>
    a, b = 1, 2, 3
    ^^^^
ValueError: too many values to unpack (expected 2, got 3)
`,
      ["2 names"],
    ],
    [
      "too few parts",
      `
Traceback (most recent call last):
  File "main.py", line 1, in <module>
    a, b, c = 1, 2
    ^^^^^^^
ValueError: not enough values to unpack (expected 3, got 2)
`,
      ["3", "2"],
    ],
    [
      "the largest of nothing",
      `
Traceback (most recent call last):
  File "main.py", line 1, in <module>
    max([])
    ~~~^^^^
ValueError: max() iterable argument is empty
`,
      ["max()"],
    ],
    [
      "a missing file",
      `
Traceback (most recent call last):
  File "main.py", line 1, in <module>
    open('data.txt')
    ~~~~^^^^^^^^^^^^
FileNotFoundError: [Errno 2] No such file or directory: 'data.txt'
`,
      ["'data.txt'"],
    ],
    [
      "the square root of a negative number",
      `
Traceback (most recent call last):
  File "main.py", line 2, in <module>
    math.sqrt(-1)
    ~~~~~~~~~^^^^
ValueError: expected a nonnegative input, got -1.0
`,
      [],
    ],
  ],
  says,
);

test("the line is named, and the file if it is another", () => {
  const inModule = `Traceback (most recent call last):
  File "main.py", line 1, in <module>
    import shapes
  File "/home/user/lib/shapes.py", line 7, in <module>
    print(aera)
          ^^^^
NameError: name 'aera' is not defined. Did you mean: 'area'?
`;
  assert.match(hint(inModule), /^Look at line 7 of shapes\.py\. /);
  assert.match(hint(inModule.replace("/home/user/lib/shapes.py", "main.py")), /^Look at line 7\. /);
});

test("a place in the library is not shown to a beginner, but the line that led there", () => {
  const inLibrary = `Traceback (most recent call last):
  File "main.py", line 3, in <module>
    random.choice([])
    ~~~~~~~~~~~~~^^^^
  File "/lib/python3.14/random.py", line 351, in choice
    raise IndexError('Cannot choose from an empty sequence')
IndexError: Cannot choose from an empty sequence
`;
  assert.match(hint(inLibrary), /^Look at line 3\. There is nothing to choose from/);
});

test("marks below wide characters are read by columns", () => {
  const wide = `Traceback (most recent call last):
  File "main.py", line 1, in <module>
    合計 = 点数 / 人数
         ~~~~~^~~~~~
ZeroDivisionError: division by zero
`;
  assert.match(hint(wide), /divided by '人数'/);
});

test("the last of several exceptions is explained", () => {
  const chained = `Traceback (most recent call last):
  File "main.py", line 2, in <module>
    int('a')
    ~~~^^^^^
ValueError: invalid literal for int() with base 10: 'a'

During handling of the above exception, another exception occurred:

Traceback (most recent call last):
  File "main.py", line 4, in <module>
    print(mesage)
          ^^^^^^
NameError: name 'mesage' is not defined. Did you mean: 'message'?
`;
  assert.match(hint(chained), /^Look at line 4\. .*'message'/);
});

table(
  [
    ["an assertion", "AssertionError: x must be positive"],
    ["a program's own exception", "GameOver: you lost"],
    ["a message that only looks like Python's", "ValueError: name 'x' is not defined"],
    ["a lookup that says in its own words what is missing", "KeyError: 'getitem(): nothing here'"],
  ],
  (line) =>
    assert.equal(hint(`Traceback (most recent call last):\n  File "main.py", line 1, in <module>\n${line}\n`), null),
);

test("a message made to be slow is not", { timeout: 2000 }, () => {
  for (const message of [
    "name '" + "a".repeat(1e6),
    "'".repeat(1e6),
    "() ".repeat(3e5) + "takes",
    "a'b ".repeat(3e5),
  ]) {
    for (const type of ["NameError", "TypeError", "SyntaxError", "KeyError", "ValueError", "AttributeError"]) {
      hintFor({ type, message, text: `${type}: ${message}\n`, frames: [], position: null }, en);
    }
  }
  const code = "x = " + "[".repeat(1e6);
  const text = `  File "main.py", line 1\n    ${code}\n    ${" ".repeat(4)}^\nSyntaxError: invalid syntax\n`;
  hintFor({ type: "SyntaxError", message: "invalid syntax", text, frames: [], position: at(1) }, en);
});
