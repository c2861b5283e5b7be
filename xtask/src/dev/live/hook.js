// @ts-check
// In a page that the debug page shows: tells it what goes through the port to the sandbox, and asks the
// controller what it has. Alone, a page is as it always is.

(() => {
  /** @type {DebugPage | undefined} */
  const debug = window.parent === window ? undefined : /** @type {any} */ (window.parent).garterDebug;
  if (!debug) return;

  /** How often the controller is asked. */
  const INTERVAL_MS = 250;

  /** @param {MessagePort} port the page's end */
  const watch = (port) => {
    const post = port.postMessage.bind(port);
    port.postMessage = (/** @type {any} */ message, /** @type {any} */ transfer) => {
      // Before it is sent: what is transferred is no longer here afterwards.
      debug.hear("to the frame", message);
      post(message, transfer);
    };
    /** @type {((event: MessageEvent) => void) | null} */
    let listener = null;
    const asking = setInterval(() => post({ type: "debug" }), INTERVAL_MS);
    const close = port.close.bind(port);
    port.close = () => {
      clearInterval(asking);
      close();
    };
    port.addEventListener("message", (event) => {
      if (event.data?.type === "debug") {
        debug.hearState(event.data);
        return;
      }
      debug.hear("to the page", event.data);
      listener?.(event);
    });
    // Messages of the debug page are no messages of Garter: its own listener does not see them.
    Object.defineProperty(port, "onmessage", {
      get: () => listener,
      set: (value) => {
        listener = value;
        port.start();
      },
    });
  };

  const Channel = MessageChannel;
  window.MessageChannel = class extends Channel {
    constructor() {
      super();
      watch(this.port1);
    }
  };
})();
