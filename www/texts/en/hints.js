// @ts-check
// What errors mean and where to look, in English: said by www/hints/.

export default {
  at: (/** @type {{ line: number, file: string | null, hint: string }} */ { line, file, hint }) =>
    `Look at line ${line}${file ? ` of ${file}` : ""}. ${hint}`,

  kinds: /** @type {Record<string, string>} */ ({
    str: "text",
    int: "a whole number",
    float: "a decimal number",
    bool: "True or False",
    list: "a list",
    tuple: "a tuple",
    dict: "a dictionary",
    set: "a set",
    range: "a range",
    function: "a function",
    builtin_function_or_method: "a function",
    method: "a method",
    module: "a module",
    NoneType: "None",
  }),
  otherKind: (/** @type {{ type: string }} */ { type }) => `an object of the kind '${type}'`,

  // Names
  misspelt: (/** @type {{ name: string, suggestion: string }} */ { name, suggestion }) =>
    `Python does not know the name '${name}'. Did you mean '${suggestion}'?`,
  orText: (/** @type {{ name: string }} */ { name }) => ` If you mean the text, put quotes around it: "${name}".`,
  capitals: (/** @type {{ name: string, suggestion: string }} */ { name, suggestion }) =>
    `Python does not know '${name}', but it knows '${suggestion}': capital and small letters are different letters to it.`,
  forgottenImport: (/** @type {{ name: string }} */ { name }) =>
    `'${name}' is a module. Write 'import ${name}' at the top of the program; then you can use it.`,
  forgottenSelf: (/** @type {{ name: string, suggestion: string }} */ { name, suggestion }) =>
    `What belongs to an object is reached through 'self': write '${suggestion}' instead of '${name}'.`,
  pythonWord: (/** @type {{ name: string, word: string }} */ { name, word }) =>
    `What other languages call '${name}' is '${word}' in Python.`,
  noFirstValue: (/** @type {{ name: string }} */ { name }) =>
    `This line uses the value of '${name}' before there is one. Give it a first value above, for example '${name} = 0'; with a loop, above the loop.`,
  unknownFunction: (/** @type {{ name: string }} */ { name }) =>
    `There is no function called '${name}' at this point. Check the spelling. If it is a function of your own, its 'def' must come before this line.`,
  forgottenQuotes: (/** @type {{ name: string }} */ { name }) =>
    `Python takes '${name}' for a variable, and no variable of that name has a value. If you mean the text, put quotes around it: "${name}". If you mean a variable, give it a value before this line.`,
  unknownName: (/** @type {{ name: string }} */ { name }) =>
    `No variable called '${name}' has a value at this point. Check the spelling, and that a line that runs before this one gives it a value with '='.`,
  unboundLocal: (/** @type {{ name: string }} */ { name }) =>
    `The function gives '${name}' a value, so '${name}' is its own variable, and on this line it has no value yet. Give it one first, make it a parameter, or write 'global ${name}' at the top of the function.`,

  // Attributes and modules
  noneAttribute: (/** @type {{ attribute: string }} */ { attribute }) =>
    `What stands before '.${attribute}' is None: no value at all. Often a function without 'return' has made it, or a method such as sort() or append(), which changes a list and returns nothing.`,
  misspeltAttribute: (
    /** @type {{ kind: string, attribute: string, suggestion: string }} */ { kind, attribute, suggestion },
  ) => `There is no '${attribute}' in ${kind}. Did you mean '${suggestion}'?`,
  lengthIsAFunction: (/** @type {{ attribute: string }} */ { attribute }) =>
    `There is no '.${attribute}' in Python. The length of something is 'len(something)'.`,
  unknownAttribute: (/** @type {{ kind: string, attribute: string }} */ { kind, attribute }) =>
    `There is no '${attribute}' in ${kind}. Check the spelling, and that the variable holds what you expect.`,
  moduleMisspelt: (/** @type {{ module: string, name: string, suggestion: string }} */ { module, name, suggestion }) =>
    `The module '${module}' has no '${name}'. Did you mean '${suggestion}'?`,
  moduleLacks: (/** @type {{ module: string, name: string }} */ { module, name }) =>
    `The module '${module}' has no '${name}'. Check the spelling.`,
  noPackages: (/** @type {{ module: string }} */ { module }) =>
    `'${module}' is not part of Python; it has to be installed, which is not possible in this page. Here are the modules that come with Python.`,
  unknownModule: (/** @type {{ module: string }} */ { module }) =>
    `There is no module called '${module}'. Check the spelling. This page has the modules that come with Python, and no others.`,
  misspeltModule: (/** @type {{ module: string, suggestion: string }} */ { module, suggestion }) =>
    `There is no module called '${module}'. Did you mean '${suggestion}'?`,
  forbiddenModule: (/** @type {{ module: string }} */ { module }) =>
    `This page does not allow programs to use '${module}'. The message says what it allows.`,

  // Indentation
  indentMissing: (/** @type {{ opener: number }} */ { opener }) =>
    `After the ':' at the end of line ${opener}, the next line must be indented: put four spaces in front of it. That is how Python sees what belongs to line ${opener}.`,
  indentUnexpected:
    "The line is indented, but no line above it opens a block with ':'. Remove the spaces in front of it, or give it the indentation of the line above.",
  indentMismatch:
    "The line's indentation fits none of the lines above. Lines that belong together begin at the same distance from the left; count the spaces.",
  tabs: "Some lines are indented with tabs and others with spaces. They look alike, but to Python they differ. Use four spaces everywhere.",

  // Syntax
  missingColon: (/** @type {{ word: string }} */ { word }) => `A line with '${word}' must end with a colon ':'.`,
  missingColonAnywhere: "The line needs a colon ':' at its end.",
  neverClosed: (/** @type {{ opening: string, closing: string }} */ { opening, closing }) =>
    `The bracket '${opening}' on this line is never closed. Put '${closing}' where it ends. Each opening bracket needs its closing one.`,
  mismatched: (/** @type {{ opening: string, closing: string, right: string }} */ { opening, closing, right }) =>
    `The bracket was opened with '${opening}', so it must be closed with '${right}' and not with '${closing}'.`,
  unmatched: (/** @type {{ closing: string }} */ { closing }) =>
    `There is one '${closing}' too many, or its opening bracket is missing. Count the brackets.`,
  openString:
    "The text that begins on this line has no quote at its end. It must end with the same quote as it began, on the same line.",
  apostrophe: 'A quote inside the text ends it too early. Put the other kind of quote around the text, as in "it\'s".',
  escapedQuote: "The '\\' before the last quote makes that quote a part of the text. Write '\\\\' for a backslash.",
  openLongString: "The text begins with three quotes and never ends. It must end with three quotes as well.",
  comparison: "One '=' gives a variable a value. To ask whether two values are equal, write '=='.",
  wrongOrder: (/** @type {{ wrong: string, right: string }} */ { wrong, right }) =>
    `Write '${right}' instead of '${wrong}'.`,
  assignTarget:
    "To the left of '=' must stand a variable: 'name = value'. If you want to ask whether two values are equal, write '=='.",
  hyphenName: (/** @type {{ name: string, right: string }} */ { name, right }) =>
    `A name cannot contain '-', which means minus. Write '${right}' instead of '${name}'.`,
  fixedValue: (/** @type {{ word: string }} */ { word }) =>
    `'${word}' is a fixed word of Python and cannot be given a value. Choose another name.`,
  callParentheses: (/** @type {{ name: string }} */ { name }) =>
    `'${name}' is a function: put parentheses around what you give it, as in '${name}(…)'.`,
  quoteMark: (/** @type {{ wrong: string }} */ { wrong }) =>
    `The quote ${wrong} is not one that Python knows. Use the straight quotes " or ', at both ends of the text.`,
  fullWidth: (/** @type {{ wrong: string, right: string }} */ { wrong, right }) =>
    `The character '${wrong}' is a wide one. Outside of quotes, write it as '${right}': switch the input method off while you type a program.`,
  fullWidthSpace:
    "There is a wide space on this line (U+3000). Python knows only the ordinary space: switch the input method off while you type a program.",
  otherSign: (/** @type {{ wrong: string, right: string }} */ { wrong, right }) =>
    `Python does not know the sign '${wrong}'. Write '${right}'.`,
  strangeSign: (/** @type {{ wrong: string }} */ { wrong }) =>
    `The character '${wrong}' cannot stand in a program, except inside quotes or in a comment.`,
  missingComma:
    "Two things stand side by side with nothing between them. Is a comma or a sign such as '+' missing? Text needs quotes around it.",
  quoteInText:
    "A quote inside the text ends it too early. Put the other kind of quote around the text: 'She said \"hi\"'. If there are two texts, put a comma between them.",
  badNumber:
    "A number and letters stand together. A name cannot begin with a digit, and a number has no unit or word at its end.",
  leadingZeros:
    "A whole number cannot begin with 0. Remove the zeros at its start, or put quotes around it if it is not for counting.",
  outsideFunction: (/** @type {{ word: string }} */ { word }) =>
    `'${word}' can only stand inside a function, below its 'def'. Check the indentation of this line.`,
  outsideLoop: (/** @type {{ word: string }} */ { word }) =>
    `'${word}' can only stand inside a loop, below 'for' or 'while'. Check the indentation of this line.`,
  defParentheses: "After the name of a function come parentheses, even if it takes nothing: 'def name():'.",
  elseMissing: "An 'if' inside a line needs its 'else': 'a if condition else b'.",
  exceptMissing: "A 'try' needs an 'except' (or 'finally') below its block, at the same indentation as the 'try'.",
  braces:
    "Between the braces of an f-string stands something that Python can work out, as in f\"{price * 2}\". Check that each '{' has its '}' and that nothing is missing between them.",
  positionalAfter: "In a call, the values without a name come first, and those with a name (name=value) after them.",
  defaultAfter: "The parameters without '=' come first, and those with '=' after them.",
  duplicateParameter: (/** @type {{ name: string }} */ { name }) =>
    `Two parameters of the function are called '${name}'. Give one of them another name.`,
  importNothing: "After 'import' must come what is to be imported.",
  fromImport: "The order is 'from module import name'.",
  backslash:
    "A '\\' at the end of a line says that the next line goes on with it. Nothing may follow it on its line, and another line must come after it.",
  dictColon: "In a dictionary, each entry is 'key: value'. On this line, a key has no value.",
  globalFirst: (/** @type {{ name: string }} */ { name }) =>
    `'global ${name}' must come before the first use of '${name}', best as the function's first line.`,
  misspeltWord: (/** @type {{ word: string, suggestion: string }} */ { word, suggestion }) =>
    `'${word}' is not a word of Python. Did you mean '${suggestion}'?`,
  declaration: (/** @type {{ word: string }} */ { word }) =>
    `In Python a variable needs no '${word}' before it: write 'name = value'.`,
  plusPlus: (/** @type {{ wrong: string, right: string }} */ { wrong, right }) =>
    `Python has no '${wrong}'. Write 'name ${right} 1'.`,
  commentSign: (/** @type {{ wrong: string }} */ { wrong }) =>
    `A comment begins with '#' in Python, not with '${wrong}'.`,
  keywordName: (/** @type {{ word: string }} */ { word }) =>
    `'${word}' is a word of the language and cannot be a name. Choose another one, for example '${word}_'.`,
  nameWithSpace: (/** @type {{ right: string }} */ { right }) => `A name cannot contain a space. Write '${right}'.`,
  loopShape: "A loop looks like this: 'for name in values:', for example 'for i in range(10):'.",
  lostElse: (/** @type {{ word: string, opener: string }} */ { word, opener }) =>
    `This '${word}' has no '${opener}'. It must stand at the same indentation as its '${opener}', right after the block of it.`,
  curlyBlock:
    "Python has no braces around blocks. A block begins with ':' at the end of a line, and its lines are indented.",
  unfinished: (/** @type {{ last: string }} */ { last }) =>
    `The line stops too early: something must come after '${last}'.`,
  plainSyntax:
    "Python cannot make sense of this line. Look at the place that '^' points at and right before it: is there a comma, a bracket, a quote or a colon missing or too many? If the line looks right, look at the one above.",

  // Values that do not fit
  addText: (/** @type {{ left: string, right: string }} */ { left, right }) =>
    `'+' cannot join ${left} and ${right}. For text, turn the number into text: str(number), or write f"…{number}". To calculate, turn the text into a number: int(text).`,
  noneOperand: (/** @type {{ operator: string }} */ { operator }) =>
    `One side of '${operator}' is None: no value at all. Often a function without 'return' has made it.`,
  textOperand: (/** @type {{ operator: string }} */ { operator }) =>
    `'${operator}' calculates with numbers, and one side of it is text, as what input() returns is. Turn it into a number: int(text), or float(text).`,
  operands: (/** @type {{ operator: string, left: string, right: string }} */ { operator, left, right }) =>
    `'${operator}' does not work with ${left} and ${right}. Check what the variables on this line hold.`,
  comparing: (/** @type {{ operator: string, left: string, right: string }} */ { operator, left, right }) =>
    `'${operator}' cannot compare ${left} and ${right}. Both sides must be of one kind; int(text) makes a number of text, as what input() returns is.`,
  missingArguments: (/** @type {{ name: string, names: string }} */ { name, names }) =>
    `The call of ${name}() does not give it everything it needs: there is no value for ${names}. Compare the call with the line of its 'def'.`,
  tooManyArguments: (/** @type {{ name: string, given: number }} */ { name, given }) =>
    `The call gives ${name}() ${given} ${given === 1 ? "value" : "values"}, which is more than it takes. Compare the call with the line of its 'def'.`,
  selfParameter: (/** @type {{ name: string }} */ { name }) =>
    `${name}() is a method, so the object itself is handed to it first. Write 'self' as its first parameter.`,
  unknownArgument: (/** @type {{ name: string, argument: string }} */ { name, argument }) =>
    `${name}() has no parameter called '${argument}'. Compare the call with the line of its 'def', and check the spelling.`,
  argumentTwice: (/** @type {{ name: string, argument: string }} */ { name, argument }) =>
    `The call gives ${name}() two values for '${argument}': one by its place and one by its name.`,
  argumentCount: (/** @type {{ name: string, given: number }} */ { name, given }) =>
    `${name}() takes another number of values than the ${given} it is given here.`,
  timesMissing:
    "A number stands right before a bracket, so Python tries to call it as a function. To multiply, write '*' between them.",
  shadowed: (/** @type {{ name: string }} */ { name }) =>
    `'${name}' was Python's own function until your program gave that name another value. Give your variable another name.`,
  callModule: (/** @type {{ name: string }} */ { name }) =>
    `'${name}' is a module, not a function. Call a function of it: ${name}.something(…).`,
  callElements: (/** @type {{ kind: string }} */ { kind }) =>
    `Parentheses call a function, but what stands before them is ${kind}. To take an element out of it, use square brackets: name[…].`,
  callNone:
    "Parentheses call a function, but what stands before them is None. Perhaps there is one pair of parentheses too many.",
  callValue: (/** @type {{ kind: string }} */ { kind }) =>
    `Parentheses call a function, but what stands before them is ${kind}. Is the name right, is a sign or a comma missing, or has a variable the name of a function?`,
  noLength: (/** @type {{ kind: string }} */ { kind }) =>
    `len() counts the elements of something, but it was given ${kind}. Text and lists have a length; a number has none.`,
  iterateNumber: "'for' needs something to go through, and a number is none. To count, write 'range(number)'.",
  iterateOther: (/** @type {{ kind: string }} */ { kind }) =>
    `Python would go through the elements of something here, but it is ${kind}, which has none.`,
  noneUsed:
    "The value that is used here is None: no value at all. Often a function without 'return' has made it, or a method such as sort(), which changes a list and returns nothing.",
  noElements: (/** @type {{ kind: string }} */ { kind }) =>
    `Square brackets take an element out of something, but what stands before them is ${kind}.`,
  squareCall:
    "Square brackets take an element out of something, but what stands before them is a function. Call it with round brackets.",
  indexKind: (/** @type {{ kind: string }} */ { kind }) =>
    `In the square brackets must stand the number of an element, and here it is ${kind}. int(…) makes a whole number.`,
  unchangeable: (/** @type {{ kind: string }} */ { kind }) =>
    `You cannot change a part of this value: it is ${kind}. Make a new value, or use a list.`,
  wholeNumber: (/** @type {{ kind: string }} */ { kind }) =>
    `Here Python needs a whole number, and it was given ${kind}. int(…) makes one.`,
  unhashable: (/** @type {{ kind: string }} */ { kind }) =>
    `The key of a dictionary, or an element of a set, cannot be ${kind}, because that can change. Use text, a number or a tuple.`,
  unpackNothing: (/** @type {{ kind: string }} */ { kind }) =>
    `Several names stand on the left, so the value must have several parts, and it is ${kind}.`,
  conversion: (/** @type {{ name: string, kind: string }} */ { name, kind }) =>
    `${name}() makes a number of text or of another number, but it was given ${kind}.`,
  joinText: "join() joins text only. Turn each element into text first: str(element).",

  // Values that are not there, or not right
  indexRange: (/** @type {{ kind: string }} */ { kind }) =>
    `The number of the element is too large: there is no such element in ${kind}. Counting begins at 0, so the last element has the number len(…) - 1.`,
  indexOf: (/** @type {{ name: string, index: string }} */ { name, index }) =>
    `'${name}' has no element number '${index}'. Counting begins at 0, so the last element has the number len(${name}) - 1. Print len(${name}) and the number to see what they are.`,
  indexAssign:
    "There is no such element that could be given a new value. To add one at the end of a list, use append(…).",
  emptyPop: "The list is empty, so nothing can be taken out of it. Ask first whether it has elements: 'if name:'.",
  emptyChoice: "There is nothing to choose from: what random.choice() was given is empty.",
  formatPlaces: "The text has more places {} than format() was given values.",
  noKey: (/** @type {{ key: string }} */ { key }) =>
    `There is no key ${key} in the dictionary. Check the spelling and whether it is text or a number. Ask first with 'in', or use name.get(${key}), which returns None instead.`,
  zeroDivision:
    "A number is divided by zero, which has no result. Check the value on the right of the division, or ask first with 'if' whether it is zero.",
  zeroDivisor: (/** @type {{ divisor: string }} */ { divisor }) =>
    `A number is divided by '${divisor}', which is zero here. That has no result. Find out why it is zero, or ask first with 'if'.`,
  recursion: (/** @type {{ name: string }} */ { name }) =>
    `The function '${name}' calls itself again and again, without end. It needs a case in which it returns without calling itself, and each call must come nearer to that case.`,
  recursionAnywhere:
    "Functions call each other again and again, without end. There must be a case in which one returns without another call.",
  intOfText: (/** @type {{ text: string }} */ { text }) =>
    `int() makes a whole number of text that consists of digits, and it was given ${text}. Check what the text holds.`,
  intOfDecimal: (/** @type {{ text: string }} */ { text }) =>
    `int() does not read decimals, and it was given ${text}. Use float(…).`,
  numberOfNothing: (/** @type {{ name: string }} */ { name }) =>
    `${name}() was given an empty text, which is no number. Perhaps nothing was typed.`,
  floatOfText: (/** @type {{ text: string }} */ { text }) =>
    `float() makes a number of text such as "2.5", and it was given ${text}. Check what the text holds.`,
  decimalComma: (/** @type {{ text: string }} */ { text }) =>
    `float() was given ${text}. Python writes decimals with a point: 1.5, not 1,5.`,
  tooManyParts: (/** @type {{ expected: string }} */ { expected }) =>
    `There are ${expected} names to the left of '=' (or in the 'for'), and the value has more parts than that. There must be as many names as parts.`,
  tooFewParts: (/** @type {{ expected: string, given: string }} */ { expected, given }) =>
    `There are ${expected} names to the left of '=' (or in the 'for'), but the value has only ${given}. There must be as many names as parts.`,
  notInList: "The list does not contain this value. Ask first with 'in' whether it does.",
  notInText:
    "The text does not contain what is searched for. Ask first with 'in', or use find(…), which returns -1 instead.",
  emptyExtreme: (/** @type {{ name: string }} */ { name }) =>
    `${name}() was given something empty, which has neither a largest nor a smallest element.`,
  outOfDomain:
    "The function has no result for this number: there is, for example, no square root of a negative one. Check the value that it is given.",
  noInput:
    "The program asks for input, and there is none left. Type a line when it asks, or give it more input before the run.",
  noFile: (/** @type {{ file: string }} */ { file }) =>
    `There is no file called ${file}. Check the spelling, capital letters and the ending. Here a program sees only the files that it was given or has written itself.`,
};
