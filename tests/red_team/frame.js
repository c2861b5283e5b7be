// promise: code in the sandbox frame or in its worker that has broken out of Python reaches nothing either

// Runs where our script should, under our policy. Each attack returns what it has reached, if anything.

const url = "{server}";
const inDocument = {
  origin: () => origin !== "null" && origin,
  address_of_the_page: () => document.referrer,
  cookies: () => document.cookie || ((document.cookie = "a=1"), document.cookie),
  local_storage: () => localStorage.length + 1,
  session_storage: () => sessionStorage.length + 1,
  the_page: () => top.document.title,
  the_fence: () => parent.document.title,
  element_that_holds_it: () => frameElement,
  functions_from_text: () => new Function("return 1")(),
  timer_from_text: () => within((done) => (globalThis.done = done, setTimeout("done(true)"))),
  script_element: () => within((done) => append("script", { text: "done(true)" }, (globalThis.done = done))),
  script_from_the_server: () => loads("script", { src: url }),
  script_from_a_blob: () => loads("script", { src: blob("0") }),
  script_from_data: () => loads("script", { src: "data:text/javascript,0" }),
  module_from_the_server: () => import(url),
  module_from_a_blob: () => import(blob("export default 1")),
  markup_with_a_handler: () => within((done) => {
    globalThis.done = done;
    document.body.insertAdjacentHTML("beforeend", "<img src=x onerror='done(true)'>");
  }),
  address_that_is_a_script: () => within((done) => {
    globalThis.done = done;
    append("a", { href: "javascript:done(true)" }).click();
  }),
  image: () => loads("img", { src: url }),
  image_from_data: () => loads("img", { src: "data:image/gif;base64,R0lGODlhAQABAAAAACw=" }),
  style_sheet: () => loads("link", { rel: "stylesheet", href: url }),
  preload: () => loads("link", { rel: "preload", as: "image", href: url }),
  prefetch: () => loads("link", { rel: "prefetch", href: url }),
  module_preload: () => loads("link", { rel: "modulepreload", href: url }),
  icon: () => loads("link", { rel: "icon", href: url }),
  manifest: () => loads("link", { rel: "manifest", href: url }),
  style: () => append("p", { style: `background: url(${url})` }) && wait(),
  font: () => new FontFace("x", `url(${url})`).load(),
  video: () => loads("video", { src: url }),
  object: () => loads("object", { data: url }),
  embed: () => loads("embed", { src: url }),
  beacon: () => void navigator.sendBeacon(url, "secret"),
  link_with_a_ping: () => void append("a", { href: "about:srcdoc#x", ping: url }).click(),
  frame_in_the_frame: () => void append("iframe", { src: url }),
  frame_with_a_script: () => within((done) => {
    addEventListener("message", ({ data }) => data === "inside" && done(true));
    append("iframe", { srcdoc: "<script>parent.postMessage('inside', '*')<\/script>" });
  }),
  window_of_its_own: () => open(url),
  link_to_a_window: () => void append("a", { href: url, target: "_blank" }).click(),
  link_to_the_top: () => void append("a", { href: url, target: "_top" }).click(),
  form: () => void append("form", { action: url, method: "post" }).submit(),
  form_to_a_window: () => void append("form", { action: url, target: "_blank" }).submit(),
  navigation_of_the_top: () => void (top.location = url),
  navigation_of_the_fence: () => void (parent.location = url),
  download: () => void append("a", { href: "data:text/plain,x", download: "x.txt" }).click(),
  base: () => append("base", { href: url }) && document.baseURI === url,
  confirmation: () => confirm("Are you there?"),
  question: () => prompt("Your password?"),
  full_screen: () => document.documentElement.requestFullscreen(),
  pointer: () => within((done) => {
    document.addEventListener("pointerlockchange", () => done(true));
    return document.documentElement.requestPointerLock();
  }),
  place: () => within((done, fail) => navigator.geolocation.getCurrentPosition(done, fail)),
  camera: () => navigator.mediaDevices.getUserMedia({ video: true }),
  screen: () => navigator.mediaDevices.getDisplayMedia(),
  clipboard: () => navigator.clipboard.readText(),
  clipboard_written: () => navigator.clipboard.writeText("secret").then(() => true),
  notification: async () => (await Notification.requestPermission()) === "granted",
  credentials: () => navigator.credentials.get({ password: true }),
  payment: () => new PaymentRequest([{ supportedMethods: "basic-card" }], { total: { label: "x", amount: { currency: "EUR", value: "1" } } }).show(),
  share: () => navigator.share({ title: "x" }),
  lock: () => navigator.wakeLock.request("screen"),
  storage_access: () => document.requestStorageAccess().then(() => true),
  service_worker: () => navigator.serviceWorker.register(url),
  shared_worker_of_the_server: () => loads(new SharedWorker(url)),
  worker_of_the_server: () => loads(new Worker(url)),
};

/** These end the document in Chromium, so there is one for each visit. */
const departures = {
  refresh: () => append("meta", { httpEquiv: "refresh", content: `0; url=${url}` }),
  link: () => append("a", { href: url }).click(),
  address: () => (location.href = url),
  address_of_data: () => (location.href = "data:text/html,x"),
  address_of_a_blob: () => (location.href = blob("x", "text/html")),
};

/** The same in the document and in a worker. */
const inBoth = {
  fetch: () => fetch(url),
  fetch_without_an_answer: () => fetch(url, { mode: "no-cors", method: "POST", body: "secret", keepalive: true }),
  fetch_of_data: () => fetch("data:,x"),
  request: () => within((done, fail) => {
    const request = new XMLHttpRequest();
    request.onload = done;
    request.onerror = fail;
    request.open("GET", url);
    request.send();
  }),
  request_that_blocks: () => {
    const request = new XMLHttpRequest();
    request.open("GET", url, false);
    request.send();
    return true;
  },
  web_socket: () => within((done, fail) => Object.assign(new WebSocket(url.replace("http", "ws")), { onopen: done, onerror: fail })),
  event_source: () => within((done, fail) => Object.assign(new EventSource(url), { onopen: done, onerror: fail })),
  web_transport: () => new WebTransport(url.replace("http", "https")).ready,
  text_as_code: () => (0, eval)("1"),
  data_base: () => within((done, fail) => Object.assign(indexedDB.open("x"), { onsuccess: done, onerror: fail })),
  caches: () => caches.open("x"),
  file_system: () => navigator.storage.getDirectory(),
  quota: async () => (await navigator.storage.persist()) === true,
  locks: () => navigator.locks.request("x", () => true),
};

const inWorker = {
  origin: () => self.origin !== "null" && self.origin,
  script_from_the_server: () => importScripts(url) ?? true,
  script_from_a_blob: () => importScripts(URL.createObjectURL(new Blob(["0"]))) ?? true,
  module_from_the_server: () => import(url),
  worker_in_the_worker: () => within((done) => {
    const code = `fetch("${url}").then(() => postMessage(1), () => {})`;
    new Worker(URL.createObjectURL(new Blob([code]))).onmessage = done;
  }),
  connections: () => new RTCPeerConnection(),
  windows: () => open(url),
  dialogs: () => confirm("?"),
};

/** @returns {Promise<unknown>} what the attack reaches within a moment */
function within(attack) {
  return new Promise((resolve, reject) => {
    setTimeout(resolve, 150);
    attack(resolve, reject);
  });
}

const wait = () => within(() => {});

async function reached(attack) {
  try {
    // A permission that nobody is asked for may stay open for ever.
    return Boolean(await Promise.race([attack(), within(() => {})]));
  } catch {
    return false;
  }
}

async function report(attacks) {
  const names = [];
  for (const [name, attack] of Object.entries(attacks)) if (await reached(attack)) names.push(name);
  return names;
}

function blob(text, type = "text/javascript") {
  return URL.createObjectURL(new Blob([text], { type }));
}

function append(tag, attributes) {
  const element = Object.assign(document.createElement(tag), attributes);
  for (const [name, value] of Object.entries(attributes)) if (typeof value === "string" && name !== "text" && name !== "srcdoc") element.setAttribute(name, value);
  document.body.append(element);
  return element;
}

const loads = (what, attributes) => within((done, fail) => {
  const element = typeof what === "string" ? append(what, attributes) : what;
  element.onload = element.onmessage = () => done(true);
  element.onerror = fail;
});

if (self.document) {
  trustedTypes?.createPolicy("default", { createScriptURL: (address) => address });
  addEventListener("message", async ({ ports: [port] }) => {
    if (!port) return;
    const departure = departures["{departure}"];
    if (departure) {
      port.postMessage({ type: "ready", capabilities: { waiting: "none" } });
      departure();
      return;
    }
    const code = [...document.scripts].at(-1).textContent;
    const worker = new Worker(blob(code));
    const ofWorker = await new Promise((resolve) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = ({ message }) => resolve([`no worker: ${message}`]);
    });
    const ofDocument = await report({ ...inBoth, ...inDocument });
    port.postMessage({ type: "broken", message: JSON.stringify({ document: ofDocument, worker: ofWorker }) });
  });
} else {
  report({ ...inBoth, ...inWorker }).then((names) => postMessage(names));
}
