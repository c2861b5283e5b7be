// @ts-check
// The project that is open: what is done to it is kept at once, and what destroys can be undone.

import { MAIN } from "../client/facts.js";
import { Claim } from "./claim.js";
import {
  areSame,
  checkedPath,
  contentOf,
  freeName,
  freePath,
  hasRoomForTab,
  isSame,
  newProject,
  OF_PERSON,
  openTab,
  Problem,
  projectName,
  Room,
  sorted,
} from "./project.js";

/**
 * @typedef {import("./project.js").About} About
 * @typedef {import("./project.js").Content} Content
 * @typedef {import("./project.js").Files} Files
 * @typedef {import("./store.js").Store} Store
 */

/**
 * @typedef {object} Listeners
 * @property {() => void} onProject another project is open, or this one in its former state
 * @property {() => void} onFiles there are other files, tabs or names
 * @property {() => void} onOwner who may write has changed
 * @property {() => void} onTaken another tab shows this project, and does not write it any more
 */

/** Which project this tab had open, for a reload. */
const SESSION_KEY = "garter.project";

export class Workspace {
  #store;
  #listeners;
  #claim;
  /** @type {About} */
  about = newProject("", new Map()).about;
  /** @type {Files} */
  files = new Map();
  /** Whether the last reset or deletion can be undone. */
  canUndo = false;

  /**
   * @param {Store} store
   * @param {Listeners} listeners
   */
  constructor(store, listeners) {
    this.#store = store;
    this.#listeners = listeners;
    this.#claim = new Claim({
      onLost: listeners.onOwner,
      onTaken: listeners.onTaken,
      onWritten: () => this.#read(this.about),
    });
  }

  /** Whether this tab may write the project. */
  get isOurs() {
    return this.#claim.isOurs;
  }

  /** @returns {string[]} */
  get paths() {
    return sorted(this.files);
  }

  /** @returns {Promise<About[]>} all projects, the last one first */
  projects() {
    return this.#store.projects();
  }

  /**
   * Opens the project that this tab had open, or the last one.
   * @returns {Promise<boolean>} whether there is one
   */
  async resume() {
    const projects = (await this.projects()).filter(({ deleted }) => deleted === null);
    const mine = fromSession();
    const about = projects.find(({ id }) => id === mine) ?? projects[0];
    if (about) await this.#show(about);
    return Boolean(about);
  }

  /** @param {string} id */
  async open(id) {
    const about = (await this.projects()).find((project) => project.id === id);
    if (!about) throw new Problem("projectGone");
    if (about.deleted !== null) await this.#store.write({ ...about, deleted: null });
    await this.#show({ ...about, deleted: null });
  }

  /** Writes here what another tab has had open: it gives way. */
  async takeOver() {
    this.#claim.take(this.about.id);
    await this.#read(this.about);
    this.#listeners.onOwner();
  }

  /** @param {About} about */
  async #show(about) {
    // The other tab first gives way, then what it has written is read.
    this.#claim.take(about.id);
    rememberInSession(about.id);
    await this.#read(about);
    this.#listeners.onOwner();
  }

  /** @param {About} about */
  async #read({ id }) {
    const [all, files, before] = await Promise.all([
      this.projects(),
      this.#store.files(id),
      this.#store.copy(id, "before"),
    ]);
    const about = all.find((project) => project.id === id);
    if (!about) return;
    // What is written elsewhere does not turn the page for who reads here.
    if (id === this.about.id && files.has(this.about.active)) about.active = this.about.active;
    this.#enter(about, files, before !== undefined);
  }

  /**
   * @param {About} about
   * @param {Files} files
   * @param {boolean} canUndo
   */
  #enter(about, files, canUndo) {
    this.about = about;
    this.files = files;
    this.canUndo = canUndo;
    if (!files.has(MAIN)) files.set(MAIN, "");
    this.#tidy();
    this.#listeners.onProject();
  }

  /**
   * Makes a project and opens it. The one that was open stays as it is.
   * @param {string} name
   * @param {Files} files
   * @param {{ source?: string | null }} [from]
   */
  async create(name, files, from) {
    const names = (await this.projects()).filter(({ deleted }) => deleted === null).map((about) => about.name);
    if (!files.has(MAIN)) files.set(MAIN, "");
    const project = newProject(freeName(projectName(name), names), files, from);
    if (await this.#store.write(project.about, files, { original: files })) return this.#show(project.about);
    // There is no room for it in this browser, which is said. It is open, and is kept as soon as there is room.
    this.#claim.take(project.about.id);
    rememberInSession(project.about.id);
    this.#enter(project.about, files, false);
    this.#listeners.onOwner();
  }

  /**
   * Opens what came from elsewhere: the project that was made from it and is still the same, or a new one.
   * @param {string} name
   * @param {Files} files
   * @param {string} source names it
   */
  async adopt(name, files, source) {
    for (const about of await this.projects()) {
      if (about.source !== source || about.deleted !== null) continue;
      if (areSame(files, await this.#store.files(about.id))) return this.#show(about);
    }
    return this.create(name, files, { source });
  }

  /**
   * Opens the project that was made from something, whatever has become of it since, or a new one.
   * @param {string} name
   * @param {Files} files
   * @param {string} source names it
   */
  async reopen(name, files, source) {
    const about = (await this.projects()).find((one) => one.source === source && one.deleted === null);
    return about ? this.#show(about) : this.create(name, files, { source });
  }

  /** @param {string} name of a copy, which is opened */
  copy(name) {
    return this.create(name, new Map(this.files));
  }

  /** @param {string} name */
  renameProject(name) {
    this.about.name = projectName(name);
    this.#write();
    this.#listeners.onFiles();
  }

  /**
   * Takes a project out of the list; it can be opened until it is erased.
   * @param {About} about
   */
  async discard(about) {
    await this.#store.write({ ...about, deleted: Date.now() });
  }

  /** @param {string} id */
  erase(id) {
    return this.#store.erase(id);
  }

  /**
   * A file has another content: a key was pressed.
   * @param {string} path
   * @param {Content} content
   */
  edit(path, content) {
    if (!this.isOurs || !this.files.has(path)) return;
    this.files.set(path, content);
    this.#write(new Map([[path, content]]));
  }

  /**
   * @param {string} wanted
   * @param {Content} content
   */
  add(wanted, content) {
    this.mustBeOurs();
    const path = checkedPath(wanted, this.files.keys());
    new Room(this.files).take(path, content);
    this.put(new Map([[path, content]]));
  }

  /**
   * @param {string} wanted
   * @param {Iterable<string>} others that come with it
   * @returns {string} the name in this project for a file that comes from elsewhere, which may be there already
   * @throws {Problem} if it can have none
   */
  nameFor(wanted, others) {
    const clean = wanted.normalize("NFC").trim();
    return checkedPath(wanted, [...others, ...this.paths.filter((path) => path !== clean)]);
  }

  /**
   * Puts files in, for which there is room, and shows the last one.
   * @param {Files} files
   * @returns {string[]} those that were there before, which can be brought back
   */
  put(files) {
    this.mustBeOurs();
    const replaced = [...files.keys()].filter((path) => this.files.has(path));
    if (replaced.length > 0) this.#keepForUndo();
    this.#place(files);
    this.show([...files.keys()].at(-1) ?? MAIN);
    if (replaced.length > 0) this.#listeners.onProject();
    return replaced;
  }

  /** @param {Files} files */
  #place(files) {
    for (const [path, content] of files) {
      this.files.set(path, content);
      if (hasRoomForTab(this.about)) openTab(this.about, path);
    }
    this.#write(files);
  }

  /**
   * @param {string} path
   * @param {string} wanted
   */
  rename(path, wanted) {
    if (wanted === path) return;
    this.mustBeOurs();
    const others = [...this.files.keys()].filter((other) => other !== path);
    const name = checkedPath(wanted, others);
    const content = /** @type {Content} */ (this.files.get(path));
    this.files.delete(path);
    this.files.set(name, content);
    this.about.tabs = this.about.tabs.map((tab) => (tab === path ? name : tab));
    if (this.about.active === path) this.about.active = name;
    this.#write(
      new Map([
        [path, null],
        [name, content],
      ]),
    );
    this.#listeners.onProject();
  }

  /** @param {string} path */
  remove(path) {
    this.mustBeOurs();
    if (path === MAIN) throw new Problem("mainStays");
    this.#keepForUndo();
    this.files.delete(path);
    this.#tidy();
    this.#write(new Map([[path, null]]));
    this.#listeners.onProject();
  }

  /** @param {string} path is shown */
  show(path) {
    openTab(this.about, path);
    this.about.active = path;
    this.#write();
    this.#listeners.onFiles();
  }

  /** @param {string} path its tab goes, the file stays */
  close(path) {
    if (path === MAIN) return;
    const at = this.about.tabs.indexOf(path);
    this.about.tabs = this.about.tabs.filter((tab) => tab !== path);
    if (this.about.active === path) this.about.active = this.about.tabs[Math.max(0, at - 1)];
    this.#write();
    this.#listeners.onFiles();
  }

  /**
   * Takes over what a program wrote.
   * @param {Record<string, Uint8Array>} written
   * @param {Files} given the files as the program got them
   * @returns {{ changed: string[], kept: [string, string][], refused: Problem[] }} `kept` are files
   *   that the person has changed meanwhile, with the names under which the program's are found
   */
  takeWritten(written, given) {
    /** @type {ReturnType<Workspace["takeWritten"]>} */
    const news = { changed: [], kept: [], refused: [] };
    const room = new Room(this.files);
    const others = new Set([...this.files.keys(), ...OF_PERSON]);
    /** @type {Files} */
    const files = new Map();
    for (const [path, bytes] of Object.entries(written)) {
      const content = contentOf(bytes);
      const mine = this.files.get(path);
      if (isSame(content, mine)) continue;
      // The other tab's files are not this one's to change.
      if (!this.isOurs) return { ...news, refused: [new Problem("notHere")] };
      // A program is not replaced by what it writes, nor is what somebody has typed meanwhile. Nor does it say which
      // packages the page fetches next.
      const isMine = OF_PERSON.includes(path) || (mine !== undefined && !isSame(mine, given.get(path)));
      const name = isMine ? freeName(path, others) : path;
      try {
        if (mine === undefined || isMine) freePath(name, others);
        room.take(name, content);
      } catch (problem) {
        if (!(problem instanceof Problem)) throw problem;
        news.refused.push(problem);
        continue;
      }
      files.set(name, content);
      others.add(name);
      if (isMine) news.kept.push([path, name]);
      else news.changed.push(name);
    }
    if (files.size > 0) {
      this.#place(files);
      this.#listeners.onProject();
    }
    return news;
  }

  /** The files are again what they were when the project was made. */
  async reset() {
    this.mustBeOurs();
    const original = await this.#store.copy(this.about.id, "original");
    if (!original) return;
    this.#keepForUndo();
    this.#restore(new Map(original));
  }

  /** Takes back the last reset or deletion, which becomes what can be undone. */
  async undo() {
    this.mustBeOurs();
    const before = await this.#store.copy(this.about.id, "before");
    if (!before) return;
    this.#keepForUndo();
    this.#restore(new Map(before));
  }

  #keepForUndo() {
    this.canUndo = true;
    this.#store.write(this.about, new Map(), { before: new Map(this.files) });
  }

  /** @param {Files} files */
  #restore(files) {
    /** @type {Map<string, Content | null>} */
    const changes = new Map(files);
    for (const path of this.files.keys()) if (!files.has(path)) changes.set(path, null);
    this.files = files;
    for (const path of sorted(files)) if (hasRoomForTab(this.about)) openTab(this.about, path);
    this.#tidy();
    this.#write(changes);
    this.#listeners.onProject();
  }

  /** Fails with a {@link Problem} if another tab writes the project. */
  mustBeOurs() {
    if (!this.isOurs) throw new Problem("notHere");
  }

  /** Tabs are of files that there are, the program's among them. */
  #tidy() {
    const { about, files } = this;
    if (files.has(about.active)) openTab(about, about.active);
    about.tabs = [MAIN, ...about.tabs.filter((path) => path !== MAIN && files.has(path))];
    if (!about.tabs.includes(about.active)) about.active = MAIN;
  }

  /** @param {Map<string, Content | null>} [changes] */
  #write(changes) {
    if (!this.isOurs) return;
    this.about.changed = Date.now();
    this.#store.write(this.about, changes).then(() => this.#claim.tellWritten());
  }
}

function fromSession() {
  try {
    return sessionStorage.getItem(SESSION_KEY);
  } catch {
    return null;
  }
}

/** @param {string} id */
function rememberInSession(id) {
  try {
    sessionStorage.setItem(SESSION_KEY, id);
  } catch {
    // Without it, a reload opens the project that was changed last.
  }
}
