// @ts-check
// Where projects are kept: IndexedDB, or memory where the browser forbids that.

import { openDB } from "idb";

/**
 * @typedef {import("./project.js").About} About
 * @typedef {import("./project.js").Content} Content
 * @typedef {import("./project.js").Files} Files
 */

/**
 * What a project was at some time: `original` when it was made, `before` ahead of the last thing
 * that can be undone.
 * @typedef {"original" | "before"} Moment
 */

/**
 * @typedef {object} Schema
 * @property {{ key: string, value: About }} projects
 * @property {{ key: [string, string], value: Content }} files by project and path
 * @property {{ key: [string, string], value: Files }} copies by project and moment
 */

const NAME = "garter";
/** Some web views never answer whether there is a database. */
const PATIENCE_MS = 10_000;
/** Where an earlier version of this page kept its one program. */
const FORMER_KEY = "garter.program";

/** Keeps projects. Each write is under way when the call returns, so that it outlives a tab that is closed. */
export class Store {
  /** @type {import("idb").IDBPDatabase<Schema> | null} */
  #database = null;
  #memory = { projects: new Map(), files: new Map(), copies: new Map() };
  #onWritten;
  /** What is not known to be kept: it goes with the next write. @type {Map<string, Map<string, Content | null>>} */
  #owed = new Map();

  /** @param {(isKept: boolean) => void} onWritten hears of each write whether it was kept */
  constructor(onWritten) {
    this.#onWritten = onWritten;
  }

  /** Whether what is written here is there tomorrow. */
  get isLasting() {
    return this.#database !== null;
  }

  async open() {
    try {
      const opening = openDB(NAME, 1, {
        upgrade(database) {
          database.createObjectStore("projects", { keyPath: "id" });
          database.createObjectStore("files");
          database.createObjectStore("copies");
        },
        // Somebody deletes the browser's data, or a later version of this page needs another database.
        blocking: () => this.#close(),
        terminated: () => this.#close(),
      });
      const late = new Promise((_, reject) => setTimeout(reject, PATIENCE_MS, new Error("no answer")));
      // Nobody hears it any more if it comes later.
      late.catch(() => {
        const isLate = this.#database === null;
        if (isLate) opening.then((database) => database.close()).catch(() => {});
      });
      this.#database = await Promise.race([opening, late]);
    } catch {
      this.#onWritten(false);
    }
  }

  #close() {
    this.#database?.close();
    this.#database = null;
    this.#onWritten(false);
  }

  /** @returns {Promise<About[]>} all projects, the one that was changed last first */
  async projects() {
    const all = this.#database ? await this.#database.getAll("projects") : [...this.#memory.projects.values()];
    return all.sort((one, other) => other.changed - one.changed);
  }

  /**
   * @param {string} id
   * @returns {Promise<Files>}
   */
  async files(id) {
    if (!this.#database) return new Map(this.#memory.files.get(id));
    const store = this.#database.transaction("files").store;
    const range = allOf(id);
    const [keys, values] = await Promise.all([store.getAllKeys(range), store.getAll(range)]);
    return new Map(keys.map(([, path], at) => [path, values[at]]));
  }

  /**
   * @param {string} id
   * @param {Moment} moment
   * @returns {Promise<Files | undefined>}
   */
  async copy(id, moment) {
    return this.#database ? this.#database.get("copies", [id, moment]) : this.#memory.copies.get(id + moment);
  }

  /**
   * Writes a project: what is known of it, and of its files those that have changed.
   * @param {About} about
   * @param {Map<string, Content | null>} [changes] null for a file that is gone
   * @param {Partial<Record<Moment, Files | null>>} [copies] null for one that is gone
   * @returns {Promise<boolean>} whether it was written
   */
  async write(about, changes = new Map(), copies = {}) {
    if (!this.#database) {
      this.#remember(about, changes, copies);
      return true;
    }
    const owed = this.#owed.get(about.id) ?? new Map();
    this.#owed.set(about.id, owed);
    for (const [path, content] of changes) owed.set(path, content);
    const written = new Map(owed);
    try {
      const transaction = this.#database.transaction(["projects", "files", "copies"], "readwrite");
      /** @type {Promise<unknown>[]} */
      const requests = [transaction.objectStore("projects").put(about)];
      for (const [path, content] of written) {
        const files = transaction.objectStore("files");
        requests.push(content === null ? files.delete([about.id, path]) : files.put(content, [about.id, path]));
      }
      for (const [moment, files] of Object.entries(copies)) {
        const store = transaction.objectStore("copies");
        requests.push(files === null ? store.delete([about.id, moment]) : store.put(files, [about.id, moment]));
      }
      // Without this, a transaction whose page is closed meanwhile is undone.
      transaction.commit();
      await Promise.all([...requests, transaction.done]);
    } catch {
      this.#onWritten(false);
      return false;
    }
    for (const [path, content] of written) if (owed.get(path) === content) owed.delete(path);
    this.#onWritten(true);
    return true;
  }

  /**
   * @param {About} about
   * @param {Map<string, Content | null>} changes
   * @param {Partial<Record<Moment, Files | null>>} copies
   */
  #remember(about, changes, copies) {
    const { projects, files, copies: kept } = this.#memory;
    projects.set(about.id, about);
    const own = files.get(about.id) ?? new Map();
    files.set(about.id, own);
    for (const [path, content] of changes) content === null ? own.delete(path) : own.set(path, content);
    for (const [moment, copy] of Object.entries(copies)) kept.set(about.id + moment, copy ?? undefined);
  }

  /**
   * Deletes a project for good.
   * @param {string} id
   */
  async erase(id) {
    this.#memory.projects.delete(id);
    this.#memory.files.delete(id);
    if (!this.#database) return;
    const transaction = this.#database.transaction(["projects", "files", "copies"], "readwrite");
    transaction.objectStore("projects").delete(id);
    transaction.objectStore("files").delete(allOf(id));
    transaction.objectStore("copies").delete(allOf(id));
    await transaction.done;
  }
}

/** @param {string} id @returns the keys of all that belongs to a project: an array comes after every text */
const allOf = (id) => IDBKeyRange.bound([id], [id, []]);

/** The program of an earlier version of this page, which is a project from now on. */
export function formerProgram() {
  try {
    const text = localStorage.getItem(FORMER_KEY);
    localStorage.removeItem(FORMER_KEY);
    return text;
  } catch {
    return null;
  }
}
