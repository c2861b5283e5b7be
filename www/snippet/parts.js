// @ts-check
// The parts that are fetched when they are needed: what runs programs, and the editor.

import { parts } from "garter:assets";

/** A part did not arrive. */
export class PartError extends Error {
  /** @param {string} url */
  constructor(url) {
    super(url);
    /** Its address. */
    this.url = url;
  }
}

/**
 * @param {keyof typeof parts} name
 * @returns {Promise<any>}
 */
export async function load(name) {
  const { path, load } = parts[name];
  const url = new URL(path, BASE).href;
  try {
    return await load();
  } catch (error) {
    console.error(error);
    throw new PartError(url);
  }
}

/** @returns {Promise<typeof import("./program.js")>} */
export const loadProgram = () => load("program");

/** @returns {Promise<typeof import("./editing.js")>} */
export const loadEditor = () => load("editing");
