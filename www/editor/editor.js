// @ts-check
// The editor: CodeMirror with what Python needs.

import {
  acceptCompletion,
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  closeCompletion,
  insertBracket,
  moveCompletionSelection,
  startCompletion,
} from "@codemirror/autocomplete";
import {
  cursorCharLeft,
  cursorCharRight,
  defaultKeymap,
  history,
  historyKeymap,
  indentMore,
  indentWithTab,
  redo,
  undo,
} from "@codemirror/commands";
import { python } from "@codemirror/lang-python";
import {
  bracketMatching,
  foldGutter,
  foldKeymap,
  HighlightStyle,
  indentOnInput,
  indentUnit,
  syntaxHighlighting,
} from "@codemirror/language";
import { lintKeymap } from "@codemirror/lint";
import { search, searchKeymap } from "@codemirror/search";
import { Compartment, EditorState, StateEffect, StateField } from "@codemirror/state";
import {
  Decoration,
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { MAIN } from "../client/facts.js";
import { followCaret, serveFingers } from "../output/fingers.js";
import en from "../texts/en/page.js";
import { visible } from "../texts/visible.js";
import { isDark, watchScheme } from "./scheme.js";

/**
 * @typedef {import("../texts/texts.js").Texts} Texts
 * @typedef {import("@codemirror/state").Extension} Extension
 */

/**
 * @typedef {object} Listeners
 * @property {(text: string) => void} onChange
 * @property {() => void} onRun
 * @property {() => void} onStop
 * @property {() => void} [onRunSelection]
 */

/** Sets the marked line; null for none. @type {import("@codemirror/state").StateEffectType<number | null>} */
const markLine = StateEffect.define();

const errorLine = StateField.define({
  create: () => Decoration.none,
  update(marks, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(markLine)) return lineDecoration(transaction.state, effect.value);
    }
    // The mark says what was wrong when the program ran: it goes with the first change.
    return transaction.docChanged ? Decoration.none : marks;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/**
 * @param {EditorState} state
 * @param {number | null} number
 */
function lineDecoration({ doc }, number) {
  if (number === null || number < 1 || number > doc.lines) return Decoration.none;
  const mark = Decoration.line({ class: "cm-error-line", attributes: { "aria-invalid": "true" } });
  return Decoration.set([mark.range(doc.line(number).from)]);
}

const LIGHT = { keyword: "#8a2f73", string: "#1d6b3e", number: "#9a4a00", comment: "#646b66", name: "#1d4f91" };
const DARK = { keyword: "#e39ad0", string: "#8fd6a9", number: "#f0b27a", comment: "#98a29c", name: "#9cc4ff" };

/** @param {typeof LIGHT} colours */
const highlighting = (colours) =>
  syntaxHighlighting(
    HighlightStyle.define([
      { tag: [tags.keyword, tags.operatorKeyword, tags.bool, tags.null, tags.self], color: colours.keyword },
      { tag: [tags.string, tags.special(tags.string)], color: colours.string },
      { tag: tags.number, color: colours.number },
      { tag: tags.comment, color: colours.comment, fontStyle: "italic" },
      {
        tag: [tags.definition(tags.function(tags.variableName)), tags.definition(tags.className), tags.className],
        color: colours.name,
      },
      { tag: tags.function(tags.variableName), color: colours.name },
    ]),
  );

/** Enter ends the line, whatever is offered: nobody gets a word that they have not asked for. */
const completionKeys = [
  { key: "Ctrl-Space", run: startCompletion },
  { key: "Tab", run: acceptCompletion },
  { key: "Escape", run: closeCompletion },
  { key: "ArrowDown", run: moveCompletionSelection(true) },
  { key: "ArrowUp", run: moveCompletionSelection(false) },
];

/** In a narrow editor the fields of the search would run out of it, and lie below its button to close. */
const narrowSearch = EditorView.theme({
  ".cm-panel.cm-search": { paddingInlineEnd: "max(3em, 48px)" },
  ".cm-panel.cm-search label": { whiteSpace: "normal" },
  ".cm-panel.cm-search .cm-textfield": { boxSizing: "border-box", maxWidth: "100%" },
});

/** Fingers select as the system does, with its handles and its menu; what is drawn for a mouse would hide them. */
const drawnSelection = () => (matchMedia("(pointer: coarse)").matches ? [] : drawSelection());

/** The editor of one program, or of the files of a project, one at a time. */
export class Editor {
  #view;
  #parent;
  #ignoreScheme;
  #listeners;
  #extensions;
  #texts;
  #isReadOnly = false;
  #path = MAIN;
  /** Files that are not shown, each with its own history. @type {Map<string, EditorState>} */
  #others = new Map();
  #colours = new Compartment();
  #words = new Compartment();
  #access = new Compartment();
  /** Whether a change is the page's own. */
  #isSilent = false;

  /**
   * @param {HTMLElement} parent
   * @param {string} text
   * @param {Listeners} listeners
   * @param {Texts} [texts]
   * @param {Extension} [extensions] of Python programs
   */
  constructor(parent, text, listeners, texts = en, extensions = []) {
    this.#parent = parent;
    this.#listeners = listeners;
    this.#texts = texts;
    this.#extensions = extensions;
    this.#view = new EditorView({ parent, state: this.#stateOf(MAIN, text) });
    this.#ignoreScheme = watchScheme(() => this.#configure());
    serveFingers(parent, this.#hands());
  }

  /** @returns {import("../output/fingers.js").Hands} what the keys for fingers do */
  #hands() {
    const view = this.#view;
    const press = (/** @type {import("@codemirror/view").Command[]} */ ...commands) => {
      return () => {
        commands.some((command) => command(view));
        view.focus();
      };
    };
    return {
      type: (text) => {
        const { state } = view;
        view.dispatch(
          insertBracket(state, text) ??
            state.update(state.replaceSelection(text), { scrollIntoView: true, userEvent: "input.type" }),
        );
      },
      press: {
        tab: press(acceptCompletion, indentMore),
        undo: press(undo),
        redo: press(redo),
        left: press(cursorCharLeft),
        right: press(cursorCharRight),
        run: () => {
          // The keyboard goes: what the program prints is below it.
          view.contentDOM.blur();
          this.#listeners.onRun();
        },
      },
      caret: () => view.coordsAtPos(view.state.selection.main.head),
      texts: () => this.#texts,
    };
  }

  /**
   * @param {string} path
   * @param {string} text
   */
  #stateOf(path, text) {
    const { onRun, onStop, onRunSelection, onChange } = this.#listeners;
    const command = (/** @type {() => void} */ action) => () => (action(), true);
    const isPython = path.endsWith(".py");
    return EditorState.create({
      doc: text,
      extensions: [
        keymap.of([
          ...completionKeys,
          { key: "Mod-Enter", run: command(onRun) },
          ...(onRunSelection ? [{ key: "Shift-Enter", run: command(onRunSelection) }] : []),
        ]),
        lineNumbers(),
        foldGutter(),
        highlightActiveLine(),
        highlightActiveLineGutter(),
        drawnSelection(),
        history(),
        indentOnInput(),
        bracketMatching(),
        closeBrackets(),
        search({ top: true }),
        narrowSearch,
        autocompletion({ defaultKeymap: false }),
        indentUnit.of("    "),
        isPython ? [python(), this.#extensions] : EditorView.lineWrapping,
        this.#colours.of(colours(isDark(this.#parent))),
        this.#words.of(words(this.#texts, path)),
        this.#access.of(EditorState.readOnly.of(this.#isReadOnly)),
        errorLine,
        keymap.of([
          ...closeBracketsKeymap,
          ...searchKeymap,
          ...historyKeymap,
          ...foldKeymap,
          ...lintKeymap,
          // The only way out for who has no mouse: Tab indents, Escape and then Tab leaves.
          { key: "Escape", run: (view) => (onStop(), view.contentDOM.blur(), true) },
          indentWithTab,
          ...defaultKeymap,
        ]),
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !this.#isSilent) onChange(this.text);
          if (update.docChanged || update.selectionSet) followCaret();
        }),
      ],
    });
  }

  /** Gives the shown state what has changed since it was made. */
  #configure() {
    this.#view.dispatch({
      effects: [
        this.#colours.reconfigure(colours(isDark(this.#parent))),
        this.#words.reconfigure(words(this.#texts, this.#path)),
        this.#access.reconfigure(EditorState.readOnly.of(this.#isReadOnly)),
      ],
    });
  }

  /**
   * Shows a file, with the history that it has.
   * @param {string} path
   * @param {string} text
   */
  show(path, text) {
    if (path !== this.#path) {
      this.#others.set(this.#path, this.#view.state);
      this.#path = path;
      this.#view.setState(this.#others.get(path) ?? this.#stateOf(path, text));
      this.#others.delete(path);
      this.#configure();
    }
    // A change from elsewhere can be undone like one of one's own.
    if (this.text === text.replace(/\r\n?/g, "\n")) return;
    this.#isSilent = true;
    this.text = text;
    this.#isSilent = false;
  }

  /** Forgets all files: those that come are another project's. */
  forget() {
    this.#others.clear();
    this.#path = "";
    this.#view.setState(this.#stateOf("", ""));
    this.#others.clear();
  }

  get text() {
    return this.#view.state.doc.toString();
  }

  set text(text) {
    this.#view.dispatch({ changes: { from: 0, to: this.#view.state.doc.length, insert: text } });
  }

  /** @returns {{ text: string, line: number }} whole lines: those that are selected, or that of the cursor; from 1 */
  get selection() {
    const { doc, selection } = this.#view.state;
    const first = doc.lineAt(selection.main.from);
    const last = doc.lineAt(selection.main.to);
    // Who selects up to the start of a line does not mean that line.
    const end = last.from === selection.main.to && last.number > first.number ? last.from - 1 : last.to;
    return { text: doc.sliceString(first.from, end), line: first.number };
  }

  /** @param {Texts} texts */
  set texts(texts) {
    this.#texts = texts;
    this.#configure();
  }

  /** @param {boolean} isReadOnly */
  set isReadOnly(isReadOnly) {
    this.#isReadOnly = isReadOnly;
    this.#configure();
  }

  /**
   * @param {number | null} line to be marked as wrong, from 1; null for none
   * @param {string} [path]
   */
  mark(line, path = this.#path) {
    const effects = markLine.of(line);
    const other = this.#others.get(path);
    if (path === this.#path) this.#view.dispatch({ effects });
    else if (other) this.#others.set(path, other.update({ effects }).state);
  }

  /** Takes the marks of all files away. */
  unmark() {
    for (const path of [this.#path, ...this.#others.keys()]) this.mark(null, path);
  }

  /** The size of its text has changed. */
  measure() {
    this.#view.requestMeasure();
  }

  focus() {
    this.#view.focus();
  }

  /** Takes it out of the page. */
  destroy() {
    this.#ignoreScheme();
    this.#view.destroy();
  }
}

/** @param {boolean} dark */
const colours = (dark) => [
  highlighting(dark ? DARK : LIGHT),
  EditorView.theme({ "&": { caretColor: "currentColor" } }, { dark }),
];

/**
 * @param {Texts} texts
 * @param {string} path
 */
const words = ({ editor }, path) => [
  EditorState.phrases.of(editor.phrases),
  EditorView.contentAttributes.of({ "aria-label": path === MAIN ? editor.label : visible(path) }),
];
