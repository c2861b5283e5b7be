// @ts-check
// The dialog that shows a project's link.

import { encode } from "uqr";
import { inWords, openDialog } from "./dialog.js";
import { make, makeButton } from "./dom.js";
import { Problem } from "./project.js";
import { toFragment } from "./share.js";

/** Characters: what cameras of telephones still read from a screen, though a code may hold 2,953. */
const MOST_IN_CODE = 1200;
const SVG = "http://www.w3.org/2000/svg";

/**
 * @param {import("./workspace.js").Workspace} workspace
 * @param {import("../texts/texts.js").Texts["playground"]} texts
 * @param {() => void} download the project as a zip file
 */
export async function openShare({ about, files }, texts, download) {
  const zip = makeButton(texts.downloadAll, download);
  let link;
  try {
    link = location.href.split("#")[0] + (await toFragment(about.name, files));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    openDialog(texts.shareTitle, [make("p", { textContent: inWords(error, texts) }), foot(zip)], texts);
    return;
  }
  const field = make("textarea", { id: "share-link", value: link, readOnly: true, rows: 3, spellcheck: false });
  const said = make("p", {
    role: "status",
    className: "hint",
    textContent: texts.shareLength({ length: link.length }),
  });
  const copy = makeButton(
    texts.copyLink,
    async () => {
      try {
        await navigator.clipboard.writeText(link);
        said.textContent = texts.copied;
      } catch {
        field.select();
        said.textContent = texts.notCopied;
      }
    },
    { className: "main" },
  );
  const isFile = location.protocol === "file:";
  openDialog(
    texts.shareTitle,
    [
      make("p", { textContent: isFile ? texts.fileLink : texts.shareHint }),
      make("label", { htmlFor: field.id, textContent: texts.shareLink }),
      field,
      said,
      foot(zip, copy),
      ...(isFile ? [] : [codeOf(link, texts)]),
    ],
    texts,
  );
  copy.focus();
}

/** @param {...Node} buttons */
const foot = (...buttons) => make("div", { className: "dialog-foot" }, ...buttons);

/**
 * @param {string} link
 * @param {import("../texts/texts.js").Texts["playground"]} texts
 * @returns {Element}
 */
function codeOf(link, texts) {
  if (link.length > MOST_IN_CODE) return make("p", { className: "hint", textContent: texts.noQrCode });
  // The quiet zone around the code is part of it.
  const { data, size } = encode(link, { border: 4 });
  const dots = data.flatMap((row, y) => row.map((isBlack, x) => (isBlack ? `M${x} ${y}h1v1h-1z` : "")));
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", `0 0 ${size} ${size}`);
  svg.setAttribute("class", "qr");
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", texts.qrCode);
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", dots.join(""));
  svg.append(path);
  return svg;
}
