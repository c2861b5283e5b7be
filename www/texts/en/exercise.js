// @ts-check
// What <garter-exercise> says, in English; pages load it with the first exercise that they show.

/** @param {string[]} all */
const or = (all) => (all.length < 2 ? all.join("") : `${all.slice(0, -1).join(", ")} or ${all.at(-1)}`);

/** An expression, its value, and what it is compared with. @typedef {{ text: string, value: string, expected: string }} Compared */

/** What is wrong with a test: which one, and a value of it. @typedef {{ name: string, value: string }} Mistake */

/**
 * @param {string} text
 * @param {string} value
 */
const is = (text, value) => (text === value ? text : `${text} is ${value}`);

export default {
  /** What is wrong with an exercise. Its author reads it, with the line before it. */
  format: {
    /** A list of what is allowed. */
    or,
    line: (/** @type {{ line: number, message: string }} */ { line, message }) => `Line ${line}: ${message}`,
    noFrontMatter:
      "An exercise begins with a line of ---, then id: and title:, then another line of ---. The first line is something else.",
    openFrontMatter: "The front matter, which begins here with ---, has no second line of --- that ends it.",
    noYaml: (/** @type {{ reason: string }} */ { reason }) => `This is no YAML: ${reason}.`,
    alias: "aliases (*name) are not read here; write the value out",
    severalDocuments: "a line of --- begins a second document; one is read here",
    missing: (/** @type {{ name: string }} */ { name }) => `${name} is missing; an exercise must have it.`,
    unknown: (/** @type {{ name: string, meant: string | null, allowed: string }} */ { name, meant, allowed }) =>
      `${name} is not known. ${meant ? `Did you mean ${meant}?` : `Known are ${allowed}.`}`,
    wrong: (/** @type {{ name: string, value: string, allowed: string }} */ { name, value, allowed }) =>
      `${name || "This"} is ${value}; it must be ${allowed}.`,
    empty: "empty",
    aText: (/** @type {{ isEmpty: boolean, most?: number }} */ { isEmpty, most }) =>
      `text${isEmpty ? "" : " that is not empty"}${most ? ` of at most ${most} characters` : ""}`,
    anId: "small letters, digits, dots, hyphens and underscores, beginning with a letter or a digit",
    aNumber: (/** @type {{ isWhole: boolean, least?: number, most?: number }} */ { isWhole, least, most }) =>
      `a ${isWhole ? "whole " : ""}number${
        least === undefined ? "" : most === undefined ? ` from ${least} on` : ` from ${least} to ${most}`
      }`,
    aList: "a list",
    aMapping: "a mapping (name: value)",
    openBlock: (/** @type {{ name: string }} */ { name }) => `The block ${name} begins here and is never closed.`,
    unknownBlock: (/** @type {{ name: string, meant: string }} */ { name, meant }) =>
      `A block is called ${name}. Did you mean ${meant}?`,
    unreadBlock: (/** @type {{ name: string, kind: string }} */ { name, kind }) =>
      `An exercise of the kind ${kind} has no block ${name}; nobody would read it.`,
    blockLanguage: (/** @type {{ name: string, language: string, allowed: string }} */ { name, language, allowed }) =>
      `The block ${name} is written in ${language || "no language"}; it must be ${allowed}.`,
    blockArgument: (/** @type {{ name: string, argument: string }} */ { name, argument }) =>
      `After the block's name ${name} stands “${argument}”; nothing may stand there.`,
    sameBlock: (/** @type {{ name: string, line: number | null }} */ { name, line }) =>
      `There are two blocks ${name}${line === null ? "" : `; the first one is in line ${line}`}. Make one of them.`,
    fileName: (/** @type {{ name: string }} */ { name }) =>
      `A file is called “${name}”; it must be a relative path without “..”, for example data/scores.csv.`,
    emptyTests: (/** @type {{ name: string }} */ { name }) => `The block ${name} is empty, so everything would pass.`,
    noTask: "There is no task: nothing but blocks stands in this exercise.",
    noTests:
      "There are no tests, so nothing can be checked. Add a block called tests, or say which kind of exercise this is (kind: order, predict, gaps or choice).",
    noSolution: "There is no block called solution; its lines are those that are to be put in order.",
    noStart: "There is no block called start; what it prints is to be predicted.",
    noGaps: "There is no gap in the block start. A gap is four underscores or more: ____",
    noAnswers: "Nothing says what belongs into the gaps. Add a block called answers (YAML), or tests.",
    answersAndTests: "There are both answers and tests; one of them has to decide.",
    otherCount: (/** @type {{ gaps: number, answers: number }} */ { gaps, answers }) =>
      `The block start has ${gaps === 1 ? "1 gap" : `${gaps} gaps`}, and answers has ${answers}.`,
    fewChoices: (/** @type {{ count: number }} */ { count }) =>
      `A multiple choice needs two answers or more, written as “- [ ] wrong” and “- [x] right”; here ${
        count === 1 ? "is 1" : "are none"
      }.`,
    noRightChoice: "None of the answers is right. Mark one with [x].",
    emptyChoice: "This answer is empty.",
    noFrontMatterElement:
      'There is no element with data-block="front-matter", which holds id: and title: (<script type="text/yaml" data-block="front-matter">).',
    unknownElement: (/** @type {{ name: string, allowed: string }} */ { name, allowed }) =>
      `data-block="${name}" is not known. Known are ${allowed}.`,
    tooLong: "This file has more than a megabyte, which no exercise needs.",
    counted: {
      blocks: "blocks",
      hints: "hints",
      rows: "cases in tables",
      lines: "lines to be put in order",
      gaps: "gaps",
      choices: "answers to choose from",
    },
    tooMany: (/** @type {{ what: string, count: number, most: number }} */ { what, count, most }) =>
      `There are ${count} ${what}; ${most} are the most.`,
    outputOrPattern: (/** @type {{ number: number }} */ { number }) =>
      `Case ${number} must have either output or pattern.`,
    patternAlone: (/** @type {{ number: number }} */ { number }) =>
      `Case ${number} has a pattern, which decides alone; blanks and tolerance belong to output.`,
  },
  /** What came of a check. Values are written as Python writes them. */
  check: {
    wholeProgram: "The program",
    case: (/** @type {{ number: number }} */ { number }) => `Case ${number}`,
    hiddenCase: (/** @type {{ number: number }} */ { number }) => `Hidden case ${number}`,
    withInput: (/** @type {{ input: string }} */ { input }) => `Input: ${input}`,
    theOrder: "The order of the lines",
    theOutput: "The output",
    theAnswer: "The answer",
    gap: (/** @type {{ number: number }} */ { number }) => `Gap ${number}`,
    notChecked: "Not checked: you have pressed Stop.",
    /** What an expression is, and what it should be, by the operator between them. */
    compare: {
      "==": (/** @type {Compared} */ { text, value, expected }) => `${is(text, value)}, but it should be ${expected}.`,
      "!=": (/** @type {Compared} */ { text, value, expected }) =>
        `${is(text, value)}, but it should not be ${expected}.`,
      "<": (/** @type {Compared} */ { text, value, expected }) =>
        `${is(text, value)}, but it should be less than ${expected}.`,
      "<=": (/** @type {Compared} */ { text, value, expected }) =>
        `${is(text, value)}, but it should be ${expected} or less.`,
      ">": (/** @type {Compared} */ { text, value, expected }) =>
        `${is(text, value)}, but it should be greater than ${expected}.`,
      ">=": (/** @type {Compared} */ { text, value, expected }) =>
        `${is(text, value)}, but it should be ${expected} or greater.`,
      is: (/** @type {Compared} */ { text, value, expected }) =>
        `${is(text, value)}, but it should be ${expected} itself.`,
      "is not": (/** @type {Compared} */ { text, value, expected }) =>
        `${is(text, value)}, but it should be something else than ${expected}.`,
      in: (/** @type {Compared} */ { text, value, expected }) => `${is(text, value)}, which is not in ${expected}.`,
      "not in": (/** @type {Compared} */ { text, value, expected }) =>
        `${is(text, value)}, which should not be in ${expected}.`,
    },
    close: (
      /** @type {Compared & { tolerance: string | null }} */
      { text, value, expected, tolerance },
    ) =>
      `${is(text, value)}, but it should be ${expected}${tolerance === null ? "" : `, or differ by ${tolerance} at most`}.`,
    truth: (/** @type {{ text: string, value: string, isNegated: boolean }} */ { text, value, isNegated }) =>
      `${is(text, value)}, which counts as ${isNegated ? "true" : "false"}; it should be ${isNegated ? "false" : "true"}.`,
    different: (/** @type {{ value: string, expected: string }} */ { value, expected }) =>
      `${value} came, but it should be ${expected}.`,
    unittest: (/** @type {{ message: string }} */ { message }) => `The test says: ${message}`,
    example: (/** @type {{ text: string }} */ { text }) => `${text} does not show what is expected.`,
    undefined: (/** @type {{ name: string, similar: string | null }} */ { name, similar }) =>
      `Your program has no ${name}.${similar ? ` It has ${similar}: did you mean that?` : ""}`,
    slowPattern: (/** @type {{ pattern: string | null, seconds: number }} */ { pattern, seconds }) =>
      `The pattern${pattern === null ? "" : ` ${pattern}`} was not done with the output after ${seconds} s, so this case was not decided. That is for the author to mend: a repetition inside of a repetition, as in (a+)+, takes too long.`,
    noPattern: (/** @type {{ pattern: string }} */ { pattern }) =>
      `The output has nothing that fits the pattern ${pattern}.`,
    otherOutput: "The program prints something else than is expected.",
    noOutput: "The program prints nothing.",
    noPython: (/** @type {{ message: string, line: number | null }} */ { message, line }) =>
      `This is not Python yet: “${message}”${line === null ? "" : `, in line ${line}`}.`,
    raised: (/** @type {{ type: string, message: string, line: number | null }} */ { type, message, line }) =>
      `${type}${message ? `: “${message}”` : ""}${line === null ? "" : `, in line ${line} of your program`}.`,
    inputIsOver: (/** @type {{ line: number | null, lines: number }} */ { line, lines }) =>
      `Line ${line} asks for more input than there is: ${lines === 0 ? "this test gives none" : lines === 1 ? "this test gives 1 line" : `this test gives ${lines} lines`}.`,
    endless: (/** @type {{ line: number | null, seconds: number }} */ { line, seconds }) =>
      `It did not come to an end within ${seconds} s${line === null ? "" : `; it was in line ${line} of your program`}. Is there a loop that never ends?`,
    tooMuchMemory: (/** @type {{ line: number | null }} */ { line }) =>
      `It used up its memory${line === null ? "" : `, in line ${line} of your program`}.`,
    tooMuchOutput: (/** @type {{ line: number | null }} */ { line }) =>
      `It printed too much and was ended${line === null ? "" : `, in line ${line} of your program`}. Is there a loop that never ends?`,
    testFails: (/** @type {{ reason: string }} */ { reason }) =>
      `The test itself does not run, which may be the fault of its author: ${reason}`,
    exited: (/** @type {{ code: number | null }} */ { code }) =>
      `Your program ended itself${code === null ? "" : ` with exit code ${code}`} before the case was over. Does it call exit()?`,
    exitedBefore: (/** @type {{ line: number | null, name: string | null }} */ { line, name }) =>
      `Your program ended itself with exit()${line === null ? "" : ` in line ${line}`} before ${
        name === null ? "everything that the test needs" : name
      } was defined. Take exit() out, or define it earlier.`,
    noCaseLeft: "Your program has replaced what checks it, so this case was not checked.",
    crashed: "Python itself broke off. Try it again.",
    hiddenFailed: "This hidden case fails. What it compares is not shown.",
    hiddenRaised: (/** @type {{ type: string | null, line: number | null }} */ { type, line }) =>
      `${type ?? "An error of a kind of its own"}${line === null ? "" : `, in line ${line} of your program`}.`,
    noLines: "There are no lines yet.",
    moreLines: (/** @type {{ line: number }} */ { line }) =>
      line === 1
        ? "The first line is right; there is something missing after it."
        : `The first ${line} lines are right; there is something missing after them.`,
    wrongLine: (/** @type {{ line: number }} */ { line }) => `Line ${line} is the first that does not belong there.`,
    wrongIndentation: (/** @type {{ line: number }} */ { line }) =>
      `Line ${line} is right, but its indentation is not.`,
    wrongGap: (/** @type {{ value: string }} */ { value }) => `“${value}” does not belong here.`,
    emptyGap: "This gap is empty.",
    noPrediction: "Write what the program prints.",
    otherPrediction: (/** @type {{ line: number }} */ { line }) =>
      `Not quite: think again about line ${line} of the output.`,
    nothingChosen: "No answer is chosen.",
    wrongChoice: "That is not right.",
    moreChoices: "That is right, but something is missing.",
    /** What is wrong with the exercise itself. Its author has to mend it, and learners see it, too. */
    broken: (/** @type {{ reason: string }} */ { reason }) => `The tests of this exercise do not run: ${reason}`,
    noCase:
      "These tests check nothing: there is no assert, no test function, no class of unittest and no function check.",
    testsNoPython: (/** @type {{ message: string }} */ { message }) => `The tests are not Python: “${message}”`,
    /** Tests that would not run, or could not fail. `name` is the test or the statement. */
    mistakes: {
      generator: (/** @type {Mistake} */ { name }) =>
        `The test ${name} has a yield, so calling it runs none of it. Take the yield out.`,
      parameters: (/** @type {Mistake} */ { name }) =>
        `Nothing gives a value to the parameters of the test ${name}, so it would not run. Take them out, or call it in a test.`,
      lambda: (/** @type {Mistake} */ { name }) => `The test ${name} is a lambda and would not run. Write it with def.`,
      nested: (/** @type {Mistake} */ { name }) =>
        `The test ${name} stands inside of another statement, where it would not run. Move it out, to the margin.`,
      check: (/** @type {Mistake} */ { name }) =>
        `The function check has ${name} parameters and would not run. It needs three: check(namespace, output, source).`,
      uncalled: (/** @type {Mistake} */ { name }) =>
        `Nothing calls ${name}, so its asserts would not run. Call it, or let its name begin with test_.`,
      class: (/** @type {Mistake} */ { name }) =>
        `The test ${name} would not run: its class does not derive from unittest.TestCase.`,
      methodless: (/** @type {Mistake} */ { name }) =>
        `The class ${name} has no method whose name begins with test, so it checks nothing. Methods that a loop makes are not found: write them out, or use subTest.`,
      unplanned: (/** @type {Mistake} */ { name }) =>
        `The test ${name} would not run: it is made by a loop or comes from a class that is not among the tests. Write it into its class.`,
      async: (/** @type {Mistake} */ { name }) =>
        `The test ${name} is async, and nothing would await it. Derive its class from unittest.IsolatedAsyncioTestCase.`,
      twice: (/** @type {Mistake} */ { name }) =>
        `There are two tests called ${name}, of which Python keeps the second. Rename one.`,
      returns: (/** @type {Mistake} */ { name, value }) =>
        `The test ${name} returns ${value}, which nobody reads. It has to assert it.`,
      tuple: (/** @type {Mistake} */ { name }) =>
        `assert ${name} can never fail: what stands in the parentheses is a tuple. Write assert condition, "message" without them.`,
      constant: (/** @type {Mistake} */ { name }) =>
        `assert ${name} can never fail, whatever the program does. It has to compare something, on both sides of an or.`,
      main: () =>
        'What stands below if __name__ == "__main__" would not run here: tests are no program of their own. Take the if away.',
      unused: (/** @type {Mistake} */ { name }) =>
        `“${name}” would not run: it prepares cases, and none comes after it. Call it in a line of its own, without =.`,
      prompt: (/** @type {Mistake} */ { name }) =>
        `After >>> there has to be a blank; without it “${name}” would not run.`,
    },
    wrongPattern: (/** @type {{ pattern: string, reason: string }} */ { pattern, reason }) =>
      `The pattern ${pattern} is no regular expression: ${reason}.`,
    setUpFailed: (/** @type {{ reason: string }} */ { reason }) => `The block setup does not run: ${reason}`,
    startFailed: (/** @type {{ reason: string }} */ { reason }) => `The block start does not run to its end: ${reason}`,
    notToBeReached: "The test has come to a place that a right program does not let it come to.",
    unexpectedSuccess: "This test is meant to fail (expectedFailure), and it has passed.",
    nothingToPredict:
      "The block start prints nothing, so an empty answer would be right before anything is answered. Let it print something, or ask with kind: choice.",
    skipped: (/** @type {{ reason: string }} */ { reason }) => `The test was skipped: ${reason}`,
    wrongAnswer: (/** @type {{ value: string }} */ { value }) =>
      `The function check returns ${value}; it must return None, a text or a list of texts.`,
  },
  /** Several exercises in their order. */
  lesson: {
    label: "Lesson",
    solved: (/** @type {{ solved: number, total: number }} */ { solved, total }) =>
      solved === total ? `All ${total} exercises are solved.` : `${solved} of ${total} exercises are solved.`,
    next: "Go to the next one",
    save: "Save",
    open: "Open",
    opened: (/** @type {{ count: number, others: number }} */ { count, others }) =>
      `What was saved of ${count === 1 ? "1 exercise" : `${count} exercises`} is here again.${
        others === 0 ? "" : ` The file holds ${others} more, which are not in this lesson.`
      }`,
    noProgress: (/** @type {{ name: string }} */ { name }) => `“${name}” is no file that a lesson has saved.`,
  },
  /** The element itself. */
  element: {
    check: "Check",
    stop: "Stop",
    checking: "…",
    progress: (/** @type {{ done: number, total: number }} */ { done, total }) => `${done} of ${total}`,
    arriving: (/** @type {{ part: number }} */ { part }) => `Python: ${Math.round(part * 100)} %`,
    showHint: "Hint",
    nextHint: (/** @type {{ number: number, total: number }} */ { number, total }) => `Hint ${number} of ${total}`,
    showSolution: "Solution",
    solutionAfter: (/** @type {{ left: number }} */ { left }) =>
      left === 1
        ? "The solution can be opened after 1 more try."
        : `The solution can be opened after ${left} more tries.`,
    reset: "Reset",
    save: "Save",
    level: (/** @type {{ level: number }} */ { level }) => `Level ${level} of 5`,
    locked: "Solve the exercise above first. Then this one opens.",
    isSolved: "Solved",
    solved: "Solved: everything is right.",
    stopped: "You have stopped the check.",
    passed: (/** @type {{ passed: number, total: number }} */ { passed, total }) =>
      total === 1 ? "Not right yet." : `${passed} of ${total} cases are right.`,
    programFails: "The program does not run yet, so nothing was checked.",
    ruleFails: "The program breaks a rule of this exercise, so nothing was checked.",
    exerciseFails: "Something is wrong with this exercise, not with your answer. Please tell its author:",
    inFile: (/** @type {{ line: number }} */ { line }) => `Line ${line} of the exercise:`,
    inLine: (/** @type {{ line: number }} */ { line }) => `Line ${line}:`,
    status: { passed: "right", failed: "wrong", error: "error", ended: "ended", stopped: "not checked" },
    hidden: "hidden",
    printed: "What the program has printed",
    hint: "Hint:",
    hintHeading: (/** @type {{ number: number | null }} */ { number }) => (number === null ? "Hint" : `Hint ${number}`),
    blanks: "Only blanks or line ends differ. A dot stands for a blank, an arrow for a tab.",
    solution: "Solution",
    program: "Program",
    whatIsPrinted: "What does it print?",
    gap: (/** @type {{ number: number }} */ { number }) => `Gap ${number}`,
    chooseOne: "Choose one answer.",
    chooseAll: "Choose all answers that are right.",
    right: "right",
    notRight: "not right",
    yourProgram: "Your program",
    linesLeft: "Lines",
    orderHelp:
      "Drag lines into your program, or press them. Keys: Enter moves a line in or out, the arrows move and indent it.",
    moveLine: "Move the selected line",
    up: "Move up",
    down: "Move down",
    indent: "Indent",
    outdent: "Indent less",
    takeOut: "Take out",
    placed: (/** @type {{ text: string, line: number, level: number }} */ { text, line, level }) =>
      `${text}, line ${line}${level === 0 ? "" : `, indented ${level === 1 ? "once" : `${level} times`}`}`,
    takenOut: (/** @type {{ text: string }} */ { text }) => `${text} was taken out`,
    unreachable: (/** @type {{ url: string }} */ { url }) =>
      `The exercise ${url} cannot be reached. Is the server there, and does the page's policy allow it in connect-src?`,
    missing: (/** @type {{ url: string, code: number }} */ { url, code }) =>
      `The exercise ${url} is missing on the server (${code}).`,
    storageForbidden:
      "This browser does not let the page remember anything. What you type is lost when you close the page: save it before.",
    storageFull:
      "This browser has no room left for this site. What you type is lost when you close the page: save it before.",
    otherTab: "In another tab something else was typed for this exercise.",
    takeOther: "Show that instead",
  },
};
