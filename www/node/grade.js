// @ts-check
// `garter grade`: what a class has handed in, run again.

import path from "node:path";
import { GarterError } from "../client/errors.js";
import { misfit, read } from "../exercise/hand-in.js";
import { readProgress } from "../exercise/progress.js";
import { BUDGET_OPTIONS, budgetOf } from "./budget.js";
import { csv, table } from "./columns.js";
import { Complaint, UsageComplaint } from "./complaint.js";
import { checkAnswer, fillings, linesOf, readExercise } from "./exercises.js";
import { filesBelow, kindOf, textOf, write } from "./files.js";
import { HOST_OPTIONS, sitesOf } from "./hosts.js";
import { inOrder } from "./in-order.js";
import { openGarter } from "./kernel.js";
import { explained, HELP, parse } from "./options.js";

/**
 * @typedef {import("../client/garter.js").Garter} Garter
 * @typedef {import("../exercise/checking.js").Answer} Answer
 * @typedef {import("../exercise/format.js").Exercise} Exercise
 */

/**
 * @typedef {object} Mark
 * @property {string} file
 * @property {string} exercise the id that the hand-in names, or that of the only exercise
 * @property {number | null} version that the hand-in names
 * @property {number | null} score from 0 to 1; null if it was not graded
 * @property {number} passed
 * @property {number} cases
 * @property {string} remark
 * @property {string[]} details lines
 */

const OPTIONS = /** @type {const} */ ({
  exercise: { kind: "list", short: "e", value: "FILE", help: "what was to be done; may be given several times" },
  csv: { kind: "text", value: "FILE", help: "write the marks there, for a spreadsheet" },
  details: { kind: "flag", help: "print which cases failed, and why" },
  ...HOST_OPTIONS,
  ...BUDGET_OPTIONS,
  ...HELP,
});

export const help = `\
garter grade FOLDER --exercise FILE [OPTIONS]

Runs every hand-in of a folder and of the folders in it against the tests of an exercise: each case
in a fresh interpreter, with the same chance and the same clock each time. A hand-in is a file that
the page has saved, of an exercise or a lesson (.json), a program (.py), or, where an output was to
be predicted, a text (.txt). One that is broken, never ends or belongs to another exercise is said
so, and the others are graded all the same.

${explained(OPTIONS)}
The limits are those of each case, in place of the exercise's own.

Prints a table. Exit status: 0 if everything was graded, 1 if something could not be, 2 when this
command is wrong.
`;

/** What programs of learners are kept in. */
const HAND_INS = /\.(json|py|txt)$/i;

/**
 * @param {string[]} words
 * @returns {Promise<number>} the exit status
 */
export async function run(words) {
  const { options, operands } = parse(words, OPTIONS);
  if (options.help) {
    process.stdout.write(help);
    return 0;
  }
  const [folder, ...more] = operands;
  if (folder === undefined)
    throw new UsageComplaint("garter grade needs a folder: garter grade hand-ins/ --exercise a.md");
  if (more.length > 0) throw new UsageComplaint(`garter grade takes one folder, and ${more[0]} is a second`);
  if (options.exercise.length === 0) throw new UsageComplaint("garter grade needs --exercise FILE");
  if (kindOf(folder) !== "folder") throw new Complaint(`${folder} is no folder`);
  const budget = budgetOf(options);
  const sites = sitesOf(options);
  const exercises = options.exercise.map((file) => exerciseIn(file, sites, budget));
  const files = filesBelow(folder).filter((file) => HAND_INS.test(file));
  if (files.length === 0) throw new Complaint(`${folder} holds no hand-in (.json, .py, .txt)`);
  /** @type {Mark[]} */
  const marks = [];
  const garter = await openGarter();
  try {
    // Limits that are none are a mistake of the command, and not one of each hand-in.
    await garter.run("", { budget });
    let count = 0;
    for (const found of inOrder(files, (file) => marksOf(folder, file, exercises, garter))) {
      marks.push(...(await found));
      count += 1;
      if (process.stderr.isTTY) process.stderr.write(`\r${count} of ${files.length} `);
    }
  } finally {
    if (process.stderr.isTTY) process.stderr.write("\r\x1b[K");
    garter.dispose();
  }
  print(marks, exercises.length > 1, options.details);
  if (options.csv !== undefined) write(options.csv, csv(HEAD_OF_CSV, marks.map(rowOfCsv)));
  return marks.every(({ score }) => score !== null) ? 0 : 1;
}

/**
 * @param {string} file
 * @param {string[]} sites that its packages may come from
 * @param {Exercise["budget"]} budget
 * @returns {Exercise}
 */
function exerciseIn(file, sites, budget) {
  const { exercise, problems } = readExercise(file, { root: path.dirname(file), sites });
  if (exercise) return { ...exercise, budget: { ...exercise.budget, ...budget } };
  const said = problems.map(({ line, message }) => `${file}${line === null ? "" : `:${line}`}: ${message}`);
  throw new Complaint(said.join("\n"));
}

/**
 * An answer, and what it is for. `remark` says what is odd about it, or why it is not graded.
 * @typedef {{ id: string, version: number | null, exercise: Exercise | null, answer: Answer | null, remark: string }} Handed
 */

/**
 * @param {string} folder
 * @param {string} file
 * @param {Exercise[]} exercises
 * @param {Garter} garter
 * @returns {Promise<Mark[]>} one, or of a lesson one for each exercise
 */
async function marksOf(folder, file, exercises, garter) {
  const mark = { file, exercise: "", version: null, score: null, passed: 0, cases: 0, remark: "", details: [] };
  /** @type {Handed[]} */
  let handed;
  try {
    handed = handedIn(file, textOf(path.join(folder, file)), exercises);
  } catch (error) {
    return [{ ...mark, remark: ungraded(error) }];
  }
  /** @type {Mark[]} */
  const marks = [];
  for (const { id, version, exercise, answer, remark } of handed) {
    const named = { ...mark, exercise: id, version };
    if (!exercise || !answer) marks.push({ ...named, remark });
    else {
      const result = await graded(exercise, answer, remark, garter).catch((error) => ({ remark: ungraded(error) }));
      marks.push({ ...named, ...result });
    }
  }
  return marks;
}

/**
 * @param {unknown} error
 * @returns {string} why something has no mark, which keeps nothing else from having one
 */
function ungraded(error) {
  if (error instanceof Complaint || error instanceof GarterError) return error.message;
  // A mistake of ours: what helps to find it goes where it is in nobody's way.
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  return `garter itself has failed on this, please report it: ${error instanceof Error ? error.message : error}`;
}

/**
 * @param {Exercise} exercise
 * @param {Answer} answer
 * @param {string} remark
 * @param {Garter} garter
 * @returns {Promise<Pick<Mark, "score" | "passed" | "cases" | "remark" | "details">>}
 */
async function graded(exercise, answer, remark, garter) {
  const { cases, trouble, score } = await checkAnswer(exercise, answer, garter);
  // The exercise itself is broken: that is nobody's mark.
  if (trouble?.of === "exercise") {
    const place = trouble.line === null ? "" : ` (line ${trouble.line})`;
    throw new Complaint(`the exercise ${exercise.id} cannot be checked${place}: ${trouble.message}`);
  }
  const wrong = cases.filter(({ status }) => status !== "passed");
  const first = wrong[0] ? `${wrong[0].name}: ${wrong[0].message}` : "";
  return {
    score,
    passed: cases.length - wrong.length,
    cases: cases.length,
    remark: [remark, trouble?.message ?? first].filter(Boolean).join("; "),
    details: wrong.flatMap(linesOf),
  };
}

/**
 * @param {string} file
 * @param {string} text
 * @param {Exercise[]} exercises
 * @returns {Handed[]}
 * @throws {Complaint} if it is no hand-in
 */
function handedIn(file, text, exercises) {
  if (!/\.json$/i.test(file)) {
    if (exercises.length > 1) {
      throw new Complaint("a plain file does not say which exercise it is for; grade one exercise at a time");
    }
    const [exercise] = exercises;
    return [{ id: exercise.id, version: null, exercise, answer: plainAnswer(exercise, file, text), remark: "" }];
  }
  const handIn = read(text);
  if (handIn) {
    const { exercise: id, version, answer } = handIn;
    const exercise = exercises.find((one) => one.id === id);
    if (exercise) return [fitting(exercise, version, answer)];
    return [{ id, version, exercise: null, answer: null, remark: `this is for another exercise, ${id}` }];
  }
  const lesson = readProgress(text);
  if (!lesson) throw new Complaint("this is no hand-in of Garter");
  return exercises.map((exercise) => {
    const found = lesson.get(exercise.id);
    if (found?.answer) return fitting(exercise, found.version, found.answer);
    return {
      id: exercise.id,
      version: null,
      exercise,
      answer: null,
      remark: "there is no answer to it in this lesson",
    };
  });
}

/**
 * @param {Exercise} exercise
 * @param {number} version that the hand-in names
 * @param {Answer} answer
 * @returns {Handed}
 */
function fitting(exercise, version, answer) {
  const { id } = exercise;
  const other =
    version === exercise.version
      ? ""
      : `this is for version ${version} of the exercise, which is at version ${exercise.version}`;
  const wrong = misfit(exercise, answer);
  const remark = [wrong, other].filter(Boolean).join("; ");
  return { id, version, exercise, answer: wrong ? null : answer, remark };
}

/**
 * @param {Exercise} exercise
 * @param {string} file
 * @param {string} text
 * @returns {Answer}
 * @throws {Complaint} if a plain file cannot be an answer to it
 */
function plainAnswer({ kind, start }, file, text) {
  const isProgram = /\.py$/i.test(file);
  if (isProgram && (kind === "code" || kind === "order")) return { code: text };
  if (!isProgram && kind === "predict") return { output: text };
  const gaps = isProgram && kind === "gaps" ? fillings(start.text, text) : null;
  if (gaps) return { gaps };
  throw new Complaint(
    kind === "gaps" && isProgram
      ? "this is not the program of the exercise with its gaps filled"
      : `a ${path.extname(file)} file is no answer to an exercise of the kind ${kind}`,
  );
}

/** @param {Mark} mark */
const percent = ({ score }) => (score === null ? "–" : `${Math.round(score * 100)} %`);

/**
 * @param {Mark[]} marks
 * @param {boolean} areSeveral whether there are several exercises
 * @param {boolean} hasDetails
 */
function print(marks, areSeveral, hasDetails) {
  const named = (/** @type {string} */ id) => (areSeveral ? [id] : []);
  const rows = marks.map((mark) => [
    mark.file,
    ...named(mark.exercise),
    percent(mark),
    `${mark.passed}/${mark.cases}`,
    mark.remark,
  ]);
  process.stdout.write(table(["hand-in", ...named("exercise"), "score", "cases", "remark"], rows));
  if (!hasDetails) return;
  for (const { file, exercise, details } of marks) {
    const heading = [file, ...named(exercise)].join(" ");
    if (details.length > 0) process.stdout.write(`\n${heading}\n${details.map((line) => `  ${line}\n`).join("")}`);
  }
}

const HEAD_OF_CSV = ["file", "exercise", "version", "score", "passed", "cases", "remark"];

/** @param {Mark} mark */
const rowOfCsv = ({ file, exercise, version, score, passed, cases, remark }) => [
  file,
  exercise,
  version ?? "",
  score === null ? "" : Math.round(score * 1e4) / 1e4,
  passed,
  cases,
  remark,
];
