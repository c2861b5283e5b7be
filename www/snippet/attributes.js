// @ts-check
// Reads an element's attributes, and says which of them make no sense. The integrations check the same list.

import KINDS from "../../integrations/attributes.json" with { type: "json" };
import { PARTS, POLICIES } from "../client/facts.js";
import { misspelt } from "./misspelt.js";

/** @typedef {import("./view.js").Say} Say */

/**
 * How to run a snippet.
 * @typedef {object} Settings
 * @property {{ seconds?: number, memoryMB?: number }} budget
 * @property {import("../client/run.js").RunOptions["modules"]} modules
 * @property {import("../client/run.js").RunOptions["policy"]} policy
 * @property {string | null} policyId of the element that holds the rules
 * @property {string | undefined} stdin
 * @property {string[]} files references to them
 * @property {string | null} before a reference to code
 * @property {string | null} after a reference to code
 * @property {string | null} template a reference to code
 * @property {string[]} dependsOn ids
 * @property {string[]} packages addresses of wheels, and of a lock
 * @property {(typeof PARTS)[number][]} parts of the interpreter that are fetched before the program imports them
 * @property {string | null} session
 * @property {string | null} expect the text, or a reference to it
 * @property {boolean} echo whether the value of the last expression is shown
 * @property {number} lines of output that there is room for from the beginning
 * @property {Surroundings | null} around what an exercise gives the program besides
 */

/**
 * What is around a program that a script has made a snippet of.
 * @typedef {object} Surroundings
 * @property {string} setup code that runs first; may be empty
 * @property {Record<string, string>} files
 * @property {import("../client/run.js").RunOptions["budget"]} budget
 * @property {import("../client/run.js").RunOptions["modules"]} modules
 * @property {import("../client/run.js").RunOptions["policy"]} policy
 * @property {import("../client/packages.js").PackageSource[]} packages
 */

/** Attributes that say nothing about a snippet that is there already. */
const READ_ONCE = ["id", "autorun", "selector"];

/** More lines than this are more than a screen has. */
const MOST_LINES = 100;

/** The attributes whose change the element follows. */
export const OBSERVED = Object.keys(KINDS).filter((name) => !READ_ONCE.includes(name));

/**
 * @param {Element} element
 * @param {Say} say
 * @returns {{ settings: Settings, complaints: string[] }}
 */
export function read(element, say) {
  /** @type {string[]} */
  const complaints = [];
  const reader = new Reader(element, say, complaints);
  const { policy, policyId } = reader.policy();
  const settings = {
    budget: { seconds: reader.number("timeout", "seconds"), memoryMB: reader.number("memory", "MB") },
    modules: reader.modules(),
    policy,
    policyId,
    stdin: element.getAttribute("stdin") ?? undefined,
    files: reader.words("files"),
    before: reader.text("before"),
    after: reader.text("after"),
    template: reader.text("template"),
    dependsOn: reader.words("depends-on").map((id) => id.replace(/^#/, "")),
    packages: reader.packages(),
    parts: reader.parts(),
    session: reader.text("session"),
    // If the text is written on lines of its own, the break before its first line does not belong to it.
    expect: element.getAttribute("expect")?.replace(/^[ \t]*\n/, "") ?? null,
    echo: reader.choice("display", KINDS.display) === "repl",
    lines: Math.min(reader.number("lines", "lines") ?? 1, MOST_LINES),
    around: null,
  };
  reader.choice("loading", KINDS.loading);
  reader.flags();
  for (const name of element.getAttributeNames()) {
    const meant = misspelt(name);
    if (meant !== null) complaints.push(say.misspelt({ name, meant }));
  }
  return { settings, complaints };
}

class Reader {
  #element;
  #say;
  #complaints;

  /**
   * @param {Element} element
   * @param {Say} say
   * @param {string[]} complaints
   */
  constructor(element, say, complaints) {
    this.#element = element;
    this.#say = say;
    this.#complaints = complaints;
  }

  /**
   * @param {string} name
   * @returns {string | null} null where it is missing or empty
   */
  text(name) {
    return this.#element.getAttribute(name)?.trim() || null;
  }

  /** @param {string} name */
  words(name) {
    return (
      this.text(name)
        ?.split(/[\s,]+/)
        .filter(Boolean) ?? []
    );
  }

  /**
   * @param {string} name
   * @param {string[]} allowed
   * @returns {string | null}
   */
  choice(name, allowed) {
    const value = this.text(name);
    if (value === null || allowed.includes(value)) return value;
    this.#complaints.push(this.#say.unknownValue({ name, value, allowed: allowed.join(", ") }));
    return null;
  }

  /**
   * @param {string} name
   * @param {string} unit
   * @returns {number | undefined}
   */
  number(name, unit) {
    const value = this.text(name);
    if (value === null) return undefined;
    const number = Number(value);
    if (number > 0 && Number.isFinite(number)) return number;
    this.#complaints.push(this.#say.noNumber({ name, value, unit }));
    return undefined;
  }

  /** What is there is on, whatever its value: some expect that `false` turns it off. */
  flags() {
    for (const [name, kind] of Object.entries(KINDS)) {
      const value = kind === "flag" ? this.text(name)?.toLowerCase() : null;
      if (value && value !== name && value !== "true") this.#complaints.push(this.#say.noSwitch({ name, value }));
    }
  }

  /** @returns {Settings["modules"]} */
  modules() {
    const words = this.words("modules");
    if (words.length === 0) return undefined;
    const denied = words.filter((word) => word.startsWith("!")).map((word) => word.slice(1));
    if (denied.length === 0) return { allow: words };
    if (denied.length === words.length) return { deny: denied };
    this.#complaints.push(this.#say.mixedModules({ value: words.join(" ") }));
    return undefined;
  }

  /** @returns {string[]} a name without a dot or a slash is that of a package, and no address */
  packages() {
    const words = this.words("packages");
    const names = words.filter((word) => !/[/:]|\.(whl|json)$/i.test(word));
    if (names.length > 0) this.#complaints.push(this.#say.packages({ value: names.join(" ") }));
    return words.filter((word) => !names.includes(word));
  }

  parts() {
    const words = this.words("parts");
    const unknown = words.filter((word) => !PARTS.some((part) => part === word));
    if (unknown.length > 0) this.#complaints.push(this.#say.parts({ value: unknown.join(" "), known: PARTS }));
    return PARTS.filter((part) => words.includes(part));
  }

  /** @returns {Pick<Settings, "policy" | "policyId">} */
  policy() {
    const value = this.text("policy");
    if (value?.startsWith("#")) return { policy: undefined, policyId: value };
    if (value?.startsWith("{")) return { policy: this.#json("policy", value), policyId: null };
    const policy = POLICIES.find((name) => name === value);
    if (value !== null && !policy) this.choice("policy", [...POLICIES, "{…}", "#id"]);
    return { policy, policyId: null };
  }

  /**
   * @param {string} name
   * @param {string} text
   */
  #json(name, text) {
    try {
      return JSON.parse(text);
    } catch (error) {
      this.#complaints.push(this.#say.noJson({ name, reason: String(error) }));
      return undefined;
    }
  }
}
