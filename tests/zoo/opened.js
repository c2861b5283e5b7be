// What somebody opens in the playground, brings there, types or pastes. See README.md.
//
// Each animal is a script in the page of the playground. It has what stands before the first of them.

const utf8 = new TextEncoder();
const byId = (id) => document.getElementById(id);

/** Waits until something is true, or for what it returns. */
const until = async (check) => {
  for (;;) {
    const found = check();
    if (found) return found;
    await pause(10);
  }
};

/** What a notice says that the page shows. */
const notice = (kind = "problem") =>
  until(() => document.querySelector(`[data-kind=${kind}] p`)?.textContent);

let built = 0;
let isBuilding = false;
/** Makes something that is opened then. The time that this takes is not the page's. */
const build = async (work) => {
  // What builds a part of something is within its time already.
  if (isBuilding) return work();
  built += 1;
  await part(`before ${built}`);
  isBuilding = true;
  const result = await work();
  isBuilding = false;
  await part("");
  return result;
};

/** Drops files onto the page. */
const drop = async (...files) => {
  const dataTransfer = await build(() => {
    const transfer = new DataTransfer();
    for (const file of files) transfer.items.add(file);
    return transfer;
  });
  document.querySelector("#editor .cm-content").dispatchEvent(
    new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer }),
  );
};

/** Pastes a text where something is typed. */
const paste = (element, text) => {
  element.focus();
  const data = new DataTransfer();
  data.setData("text/plain", text);
  const event = new Event("paste", { bubbles: true, cancelable: true });
  // Firefox lets no script make a paste event with something in it.
  Object.defineProperty(event, "clipboardData", { value: data });
  // What nobody has taken is put in by the browser.
  if (element.dispatchEvent(event)) document.execCommand("insertText", false, text);
};

const press = (element, key, more) =>
  element.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more }));

const bytes = async (stream) => new Uint8Array(await new Response(stream).arrayBuffer());
const deflate = (data) =>
  build(() => bytes(new Blob([data]).stream().pipeThrough(new CompressionStream("deflate-raw"))));
const zeros = (length) => new Uint8Array(length);

const table = Uint32Array.from({ length: 256 }, (_, n) => {
  for (let bit = 0; bit < 8; bit += 1) n = n & 1 ? (n >>> 1) ^ 0xedb88320 : n >>> 1;
  return n;
});
const crcOf = (data) => {
  let crc = -1;
  for (const byte of data) crc = (crc >>> 8) ^ table[(crc ^ byte) & 255];
  return ~crc >>> 0;
};

/**
 * A zip file. Each entry says the truth unless its `size`, `packedSize`, `crc` or `method` says something else.
 * `data` is the content; `packed` is what stands in the file.
 */
const zip = (entries, { count, name = "dropped.zip" } = {}) => build(async () => {
  const parts = [];
  const directory = [];
  let at = 0;
  for (const entry of entries) {
    const path = typeof entry.name === "string" ? utf8.encode(entry.name) : entry.name;
    const packed = entry.packed ?? (await deflate(entry.data));
    const head = new DataView(new ArrayBuffer(26));
    head.setUint16(0, 20, true);
    head.setUint16(2, 2048, true);
    head.setUint16(4, entry.method ?? 8, true);
    head.setUint32(10, entry.crc ?? (entry.data ? crcOf(entry.data) : 0), true);
    head.setUint32(14, entry.packedSize ?? packed.length, true);
    head.setUint32(18, entry.size ?? entry.data?.length ?? 0, true);
    head.setUint16(22, path.length, true);
    const signature = (number) => new Uint8Array(new Uint32Array([number]).buffer);
    const tail = new DataView(new ArrayBuffer(14));
    tail.setUint32(10, entry.at ?? at, true);
    directory.push(signature(0x02014b50), new Uint8Array([20, 0]), new Uint8Array(head.buffer), new Uint8Array(tail.buffer), path);
    const local = [signature(0x04034b50), new Uint8Array(head.buffer), path, packed];
    parts.push(...local);
    at += local.reduce((sum, { length }) => sum + length, 0);
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, count ?? entries.length, true);
  end.setUint16(10, count ?? entries.length, true);
  end.setUint32(12, size, true);
  end.setUint32(16, at, true);
  return new File([...parts, ...directory, new Uint8Array(end.buffer)], name);
});

const projectName = () => byId("project-name").textContent;
/** A project of this name is open; there may be others of it. */
const isOpen = (name) => new RegExp(`^${name}( \\d+)?$`).test(projectName());
const opened = (name = "dropped") => until(() => isOpen(name));

/** Which of the two comes: the project, or a notice that says why not. */
const openedOrTold = (name = "dropped") =>
  until(() => (isOpen(name) && "opened") || document.querySelector("[data-kind=problem] p")?.textContent);

const program = { name: "main.py", data: utf8.encode("print('in')") };

/** Another project, in which nothing is left of the animal before. */
document.querySelectorAll("[data-kind] .plain").forEach((button) => button.click());
document.querySelector("dialog")?.close();
history.replaceState(null, "", location.pathname);
const before = projectName();
await drop(await zip([program], { name: "fresh.zip" }));
await until(() => isOpen("fresh") && projectName() !== before);

const base64 = (data) => {
  let text = "";
  for (let at = 0; at < data.length; at += 30000) text += String.fromCharCode(...data.subarray(at, at + 30000));
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
};
const checksum = (data) => {
  let hash = 0x811c9dc5;
  for (const byte of data) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
};
/** A link to what this text says, with its checksum. */
const link = (json) => build(async () => {
  const data = typeof json === "string" ? utf8.encode(json) : json;
  const sum = new DataView(new ArrayBuffer(4));
  sum.setUint32(0, checksum(data));
  return `#share/1/${base64(new Uint8Array([...new Uint8Array(sum.buffer), ...(await deflate(data))]))}`;
});

/** Opens a link and returns the sentence that the page says of it. */
const told = async (fragment) => {
  document.querySelector("[data-kind=broken-link] .plain")?.click();
  history.replaceState(null, "", location.pathname);
  location.hash = fragment;
  return notice("broken-link");
};

const editor = () => document.querySelector("#editor .cm-content");
const text = () => [...document.querySelectorAll("#editor .cm-line")].map((line) => line.textContent).join("\n");

/** Makes the text of the program another one. */
const type = (source) => {
  editor().focus();
  document.execCommand("selectAll");
  paste(editor(), source);
};

/** Runs a program until it asks something. */
const ask = async (source) => {
  type(source);
  byId("run").click();
  return until(() => document.querySelector(".input"));
};

/** Fills the project with as much as it may hold, of which a half can be packed. */
const fill = async () => {
  const noise = () => Array.from(crypto.getRandomValues(new Uint32Array(16000)), (number) => number.toString(36)).join(" ");
  const texts = Array.from({ length: 15 }, (_, n) => new File([noise() + "word ".repeat(50000)], `noise ${n}.txt`));
  const others = Array.from({ length: 150 }, (_, n) => new File([`file ${n}`], `small ${n}.txt`));
  await drop(...texts, ...others);
  await until(() => document.querySelector("[data-path='noise 0.txt']"));
  await pause(500);
};

/** Stops what runs. A console goes on with another prompt, at which its input ends. */
const stop = async () => {
  byId("stop").click();
  await until(() => {
    const field = document.querySelector(".input");
    if (field?.value === "") press(field, "d", { ctrlKey: true });
    return !["running", "waiting"].includes(byId("status").dataset.status);
  });
};

/** Asks the console for the names of a program that begin with `name`. */
const complete = async (source) => {
  type(source);
  byId("run").click();
  await until(() => byId("status").dataset.status === "ok");
  byId("console").click();
  const field = await until(() => document.querySelector(".input"));
  field.focus();
  document.execCommand("insertText", false, "name");
  press(field, "Tab");
  press(field, "Tab");
  await pause(500);
  await stop();
};

const claim = (isTrue, what) => {
  if (!isTrue) throw Error(what);
};

// ## zip_of_an_honest_project
await drop(await zip([program, { name: "data.txt", data: utf8.encode("x".repeat(1e6)) }]));
await opened();

// ## zip_bomb
await drop(await zip([program, { name: "a", data: zeros(5e7) }]));
claim((await openedOrTold()) !== "opened", "the bomb was unpacked");

// ## zip_whose_directory_says_little
await drop(await zip([program, { name: "a", data: zeros(5e7), size: 100 }]));
claim((await openedOrTold()) !== "opened", "it was opened cut short");

// ## zip_of_many_whose_directory_says_little
const packed = await deflate(zeros(1e8));
await drop(await zip([program, ...Array.from({ length: 15 }, (_, n) => ({ name: `${n}`, packed, size: 50 }))]));
claim((await openedOrTold()) !== "opened", "it was opened cut short");

// ## zip_whose_directory_says_much
await drop(await zip([{ ...program, size: 7e6 }, { name: "a", data: utf8.encode("x"), size: 60000 }]));
claim((await openedOrTold()) !== "opened", "it was opened with what is not there");

// ## zip_with_a_wrong_checksum
await drop(await zip([program, { name: "a", data: utf8.encode("true"), crc: 5 }]));
claim((await openedOrTold()) !== "opened", "it was opened though it is damaged");

// ## zip_whose_entries_are_one
const packed = await deflate(zeros(7e5));
await drop(await zip(Array.from({ length: 3000 }, (_, n) => ({ name: `${n}`, packed: n ? new Uint8Array(0) : packed, packedSize: packed.length, size: 7e5, at: 0 }))));
claim((await openedOrTold()) !== "opened", "it was unpacked");

// ## zip_of_many_files
await drop(await zip(Array.from({ length: 60000 }, (_, n) => ({ name: `${n}`, packed: new Uint8Array(0), method: 0 }))));
claim((await openedOrTold()) !== "opened", "it was opened");

// ## zip_that_says_it_has_many
await drop(await zip([program], { count: 65535 }));
await openedOrTold();

// ## zip_of_odd_names
await drop(await zip([program, ...["__proto__", "constructor", "\u202eyp.exe", "a/../../b", "/etc/passwd", "a\0b", "a".repeat(60000), "\u200b", "ำ".repeat(20000)].map((name) => ({ name, data: utf8.encode("x") }))]));
await opened();
claim(!/[\u202a-\u202e\u2066-\u2069\u200b]/.test(byId("tabs").textContent), "a name turns the line");

// ## zip_of_a_zip
const inner = await zip([program]);
await drop(await zip([program, { name: "inner.zip", data: await bytes(inner.stream()) }]));
await openedOrTold();

// ## zip_that_is_none
for (const data of [zeros(0), zeros(4e6), new Uint8Array(4e6).fill(80), utf8.encode("PK\x05\x06"), utf8.encode("PK\x03\x04".repeat(1e6))]) {
  document.querySelector("[data-kind=problem] .plain")?.click();
  await drop(new File([data], "none.zip"));
  await notice();
}

// ## many_zips_at_once
const one = await zip([program]);
await drop(...Array.from({ length: 40 }, (_, n) => new File([one], `many ${n}.zip`)));
await until(() => /^many 39/.test(projectName()));

// ## file_of_seven_megabytes
await drop(new File(["x".repeat(7e6)], "line.txt"));
const tab = await until(() => document.querySelector("[data-path='line.txt']"));
tab.click();
await pause(300);

// ## file_of_many_lines
await drop(new File(["x = 1\n".repeat(1.1e6)], "lines.py"));
const tab = await until(() => document.querySelector("[data-path='lines.py']"));
tab.click();
await pause(300);

// ## file_of_a_line_that_breaks_nowhere
await drop(new File(["ำ".repeat(1e6)], "line.py"));
const tab = await until(() => document.querySelector("[data-path='line.py']"));
tab.click();
await pause(300);

// ## file_of_brackets
await drop(new File(["(".repeat(5e5) + "x\n", "[{(".repeat(2e5), "\n" + "f'{".repeat(1e5)], "brackets.py"));
const tab = await until(() => document.querySelector("[data-path='brackets.py']"));
tab.click();
await pause(300);

// ## file_of_marks
await drop(new File(["\u202e\u0301\u200d\u2067".repeat(2e5)], "marks.py"));
const tab = await until(() => document.querySelector("[data-path='marks.py']"));
tab.click();
await pause(300);

// ## files_more_than_a_project_has
const files = await build(() => Array.from({ length: 3000 }, (_, n) => new File(["x"], `many ${n}.txt`)));
await drop(...files);
await notice();

// ## file_of_an_odd_name
await drop(new File(["x"], "\u202eyp.exe"));
await pause(300);
claim(!/[\u202a-\u202e\u2066-\u2069]/.test(byId("tabs").textContent), "a name turns the line");

// ## link_that_is_broken
claim(/broken/.test(await told("#share/1/AAAA")), "not told that it is broken");
claim(/broken/.test(await told("#share/1/")), "not told that it is broken");

// ## link_of_a_later_version
claim(/later/.test(await told("#share/2/AAAA")), "not told that it is later");

// ## link_that_is_too_long
//: chromium
claim((await told(`#share/1/${"A".repeat(1e6)}`)).length > 9, "nothing told");

// ## link_that_inflates_without_end
const endless = await build(() => zeros(4e7));
claim((await told(await link(endless))).length > 9, "nothing told");

// ## link_of_deep_json
claim((await told(await link("[".repeat(1e6) + "]".repeat(1e6)))).length > 9, "nothing told");

// ## link_of_deep_json_that_is_too_long
claim((await told(await link("[".repeat(3e6)))).length > 9, "nothing told");

// ## link_of_many_files
//: chromium
claim((await told(await link(JSON.stringify(["x", Object.fromEntries(Array.from({ length: 200000 }, (_, n) => [`${n}`, ""]))])))).length > 9, "nothing told");

// ## link_of_odd_shapes
for (const json of ["null", "5", '"x"', "[]", "[null,null]", '["x",null]', '["x",[]]', '["x",{"main.py":5}]', '["x",{"main.py":"1"},{"a":"*"}]', '["x",{"__proto__":"x"}]', '[{"a":1},{"main.py":"1"}]', '["x",{"main.py":"1","a":"","a/b":""}]']) {
  claim((await told(await link(json))).length > 9, `nothing told of ${json}`);
}

// ## link_of_an_odd_name
const fragment = await link(JSON.stringify(["\u202e" + "x\u0301".repeat(100000), { "main.py": "print(1)" }]));
location.hash = fragment;
await until(() => !location.hash && !isOpen("fresh"));
claim(projectName().length < 500, "a name of a megabyte");
claim(!/[\u202a-\u202e\u2066-\u2069]/.test(projectName()), "a name turns the line");

// ## program_of_a_megabyte
type("def f(x):\n    return [x, 'text', 5]  # a comment\n".repeat(20000));
await pause(1500);

// ## program_of_one_line_of_a_megabyte
type(`x = [${"'a', 5, ".repeat(120000)}]`);
await pause(1500);

// ## program_of_one_text_of_a_megabyte
type(`x = '''${"a\n".repeat(500000)}`);
await pause(1500);

// ## program_of_brackets_of_a_megabyte
type("(".repeat(1e6));
await pause(1500);

// ## paste_of_five_megabytes_into_the_editor
type("x = 1\n".repeat(850000));
await pause(1500);

// ## paste_of_five_megabytes_without_a_line
type("x".repeat(5e6));
await pause(1500);

// ## paste_of_five_megabytes_into_a_question
const field = await ask("print(len(input()))");
paste(field, "x".repeat(5e6));
await pause(300);
await stop();

// ## paste_of_many_lines_into_a_question
const field = await ask("while True: input()");
paste(field, "line\n".repeat(1e6));
await pause(300);
await stop();

// ## paste_of_what_breaks_nowhere_into_a_question
const field = await ask("input()");
paste(field, "ำ".repeat(300000));
await pause(300);
await stop();

// ## paste_of_five_megabytes_into_the_console
type("pass");
byId("console").click();
const field = await until(() => document.querySelector(".input"));
paste(field, `x = '${"y".repeat(5e6)}'\n`);
await pause(300);
await stop();

// ## paste_of_many_lines_into_the_console
type("pass");
byId("console").click();
const field = await until(() => document.querySelector(".input"));
paste(field, "x = 1\n".repeat(200000));
await pause(300);
await stop();

// ## completions_of_a_megabyte
await complete(`for n in range(1000): globals()['name' + str(n) + 'x' * 1000] = 1`);

// ## completions_of_words_of_a_megabyte
await complete(`for n in range(9): globals()['name' + str(n) + 'x' * 1_000_000] = 1`);

// ## name_of_a_megabyte_for_a_file
byId("new-file").click();
const field = await until(() => byId("name-field"));
field.value = "x".repeat(1e6);
press(field, "Enter");
field.form?.requestSubmit?.();
await pause(300);
document.querySelector("dialog")?.close();

// ## large_project_as_a_zip
await fill();
HTMLAnchorElement.prototype.click = () => {};
byId("project").click();
[...document.querySelectorAll(".menu button")].find(({ textContent }) => /zip/.test(textContent)).click();
await pause(500);

// ## large_project_as_a_link
await fill();
byId("share").click();
await until(() => document.querySelector("dialog"));
await pause(200);

// ## large_project_that_runs
await fill();
type("print(len(open('noise 3.txt').read()))");
byId("status").dataset.status = "asked";
byId("run").click();
await until(() => byId("status").dataset.status === "ok");

// ## completions_in_the_editor
type(`${Array.from({ length: 60000 }, (_, n) => `name${n} = 1\n`).join("")}`);
editor().focus();
document.execCommand("insertText", false, "name");
press(editor(), " ", { ctrlKey: true, code: "Space" });
await pause(1000);
