// @ts-check
// Shows Markdown. Elements are made of the parser's tokens and of nothing else: HTML in it stays text, and an address
// leads nowhere but where a link may lead.

import { getDefaults, Lexer, Tokenizer } from "marked";

/** What the parser has found. Pages that have our types need not have the parser's. @typedef {any} Token */

/** Characters that are read as Markdown. */
const MOST_CHARACTERS = 100_000;

/** Addresses are no links without their signs: to look for them takes a second in 30,000 characters of "a.a.a.". */
class PlainAddresses extends Tokenizer {
  /** @returns {undefined} */
  url() {
    return undefined;
  }
}

const options = () => ({ ...getDefaults(), tokenizer: new PlainAddresses() });

/** Elements that a text becomes at most. */
const MOST_NODES = 5000;

/** @type {Record<string, string>} */
const REFERENCES = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
  hellip: "…",
  ndash: "–",
  mdash: "—",
  times: "×",
};

/** What may stand in a link. */
const LINKS = /^(?:https?|mailto):/;

/**
 * @param {string} text Markdown
 * @param {string | null} base the address of its file, for links and pictures; null where they lead nowhere
 * @returns {DocumentFragment}
 */
export function markdown(text, base) {
  const made = document.createDocumentFragment();
  try {
    if (text.length > MOST_CHARACTERS) throw new RangeError("too long");
    new Builder(base).blocks(new Lexer(options()).lex(text), made);
  } catch (error) {
    // Nested so deeply that the parser gives up, or too much: the text is all there is to show. Firefox has an error of
    // its own for the first.
    if (!(error instanceof RangeError) && !/recursion/.test(String(error))) throw error;
    made.replaceChildren(textElement("pre", text));
  }
  return made;
}

/**
 * The same of a line, without a paragraph.
 * @param {string} text
 * @param {string | null} base
 */
export function inlineMarkdown(text, base) {
  const made = document.createDocumentFragment();
  new Builder(base).spans(new Lexer(options()).inlineTokens(text), made);
  return made;
}

class Builder {
  #base;
  #left = MOST_NODES;

  /** @param {string | null} base */
  constructor(base) {
    this.#base = base;
  }

  /**
   * @param {Token[]} tokens
   * @param {ParentNode} place
   */
  blocks(tokens, place) {
    for (const token of tokens) this.#block(token, place);
  }

  /**
   * @param {Token[] | undefined} tokens
   * @param {ParentNode} place
   */
  spans(tokens, place) {
    for (const token of tokens ?? []) this.#span(token, place);
  }

  /**
   * @param {string} name
   * @param {ParentNode} place
   */
  #add(name, place) {
    this.#left -= 1;
    if (this.#left < 0) throw new RangeError("too much Markdown");
    const element = document.createElement(name);
    place.append(element);
    return element;
  }

  /**
   * @param {any} token
   * @param {ParentNode} place
   */
  #block(token, place) {
    switch (token.type) {
      case "space":
      case "def":
        return;
      case "heading":
        // The exercise has a heading of its own above.
        return this.spans(token.tokens, this.#add(`h${Math.min(6, token.depth + 3)}`, place));
      case "paragraph":
        return this.spans(token.tokens, this.#add("p", place));
      case "hr":
        return void this.#add("hr", place);
      case "blockquote":
        return this.blocks(token.tokens, this.#add("blockquote", place));
      case "code": {
        const code = this.#add("code", this.#add("pre", place));
        const language = /^[\w+#-]+/.exec(token.lang ?? "")?.[0];
        if (language) code.className = `language-${language}`;
        code.textContent = `${token.text}\n`;
        return;
      }
      case "list": {
        const list = this.#add(token.ordered ? "ol" : "ul", place);
        if (token.ordered && token.start !== 1) list.setAttribute("start", String(token.start));
        for (const item of token.items) this.blocks(item.tokens, this.#add("li", list));
        return;
      }
      case "table":
        return this.#table(token, place);
      case "html":
        // A comment is for authors.
        if (!/^\s*<!--/.test(token.text)) this.#add("p", place).append(token.text);
        return;
      default:
        return this.#span(token, place);
    }
  }

  /**
   * @param {any} token
   * @param {ParentNode} place
   */
  #table({ header, rows }, place) {
    const table = this.#add("table", place);
    const row = (/** @type {any[]} */ cells, /** @type {string} */ name, /** @type {ParentNode} */ part) => {
      const line = this.#add("tr", part);
      for (const { tokens, align } of cells) {
        const cell = this.#add(name, line);
        if (align) cell.style.textAlign = align;
        this.spans(tokens, cell);
      }
    };
    row(header, "th", this.#add("thead", table));
    const body = this.#add("tbody", table);
    for (const cells of rows) row(cells, "td", body);
  }

  /**
   * @param {any} token
   * @param {ParentNode} place
   */
  #span(token, place) {
    switch (token.type) {
      case "strong":
      case "em":
      case "del":
        return this.spans(token.tokens, this.#add(token.type, place));
      case "codespan":
        return this.#add("code", place).append(token.text);
      case "br":
        return void this.#add("br", place);
      case "checkbox":
        return place.append(token.checked ? "☑ " : "☐ ");
      case "link": {
        const address = this.#addressOf(token.href);
        if (!address) return this.spans(token.tokens, place);
        const link = this.#add("a", place);
        link.setAttribute("href", address);
        link.setAttribute("rel", "noopener");
        if (token.title) link.title = decoded(token.title);
        return this.spans(token.tokens, link);
      }
      case "image": {
        const address = this.#addressOf(token.href);
        // From elsewhere it would tell another server who reads this.
        if (!address || new URL(address).origin !== new URL(document.baseURI).origin)
          return place.append(decoded(token.text));
        const picture = this.#add("img", place);
        picture.setAttribute("alt", decoded(token.text));
        picture.setAttribute("src", address);
        return;
      }
      case "html":
        if (!token.text.startsWith("<!--")) place.append(token.text);
        return;
      default:
        if (token.tokens) return this.spans(token.tokens, place);
        place.append(token.type === "escape" ? token.text : decoded(token.text ?? ""));
    }
  }

  /**
   * @param {string} href
   * @returns {string | null} null for what is no address, or leads where no link of an exercise may lead
   */
  #addressOf(href) {
    if (this.#base === null && !LINKS.test(href)) return null;
    try {
      const { href: address } = new URL(href, this.#base ?? undefined);
      return LINKS.test(address) || (this.#base !== null && new URL(address).protocol === new URL(this.#base).protocol)
        ? address
        : null;
    } catch {
      return null;
    }
  }
}

/** @param {string} text with character references */
const decoded = (text) =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (reference, decimal, hexadecimal, name) => {
    if (name) return REFERENCES[name] ?? reference;
    const code = decimal ? Number(decimal) : Number.parseInt(hexadecimal, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : reference;
  });

/**
 * @param {string} name
 * @param {string} text
 */
function textElement(name, text) {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}
