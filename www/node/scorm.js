// @ts-check
// `garter scorm`: exercises as a package for learning platforms such as Moodle.

import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { pack } from "../playground/zip.js";
import { Complaint, UsageComplaint } from "./complaint.js";
import { isExercise, readExercise } from "./exercises.js";
import { filesBelow, kindOf, textOf, write } from "./files.js";
import { escaped } from "./html.js";
import { manifest } from "./manifest.js";
import { explained, HELP, parse } from "./options.js";
import { withWheels } from "./scorm-wheels.js";

/**
 * @typedef {import("../exercise/format.js").Exercise} Exercise
 * @typedef {import("./manifest.js").Version} Version
 */

const OPTIONS = /** @type {const} */ ({
  output: { kind: "text", short: "o", value: "FILE", help: "the package to write, such as loops.zip" },
  title: { kind: "text", value: "TEXT", help: "of the lesson; that of its only exercise, or the name of the folder" },
  edition: { kind: "text", value: "1.2|2004", help: "of SCORM (1.2, which every platform takes)" },
  lang: { kind: "text", value: "TAG", help: "the language of the page: en, ja (en)" },
  ...HELP,
});

export const help = `\
garter scorm PATHS… -o FILE [OPTIONS]

Writes a SCORM package of exercises, in the order in which they are named; those of a folder in the
order of their names. Everything is in it: it needs no other server, and no network but the
platform's. It reports a score from 0 to 100, the average of its exercises, and that the lesson is
passed when all are solved.

${explained(OPTIONS)}
Exit status: 0, or 2 when this command is wrong.
`;

/** The folder of the package `garter`. */
const PACKAGE = new URL("../", import.meta.url);

/** Where its files lie in the package for the platform. */
const OURS = "garter";
const PAGE = "index.html";

/** @type {Version[]} */
const EDITIONS = ["1.2", "2004"];

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
  if (operands.length === 0) throw new UsageComplaint("garter scorm needs a path: garter scorm loops/ -o loops.zip");
  const { output, lang = "en" } = options;
  if (output === undefined) throw new UsageComplaint("garter scorm needs -o FILE, the package to write");
  if (!/\.zip$/i.test(output)) throw new UsageComplaint(`-o is ${output}; platforms take packages that end with .zip`);
  const edition = EDITIONS.find((one) => one === (options.edition ?? "1.2"));
  if (!edition) throw new UsageComplaint(`--edition is ${options.edition}; it must be ${EDITIONS.join(" or ")}`);
  if (!/^[a-z]{2,3}(-[a-z0-9]+)*$/i.test(lang))
    throw new UsageComplaint(`--lang is ${lang}; it must be a tag such as en or ja`);
  const lesson = lessonOf(operands);
  const title = options.title ?? titleOf(operands, lesson);
  const files = filesOf(lesson, title, lang, await withWheels(lesson));
  const id = lesson.length === 1 ? lesson[0].exercise.id : `lesson-${lesson[0].exercise.id}`;
  const listed = manifest({ id, title, page: PAGE, files: [...files.keys()] }, edition);
  const bytes = await pack(new Map([["imsmanifest.xml", listed], ...files]));
  write(output, bytes);
  const count = lesson.length === 1 ? "1 exercise" : `${lesson.length} exercises`;
  process.stdout.write(`${output}: ${title}, ${count}, SCORM ${edition}, ${(bytes.length / 1e6).toFixed(1)} MB\n`);
  return 0;
}

/** `root` is the folder that was named, around the file. @typedef {{ exercise: Exercise, text: string, file: string, root: string }} Part */

/** @typedef {Awaited<ReturnType<typeof withWheels>>} Wheels */

/**
 * @param {string[]} operands
 * @returns {Part[]}
 * @throws {Complaint} if there is none, one is broken, or two have the same id
 */
function lessonOf(operands) {
  const files = operands.flatMap((operand) => {
    if (kindOf(operand) !== "folder") return [{ file: operand, root: path.dirname(operand) }];
    const inside = filesBelow(operand).map((file) => path.join(operand, file));
    const exercises = inside.filter((file) => /\.md$/i.test(file) && isExercise(textOf(file)));
    return exercises.map((file) => ({ file, root: operand }));
  });
  if (files.length === 0) throw new Complaint(`${operands.join(", ")} holds no exercise (.md)`);
  /** @type {Map<string, string>} */
  const seen = new Map();
  return files.map(({ file, root }) => {
    const { exercise, problems } = readExercise(file, { root, sites: [] });
    if (!exercise) {
      const said = problems.map(({ line, message }) => `${file}${line === null ? "" : `:${line}`}: ${message}`);
      throw new Complaint(said.join("\n"));
    }
    const other = seen.get(exercise.id);
    if (other) throw new Complaint(`${file}: ${other} has the same id, ${exercise.id}`);
    seen.set(exercise.id, file);
    return { exercise, text: textOf(file), file, root };
  });
}

/**
 * @param {string[]} operands
 * @param {Part[]} lesson
 */
const titleOf = ([first], lesson) =>
  lesson.length === 1 ? lesson[0].exercise.title : path.basename(path.resolve(first), path.extname(first));

/**
 * @param {Part[]} lesson
 * @param {string} title
 * @param {string} lang
 * @param {Wheels} around
 * @returns {Map<string, string | Uint8Array>} all but the manifest
 */
function filesOf(lesson, title, lang, around) {
  const own = (/** @type {string} */ file) => new Uint8Array(readFileSync(fileURLToPath(new URL(file, PACKAGE))));
  /** @type {string[]} */
  const needed = JSON.parse(new TextDecoder().decode(own("files.json")));
  /** @type {[string, string | Uint8Array][]} */
  const files = [
    [PAGE, page(lesson, title, lang, around)],
    ...lesson.map(({ exercise, text }) => /** @type {[string, string]} */ ([placeOf(exercise, around), text])),
    ...around.wheels,
    [`${OURS}/scorm.js`, own("node/scorm.js")],
    ...needed.map((file) => /** @type {[string, Uint8Array]} */ ([`${OURS}/${file}`, own(file)])),
  ];
  return new Map(files);
}

/** @param {Exercise} exercise @param {Wheels} around */
const placeOf = (exercise, { places }) => places.get(exercise) ?? `exercises/${exercise.id}.md`;

/** @param {string} place */
const addressOf = (place) => place.split("/").map(encodeURIComponent).join("/");

/** @param {unknown} data @returns {string} for an element of a page */
const json = (data) => JSON.stringify(data).replaceAll("<", "\\u003c");

/**
 * @param {Part[]} lesson
 * @param {string} title
 * @param {string} lang
 * @param {Wheels} around
 */
function page(lesson, title, lang, around) {
  const ids = json(lesson.map(({ exercise }) => exercise.id));
  const wheels = json([...around.wheels.keys()].map(addressOf));
  const exercises = lesson.map(({ exercise }) => {
    const address = escaped(addressOf(placeOf(exercise, around)));
    return `<garter-exercise src="${address}"></garter-exercise>\n`;
  });
  // An exercise says its own title.
  const content =
    lesson.length === 1
      ? exercises[0]
      : `<h1>${escaped(title)}</h1>\n<garter-lesson>\n${exercises.join("")}</garter-lesson>\n`;
  return `<!doctype html>
<html lang="${escaped(lang)}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<style>
  :root { color-scheme: light dark; }
  body { font: 1rem/1.5 system-ui, sans-serif; max-width: 50rem; margin: 1rem auto; padding: 0 1rem; }
  #garter-report { border-top: 1px solid; padding-top: 0.5rem; }
</style>
<script type="application/json" id="garter-exercises">${ids}</script>
<script type="application/json" id="garter-wheels">${wheels}</script>
<script type="module" src="${OURS}/scorm.js"></script>
<script type="module" src="${OURS}/snippet.js"></script>
${content}<p id="garter-report" role="status"></p>
</html>
`;
}
