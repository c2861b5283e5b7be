// What the debug page and the page that it shows tell each other, and what the worker's addition finds.

/** What a run has used of its budget, and what it may use: `Account` of src/frame/lifecycle.rs. */
interface Account {
  seconds: [number, number];
  output: [number, number];
  memory: number;
  underWay: number;
  state: string[];
}

/** What the controller has: `Snapshot` of src/frame/controller/debug.rs. */
interface Snapshot {
  spare: { worker: number; isWarm: boolean; isPreparing: boolean; isChecking: boolean } | null;
  running: { worker: number; runs: number[]; account: Account }[];
  idle: { worker: number; runs: number[] }[];
  queue: number[];
  isChecking: boolean;
  awaited: string[];
  failures: number;
}

interface DebugPage {
  /** Hears a message to or from the sandbox. */
  hear(direction: "to the frame" | "to the page", message: any): void;
  hearState(state: Snapshot): void;
}

/** The glue that wasm-bindgen writes before the worker's script. */
declare const wasm_bindgen: object;
