// @ts-check
// Dialogs: the browser's own, with a title and a way out.

import { visible } from "../texts/visible.js";
import { make, makeButton } from "./dom.js";
import { Problem } from "./project.js";

/** @typedef {import("../texts/texts.js").Texts} Texts */

let last = 0;

/**
 * Opens a dialog, which is gone when it is closed.
 * @param {string} title
 * @param {(Node | string)[]} content
 * @param {{ close: string }} texts
 * @returns {HTMLDialogElement}
 */
export function openDialog(title, content, { close }) {
  const id = `dialog-${++last}`;
  const dialog = make("dialog", { "aria-labelledby": id });
  const leave = makeButton("×", () => dialog.close(), { className: "plain", "aria-label": close });
  dialog.append(make("div", { className: "dialog-head" }, make("h2", { id, textContent: title }), leave), ...content);
  dialog.addEventListener("close", () => dialog.remove());
  // Beside it is out of it.
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  // Escape closes the dialog and does not stop the program.
  dialog.addEventListener("keydown", (event) => event.stopPropagation());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/**
 * Asks for a name until it will do.
 * @param {{ title: string, label: string, hint?: string, value: string, texts: Texts }} question
 * @param {(name: string) => void} use throws a {@link Problem} if it will not do
 * @returns {Promise<void>} when the dialog is closed
 */
export function askForName({ title, label, hint = "", value, texts: { playground } }, use) {
  const field = make("input", { id: "name-field", value, autocomplete: "off", spellcheck: false });
  const wrong = make("p", { className: "wrong", role: "alert" });
  const form = make(
    "form",
    { method: "dialog", "aria-label": title },
    make("label", { htmlFor: field.id, textContent: label }),
    field,
    ...(hint ? [make("p", { className: "hint", textContent: hint })] : []),
    wrong,
    make(
      "div",
      { className: "dialog-foot" },
      makeButton(playground.cancel, () => dialog.close()),
      make("button", { className: "main", textContent: playground.ok }),
    ),
  );
  const dialog = openDialog(title, [form], playground);
  // Without its extension, a name is what is typed over.
  field.focus();
  field.setSelectionRange(0, value.lastIndexOf(".") > 0 ? value.lastIndexOf(".") : value.length);
  form.addEventListener("submit", (event) => {
    try {
      use(field.value);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      event.preventDefault();
      wrong.textContent = inWords(error, playground);
      field.setAttribute("aria-invalid", "true");
      field.focus();
    }
  });
  return new Promise((resolve) => dialog.addEventListener("close", () => resolve()));
}

/**
 * @param {Problem} problem
 * @param {Texts["playground"]} texts
 * @returns {string}
 */
export function inWords({ kind, values }, texts) {
  const sentences = /** @type {Record<string, (values: object) => string>} */ (texts.problems);
  const shown = Object.entries(values).map(([name, value]) => [name, shownValue(value, texts)]);
  return sentences[kind](Object.fromEntries(shown));
}

/**
 * @param {string | number | Problem} value
 * @param {Texts["playground"]} texts
 */
function shownValue(value, texts) {
  if (value instanceof Problem) return inWords(value, texts);
  return typeof value === "string" ? visible(value) : value;
}

/** Names or sentences that are said of each kind; there may be a thousand. */
const MOST_SAID = 4;

/**
 * @param {string[]} names
 * @param {Texts["playground"]} texts
 * @returns {string} the first of them, and how many more there are
 */
export const listed = (names, texts) => counted(names.map(visible), ", ", texts.moreNames);

/**
 * @param {string[]} sentences
 * @param {Texts["playground"]} texts
 * @returns {string} the first of them, and how many more there are
 */
export const together = (sentences, texts) => counted(sentences, " ", texts.moreSentences);

/**
 * @param {string[]} items
 * @param {string} between
 * @param {Texts["playground"]["moreNames"]} withRest
 */
function counted(items, between, withRest) {
  const said = items.slice(0, MOST_SAID).join(between);
  const count = items.length - MOST_SAID;
  return count > 0 ? withRest({ said, count }) : said;
}
