// @ts-check
// The worker's script, after the interpreter's glue: passes messages between the frame and the
// interpreter, and gives the interpreter the means to wait.

/**
 * @typedef {import("../../../target/types/WorkerMessage.ts").WorkerMessage} WorkerMessage
 * @typedef {import("../../../target/types/AssetName.ts").AssetName} AssetName
 * @typedef {import("../../../target/types/PackName.ts").PackName} PackName
 * @typedef {import("../../../target/types/PartName.ts").PartName} PartName
 */

{
  /** Ends the current wait, as a message has come. @type {(() => void) | null} */
  let wake = null;
  const turnChannel = new MessageChannel();
  /** The number of the clock that shows no date: `Clock` of src/worker/replay.rs. */
  const MONOTONIC = 1;
  /** What has happened to the program, where it is run again for each answer; null where it can wait. @type {Past | null} */
  let past = null;
  /** Before these messages the frame hears what has happened to the program. @type {Set<WorkerMessage["type"]>} */
  const NEWS_BEFORE = new Set(["aside", "atPrompt", "finished"]);
  /** Whether the program was put aside: nothing more of it is heard. */
  let isAside = false;
  /** Receives messages while this worker blocks; null if it can be suspended. @type {MailboxReceiver | null} */
  let mailbox = null;

  /** Blocks until a message is there, and passes on all that are. @param {number} milliseconds at most */
  const receive = (milliseconds) => {
    if (!mailbox) return;
    mailbox.wait(milliseconds);
    for (let message = mailbox.take(); message; message = mailbox.take()) {
      const heard = message;
      atOnce(() => wasm_bindgen.hear(heard));
    }
  };

  /** What the interpreter exports, once it is there. @type {WebAssembly.Exports | null} */
  let exports = null;
  /** The parts of the interpreter that are there. @type {Set<PartName>} */
  const parts = new Set();
  /** Ends the wait for a part. @type {((answer: Extract<WorkerRequest, { type: "part" }>) => void) | null} */
  let takePart = null;
  /** Whether the interpreter cannot be suspended now: the browser cannot, or a function is called that must not be. */
  let isAtOnce = true;

  /**
   * Calls a function of the interpreter that cannot be suspended.
   * @template T
   * @param {() => T} call
   * @returns {T}
   */
  const atOnce = (call) => {
    const before = isAtOnce;
    isAtOnce = true;
    try {
      return call();
    } finally {
      isAtOnce = before;
    }
  };

  /**
   * Puts a part of the interpreter into its place: its constants into memory, and its functions into the table, in the
   * place of their stubs.
   * @param {PartName} name
   * @param {WebAssembly.Module | null} module
   */
  const addPart = (name, module) => {
    if (!module || parts.has(name)) return;
    new WebAssembly.Instance(module, { first: /** @type {WebAssembly.ModuleImports} */ (exports) });
    parts.add(name);
  };

  /** Whether programs are run again for each answer. */
  let replays = false;
  /** What has arrived where a program cannot wait for it. @type {Map<AssetName, Blob | WebAssembly.Module>} */
  const arrived = new Map();

  /**
   * Takes what has arrived. Where programs are run again it is put into its place when it is needed, so that each run
   * finds the places where an earlier one has waited.
   * @param {Pick<Extract<WorkerRequest, { type: "arrived" }>, "parts" | "packs">} assets
   */
  const take = ({ parts, packs }) => {
    for (const { pack, data } of packs) arrived.set(pack, data);
    for (const { part, module } of parts) {
      if (replays) arrived.set(part, module);
      else addPart(part, module);
    }
  };

  /**
   * How a program's wait for an asset has ended when it ran before; it then hears Stop if it was pressed meanwhile.
   * @param {AssetName} name
   * @returns {string | null} why it does not arrive, empty if it does; null if it has not waited for it here
   */
  const endOfWait = (name) => {
    const end = past?.assetAnswer(name);
    if (!end) return null;
    if (end.stop) atOnce(() => wasm_bindgen.hear({ type: "stop" }));
    return end.error;
  };

  /** Goes on with a thread that is suspended, by its number. @type {Map<number, () => void>} */
  const suspended = new Map();

  /** Goes on with a thread, or begins it. @param {number} thread */
  const resumeThread = (thread) => {
    const resume = suspended.get(thread);
    suspended.delete(thread);
    if (resume) resume();
    else wasm_bindgen.runThread(thread).catch(reportFailure);
  };

  /**
   * Gets a part for a program that may be run again: it is put aside until the part is there.
   * @param {PartName} part
   * @returns {string | null} why it does not arrive
   */
  const loadForReplay = (part) => {
    const error = endOfWait(part);
    // What did not arrive then has not arrived for this program, though it may be there now.
    if (error) return error;
    const module = arrived.get(part);
    if (module instanceof WebAssembly.Module) {
      addPart(part, module);
      return null;
    }
    if (garterWorker.canLiveAgain(Infinity)) garterWorker.putAside({ type: "asset", name: part });
    askForLater({ type: "partRequest", part });
    return CANNOT_WAIT;
  };

  /** What the program has asked for in vain. @type {Set<string>} */
  const asked = new Set();

  /**
   * Asks for something, once, that a later program will find.
   * @param {Extract<WorkerMessage, { type: "partRequest" | "packRequest" }>} request
   */
  const askForLater = (request) => {
    const key = JSON.stringify(request);
    if (!asked.has(key)) garterWorker.post(request);
    asked.add(key);
  };

  /** Why a program goes on without an asset that is not there. */
  const CANNOT_WAIT = "this browser cannot wait for it in the middle of this program";

  /** The functions that src/worker/js.rs imports. */
  const garterWorker = {
    /** @param {PartName} part */
    hasPart: (part) => parts.has(part),

    /**
     * @param {PartName} part
     * @returns {Promise<string | null> | string | null} why it did not arrive; null when it is there
     */
    loadPart: (part) => {
      if (past) return loadForReplay(part);
      if (isAtOnce) {
        throw new Error(`the interpreter needs its part "${part}" where it cannot wait for it; please report this`);
      }
      garterWorker.post({ type: "partRequest", part });
      return new Promise((resolve) => {
        takePart = ({ module, error }) => {
          try {
            addPart(part, module);
            resolve(module ? null : error);
          } catch (failure) {
            resolve(String(failure));
          }
        };
      });
    },

    /**
     * @param {number} milliseconds
     * @returns {Promise<void> | void} when the next message comes, or after so many milliseconds
     */
    wait: (milliseconds) =>
      mailbox
        ? receive(milliseconds)
        : new Promise((resolve) => {
            wake = resolve;
            if (milliseconds !== Infinity) setTimeout(resolve, milliseconds);
          }),

    /**
     * @param {number} from the thread that runs
     * @param {number} to the thread that goes on, or begins
     * @returns {Promise<void>} when the first thread goes on
     */
    switchThread: (from, to) =>
      new Promise((resolve) => {
        suspended.set(from, resolve);
        // In a later task of this turn: the stack that runs has to be suspended first.
        queueMicrotask(() => resumeThread(to));
      }),

    /** Goes on with a thread when the stack that runs has ended. @param {number} to */
    resumeThread: (to) => queueMicrotask(() => resumeThread(to)),

    /** @returns {Promise<void> | void} when the messages that have arrived are passed on */
    turn: () =>
      mailbox
        ? receive(0)
        : new Promise((resolve) => {
            turnChannel.port1.onmessage = () => resolve();
            turnChannel.port2.postMessage(null);
          }),

    /** @returns {boolean} whether it is known how the program's wait has ended; the program then hears it */
    answer: () => {
      const answer = past?.answer();
      if (!answer) return false;
      if (answer.type !== "slept") atOnce(() => wasm_bindgen.hear(answer));
      return true;
    },

    /** @param {number} longest in milliseconds */
    canLiveAgain: (longest) => past !== null && !past.isTooLong && past.worked <= longest,

    closePast: () => past?.close(),

    /**
     * @param {PackName} pack
     * @returns {Uint8Array | string | null} the pack, or why it does not arrive; null if neither is known
     */
    keptPack: (pack) => {
      const error = endOfWait(pack);
      const data = arrived.get(pack);
      if (error || !(data instanceof Blob)) return error || null;
      return new Uint8Array(new FileReaderSync().readAsArrayBuffer(data));
    },

    /**
     * @param {PackName} pack that the program goes on without
     * @returns {string} why
     */
    refusePack: (pack) => {
      past?.add({ type: "asset", name: pack, error: CANNOT_WAIT, stop: false });
      askForLater({ type: "packRequest", pack });
      return CANNOT_WAIT;
    },

    /** @param {import("../../../target/types/Wish.ts").Wish} wish */
    putAside: (wish) => {
      garterWorker.post({ type: "aside", wish });
      isAside = true;
      throw new Error("the program is put aside");
    },

    rememberSleep: () => past?.add({ type: "slept" }),

    /**
     * @param {number} clock
     * @param {number} milliseconds
     */
    observe: (clock, milliseconds) => {
      // Each worker counts from its own start.
      const now = clock === MONOTONIC ? performance.timeOrigin + milliseconds : milliseconds;
      return past ? past.observe(clock, now) : now;
    },

    /** @param {Uint8Array<ArrayBuffer>} buffer */
    rememberRandom: (buffer) => (past ? past.random(buffer) : void crypto.getRandomValues(buffer)),

    /** @returns {number} how loops are compiled (src/worker/accelerate.rs): not at all, unless tests say so */
    accelerator: () =>
      /** @type {{ garterAccelerator?: number }} */ (/** @type {unknown} */ (self)).garterAccelerator ?? 0,

    /**
     * Makes a compiled loop ready (src/python/accelerator), with functions of the interpreter's.
     * @param {WebAssembly.Memory} memory
     * @param {WebAssembly.Table} table the interpreter's function pointers
     * @param {Uint8Array<ArrayBuffer>} bytes of the module
     * @param {Uint32Array} helpers the places of the functions that it imports
     * @param {number} slot the place for its own function
     * @returns {boolean} whether it is there
     */
    linkUnit: (memory, table, bytes, helpers, slot) => {
      try {
        /** @type {WebAssembly.ModuleImports} */
        const imports = { m: memory };
        for (const [index, helper] of helpers.entries()) imports[`h${index}`] = table.get(helper);
        const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), { i: imports });
        table.set(slot, instance.exports.f);
        return true;
      } catch {
        // A policy may forbid to compile: the interpreter does without.
        return false;
      }
    },

    /** Waits in a loop, where there is no other way. @param {number} milliseconds */
    block: (milliseconds) => {
      // The program has waited already.
      if (past && !past.isOver) return;
      const end = performance.now() + milliseconds;
      while (performance.now() < end);
      past?.rest(milliseconds);
    },

    /** @param {WorkerMessage} message */
    post: (message) => {
      // What the interpreter drops while it is left may need a part, or print.
      if (isAside) return;
      if (past && NEWS_BEFORE.has(message.type)) self.postMessage({ type: "past", past: past.takeNews() });
      self.postMessage(message);
    },
  };
  Object.assign(self, { garterWorker });

  /**
   * Tells the frame why the interpreter has failed: the interpreter itself knows best.
   * @param {unknown} error
   */
  const reportFailure = async (error) => {
    if (isAside) return;
    const message = String(error);
    try {
      // The message itself needs memory, which the budget of the run may refuse.
      atOnce(() => wasm_bindgen.liftMemoryBudget());
      await wasm_bindgen.reportFailure(message);
    } catch {
      // After a trap the interpreter may not be able to run this function either.
      garterWorker.post({ type: "crashed", message });
    }
  };

  /** @param {Extract<WorkerRequest, { type: "init" }>} request */
  const init = ({ module, parts, packs, waiting, mailbox: memory }) => {
    try {
      if (memory) mailbox = new MailboxReceiver(memory);
      exports = wasm_bindgen.initSync({ module });
      isAtOnce = waiting !== "stackSwitching";
      replays = waiting === "replay";
      take({ parts, packs });
      wasm_bindgen.begin(waiting);
      garterWorker.post({ type: "warm" });
    } catch (error) {
      garterWorker.post({ type: "crashed", message: String(error) });
    }
  };

  /** Whether a program was started. */
  let isStarted = false;

  /** Delays the preparation, so that a program that is started at once does not have to wait for it. */
  const PREPARE_DELAY_MS = 100;

  /**
   * Continues the set-up in small steps, until a program is started.
   * @param {Extract<WorkerRequest, { type: "prepare" }>} request
   */
  const prepare = async ({ core, later }) => {
    try {
      addPart("later", later);
      atOnce(() => wasm_bindgen.takeCore(new Uint8Array(core)));
      await new Promise((resolve) => setTimeout(resolve, PREPARE_DELAY_MS));
      while (!isStarted && atOnce(() => wasm_bindgen.prepare())) await new Promise((resolve) => setTimeout(resolve));
      if (!isStarted) garterWorker.post({ type: "prepared" });
      // In a later task: this function holds the message's copy of the pack until it returns.
      if (!isStarted) setTimeout(collectGarbage);
    } catch (error) {
      garterWorker.post({ type: "crashed", message: String(error) });
    }
  };

  /** @param {Extract<WorkerRequest, { type: "check" }>} request */
  const check = ({ text }) => {
    try {
      atOnce(() => wasm_bindgen.check(text));
    } catch (error) {
      reportFailure(error);
    }
  };

  /** @param {Extract<WorkerRequest, { type: "start" }>} request */
  const start = async ({ program, past: known, canBePutAside }) => {
    isStarted = true;
    asked.clear();
    past = replays ? new Past(known, canBePutAside) : null;
    try {
      await wasm_bindgen.run(program);
    } catch (error) {
      reportFailure(error);
    }
  };

  /** @param {Extract<WorkerRequest, { type: "goOn" }>} request */
  const goOn = async ({ answer }) => {
    past?.goOn();
    try {
      if (answer.type === "input" || answer.type === "stop") atOnce(() => wasm_bindgen.hear(answer));
      await wasm_bindgen.goOn();
    } catch (error) {
      reportFailure(error);
    }
  };

  self.onmessage = (/** @type {MessageEvent<WorkerRequest>} */ { data }) => {
    switch (data.type) {
      case "init":
        return init(data);
      case "prepare":
        return prepare(data);
      case "check":
        return check(data);
      case "start":
        return start(data);
      case "goOn":
        return goOn(data);
      case "part":
        return takePart?.(data);
      case "arrived":
        return take(data);
      default:
        atOnce(() => wasm_bindgen.hear(data));
        wake?.();
    }
  };
}
