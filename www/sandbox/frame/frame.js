// @ts-check
// The frame's script, after the controller's glue: takes the port that the page sends, and gives
// the controller the functions that only JavaScript can provide.

{
  /**
   * What the page brings: the controller, the interpreter in parts (null is its end), and packs; or why
   * it cannot.
   * @typedef {{ type: "controller", body: ArrayBuffer }} ControllerMessage
   * @typedef {{ type: "part", bytes: Uint8Array<ArrayBuffer> | null }} PartMessage
   * @typedef {{ type: "asset", name: string, body?: ArrayBuffer, error?: string }} AssetMessage
   */

  // No policy forbids WebRTC in Chromium 156 and Firefox 153, and it can send packets to any address.
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

  /** Delays the collection of the compiler's garbage, so that it does not delay the first program. */
  const COLLECT_DELAY_MS = 1000;

  /** The requests that a worker gets while it runs no program. */
  const FOR_THE_IDLE = new Set(["prepare", "check", "start"]);

  /** Compiles a module while its parts arrive. */
  class IncomingModule {
    /** @type {ReadableStreamDefaultController<Uint8Array> | undefined} */
    #parts;
    /** @type {Promise<WebAssembly.Module>} */
    module;

    constructor() {
      const body = new ReadableStream({ start: (parts) => void (this.#parts = parts) });
      const headers = { "Content-Type": "application/wasm" };
      this.module = WebAssembly.compileStreaming(new Response(body, { headers }));
      this.module.then(
        () => setTimeout(collectGarbage, COLLECT_DELAY_MS),
        // The controller awaits the module too, and reports the error. It may not be there yet, and
        // without a handler the browser would report the error as unhandled.
        () => {},
      );
    }

    /** @param {Uint8Array} bytes */
    add(bytes) {
      this.#parts?.enqueue(bytes);
    }

    end() {
      this.#parts?.close();
    }

    /** @param {string | undefined} why */
    fail(why) {
      this.#parts?.error(new Error(why));
    }
  }

  /** The functions that src/frame/js.rs imports. */
  class GarterFrame {
    #port;
    /** The mailboxes of workers that block. @type {WeakMap<Worker, MailboxSender>} */
    #mailboxes = new WeakMap();

    /** @param {MessagePort} port to the page */
    constructor(port) {
      this.#port = port;
    }

    /** @param {object} message to the page */
    tell(message) {
      this.#port.postMessage(message);
    }

    /**
     * Sends a new worker its first message.
     * @param {Worker} worker
     * @param {object} message
     */
    init(worker, message) {
      if (waiting !== "sharedMemory") {
        worker.postMessage(message);
        return;
      }
      const mailbox = new MailboxSender();
      this.#mailboxes.set(worker, mailbox);
      worker.postMessage({ ...message, mailbox: mailbox.buffer });
    }

    /**
     * @param {Worker} worker
     * @param {WorkerRequest} message
     */
    ask(worker, message) {
      const mailbox = this.#mailboxes.get(worker);
      // An idle worker is not blocked. Messages that it has not taken were for its last program.
      const isForIdle = FOR_THE_IDLE.has(message.type);
      if (isForIdle) mailbox?.clear();
      if (mailbox && !isForIdle) mailbox.send(message);
      else worker.postMessage(message);
    }
  }

  /** Passes the page's messages to the controller. */
  class Connection {
    /** The address of the worker's script. */
    #worker;
    /** @type {InstanceType<typeof wasm_bindgen.Controller> | null} */
    #controller = null;
    /** Messages that came before the controller. @type {(AssetMessage | { type?: string })[]} */
    #early = [];
    /** The interpreter, while its parts arrive. @type {IncomingModule | null} */
    #interpreter = null;

    /**
     * @param {MessagePort} port to the page
     * @param {string} worker the address of the worker's script
     */
    constructor(port, worker) {
      this.#worker = worker;
      port.onmessage = ({ data }) => this.#hear(data);
    }

    /** @param {any} message */
    #hear(message) {
      if (message?.type === "controller") {
        this.#begin(message);
      } else if (message?.type === "part") {
        this.#takePart(message);
      } else if (this.#interpreter && message?.type === "asset" && message.name === INTERPRETER) {
        // The rest of the interpreter does not arrive. The controller hears it from the module's promise.
        this.#interpreter.fail(message.error);
        this.#interpreter = null;
      } else {
        this.#tell(message);
      }
    }

    /** @param {any} message to the controller */
    #tell(message) {
      if (!this.#controller) this.#early.push(message);
      else if (message?.type !== "asset") this.#controller.hear(message);
      else if (message.body) this.#controller.takeAsset(message.name, message.body);
      else this.#controller.missAsset(message.name, String(message.error));
    }

    /** @param {PartMessage} message */
    #takePart({ bytes }) {
      if (!this.#interpreter) {
        this.#interpreter = new IncomingModule();
        this.#tell({ type: "asset", name: INTERPRETER, body: this.#interpreter.module });
      }
      if (bytes) {
        this.#interpreter.add(bytes);
      } else {
        this.#interpreter.end();
        this.#interpreter = null;
      }
    }

    /** @param {ControllerMessage} message */
    #begin({ body }) {
      wasm_bindgen.initSync({ module: body });
      this.#controller = new wasm_bindgen.Controller(this.#worker, waiting);
      for (const message of this.#early) this.#tell(message);
      this.#early = [];
    }
  }

  /** @param {MessagePort} port to the page */
  const connect = (port) => {
    Object.assign(self, { garterFrame: new GarterFrame(port) });
    const worker = URL.createObjectURL(new Blob([textOf("worker")], { type: "text/javascript" }));
    // The frame's policy requires Trusted Types. This address is the only one that becomes a script here.
    self.trustedTypes?.createPolicy("default", { createScriptURL: (url) => (url === worker ? url : null) });
    new Connection(port, worker);
  };

  addEventListener("message", function take({ data, source, ports: [port] }) {
    if (source !== parent || data?.type !== "connect" || !port) return;
    removeEventListener("message", take);
    connect(port);
  });
}
