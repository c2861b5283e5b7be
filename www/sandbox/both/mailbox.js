// @ts-check
// Messages for a worker that cannot be suspended: it blocks on shared memory until one is there.
// Part of the frame's script, which sends, and of the worker's, which receives.

/** @typedef {import("../../../target/types/WorkerRequest.ts").WorkerRequest} WorkerRequest */

/** The words at the start of the shared memory. */
const MailboxWord = { state: 0, length: 1, isLast: 2 };
const MAILBOX_EMPTY = 0;
const MAILBOX_FULL = 1;
const MAILBOX_HEADER_BYTES = 12;
const MAILBOX_BYTES = 1 << 20;

/** Sends messages through shared memory, piece by piece. */
class MailboxSender {
  buffer = new SharedArrayBuffer(MAILBOX_HEADER_BYTES + MAILBOX_BYTES);
  #words = new Int32Array(this.buffer, 0, MAILBOX_HEADER_BYTES / 4);
  #bytes = new Uint8Array(this.buffer, MAILBOX_HEADER_BYTES);
  /** @type {{ piece: Uint8Array, isLast: boolean }[]} */
  #pieces = [];

  /** @param {WorkerRequest} message */
  send(message) {
    // Bytes follow the text. No message but `pack` holds any.
    const data = message.type === "pack" ? message.data : null;
    const head = new TextEncoder().encode(JSON.stringify({ ...message, data: undefined, hasData: Boolean(data) }));
    const bytes = new Uint8Array(4 + head.length + (data?.length ?? 0));
    new DataView(bytes.buffer).setUint32(0, head.length);
    bytes.set(head, 4);
    if (data) bytes.set(data, 4 + head.length);
    for (let at = 0; at < bytes.length; at += MAILBOX_BYTES) {
      const piece = bytes.subarray(at, at + MAILBOX_BYTES);
      this.#pieces.push({ piece, isLast: at + MAILBOX_BYTES >= bytes.length });
    }
    this.#post();
  }

  /** Drops the messages that were sent and not received. Only for a worker that is not blocked: it may not be receiving. */
  clear() {
    this.#pieces = [];
    Atomics.store(this.#words, MailboxWord.state, MAILBOX_EMPTY);
  }

  #post() {
    if (this.#pieces.length === 0) return;
    if (Atomics.load(this.#words, MailboxWord.state) === MAILBOX_FULL) {
      setTimeout(() => this.#post(), 1);
      return;
    }
    const { piece, isLast } = /** @type {{ piece: Uint8Array, isLast: boolean }} */ (this.#pieces.shift());
    this.#bytes.set(piece);
    Atomics.store(this.#words, MailboxWord.length, piece.length);
    Atomics.store(this.#words, MailboxWord.isLast, Number(isLast));
    Atomics.store(this.#words, MailboxWord.state, MAILBOX_FULL);
    Atomics.notify(this.#words, MailboxWord.state);
    this.#post();
  }
}

/** Receives messages through shared memory. */
class MailboxReceiver {
  #words;
  #bytes;
  /** @type {Uint8Array[]} */
  #pieces = [];

  /** @param {SharedArrayBuffer} buffer */
  constructor(buffer) {
    this.#words = new Int32Array(buffer, 0, MAILBOX_HEADER_BYTES / 4);
    this.#bytes = new Uint8Array(buffer, MAILBOX_HEADER_BYTES);
  }

  /** Blocks until a piece of a message is there. @param {number} milliseconds at most */
  wait(milliseconds) {
    Atomics.wait(this.#words, MailboxWord.state, MAILBOX_EMPTY, milliseconds);
  }

  /** @returns {WorkerRequest | null} the next message, if all of it has arrived */
  take() {
    while (Atomics.load(this.#words, MailboxWord.state) === MAILBOX_FULL) {
      const length = Atomics.load(this.#words, MailboxWord.length);
      const isLast = Atomics.load(this.#words, MailboxWord.isLast);
      this.#pieces.push(this.#bytes.slice(0, length));
      Atomics.store(this.#words, MailboxWord.state, MAILBOX_EMPTY);
      if (isLast) return this.#assemble();
    }
    return null;
  }

  /** @returns {WorkerRequest} */
  #assemble() {
    const bytes = new Uint8Array(this.#pieces.reduce((sum, piece) => sum + piece.length, 0));
    let at = 0;
    for (const piece of this.#pieces) {
      bytes.set(piece, at);
      at += piece.length;
    }
    this.#pieces = [];
    const end = 4 + new DataView(bytes.buffer).getUint32(0);
    /** @type {WorkerRequest & { hasData: boolean }} */
    const { hasData, ...message } = JSON.parse(new TextDecoder().decode(bytes.subarray(4, end)));
    return message.type === "pack" ? { ...message, data: hasData ? bytes.slice(end) : null } : message;
  }
}
