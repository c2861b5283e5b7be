// @ts-check
// Files that come into the page and leave it.

import { MAIN } from "../client/facts.js";
import { save } from "../output/save.js";
import { withoutHidden } from "../texts/visible.js";
import { isExercise, projectOf } from "./exercise.js";
import { bytesOf, contentOf, freeName, LIMITS, Problem, Room } from "./project.js";
import { pack, unpack } from "./zip.js";

/**
 * @typedef {import("./workspace.js").Workspace} Workspace
 * @typedef {import("./project.js").Content} Content
 */

/**
 * What has come of files that somebody has chosen or dropped.
 * @typedef {object} Taken
 * @property {string[]} replaced names of files in whose place they are
 * @property {string[]} opened names of zip files, which are projects of their own
 * @property {string[]} exercises titles of exercises, which are projects of their own as well
 * @property {string[]} skipped what a project cannot hold of the zip files
 * @property {Problem[]} refused why others were not taken, each with its name
 */

/**
 * Takes what can be taken, and says what has become of the rest.
 * @param {Workspace} workspace
 * @param {Iterable<File>} chosen
 * @returns {Promise<Taken>}
 */
export async function takeFiles(workspace, chosen) {
  const all = [...chosen];
  const [zips, others] = [true, false].map((wanted) => all.filter(({ name }) => /\.zip$/i.test(name) === wanted));
  /** @type {Taken} */
  const taken = { replaced: [], opened: [], exercises: [], skipped: [], refused: [] };
  const trying = async (/** @type {() => Promise<void>} */ action) => {
    try {
      await action();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      taken.refused.push(error);
    }
  };
  /** @type {File[]} */
  const plain = [];
  /** @type {string[]} */
  const exercises = [];
  for (const file of others) {
    const text = await exerciseIn(file);
    if (text === null) plain.push(file);
    else exercises.push(text);
  }
  // The first of several is open in the end.
  for (const text of exercises.toReversed()) {
    await trying(async () => {
      const { name, files, source } = projectOf(text);
      await (source ? workspace.reopen(name, files, source) : workspace.create(name, files));
      taken.exercises.unshift(name);
    });
  }
  if (plain.length > 0) await trying(() => takePlain(workspace, plain, taken, trying));
  for (const file of zips) {
    await trying(async () => {
      new Room().take(file.name, file.size);
      const { files, skipped } = await unpack(await bytesIn(file), file.name);
      await workspace.create(file.name.replace(/\.zip$/i, ""), files);
      taken.opened.push(file.name);
      taken.skipped.push(...skipped);
    });
  }
  return taken;
}

/** No exercise is larger. */
const MOST_EXERCISE_BYTES = 1 << 20;

/**
 * @param {File} file
 * @returns {Promise<string | null>} its text, if it is an exercise
 */
async function exerciseIn(file) {
  if (!/\.(?:md|markdown)$/i.test(file.name) || file.size > MOST_EXERCISE_BYTES) return null;
  const content = contentOf(await bytesIn(file).catch(() => new Uint8Array([0])));
  return typeof content === "string" && isExercise(file.name, content) ? content : null;
}

/**
 * @param {Workspace} workspace
 * @param {File[]} chosen
 * @param {Taken} taken
 * @param {(action: () => Promise<void>) => Promise<void>} trying
 */
async function takePlain(workspace, chosen, taken, trying) {
  // Of ten thousand files nobody knows afterwards which two hundred are there.
  if (chosen.length > LIMITS.files) {
    throw new Problem("tooManyAtOnce", { count: chosen.length, most: LIMITS.files });
  }
  workspace.mustBeOurs();
  const { id } = workspace.about;
  /** @type {import("./project.js").Files} */
  const files = new Map();
  const room = new Room(workspace.files);
  for (const file of chosen) {
    await trying(async () => {
      const path = workspace.nameFor(file.name, files.keys());
      // Its size is known before it is read.
      room.take(path, file.size);
      files.set(path, contentOf(await bytesIn(file)));
    });
  }
  // Somebody may have opened another project while they were read.
  if (workspace.about.id !== id) throw new Problem("projectChanged");
  if (files.size > 0) taken.replaced = workspace.put(files);
}

/** @param {File} file @returns {Promise<Uint8Array>} */
async function bytesIn(file) {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new Problem("unreadable", { name: file.name });
  }
}

/**
 * @param {string} path
 * @param {Content} content
 */
export function downloadFile(path, content) {
  const name = withoutHidden(path.slice(path.lastIndexOf("/") + 1));
  return save(name, new Blob([/** @type {Uint8Array<ArrayBuffer>} */ (bytesOf(content))]));
}

/** @param {Workspace} workspace */
export async function downloadProject({ about, files }) {
  const name = about.name.replace(/[\\/:*?"<>|]+/g, " ").trim() || "python";
  return save(`${name}.zip`, new Blob([await pack(files)], { type: "application/zip" }));
}

/** @param {Iterable<string>} taken @returns {string} a name for a new file */
export const newFileName = (taken) => freeName("helper.py", [...taken, MAIN]);
