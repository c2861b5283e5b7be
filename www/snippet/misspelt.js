// @ts-check
// Attributes that nobody reads, because a letter of their names is wrong.

import KINDS from "../../integrations/attributes.json" with { type: "json" };
import { nearest } from "./nearest.js";

/**
 * Attributes that any element may have (https://html.spec.whatwg.org/#global-attributes), and those of a `<script>`,
 * which may hold a program as well. Only those that are written like one of ours matter here.
 */
const OTHERS = new Set(
  (
    "accesskey autocapitalize autocorrect autofocus class contenteditable dir draggable enterkeyhint exportparts " +
    "hidden id inert inputmode is itemid itemprop itemref itemscope itemtype lang nonce part popover role slot " +
    "spellcheck style tabindex title translate writingsuggestions xmlns " +
    "async charset crossorigin defer fetchpriority integrity nomodule output referrerpolicy type"
  ).split(" "),
);

/** What belongs to scripts, styles, screen readers and frameworks: `data-x`, `v-if`, `hx-get`, `x-on:click`, `@click`. */
const FOREIGN = /^(?:on|data-|aria-|[a-z]{1,3}-)|[^a-z_-]/;

/**
 * @param {string} name of an attribute
 * @returns {string | null} the attribute of a snippet that is meant; null if the name is right, or somebody else's
 */
export function misspelt(name) {
  if (Object.hasOwn(KINDS, name) || OTHERS.has(name)) return null;
  const plain = withoutHyphens(name);
  // Of two letters, one other letter makes any other name.
  const known = Object.keys(KINDS).filter(({ length }) => length > 2);
  const same = known.find((one) => withoutHyphens(one) === plain);
  if (same || FOREIGN.test(name)) return same ?? null;
  return nearest(plain, known, withoutHyphens);
}

/** @param {string} name */
const withoutHyphens = (name) => name.replace(/[-_]/g, "");
