// promise: the page believes nothing of the sandbox that does not make sense, says so once, and goes on

// Each attack is the script of a frame that stands where ours should be. It speaks through `say`, hears
// of a run through `onRun`, and what the page has made of it follows its name.

// ## nothing_at_all
//: {"load": "waits", "warnings": 0}

// ## ready_and_then_nothing
//: {"load": "ok", "end": "waits", "warnings": 0}
ready();

// ## noise
//: {"load": "ok", "end": "ok", "warnings": 1}
for (const noise of [null, undefined, 0, "", "ready", [], {}, new Map(), new Date(), /x/, 5n, new Error("x"), { type: 5 }, { type: ["ready"] }]) {
  say(noise);
}
ready();
onRun((run) => say(finished(run)));

// ## names_that_objects_inherit
//: {"load": "ok", "end": "ok", "warnings": 1}
for (const type of ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf"]) say({ type, run: 1 });
say(JSON.parse('{"__proto__": {"polluted": true}, "type": "connected", "constructor": {"prototype": {"polluted": true}}}'));
ready();
onRun((run) => {
  say({ ...finished(run), run: "__proto__" });
  say(finished(run));
});

// ## files_that_it_asks_for_and_that_are_none
//: {"load": "ok", "end": "ok", "warnings": 1}
for (const name of ["__proto__", "constructor", "../../etc/passwd", "{server}", "", "x".repeat(1e6), null, {}, 5]) {
  say({ type: "assetRequest", name });
}
ready();
onRun((run) => say(finished(run)));

// ## files_that_it_asks_for_without_end
//: {"load": "The sandbox said too much that makes no sense. It was taken away; load another one.", "warnings": 1, "frames": 0}
for (let n = 0; n < 5000; n += 1) say({ type: "assetRequest", name: "interpreter" });

// ## ready_in_a_way_that_is_none
//: {"load": "waits", "warnings": 1}
for (const waiting of ["<img src=x>", "__proto__", null, {}, ["replay"]]) say({ type: "ready", capabilities: { waiting } });
say({ type: "ready" });

// ## ready_twice
//: {"load": "ok", "end": "ok", "warnings": 1}
ready();
ready();
onRun((run) => say(finished(run)));

// ## broken_with_markup
//: {"load": "<img src=x onerror=alert(1)>", "warnings": 0, "frames": 0}
say({ type: "broken", message: "<img src=x onerror=alert(1)>" });

// ## broken_with_more_than_words
//: {"load": "waits", "warnings": 1}
for (const message of [{}, null, "x".repeat(2e6), ["x"]]) say({ type: "broken", message });

// ## output_of_a_run_that_never_was
//: {"load": "ok", "end": "ok", "printed": 0, "warnings": 1}
ready();
onRun((run) => {
  for (const other of [0, -1, 2, 1e9, 1.5, NaN, "1", null, [1], {}]) say(output(other, "x"));
  say(finished(run));
});

// ## output_before_the_start
//: {"load": "ok", "end": "ok", "printed": 0, "warnings": 1}
ready();
onRun((run) => {
  say(output(run, "early"));
  say(finished(run));
});

// ## output_after_the_end
//: {"load": "ok", "end": "ok", "printed": 2, "warnings": 1}
ready();
onRun((run) => {
  say(started(run));
  say(output(run, "on"));
  say(finished(run));
  say(output(run, "late"));
});

// ## started_twice
//: {"load": "ok", "end": "ok", "warnings": 1}
ready();
onRun((run) => {
  say(started(run));
  say(started(run));
  say(finished(run));
});

// ## started_without_a_file
//: {"load": "ok", "end": "ok", "printed": 0, "warnings": 1}
ready();
onRun((run) => {
  for (const file of [undefined, null, 5, {}, ["main.py"], "x".repeat(2e6)]) say({ type: "started", run, file });
  say(output(run, "early"));
  say(finished(run));
});

// ## checks_that_nobody_asked_for
//: {"load": "ok", "end": "ok", "warnings": 1}
for (const check of [0, 1, -1, 1e9, NaN, "1", null, {}, "__proto__"]) {
  say({ type: "checked", check, error: null });
  say({ type: "unchecked", check, message: "x" });
}
ready();
onRun((run) => {
  say({ type: "checked", check: run, error: null });
  say({ type: "checked", run, error: null });
  say(finished(run));
});

// ## checks_without_end
//: {"load": "ok", "end": "The sandbox said too much that makes no sense. It was taken away; load another one.", "warnings": 1, "frames": 0}
ready();
onRun(() => {
  for (let n = 0; n < 5000; n += 1) say({ type: "checked", check: n, error });
});

// ## kept_without_being_asked
//: {"load": "ok", "end": "ok", "warnings": 0}
ready();
onRun((run) => say(finished(run, { kept: true })));

// ## finished_twice
//: {"load": "ok", "end": "ok", "warnings": 1}
ready();
onRun((run) => {
  say(finished(run));
  say(finished(run, { status: "crashed" }));
});

// ## output_of_other_shapes
//: {"load": "ok", "end": "ok", "printed": 0, "warnings": 1}
ready();
onRun((run) => {
  say(started(run));
  for (const chunks of [
    null, {}, "x", [], [null], ["x"], [{}], [{ stream: "stdout" }], [{ stream: "__proto__", text: "x" }], [{ stream: "stdin", text: "x" }],
    [{ stream: "stdout", text: 5 }], [{ stream: "stdout", text: { length: 1 } }], [{ stream: "stdout", text: "" }],
    { length: 1, 0: { stream: "stdout", text: "x" } }, [, { stream: "stdout", text: "x" }], [{ stream: "stdout", text: "x".repeat(2e6) }],
  ]) {
    say({ type: "output", run, chunks });
  }
  say(finished(run));
});

// ## output_beyond_the_budget
//: {"load": "ok", "end": "ok", "warnings": 1, "printedMost": 200000}
ready();
onRun((run) => {
  say(started(run));
  for (let n = 0; n < 500; n += 1) say(output(run, "x".repeat(10_000)));
  say(finished(run));
});

// ## output_in_pieces_of_one_character
//: {"load": "ok", "end": "ok", "warnings": 0, "printed": 30000}
ready();
onRun((run) => {
  say(started(run));
  say({ type: "output", run, chunks: Array.from({ length: 30_000 }, () => ({ stream: "stdout", text: "x" })) });
  say(finished(run));
});

// ## output_in_a_hundred_thousand_pieces
//: {"load": "ok", "end": "ok", "warnings": 1, "printed": 0}
ready();
onRun((run) => {
  say(started(run));
  say({ type: "output", run, chunks: Array.from({ length: 200_000 }, () => ({ stream: "stdout", text: "x" })) });
  say({ type: "output", run, chunks: Array.from({ length: 100_000 }, () => ({ stream: "stderr", text: "x" })) });
  say(finished(run));
});

// ## a_million_messages
//: {"load": "ok", "end": "The sandbox said too much that makes no sense. It was taken away; load another one.", "warnings": 1, "frames": 0}
ready();
onRun((run) => {
  say(started(run));
  let left = 1_000_000;
  const flood = () => {
    for (let n = 0; n < 1000; n += 1) say(output(run, "flood ".repeat(100)));
    left -= 1000;
    if (left > 0) setTimeout(flood);
  };
  flood();
});

// ## questions_without_end
//: {"load": "ok", "end": "ok", "questions": 1, "warnings": 1}
ready();
onRun((run) => {
  say(started(run));
  for (let n = 0; n < 900; n += 1) say({ type: "inputRequest", run, kind: "line" });
  say(finished(run));
});

// ## asked_in_vain_without_end
//: {"load": "ok", "end": "ok", "couldNotAsk": 1, "warnings": 1}
ready();
onRun((run) => {
  say(started(run));
  for (let n = 0; n < 900; n += 1) say({ type: "cannotAsk", run });
  say(finished(run));
});

// ## questions_of_no_kind
//: {"load": "ok", "end": "ok", "questions": 0, "warnings": 1}
ready();
onRun((run) => {
  say(started(run));
  for (const kind of ["", "password", "__proto__", null, {}, ["line"]]) say({ type: "inputRequest", run, kind });
  say(finished(run));
});

// ## completions_that_nobody_asked_for
//: {"load": "ok", "end": "ok", "warnings": 1}
ready();
onRun((run) => {
  say(started(run));
  say({ type: "completions", run, words: ["x"] });
  say({ type: "completions", run, words: Array(1e6).fill("x") });
  say(finished(run));
});

// ## displays_beyond_the_budget
//: {"load": "ok", "end": "ok", "displays": 1, "warnings": 1}
ready();
onRun((run) => {
  say(started(run));
  say({ type: "display", run, mime: "image/png", data: new Uint8Array(10), alt: "" });
  say({ type: "display", run, mime: "text/html", data: "<img src=x>", alt: "" });
  say({ type: "display", run, mime: { toString: 1 }, data: new Uint8Array(10), alt: "" });
  say({ type: "display", run, mime: "text/html; charset=utf-8", data: new Uint8Array(10), alt: "" });
  say({ type: "display", run, mime: "image/png", data: new Uint8Array(10), alt: { toString: 1 } });
  say({ type: "display", run, mime: "image/png", data: new Uint8Array(50_000_000), alt: "" });
  say(finished(run));
});

// ## drawing_without_end
//: {"load": "ok", "end": "ok", "displaysMost": 400, "warnings": 1}
ready();
onRun((run) => {
  say(started(run));
  const data = new Uint8Array(10_000).fill(32);
  for (let n = 0; n < 900; n += 1) say({ type: "display", run, mime: "application/vnd.garter.canvas+json", data, alt: "" });
  say(finished(run));
});

// ## an_end_of_another_shape
//: {"load": "ok", "end": "crashed", "warnings": 1}
ready();
onRun((run) => say({ type: "finished", run, outcome: null }));

// ## an_end_with_a_status_that_is_none
//: {"load": "ok", "end": "crashed", "warnings": 1}
ready();
onRun((run) => say(finished(run, { status: "constructor" })));

// ## an_end_with_a_huge_error
//: {"load": "ok", "end": "crashed", "warnings": 1}
ready();
onRun((run) => say(finished(run, { status: "exception", error: { ...error, text: "x".repeat(2e7) } })));

// ## an_end_with_a_million_frames
//: {"load": "ok", "end": "crashed", "warnings": 1}
ready();
const frame = { file: "x", function: "x", position: { line: 1, column: null, endLine: null, endColumn: null } };
onRun((run) => say(finished(run, { status: "exception", error: { ...error, frames: Array(1e6).fill(frame) } })));

// ## an_end_with_numbers_that_are_none
//: {"load": "ok", "end": "crashed", "warnings": 1}
ready();
onRun((run) => say(finished(run, { seconds: NaN, exitCode: "0", peakMemory: -1 })));

// ## an_end_without_files
//: {"load": "ok", "end": "crashed", "warnings": 1}
ready();
onRun((run) => say(finished(run, { files: null })));

// ## files_with_names_that_leave_the_folder
//: {"load": "ok", "end": "crashed", "warnings": 1}
ready();
onRun((run) => say(finished(run, { files: new Map([["../../x", new Uint8Array(1)]]) })));

// ## files_with_endless_names
//: {"load": "ok", "end": "crashed", "warnings": 1}
ready();
onRun((run) => say(finished(run, { files: new Map([["x".repeat(1e6), new Uint8Array(1)]]) })));

// ## files_that_are_none
//: {"load": "ok", "end": "crashed", "warnings": 1}
ready();
onRun((run) => say(finished(run, { files: new Map([["x", { length: 1e9, buffer: "x" }]]) })));

// ## files_whose_names_are_none
//: {"load": "ok", "end": "crashed", "warnings": 1}
ready();
onRun((run) => say(finished(run, { files: new Map([[{}, new Uint8Array(1)]]) })));

// ## files_in_a_plain_object
//: {"load": "ok", "end": "crashed", "warnings": 1}
ready();
onRun((run) => say(finished(run, { files: { x: new Uint8Array(1) } })));

// ## files_with_inherited_names
//: {"load": "ok", "end": "ok", "warnings": 0}
ready();
onRun((run) => say(finished(run, { files: new Map([["constructor", new Uint8Array(1)], ["__proto__", new Uint8Array(1)]]) })));

// ## objects_that_nest
//: {"load": "ok", "end": "ok", "warnings": 1}
ready();
onRun((run) => {
  let deep = {};
  for (let n = 0; n < 1000; n += 1) deep = { type: deep, deep };
  say(deep);
  say({ type: "output", run, chunks: deep });
  say(finished(run));
});

// ## objects_that_hold_themselves
//: {"load": "ok", "end": "ok", "warnings": 1}
ready();
onRun((run) => {
  const loop = { type: "finished", run };
  loop.outcome = loop;
  loop.run = loop;
  say(loop);
  say(finished(run));
});

// ## a_rejection_with_markup
//: {"load": "ok", "end": "<b onclick=alert(1)>", "warnings": 0}
ready();
onRun((run) => say({ type: "rejected", run, message: "<b onclick=alert(1)>" }));

// ## the_frame_is_gone
//: {"load": "ok", "end": "waits", "warnings": 0}
ready();
onRun(() => port.close());

// ## the_frame_has_another_document
//: {"load": "ok", "end": "The sandbox has gone to another address. It was taken away; load another one.", "frames": 0}
ready();
onRun(() => location.replace("data:text/html,other"));

// ## messages_to_the_page_itself
//: {"load": "ok", "end": "ok", "warnings": 0}
for (const type of ["ready", "broken", "finished", "connect"]) {
  parent.postMessage({ type, run: 1, message: "x" }, "*");
  parent.postMessage({ type, run: 1 }, "*", [new MessageChannel().port1]);
}
ready();
onRun((run) => say(finished(run)));

// ## bytes_that_are_asked_for_and_not_read
//: {"load": "ok", "end": "ok", "warnings": 0}
say({ type: "assetRequest", name: "sources" });
say({ type: "assetRequest", name: "rest" });
ready();
onRun((run) => say(finished(run)));

// ## bytes_that_can_grow
//: {"load": "ok", "end": "ok", "displays": 1, "warnings": 0}
ready();
onRun((run) => {
  say(started(run));
  const data = new Uint8Array(new ArrayBuffer(10, { maxByteLength: 1e6 }));
  say({ type: "display", run, mime: "image/png", data, alt: "" });
  say(finished(run, { files: new Map([["x", data]]) }));
});

// ## memory_that_is_shared
//: {"load": "ok", "end": "ok", "displays": 0, "warningsMost": 1}
ready();
onRun((run) => {
  say(started(run));
  try {
    const data = new Uint8Array(new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true }).buffer);
    say({ type: "display", run, mime: "image/png", data, alt: "" });
    say(finished(run, { files: new Map([["x", data]]) }));
  } catch {}
  say(finished(run));
});

// ## views_of_other_kinds
//: {"load": "ok", "end": "crashed", "displays": 0, "warnings": 1}
ready();
onRun((run) => {
  say(started(run));
  for (const Kind of [Int8Array, Uint8ClampedArray, Uint16Array, Float64Array, BigInt64Array, DataView, ArrayBuffer, Array, Blob]) {
    const data = new Kind(Kind === DataView ? new ArrayBuffer(8) : Kind === Blob ? ["x"] : 8);
    say({ type: "display", run, mime: "image/png", data, alt: "" });
  }
  say(finished(run, { files: new Map([["x", new Int8Array(8)]]) }));
});

// ## files_that_share_their_bytes
//: {"load": "ok", "end": "ok", "warnings": 0}
ready();
onRun((run) => {
  const { buffer } = new Uint8Array(1e6);
  say(finished(run, { files: new Map(Array.from({ length: 1000 }, (_, n) => [`${n}`, new Uint8Array(buffer, n)])) }));
});

// ## files_without_end
//: {"load": "ok", "end": "crashed", "warnings": 1}
ready();
onRun((run) => {
  const nothing = new Uint8Array(0);
  say(finished(run, { files: new Map(Array.from({ length: 150_000 }, (_, n) => [`${n}`, nothing])) }));
});

// ## names_of_files_that_are_no_paths
//: {"load": "ok", "end": "ok", "warnings": 1}
ready();
for (const path of ["", "/", "/x", "x/", "x//y", ".", "./x", "x/.", "..", "x/../y", "x".repeat(5000), `${"x/".repeat(3000)}y`, null, 5, ["x"], new Date()]) {
  say(finished(2, { files: new Map([[path, new Uint8Array(1)]]) }));
}
onRun((run) => say(finished(run)));

// ## things_that_only_browsers_have
//: {"load": "ok", "end": "ok", "printed": 0, "displays": 0, "warnings": 1}
ready();
onRun((run) => {
  say(started(run));
  const things = [new Blob(["x"]), new File(["x"], "x"), new ImageData(9, 9), new DOMException("x"), new DOMRect(), new DOMMatrix(), new Set([1]), new Boolean(true), new String("x"), new Number(1), Object(1n), new Error("x"), /x/g, new Date(NaN)];
  for (const thing of things) {
    say(thing);
    say({ type: thing, run });
    say({ type: "output", run, chunks: thing });
    say({ type: "output", run, chunks: [thing] });
    say({ type: "output", run, chunks: [{ stream: "stdout", text: thing }] });
    say({ type: "display", run, mime: thing, data: thing, alt: thing });
    say({ type: "inputRequest", run, kind: thing });
  }
  say(finished(run));
});

// ## things_that_are_handed_over
//: {"load": "ok", "end": "ok", "warnings": 1}
ready();
onRun((run) => {
  for (let n = 0; n < 300; n += 1) {
    const { port1 } = new MessageChannel();
    port.postMessage({ type: "output", run, chunks: [port1] }, [port1]);
  }
  for (const thing of [new ReadableStream(), new WritableStream(), new TransformStream(), new OffscreenCanvas(9, 9), new ArrayBuffer(9)]) {
    port.postMessage({ type: "display", run, mime: "image/png", data: thing, alt: "" }, [thing]);
  }
  say(finished(run));
});

// ## modules_that_are_handed_over
//: {"load": "ok", "end": "ok", "warnings": 1}
ready();
onRun((run) => {
  say({ type: "assetRequest", name: new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])) });
  say(finished(run));
});

// ## fields_that_nobody_asked_for
//: {"load": "ok", "end": "ok", "printed": 1, "warnings": 0}
ready();
onRun((run) => {
  const more = { extra: new Uint8Array(1e7), toString: 1, then: 1, constructor: 1, length: 1e9 };
  say({ ...started(run), ...more });
  say({ ...output(run, "x"), ...more });
  say({ ...finished(run), ...more });
});

// ## messages_of_other_kinds_with_the_right_fields
//: {"load": "ok", "end": "ok", "printed": 1, "warnings": 1}
ready();
onRun((run) => {
  say(started(run));
  say(Object.assign([], output(run, "x")));
  say(new Map(Object.entries(output(run, "x"))));
  say(new Set([output(run, "x")]));
  say([output(run, "x")]);
  say(JSON.stringify(output(run, "x")));
  say(finished(run));
});

// ## numbers_of_runs_that_are_nearly_right
//: {"load": "ok", "end": "ok", "printed": 0, "warnings": 1}
ready();
onRun((run) => {
  say(started(run));
  for (const other of [BigInt(run), String(run), new Number(run), [run], { valueOf: run }, run + 2 ** -40, run + 2 ** 53, -run, Infinity, -0, new Date(run), new Uint8Array([run])]) say(output(other, "x"));
  say(finished(run));
});

// ## run_that_begins_before_it_is_asked_for
//: {"load": "ok", "end": "ok", "printed": 0, "warnings": 1}
ready();
// The first one may be asked for as soon as it is ready.
for (let run = 2; run < 100; run += 1) {
  say(started(run));
  say(output(run, "x"));
  say({ type: "inputRequest", run, kind: "line" });
  say(finished(run, { status: "crashed" }));
}
onRun((run) => say(finished(run)));

// ## rejected_after_it_began
//: {"load": "ok", "end": "too late", "printed": 1, "warnings": 1}
ready();
onRun((run) => {
  say(started(run));
  say(output(run, "x"));
  setTimeout(() => {
    say({ type: "rejected", run, message: "too late" });
    say({ type: "rejected", run, message: "again" });
    say(finished(run));
  }, 100);
});

// ## shown_before_the_start
//: {"load": "ok", "end": "ok", "displays": 0, "questions": 0, "warnings": 1}
ready();
onRun((run) => {
  say({ type: "display", run, mime: "image/png", data: new Uint8Array(1), alt: "" });
  say({ type: "inputRequest", run, kind: "line" });
  say({ type: "completions", run, words: [] });
  say(finished(run));
});

// ## shown_after_the_end
//: {"load": "ok", "end": "ok", "displays": 1, "questions": 0, "warnings": 1}
ready();
onRun((run) => {
  const picture = { type: "display", run, mime: "image/png", data: new Uint8Array(1), alt: "" };
  say(started(run));
  say(picture);
  say(finished(run));
  say(picture);
  say({ type: "inputRequest", run, kind: "line" });
  say({ type: "rejected", run, message: "late" });
});

// ## pictures_of_nothing
//: {"load": "ok", "end": "ok", "displaysMost": 48, "warnings": 1}
ready();
onRun((run) => {
  say(started(run));
  for (let n = 0; n < 900; n += 1) say({ type: "display", run, mime: "image/png", data: new Uint8Array(0), alt: "" });
  say(finished(run));
});

// ## kinds_of_pictures_that_are_none
//: {"load": "ok", "end": "ok", "displays": 0, "warnings": 1}
ready();
onRun((run) => {
  say(started(run));
  for (const mime of ["", "image", "image/", "/png", "image/png/x", "image/png\n", " image/png", "IMAGE/PNG", "image/png,text/html", "\u0131mage/png", `image/${"x".repeat(200)}`, "-/x", "text/html\0"]) {
    say({ type: "display", run, mime, data: new Uint8Array(1), alt: "" });
  }
  say(finished(run));
});

// ## words_for_a_picture_without_end
//: {"load": "ok", "end": "ok", "displays": 0, "warnings": 1}
ready();
onRun((run) => {
  say(started(run));
  for (const alt of ["x".repeat(2e6), "\u0e33".repeat(300_000), undefined, null, 5, ["x"]]) say({ type: "display", run, mime: "image/png", data: new Uint8Array(1), alt });
  say(finished(run));
});

// ## text_of_halves_of_characters
//: {"load": "ok", "end": "ok", "printed": 40000, "warnings": 0}
ready();
onRun((run) => {
  say(started(run));
  say(output(run, "\ud83d".repeat(20_000)));
  say(output(run, "\udc00".repeat(20_000)));
  say(finished(run));
});

// ## chunks_that_hold_each_other
//: {"load": "ok", "end": "ok", "printed": 0, "warnings": 1}
ready();
onRun((run) => {
  say(started(run));
  const chunks = [{ stream: "stdout", text: "x" }];
  chunks.push(chunks);
  say({ type: "output", run, chunks });
  const chunk = { stream: "stdout" };
  chunk.text = chunk;
  say({ type: "output", run, chunks: [chunk] });
  say({ type: "output", run, chunks: Object.assign([], { 5: { stream: "stdout", text: "x" } }) });
  say({ type: "output", run, chunks: Object.assign([], { length: 1e6 }) });
  say(finished(run));
});

// ## the_same_chunk_a_thousand_times
//: {"load": "ok", "end": "ok", "printedMost": 200000, "warnings": 1}
ready();
onRun((run) => {
  say(started(run));
  say({ type: "output", run, chunks: Array(1000).fill({ stream: "stdout", text: "x".repeat(1000) }) });
  say({ type: "output", run, chunks: Array(100).fill({ stream: "stdout", text: "x".repeat(1000) }) });
  say(finished(run));
});

// ## an_end_with_boxes
//: {"load": "ok", "end": "crashed", "warnings": 1}
ready();
onRun((run) => say(finished(run, { killed: new Boolean(false), kept: new Boolean(false), seconds: new Number(1) })));

// ## an_end_with_an_error_of_the_browser
//: {"load": "ok", "end": "crashed", "warnings": 1}
ready();
onRun((run) => say(finished(run, { status: "exception", error: new TypeError("x") })));

// ## an_end_at_a_place_that_is_none
//: {"load": "ok", "end": "crashed", "warnings": 1}
ready();
onRun((run) => say(finished(run, { status: "exception", error: { ...error, position: { line: -1, column: 1.5, endLine: "1", endColumn: NaN } } })));

// ## an_end_in_the_prototype
//: {"load": "ok", "end": "crashed", "warnings": 1}
ready();
onRun((run) => say(JSON.parse(`{"type": "finished", "run": ${run}, "__proto__": {"outcome": {"status": "ok"}}}`)));

// ## connected_without_end
//: {"load": "The sandbox said too much that makes no sense. It was taken away; load another one.", "warnings": 1, "frames": 0}
for (let n = 0; n < 5000; n += 1) say({ type: "connected" });

// ## files_that_fail_without_end
//: {"load": "ok", "end": "The sandbox said too much that makes no sense. It was taken away; load another one.", "warnings": 1, "frames": 0}
ready();
onRun(() => {
  for (let n = 0; n < 5000; n += 1) say({ type: "assetFailed", name: "rest", message: "x" });
});

// ## broken_after_it_was_ready
//: {"load": "ok", "end": "<img src=x>", "warnings": 0, "frames": 0}
ready();
onRun((run) => {
  say({ type: "broken", message: "<img src=x>" });
  say(finished(run));
});

// ## mistakes_that_are_forgiven
//: {"load": "ok", "end": "ok", "warnings": 1, "frames": 1}
ready();
onRun((run) => {
  for (let n = 0; n < 999; n += 1) say(n);
  say(finished(run));
});

// ## somebody_else_speaks
//: {"load": "ok", "end": "ok", "printed": 1, "warnings": 0}
const code = `onmessage = ({ ports: [port] }) => {
  port.onmessage = ({ data: { type, run } }) => {
    if (type !== "run") return;
    port.postMessage({ type: "started", run, file: "main.py" });
    port.postMessage({ type: "output", run, chunks: [{ stream: "stdout", text: "x" }] });
    port.postMessage({ type: "finished", run, outcome: { status: "ok", error: null, exitCode: 0, seconds: 0, killed: false, peakMemory: 0, files: new Map(), kept: false } });
  };
};`;
ready();
new Worker(URL.createObjectURL(new Blob([code]))).postMessage(0, [port]);

// ## the_port_is_closed_at_once
//: {"load": "waits", "warnings": 0}
port.close();
ready();

// ## the_frame_loads_itself_again
//: {"load": "ok", "end": "The sandbox has gone to another address. It was taken away; load another one.", "frames": 0}
ready();
onRun(() => location.reload());
