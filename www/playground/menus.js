// @ts-check
// What the menus of files and projects offer.

import { MAIN } from "../client/facts.js";
import { visible } from "../texts/visible.js";
import { askForName } from "./dialog.js";
import { byId } from "./dom.js";
import { downloadFile, downloadProject, newFileName } from "./files.js";
import { menuOf } from "./menu.js";
import { openPackages } from "./packages-dialog.js";
import { openProjects } from "./projects-dialog.js";
import { NORMAL_SIZE } from "./settings.js";

/**
 * @typedef {import("./menu.js").Entry} Entry
 * @typedef {import("./notices.js").Notice} Notice
 */

/**
 * The objects that menus act on, and the functions that they call.
 * @typedef {object} MenuContext
 * @property {import("./workspace.js").Workspace} workspace
 * @property {import("./settings.js").Settings} settings
 * @property {import("./notices.js").Notices} notices
 * @property {(size: number) => void} onSize
 * @property {(error: unknown) => void} onError
 */

/** Questions and actions that menus, tabs and buttons share. */
export class Menus {
  #context;

  /** @param {MenuContext} context */
  constructor(context) {
    this.#context = context;
    menuOf(byId("project"), () => this.#project());
    menuOf(byId("file-menu"), () => this.#file());
    menuOf(byId("text-size"), () => this.#size());
    byId("new-file").addEventListener("click", () => this.newFile());
  }

  get #texts() {
    return this.#context.settings.texts.playground;
  }

  newFile() {
    const { workspace, settings } = this.#context;
    askForName(
      {
        title: this.#texts.newFile.replace(/\s*…$/, ""),
        label: this.#texts.fileName,
        hint: this.#texts.fileNameHint,
        value: newFileName(workspace.files.keys()),
        texts: settings.texts,
      },
      (name) => void workspace.add(name, ""),
    );
  }

  /** @param {string} path */
  renameFile(path) {
    const { workspace, settings } = this.#context;
    if (path === MAIN) return;
    askForName(
      {
        title: visible(path),
        label: this.#texts.fileName,
        hint: this.#texts.fileNameHint,
        value: path,
        texts: settings.texts,
      },
      (name) => workspace.rename(path, name),
    );
  }

  /** @param {string} title @param {string} value @param {(name: string) => void} use */
  #askForProject(title, value, use) {
    askForName(
      { title: title.replace(/\s*…$/, ""), label: this.#texts.projectName, value, texts: this.#context.settings.texts },
      use,
    );
  }

  /** What has been destroyed, and the way back. @param {Notice["text"]} text */
  tellUndo(text) {
    const { notices, onError } = this.#context;
    notices.show({ kind: "undo", text, action: { label: "undoNow", action: () => void this.#undo().catch(onError) } });
  }

  /** @param {import("../output/save.js").Warning | null} warning of a file that was given */
  tellSaved(warning) {
    const { notices, settings } = this.#context;
    if (warning) notices.show({ kind: "saving", text: () => warning(settings.texts) });
    else notices.hide("saving");
  }

  async #undo() {
    await this.#context.workspace.undo();
    this.tellUndo((texts) => texts.didUndo);
  }

  async #reset() {
    await this.#context.workspace.reset();
    this.tellUndo((texts) => texts.didReset);
  }

  /** @returns {Entry[]} */
  #project() {
    const { workspace, onError } = this.#context;
    const texts = this.#texts;
    const isOff = !workspace.isOurs;
    const doing = (/** @type {() => void | Promise<void>} */ action) => () => {
      Promise.resolve().then(action).catch(onError);
    };
    return [
      { label: texts.allProjects, action: doing(() => openProjects(workspace, texts, onError)) },
      {
        label: texts.newProject,
        action: () =>
          this.#askForProject(
            texts.newProject,
            texts.newName,
            doingWith((name) => workspace.create(name, new Map()), onError),
          ),
      },
      null,
      {
        label: texts.renameProject,
        action: () =>
          this.#askForProject(texts.renameProject, workspace.about.name, (name) => workspace.renameProject(name)),
        isOff,
      },
      { label: texts.copyProject, action: doing(() => workspace.copy(workspace.about.name)) },
      null,
      { label: texts.packages, action: doing(() => openPackages(workspace, this.#context.settings.texts, onError)) },
      { label: texts.upload, action: () => byId("upload").click(), isOff },
      { label: texts.openFolder, action: () => byId("folder").click() },
      {
        label: texts.downloadAll,
        action: doing(async () => this.tellSaved(await downloadProject(workspace))),
      },
      null,
      { label: texts.reset, action: doing(() => this.#reset()), isOff },
      { label: texts.undo, action: doing(() => this.#undo()), isOff: isOff || !workspace.canUndo },
    ];
  }

  /** @returns {Entry[]} */
  #file() {
    const { workspace } = this.#context;
    const { active, tabs } = workspace.about;
    const texts = this.#texts;
    const isOff = !workspace.isOurs;
    const closed = workspace.paths.filter((path) => !tabs.includes(path));
    return [
      { label: texts.newFile, action: () => this.newFile(), isOff },
      { label: texts.renameFile, action: () => this.renameFile(active), isOff: isOff || active === MAIN },
      {
        label: texts.downloadFile,
        action: () => this.tellSaved(downloadFile(active, workspace.files.get(active) ?? "")),
      },
      { label: texts.closeFile, action: () => workspace.close(active), isOff: active === MAIN },
      { label: texts.deleteFile, action: () => this.#remove(active), isOff: isOff || active === MAIN },
      ...(closed.length > 0 ? [null] : []),
      ...closed.map((path) => ({ label: texts.openFile({ name: visible(path) }), action: () => workspace.show(path) })),
    ];
  }

  /** @param {string} path */
  #remove(path) {
    this.#context.workspace.remove(path);
    this.tellUndo((texts) => texts.didDelete({ name: visible(path) }));
  }

  /** @returns {Entry[]} */
  #size() {
    const { settings, onSize } = this.#context;
    const texts = this.#texts;
    const entry = (/** @type {string} */ label, /** @type {number} */ size) => ({
      label,
      action: () => onSize(size),
      isOff: size === settings.size,
    });
    return [
      entry(texts.larger, settings.nextSize(1)),
      entry(texts.smaller, settings.nextSize(-1)),
      entry(texts.normal, NORMAL_SIZE),
    ];
  }
}

/**
 * @template T
 * @param {(value: T) => Promise<void>} action
 * @param {(error: unknown) => void} onError
 */
const doingWith = (action, onError) => (/** @type {T} */ value) => void action(value).catch(onError);
