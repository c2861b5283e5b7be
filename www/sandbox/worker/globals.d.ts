// What the worker's scripts find in its global scope besides what browsers define.

/** The glue that wasm-bindgen writes before the worker's script, for the interpreter: src/worker. */
declare const wasm_bindgen: {
  initSync(options: { module: WebAssembly.Module | BufferSource }): WebAssembly.Exports;
  begin(waiting: import("../../../target/types/Waiting.ts").Waiting): void;
  takeCore(core: Uint8Array): void;
  prepare(): boolean;
  check(text: import("../../../target/types/CheckedText.ts").CheckedText): void;
  runThread(thread: number): Promise<void>;
  run(program: import("../../../target/types/Program.ts").Program): Promise<void>;
  goOn(): Promise<void>;
  hear(request: import("../../../target/types/WorkerRequest.ts").WorkerRequest): void;
  liftMemoryBudget(): void;
  reportFailure(message: string): Promise<void>;
};
