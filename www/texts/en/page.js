// @ts-check
// What people read, in English: one section for each part of the page. A value is a sentence, or a
// function that makes it of named values.

import snippet, { counted, list } from "./snippet.js";

/** Of less than a tenth of a second nobody wants to know how much it is. */
const time = (/** @type {number} */ seconds) =>
  seconds < 0.1 ? "less than 0.1 s" : `${seconds.toLocaleString("en", { maximumFractionDigits: 2 })} s`;

/** How a run ended; a `line` of null is not known. */
export const status = {
  finished: (/** @type {{ seconds: number }} */ { seconds }) => `Finished after ${time(seconds)}.`,
  exited: (/** @type {{ code: number, seconds: number }} */ { code, seconds }) =>
    `Exited with code ${code} after ${time(seconds)}.`,
  /** `type` and `message` are a program's words: quotation marks belong around them. */
  exception: (/** @type {{ type: string, line: number | null, seconds: number }} */ { type, line, seconds }) =>
    `Ended with “${type}”${line === null ? "" : ` on line ${line}`} after ${time(seconds)}.`,
  syntaxError: (/** @type {{ message: string }} */ { message }) => `This is not Python yet: “${message}”`,
  timeout: (/** @type {{ seconds: number, line: number | null }} */ { seconds, line }) =>
    `Ended because it ran longer than the ${counted(seconds, "second", "seconds")} it is allowed${line === null ? "" : ` (it was on line ${line})`}.`,
  memory: (/** @type {{ megabytes: number }} */ { megabytes }) =>
    `Ended because it needed more than the ${megabytes} MB of memory it is allowed.`,
  outputLimit: (/** @type {{ kilobytes: number }} */ { kilobytes }) =>
    `Ended because it printed more than the ${kilobytes} KB it is allowed; the first of it is kept.`,
  stopped: (/** @type {{ seconds: number }} */ { seconds }) => `Stopped after ${time(seconds)}.`,
  killed: (/** @type {{ seconds: number }} */ { seconds }) =>
    `Stopped after ${time(seconds)}. It did not end by itself, so its worker was taken away.`,
  crashed: "Python itself has failed. Your program is still here, and Run works again.",
  consoleClosed: "The console is closed.",
  consoleEnded: "It was ended.",
  consoleGone: (/** @type {{ why: string }} */ { why }) =>
    `${why} The console's names are gone; its text is still here.`,
};

/** What can go wrong around a program. A `reason` says which file, and what is wrong with it. */
export const errors = {
  lacks: snippet.lacks,
  load: (/** @type {{ reason: string }} */ { reason }) =>
    `Python did not arrive: ${reason}. Check the connection and try again.`,
  cutShort: (/** @type {{ file: string, arrived: number, bytes: number }} */ { file, arrived, bytes }) =>
    `${file} is cut short (${arrived} of ${bytes} bytes)`,
  brokeOff: (/** @type {{ file: string }} */ { file }) => `${file} broke off while it was arriving`,
  unreachable: (/** @type {{ file: string }} */ { file }) => `${file} cannot be reached`,
  missingOnServer: (/** @type {{ file: string, code: number }} */ { file, code }) =>
    `${file} is missing on the server (${code})`,
  missingInFolder: (/** @type {{ file: string }} */ { file }) => `${file} is missing in this folder`,
  damaged: (/** @type {{ file: string, message: string }} */ { file, message }) => `${file} is damaged (${message})`,
  unheard: (/** @type {{ file: string }} */ { file }) =>
    `${file} is missing on the server, or was sent with a policy that is not its own, or this page's policy forbids the frame`,
  forbidden: (/** @type {{ directive: string, source: string }} */ { directive, source }) =>
    `This page's Content Security Policy forbids what Python needs. Add ${source} to its ${directive}.`,
  noAddress: (/** @type {{ value: string }} */ { value }) => `assets: ${JSON.stringify(value)} is not an address.`,
  disposed: "This Garter was disposed of; load another one.",
  flooded: "The sandbox said too much that makes no sense. It was taken away; load another one.",
  gone: "The sandbox has gone to another address. It was taken away; load another one.",
  unknownPart: (/** @type {{ value: string, known: readonly string[] }} */ { value, known }) =>
    `parts: ${JSON.stringify(value)} is no part of this Python; there are ${list.format(known)}.`,
  afterWhat: "after must be a run of this Garter: what its run() or console() has returned.",
  packageAddress: (/** @type {{ value: string }} */ { value }) =>
    `packages: ${JSON.stringify(value)} is not the address of a wheel (.whl) or of a lock (.json) that a page can fetch. It begins with https:// or is seen from the page, such as ./wheels/lock.json.`,
  packageNoFile: (/** @type {{ url: string }} */ { url }) =>
    `packages: ${url} is not fetched. Only a page that is opened from the disk reads files, and only by plain addresses: of this machine, without ? and #.`,
  packageElsewhere: (/** @type {{ url: string, sites: string }} */ { url, sites }) =>
    `packages: ${url} is not fetched: what names it may ask only ${sites}. Put the wheel there, and write its address from there.`,
  packageTwoHashes: (/** @type {{ url: string }} */ { url }) =>
    `packages: two locks say different hashes of ${url}. Leave one of them out, or write both again.`,
  packageNotLocked: (/** @type {{ file: string, lock: string }} */ { file, lock }) =>
    `packages: ${file} is not in ${lock}, so nobody knows whether it is the right file. Add it with “garter packages lock”, or name it in a list of its own.`,
  packagesTooMany: (/** @type {{ found: number, most: number }} */ { found, most }) =>
    `packages: these are ${found} wheels; a program can have ${most}. Name fewer, or a lock with fewer.`,
  packagesTooLarge: (/** @type {{ found: number, most: number }} */ { found, most }) =>
    `packages: these wheels have ${found} MB or more, and the program may use ${most} MB of memory. Name fewer, or allow it more (memory, budget.memoryMB).`,
  packagesUnwanted: "packages: they are not wanted any more.",
  packageUnreachable: (/** @type {{ url: string }} */ { url }) =>
    `packages: ${url} cannot be reached, leads on to another address, or its server lets no other site's page read it (CORS). Put the file beside the page, and try again.`,
  packageMissing: (/** @type {{ url: string, code: number }} */ { url, code }) =>
    `packages: ${url} is missing on the server (${code}). Wheels are fetched without cookies: readers who are not logged in have to get them.`,
  packageTooLarge: (/** @type {{ url: string, megabytes: number }} */ { url, megabytes }) =>
    `packages: ${url} is larger than ${megabytes} MB, which is more than a page fetches.`,
  packageOnDisk: (/** @type {{ file: string }} */ { file }) =>
    `packages: ${file}.js is missing. A page that is opened from the disk can read no other file: write the wheels with “garter packages lock --disk”, or serve the folder.`,
  packageHash: (/** @type {{ file: string, found: string, expected: string }} */ { file, found, expected }) =>
    `packages: ${file} is not the file that the lock names: its SHA-256 is ${found} and should be ${expected}. Download it again, or write the lock again if the file is right.`,
  lockBroken: (/** @type {{ url: string, reason: string }} */ { url, reason }) =>
    `packages: ${url} is no lock (${reason}). Write it again with “garter packages lock”.`,
  lockOther: (/** @type {{ url: string, found: number, known: number }} */ { url, found, known }) =>
    `packages: ${url} was written by another version of Garter (its format is ${found}, and ${known} is read here). Write it again with “garter packages lock”.`,
  unsendable: (/** @type {{ error: string }} */ { error }) => `These options cannot be sent to the sandbox: ${error}`,
};

/** The output view, where it speaks itself. */
export const terminal = {
  prompt: "The program waits for a line",
  cut: (/** @type {{ count: number }} */ { count }) =>
    `Only the first ${number(count)} characters of what was pasted were taken.`,
  takenAway: (/** @type {{ count: number }} */ { count }) =>
    count === 1
      ? "The oldest picture or table was taken away: the page had no more room for it."
      : `The ${count} oldest pictures and tables were taken away: the page had no more room for them.`,
};

/** A file that the reader is given. */
export const saving = {
  refused: (/** @type {{ name: string }} */ { name }) =>
    `This browser does not let the page save ${name}. Whoever has set it up has to allow downloads; until then, copy what matters.`,
  uncertain: (/** @type {{ name: string }} */ { name }) =>
    `If ${name} has not arrived: whether this browser saves files is decided by whoever has set it up. Ask them to allow downloads, or copy what matters.`,
};

/** The bar of keys above the keyboard of a touch screen: what each is called by who does not see it. */
export const fingers = {
  label: "Keys for programs",
  tab: "Indent or complete",
  colon: "Colon",
  parentheses: "Parentheses",
  brackets: "Square brackets",
  braces: "Braces",
  quotes: "Quotation marks",
  apostrophes: "Single quotation marks",
  underscore: "Underscore",
  equals: "Equals sign",
  hash: "Number sign",
  undo: "Undo",
  redo: "Redo",
  left: "Left",
  right: "Right",
  up: "Earlier line",
  down: "Later line",
  run: "Run",
  answer: "Answer",
};

/** The editor; `phrases` are CodeMirror's own, by what they are in English. */
export const editor = {
  label: "Python program",
  phrases: /** @type {Record<string, string>} */ ({}),
};

/** The playground. */
export const playground = {
  loading: "Python is on its way …",
  arriving: (/** @type {{ loaded: string, total: string }} */ { loaded, total }) =>
    `Python is on its way: ${loaded} of ${total} MB unpacked`,
  ready: "Ready.",
  running: "Running …",
  waiting: {
    line: "The program waits for you to type a line.",
    hidden: "The program waits for you to type something that nobody sees.",
    code: "Type Python. Tab completes, the arrow keys go back, Ctrl+D or exit() ends.",
    block: "The block goes on; an empty line ends it.",
  },
  /** What stands on the page, by the names in index.html. */
  labels: /** @type {Record<string, string>} */ ({
    title: "Garter: Python in this page",
    header: "Project and settings",
    project: "Project",
    examples: "Examples",
    share: "Share",
    textSize: "Text size",
    language: "Language",
    notices: "Messages",
    program: "Program",
    exercise: "Exercise",
    files: "Files of this project",
    newFile: "New file",
    fileMenu: "This file, and others",
    editorHint: "Tab indents. To leave the editor, press Escape and then Tab.",
    given:
      "This program works too long before its questions to be asked in this browser. Type its input before you press Run: one line for each input().",
    toolbar: "Run the program",
    run: "Run",
    stop: "Stop",
    runTitle: "Runs main.py, with the other files at hand (Ctrl+Enter)",
    runSelection: "Run selection",
    runSelectionTitle: "Runs the selected lines, or the line of the cursor (Shift+Enter)",
    keys: "Ctrl+Enter runs, Esc stops",
    split: "Width of the program; the arrow keys move it",
    output: "Output",
    printed: "What the program printed",
    console: "Console",
    consoleTitle: "Type Python line by line, with the names of the program that has just run",
    clear: "Clear",
    clearTitle: "Empties the output",
    arriving: "Python is arriving",
    retry: "Retry",
  }),
  firstName: "My program",
  newName: "Project",
  newFile: "New file …",
  renameFile: "Rename …",
  downloadFile: "Download this file",
  closeFile: "Close the tab",
  deleteFile: "Delete this file",
  openFile: (/** @type {{ name: string }} */ { name }) => `Open ${name}`,
  allProjects: "All projects …",
  newProject: "New project …",
  renameProject: "Rename …",
  copyProject: "Make a copy",
  wheel: (/** @type {{ name: string, size: string }} */ { name, size }) =>
    `${name} is a package (${size}). Programs can import from it; “Packages …” in the menu of the project lists it.`,
  packages: "Packages …",
  packagesTitle: "Packages",
  noPackages: "This project has none.",
  packagesNotAllowed: "This project needs packages of another site, which were not fetched.",
  packageAddress: "Address of a wheel (.whl) or of a lock (.json)",
  packageHint: "Only packages of pure Python run here. The standard library needs none.",
  packageFile: "From a file …",
  addPackage: "Add",
  removePackage: "Remove",
  removeNamedPackage: (/** @type {{ name: string }} */ { name }) => `Remove ${name}`,
  askForPackages: "This project asks for packages from other sites. Nothing is fetched from there before you allow it:",
  fetchPackages: "Fetch them and run",
  fetchingPackages: (/** @type {{ loaded: string, total: string }} */ { loaded, total }) =>
    `Packages are on their way: ${loaded} of ${total} MB …`,
  upload: "Upload files …",
  openFolder: "Open a folder of exercises …",
  downloadAll: "Download all as zip",
  reset: "Reset",
  undo: "Undo the last reset or deletion",
  larger: "Larger text",
  smaller: "Smaller text",
  normal: "Normal size",
  /** Dialogs. */
  ok: "OK",
  cancel: "Cancel",
  close: "Close",
  fileName: "Name of the file",
  fileNameHint: "A name such as helper.py, for import helper, or data.txt; a slash makes a folder.",
  projectName: "Name of the project",
  projects: "Projects",
  projectsHint: "They are kept in this browser, on this device. Download those that matter to you.",
  projectNow: "open now",
  changedAt: (/** @type {{ time: number }} */ { time }) =>
    `changed ${new Date(time).toLocaleString("en", { dateStyle: "medium", timeStyle: "short" })}`,
  deletedProjects: "Deleted",
  openProject: "Open",
  deleteProject: "Delete",
  restoreProject: "Restore",
  eraseProject: "Delete for good",
  /** With what it is about, for who does not see where it stands. */
  about: (/** @type {{ action: string, name: string }} */ { action, name }) => `${action}: ${name}`,
  shareTitle: "Share this project",
  shareHint: "The link holds the whole project. No server sees it: what stands behind the # stays in the browser.",
  shareLink: "Link",
  shareLength: (/** @type {{ length: number }} */ { length }) =>
    `${length.toLocaleString("en")} characters.${length > 2000 ? " Some chats and mail programs cut links of this length; a zip file is safer." : ""}`,
  copyLink: "Copy the link",
  copied: "Copied.",
  notCopied: "This browser does not let the page copy: the link is selected, copy it with Ctrl+C.",
  qrCode: "QR code of the link",
  noQrCode: "The project is too large for a QR code.",
  fileLink:
    "This page lies in a folder of this computer, so the link works on this computer only. For others, download a zip file.",
  binary: (/** @type {{ name: string, size: string }} */ { name, size }) =>
    `${name} is not text that the editor could show (${size}). Programs can open it, and you can download it.`,
  longText: (/** @type {{ name: string, size: string }} */ { name, size }) =>
    `${name} is too long a text for the editor (${size}). Programs can open it, and you can download it.`,
  /** Messages above the program. */
  dismiss: "Close this message",
  undoNow: "Undo",
  download: "Download a copy",
  didReset: "The project is again as it was when it was made.",
  didDelete: (/** @type {{ name: string }} */ { name }) => `${name} is deleted.`,
  didReplace: (/** @type {{ name: string }} */ { name }) => `${name} has been replaced by the file of the same name.`,
  didUndo: "Undone. To go back again, undo once more.",
  didWrite: (/** @type {{ names: string }} */ { names }) => `The program has written ${names}.`,
  didWriteBeside: (/** @type {{ name: string, other: string }} */ { name, other }) =>
    `The program has written ${name}. Yours stays as it is; the program's is ${other}.`,
  didSkip: (/** @type {{ names: string }} */ { names }) =>
    `Left out, for a project cannot hold them (their names, or a file and a folder of one name): ${names}.`,
  /** Of many names, and of many sentences, the first ones. */
  moreNames: (/** @type {{ said: string, count: number }} */ { said, count }) =>
    `${said} and ${count.toLocaleString("en")} more`,
  moreSentences: (/** @type {{ said: string, count: number }} */ { said, count }) =>
    `${said} And ${count.toLocaleString("en")} more.`,
  notAllHere: (/** @type {{ files: string }} */ { files }) =>
    `Not all of Python is here: ${files} did not arrive. Programs that need it will say so. It is fetched again when the network is back.`,
  openedLink: "This project came with a link. Read it before you run it. Your own projects are where they were.",
  openedExercises: (/** @type {{ names: string, count: number }} */ { names, count }) =>
    count === 1 ? `${names} is another project.` : `${names} are other projects, each an exercise.`,
  openedZip: (/** @type {{ names: string, count: number }} */ { names, count }) =>
    count === 1
      ? `${names} is open as a project of its own.`
      : `These are projects of their own now, and the last of them is open: ${names}.`,
  notKept:
    "This browser does not let the page keep anything: when you close it, your work is gone. Download a copy before you do.",
  notWritten:
    "Your last changes could not be kept, for there is no more room in this browser. Download a copy, or delete projects.",
  elsewhere: "This project is open in another tab, and is written there. Here you can read and run it.",
  editHere: "Edit here",
  tookOver: "This project was open in another tab, which now only shows it. Nothing was lost.",
  /** Why something was not done. */
  problems: {
    exerciseElsewhere: (/** @type {{ url: string }} */ { url }) =>
      `The link leads to ${url}, on another site. Download the exercise there and open the file here.`,
    exerciseMissing: (/** @type {{ url: string }} */ { url }) => `The exercise ${url} is not there.`,
    nameEmpty: () => "A file needs a name.",
    nameLong: (/** @type {{ name: string, most: number }} */ { name, most }) =>
      `“${name}” is too long for a name: ${most} characters at most.`,
    nameOdd: (/** @type {{ name: string, character: string }} */ { name, character }) =>
      `“${name}” has the character ${character}, which no file's name can have here.`,
    nameHidden: (/** @type {{ name: string, character: string }} */ { name, character }) =>
      `“${name}” has the character ${character}, which nobody sees or which changes how others are seen. Give the file a name without it.`,
    nameDot: (/** @type {{ name: string }} */ { name }) =>
      `“${name}” ends with a dot, which some computers leave off. Give the file or folder a name without it.`,
    nameFolders: (/** @type {{ name: string }} */ { name }) =>
      `“${name}” is no name in a project: folders are written as folder/name, without “..”, and not from the root.`,
    nameTaken: (/** @type {{ name: string }} */ { name }) => `There is a file “${name}” already.`,
    nameIsFolder: (/** @type {{ name: string, other: string }} */ { name, other }) =>
      `“${name}” cannot be a file and, for “${other}”, a folder.`,
    mainStays: () => "main.py is the program that Run runs: it keeps its name, and stays.",
    tooMany: (/** @type {{ name: string, most: number }} */ { name, most }) =>
      `A project holds ${most} files at most. ${name} was not added.`,
    tooManyAtOnce: (/** @type {{ count: number, most: number }} */ { count, most }) =>
      `These are ${count.toLocaleString("en")} files, and a project holds ${most} at most. Nothing was added.`,
    projectChanged: () => "Another project was opened while the files were read. Nothing was added.",
    tooLarge: (/** @type {{ name: string, size: string, most: string }} */ { name, size, most }) =>
      `${name} (${size}) is too large: a project holds ${most} in all. It was not added.`,
    unreadable: (/** @type {{ name: string }} */ { name }) =>
      `${name} cannot be read. A folder has to be packed as a zip file first.`,
    zipMany: (/** @type {{ zip: string, most: number }} */ { zip, most }) =>
      `${zip} was not opened: it holds more than ${most} files.`,
    zipLarge: (/** @type {{ zip: string, most: string }} */ { zip, most }) =>
      `${zip} was not opened: it unpacks to more than ${most}.`,
    zipEmpty: (/** @type {{ zip: string }} */ { zip }) =>
      `${zip} was not opened: it holds no file that a project can hold.`,
    zipHuge: (/** @type {{ zip: string }} */ { zip }) =>
      `${zip} was not opened: it is written as for files of many gigabytes (Zip64), which this page does not know.`,
    zipEncrypted: (/** @type {{ zip: string, name: string }} */ { zip, name }) =>
      `${zip} was not opened: “${name}” in it is locked with a password.`,
    zipMethod: (/** @type {{ zip: string, name: string }} */ { zip, name }) =>
      `${zip} was not opened: “${name}” in it is packed in a way that this page does not know. Pack the files with the usual settings.`,
    zipOverlaps: (/** @type {{ zip: string, name: string }} */ { zip, name }) =>
      `${zip} was not opened: “${name}” in it uses the bytes of another file, as only zip files do that are made to harm.`,
    zipLies: (/** @type {{ zip: string, name: string }} */ { zip, name }) =>
      `${zip} was not opened: “${name}” in it is not what the zip file says of it. The zip file is damaged, or made to mislead.`,
    zipBroken: (/** @type {{ zip: string }} */ { zip }) =>
      `${zip} was not opened: it is damaged, a part of it is missing, or it is no zip file.`,
    linkBroken: () =>
      "This link is broken: a part of it is missing or changed. Ask for it again. Your own projects are as they were.",
    linkLater: () =>
      "This link was made by a later version of this page. Reload the page, or ask for the project as a zip file. Your own projects are as they were.",
    linkTooLarge: () =>
      "This link holds more than a project can. It was not opened. Your own projects are as they were.",
    linkRefused: (/** @type {{ reason: string }} */ { reason }) =>
      `This link was not opened. ${reason} Your own projects are as they were.`,
    linkLong: () => "This project is too large for a link. Download it as a zip file, and send that.",
    notHere: () => "This project is written in another tab. Press “Edit here” to change it here.",
    projectGone: () => "This project is no longer there.",
  },
  firstProgram: `# Change this program, then press Run.
import random

secret = random.randint(1, 20)
print("I am thinking of a number from 1 to 20.")

for attempt in range(1, 6):
    guess = int(input("Your guess? "))
    if guess == secret:
        print(f"Right, after {attempt} attempts!")
        break
    print("Too low." if guess < secret else "Too high.")
else:
    print(f"It was {secret}.")
`,
};

/** @typedef {{ count: number, most: number }} Counts */

/** What is too much may be so by far. */
const number = (/** @type {number} */ count) =>
  count > 1e12 ? "more than 1,000,000,000,000" : Math.round(count).toLocaleString("en");

/** What programs show that is more than text. */
export const display = {
  picture: "A picture that the program has not described",
  table: "A table",
  html: "HTML that the program shows",
  moreRows: (/** @type {{ count: number }} */ { count }) => counted(count, "more row", "more rows"),
  moreColumns: (/** @type {{ count: number }} */ { count }) => counted(count, "more column", "more columns"),
  unknown: (/** @type {{ mime: string }} */ { mime }) =>
    `The program shows something of the type ${mime}, which this page does not know.`,
  damaged: (/** @type {{ mime: string }} */ { mime }) =>
    `The program shows something of the type ${mime}, but it is damaged.`,
  invisible: "The program shows a picture, but it is damaged, or this page's policy does not allow it (img-src blob:).",
  tooLarge: (/** @type {{ width: number, height: number }} */ { width, height }) =>
    `The program shows a picture of ${width} by ${height} pixels, which is more than a page can bear.`,
  moreCharacters: (/** @type {{ count: number }} */ { count }) =>
    count === 1 ? "… and one character more" : `… and ${number(count)} characters more`,
  tooLong: (/** @type {{ kilobytes: number }} */ { kilobytes }) =>
    `The program shows a table of ${kilobytes.toLocaleString("en")} KB, which is more than a page can bear.`,
  otherKind: (/** @type {{ mime: string, found: string }} */ { mime, found }) =>
    `The picture was not drawn: the program says that it is ${mime}, and it is ${found}.`,
  /** Why a picture was not drawn: what it has, and what is allowed. */
  notDrawn: {
    bytes: (/** @type {Counts} */ { count, most }) =>
      `The picture was not drawn: it has ${number(count)} bytes, and ${number(most)} are allowed.`,
    elements: (/** @type {Counts} */ { count, most }) =>
      `The picture was not drawn: it has ${number(count)} elements, and ${number(most)} are allowed.`,
    nested: (/** @type {Counts} */ { count, most }) =>
      `The picture was not drawn: it nests ${number(count)} levels, and ${number(most)} are allowed.`,
    circle: (/** @type {Counts} */ _) => "The picture was not drawn: it is part of itself.",
    repeats: (/** @type {Counts} */ { count, most }) =>
      `The picture was not drawn: it repeats parts of itself ${number(count)} times, and ${number(most)} are allowed.`,
    pixels: (/** @type {Counts} */ { count, most }) =>
      `The picture was not drawn: it paints ${number(count)} pixels one over the other, and ${number(most)} are allowed.`,
    edges: (/** @type {Counts} */ { count, most }) =>
      `The picture was not drawn: its lines are ${number(count)} pixels long, and ${number(most)} are allowed.`,
    characters: (/** @type {Counts} */ { count, most }) =>
      `The picture was not drawn: it has ${number(count)} characters, and ${number(most)} are allowed.`,
    styles: (/** @type {Counts} */ { count, most }) =>
      `The picture was not drawn: its style sheets need ${number(count)} steps, and ${number(most)} are allowed.`,
    entities: (/** @type {Counts} */ _) => "The picture was not drawn: it defines entities, which can hide what it is.",
    pictures: (/** @type {Counts} */ { count, most }) =>
      `The picture was not drawn: the pictures in it have ${number(count)} pixels, and ${number(most)} are allowed.`,
    frames: (/** @type {Counts} */ { count, most }) =>
      `The picture was not drawn: what moves in it has ${number(count)} pixels, and ${number(most)} are allowed.`,
    size: (/** @type {Counts} */ { count, most }) =>
      `The picture was not drawn: it has ${number(count)} pixels, and ${number(most)} are allowed.`,
  },
  /** What stands in HTML in place of what is not shown. */
  shown: {
    cut: "The rest is not shown: there is more of it than a page can bear.",
    picture: "A picture that was not drawn: it is damaged, too large, or not of the kind that it says.",
  },
  leftOut: (/** @type {{ names: string[] }} */ { names }) =>
    `Drawn without what this page does not show: ${names.join(", ")}.`,
};

/** The dialog with programs and exercises to choose from. */
export const gallery = {
  title: "Examples",
  close: "Close",
  search: "Search",
  topic: "Topic",
  level: "Level",
  all: "All",
  kind: "Kind",
  kinds: { program: "Programs", exercise: "Exercises" },
  /** Said of one in the list. */
  exercise: "Exercise",
  found: (/** @type {{ count: number }} */ { count }) => counted(count, "example", "examples"),
  /** By the folders of examples/gallery. */
  topics: /** @type {Record<string, string>} */ ({
    "first-steps": "First steps",
    text: "Text",
    conditions: "Conditions",
    loops: "Loops",
    functions: "Functions",
    lists: "Lists",
    dictionaries: "Dictionaries",
    files: "Files",
    classes: "Classes",
    recursion: "Recursion",
    games: "Games",
    simulations: "Simulations",
    sorting: "Sorting",
    dates: "Dates",
    patterns: "Patterns (regex)",
    json: "JSON",
    puzzles: "Puzzles",
  }),
  /** From easy to hard. */
  levels: ["First programs", "With some practice", "For a challenge"],
};

/** The playground without a network. */
export const offline = {
  kept: (/** @type {{ megabytes: number }} */ { megabytes }) =>
    `Works without a network${megabytes ? `; ${megabytes} MB of this device's storage are used` : ""}.`,
  keptHint: "To take it away, delete this site's data in the browser's settings.",
  newVersion: "A new version is there.",
  load: "Load it",
  later: "Later",
};

/** A picture that a program draws with turtles. */
export const picture = {
  label: (/** @type {{ title: string }} */ { title }) => `${title}: drawn by the program`,
  close: "Close",
  save: "Save as PNG",
};

export default {
  /** The primary subtag of its BCP 47 tag. */
  lang: "en",
  /** What the language calls itself. */
  name: "English",
  snippet,
  display,
  picture,
  status,
  errors,
  terminal,
  saving,
  fingers,
  editor,
  playground,
  gallery,
  offline,
};
