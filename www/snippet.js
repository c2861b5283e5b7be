// @ts-check
// <garter-snippet>: Python in a docs page, to be run and changed by its reader. This is all that a page
// loads until somebody does.

import { frame } from "garter:assets";
import { GarterSnippet } from "./snippet/element.js";

const NAME = "garter-snippet";

export { GarterSnippet };

/** Tells builds apart: the frame's name holds a hash of what runs in it. */
GarterSnippet.build = frame.path;
GarterSnippet.address = BASE;

const first = /** @type {typeof GarterSnippet | undefined} */ (customElements.get(NAME));
if (!first) customElements.define(NAME, GarterSnippet);
else if (first.build !== frame.path) {
  const versions = { used: first.address, unused: BASE };
  // A first one from before there was this method cannot say it in the page.
  if (first.meet) first.meet(versions);
  else console.error("This page loads two versions of <garter-snippet>; remove one of the script tags.", versions);
}
