// @ts-check
// HTML that a program shows, in a sandbox of its own: a fixed document (www/show/show.html) that builds its
// harmless parts.
//
// An `srcdoc` would be simpler, but it is under the policy of the page around it: a strict policy forbids its
// styles, and where the page requires Trusted Types it cannot be set.

import { show } from "garter:assets";
import { AssetBase } from "../client/assets.js";
import { addressOfFrame } from "../client/frame-source.js";

/** It scrolls beyond that. */
const MOST_HEIGHT = 600;
/** HTML can be made to grow without end. */
const MOST_MESSAGES = 50;

/**
 * @param {string} html
 * @param {string} title
 * @param {import("../texts/texts.js").Texts} texts
 * @returns {HTMLIFrameElement}
 */
export function htmlFrame(html, title, texts) {
  const iframe = document.createElement("iframe");
  iframe.title = title;
  iframe.setAttribute("sandbox", "allow-scripts");
  iframe.setAttribute("allow", "");
  iframe.referrerPolicy = "no-referrer";
  iframe.loading = "lazy";
  addressOfFrame(new AssetBase(), show.path).then(({ href }) => (iframe.src = href));
  // Whenever its place in the page changes, it loads once more.
  iframe.addEventListener("load", () => {
    const { port1, port2 } = new MessageChannel();
    let left = MOST_MESSAGES;
    port1.onmessage = ({ data }) => {
      if (!Number.isFinite(data) || data < 0 || left-- <= 0) return;
      iframe.style.height = `${Math.min(Math.ceil(data), MOST_HEIGHT)}px`;
    };
    iframe.contentWindow?.postMessage({ type: "show", html, words: texts.display.shown }, "*", [port2]);
  });
  return iframe;
}
