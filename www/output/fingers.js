// @ts-check
// A bar of keys for fingers, above the keyboard of a touch screen: what programs are full of, and what such a keyboard
// hides or does not have. There is one for the page; it serves whatever is typed in.

import css from "./fingers.css";

/** @typedef {import("../texts/texts.js").Texts} Texts */

/**
 * What the bar does to whatever is typed in.
 * @typedef {object} Hands
 * @property {(text: string) => void} type types a character; brackets and quotation marks come in pairs
 * @property {Partial<Record<Key, () => void>>} press what its other keys do; a key that is missing is not shown
 * @property {() => { top: number, bottom: number } | null} caret where the caret is, in the window
 * @property {() => Texts} texts
 */

/** @typedef {"tab" | "undo" | "redo" | "left" | "right" | "up" | "down" | "run" | "answer"} Key */

/** What is typed, with the name that its texts have. */
const TYPED = /** @type {const} */ ([
  [":", "colon"],
  ["(", "parentheses"],
  ["[", "brackets"],
  ["{", "braces"],
  ['"', "quotes"],
  ["'", "apostrophes"],
  ["_", "underscore"],
  ["=", "equals"],
  ["#", "hash"],
]);
/** What is shown of it. @type {Record<string, string>} */
const SHOWN = { "(": "()", "[": "[]", "{": "{}" };
/** @type {Record<Key, string>} */
const SIGNS = {
  tab: "⇥",
  undo: "↶",
  redo: "↷",
  left: "←",
  right: "→",
  up: "↑",
  down: "↓",
  run: "▶",
  answer: "⏎",
};
/** Before what is typed, and behind it. @type {Key[]} */
const BEFORE = ["tab"];
/** @type {Key[]} */
const BEHIND = ["undo", "redo", "left", "right", "up", "down", "run", "answer"];

/** Keyboards of touch screens do not send these: somebody has another one. */
const OF_REAL_KEYBOARDS = /^(?:Tab|Escape|Control|Alt|Meta|Arrow\w+|Home|End|Page\w+|F\d+)$/;
/** Pixels by which the window becomes lower when the keyboard of a touch screen opens. */
const LEAST_KEYBOARD = 120;
/** Room between the caret and what is above and below it. */
const MARGIN = 8;

const COARSE = matchMedia("(pointer: coarse)");

/** Whether the reader types on a keyboard that has the keys. */
let hasKeyboard = false;

/** @type {{ element: HTMLElement, bar: HTMLElement } | null} */
let made = null;
/** Where the focus is, if the bar serves it. @type {{ home: HTMLElement, hands: Hands } | null} */
let served = null;
/** The height of what is seen, before a keyboard opens. */
let highest = 0;
let isScheduled = false;

/**
 * Shows the bar while the focus is in an element, where the pointer is a finger.
 * @param {HTMLElement} home
 * @param {Hands} hands
 */
export function serveFingers(home, hands) {
  home.addEventListener("focusin", () => {
    if (!COARSE.matches) return;
    served = { home, hands };
    show();
  });
  home.addEventListener("focusout", ({ relatedTarget }) => {
    if (served?.home !== home) return;
    if (relatedTarget instanceof Node && (home.contains(relatedTarget) || relatedTarget === made?.element)) return;
    served = null;
    // A field takes the place of another without a pause; and what a finger is about to press stays below it.
    setTimeout(() => served ?? hide());
  });
  home.addEventListener(
    "keydown",
    ({ key, isTrusted }) => {
      if (!isTrusted || !OF_REAL_KEYBOARDS.test(key)) return;
      hasKeyboard = true;
      hide();
    },
    { capture: true },
  );
  home.addEventListener("input", followCaret);
}

/** What is typed in has moved, or its caret has. */
export function followCaret() {
  if (served) schedule();
}

/** @param {Event} event @returns {boolean} whether it happens to the bar: whoever presses its keys is where the focus is */
export const isOnFingers = (event) => made !== null && event.composedPath().includes(made.element);

function show() {
  if (!served || hasKeyboard) return;
  made ??= make();
  const { element, bar } = made;
  bar.replaceChildren(...buttons(served.hands));
  bar.setAttribute("aria-label", served.hands.texts().fingers.label);
  // Where a page is dark by its own rules, its text says so.
  element.style.colorScheme = getComputedStyle(served.home).colorScheme;
  if (!element.isConnected) {
    highest = innerHeight;
    document.body.append(element);
    // Once more is no harm; and a keyboard that opens while the bar is hidden brings it back.
    visualViewport?.addEventListener("resize", schedule);
    visualViewport?.addEventListener("scroll", schedule);
    addEventListener("scroll", schedule, { passive: true });
  }
  schedule();
}

function hide() {
  if (!made?.element.isConnected) return;
  made.element.remove();
  visualViewport?.removeEventListener("scroll", schedule);
  removeEventListener("scroll", schedule);
}

/** Once in a frame: a keyboard that slides in changes the size in each. */
function schedule() {
  const seen = visualViewport?.height ?? innerHeight;
  if (served && hasKeyboard && highest - seen > LEAST_KEYBOARD) {
    hasKeyboard = false;
    show();
  }
  if (isScheduled) return;
  isScheduled = true;
  requestAnimationFrame(() => {
    isScheduled = false;
    if (made?.element.isConnected) place();
  });
}

/** Lays the bar on the lower edge of what is seen, and moves the page if the caret is below it. */
function place() {
  if (!made || !served) return;
  const { element, bar } = made;
  const { offsetLeft, offsetTop, width, height } = visualViewport ?? {
    offsetLeft: 0,
    offsetTop: 0,
    width: innerWidth,
    height: innerHeight,
  };
  const bottom = offsetTop + height;
  const style = element.style;
  style.setProperty("--left", `${offsetLeft}px`);
  style.setProperty("--width", `${width}px`);
  style.setProperty("--bottom", `${bottom}px`);
  // So much of the page's end is covered: there is as much to scroll. It takes no room from what is on the page, where a
  // button would move away from below a finger as the bar goes.
  const end = Math.max(innerHeight, document.body.getBoundingClientRect().bottom + scrollY);
  style.setProperty("--end", `${Math.round(end)}px`);
  style.setProperty("--covered", `${Math.round(Math.max(0, innerHeight - height) + bar.offsetHeight)}px`);
  const caret = served.hands.caret();
  if (!caret) return;
  const below = caret.bottom + MARGIN - (bottom - bar.offsetHeight);
  const above = offsetTop + MARGIN - caret.top;
  if (below > 0) scrollBy({ top: below, behavior: "instant" });
  // Where there is less room than a line takes, it would move to and fro for ever.
  else if (above > 0 && above + below <= 0) scrollBy({ top: -above, behavior: "instant" });
}

/** @returns {NonNullable<typeof made>} */
function make() {
  const element = document.createElement("div");
  const root = element.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  const bar = document.createElement("div");
  bar.className = "bar";
  bar.setAttribute("role", "toolbar");
  // The focus stays where it is, and so does the keyboard; what is moved aside by a finger is no press.
  for (const type of ["pointerdown", "mousedown"]) bar.addEventListener(type, (event) => event.preventDefault());
  root.append(bar);
  return { element, bar };
}

/** @param {Hands} hands */
function buttons({ type, press, texts }) {
  const words = texts().fingers;
  const button = (/** @type {string} */ sign, /** @type {string} */ label, /** @type {() => void} */ action) => {
    const element = document.createElement("button");
    element.type = "button";
    element.tabIndex = -1;
    element.textContent = sign;
    element.setAttribute("aria-label", label);
    element.addEventListener("click", () => {
      action();
      schedule();
    });
    return element;
  };
  const keys = (/** @type {Key[]} */ names) =>
    names.flatMap((name) => {
      const action = press[name];
      if (!action) return [];
      const key = button(SIGNS[name], words[name], action);
      if (name === "run" || name === "answer") key.className = "last";
      return [key];
    });
  const typed = TYPED.map(([text, name]) => button(SHOWN[text] ?? text, words[name], () => type(text)));
  return [...keys(BEFORE), ...typed, ...keys(BEHIND)];
}
