// @ts-check
// The frame's script, after the controller's glue: takes the port that the page sends, and gives
// the controller what only JavaScript can do.

{
  /**
   * @typedef {ReadableStream<Uint8Array> | ArrayBuffer} Body
   * @typedef {{ type: "asset", name: string, body?: Body, error?: string }} AssetMessage
   */

  /** @param {string} id */
  const textOf = (id) => document.getElementById(id)?.textContent ?? "";

  /** How a program can wait in this browser: a Waiting of src/protocol.rs. */
  const waiting =
    typeof WebAssembly.Suspending === "function" && typeof WebAssembly.promising === "function"
      ? "stackSwitching"
      : "none";

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
    };
    Object.assign(self, { garterFrame });

    wasm_bindgen.initSync({ module: Uint8Array.from(atob(textOf("wasm")), (char) => char.charCodeAt(0)) });
    const worker = URL.createObjectURL(new Blob([textOf("worker")], { type: "text/javascript" }));
    const controller = new wasm_bindgen.Controller(worker, waiting);
    port.onmessage = ({ data }) => {
      if (data?.type !== "asset") controller.hear(data);
      else if (data.body) controller.takeAsset(data.name, data.body);
      else controller.missAsset(data.name);
    };
  };

  addEventListener("message", function take({ data, source, ports: [port] }) {
    if (source !== parent || data?.type !== "connect" || !port) return;
    removeEventListener("message", take);
    connect(port);
  });
}
