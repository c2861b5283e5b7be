// What the frame's scripts find in its global scope besides what browsers define.

/** The glue that wasm-bindgen writes before the frame's script, for the controller: src/frame. */
declare const wasm_bindgen: {
  (options: { module_or_path: BufferSource }): Promise<unknown>;
  Controller: new (
    worker: string,
    waiting: import("../../../target/types/Waiting.ts").Waiting,
  ) => {
    hear(message: import("../../../target/types/PageMessage.ts").PageMessage): void;
    takeAsset(
      name: import("../../../target/types/AssetName.ts").AssetName,
      body: Promise<WebAssembly.Module> | ArrayBuffer,
    ): void;
    missAsset(name: import("../../../target/types/AssetName.ts").AssetName, why: string): void;
  };
};

/** Trusted Types, which TypeScript does not know yet (https://w3c.github.io/trusted-types/dist/spec/). */
declare var trustedTypes:
  | { createPolicy(name: string, rules: { createScriptURL: (url: string) => string | null }): object }
  | undefined;
