// @ts-check
// Reads an exercise: the one parser for the element and for the command line. docs/book/src/exercises/format.md has the
// format.

import { readChoices } from "./choices.js";
import { breaches, schemaOf } from "./schema.js";
import { split } from "./split.js";
import { readTable } from "./table.js";
import { readYaml, YamlError } from "./yaml.js";

/**
 * @typedef {import("./split.js").Block} Block
 * @typedef {import("./split.js").Parts} Parts
 * @typedef {import("./split.js").Problem} Problem
 * @typedef {import("./split.js").Say} Say
 * @typedef {import("./choices.js").Choice} Choice
 * @typedef {import("./table.js").Row} Row
 * @typedef {import("../client/run.js").RunOptions} RunOptions
 */

/** @typedef {"code" | "order" | "predict" | "gaps" | "choice"} Kind */

/**
 * A piece of Python or Markdown. `line` is that of the file in which it begins, null if there is none.
 * @typedef {{ text: string, line: number | null }} Piece
 */

/**
 * One block of tests. `python` has asserts, classes of `unittest` or a function `check`; `doctest` has examples;
 * `table` has rows.
 * @typedef {object} Tests
 * @property {"python" | "doctest" | "table"} form
 * @property {boolean} isHidden whether learners see what the cases compare
 * @property {string} text
 * @property {number | null} line
 * @property {Row[]} rows of a table, otherwise none
 */

/**
 * @typedef {object} Exercise
 * @property {string} id
 * @property {string} title
 * @property {Kind} kind
 * @property {number | null} level from 1 to 5
 * @property {number} tries after so many failed checks the solution may be opened; infinite: only after success
 * @property {number} version
 * @property {RunOptions["budget"]} budget of each case
 * @property {RunOptions["policy"]} policy
 * @property {RunOptions["modules"]} modules
 * @property {(string | import("../client/package-address.js").NamedAddress)[]} packages addresses of wheels and of their lock
 * @property {string} task Markdown
 * @property {Piece} start what the learner begins with; of `predict`, what is shown; empty if there is none
 * @property {Piece | null} setup runs before the learner's code
 * @property {Tests[]} tests
 * @property {Piece | null} solution
 * @property {Piece[]} hints Markdown
 * @property {Piece | null} remarks Markdown
 * @property {Piece | null} distractors of `order`: lines that belong nowhere
 * @property {string[][] | null} answers of `gaps`: what may stand in each gap; null if tests decide
 * @property {Choice[]} choices of `choice`
 * @property {Record<string, string>} files of the program's folder
 */

/** A place to write into, in an exercise of the kind `gaps`. */
export const GAP = /(?<![\w])_{4,}(?![\w])/g;

/** How much there may be of something: more of it is no exercise, and would keep a page busy. */
const MOST = { blocks: 200, hints: 20, rows: 200, lines: 100, gaps: 100, choices: 30 };

/** Whoever has mended these may look for the others. */
const MOST_PROBLEMS = 100;

/** The blocks that each kind reads, besides those of all kinds. @type {Record<Kind, string[]>} */
const READ_BY = {
  code: ["start", "setup", "tests", "hidden-tests", "solution"],
  order: ["setup", "tests", "hidden-tests", "solution", "distractors"],
  predict: ["start", "setup"],
  gaps: ["start", "setup", "tests", "hidden-tests", "solution", "answers"],
  choice: ["choices"],
};
const READ_BY_ALL = ["hint", "remarks", "file"];

/** In which languages a block may be written. The first is named in messages. @type {Record<string, string[]>} */
const LANGUAGES = {
  start: ["python", "py", ""],
  setup: ["python", "py", ""],
  solution: ["python", "py", ""],
  distractors: ["python", "py", ""],
  tests: ["python", "py", "pycon", "yaml", "yml"],
  "hidden-tests": ["python", "py", "pycon", "yaml", "yml"],
  hint: ["markdown", "md", "text", ""],
  remarks: ["markdown", "md", "text", ""],
  choices: ["markdown", "md", ""],
  answers: ["yaml", "yml"],
};

/**
 * @param {string} source the text of an exercise file
 * @param {Say} say
 * @returns {{ exercise: Exercise | null, problems: Problem[] }} null if there is a problem
 */
export function parse(source, say) {
  const { parts, problems } = split(source, say);
  return assemble(parts, say, problems);
}

/**
 * The same from parts that lie somewhere else than in a file.
 * @param {Parts} parts
 * @param {Say} say
 * @param {Problem[]} [known]
 * @returns {{ exercise: Exercise | null, problems: Problem[] }}
 */
export function assemble(parts, say, known = []) {
  const reader = new Reader(parts, say, [...known]);
  const exercise = reader.exercise();
  const problems = reader.problems
    .toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0))
    .slice(0, MOST_PROBLEMS);
  return { exercise: problems.length === 0 ? exercise : null, problems };
}

class Reader {
  #parts;
  #say;
  #hasFront = false;
  /** @type {Kind} */
  #kind = "code";
  problems;

  /**
   * @param {Parts} parts
   * @param {Say} say
   * @param {Problem[]} problems
   */
  constructor(parts, say, problems) {
    this.#parts = parts;
    this.#say = say;
    this.problems = problems;
  }

  /** @returns {Exercise} */
  exercise() {
    const { task, blocks } = this.#parts;
    const front = this.#frontMatter();
    const kind = /** @type {Kind} */ (Object.hasOwn(READ_BY, front.kind) ? front.kind : "code");
    this.#kind = kind;
    this.#checkNames(kind);
    const choices = kind === "choice" ? this.#choices() : { choices: [], rest: task };
    const exercise = {
      id: String(front.id ?? ""),
      title: String(front.title ?? ""),
      kind,
      level: front.level ?? null,
      tries:
        front.tries === "never"
          ? Number.POSITIVE_INFINITY
          : (front.tries ?? schemaOf("frontMatter").properties.tries.default),
      version: front.version ?? schemaOf("frontMatter").properties.version.default,
      budget: front.budget,
      policy: front.policy,
      modules: front.modules,
      packages:
        typeof front.packages === "string" ? front.packages.split(/\s+/).filter(Boolean) : (front.packages ?? []),
      task: choices.rest,
      start: this.#piece("start") ?? { text: "", line: null },
      setup: this.#piece("setup"),
      tests: blocks.filter(({ name }) => /^(hidden-)?tests$/.test(name)).map((block) => this.#tests(block)),
      solution: this.#piece("solution"),
      hints: blocks.filter(({ name }) => name === "hint").map(({ text, line }) => ({ text, line })),
      remarks: this.#piece("remarks"),
      distractors: this.#piece("distractors"),
      answers: this.#answers(),
      choices: choices.choices,
      files: this.#files(),
    };
    // Without a front matter it is not known what kind of exercise this is meant to be.
    if (this.#hasFront) this.#checkWhole(exercise);
    return exercise;
  }

  /**
   * @param {number | null} line
   * @param {string} message
   */
  #complain(line, message) {
    this.problems.push({ line, message });
  }

  /** @returns {Record<string, any>} */
  #frontMatter() {
    const part = this.#parts.frontMatter;
    if (!part) return {};
    const { value } = this.#yaml(part, "frontMatter");
    this.#hasFront = typeof value === "object" && value !== null && !Array.isArray(value);
    return this.#hasFront ? value : {};
  }

  /**
   * @param {Piece} piece
   * @param {"frontMatter" | "table" | "answers"} schema
   * @returns {{ value: any, written: any, lines: Map<string, number> }} with the lines of the file
   */
  #yaml({ text, line }, schema) {
    const inFile = (/** @type {number} */ own) => (line === null ? null : line + own - 1);
    try {
      const { value, written, lines } = readYaml(text);
      for (const { path, message } of breaches(value, schemaOf(schema), this.#say)) {
        this.#complain(inFile(lines.get(path) ?? 1), message);
      }
      return { value, written, lines };
    } catch (error) {
      if (!(error instanceof YamlError)) throw error;
      const { message } = error;
      const own = { alias: this.#say.alias, several: this.#say.severalDocuments };
      const reason = Object.hasOwn(own, message) ? own[/** @type {keyof typeof own} */ (message)] : message;
      this.#complain(inFile(error.line), this.#say.noYaml({ reason }));
      return { value: null, written: null, lines: new Map() };
    }
  }

  /**
   * What stands twice, where nobody reads it, or in a language that nobody reads.
   * @param {Kind} kind
   */
  #checkNames(kind) {
    const say = this.#say;
    /** @type {Map<string, Block>} */
    const seen = new Map();
    for (const block of this.#parts.blocks) {
      const { name, language, argument, line } = block;
      const read = [...READ_BY[kind], ...READ_BY_ALL];
      if (!read.includes(name)) {
        this.#complain(opening(line), say.unreadBlock({ name, kind }));
        continue;
      }
      const languages = LANGUAGES[name];
      if (languages && !languages.includes(language)) {
        const allowed = say.or(languages.filter(Boolean));
        this.#complain(opening(line), say.blockLanguage({ name, language, allowed }));
      }
      if (name !== "file" && argument) this.#complain(opening(line), say.blockArgument({ name, argument }));
      if (name === "hint") continue;
      // Tests may be both a table and code.
      const key = /tests$/.test(name) ? `${name} ${isYaml(block)}` : name === "file" ? `file ${argument}` : name;
      const first = seen.get(key);
      if (first)
        this.#complain(
          opening(line),
          say.sameBlock({ name: key.replace(/ (true|false)$/, ""), line: opening(first.line) }),
        );
      else seen.set(key, block);
    }
  }

  /**
   * @param {string} name
   * @returns {Piece | null}
   */
  #piece(name) {
    const block = this.#parts.blocks.find((one) => one.name === name);
    return block ? { text: block.text, line: block.line } : null;
  }

  /**
   * @param {Block} block
   * @returns {Tests}
   */
  #tests(block) {
    const { name, language, text, line } = block;
    const tests = { isHidden: name === "hidden-tests", text, line, rows: /** @type {Row[]} */ ([]) };
    if (isYaml(block)) {
      const { value, written, lines } = this.#yaml(block, "table");
      const lineOf = (/** @type {string} */ path) => (line === null ? null : line + (lines.get(path) ?? 1) - 1);
      tests.rows = readTable(
        value,
        written,
        lineOf,
        (path, message) => this.#complain(lineOf(path), message),
        this.#say,
      );
      return { ...tests, form: "table" };
    }
    if (!text.trim() || /^(\s*(#.*)?\n)*$/.test(text)) this.#complain(opening(line), this.#say.emptyTests({ name }));
    const isDoctest = language === "pycon" || /^\s*>>> /.test(text);
    return { ...tests, form: isDoctest ? "doctest" : "python" };
  }

  /** @returns {string[][] | null} */
  #answers() {
    const block = this.#parts.blocks.find(({ name }) => name === "answers");
    if (!block || !isYaml(block)) return null;
    const { written } = this.#yaml(block, "answers");
    return Array.isArray(written) ? written.map((one) => (Array.isArray(one) ? one.map(String) : [String(one)])) : [];
  }

  #choices() {
    const block = this.#parts.blocks.find(({ name }) => name === "choices");
    const { task, taskLines } = this.#parts;
    const lines = (/** @type {string} */ text) => text.replace(/\n$/, "").split("\n");
    const own = lines(block?.text ?? "").map((_, at) => (block?.line == null ? null : block.line + at));
    const found = block ? readChoices(lines(block.text), own) : readChoices(lines(task), taskLines);
    const first = found.choices[0]?.line ?? null;
    if (found.choices.length < 2) this.#complain(first, this.#say.fewChoices({ count: found.choices.length }));
    else if (!found.choices.some(({ isRight }) => isRight)) this.#complain(first, this.#say.noRightChoice);
    for (const { text, line } of found.choices) if (!text) this.#complain(line, this.#say.emptyChoice);
    return { choices: found.choices, rest: block ? task : found.rest };
  }

  #files() {
    /** @type {Record<string, string>} */
    const files = {};
    for (const { name, argument, text, line } of this.#parts.blocks) {
      if (name !== "file") continue;
      if (argument && isRelative(argument)) files[argument] = text;
      else this.#complain(opening(line), this.#say.fileName({ name: argument }));
    }
    return files;
  }

  /** @param {Pick<Exercise, "start" | "tests" | "solution" | "distractors" | "choices" | "hints">} exercise */
  #checkCounts({ start, tests, solution, distractors, choices, hints }) {
    const lines = (/** @type {Piece | null} */ piece) =>
      piece?.text.split("\n").filter((line) => line.trim()).length ?? 0;
    /** @type {Record<keyof typeof MOST, number>} */
    const counts = {
      blocks: this.#parts.blocks.length,
      hints: hints.length,
      rows: tests.reduce((sum, { rows }) => sum + rows.length, 0),
      // Only those of a kind that shows each of them by itself.
      lines: this.#kind === "order" ? lines(solution) + lines(distractors) : 0,
      gaps: this.#kind === "gaps" ? [...start.text.matchAll(GAP)].length : 0,
      choices: choices.length,
    };
    for (const [what, count] of Object.entries(counts)) {
      const most = MOST[/** @type {keyof typeof MOST} */ (what)];
      const name = this.#say.counted[/** @type {keyof typeof MOST} */ (what)];
      if (count > most) this.#complain(null, this.#say.tooMany({ what: name, count, most }));
    }
  }

  /**
   * What one part does not show.
   * @param {Exercise} exercise
   */
  #checkWhole({ kind, task, start, tests, solution, answers, distractors, choices, hints }) {
    const say = this.#say;
    this.#checkCounts({ start, tests, solution, distractors, choices, hints });
    if (!task.trim()) this.#complain(null, say.noTask);
    if (kind === "code" && tests.length === 0) this.#complain(null, say.noTests);
    if (kind === "order" && !solution?.text.trim()) this.#complain(null, say.noSolution);
    if (kind === "predict" && !start.text.trim()) this.#complain(null, say.noStart);
    if (kind !== "gaps") return;
    const gaps = [...start.text.matchAll(GAP)].length;
    if (gaps === 0) this.#complain(start.line === null ? null : opening(start.line), say.noGaps);
    const block = this.#parts.blocks.find(({ name }) => name === "answers");
    if (!block && tests.length === 0) this.#complain(null, say.noAnswers);
    if (block && tests.length > 0) this.#complain(opening(block.line), say.answersAndTests);
    if (answers && gaps > 0 && answers.length !== gaps)
      this.#complain(opening(block?.line ?? null), say.otherCount({ gaps, answers: answers.length }));
  }
}

/** The fence stands above the text. @param {number | null} line */
const opening = (line) => (line === null ? null : line - 1);

/** @param {Block} block */
const isYaml = ({ language }) => language === "yaml" || language === "yml";

/** As Garter wants files to be called. @param {string} path */
const isRelative = (path) =>
  !/[\\\0]/.test(path) && path.split("/").every((part) => part !== "" && part !== "." && part !== "..");
