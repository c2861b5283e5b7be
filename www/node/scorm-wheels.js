// @ts-check
// The packages of exercises, as files of a SCORM package: where they lie around an exercise, they lie there, too.

import path from "node:path";
import { fileURLToPath } from "node:url";
import { GarterError } from "../client/errors.js";
import { placesOf, wheelsOf } from "../client/packages.js";
import { Complaint } from "./complaint.js";
import { bytesOf } from "./files.js";
import { bringWheel } from "./wheel-file.js";

/** @typedef {import("../exercise/format.js").Exercise} Exercise */

/**
 * @param {{ exercise: Exercise, file: string, root: string }[]} lesson `root` is the folder that packages lie in
 * @returns {Promise<{ places: Map<Exercise, string>, wheels: Map<string, Uint8Array> }>} where each exercise that has packages
 *   lies in the SCORM package, and the files that it then finds around itself
 * @throws {Complaint} names the exercise whose packages are not there, or not right
 */
export async function withWheels(lesson) {
  /** @type {string[]} */
  const roots = [];
  /** @type {Map<Exercise, string>} */
  const places = new Map();
  /** @type {Map<string, Uint8Array>} */
  const wheels = new Map();
  for (const { exercise, file, root } of lesson) {
    if (exercise.packages.length === 0) continue;
    const folder = path.resolve(root);
    if (!roots.includes(folder)) roots.push(folder);
    const place = (/** @type {string} */ own) =>
      ["exercises", roots.indexOf(folder) + 1, ...path.relative(folder, own).split(path.sep)].join("/");
    places.set(exercise, place(path.resolve(file)));
    for (const url of await filesOf(exercise, file)) {
      if (url.protocol !== "file:") {
        throw new Complaint(
          `${file}: ${url.href} lies on a server, and a SCORM package holds all that it needs; put the wheel beside the exercise`,
        );
      }
      const own = fileURLToPath(url);
      wheels.set(place(own), bytesOf(own));
    }
  }
  return { places, wheels };
}

/**
 * @param {Exercise} exercise
 * @param {string} file
 * @returns {Promise<URL[]>}
 */
async function filesOf({ packages }, file) {
  try {
    // What is wrong with a wheel is said now, and not to learners.
    await wheelsOf(packages, { bring: bringWheel });
    return await placesOf(packages, { bring: bringWheel });
  } catch (error) {
    if (error instanceof GarterError) throw new Complaint(`${file}: ${error.message}`);
    throw error;
  }
}
