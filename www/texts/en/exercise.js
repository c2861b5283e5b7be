// @ts-check
// What <garter-exercise> says, in English; pages load it with the first exercise that they show.

/** @param {string[]} all */
const or = (all) => (all.length < 2 ? all.join("") : `${all.slice(0, -1).join(", ")} or ${all.at(-1)}`);

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
    outputOrPattern: (/** @type {{ number: number }} */ { number }) =>
      `Case ${number} must have either output or pattern.`,
    patternAlone: (/** @type {{ number: number }} */ { number }) =>
      `Case ${number} has a pattern, which decides alone; blanks and tolerance belong to output.`,
  },
};
