// @ts-check
// Files that come into the page and leave it.

import { MAIN } from "../client/facts.js";
import { bytesOf, contentOf, freeName, LIMITS, megabytes, Problem } from "./project.js";
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
 * @property {string[]} skipped what has no place in a project
 */

/**
 * @param {Workspace} workspace
 * @param {Iterable<File>} chosen
 * @returns {Promise<Taken>}
 * @throws {Problem} says which file cannot be taken; those before it are there
 */
export async function takeFiles(workspace, chosen) {
  /** @type {Taken} */
  const taken = { replaced: [], opened: [], skipped: [] };
  for (const file of chosen) {
    const bytes = await bytesIn(file);
    if (/\.zip$/i.test(file.name)) {
      const { files, skipped } = unpack(bytes);
      await workspace.create(file.name.replace(/\.zip$/i, ""), files);
      taken.opened.push(file.name);
      taken.skipped.push(...skipped);
      continue;
    }
    const content = contentOf(bytes);
    if (workspace.files.has(file.name)) {
      workspace.replace(file.name, content);
      taken.replaced.push(file.name);
    } else {
      workspace.add(file.name, content);
    }
  }
  return taken;
}

/** @param {File} file @returns {Promise<Uint8Array>} */
async function bytesIn(file) {
  // Its size is known before it is read.
  if (file.size > LIMITS.bytes) {
    throw new Problem("tooLarge", { name: file.name, size: megabytes(file.size), most: megabytes(LIMITS.bytes) });
  }
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
  const name = path.slice(path.lastIndexOf("/") + 1);
  save(name, new Blob([/** @type {Uint8Array<ArrayBuffer>} */ (bytesOf(content))]));
}

/** @param {Workspace} workspace */
export function downloadProject({ about, files }) {
  const name = about.name.replace(/[\\/:*?"<>|]+/g, " ").trim() || "python";
  save(`${name}.zip`, new Blob([pack(files)], { type: "application/zip" }));
}

/**
 * @param {string} name
 * @param {Blob} blob
 */
function save(name, blob) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // Browsers read the blob after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** @param {Iterable<string>} taken @returns {string} a name for a new file */
export const newFileName = (taken) => freeName("helper.py", [...taken, MAIN]);
