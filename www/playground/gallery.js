// @ts-check
// The gallery: a dialog with programs and exercises to choose from, by topic, level, kind and words.

import { gallery } from "garter:assets";
import { AssetBase, openAsset } from "../client/assets.js";
import { MAIN } from "../client/facts.js";
import { inLanguage } from "../texts/choose.js";

/**
 * @typedef {import("../texts/texts.js").Texts} Texts
 * @typedef {{ title: string, about: string }} Words
 * @typedef {{ path: string, level: number, files: Record<string, string>, exercise?: string, words: Record<string, Words> }} Entry
 *   as `examples/gallery/gallery.json` lists it, with the text of an exercise; the path begins with the topic
 * @typedef {{ name: string, files: Record<string, string>, exercise: string | null }} Choice `main.py` is the program
 */

const ANY = "";

/** The programs, once they have arrived. @type {Promise<Entry[]> | null} */
let entries = null;

/** @returns {Promise<Entry[]>} */
function load() {
  entries ??= openAsset(
    new AssetBase(),
    gallery,
    () => {},
    () => {},
  ).then((body) => new Response(body).json());
  // What did not arrive is asked for again the next time.
  entries.catch(() => (entries = null));
  return entries;
}

/**
 * Shows the gallery.
 * @param {object} options
 * @param {Texts} options.texts
 * @param {string} options.lang for the programs' titles, a BCP 47 tag; English where there are none in it
 * @param {(choice: Choice) => void} options.onChoose hears which program somebody has chosen, when the dialog is closed
 * @returns {Promise<void>} when it is open
 * @throws {import("../client/errors.js").LoadError} if the programs do not arrive
 */
export async function openGallery({ texts, lang, onChoose }) {
  const dialog = new Gallery(await load(), texts.gallery, lang);
  dialog.show((entry, name) => onChoose({ name, files: { ...entry.files }, exercise: entry.exercise ?? null }));
}

class Gallery {
  #entries;
  #texts;
  #lang;
  #dialog = element("dialog", { className: "gallery" });
  #list = element("div", { className: "gallery-list" });
  #found = element("p", { className: "gallery-found" });
  #search = element("input", { type: "search", autocomplete: "off" });
  #topic = ANY;
  #level = ANY;
  #kind = ANY;
  /** @type {(entry: Entry, name: string) => void} */
  #onChoose = () => {};

  /**
   * @param {Entry[]} entries
   * @param {Texts["gallery"]} texts
   * @param {string} lang
   */
  constructor(entries, texts, lang) {
    this.#entries = entries;
    this.#texts = texts;
    this.#lang = lang;
    this.#build();
  }

  /** @param {(entry: Entry, name: string) => void} onChoose */
  show(onChoose) {
    this.#onChoose = onChoose;
    this.#fill();
    document.body.append(this.#dialog);
    this.#dialog.addEventListener("close", () => this.#dialog.remove());
    this.#dialog.showModal();
    this.#search.focus();
  }

  #build() {
    const texts = this.#texts;
    const title = element("h2", { textContent: texts.title, id: "gallery-title" });
    const close = element("button", {
      type: "button",
      className: "gallery-close",
      textContent: "✕",
      title: texts.close,
    });
    close.setAttribute("aria-label", texts.close);
    close.onclick = () => this.#dialog.close();
    this.#dialog.setAttribute("aria-labelledby", title.id);
    this.#found.setAttribute("role", "status");
    this.#search.placeholder = texts.search;
    this.#search.setAttribute("aria-label", texts.search);
    this.#search.oninput = () => this.#fill();

    const topics = [...new Set(this.#entries.map(topicOf))];
    const levels = [...new Set(this.#entries.map((entry) => String(entry.level)))].sort();
    const head = element("div", { className: "gallery-head" });
    head.append(title, this.#search, close);
    this.#dialog.append(
      head,
      this.#choice(
        texts.topic,
        topics.map((topic) => [topic, texts.topics[topic] ?? topic]),
        (topic) => (this.#topic = topic),
      ),
      this.#choice(
        texts.level,
        levels.map((level) => [level, texts.levels[Number(level) - 1]]),
        (level) => (this.#level = level),
      ),
      this.#choice(
        texts.kind,
        KINDS.map((kind) => [kind, texts.kinds[kind]]),
        (kind) => (this.#kind = kind),
      ),
      this.#found,
      this.#list,
    );
  }

  /**
   * One of several, or any.
   * @param {string} label
   * @param {[value: string, label: string][]} values
   * @param {(value: string) => void} onChange
   */
  #choice(label, values, onChange) {
    const group = element("fieldset", { className: "gallery-choice" });
    const list = element("div", { className: "gallery-values" });
    group.append(element("legend", { textContent: label }), list);
    for (const [value, text] of [/** @type {[string, string]} */ ([ANY, this.#texts.all]), ...values]) {
      const radio = element("input", { type: "radio", name: `gallery-${label}`, value, checked: value === ANY });
      radio.onchange = () => {
        onChange(value);
        this.#fill();
      };
      const shown = element("label", {});
      shown.append(radio, element("span", { textContent: text }));
      list.append(shown);
    }
    return group;
  }

  /** Shows the programs that are asked for, below their topics. */
  #fill() {
    const words = this.#search.value.toLowerCase().split(/\s+/);
    const found = this.#entries.filter(
      (entry) =>
        [ANY, topicOf(entry)].includes(this.#topic) &&
        [ANY, String(entry.level)].includes(this.#level) &&
        [ANY, kindOf(entry)].includes(this.#kind) &&
        words.every((word) => this.#searchable(entry).includes(word)),
    );
    this.#found.textContent = this.#texts.found({ count: found.length });
    this.#list.replaceChildren(
      ...[...new Set(found.map(topicOf))].flatMap((topic) => {
        const list = element("ul", {});
        list.append(...found.filter((entry) => topicOf(entry) === topic).map((entry) => this.#item(entry)));
        return [element("h3", { textContent: this.#texts.topics[topic] ?? topic }), list];
      }),
    );
  }

  /** @param {Entry} entry */
  #item(entry) {
    const { title, about } = inLanguage(entry.words, this.#lang);
    const level = this.#texts.levels[entry.level - 1];
    const button = element("button", { type: "button" });
    button.dataset.path = entry.path;
    button.append(
      element("strong", { textContent: title }),
      element("span", { textContent: about }),
      element("small", { textContent: entry.exercise ? `${this.#texts.exercise} · ${level}` : level }),
    );
    button.onclick = () => {
      this.#dialog.close();
      this.#onChoose(entry, title);
    };
    const item = element("li", {});
    item.append(button);
    return item;
  }

  /**
   * What words are looked for in: also the program, and its titles in other languages.
   * @param {Entry} entry
   */
  #searchable({ path, files, exercise, words }) {
    const titles = Object.values(words).flatMap(({ title, about }) => [title, about]);
    return [path, this.#texts.topics[topicOf({ path })], ...titles, files[MAIN] ?? exercise].join("\n").toLowerCase();
  }
}

/** @type {("program" | "exercise")[]} */
const KINDS = ["program", "exercise"];

/** @param {Entry} entry @returns {(typeof KINDS)[number]} */
const kindOf = ({ exercise }) => (exercise === undefined ? "program" : "exercise");

/** @param {Pick<Entry, "path">} entry */
const topicOf = ({ path }) => path.split("/")[0];

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} name
 * @param {Partial<HTMLElementTagNameMap[T]>} properties
 * @returns {HTMLElementTagNameMap[T]}
 */
function element(name, properties) {
  const made = document.createElement(name);
  Object.assign(made, properties);
  return made;
}
