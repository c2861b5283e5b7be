// @ts-check
// The frame's script, after the controller's glue: takes the port that the page sends, and gives
// the controller the functions that only JavaScript can provide.

/**
 * @typedef {import("../../../target/types/Delivery.ts").Delivery} Delivery
 * @typedef {import("../../../target/types/PageMessage.ts").PageMessage} PageMessage
 * @typedef {import("../../../target/types/FrameMessage.ts").FrameMessage} FrameMessage
 * @typedef {import("../../../target/types/AssetName.ts").AssetName} AssetName
 * @typedef {import("../../../target/types/Waiting.ts").Waiting} Waiting
 * @typedef {InstanceType<typeof wasm_bindgen.Controller>} Controller
 */

{
  // No policy forbids WebRTC in Chromium 156 and Firefox 153, and it can send packets to any address.
  for (const name of ["RTCPeerConnection", "webkitRTCPeerConnection", "mozRTCPeerConnection"]) {
    Reflect.deleteProperty(self, name);
  }
  // In Firefox 153 a sandboxed frame can take the whole tab back to the page before.
  for (const [owner, names] of /** @type {const} */ ([
    ["History", ["back", "forward", "go"]],
    ["Navigation", ["back", "forward", "traverseTo"]],
  ])) {
    const { prototype } = Reflect.get(self, owner) ?? { prototype: {} };
    for (const name of names) Reflect.deleteProperty(prototype, name);
  }

  /** @param {string} id */
  const textOf = (id) => document.getElementById(id)?.textContent ?? "";

  const canSwitchStacks = typeof WebAssembly.Suspending === "function" && typeof WebAssembly.promising === "function";
  const canShareMemory = self.crossOriginIsolated && typeof SharedArrayBuffer === "function";
  /** How a program can wait in this browser. @type {Waiting} */
  const waiting = canSwitchStacks ? "stackSwitching" : canShareMemory ? "sharedMemory" : "none";

  /** The one asset that arrives in parts. @type {AssetName} */
  const INTERPRETER = "interpreter";

  /** Delays the collection of the compiler's garbage, so that it does not delay the first program. */
  const COLLECT_DELAY_MS = 1000;

  /**
   * Whether terminating a worker costs the workers after it. JavaScriptCore (seen in WebKitGTK 2.50) takes
   * what its compiler has not done yet for a worker out of the queue when the worker is terminated, and does
   * not queue it again: whichever worker calls those functions later interprets them, as long as the module
   * lives. A program that takes 75 ms took 170 for the rest of the page's life, and some took a second.
   */
  const terminationCosts = typeof navigator === "object" && navigator.vendor?.startsWith("Apple");

  /** How long a worker stays there. The queue of a page's first program was done after two seconds. */
  const RETIREMENT_MS = 4000;

  /** JavaScriptCore has cheap checks of bounds for eight memories of a process. */
  const MOST_RETIRED = 3;

  /** The requests that a worker gets while it runs no program. @type {Set<WorkerRequest["type"]>} */
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

    /** @param {string} why */
    fail(why) {
      this.#parts?.error(new Error(why));
    }
  }

  /** The functions that src/frame/js.rs imports. */
  class GarterFrame {
    #port;
    /** The mailboxes of workers that block. @type {WeakMap<Worker, MailboxSender>} */
    #mailboxes = new WeakMap();
    /** Workers that are terminated a little later. @type {Worker[]} */
    #retired = [];

    /** @param {MessagePort} port to the page */
    constructor(port) {
      this.#port = port;
    }

    /** @param {FrameMessage} message to the page */
    tell(message) {
      this.#port.postMessage(message);
    }

    /**
     * Sends a new worker its first message.
     * @param {Worker} worker
     * @param {Extract<WorkerRequest, { type: "init" }>} message
     */
    init(worker, message) {
      if (waiting === "sharedMemory") {
        const mailbox = new MailboxSender();
        this.#mailboxes.set(worker, mailbox);
        message.mailbox = mailbox.buffer;
      }
      worker.postMessage(message);
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

    /**
     * Terminates a worker whose program has ended, where that costs others not before its functions are compiled.
     * @param {Worker} worker
     */
    retire(worker) {
      if (!terminationCosts) return worker.terminate();
      this.#retired.push(worker);
      while (this.#retired.length > MOST_RETIRED) this.#retired.shift()?.terminate();
      setTimeout(() => {
        worker.terminate();
        this.#retired = this.#retired.filter((other) => other !== worker);
      }, RETIREMENT_MS);
    }
  }

  /** Passes the page's messages to the controller. */
  class Connection {
    /** The address of the worker's script. */
    #worker;
    /** @type {Controller | null} */
    #controller = null;
    /** Calls of the controller that came before it. @type {((controller: Controller) => void)[]} */
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

    /** @param {Delivery | PageMessage} message */
    #hear(message) {
      switch (message?.type) {
        case "frameModule":
          return this.#begin(message);
        case "part":
          return this.#takePart(message);
        case "asset":
          return this.#call((controller) => controller.takeAsset(message.name, message.body));
        case "assetMissing":
          return this.#missAsset(message);
        case "connect":
          return;
        default:
          this.#call((controller) => controller.hear(message));
      }
    }

    /** Calls the controller now, or as soon as it exists. @param {(controller: Controller) => void} action */
    #call(action) {
      if (this.#controller) action(this.#controller);
      else this.#early.push(action);
    }

    /** @param {Extract<Delivery, { type: "part" }>} message */
    #takePart({ bytes }) {
      if (!this.#interpreter) {
        const { module } = (this.#interpreter = new IncomingModule());
        this.#call((controller) => controller.takeAsset(INTERPRETER, module));
      }
      if (bytes) {
        this.#interpreter.add(bytes);
      } else {
        this.#interpreter.end();
        this.#interpreter = null;
      }
    }

    /** @param {Extract<Delivery, { type: "assetMissing" }>} message */
    #missAsset({ name, error }) {
      if (this.#interpreter && name === INTERPRETER) {
        // The rest of the interpreter does not arrive. The controller hears it from the module's promise.
        this.#interpreter.fail(error);
        this.#interpreter = null;
      } else {
        this.#call((controller) => controller.missAsset(name, error));
      }
    }

    /** @param {Extract<Delivery, { type: "frameModule" }>} message */
    #begin({ body }) {
      wasm_bindgen.initSync({ module: body });
      const controller = new wasm_bindgen.Controller(this.#worker, waiting);
      this.#controller = controller;
      for (const action of this.#early) action(controller);
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

  /** @type {Delivery["type"]} */
  const CONNECT = "connect";

  addEventListener("message", function take({ data, source, ports: [port] }) {
    if (source !== parent || data?.type !== CONNECT || !port) return;
    removeEventListener("message", take);
    connect(port);
  });
}
