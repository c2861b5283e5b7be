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
  const waiting = canSwitchStacks ? "stackSwitching" : canShareMemory ? "sharedMemory" : "replay";

  /** The module that the others belong to. @type {AssetName} */
  const INTERPRETER = "interpreter";

  /** Delays the collection of the compiler's garbage, so that it does not delay the first program. */
  const COLLECT_DELAY_MS = 1000;

  /**
   * Whether terminating a worker costs the workers after it. JavaScriptCore (seen in WebKitGTK 2.50) takes
   * what its compiler has not done yet for a worker out of the queue when the worker is terminated, and does
   * not queue it again: whichever worker calls those functions later interprets them, as long as the module
   * lives. A program that takes 75 ms took 170 for the rest of the page's life, and some took a second.
   * Node 20 has no navigator.
   */
  const terminationCosts = (self.navigator?.vendor ?? "").startsWith("Apple");

  /** How long a worker stays there. The queue of a page's first program was done after two seconds. */
  const RETIREMENT_MS = 4000;

  /** JavaScriptCore has cheap checks of bounds for eight memories of a process. */
  const MOST_RETIRED = 3;

  /** The requests that a worker gets while it runs no program. @type {Set<WorkerRequest["type"]>} */
  const FOR_THE_IDLE = new Set(["prepare", "check", "start"]);

  /** Compiles a module while its pieces arrive. */
  class IncomingModule {
    /** @type {ReadableStreamDefaultController<Uint8Array> | undefined} */
    #pieces;
    /** Why not all pieces arrive: browsers reject the promise with errors of their own. @type {Error | undefined} */
    #failure;
    /** @type {Promise<WebAssembly.Module>} */
    module;

    /** @param {(module: WebAssembly.Module) => Promise<WebAssembly.Module>} check of what was compiled */
    constructor(check) {
      const body = new ReadableStream({ start: (pieces) => void (this.#pieces = pieces) });
      const headers = { "Content-Type": "application/wasm" };
      this.module = WebAssembly.compileStreaming(new Response(body, { headers })).then(check, (error) => {
        throw this.#failure ?? error;
      });
      this.module.then(
        () => setTimeout(collectGarbage, COLLECT_DELAY_MS),
        // The controller awaits the module too, and reports the error. It may not be there yet, and
        // without a handler the browser would report the error as unhandled.
        () => {},
      );
    }

    /** @param {Uint8Array} bytes */
    add(bytes) {
      this.#pieces?.enqueue(bytes);
    }

    end() {
      this.#pieces?.close();
    }

    /** @param {string} why */
    fail(why) {
      this.#failure = new Error(why);
      this.#pieces?.error(this.#failure);
    }
  }

  /**
   * The first module of the interpreter exports all that a part of the same build imports, and among it a name that is
   * the build's own (xtask/src/interpreter/split).
   * @param {WebAssembly.Module} first
   * @param {WebAssembly.Module} part
   * @throws {Error} if the part is of another build
   */
  function mustBelong(first, part) {
    const names = new Set(WebAssembly.Module.exports(first).map(({ name }) => name));
    if (WebAssembly.Module.imports(part).every(({ name }) => names.has(name))) return;
    throw new Error("it belongs to another build of Garter; the files of one build have to stay together");
  }

  /** The functions that src/frame/js.rs imports. */
  class GarterFrame {
    #port;
    /** The mailboxes of workers that block. @type {WeakMap<Worker, MailboxSender>} */
    #mailboxes = new WeakMap();
    /** What {@link GarterFrame.blob} has made. @type {WeakMap<ArrayBuffer, Blob>} */
    #blobs = new WeakMap();
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
     * @param {ArrayBuffer} buffer
     * @returns {Blob} the same bytes, of which a message to a worker makes no copy
     */
    blob(buffer) {
      const blob = this.#blobs.get(buffer) ?? new Blob([buffer]);
      this.#blobs.set(buffer, blob);
      return blob;
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
    #port;
    /** The address of the worker's script. */
    #worker;
    /** @type {Controller | null} */
    #controller = null;
    /** Calls of the controller that came before it. @type {((controller: Controller) => void)[]} */
    #early = [];
    /** The modules whose pieces arrive. @type {Map<AssetName, IncomingModule>} */
    #incoming = new Map();
    /** Resolves {@link Connection.#first}. @type {(module: WebAssembly.Module) => void} */
    #haveFirst = () => {};
    /** The first module of the interpreter. @type {Promise<WebAssembly.Module>} */
    #first = new Promise((resolve) => {
      this.#haveFirst = resolve;
    });

    /**
     * @param {MessagePort} port to the page
     * @param {string} worker the address of the worker's script
     */
    constructor(port, worker) {
      this.#port = port;
      this.#worker = worker;
      port.onmessage = ({ data }) => this.#hear(data);
    }

    /** @param {Delivery | PageMessage} message */
    #hear(message) {
      switch (message?.type) {
        case "frameModule":
          return this.#begin(message);
        case "piece":
          return this.#takePiece(message);
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

    /** @param {Extract<Delivery, { type: "piece" }>} message */
    #takePiece({ name, bytes }) {
      const incoming = this.#incoming.get(name) ?? this.#expect(name);
      if (bytes) {
        incoming.add(bytes);
      } else {
        incoming.end();
        this.#incoming.delete(name);
      }
    }

    /** @param {AssetName} name of a module whose first piece has arrived */
    #expect(name) {
      const incoming = new IncomingModule(async (module) => {
        if (name === INTERPRETER) this.#haveFirst(module);
        else mustBelong(await this.#first, module);
        return module;
      });
      this.#incoming.set(name, incoming);
      this.#call((controller) => controller.takeAsset(name, incoming.module));
      return incoming;
    }

    /** @param {Extract<Delivery, { type: "assetMissing" }>} message */
    #missAsset({ name, error }) {
      const incoming = this.#incoming.get(name);
      if (incoming) {
        // The rest of the module does not arrive. The controller hears it from the module's promise.
        incoming.fail(error);
        this.#incoming.delete(name);
      } else {
        this.#call((controller) => controller.missAsset(name, error));
      }
    }

    /** @param {Extract<Delivery, { type: "frameModule" }>} message */
    async #begin({ body }) {
      try {
        // Outside of workers Chrome compiles no module of this size at once, before version 115.
        await wasm_bindgen({ module_or_path: body });
      } catch (error) {
        const message = `Python does not start: its controller is damaged, or this browser too old for it (${error}).`;
        this.#port.postMessage(/** @type {FrameMessage} */ ({ type: "broken", message }));
        return;
      }
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
