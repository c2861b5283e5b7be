// @ts-check
// The editor: CodeMirror with what Python needs.

import { autocompletion, closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { python } from "@codemirror/lang-python";
import { bracketMatching, HighlightStyle, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { searchKeymap } from "@codemirror/search";
import { Compartment, EditorState, StateEffect, StateField } from "@codemirror/state";
import {
  Decoration, drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers,
} from "@codemirror/view";
import { tags } from "@lezer/highlight";
import en from "./texts/en.js";

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

const LIGHT = { keyword: "#8a2f73", string: "#1d6b3e", number: "#9a4a00", comment: "#69706b", name: "#1d4f91" };
const DARK = { keyword: "#e39ad0", string: "#8fd6a9", number: "#f0b27a", comment: "#98a29c", name: "#9cc4ff" };

/** @param {typeof LIGHT} colours */
const highlighting = (colours) =>
  syntaxHighlighting(
    HighlightStyle.define([
      { tag: [tags.keyword, tags.operatorKeyword, tags.bool, tags.null, tags.self], color: colours.keyword },
      { tag: [tags.string, tags.special(tags.string)], color: colours.string },
      { tag: tags.number, color: colours.number },
      { tag: tags.comment, color: colours.comment, fontStyle: "italic" },
      { tag: [tags.definition(tags.function(tags.variableName)), tags.definition(tags.className), tags.className], color: colours.name },
      { tag: tags.function(tags.variableName), color: colours.name },
    ]),
  );

/** The editor of one program. */
export class Editor {
  #view;

  /**
   * @param {HTMLElement} parent
   * @param {string} text
   * @param {{ onChange: (text: string) => void, onRun: () => void, onStop: () => void }} listeners
   * @param {import("./texts.js").Texts} [texts]
   */
  constructor(parent, text, { onChange, onRun, onStop }, { editor: say } = en) {
    const isDark = matchMedia("(prefers-color-scheme: dark)");
    const colours = new Compartment();
    const theme = () => [
      highlighting(isDark.matches ? DARK : LIGHT),
      EditorView.theme({ "&": { caretColor: "currentColor" } }, { dark: isDark.matches }),
    ];
    const command = (/** @type {() => void} */ action) => () => (action(), true);
    this.#view = new EditorView({
      parent,
      state: EditorState.create({
        doc: text,
        extensions: [
          keymap.of([
            { key: "Mod-Enter", run: command(onRun) },
            // The only way out for who has no mouse: Tab indents, Escape and then Tab leaves.
            { key: "Escape", run: (view) => (onStop(), view.contentDOM.blur(), true) },
          ]),
          lineNumbers(),
          highlightActiveLine(),
          highlightActiveLineGutter(),
          drawSelection(),
          history(),
          indentOnInput(),
          bracketMatching(),
          closeBrackets(),
          autocompletion({ activateOnTyping: false }),
          indentUnit.of("    "),
          python(),
          colours.of(theme()),
          errorLine,
          keymap.of([...closeBracketsKeymap, ...searchKeymap, ...historyKeymap, indentWithTab, ...defaultKeymap]),
          EditorState.phrases.of(say.phrases),
          EditorView.contentAttributes.of({ "aria-label": say.label }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) onChange(this.text);
          }),
        ],
      }),
    });
    isDark.addEventListener("change", () => this.#view.dispatch({ effects: colours.reconfigure(theme()) }));
  }

  get text() {
    return this.#view.state.doc.toString();
  }

  set text(text) {
    this.#view.dispatch({ changes: { from: 0, to: this.#view.state.doc.length, insert: text } });
  }

  /** @param {number | null} line to be marked as wrong, from 1; null for none */
  mark(line) {
    this.#view.dispatch({ effects: markLine.of(line) });
  }

  focus() {
    this.#view.focus();
  }

  /** Takes it out of the page. */
  destroy() {
    this.#view.destroy();
  }
}
