// @ts-check
// The frame's script, after the controller's glue: takes the port that the page sends, and gives
// the controller what only JavaScript can do.

{
  /**
   * @typedef {ReadableStream<Uint8Array> | ArrayBuffer} Body
   * @typedef {{ type: "asset", name: string, body?: Body, error?: string }} AssetMessage
   */

  // What no policy forbids in Chromium 156 and Firefox 153: it sends packets wherever one likes.
  for (const name of ["RTCPeerConnection", "webkitRTCPeerConnection", "mozRTCPeerConnection"]) {
    Reflect.deleteProperty(self, name);
  }

  /** @param {string} id */
  const textOf = (id) => document.getElementById(id)?.textContent ?? "";

  /** @param {string} digits in hexadecimal */
  const bytesOf = (digits) => {
    const bytes = new Uint8Array(digits.length / 2);
    // A letter's code ends in 1 to 6, and has a bit that a digit's code has not.
    const value = (/** @type {number} */ code) => (code & 15) + 9 * (code >> 6);
    for (let at = 0; at < bytes.length; at += 1) {
      bytes[at] = value(digits.charCodeAt(2 * at)) * 16 + value(digits.charCodeAt(2 * at + 1));
    }
    return bytes;
  };

  const canSwitchStacks =
    typeof WebAssembly.Suspending === "function" && typeof WebAssembly.promising === "function";
  const canShareMemory = self.crossOriginIsolated && typeof SharedArrayBuffer === "function";
  /** How a program can wait in this browser: a Waiting of src/protocol.rs. */
  const waiting = canSwitchStacks ? "stackSwitching" : canShareMemory ? "sharedMemory" : "none";

  /** What a worker hears while it has no program. */
  const FOR_THE_IDLE = new Set(["prepare", "check", "start"]);

  /** The mailboxes of workers that block. @type {WeakMap<Worker, MailboxSender>} */
  const mailboxes = new WeakMap();

  /** @param {MessagePort} port */
  const connect = (port) => {
    /** What src/page/outside.rs imports. */
    const garterFrame = {
      /** @param {Body} body */
      compile: (body) =>
        WebAssembly.compileStreaming(new Response(body, { headers: { "Content-Type": "application/wasm" } })),
      /** @param {Body} body */
      buffer: (body) => new Response(body).arrayBuffer(),
      /** @param {object} message */
      tell: (message) => port.postMessage(message),
      /**
       * @param {Worker} worker
       * @param {object} birth what it hears first
       */
      bear: (worker, birth) => {
        if (waiting !== "sharedMemory") {
          worker.postMessage(birth);
          return;
        }
        const mailbox = new MailboxSender();
        mailboxes.set(worker, mailbox);
        worker.postMessage({ ...birth, mailbox: mailbox.buffer });
      },
      /**
       * @param {Worker} worker
       * @param {WorkerRequest} message
       */
      ask: (worker, message) => {
        const mailbox = mailboxes.get(worker);
        // A worker without a program is not blocked, and what it has not heard is for the one before.
        const isIdle = FOR_THE_IDLE.has(message.type);
        if (isIdle) mailbox?.clear();
        if (mailbox && !isIdle) mailbox.send(message);
        else worker.postMessage(message);
      },
    };
    Object.assign(self, { garterFrame });

    wasm_bindgen.initSync({ module: bytesOf(textOf("wasm")) });
    const worker = URL.createObjectURL(new Blob([textOf("worker")], { type: "text/javascript" }));
    // The policy requires Trusted Types: this is the one address that becomes a script here.
    self.trustedTypes?.createPolicy("default", { createScriptURL: (url) => (url === worker ? url : null) });
    const controller = new wasm_bindgen.Controller(worker, waiting);
    port.onmessage = ({ data }) => {
      if (data?.type !== "asset") controller.hear(data);
      else if (data.body) controller.takeAsset(data.name, data.body);
      else controller.missAsset(data.name, String(data.error));
    };
  };

  addEventListener("message", function take({ data, source, ports: [port] }) {
    if (source !== parent || data?.type !== "connect" || !port) return;
    removeEventListener("message", take);
    connect(port);
  });
}
