// @ts-check
// <garter-snippet>: Python in a docs page, to be run and changed by its reader, and <garter-exercise>: a task that is
// checked. This is all that a page loads until somebody runs a program, or an exercise comes into view.

import { frame } from "garter:assets";
import { GarterExercise } from "./exercise/element.js";
import { GarterLesson } from "./exercise/lesson-element.js";
import { define } from "./snippet/define.js";
import { GarterSnippet } from "./snippet/element.js";

const NAME = "garter-snippet";

export { GarterExercise, GarterLesson, GarterSnippet };

/** Tells builds apart: the frame's name holds a hash of what runs in it. */
GarterSnippet.build = frame.path;
GarterSnippet.address = BASE;

const first = /** @type {typeof GarterSnippet | undefined} */ (customElements.get(NAME));
if (!first) define(NAME, GarterSnippet);
else if (first.build !== frame.path) {
  const versions = { used: first.address, unused: BASE };
  // A first one from before there was this method cannot say it in the page.
  if (first.meet) first.meet(versions);
  else console.error("This page loads two versions of <garter-snippet>; remove one of the script tags.", versions);
}

if (!customElements.get("garter-exercise")) define("garter-exercise", GarterExercise);
if (!customElements.get("garter-lesson")) define("garter-lesson", GarterLesson);
