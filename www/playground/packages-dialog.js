// @ts-check
// The dialog with a project's packages, and the question before another site is asked for one.

import { GarterError } from "../client/errors.js";
import { folderOf, urlOf } from "../client/package-address.js";
import { visible } from "../texts/visible.js";
import { openDialog } from "./dialog.js";
import { byId, make, makeButton } from "./dom.js";
import { allow, isAllowed, isWheel, linesIn, withLine, withoutLine } from "./packages.js";
import { LIST, megabytes, sizeOf } from "./project.js";

/**
 * @typedef {import("./workspace.js").Workspace} Workspace
 * @typedef {import("../texts/texts.js").Texts} Texts
 */

/**
 * @param {Workspace} workspace
 * @param {Texts} all
 * @param {(error: unknown) => void} onError
 */
export function openPackages(workspace, all, onError) {
  const texts = all.playground;
  const isOff = !workspace.isOurs;
  const list = make("ul", { className: "packages" });
  const field = make("input", { id: "package-address", autocomplete: "off", spellcheck: false, disabled: isOff });
  const wrong = make("p", { className: "wrong", role: "alert" });
  const put = (/** @type {string} */ text) => {
    const { about, files } = workspace;
    // Who changes the list here means it; what it holds besides is as allowed as it was.
    const wasAllowed = isAllowed(about.id, files);
    if (text.trim()) workspace.put(new Map([[LIST, text]]));
    else workspace.remove(LIST);
    if (wasAllowed) allow(about.id, workspace.files);
  };
  const trying = (/** @type {() => void} */ action) => {
    try {
      action();
      draw();
    } catch (error) {
      dialog.close();
      onError(error);
    }
  };
  const row = (/** @type {string} */ name, /** @type {() => void} */ remove) =>
    make(
      "li",
      {},
      make("span", { textContent: visible(name) }),
      makeButton(texts.removePackage, () => trying(remove), {
        className: "plain",
        "aria-label": texts.removeNamedPackage({ name: visible(name) }),
        disabled: isOff,
      }),
    );
  const draw = () => {
    const { files } = workspace;
    const wheels = [...files].filter(([path]) => isWheel(path));
    const rows = [
      ...linesIn(files).map((line) => row(line, () => put(withoutLine(files, line)))),
      ...wheels.map(([path, content]) => row(`${path} (${megabytes(sizeOf(content))})`, () => workspace.remove(path))),
    ];
    list.replaceChildren(...rows, ...(rows.length > 0 ? [] : [make("li", { textContent: texts.noPackages })]));
  };
  const form = make(
    "form",
    { "aria-label": texts.packagesTitle },
    make("label", { htmlFor: field.id, textContent: texts.packageAddress }),
    field,
    make("p", { className: "hint", textContent: texts.packageHint }),
    wrong,
    make(
      "div",
      { className: "dialog-foot" },
      makeButton(
        texts.packageFile,
        () => {
          dialog.close();
          byId("upload").click();
        },
        { disabled: isOff },
      ),
      make("button", { className: "main", textContent: texts.addPackage, disabled: isOff }),
    ),
  );
  const dialog = openDialog(texts.packagesTitle, [list, form], texts);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const address = field.value.trim();
    wrong.textContent = reasonAgainst(address, all);
    if (wrong.textContent) return field.focus();
    trying(() => {
      put(withLine(workspace.files, address));
      field.value = "";
    });
  });
  draw();
  field.focus();
}

/**
 * @param {string} line addresses of a group
 * @param {Texts} texts
 * @returns {string} why nothing can be fetched from there; empty if it can
 */
function reasonAgainst(line, texts) {
  for (const address of line.split(/\s+/)) {
    try {
      const { href, protocol } = urlOf(address);
      // A page on a disk takes what lies with it.
      if (protocol === "file:") urlOf({ address: href, sites: [folderOf()] });
    } catch (error) {
      if (error instanceof GarterError) return error.in(texts);
      throw error;
    }
  }
  return "";
}

/**
 * @param {string[]} addresses of other sites
 * @param {Texts["playground"]} texts
 * @returns {Promise<boolean>} whether they may be fetched
 */
export function askForPackages(addresses, texts) {
  return new Promise((resolve) => {
    let isTaken = false;
    const dialog = openDialog(
      texts.packagesTitle,
      [
        make("p", { textContent: texts.askForPackages }),
        make("ul", {}, ...addresses.map((address) => make("li", { textContent: visible(address) }))),
        make(
          "div",
          { className: "dialog-foot" },
          makeButton(texts.cancel, () => dialog.close()),
          makeButton(
            texts.fetchPackages,
            () => {
              isTaken = true;
              dialog.close();
            },
            { className: "main" },
          ),
        ),
      ],
      texts,
    );
    dialog.addEventListener("close", () => resolve(isTaken));
  });
}
