// @ts-check
// The frame's script, after the controller's glue: takes the port that the page sends, and gives
// the controller what only JavaScript can do.

{
  /**
   * What the page brings: the controller, the interpreter in parts (null is its end), and packs; or why
   * it cannot.
   * @typedef {{ type: "controller", body: ArrayBuffer }} ControllerMessage
   * @typedef {{ type: "part", bytes: Uint8Array<ArrayBuffer> | null }} PartMessage
   * @typedef {{ type: "asset", name: string, body?: ArrayBuffer, error?: string }} AssetMessage
   */

  // What no policy forbids in Chromium 156 and Firefox 153: it sends packets wherever one likes.
  for (const name of ["RTCPeerConnection", "webkitRTCPeerConnection", "mozRTCPeerConnection"]) {
    Reflect.deleteProperty(self, name);
  }

  /** @param {string} id */
  const textOf = (id) => document.getElementById(id)?.textContent ?? "";

  const canSwitchStacks = typeof WebAssembly.Suspending === "function" && typeof WebAssembly.promising === "function";
  const canShareMemory = self.crossOriginIsolated && typeof SharedArrayBuffer === "function";
  /** How a program can wait in this browser: a Waiting of src/protocol. */
  const waiting = canSwitchStacks ? "stackSwitching" : canShareMemory ? "sharedMemory" : "none";

  /** The one asset that arrives in parts. */
  const INTERPRETER = "interpreter";

  /** What compiling leaves behind is in nobody's way before the first program has begun. */
  const COLLECT_MS = 1000;

  /** What a worker hears while it has no program. */
  const FOR_THE_IDLE = new Set(["prepare", "check", "start"]);

  /** The mailboxes of workers that block. @type {WeakMap<Worker, MailboxSender>} */
  const mailboxes = new WeakMap();

  /**
   * A module that arrives in parts, and is compiled meanwhile.
   * @returns {{ module: Promise<WebAssembly.Module>, parts: ReadableStreamDefaultController<Uint8Array> }}
   */
  const incoming = () => {
    /** @type {any} */
    let parts;
    const body = new ReadableStream({ start: (controller) => (parts = controller) });
    const headers = { "Content-Type": "application/wasm" };
    const module = WebAssembly.compileStreaming(new Response(body, { headers }));
    // Whoever it is for may not be there yet.
    module.then(
      () => setTimeout(collectGarbage, COLLECT_MS),
      () => {},
    );
    return { module, parts };
  };

  /** @param {MessagePort} port */
  const connect = (port) => {
    /** What src/frame/js.rs imports. */
    const garterFrame = {
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

    const worker = URL.createObjectURL(new Blob([textOf("worker")], { type: "text/javascript" }));
    // The policy requires Trusted Types: this is the one address that becomes a script here.
    self.trustedTypes?.createPolicy("default", { createScriptURL: (url) => (url === worker ? url : null) });

    /** @type {InstanceType<typeof wasm_bindgen.Controller> | null} */
    let controller = null;
    /** What the controller is to hear when it is there. @type {(AssetMessage | { type?: string })[]} */
    let early = [];
    /** Where the next part belongs. @type {ReadableStreamDefaultController<Uint8Array> | null} */
    let parts = null;

    /** @param {any} data */
    const tell = (data) => {
      if (!controller) early.push(data);
      else if (data?.type !== "asset") controller.hear(data);
      else if (data.body) controller.takeAsset(data.name, data.body);
      else controller.missAsset(data.name, String(data.error));
    };

    /** @param {PartMessage} message */
    const takePart = ({ bytes }) => {
      if (!parts) {
        const interpreter = incoming();
        parts = interpreter.parts;
        tell({ type: "asset", name: INTERPRETER, body: interpreter.module });
      }
      if (bytes) {
        parts.enqueue(bytes);
      } else {
        parts.close();
        parts = null;
      }
    };

    /** @param {ControllerMessage} message */
    const begin = ({ body }) => {
      wasm_bindgen.initSync({ module: body });
      controller = new wasm_bindgen.Controller(worker, waiting);
      early.forEach(tell);
      early = [];
    };

    port.onmessage = ({ data }) => {
      if (data?.type === "controller") {
        begin(data);
      } else if (data?.type === "part") {
        takePart(data);
      } else if (parts && data?.type === "asset" && data.name === INTERPRETER) {
        // Its promise tells the controller.
        parts.error(new Error(data.error));
        parts = null;
      } else {
        tell(data);
      }
    };
  };

  addEventListener("message", function take({ data, source, ports: [port] }) {
    if (source !== parent || data?.type !== "connect" || !port) return;
    removeEventListener("message", take);
    connect(port);
  });
}
