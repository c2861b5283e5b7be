// What the frame's scripts find in its global scope besides what browsers define.

/** The glue that wasm-bindgen writes before the frame's script, for the controller: src/frame. */
declare const wasm_bindgen: {
  initSync(options: { module: WebAssembly.Module | BufferSource }): void;
  Controller: new (worker: string, waiting: string) => {
    hear(message: unknown): void;
    takeAsset(name: string, body: Promise<WebAssembly.Module> | ArrayBuffer): void;
    missAsset(name: string, why: string): void;
  };
};

/** Trusted Types, which TypeScript does not know yet (https://w3c.github.io/trusted-types/dist/spec/). */
declare var trustedTypes:
  | { createPolicy(name: string, rules: { createScriptURL: (url: string) => string | null }): object }
  | undefined;
