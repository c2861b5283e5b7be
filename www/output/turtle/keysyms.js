// @ts-check
// What Tk calls the keys.

/** @type {Record<string, string>} */
const KEYSYMS = {
  ArrowUp: "Up",
  ArrowDown: "Down",
  ArrowLeft: "Left",
  ArrowRight: "Right",
  Enter: "Return",
  Backspace: "BackSpace",
  PageUp: "Prior",
  PageDown: "Next",
  CapsLock: "Caps_Lock",
  " ": "space",
  "!": "exclam",
  '"': "quotedbl",
  "#": "numbersign",
  $: "dollar",
  "%": "percent",
  "&": "ampersand",
  "'": "apostrophe",
  "(": "parenleft",
  ")": "parenright",
  "*": "asterisk",
  "+": "plus",
  ",": "comma",
  "-": "minus",
  ".": "period",
  "/": "slash",
  ":": "colon",
  ";": "semicolon",
  "<": "less",
  "=": "equal",
  ">": "greater",
  "?": "question",
  "@": "at",
  "[": "bracketleft",
  "\\": "backslash",
  "]": "bracketright",
  "^": "asciicircum",
  _: "underscore",
  "`": "grave",
  "{": "braceleft",
  "|": "bar",
  "}": "braceright",
  "~": "asciitilde",
};
const MODIFIERS = ["Shift", "Control", "Alt", "Meta"];

/**
 * @param {KeyboardEvent} event
 * @returns {string}
 */
export function keysym({ key, location }) {
  if (MODIFIERS.includes(key)) return `${key}_${location === KeyboardEvent.DOM_KEY_LOCATION_RIGHT ? "R" : "L"}`;
  return Object.hasOwn(KEYSYMS, key) ? KEYSYMS[key] : key;
}
