// @ts-check
// The output view: what a program prints and what a person types, in one transcript.

import { Crowd, isSimple, pieces } from "../safe/text.js";
import en from "../texts/en/page.js";
import { isOnFingers, serveFingers } from "./fingers.js";
import { belongsToInputMethod } from "./keys.js";
import { Screen } from "./screen.js";

/**
 * @typedef {import("../../target/types/Chunk.ts").Chunk} Chunk
 * @typedef {import("../../target/types/InputKind.ts").InputKind} InputKind
 * @typedef {import("./screen.js").Line} Line
 * @typedef {import("./screen.js").Span} Span
 * @typedef {import("../texts/texts.js").Texts} Texts
 */

/**
 * The actions of a person at the prompt, besides answering.
 * @typedef {object} Actions
 * @property {() => void} interrupt Ctrl+C or Esc
 * @property {(line: string) => Promise<string[]>} complete says how a line of code can go on
 */

/** Characters in a block that is laid out by itself: all of a block is laid out anew at each line. */
const PAGE_LENGTH = 2048;
/** Characters of such a block if none of them ends a line. */
const LONGEST_PAGE = 8192;
/** Characters of output that are read out at once: a screen reader would read a longer text for minutes. */
const MOST_ANNOUNCED = 500;
/** How often screen readers hear of output: words that come faster are chatter. */
const ANNOUNCED_EVERY_MS = 1000;
/** How often they hear of it before somebody answers: what goes on and on is there to be read. */
const MOST_ANNOUNCEMENTS = 5;
const INDENT = "    ";
/** Pictures and tables that are kept: the page has to lay out and to paint them all. */
const MOST_SHOWN = 300;
/** Elements in them. */
const MOST_SHOWN_ELEMENTS = 20_000;

/**
 * Where the person has last clicked or typed, and what that is in, shadow trees included: a question takes the
 * focus only there. Where this script has come after the click, the focus says it.
 * @type {EventTarget[] | null}
 */
let lastTouched = null;
for (const type of ["pointerdown", "keydown"]) {
  document.addEventListener(
    type,
    (event) => {
      if (!isOnFingers(event)) lastTouched = event.composedPath();
    },
    { capture: true, passive: true },
  );
}

/** @param {HTMLElement} home */
const wasTouched = (home) => lastTouched?.includes(home) ?? home.contains(document.activeElement);

export class Terminal {
  #element;
  #home;
  #actions;
  #texts;
  #screen = new Screen();
  /** What has scrolled out of the screen, in pages. */
  #past = document.createElement("div");
  /** What is shown among it that is no text, the oldest first, and of how many elements it is made. */
  #shown = /** @type {{ element: HTMLElement, size: number }[]} */ ([]);
  /** Says how much of that was taken away, to make room. */
  #lack = document.createElement("p");
  #taken = 0;
  #sizes = new ResizeObserver(() => this.#followEnd());
  /** The lines of the screen. */
  #live = document.createElement("div");
  /** @type {Map<Line, HTMLElement>} */
  #drawn = new Map();
  /** What screen readers hear. */
  #announcer = document.createElement("div");
  /** Below the transcript: what the page says of it. */
  #note = document.createElement("p");
  /** What it says. @type {(texts: Texts) => string} */
  #sentence = () => "";
  #unannounced = "";
  #announcementsLeft = MOST_ANNOUNCEMENTS;
  /** While it is set, what comes is announced later. */
  #pause = /** @type {ReturnType<typeof setTimeout> | 0} */ (0);
  /** @type {{ prompt: Prompt, answer: (line: string | null) => void } | null} */
  #question = null;
  /** Lines that were pasted and not asked for yet; the last one has no end. @type {string[]} */
  #ahead = [];
  /** Code that was entered, for the arrow keys. @type {string[]} */
  #history = [];
  #isScheduled = false;
  /** Whether the end is in view. It is not followed while the reader has scrolled up. */
  #isAtEnd = true;
  /** How far the end was last followed. */
  #scrolledTo = 0;

  /**
   * @param {HTMLElement} element
   * @param {Actions} actions
   * @param {HTMLElement} [home] the part of the page that belongs to this program
   * @param {Texts} [texts]
   */
  constructor(element, actions, home = element, texts = en) {
    this.#element = element;
    this.#home = home;
    this.#actions = actions;
    this.#texts = texts;
    this.#live.className = "page live";
    this.#note.className = "hint";
    this.#lack.className = "hint";
    this.#announcer.className = "announcer";
    this.#announcer.setAttribute("role", "log");
    element.replaceChildren(this.#past, this.#live);
    element.after(this.#announcer);
    element.addEventListener("scroll", () => {
      // What has grown meanwhile is not scrolled back.
      if (element.scrollHeight - element.scrollTop - element.clientHeight < 40) this.#isAtEnd = true;
      else if (element.scrollTop < this.#scrolledTo) this.#isAtEnd = false;
    });
    // As in a terminal, what is typed goes to the prompt wherever one has clicked.
    element.addEventListener("click", () => {
      if (getSelection()?.isCollapsed) this.#question?.prompt.focus();
    });
  }

  /** What it says from now on. @param {Texts} texts */
  set texts(texts) {
    this.#texts = texts;
    this.#note.textContent = this.#sentence(texts);
  }

  /** Begins a new transcript. */
  clear() {
    this.cancel();
    this.#screen.reset();
    this.#screen.clear();
    for (const { element } of this.#shown.splice(0)) this.#drop(element);
    this.#taken = 0;
    this.#announcer.replaceChildren();
    this.#unannounced = "";
    this.#announcementsLeft = MOST_ANNOUNCEMENTS;
    this.#note.remove();
    this.#isAtEnd = true;
    this.#draw();
  }

  /** Another program writes here: what the one before has pasted or coloured is its own. */
  reset() {
    this.cancel();
    this.#screen.reset();
    this.#note.remove();
  }

  /**
   * Says something about what was printed, until something else is.
   * @param {(texts: Texts) => string} sentence empty for nothing
   */
  explain(sentence) {
    const text = sentence(this.#texts);
    if (!text) return;
    this.#sentence = sentence;
    this.#note.textContent = text;
    this.#element.append(this.#note);
    this.#unannounced += `\n${text}`;
    this.#draw();
  }

  /**
   * Shows output at once, so that the caller can measure how long that takes.
   * @param {Chunk} chunk
   */
  write({ stream, text }) {
    this.#put(stream, text);
    this.#draw();
  }

  /**
   * Shows an element below what is written; it stays where it is until {@link clear}, whatever is written.
   * @param {HTMLElement} element
   * @param {string} [label] what is read out
   */
  show(element, label = "") {
    this.#screen.seal();
    this.#drawPast();
    this.#past.append(element);
    this.#shown.push({ element, size: 1 + element.querySelectorAll("*").length });
    this.#makeRoom();
    // It may not have its size before it has arrived.
    this.#sizes.observe(element);
    this.#put("stdout", "");
    this.#unannounced += label.slice(0, MOST_ANNOUNCED);
  }

  /** Takes the oldest of what is shown away, where it is too much. What is shown last stays. */
  #makeRoom() {
    const shown = this.#shown;
    let size = shown.reduce((sum, one) => sum + one.size, 0);
    while (shown.length > MOST_SHOWN || (shown.length > 1 && size > MOST_SHOWN_ELEMENTS)) {
      const [oldest] = shown.splice(0, 1);
      size -= oldest.size;
      if (this.#taken === 0) oldest.element.before(this.#lack);
      this.#taken += 1;
      this.#drop(oldest.element);
    }
    if (this.#taken > 0) this.#lack.textContent = this.#texts.terminal.takenAway({ count: this.#taken });
  }

  /** @param {HTMLElement} element */
  #drop(element) {
    this.#sizes.unobserve(element);
    element.remove();
  }

  /**
   * Asks for a line where the cursor stands.
   * @param {{ kind: InputKind }} request
   * @returns {Promise<string | null>} null is the end of the input
   */
  ask({ kind }) {
    this.#withdraw();
    this.#announcementsLeft = MOST_ANNOUNCEMENTS;
    if (this.#ahead.length > 1) {
      const line = /** @type {string} */ (this.#ahead.shift());
      this.#echo(line, kind);
      return Promise.resolve(line);
    }
    const prompt = new Prompt(kind, this.#screen.line.text.trim() || this.#texts.terminal.prompt, {
      answer: (line) => this.#answer(line, kind),
      paste: (lines) => this.#paste(lines, kind),
      cut: (count) => this.explain((texts) => texts.terminal.cut({ count })),
      interrupt: () => this.#actions.interrupt(),
      complete: (line) => this.#actions.complete(line),
      history: this.#history,
      texts: () => this.#texts,
      text: this.#ahead.pop() || (kind === "block" ? indentAfter(this.#history.at(-1) ?? "") : ""),
    });
    this.#ahead = [];
    return new Promise((answer) => {
      this.#question = { prompt, answer };
      this.#screen.changed.add(this.#screen.line);
      this.#draw();
      prompt.element.scrollIntoView({ block: "nearest" });
      if (wasTouched(this.#home)) prompt.focus();
    });
  }

  /** The person interrupts: what was typed stays where it is, unread. */
  interrupt() {
    if (!this.#question) return;
    const { prompt } = this.#question;
    const typed = prompt.isHidden ? "" : prompt.text;
    this.cancel();
    this.#put("typed", `${caretNotation(typed)}^C\n`);
  }

  /** Takes the question back: its answer is not wanted any more. */
  cancel() {
    this.#ahead = [];
    this.#withdraw();
  }

  #withdraw() {
    if (!this.#question) return;
    this.#question.prompt.element.remove();
    this.#question = null;
    this.#screen.changed.add(this.#screen.line);
  }

  /**
   * @param {string | null} line
   * @param {InputKind} kind
   */
  #answer(line, kind) {
    const question = this.#question;
    this.#withdraw();
    if (line === null) this.#put("typed", "\n");
    else this.#echo(line, kind);
    question?.answer(line);
  }

  /**
   * @param {string[]} lines the last one has no end
   * @param {InputKind} kind
   */
  #paste(lines, kind) {
    if (isCode(kind)) {
      // Pasted code is one entry, whatever empty lines there are in its blocks.
      this.#answer(lines.join("\n"), kind);
      return;
    }
    const [line, ...ahead] = lines;
    this.#ahead = ahead;
    this.#answer(line, kind);
  }

  /**
   * @param {string} line
   * @param {InputKind} kind
   */
  #echo(line, kind) {
    if (isCode(kind)) this.#remember(line, kind);
    const shown = kind === "hidden" ? "" : line;
    const continued = isCode(kind) ? shown.trimEnd().replaceAll("\n", "\n... ") : shown;
    this.#put("typed", `${caretNotation(continued)}\n`);
  }

  /**
   * A block comes back whole, though it was typed line by line.
   * @param {string} line
   * @param {InputKind} kind
   */
  #remember(line, kind) {
    if (!line.trim()) return;
    const last = this.#history.length - 1;
    if (kind === "block" && last >= 0) this.#history[last] += `\n${line}`;
    else if (line !== this.#history[last]) this.#history.push(line);
  }

  /**
   * @param {string} kind
   * @param {string} text
   */
  #put(kind, text) {
    if (this.#unannounced.length < MOST_ANNOUNCED) this.#unannounced += text.slice(0, MOST_ANNOUNCED);
    this.#screen.write(kind, text);
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    // Once for all that is typed in one go.
    queueMicrotask(() => this.#isScheduled && this.#draw());
  }

  #draw() {
    this.#isScheduled = false;
    this.#drawPast();
    this.#drawLines();
    this.#announce();
    this.#followEnd();
  }

  #followEnd() {
    if (!this.#isAtEnd) return;
    this.#element.scrollTop = this.#element.scrollHeight;
    this.#scrolledTo = this.#element.scrollTop;
  }

  #drawPast() {
    const { wasCleared, finished } = this.#screen.takeNews();
    if (wasCleared) {
      const lack = this.#taken > 0 ? [this.#lack] : [];
      this.#past.replaceChildren(...lack, ...this.#shown.map(({ element }) => element));
    }
    const last = /** @type {HTMLElement | null} */ (this.#past.lastElementChild);
    let page = last?.className === "page" ? last : null;
    let length = Number(page?.dataset.length ?? PAGE_LENGTH);
    for (const { text, look } of finished) {
      for (let at = 0; at < text.length; ) {
        if (!page || length >= PAGE_LENGTH) {
          page = document.createElement("div");
          page.className = "page";
          this.#past.append(page);
          length = 0;
        }
        // A page ends where a line does: the next one begins on a line of its own.
        const enough = text.indexOf("\n", at + PAGE_LENGTH - length);
        const end = Math.min(enough < 0 ? text.length : enough + 1, at + LONGEST_PAGE - length);
        const last = /** @type {HTMLElement | null} */ (page.lastElementChild);
        const part = text.slice(at, end);
        if (last?.dataset.look === look) last.append(...pieces(part));
        else page.append(element(part, look));
        length += part.length;
        page.dataset.length = String(length);
        at = end;
      }
    }
  }

  #drawLines() {
    const { lines, changed } = this.#screen;
    const kept = new Set(lines);
    for (const [line, drawn] of this.#drawn) {
      if (kept.has(line)) continue;
      drawn.remove();
      this.#drawn.delete(line);
    }
    // A line that is no longer the last one has an end.
    lines.forEach((line, row) => {
      const isLast = row === lines.length - 1;
      let drawn = this.#drawn.get(line);
      if (!drawn) {
        drawn = document.createElement("span");
        this.#drawn.set(line, drawn);
        this.#live.append(drawn);
      } else if (!changed.has(line) && drawn.dataset.last === String(isLast)) return;
      drawn.dataset.last = String(isLast);
      const end = isLast || line.isWrapped ? "" : "\n";
      const field = line === this.#screen.line ? this.#question?.prompt.element : null;
      if (!field) {
        show(drawn, line.spans, end);
        return;
      }
      const [before, after] = line.split(this.#screen.column);
      const draw = (/** @type {Span[]} */ spans) => spans.map(({ text, look }) => element(text, look));
      drawn.replaceChildren(...draw(before), field, ...draw(after), end);
    });
    changed.clear();
  }

  #announce() {
    if (this.#pause || this.#announcementsLeft === 0) return;
    const text = this.#unannounced.replace(/\x1b\[[0-?]*[ -/]*[@-~]/g, "").trim();
    this.#unannounced = "";
    if (!text) return;
    this.#announcementsLeft -= 1;
    this.#pause = setTimeout(() => {
      this.#pause = 0;
      this.#announce();
    }, ANNOUNCED_EVERY_MS);
    const said = document.createElement("p");
    said.textContent = text;
    this.#announcer.append(said);
    while (this.#announcer.childElementCount > 10) this.#announcer.firstElementChild?.remove();
  }
}

/**
 * The functions and values that a prompt gets from its terminal.
 * @typedef {object} PromptHandlers
 * @property {(line: string | null) => void} answer
 * @property {(lines: string[]) => void} paste
 * @property {(count: number) => void} cut only so many characters of what was pasted are taken
 * @property {() => void} interrupt
 * @property {(line: string) => Promise<string[]>} complete
 * @property {string[]} history
 * @property {() => Texts} texts
 * @property {string} text that is in the field at first
 */

/** Characters that are taken of what is pasted: a field lays out all that it holds at once. */
const MOST_PASTED = 100_000;
/** The same of scripts whose characters are shaped together. */
const MOST_PASTED_SHAPED = 8000;

/** What a key of the bar for fingers types besides, behind the caret. @type {Record<string, string | undefined>} */
const PAIRS = { "(": ")", "[": "]", "{": "}", '"': '"', "'": "'" };

/** Characters of a word that is offered to complete a line. */
const LONGEST_WORD = 200;

/** The field in which a line is typed. */
class Prompt {
  element = document.createElement("span");
  /** One line, or a block that has come back from the history. */
  #field;
  #words = document.createElement("span");
  #kind;
  #handlers;
  /** Where in the history; its length is the line that is typed now. */
  #at;
  #draft = "";
  #label;

  /**
   * @param {InputKind} kind
   * @param {string} label
   * @param {PromptHandlers} handlers
   */
  constructor(kind, label, handlers) {
    this.#kind = kind;
    this.#handlers = handlers;
    this.#at = handlers.history.length;
    this.#label = label;
    this.#field = this.#makeField(handlers.text);
    this.#words.className = "words";
    this.#words.setAttribute("role", "status");
    this.element.className = "prompt";
    this.element.append(this.#field, this.#words);
    serveFingers(this.element, this.#hands());
  }

  /** @returns {import("./fingers.js").Hands} what the keys for fingers do */
  #hands() {
    // The browser's own commands go into its history of the field, which undo and redo walk.
    const command = (/** @type {string} */ name, /** @type {string} */ text = "") => {
      this.focus();
      document.execCommand(name, false, text);
    };
    const step = (/** @type {1 | -1} */ by) => () => {
      const at = Math.max(0, (this.#field.selectionStart ?? 0) + by);
      this.#field.setSelectionRange(at, at);
    };
    const answer = () => this.#act({ key: "Enter", ctrlKey: false, metaKey: false, altKey: false, shiftKey: false });
    return {
      type: (text) => {
        const close = PAIRS[text];
        command("insertText", text + (close ?? ""));
        if (close) step(-1)();
      },
      press: {
        ...(isCode(this.#kind) && {
          tab: () => void this.#complete(),
          up: () => this.#recall(-1),
          down: () => this.#recall(1),
        }),
        undo: () => command("undo"),
        redo: () => command("redo"),
        left: step(-1),
        right: step(1),
        answer,
      },
      caret: () => this.#field.getBoundingClientRect(),
      texts: this.#handlers.texts,
    };
  }

  /**
   * @param {string} text
   * @returns {HTMLInputElement | HTMLTextAreaElement} a field that shows all of it
   */
  #makeField(text) {
    const isBlock = text.includes("\n");
    const field = document.createElement(isBlock ? "textarea" : "input");
    field.className = "input";
    if (field instanceof HTMLTextAreaElement) {
      const fit = () => (field.rows = field.value.split("\n").length);
      field.addEventListener("input", fit);
      field.value = text;
      fit();
    } else {
      field.type = this.isHidden ? "password" : "text";
      field.value = text;
    }
    field.autocomplete = "off";
    field.spellcheck = false;
    field.setAttribute("autocapitalize", "off");
    field.setAttribute("autocorrect", "off");
    field.setAttribute("aria-label", this.#label);
    field.addEventListener("keydown", (event) => this.#press(/** @type {KeyboardEvent} */ (event)));
    field.addEventListener("paste", (event) => this.#paste(/** @type {ClipboardEvent} */ (event)));
    return field;
  }

  /** @param {string} text takes the place of what stands in the field */
  #show(text) {
    const field = this.#makeField(text);
    this.#field.replaceWith(field);
    this.#field = field;
    field.focus({ preventScroll: true });
    field.setSelectionRange(text.length, text.length);
  }

  get isHidden() {
    return this.#kind === "hidden";
  }

  get text() {
    return this.#field.value;
  }

  focus() {
    this.#field.focus({ preventScroll: true });
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    if (belongsToInputMethod(event)) return;
    this.#words.textContent = "";
    if (this.#act(event)) {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  /**
   * @param {Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">} event
   * @returns {boolean} whether the key meant something here
   */
  #act({ key, ctrlKey, metaKey, altKey, shiftKey }) {
    const field = this.#field;
    const hasSelection = field.selectionStart !== field.selectionEnd;
    if (ctrlKey && key === "d" && field.value === "") this.#handlers.answer(null);
    else if (key === "Escape" || (ctrlKey && key === "c" && !hasSelection)) this.#handlers.interrupt();
    else if (ctrlKey || metaKey || altKey) return false;
    // In a block this is the line break, as everywhere.
    else if (key === "Enter" && shiftKey && field instanceof HTMLTextAreaElement) return false;
    else if (key === "Enter") this.#handlers.answer(isCode(this.#kind) ? field.value.trimEnd() : field.value);
    else if (!isCode(this.#kind)) return false;
    else if (key === "ArrowUp" && !this.#has("\n", 0, field.selectionStart)) this.#recall(-1);
    else if (key === "ArrowDown" && !this.#has("\n", field.selectionEnd, null)) this.#recall(1);
    else if (key === "Tab" && !shiftKey) this.#complete();
    else if (key === "Backspace" && !hasSelection) return this.#unindent();
    else return false;
    return true;
  }

  /**
   * @param {string} text
   * @param {number | null} from
   * @param {number | null} to
   */
  #has(text, from, to) {
    return this.#field.value.slice(from ?? 0, to ?? undefined).includes(text);
  }

  /** @returns {string} the line up to the cursor */
  get #before() {
    const before = this.#field.value.slice(0, this.#field.selectionStart ?? 0);
    return before.slice(before.lastIndexOf("\n") + 1);
  }

  /** @param {number} step */
  #recall(step) {
    const { history } = this.#handlers;
    const at = this.#at + step;
    if (at < 0 || at > history.length) return;
    if (this.#at === history.length) this.#draft = this.#field.value;
    this.#at = at;
    this.#show(at === history.length ? this.#draft : history[at]);
  }

  async #complete() {
    const field = this.#field;
    const before = this.#before;
    if (!before.trim()) {
      this.#insert(INDENT, 0);
      return;
    }
    const words = (await this.#handlers.complete(before)).filter(({ length }) => length <= LONGEST_WORD);
    // Meanwhile the person may have typed on, or the question is gone.
    if (this.#before !== before || !field.isConnected || words.length === 0) return;
    const word = /[\p{L}\p{N}_.]*$/u.exec(before)?.[0] ?? "";
    const common = words.reduce(commonStart);
    if (common.length > word.length) this.#insert(common, word.length);
    else if (words.length > 1) this.#words.textContent = `\n${words.map(lastPart).join("  ")}`;
  }

  /** @returns {boolean} whether there was an indentation to take away */
  #unindent() {
    const before = this.#before;
    if (!before || before.trim() || before.length % INDENT.length > 0) return false;
    this.#insert("", INDENT.length);
    return true;
  }

  /**
   * @param {string} text
   * @param {number} replaced how many characters before the cursor it stands for
   */
  #insert(text, replaced) {
    const { selectionStart, selectionEnd } = this.#field;
    const at = selectionStart ?? 0;
    this.#field.setRangeText(text, at - replaced, selectionEnd ?? at, "end");
  }

  /** @param {ClipboardEvent} event */
  #paste(event) {
    const pasted = (event.clipboardData?.getData("text/plain") ?? "").replace(/\r\n?/g, "\n");
    const most = isSimple(pasted) ? MOST_PASTED : MOST_PASTED_SHAPED;
    const text = new Crowd().thin(pasted.slice(0, most));
    if (text === pasted && !text.includes("\n")) return;
    event.preventDefault();
    if (pasted.length > most) this.#handlers.cut(most);
    const field = this.#field;
    if (!text.includes("\n")) {
      this.#insert(text, 0);
      return;
    }
    // An indentation that stands ready is not part of what is pasted.
    const before = isCode(this.#kind) && !this.#before.trim() ? "" : this.#before;
    const after = field.value.slice(field.selectionEnd ?? field.value.length);
    this.#handlers.paste((before + text + after).split("\n"));
  }
}

/** @param {InputKind} kind */
const isCode = (kind) => kind === "code" || kind === "block";

/**
 * @param {string} one
 * @param {string} other
 */
function commonStart(one, other) {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return one.slice(0, length);
}

/** @param {string} word */
const lastPart = (word) => word.slice(word.lastIndexOf(".", word.length - 2) + 1);

/** @param {string} entry the one before, in a block */
function indentAfter(entry) {
  const line = entry.slice(entry.lastIndexOf("\n") + 1);
  const indent = /^[ \t]*/.exec(line)?.[0] ?? "";
  const code = line.replace(/#.*$/, "").trim();
  if (code.endsWith(":")) return indent + INDENT;
  const leaves = /^(return|pass|break|continue|raise)\b/.test(code);
  return leaves && indent.endsWith(INDENT) ? indent.slice(INDENT.length) : indent;
}

/**
 * What is typed is shown, not obeyed.
 * @param {string} text
 */
const caretNotation = (text) =>
  text.replace(/[\0-\x08\x0b-\x1f\x7f]/g, (char) => `^${String.fromCharCode(char.charCodeAt(0) ^ 64)}`);

/**
 * Shows a line in an element. What shows a part of it already stays: most lines only grow.
 * @param {HTMLElement} drawn
 * @param {Span[]} spans
 * @param {string} end
 */
function show(drawn, spans, end) {
  const shown = /** @type {HTMLElement[]} */ ([...drawn.children]);
  let same = 0;
  while (
    same < spans.length &&
    shown[same]?.dataset.look === spans[same].look &&
    shown[same].textContent === spans[same].text
  ) {
    same += 1;
  }
  const last = shown[same - 1];
  while (drawn.lastChild !== (last ?? null)) drawn.lastChild?.remove();
  drawn.append(...spans.slice(same).map(({ text, look }) => element(text, look)), end);
}

/**
 * @param {string} text
 * @param {string} look see Span
 */
function element(text, look) {
  const span = document.createElement("span");
  const [classes, colour, background] = look.split("|");
  span.className = classes;
  span.dataset.look = look;
  if (colour) span.style.color = colour;
  if (background) span.style.backgroundColor = background;
  span.append(...pieces(text));
  return span;
}
