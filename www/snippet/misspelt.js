// @ts-check
// Attributes that nobody reads, because a letter of their names is wrong.

import KINDS from "../../integrations/attributes.json" with { type: "json" };

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
  // In a short name one letter makes another word of it.
  return known.find((one) => distance(plain, withoutHyphens(one)) <= (one.length < 6 ? 1 : 2)) ?? null;
}

/** @param {string} name */
const withoutHyphens = (name) => name.replace(/[-_]/g, "");

/**
 * @param {string} one
 * @param {string} other
 * @returns {number} how many letters to add, take away, change, or exchange with the next one
 */
function distance(one, other) {
  // More than what is asked for, without the work: the name is a stranger's.
  if (Math.abs(one.length - other.length) > 2) return Number.POSITIVE_INFINITY;
  let [before, row] = [/** @type {number[]} */ ([]), Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const change = row[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1);
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, change);
      if (one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    [before, row] = [row, next];
  }
  return row[other.length];
}
