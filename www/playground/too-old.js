// @ts-check
// Stands before all other scripts of the playground: in a browser in which they would fail it says why, and ends them.

import { lackedByScripts, OLDEST } from "../client/needs.js";
import { textsFor } from "../texts/texts.js";

const feature = lackedByScripts();
if (feature !== null) {
  const { errors, playground } = textsFor(navigator.language);
  const sentence = document.createElement("p");
  sentence.setAttribute("role", "alert");
  sentence.textContent = errors.lacks({ feature, oldest: OLDEST });
  const title = document.createElement("h1");
  title.textContent = playground.labels.title;
  document.body.className = "too-old";
  document.body.replaceChildren(title, sentence);
  document.documentElement.dataset.garter = "broken";
  throw new Error(sentence.textContent);
}
