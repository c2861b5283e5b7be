// Each realm's tsconfig.json lets its scripts use what exists there, and nothing that exists elsewhere.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
let folder;
before(async () => (folder = await mkdtemp(join(tmpdir(), "garter-realms-"))));
after(() => rm(folder, { recursive: true }));

/** What the compiler says of a script in a realm, with the declarations of the realm. */
async function check(realm, script) {
  const name = realm.replaceAll("/", "-");
  const config = {
    extends: join(root, realm, "tsconfig.json"),
    compilerOptions: { incremental: false, tsBuildInfoFile: null },
    files: [`${name}.js`, ...declarations(realm)],
    include: [],
  };
  await writeFile(join(folder, `${name}.js`), script);
  await writeFile(join(folder, `${name}.json`), JSON.stringify(config));
  const arguments_ = [join(root, "node_modules/typescript/bin/tsc"), "--project", join(folder, `${name}.json`)];
  return new Promise((resolve) => execFile(process.execPath, arguments_, (_, output) => resolve(output)));
}

const declarations = (realm) =>
  ({
    www: ["www"],
    "www/sandbox/frame": ["www/sandbox/frame", "www/sandbox/both"],
    "www/sandbox/worker": ["www/sandbox/worker", "www/sandbox/both"],
    "www/offline": ["www/offline"],
    "www/single": ["www/single"],
  })[realm]?.map((folder) => join(root, folder, "globals.d.ts")) ?? [];

/** By realm: what exists there, and what exists only elsewhere. */
const REALMS = {
  www: [
    ["document", "garterAsset"],
    ["wasm_bindgen", "trustedTypes", "importScripts", "RELEASE", "PARTS"],
  ],
  "www/sandbox/frame": [
    ["document", "trustedTypes", "wasm_bindgen.Controller", "WebAssembly.Suspending"],
    ["wasm_bindgen.run", "importScripts", "BASE"],
  ],
  "www/sandbox/worker": [
    ["wasm_bindgen.run", "importScripts", "WebAssembly.Suspending"],
    ["document", "window", "localStorage", "wasm_bindgen.Controller", "trustedTypes"],
  ],
  "www/show": [["document"], ["wasm_bindgen", "BASE", "importScripts"]],
  "www/offline": [
    ["RELEASE", "caches"],
    ["document", "window", "wasm_bindgen", "BASE"],
  ],
  "www/single": [
    ["document", "PARTS", "WORKER"],
    ["wasm_bindgen", "BASE", "importScripts"],
  ],
  "www/single/worker": [["importScripts"], ["document", "window", "PARTS"]],
};

for (const [realm, [own, foreign]] of Object.entries(REALMS)) {
  test(`scripts of ${realm} cannot use what exists only in other realms`, async () => {
    const output = await check(realm, [...own, ...foreign].map((name) => `void ${name};\n`).join(""));
    const lines = [...output.matchAll(/\.js\((\d+),\d+\): error TS(2304|2339|2584|2552)/g)].map(([, line]) =>
      Number(line),
    );
    assert.deepEqual(
      lines,
      foreign.map((_, at) => own.length + at + 1),
      output,
    );
  });
}

test("a service worker's scope is typed", async () => {
  const scope = "const scope = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));\n";
  const output = await check("www/offline", `${scope}void scope.skipWaiting();\nvoid scope.skipWating();\n`);
  assert.match(output, /\.js\(3,\d+\): error/);
  assert.doesNotMatch(output, /\.js\(2,\d+\): error/);
});
