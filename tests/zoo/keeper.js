// What the keeper of the zoo does in the page: shows an animal, waits until all of it is drawn, takes it away
// again, and tells what was seen. `pauses()` has watched the page since it began (tests/browser/pauses.rs).

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** The next frame is drawn; or none is, because nobody looks. */
const nextFrame = () =>
  Promise.race([new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))), pause(1000)]);

// Firefox tells of no tasks. While one lasts no timer rings.
let late = 0;
let rung = performance.now();
const bell = setInterval(() => {
  const now = performance.now();
  late = Math.max(late, now - rung - 10);
  rung = now;
}, 10);

/** The longest pauses of each part of a visit. */
const parts = {};

/** A part of the visit is over. What the keeper itself does to look at an animal counts for nothing. */
const part = async (name) => {
  await pause(0);
  hear(observer.takeRecords());
  if (name) parts[name] = { task, gap, late };
  task = gap = late = 0;
  last = rung = performance.now();
};

/** All that is shown in an output is there and has been painted. */
const settled = async (output) => {
  for (const element of output.querySelectorAll("img, iframe, table")) {
    element.scrollIntoView({ block: "nearest" });
    if (element.localName === "img") await drawn(element);
    if (element.localName === "iframe") await arrived(element);
    // A flood of them is not looked at one by one.
    if (performance.now() - began > 3000) break;
  }
  for (let n = 0; n < 4; n += 1) await nextFrame();
  await pause(200);
  await nextFrame();
};

/** A picture was judged, and has been drawn if it may be. */
const drawn = async (image) => {
  while (image.isConnected && !image.src) await pause(20);
  await Promise.race([image.decode().catch(() => {}), pause(3000)]);
};

/** An HTML frame has told its height. */
const arrived = async (iframe) => {
  for (let n = 0; n < 50 && !iframe.style.height; n += 1) await pause(20);
};

/** What an element that was shown is: its kind, and its text. */
const described = (element) => {
  const inside = element.matches("img, iframe, table, canvas") ? element : element.querySelector("img, iframe, table, canvas");
  return [inside?.localName ?? "text", element.textContent.trim().slice(0, 200).toWellFormed()];
};

/** What was seen, with the longest pauses of all parts. */
const tell = async (seen) => {
  await part("clearing");
  clearInterval(bell);
  const longest = (name) => Math.max(...Object.values(parts).map((pauses) => pauses[name]));
  const { slowness } = pauses();
  return { ...seen, parts, pauses: { task: longest("task"), gap: longest("gap"), late: longest("late"), slowness } };
};

/** Runs the program that stands in the editor. */
const visit = async ({ isStopped, isAnswered }) => {
  const byId = (id) => document.getElementById(id);
  const output = byId("output");
  const isRunning = () => ["asked", "running", "waiting"].includes(byId("status").dataset.status);
  byId("status").dataset.status = "asked";
  byId("run").click();
  while (isRunning()) {
    const field = output.querySelector(".input");
    if (isAnswered && field) field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
    if (isStopped && output.textContent.length + output.querySelectorAll(".shown").length > 0) byId("stop").click();
    await pause(isStopped ? 100 : 10);
  }
  const status = byId("status").dataset.status;
  await part("running");
  await settled(output);
  await part("painting");
  const shown = [...output.querySelectorAll(".shown")].map(described);
  const seen = {
    status,
    shown: shown.slice(0, 100),
    elements: output.querySelectorAll("*").length,
    footer: byId("status").textContent.length,
    // Half of a character is no text that a driver passes on.
    text: output.textContent.slice(0, 2000).toWellFormed(),
  };
  await part("");
  byId("clear").click();
  await nextFrame();
  await nextFrame();
  const left = output.textContent.length + output.querySelectorAll(".shown").length;
  return tell({ ...seen, left });
};

/** Runs a snippet that has something to compare. */
const compare = async ({ code, expected }) => {
  const lines = (count, line) => Array.from({ length: count }, (_, n) => line(n)).join("\n");
  const snippet = document.createElement("garter-snippet");
  snippet.id = "s";
  snippet.setAttribute("expect", expected(lines));
  snippet.setAttribute("timeout", "120");
  snippet.append(code);
  document.querySelectorAll("garter-snippet").forEach((other) => other.remove());
  document.body.append(snippet);
  await nextFrame();
  await part("");
  await snippet.run();
  await part("running");
  const check = snippet.shadowRoot.querySelector(".check");
  await settled(snippet.shadowRoot);
  await part("painting");
  const seen = {
    status: snippet.status,
    isRight: check.classList.contains("is-right"),
    elements: check.querySelectorAll("*").length,
    text: check.textContent.slice(0, 2000).toWellFormed(),
  };
  await part("");
  snippet.remove();
  await nextFrame();
  return tell({ ...seen, left: 0 });
};
