// @ts-check
// The states of a page that are looked at, each at the moment's width, language and size of text. Runs in the page, as
// the body of an async function, after `look` (geometry.js). `argument.scene` says which states these are; what they
// begin with (a program that has run, say) is there already. `argument.only` is one that is only opened.

/** @typedef {{ within: string, open?: () => unknown, isThere?: () => unknown, close?: () => unknown }} State */

const byCss = (/** @type {string} */ css) => /** @type {HTMLElement} */ (document.querySelector(css));
const press = (/** @type {string} */ css) => () => byCss(css).click();
const choose = (/** @type {string} */ menu, /** @type {number} */ entry) => () => {
  byCss(menu).click();
  /** @type {HTMLElement} */ (document.querySelectorAll(".menu [role=menuitem]")[entry]).click();
};
const nextFrame = () => new Promise((resolve) => setTimeout(() => requestAnimationFrame(resolve)));

/** Names a package in the dialog of packages. */
const addPackage = () => {
  choose("#project", 4)();
  const field = /** @type {HTMLInputElement} */ (byCss("#package-address"));
  field.value = "https://packages.example.org/with/a/rather/long/path/a_package-1.0-py3-none-any.whl";
  byCss("dialog button.main").click();
};
const closeDialog = () => /** @type {HTMLDialogElement} */ (byCss("dialog")).close();
const removePackage = () => {
  byCss(".packages button").click();
  closeDialog();
};

const dialog = (/** @type {() => void} */ open) => ({
  within: "dialog",
  open,
  isThere: () => byCss("dialog[open]"),
  close: closeDialog,
});
const menu = (/** @type {string} */ css) => ({ within: ".menu", open: press(css), close: press(css) });
const page = { within: "body" };

/** @type {Record<string, Record<string, State>>} */
const SCENES = {
  page: { page },
  // What we make in a page that others have made.
  elements: { elements: { within: "garter-snippet, garter-exercise, garter-lesson" } },
  messages: {
    page,
    "packages of another site": dialog(press("#run")),
    "deleted projects": { ...dialog(choose("#project", 0)), isThere: () => byCss(".projects h3") },
  },
  playground: {
    page,
    "search in the program": {
      within: ".cm-panels",
      open: () => {
        const content = byCss("#editor .cm-content");
        content.focus();
        content.dispatchEvent(new KeyboardEvent("keydown", { key: "f", keyCode: 70, ctrlKey: true, bubbles: true }));
      },
      isThere: () => byCss(".cm-panels input"),
      close: press(".cm-search [name=close]"),
    },
    "menu of the project": menu("#project"),
    "menu of the file": menu("#file-menu"),
    "menu of the text size": menu("#text-size"),
    "new file": dialog(press("#new-file")),
    "wrong name": dialog(() => {
      byCss("#new-file").click();
      /** @type {HTMLInputElement} */ (byCss("#name-field")).value = "a name that no file can have: *?<>/..";
      byCss("dialog button.main").click();
    }),
    share: { ...dialog(press("#share")), isThere: () => byCss("dialog .qr, dialog .hint + *") },
    projects: { ...dialog(choose("#project", 0)), isThere: () => byCss(".projects li") },
    packages: dialog(choose("#project", 4)),
    "a package": { ...dialog(addPackage), isThere: () => byCss(".packages button"), close: removePackage },
    gallery: { ...dialog(press("#examples")), isThere: () => byCss(".gallery [data-path]") },
  },
};

/** @type {string[]} */
const problems = [];
for (const [name, { within, open, isThere, close }] of Object.entries(SCENES[argument.scene])) {
  // It is left as it is, to be photographed.
  if (argument.only && argument.only !== name) continue;
  await open?.();
  for (let patience = 200; isThere && !isThere(); patience -= 1) {
    if (patience === 0) throw new Error(`${name} never opens`);
    await nextFrame();
  }
  await nextFrame();
  if (argument.only) break;
  const parts = document.querySelectorAll(within);
  if (parts.length === 0) throw new Error(`${name} has no ${within}`);
  for (const part of parts) {
    problems.push(...look({ within: part }).map((/** @type {string} */ problem) => `${name}: ${problem}`));
  }
  await close?.();
}
return problems;
