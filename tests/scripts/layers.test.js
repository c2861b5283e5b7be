// The folders of www/ are layers of the page, and realms of their own: imports point down only.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, sep } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../www/", import.meta.url));

/** By folder: the folders whose modules its own may import, besides its own. */
const BELOW = {
  texts: [],
  client: ["texts"],
  hints: ["texts"],
  output: ["client", "texts"],
  editor: ["client", "texts"],
  snippet: ["output", "editor", "hints", "client", "texts"],
  scripts: ["snippet", "output", "hints", "client", "texts"],
  playground: ["output", "editor", "hints", "client", "texts"],
  single: [],
};
/** Scripts that are put one behind the other, or loaded alone: they import nothing, and no module imports them. */
const ALONE = ["sandbox", "show", "offline"];

const scripts = readdirSync(root, { recursive: true }).filter((path) => path.endsWith(".js"));
/** The folder of a module. The hints' entry counts as theirs: pages may leave it out, so it is loaded by its name. */
const folderOf = (path) => (path === "hints.js" ? "hints" : path.includes(sep) ? path.split(sep)[0] : "entries");

/** The files of this repository that a script imports when it runs; imports in comments are of types. */
function importsOf(path) {
  const code = readFileSync(join(root, path), "utf8").replace(/\/\*.*?\*\/|^\s*\/\/[^\n]*$/gms, "");
  const names = [...code.matchAll(/\b(?:from|import)\s*\(?\s*"(\.[^"]+)"/g)].map(([, name]) => name);
  return names.map((name) => normalize(join(dirname(path), name)));
}

test("scripts are found, and their imports", () => {
  assert.ok(scripts.length > 80);
  assert.ok(importsOf("garter.js").includes(join("client", "garter.js")));
});

for (const [folder, below] of Object.entries(BELOW)) {
  test(`modules of ${folder} import only from ${below.join(", ") || "their own folder"}`, () => {
    const own = scripts.filter((path) => folderOf(path) === folder);
    assert.ok(own.length > 0);
    for (const path of own) {
      // Facts that other parts of the repository provide lie outside of www/.
      const modules = importsOf(path).filter((target) => !target.startsWith(".."));
      const wrong = modules.filter((target) => ![folder, ...below].includes(folderOf(target)));
      assert.deepEqual(wrong, [], path);
    }
  });
}

test("every folder is a layer or a realm of its own", () => {
  const folders = new Set(scripts.map(folderOf));
  assert.deepEqual([...folders].sort(), [...Object.keys(BELOW), ...ALONE, "entries"].sort());
});

test("scripts of other realms import nothing, and no module imports them", () => {
  for (const path of scripts) {
    const imported = importsOf(path);
    if (ALONE.includes(folderOf(path))) assert.deepEqual(imported, [], path);
    else assert.ok(!imported.some((target) => ALONE.includes(folderOf(target))), path);
  }
});
