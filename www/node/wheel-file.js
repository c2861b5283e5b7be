// @ts-check
// A wheel as a file: what it is of, what it requires, and the same wheel without its compiled modules.

import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { download } from "../client/package-files.js";
import { bytesOf } from "./files.js";

/** The names of compiled modules and of libraries for them: src/python/import/wheels/names.rs. */
const COMPILED = /\.(so|pyd|dylib|dll|wasm)$|\.so\.[^/]*$/i;

/** Of files without a date, as reproducible builds write them: a wheel is then the same each time. */
const NO_DATE = new Date("1980-01-01T00:00:00");

/**
 * On this machine, wheels are files. What is named by an exercise or by a page has been compared with what that may ask for.
 * @type {import("../client/package-files.js").Bring}
 */
export const bringWheel = async (url, onBytes, how) =>
  url.protocol === "file:" ? bytesOf(fileURLToPath(url)) : download(url, onBytes, how);

/** @param {string} name @returns {string} in the form in which names are compared (PEP 503) */
export const normal = (name) => name.replace(/[-_.]+/g, "-").toLowerCase();

/** @param {Uint8Array} data */
export const sha256 = (data) => createHash("sha256").update(data).digest("hex");

/** @param {string} file @returns {boolean} whether its name says that nothing in it is compiled */
export const isPure = (file) => /-(\w+\.)*py3\w*(\.\w+)*-none-any\.whl$/.test(file);

/** @param {string} file @returns {{ name: string, version: string }} */
export function named(file) {
  const [name, version = ""] = file.split("-");
  return { name: normal(name), version };
}

/**
 * @param {Uint8Array} data
 * @returns {string[]} the names of the packages that it cannot do without; what only an extra needs is left out
 */
export function requiredBy(data) {
  const files = unzipSync(data, { filter: ({ name }) => /^[^/]+\.dist-info\/METADATA$/.test(name) });
  const [metadata] = Object.values(files);
  const head = strFromU8(metadata ?? new Uint8Array()).split(/\r?\n\r?\n/)[0];
  const lines = [...head.matchAll(/^Requires-Dist:\s*([\w.-]+)(.*)$/gm)];
  return [...new Set(lines.filter(([, , rest]) => !/;.*\bextra\b/.test(rest)).map(([, name]) => normal(name)))].sort();
}

/**
 * @param {string} file its name
 * @param {Uint8Array} data
 * @returns {{ file: string, data: Uint8Array, removed: string[] }} the same package without its compiled modules, which
 *   has to have others in their place
 */
export function withoutCompiled(file, data) {
  const files = unzipSync(data);
  const removed = Object.keys(files).filter((path) => COMPILED.test(path));
  for (const path of removed) delete files[path];
  for (const [path, content] of Object.entries(files)) {
    if (path.endsWith(".dist-info/WHEEL")) {
      const text = strFromU8(content)
        .replace(/^Tag:.*\r?\n/gm, "")
        .replace(/^Root-Is-Purelib:.*$/m, "Root-Is-Purelib: true\nTag: py3-none-any");
      files[path] = strToU8(text);
    }
  }
  for (const [path, content] of Object.entries(files)) {
    if (!path.endsWith(".dist-info/RECORD")) continue;
    const lines = strFromU8(content).split("\n");
    const kept = lines.filter((line) => !removed.some((one) => line.startsWith(`${one},`)));
    files[path] = strToU8(
      kept
        .map((line) => {
          const [name] = line.split(",");
          if (!name.endsWith(".dist-info/WHEEL")) return line;
          const digest = createHash("sha256").update(files[name]).digest("base64url");
          return `${name},sha256=${digest},${files[name].length}`;
        })
        .join("\n"),
    );
  }
  const [name, version] = file.split("-");
  const packed = zipSync(Object.fromEntries(Object.entries(files).filter(([path]) => !path.endsWith("/"))), {
    mtime: NO_DATE,
    level: 9,
  });
  return { file: `${name}-${version}-py3-none-any.whl`, data: packed, removed };
}
