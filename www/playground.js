// @ts-check
// The playground: its parts, and what each hears of the others.

// Before all others: they fail in a browser that is too old.
import "./playground/too-old.js";

import { EditorView } from "@codemirror/view";
import { BUDGET, CANVAS_MIME, CELL, HOME, MAIN } from "./client/facts.js";
import { Editor } from "./editor/editor.js";
import { hintFor } from "./hints.js";
import { displayElement } from "./output/display.js";
import { belongsToInputMethod } from "./output/keys.js";
import { describe } from "./output/status.js";
import { Terminal } from "./output/terminal.js";
import { pictureFor } from "./output/turtle.js";
import { checking } from "./playground/check.js";
import { completion } from "./playground/completion.js";
import { inWords, listed, together } from "./playground/dialog.js";
import { byId } from "./playground/dom.js";
import { ExercisePanel, projectOf } from "./playground/exercise.js";
import { downloadProject, takeFiles } from "./playground/files.js";
import { openGallery } from "./playground/gallery.js";
import { label, offerLanguages } from "./playground/labels.js";
import { Library } from "./playground/library.js";
import { Menus } from "./playground/menus.js";
import { Notices } from "./playground/notices.js";
import { startOffline } from "./playground/offline.js";
import { allow, foreign, given as givenOf, isAllowed, isWheel } from "./playground/packages.js";
import { askForPackages } from "./playground/packages-dialog.js";
import { isEditable, megabytes, Problem, sizeOf } from "./playground/project.js";
import { Runner } from "./playground/runner.js";
import { Settings } from "./playground/settings.js";
import { fromFragment, isShared, nameOfLink } from "./playground/share.js";
import { openShare } from "./playground/share-dialog.js";
import { splitBy } from "./playground/split.js";
import { formerProgram, Store } from "./playground/store.js";
import { Tabs } from "./playground/tabs.js";
import { Workspace } from "./playground/workspace.js";
import { visible } from "./texts/visible.js";

/**
 * @typedef {import("./playground/project.js").Files} Files
 * @typedef {import("./playground/runner.js").Sentence} Sentence
 * @typedef {import("./client/run.js").RunOptions} RunOptions
 * @typedef {import("./client/run.js").RunResult} RunResult
 */

/** Where a program's files are, as tracebacks name those that it has imported. */
const HOME_FOLDER = `${HOME}/`;

const settings = new Settings();
const button = (/** @type {string} */ id) => /** @type {HTMLButtonElement} */ (byId(id));
const stdin = /** @type {HTMLTextAreaElement} */ (byId("stdin"));
const progress = /** @type {HTMLProgressElement} */ (byId("progress"));
const upload = /** @type {HTMLInputElement} */ (byId("upload"));
const language = /** @type {HTMLSelectElement} */ (byId("language"));
offerLanguages(language);

/** What the status line says, in whatever language. @type {Sentence} */
let status = ({ playground }) => playground.loading;
/** Whether the project is there. */
let isOpen = false;
/** Whether the last change is kept. */
let isKept = true;

const terminal = new Terminal(
  byId("output"),
  { interrupt: stop, complete: (line) => runner.complete(line) },
  /** @type {HTMLElement} */ (document.querySelector("main")),
  settings.texts,
);

/** @satisfies {RunOptions} */
const options = {
  budget: BUDGET,
  onOutput: (/** @type {import("../target/types/Chunk.ts").Chunk} */ chunk) => terminal.write(chunk),
  onDisplay(
    /** @type {import("./client/run.js").Content} */ content,
    /** @type {import("./client/run.js").Run} */ run,
  ) {
    if (content.mime === CANVAS_MIME) {
      const picture = pictureFor(run, content, settings.texts);
      if (!picture.isConnected) byId("picture").replaceChildren(picture);
    } else terminal.show(displayElement(content, settings.texts), content.alt);
  },
  async onInput(/** @type {{ kind: import("../target/types/InputKind.ts").InputKind }} */ request) {
    say("waiting", ({ playground }) => playground.waiting[request.kind]);
    const line = await terminal.ask(request);
    say("running", ({ playground }) => playground.running);
    return line;
  },
  onProgress({ loaded, total }) {
    const inMB = (/** @type {number} */ bytes) => (bytes / 1e6).toFixed(1);
    if (loaded === total) say("running", ({ playground }) => playground.running);
    else say("running", ({ playground }) => playground.fetchingPackages({ loaded: inMB(loaded), total: inMB(total) }));
  },
};

const notices = new Notices(byId("notices"), () => settings.texts.playground);
const runner = new Runner(terminal, options, {
  onStatus: say,
  onState: enable,
  onClear: () => byId("picture").replaceChildren(),
  onMissing(files) {
    if (files.length > 0)
      notices.show({ kind: "missing", text: (texts) => texts.notAllHere({ files: files.join(", ") }) });
    else notices.hide("missing");
  },
  onProgress({ loaded, total }) {
    const inMB = (/** @type {number} */ bytes) => (bytes / 1e6).toFixed(1);
    progress.value = loaded / total;
    say("loading", ({ playground }) => playground.arriving({ loaded: inMB(loaded), total: inMB(total) }));
  },
});

// Python sets out first: the editor is there long before it.
const offline = startOffline({ ready: runner.load(), texts: () => settings.texts });

const store = new Store(tellKept);
const workspace = new Workspace(store, {
  onProject: showProject,
  onFiles: showFiles,
  onOwner: showOwner,
  onTaken: () => notices.show({ kind: "taken", text: (texts) => texts.tookOver }),
});
const exercise = new ExercisePanel(byId("exercise"), {
  workspace,
  garter: () => runner.whenReady(),
  language: () => settings.language,
  onCode: () => showFiles(),
  onLine(line) {
    editor.unmark();
    if (line !== null) editor.mark(line, MAIN);
  },
});
const menus = new Menus({ workspace, settings, notices, onSize: resize, onError: tellProblem });
const tabs = new Tabs(byId("tabs"), {
  onShow: (path) => workspace.show(path),
  onRename: (path) => menus.renameFile(path),
  onClose: (path) => workspace.close(path),
});
const editor = new Editor(
  byId("editor"),
  "",
  {
    onChange(text) {
      workspace.edit(workspace.about.active, text);
      exercise.edited();
    },
    onRun: run,
    onStop: stop,
    onRunSelection: runSelection,
  },
  settings.texts,
  [
    completion(new Library(() => runner.garter), () => workspace.files),
    checking((source) => runner.check(source)),
    EditorView.contentAttributes.of({ "aria-describedby": "editor-hint" }),
  ],
);

/** Opens what the address names, or what was open before. Until then nothing can be typed: it would be lost. */
async function start() {
  editor.isReadOnly = true;
  await store.open();
  if (!(await openLink(location.hash)) && !(await workspace.resume())) {
    const { firstName, firstProgram } = settings.texts.playground;
    await workspace.create(firstName, new Map([[MAIN, formerProgram() ?? firstProgram]]));
  }
  isOpen = true;
  enable();
}

/**
 * @param {string} hash of the address
 * @returns {Promise<boolean>} whether it holds a project, which is open now
 */
async function openLink(hash) {
  if (hash.startsWith(EXERCISE_LINK)) return openExercise(hash);
  if (!isShared(hash)) return false;
  try {
    const { name, files } = await fromFragment(hash);
    await workspace.adopt(name, files, nameOfLink(hash));
  } catch (error) {
    tellProblems([error], { kind: "broken-link", takesFocus: true });
    return false;
  }
  notices.hide("broken-link");
  notices.show({ kind: "link", text: (texts) => texts.openedLink });
  // Once is enough: what is done to the project must not be hidden by the link after a reload.
  if (location.hash === hash) history.replaceState(null, "", location.pathname + location.search);
  return true;
}

/** A link to an exercise file of this site: `#exercise/loops/sum.md`. */
const EXERCISE_LINK = "#exercise/";

/**
 * @param {string} hash of the address
 * @returns {Promise<boolean>} whether it names an exercise, which is open now
 */
async function openExercise(hash) {
  try {
    const url = new URL(decodeURI(hash.slice(EXERCISE_LINK.length)), document.baseURI);
    // What another site has written is opened by who has it as a file, not by a link.
    if (url.origin !== new URL(document.baseURI).origin) throw new Problem("exerciseElsewhere", { url: url.href });
    const response = await fetch(url).catch(() => null);
    if (!response?.ok) throw new Problem("exerciseMissing", { url: url.href });
    const { name, files, source } = projectOf(await response.text());
    await (source ? workspace.reopen(name, files, source) : workspace.create(name, files));
  } catch (error) {
    tellProblems([error], { kind: "broken-link", takesFocus: true });
    return false;
  }
  notices.hide("broken-link");
  if (location.hash === hash) history.replaceState(null, "", location.pathname + location.search);
  return true;
}

/** What is opened at the start and by links, one after the other: the last one is open in the end. @type {Promise<unknown>} */
let opening = Promise.resolve();

/** The project that was shown last. */
let shown = "";

/** Another project is open, or this one has other contents. */
function showProject() {
  if (workspace.about.id !== shown) {
    if (shown) {
      runner.leave();
      runner.clear();
      say("idle", ({ playground }) => playground.ready);
    }
    shown = workspace.about.id;
    notices.hide("undo");
    notices.hide("link");
    // That of a link which could not be opened stays: it is about no project that is open.
    notices.hide("problem");
    editor.forget();
  }
  showFiles();
}

function showFiles() {
  const { about, files } = workspace;
  const content = files.get(about.active) ?? "";
  byId("project-name").textContent = visible(about.name);
  tabs.draw(about.tabs, about.active);
  const isShown = isEditable(content);
  byId("editor").hidden = !isShown;
  byId("binary").hidden = isShown;
  if (isShown) editor.show(about.active, content);
  else {
    const { binary, longText, wheel } = settings.texts.playground;
    const say = isWheel(about.active) ? wheel : typeof content === "string" ? longText : binary;
    byId("binary").textContent = say({ name: visible(about.active), size: megabytes(sizeOf(content)) });
  }
  exercise.draw();
  enable();
}

function showOwner() {
  editor.isReadOnly = !workspace.isOurs;
  button("new-file").disabled = !workspace.isOurs;
  if (workspace.isOurs) notices.hide("tab");
  else {
    notices.hide("taken");
    notices.show({
      kind: "tab",
      text: (texts) => texts.elsewhere,
      action: { label: "editHere", action: () => workspace.takeOver().catch(tellProblem) },
    });
  }
}

/** @param {boolean} wasKept */
function tellKept(wasKept) {
  const isKeptNow = wasKept && store.isLasting;
  // Once is enough: each key is written.
  if (isKeptNow === isKept) return;
  isKept = isKeptNow;
  if (isKept) {
    notices.hide("storage");
    return;
  }
  notices.show({
    kind: "storage",
    isGrave: true,
    text: (texts) => (store.isLasting ? texts.notWritten : texts.notKept),
    action: { label: "download", action: download },
  });
}

/** @param {unknown} error */
function tellProblem(error) {
  tellProblems([error]);
}

/**
 * @param {unknown[]} errors
 * @param {{ kind?: string, takesFocus?: boolean }} [options]
 */
function tellProblems(errors, { kind = "problem", takesFocus = false } = {}) {
  if (errors.length === 0) return;
  for (const error of errors) if (!(error instanceof Problem)) reportError(error);
  const words = (/** @type {unknown} */ error, /** @type {import("./texts/texts.js").Texts["playground"]} */ texts) =>
    error instanceof Problem ? inWords(error, texts) : String(error);
  notices.show({
    kind,
    isGrave: true,
    takesFocus,
    text: (texts) => {
      const sentences = new Set(errors.map((error) => words(error, texts)));
      return together([...sentences], texts);
    },
  });
}

/** The project, as a zip file. */
const download = () => downloadProject(workspace).then((warning) => menus.tellSaved(warning), tellProblem);

/**
 * @param {string} kind
 * @param {Sentence} sentence
 */
function say(kind, sentence) {
  status = sentence;
  byId("status").dataset.status = kind;
  byId("status").textContent = sentence(settings.texts);
}

/** Says what can be pressed. */
function enable() {
  const isReady = runner.stage === "ready" && isOpen;
  document.documentElement.dataset.garter = isOpen ? runner.stage : "loading";
  button("run").disabled = !isReady || !runner.canRun;
  button("run-selection").disabled = !isReady || !runner.canRun || !isProgramShown();
  button("console").disabled = !isReady || !runner.canExplore;
  button("stop").disabled = !runner.isRunning;
  button("retry").hidden = !runner.hasFailed;
  progress.hidden = runner.stage !== "loading";
  byId("given").hidden = runner.stage !== "ready" || !runner.cannotAsk;
}

const isProgramShown = () => workspace.about.active.endsWith(".py") && !byId("editor").hidden;

/** What a program is given: the project's files and packages, and its input where one could not ask. */
function surroundings() {
  const { files, packages } = givenOf(workspace.about.id, workspace.files);
  return { files, packages: [...packages, exercise.packages], ...(runner.cannotAsk && { stdin: stdin.value }) };
}

/** @returns {Promise<boolean>} whether a person allows the project what it wants from other sites */
async function mayFetch() {
  const { about, files } = workspace;
  if (isAllowed(about.id, files)) return true;
  // Meanwhile the list may become another one, which nobody has seen.
  const [{ id }, asked] = [about, new Map(files)];
  if (await askForPackages(foreign(asked), settings.texts.playground)) {
    allow(id, asked);
    return true;
  }
  say("idle", ({ playground }) => playground.packagesNotAllowed);
  return false;
}

/**
 * Runs something, and takes over the files that it wrote.
 * @param {() => Promise<RunResult | null>} start
 * @param {string} [path] of the text that is run
 */
async function follow(start, path = MAIN) {
  if (!isOpen) return;
  if (!(await mayFetch())) return;
  const given = new Map(workspace.files);
  const { id } = workspace.about;
  notices.hide("undo");
  editor.unmark();
  const result = await start();
  // Meanwhile another project may have been opened.
  if (!result || workspace.about.id !== id) return;
  markErrors(result, path);
  const { error } = result;
  if (error) terminal.explain((texts) => hintFor(error, texts) ?? "");
  const { changed, kept, refused } = workspace.takeWritten(result.files, given);
  if (changed.length > 0) {
    say(result.status, (texts) => {
      const names = listed(changed, texts.playground);
      return `${describe(result, BUDGET, texts)} ${texts.playground.didWrite({ names })}`;
    });
  }
  const beside = kept.map(([name, other]) => ({ name: visible(name), other: visible(other) }));
  if (beside.length > 0) {
    notices.show({ kind: "beside", text: (texts) => together(beside.map(texts.didWriteBeside), texts) });
  }
  tellProblems(refused);
}

/**
 * Marks the innermost line of each file that an error has come through.
 * @param {RunResult} result
 * @param {string} path of the text that was run
 */
function markErrors({ error }, path) {
  // A text that does not parse has no frames.
  if (error?.position) editor.mark(error.position.line, path);
  for (const { file, position } of error?.frames ?? []) {
    const marked = file.startsWith(HOME_FOLDER)
      ? file.slice(HOME_FOLDER.length)
      : file === MAIN
        ? MAIN
        : file.startsWith(CELL)
          ? path
          : null;
    if (marked !== null) editor.mark(position.line, marked);
  }
}

const source = () => String(workspace.files.get(MAIN));

function run() {
  if (!runner.canRun) return;
  follow(() => runner.run(source(), { ...surroundings(), ...exercise.rules }, exercise.setup));
}

function runSelection() {
  if (!runner.canRun || !isProgramShown()) return;
  const { selection } = editor;
  follow(() => runner.runPart(selection, surroundings()), workspace.about.active);
}

function explore() {
  follow(() => runner.explore(surroundings()));
}

function stop() {
  runner.stop();
}

/** @param {Iterable<File>} files */
async function take(files) {
  try {
    const { replaced, opened, exercises, skipped, refused } = await takeFiles(workspace, files);
    if (exercises.length > 1) {
      const names = listed(exercises.slice(1), settings.texts.playground);
      notices.show({ kind: "zip", text: (texts) => texts.openedExercises({ names, count: exercises.length - 1 }) });
    }
    const count = opened.length;
    if (count > 0) {
      notices.show({ kind: "zip", text: (texts) => texts.openedZip({ names: listed(opened, texts), count }) });
    }
    if (replaced.length > 0) menus.tellUndo((texts) => texts.didReplace({ name: listed(replaced, texts) }));
    if (skipped.length > 0) {
      notices.show({ kind: "skipped", text: (texts) => texts.didSkip({ names: listed(skipped, texts) }) });
    }
    tellProblems(refused);
  } catch (error) {
    tellProblem(error);
  }
}

/** Opens an example as a project of its own. @param {import("./playground/gallery.js").Choice} choice */
function choose({ name, files, exercise }) {
  if (exercise === null)
    return workspace.adopt(name, new Map(Object.entries(files)), `gallery:${name}`).catch(tellProblem);
  // What somebody has done in an exercise is there again.
  const made = projectOf(exercise);
  return workspace.reopen(made.name, made.files, made.source ?? `gallery:${name}`).catch(tellProblem);
}

/** @param {number} size */
function resize(size) {
  settings.size = size;
  document.documentElement.style.setProperty("--code-size", `${size / 16}rem`);
  editor.measure();
}

/** Says everything in the chosen language. */
function speak() {
  const { texts } = settings;
  label(settings);
  language.value = settings.language;
  editor.texts = texts;
  terminal.texts = texts;
  notices.translate();
  offline.draw();
  byId("status").textContent = status(texts);
  if (isOpen) showFiles();
}

language.addEventListener("change", () => {
  settings.language = language.value;
  speak();
});
button("run").addEventListener("click", run);
button("stop").addEventListener("click", stop);
button("run-selection").addEventListener("click", runSelection);
button("console").addEventListener("click", explore);
button("clear").addEventListener("click", () => runner.clear());
button("retry").addEventListener("click", () => runner.load());
button("examples").addEventListener("click", () => {
  openGallery({ texts: settings.texts, lang: settings.language, onChoose: choose }).catch(tellProblem);
});
button("share").addEventListener("click", () => {
  openShare(workspace, settings.texts.playground, download).catch(tellProblem);
});
for (const input of [upload, /** @type {HTMLInputElement} */ (byId("folder"))]) {
  input.addEventListener("change", async () => {
    // Of a folder only the exercises: what else lies on a stick is nobody's business here.
    const all = [...(input.files ?? [])];
    await take(input === upload ? all : all.filter(({ name }) => /\.(?:md|markdown)$/i.test(name)));
    input.value = "";
  });
}
// Before the editor does, which would put the file's text where it is dropped.
addEventListener(
  "dragover",
  (event) => {
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
  },
  true,
);
addEventListener(
  "drop",
  (event) => {
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    event.stopPropagation();
    take(event.dataTransfer.files);
  },
  true,
);
addEventListener("keydown", (event) => {
  if (belongsToInputMethod(event) || event.defaultPrevented) return;
  if (event.key === "Escape") stop();
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) run();
});
addEventListener("hashchange", () => {
  const { hash } = location;
  opening = opening.catch(tellProblem).then(() => openLink(hash));
});
addEventListener("beforeunload", (event) => {
  if (!isKept) event.preventDefault();
});
splitBy(byId("split"), settings.split, (share) => (settings.split = share));
resize(settings.size);
speak();
opening = start();
