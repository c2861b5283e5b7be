// @ts-check
// What a person has chosen for this page: language, size of the text, how the page is divided.

import { LANGUAGES, textsFor } from "../texts/texts.js";

const KEY = "garter.settings";
const SIZES = [12, 13, 14, 15, 16, 18, 20, 24, 28, 32];
export const NORMAL_SIZE = 15;

/** @typedef {{ language: string | null, size: number, split: number }} Chosen */

export class Settings {
  /** @type {Chosen} */
  #chosen = { language: null, size: NORMAL_SIZE, split: 0.5, ...read() };

  /** The chosen language, or the first of the browser's that this page speaks. */
  get language() {
    const wanted = [this.#chosen.language ?? "", ...navigator.languages].map((tag) => tag.split("-")[0].toLowerCase());
    return wanted.find((tag) => Object.hasOwn(LANGUAGES, tag)) ?? "en";
  }

  set language(language) {
    this.#choose({ language });
  }

  get texts() {
    return textsFor(this.language);
  }

  /** Of the text of programs and output, in pixels of CSS. */
  get size() {
    return this.#chosen.size;
  }

  set size(size) {
    this.#choose({ size });
  }

  /** @param {1 | -1} step @returns {number} the next larger or smaller size */
  nextSize(step) {
    const sizes = step > 0 ? SIZES : SIZES.toReversed();
    return sizes.find((size) => (size - this.size) * step > 0) ?? this.size;
  }

  /** How much of the page is the program's, from 0 to 1. */
  get split() {
    return this.#chosen.split;
  }

  set split(split) {
    this.#choose({ split });
  }

  /** @param {Partial<Chosen>} change */
  #choose(change) {
    Object.assign(this.#chosen, change);
    try {
      localStorage.setItem(KEY, JSON.stringify(this.#chosen));
    } catch {
      // They hold for this visit.
    }
  }
}

/** @returns {Partial<Chosen>} what makes sense of what was kept */
function read() {
  try {
    const { language, size, split } = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    return {
      ...(typeof language === "string" && { language }),
      ...(SIZES.includes(size) && { size }),
      ...(typeof split === "number" && split >= 0 && split <= 1 && { split }),
    };
  } catch {
    return {};
  }
}
