// @ts-check
// The worker's script, after the interpreter's glue: passes messages between the frame and the
// interpreter, and gives the interpreter the means to wait.

/**
 * What a worker hears first.
 * @typedef {{ module: WebAssembly.Module, waiting: string, core: ArrayBuffer | null, rest: ArrayBuffer | null,
 *   mailbox?: SharedArrayBuffer }} Birth
 */

{
  /** Wakes whoever waits for a message. @type {(() => void) | null} */
  let wake = null;
  const turnChannel = new MessageChannel();
  /** Where messages arrive while this worker blocks. @type {MailboxReceiver | null} */
  let mailbox = null;

  /** @param {number} milliseconds to block at most, unless there is a message */
  const receive = (milliseconds) => {
    if (!mailbox) return;
    mailbox.wait(milliseconds);
    for (let message = mailbox.take(); message; message = mailbox.take()) wasm_bindgen.hear(message);
  };

  /** What src/worker/js.rs imports. */
  const garterWorker = {
    /**
     * @param {number} milliseconds
     * @returns {Promise<void> | void} at the next message, or after so many milliseconds
     */
    wait: (milliseconds) =>
      mailbox
        ? receive(milliseconds)
        : new Promise((resolve) => {
            wake = resolve;
            if (milliseconds !== Infinity) setTimeout(resolve, milliseconds);
          }),

    /** @returns {Promise<void> | void} after the messages that have arrived were heard */
    turn: () =>
      mailbox
        ? receive(0)
        : new Promise((resolve) => {
            turnChannel.port1.onmessage = () => resolve();
            turnChannel.port2.postMessage(null);
          }),

    /** @param {number} milliseconds to spend here, where there is no other way to wait */
    block: (milliseconds) => {
      const end = performance.now() + milliseconds;
      while (performance.now() < end);
    },

    /** @param {object} message */
    post: (message) => self.postMessage(message),
  };
  Object.assign(self, { garterWorker });

  /** @param {unknown} error */
  const lastWords = async (error) => {
    const message = String(error);
    try {
      // The message itself needs memory, which the budget of the run may refuse.
      wasm_bindgen.liftMemoryBudget();
      await wasm_bindgen.lastWords(message);
    } catch {
      // After a trap the interpreter may not be able to say even that.
      self.postMessage({ type: "crashed", message });
    }
  };

  /** @param {Birth} birth */
  const begin = ({ module, waiting, core, rest, mailbox: memory }) => {
    try {
      if (memory) mailbox = new MailboxReceiver(memory);
      wasm_bindgen.initSync({ module });
      wasm_bindgen.begin(waiting, core ? new Uint8Array(core) : undefined, rest ? new Uint8Array(rest) : undefined);
      self.postMessage({ type: "warm" });
    } catch (error) {
      self.postMessage({ type: "crashed", message: String(error) });
    }
  };

  /** Whether a program has come. */
  let isStarted = false;

  /** A program that comes at once goes first. */
  const PATIENCE_MS = 100;

  /**
   * Goes on setting up in small steps, until there is a program.
   * @param {{ core: ArrayBuffer }} request
   */
  const prepare = async ({ core }) => {
    wasm_bindgen.takeCore(new Uint8Array(core));
    await new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
    try {
      while (!isStarted && wasm_bindgen.prepare()) await new Promise((resolve) => setTimeout(resolve));
      // Later: until it returns, this function holds the message's copy of the pack.
      if (!isStarted) setTimeout(collectGarbage);
    } catch (error) {
      self.postMessage({ type: "crashed", message: String(error) });
    }
  };

  /** @param {{ text: object }} request */
  const check = ({ text }) => {
    try {
      wasm_bindgen.check(text);
    } catch (error) {
      lastWords(error);
    }
  };

  /** @param {{ program: object }} request */
  const start = async ({ program }) => {
    isStarted = true;
    try {
      await wasm_bindgen.run(program);
    } catch (error) {
      lastWords(error);
    }
  };

  self.onmessage = ({ data }) => {
    if (data.module) begin(data);
    else if (data.type === "start") start(data);
    else if (data.type === "prepare") prepare(data);
    else if (data.type === "check") check(data);
    else {
      wasm_bindgen.hear(data);
      wake?.();
    }
  };
}
