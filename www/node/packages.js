// @ts-check
// `garter packages lock`: wheels for pages, with a lock that says which belong together.

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import ABOUT from "../../package.json" with { type: "json" };
import { LOCK_FORMAT } from "../client/lock.js";
import { Complaint, UsageComplaint } from "./complaint.js";
import { asComplaint, textOf } from "./files.js";
import { explained, HELP, parse } from "./options.js";
import { Pip } from "./pip.js";
import { isPure, named, normal, requiredBy, sha256, withoutCompiled } from "./wheel-file.js";

const OPTIONS = /** @type {const} */ ({
  output: { kind: "text", short: "o", value: "DIR", help: "the folder for wheels and lock.json (wheels)" },
  disk: { kind: "flag", help: "write each file as a script as well, for pages opened from the disk" },
  "without-compiled": {
    kind: "list",
    value: "NAME",
    help: "it works without its compiled modules; may be given again",
  },
  ...HELP,
});

export const help = `\
garter packages lock REQUIREMENTS [OPTIONS]

Finds versions that go together, downloads their wheels from the index that pip uses, and writes
lock.json beside them. Only pure Python runs in a page: what needs compiled code is named.
Then, in a page: <garter-snippet packages="./wheels/lock.json">

REQUIREMENTS is a file as pip takes it, such as requirements.txt.

${explained(OPTIONS)}
`;

/** Packages with compiled modules that only make them quicker: the same in Python is in the wheel. */
const WORK_WITHOUT = ["charset-normalizer", "markupsafe", "pyyaml", "simplejson", "wrapt"];

/** What can be used in place of a package that cannot run here. @type {Record<string, string>} */
const INSTEAD = {
  matplotlib: "Garter has a matplotlib of its own for charts: leave it out",
  numpy: "Garter has a numpy of its own: leave it out",
  pandas: "Garter has a pandas of its own: leave it out",
  pillow: "to show pictures, use turtle or garter.display",
  lxml: "use xml.etree.ElementTree, or beautifulsoup4 with html.parser",
  scipy: "sympy and mpmath are pure Python",
  "opencv-python": "there is nothing that stands for it",
};

/** So many times a version is exchanged for another one. */
const MOST_ROUNDS = 30;

/** @typedef {{ file: string, data: Uint8Array }} WheelFile */

/**
 * @param {string[]} words
 * @returns {Promise<number>} the exit status
 */
export async function run(words) {
  const { options, operands } = parse(words, OPTIONS);
  const [command, requirements, ...more] = operands;
  if (options.help || command === undefined) {
    process.stdout.write(help);
    return options.help ? 0 : 2;
  }
  if (command !== "lock") throw new UsageComplaint(`garter packages has no command ${command}; there is lock`);
  if (requirements === undefined) {
    throw new UsageComplaint("garter packages lock needs a file: garter packages lock requirements.txt -o wheels/");
  }
  if (more.length > 0) throw new UsageComplaint(`garter packages lock takes one file, and ${more[0]} is a second`);
  // A file that cannot be read is named before pip begins.
  textOf(requirements);
  const work = mkdtempSync(path.join(tmpdir(), "garter-packages-"));
  try {
    const optional = new Set([...WORK_WITHOUT, ...options["without-compiled"].map(normal)]);
    const wheels = new Resolution(requirements, work, optional).wheels();
    write(options.output ?? "wheels", wheels, options.disk);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return 0;
}

/** Finds the wheels. */
class Resolution {
  #pip = new Pip();
  #requirements;
  #optional;
  #folders;
  /** Versions that have pure wheels, for packages whose latest have none. @type {Map<string, string>} */
  #pinned = new Map();

  /**
   * @param {string} requirements a file
   * @param {string} work a folder of its own
   * @param {Set<string>} optional packages whose compiled modules may be left out
   */
  constructor(requirements, work, optional) {
    this.#requirements = requirements;
    this.#optional = optional;
    const folder = (/** @type {string} */ name) => path.join(work, name);
    this.#folders = { found: folder("found"), built: folder("built"), pure: folder("pure"), pins: folder("pins.txt") };
    mkdirSync(this.#folders.built);
  }

  /** @returns {WheelFile[]} */
  wheels() {
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      this.#resolve();
      const wheels = this.#purified();
      if (wheels) return wheels;
    }
    throw new Complaint(
      `${this.#requirements}: no set of versions was found in ${MOST_ROUNDS} attempts; name versions`,
    );
  }

  /** Downloads a consistent set, and builds what the index has as source only. */
  #resolve() {
    const { found, built, pins } = this.#folders;
    writeFileSync(pins, [...this.#pinned].map(([name, version]) => `${name}==${version}\n`).join(""));
    const tried = new Set();
    for (;;) {
      rmSync(found, { recursive: true, force: true });
      const failure = this.#pip.resolve(["-r", this.#requirements, "-c", pins, "--find-links", built], found);
      if (!failure) return;
      const { missing, text } = failure;
      if (missing === null || tried.has(missing)) throw new Complaint(`${this.#requirements}: ${text}`);
      tried.add(missing);
      this.#build(missing);
    }
  }

  /** @param {string} requirement of which the index has no wheel */
  #build(requirement) {
    const { built } = this.#folders;
    const before = new Set(readdirSync(built));
    const failure = this.#pip.build(requirement, built);
    if (failure?.missing) {
      throw new Complaint(`${requirement}: there is no such package, or no such version of it for Python 3.14`);
    }
    const [wheel] = readdirSync(built).filter((file) => !before.has(file));
    if (failure || !wheel)
      throw new Complaint(`${requirement}: there is no wheel of it, and its source cannot be built`);
    if (!isPure(wheel)) throw new Complaint(compiledOf(named(wheel).name));
    process.stderr.write(`garter: ${requirement}: there is no wheel of it; built from its source\n`);
  }

  /** @returns {WheelFile[] | null} the set without compiled code; null if another version has to be tried */
  #purified() {
    const { found, pure } = this.#folders;
    const wheels = [];
    const refused = [];
    for (const file of readdirSync(found).sort()) {
      const data = new Uint8Array(readFileSync(path.join(found, file)));
      if (isPure(file)) {
        wheels.push({ file, data });
        continue;
      }
      const { name, version } = named(file);
      rmSync(pure, { recursive: true, force: true });
      if (!this.#pip.pure(`${name}==${version}`, pure)) {
        const [other] = readdirSync(pure);
        wheels.push({ file: other, data: new Uint8Array(readFileSync(path.join(pure, other))) });
      } else if (this.#optional.has(name)) {
        const { removed, ...wheel } = withoutCompiled(file, data);
        process.stderr.write(`garter: ${name}: left out ${removed.join(", ")}\n`);
        wheels.push(wheel);
      } else if (!this.#pinned.has(name) && !this.#pip.pure(name, pure)) {
        const older = named(readdirSync(pure)[0]).version;
        process.stderr.write(`garter: ${name} ${version} has compiled code; ${older} is the latest without\n`);
        this.#pinned.set(name, older);
        return null;
      } else {
        refused.push(name);
      }
    }
    if (refused.length > 0) throw new Complaint(refused.map(compiledOf).join("\n"));
    return wheels;
  }
}

/** @param {string} name */
function compiledOf(name) {
  const instead = INSTEAD[name] ?? `if it works without its compiled modules, say --without-compiled ${name}`;
  return `${name} needs compiled code, which does not run in a page; ${instead}`;
}

/**
 * @param {string} folder
 * @param {WheelFile[]} wheels
 * @param {boolean} isForDisk
 */
function write(folder, wheels, isForDisk) {
  const names = new Set(wheels.map(({ file }) => named(file).name));
  const packages = wheels.map(({ file, data }) => ({
    ...named(file),
    file,
    sha256: sha256(data),
    size: data.length,
    requires: requiredBy(data).filter((name) => names.has(name)),
  }));
  const lock = `${JSON.stringify({ format: LOCK_FORMAT, garter: ABOUT.version, packages }, null, 2)}\n`;
  const files = [...wheels, { file: "lock.json", data: new TextEncoder().encode(lock) }];
  try {
    mkdirSync(folder, { recursive: true });
    for (const old of readdirSync(folder)) {
      // Two versions of one package are a mistake, and a lock that was written before has left the other.
      const wheel = old.replace(/\.js$/, "");
      const isOld = wheel.endsWith(".whl") && names.has(named(wheel).name);
      if (isOld) rmSync(path.join(folder, old));
    }
    for (const { file, data } of files) {
      writeFileSync(path.join(folder, file), data);
      if (isForDisk) writeFileSync(path.join(folder, `${file}.js`), scriptOf(file, data));
    }
  } catch (error) {
    throw asComplaint(error, folder);
  }
  const kilobytes = Math.round(wheels.reduce((sum, { data }) => sum + data.length, 0) / 1024);
  process.stdout.write(
    `${packages.map(({ name, version }) => `${name} ${version}`).join("\n")}\n${packages.length} wheels, ${kilobytes} KB: ${path.join(folder, "lock.json")}\n`,
  );
}

/** @param {string} file @param {Uint8Array} data @returns {string} what loadFromDisk of www/client/disk.js reads */
const scriptOf = (file, data) =>
  `garterAsset(${JSON.stringify(file)}, ${JSON.stringify(gzipSync(data).toString("base64"))});\n`;
