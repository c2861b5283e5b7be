// @ts-check
// pip, or uv where pip is missing: it knows which versions go together, and where they are.

import { spawnSync } from "node:child_process";
import { Complaint } from "./complaint.js";

/** Ways to call pip, the likeliest first. */
const WAYS = [
  ["python3", "-m", "pip"],
  ["python", "-m", "pip"],
  ["py", "-m", "pip"],
  ["uv", "tool", "run", "pip"],
];

/** More output than pip makes. */
const MOST_OUTPUT_BYTES = 256 << 20;

/** What pip says when it does not get through, in several of its versions. */
const NO_NETWORK =
  /NewConnectionError|NameResolutionError|ConnectTimeout|Failed to establish a new connection|Temporary failure in name resolution|getaddrinfo failed|ProxyError/;

/** Python as it is here: what requirements and wheels are chosen for. */
const TARGET = ["--python-version", "3.14", "--implementation", "cp"];
const PURE = [...TARGET, "--abi", "none", "--platform", "any"];
const COMPILED = [
  ...TARGET,
  ...["cp314", "abi3", "none"].flatMap((abi) => ["--abi", abi]),
  ...["manylinux2014_x86_64", "manylinux_2_28_x86_64", "any"].flatMap((platform) => ["--platform", platform]),
];

/**
 * What pip could not do.
 * @typedef {object} Failure
 * @property {string | null} missing the requirement of which there is no wheel
 * @property {string} text the end of what pip says
 */

export class Pip {
  #command;

  /** @throws {Complaint} there is none */
  constructor() {
    const found = WAYS.find(([program, ...words]) => spawnSync(program, [...words, "--version"]).status === 0);
    if (!found) {
      throw new Complaint(
        "neither pip nor uv is installed here; install Python from https://python.org, or uv from https://docs.astral.sh/uv",
      );
    }
    this.#command = found;
  }

  /**
   * Downloads wheels of a consistent set of versions. Where a version has compiled code, the wheel for Linux stands for it.
   * @param {string[]} words the requirements, as pip takes them
   * @param {string} folder
   * @returns {Failure | null}
   */
  resolve = (words, folder) => this.#run(["download", "--only-binary=:all:", ...COMPILED, "-d", folder, ...words]);

  /**
   * Downloads one wheel without compiled code.
   * @param {string} requirement
   * @param {string} folder
   * @returns {Failure | null}
   */
  pure = (requirement, folder) =>
    this.#run(["download", "--no-deps", "--only-binary=:all:", ...PURE, "-d", folder, requirement]);

  /**
   * Builds a wheel from its source.
   * @param {string} requirement
   * @param {string} folder
   * @returns {Failure | null}
   */
  build = (requirement, folder) => this.#run(["wheel", "--no-deps", "-w", folder, requirement]);

  /**
   * @param {string[]} words
   * @returns {Failure | null}
   */
  #run(words) {
    const [program, ...first] = this.#command;
    const { status, stderr, error } = spawnSync(program, [...first, "--disable-pip-version-check", ...words], {
      encoding: "utf8",
      maxBuffer: MOST_OUTPUT_BYTES,
      stdio: ["ignore", "ignore", "pipe"],
    });
    if (error) throw new Complaint(`${program} does not run: ${error.message}`);
    if (status === 0) return null;
    if (NO_NETWORK.test(stderr)) {
      throw new Complaint(
        "the package index cannot be reached; wheels are downloaded from there, so this needs a network",
      );
    }
    const missing =
      /No matching distribution found for (.+)/
        .exec(stderr)?.[1]
        .replace(/ \(from .*$/, "")
        .trim() ?? null;
    const lines = stderr.split("\n").filter((line) => /^\s*(ERROR|error)/.test(line));
    // Of a package with many versions pip names them all.
    const said = lines
      .map((line) => line.replace(/^\s*ERROR:\s*/, "").replace(/ \(from versions: .*\)/, ""))
      .join("; ");
    return { missing, text: said || stderr.trim().slice(-500) };
  }
}
