// @ts-check
// Pictures that programs draw while they run, with turtles: one for each run. What they are told comes
// from a stranger's program, so it is bounded and what makes no sense is nothing.

import { CANVAS_MIME } from "../client/facts.js";
import { save } from "./save.js";
import { Drawing } from "./turtle/drawing.js";
import { Input } from "./turtle/input.js";

/**
 * @typedef {import("../client/run.js").Run} Run
 * @typedef {import("../client/run.js").Content} Content
 * @typedef {import("../texts/texts.js").Texts} Texts
 */

export { CANVAS_MIME };

const MOST_CANVASES = 8;
const MOST_BYTES = 64 * 1024;
const MOST_COMMANDS = 20_000;

/** @type {WeakMap<Run, Picture>} */
const pictures = new WeakMap();

/**
 * Draws what a run shows on its picture.
 *
 *     onDisplay(content, run) {
 *       if (content.mime === CANVAS_MIME) place(pictureFor(run, content, texts));
 *     }
 * @param {Run} run
 * @param {Content} content of type {@link CANVAS_MIME}
 * @param {Texts} texts
 * @returns {HTMLElement} the same for all that a run draws; whoever shows it puts it somewhere once
 */
export function pictureFor(run, content, texts) {
  let picture = pictures.get(run);
  if (!picture) {
    picture = new Picture(run, texts);
    pictures.set(run, picture);
  }
  picture.draw(content.data);
  return picture.element;
}

/** The picture of one run: a canvas for each that the program has, and what can be done with it. */
class Picture {
  element = document.createElement("figure");
  #run;
  #texts;
  /** @type {Map<number, { drawing: Drawing, input: Input, close: HTMLButtonElement, box: HTMLElement }>} */
  #canvases = new Map();
  #hasTakenFocus = false;

  /**
   * @param {Run} run
   * @param {Texts} texts
   */
  constructor(run, texts) {
    this.#run = run;
    this.#texts = texts;
    this.element.className = "garter-picture";
    Object.assign(this.element.style, {
      margin: "0",
      display: "flex",
      flexWrap: "wrap",
      gap: "0.75rem",
      justifyContent: "center",
    });
    const end = () => {
      for (const number of this.#canvases.keys()) this.#close(number);
    };
    run.then(end, end);
  }

  /** @param {Uint8Array} data */
  draw(data) {
    for (const command of commandsIn(data)) {
      if (!Array.isArray(command)) continue;
      const [name, number, ...values] = command;
      if (name === "show") for (const { drawing } of this.#canvases.values()) drawing.show();
      else this.#obey(name, number, values);
    }
  }

  /**
   * @param {unknown} name
   * @param {unknown} number of the canvas
   * @param {unknown[]} values
   */
  #obey(name, number, values) {
    if (name === "canvas") {
      if (!Number.isInteger(number) || (this.#canvases.size >= MOST_CANVASES && !this.#canvases.has(Number(number))))
        return;
      const { drawing } = this.#canvases.get(Number(number)) ?? this.#open(Number(number));
      drawing.place(values);
      drawing.element.setAttribute("aria-label", this.#texts.picture.label({ title: drawing.title }));
      return;
    }
    const canvas = this.#canvases.get(Number(number));
    if (!canvas) return;
    const { drawing, input } = canvas;
    switch (name) {
      case "more":
        return drawing.extend(values[0], values[1]);
      case "delete":
        return drawing.delete(values[0]);
      case "raise":
        return drawing.raise(values[0]);
      case "lower":
        return drawing.lower(values[0]);
      case "hear":
        return input.hear(values[0]);
      case "focus":
        return this.#focus(drawing.element);
      case "close":
        return this.#close(Number(number));
      default:
        return drawing.put(name, values[0], values[1], values[2]);
    }
  }

  /** @param {number} number */
  #open(number) {
    // A window that is opened after another was closed takes its place.
    for (const [other, { drawing, close, box }] of this.#canvases) {
      if (box.contains(close)) continue;
      box.remove();
      drawing.free();
      this.#canvases.delete(other);
    }
    const drawing = new Drawing();
    const input = new Input(number, drawing, (event) => this.#run.event(event));
    const close = button(this.#texts.picture.close, () => this.#run.event({ kind: "close", canvas: number }));
    const said = document.createElement("p");
    said.setAttribute("role", "status");
    Object.assign(said.style, {
      margin: "0",
      maxWidth: "36em",
      fontFamily: "system-ui, sans-serif",
      whiteSpace: "normal",
    });
    const savePng = button(this.#texts.picture.save, () => {
      saveAsPng(drawing, this.#texts, (sentence) => (said.textContent = sentence));
    });
    drawing.element.setAttribute("role", "img");
    Object.assign(drawing.element.style, { display: "block", boxShadow: "0 0 0 1px #8886", outlineOffset: "2px" });
    const box = document.createElement("div");
    // As wide as what it holds, or as there is room: the canvas has no width of its own.
    Object.assign(box.style, { flex: "1 1 18rem", minWidth: "0", display: "grid", justifyItems: "center" });
    const bar = document.createElement("div");
    Object.assign(bar.style, {
      display: "flex",
      gap: "0.5rem",
      marginTop: "0.5rem",
      fontFamily: "system-ui, sans-serif",
    });
    bar.append(close, savePng);
    box.append(drawing.element, bar, said);
    this.element.append(box);
    const canvas = { drawing, input, close, box };
    this.#canvases.set(number, canvas);
    return canvas;
  }

  /** @param {number} number */
  #close(number) {
    const canvas = this.#canvases.get(number);
    canvas?.input.end();
    canvas?.drawing.finish();
    canvas?.close.remove();
  }

  /**
   * A program gets the keys once, if somebody has done something on this page: it cannot hold on to them.
   * @param {HTMLElement} element
   */
  #focus(element) {
    if (this.#hasTakenFocus || navigator.userActivation?.hasBeenActive === false) return;
    this.#hasTakenFocus = true;
    // The picture may not be on the page yet.
    requestAnimationFrame(() => element.focus({ preventScroll: true }));
  }
}

/**
 * @param {Uint8Array} data
 * @returns {unknown[]}
 */
function commandsIn(data) {
  if (data.length > MOST_BYTES) return [];
  try {
    const commands = JSON.parse(new TextDecoder().decode(data));
    return Array.isArray(commands) && commands.length <= MOST_COMMANDS ? commands : [];
  } catch {
    return [];
  }
}

/**
 * @param {string} text
 * @param {() => void} onClick
 */
function button(text, onClick) {
  const element = document.createElement("button");
  element.type = "button";
  element.textContent = text;
  element.addEventListener("click", onClick);
  return element;
}

/**
 * @param {Drawing} drawing
 * @param {Texts} texts
 * @param {(sentence: string) => void} say what the reader has to know of it; may be empty
 */
function saveAsPng(drawing, texts, say) {
  drawing.element.toBlob((blob) => {
    const name = `${drawing.title.replace(/[^\p{L}\p{N} -]/gu, "").trim() || "turtle"}.png`;
    // A browser that guards its canvases gives none.
    say(blob ? (save(name, blob)?.(texts) ?? "") : texts.saving.refused({ name }));
  }, "image/png");
}
