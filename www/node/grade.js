// @ts-check
// `garter grade`: what a class has handed in, run again.

import path from "node:path";
import { fits, read } from "../exercise/hand-in.js";
import { BUDGET_OPTIONS, budgetOf } from "./budget.js";
import { csv, table } from "./columns.js";
import { Complaint, UsageComplaint } from "./complaint.js";
import { checkAnswer, fillings, linesOf, readExercise } from "./exercises.js";
import { filesBelow, kindOf, textOf, write } from "./files.js";
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
  ...BUDGET_OPTIONS,
  ...HELP,
});

export const help = `\
garter grade FOLDER --exercise FILE [OPTIONS]

Runs every hand-in of a folder and of the folders in it against the tests of an exercise: each case
in a fresh interpreter, with the same chance and the same clock each time. A hand-in is a file that
was saved with "Hand in" (.json), a program (.py), or, where an output was to be predicted, a text
(.txt). One that is broken, never ends or belongs to another exercise is said so, and the others
are graded all the same.

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
  const exercises = options.exercise.map((file) => exerciseIn(file, budget));
  const files = filesBelow(folder).filter((file) => HAND_INS.test(file));
  if (files.length === 0) throw new Complaint(`${folder} holds no hand-in (.json, .py, .txt)`);
  /** @type {Mark[]} */
  const marks = [];
  const garter = await openGarter();
  try {
    for (const [at, file] of files.entries()) {
      if (process.stderr.isTTY) process.stderr.write(`\r${at + 1} of ${files.length} `);
      marks.push(await markOf(folder, file, exercises, garter));
    }
  } finally {
    if (process.stderr.isTTY) process.stderr.write("\r\x1b[K");
    garter.dispose();
  }
  print(marks, options.details);
  if (options.csv !== undefined) write(options.csv, csv(HEAD_OF_CSV, marks.map(rowOfCsv)));
  return marks.every(({ score }) => score !== null) ? 0 : 1;
}

/**
 * @param {string} file
 * @param {Exercise["budget"]} budget
 * @returns {Exercise}
 */
function exerciseIn(file, budget) {
  const { exercise, problems } = readExercise(file);
  if (exercise) return { ...exercise, budget: { ...exercise.budget, ...budget } };
  const said = problems.map(({ line, message }) => `${file}${line === null ? "" : `:${line}`}: ${message}`);
  throw new Complaint(said.join("\n"));
}

/**
 * @param {string} folder
 * @param {string} file
 * @param {Exercise[]} exercises
 * @param {Garter} garter
 * @returns {Promise<Mark>}
 */
async function markOf(folder, file, exercises, garter) {
  const mark = { file, exercise: "", version: null, score: null, passed: 0, cases: 0, remark: "", details: [] };
  let found;
  try {
    found = handInOf(file, textOf(path.join(folder, file)), exercises);
  } catch (error) {
    if (!(error instanceof Complaint)) throw error;
    return { ...mark, remark: error.message };
  }
  const { exercise, version, answer, remark } = found;
  const named = { ...mark, exercise: found.id, version };
  if (!exercise || !answer) return { ...named, remark };
  const report = await checkAnswer(exercise, answer, garter);
  const { cases, trouble, score } = report;
  // The exercise itself is broken: that is nobody's mark.
  if (trouble?.of === "exercise") {
    throw new Complaint(`the exercise ${exercise.id} cannot be checked: ${trouble.message}`);
  }
  const wrong = cases.filter(({ status }) => status !== "passed");
  return {
    ...named,
    score,
    passed: cases.length - wrong.length,
    cases: cases.length,
    remark: [remark, trouble?.message ?? (wrong[0] ? `${wrong[0].name}: ${wrong[0].message}` : "")]
      .filter(Boolean)
      .join("; "),
    details: wrong.flatMap(linesOf),
  };
}

/**
 * @param {string} file
 * @param {string} text
 * @param {Exercise[]} exercises
 * @returns {{ id: string, version: number | null, exercise: Exercise | null, answer: Answer | null, remark: string }}
 * @throws {Complaint} if it is no hand-in
 */
function handInOf(file, text, exercises) {
  if (/\.json$/i.test(file)) {
    const handIn = read(text);
    if (!handIn) throw new Complaint("this is no hand-in of Garter");
    const { exercise: id, version, answer } = handIn;
    const exercise = exercises.find((one) => one.id === id) ?? null;
    if (!exercise) return { id, version, exercise, answer: null, remark: `this is for another exercise, ${id}` };
    if (!fits(exercise, answer)) {
      return {
        id,
        version,
        exercise,
        answer: null,
        remark: `this is no answer to an exercise of the kind ${exercise.kind}`,
      };
    }
    const remark =
      version === exercise.version
        ? ""
        : `this is for version ${version} of the exercise, which is at version ${exercise.version}`;
    return { id, version, exercise, answer, remark };
  }
  if (exercises.length > 1)
    throw new Complaint("a plain file does not say which exercise it is for; grade one exercise at a time");
  const [exercise] = exercises;
  return { id: exercise.id, version: null, exercise, answer: plainAnswer(exercise, file, text), remark: "" };
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
 * @param {boolean} hasDetails
 */
function print(marks, hasDetails) {
  const rows = marks.map((mark) => [mark.file, percent(mark), `${mark.passed}/${mark.cases}`, mark.remark]);
  process.stdout.write(table(["hand-in", "score", "cases", "remark"], rows));
  if (!hasDetails) return;
  for (const { file, details } of marks) {
    if (details.length > 0) process.stdout.write(`\n${file}\n${details.map((line) => `  ${line}\n`).join("")}`);
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
