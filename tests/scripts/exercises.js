// The sample files of exercises, tests/exercises: all readers of the format are held to them.

import { readdirSync, readFileSync } from "node:fs";

const FOLDER = new URL("../exercises/", import.meta.url);

/**
 * @param {"good" | "broken"} folder
 * @returns {{ name: string, source: string, beside: (extension: string) => string }[]}
 */
export const samples = (folder) =>
  readdirSync(new URL(folder, FOLDER))
    .filter((file) => file.endsWith(".md"))
    .toSorted()
    .map((file) => ({
      name: file.slice(0, -".md".length),
      source: readFileSync(new URL(`${folder}/${file}`, FOLDER), "utf8"),
      beside: (extension) =>
        readFileSync(new URL(`${folder}/${file.slice(0, -"md".length)}${extension}`, FOLDER), "utf8"),
    }));
