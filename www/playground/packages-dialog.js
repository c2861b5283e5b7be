// @ts-check
// The dialog with a project's packages, and the question before another site is asked for one.

import { visible } from "../texts/visible.js";
import { openDialog } from "./dialog.js";
import { byId, make, makeButton } from "./dom.js";
import { addressesIn, allow, isWheel, LIST, urlOf, withAddress, withoutAddress } from "./packages.js";
import { megabytes, sizeOf } from "./project.js";

/**
 * @typedef {import("./workspace.js").Workspace} Workspace
 * @typedef {import("../texts/texts.js").Texts["playground"]} Say
 */

/**
 * @param {Workspace} workspace
 * @param {Say} texts
 * @param {(error: unknown) => void} onError
 */
export function openPackages(workspace, texts, onError) {
  const isOff = !workspace.isOurs;
  const list = make("ul", { className: "packages" });
  const field = make("input", { id: "package-address", autocomplete: "off", spellcheck: false, disabled: isOff });
  const wrong = make("p", { className: "wrong", role: "alert" });
  const put = (/** @type {string} */ text) => {
    if (text.trim()) workspace.put(new Map([[LIST, text]]));
    else workspace.remove(LIST);
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
      ...addressesIn(files).map((address) => row(address, () => put(withoutAddress(files, address)))),
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
    const url = urlOf(address);
    const isRight = url !== null && /\.(whl|json)$/i.test(url.pathname);
    wrong.textContent = isRight ? "" : texts.noPackageAddress({ value: visible(address) });
    if (!isRight) return field.focus();
    trying(() => {
      // Who writes an address here means it.
      allow([address]);
      put(withAddress(workspace.files, address));
      field.value = "";
    });
  });
  draw();
  field.focus();
}

/**
 * @param {string[]} addresses of other sites
 * @param {Say} texts
 * @returns {Promise<boolean>} whether they may be fetched
 */
export function askForPackages(addresses, texts) {
  return new Promise((resolve) => {
    let isAllowed = false;
    const dialog = openDialog(
      texts.packagesTitle,
      [
        make("p", { textContent: texts.askForPackages }),
        make(
          "ul",
          {},
          ...addresses.map((address) => make("li", { textContent: visible(urlOf(address)?.href ?? address) })),
        ),
        make(
          "div",
          { className: "dialog-foot" },
          makeButton(texts.cancel, () => dialog.close()),
          makeButton(
            texts.fetchPackages,
            () => {
              isAllowed = true;
              allow(addresses);
              dialog.close();
            },
            { className: "main" },
          ),
        ),
      ],
      texts,
    );
    dialog.addEventListener("close", () => resolve(isAllowed));
  });
}
