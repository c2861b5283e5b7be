// @ts-check
// Errors around a program. An error of the program itself is part of its result.

import { errors as english } from "../texts/en/page.js";

/**
 * @typedef {import("../texts/texts.js").Texts} Texts
 * @typedef {(texts: Texts["errors"]) => string} Sentence
 */

/** Garter cannot do what was asked; the message says why and what to do. */
export class GarterError extends Error {
  name = "GarterError";
  #sentence;

  /** @param {Sentence} sentence */
  constructor(sentence) {
    super(sentence(english));
    this.#sentence = sentence;
  }

  /**
   * @param {Texts} texts
   * @returns {string} the message in another language, as far as it is the page's own
   */
  in(texts) {
    return this.#sentence(texts.errors);
  }
}

/** A file of Garter's own did not arrive. Loading may be tried again. */
export class LoadError extends GarterError {
  name = "LoadError";

  /** @param {Sentence} reason */
  constructor(reason) {
    super((texts) => texts.load({ reason: reason(texts) }));
    /** Which file, and what is wrong with it. */
    this.reason = reason(english);
  }
}

/** The run's options are wrong; nothing was run. */
export class OptionError extends GarterError {
  name = "OptionError";
}

/** A package of the run did not arrive, or is not what it has to be; nothing was run. It may be tried again. */
export class PackageError extends OptionError {
  name = "PackageError";
}
