// @ts-check
// What is loaded when a reader edits for the first time.

import { Editor } from "../editor/editor.js";
import { textsFor } from "../texts/texts.js";

/**
 * @param {HTMLElement} home
 * @param {string} text
 * @param {{ onChange: () => void, onRun: () => void, onStop: () => void }} listeners
 * @param {string} language
 * @returns {Editor}
 */
export const openEditor = (home, text, listeners, language) => new Editor(home, text, listeners, textsFor(language));
