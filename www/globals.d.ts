// What the scripts of the frame and the worker find in their global scope.

/** The glue that wasm-bindgen writes before either script. */
declare const wasm_bindgen: {
  initSync(options: { module: WebAssembly.Module | BufferSource }): void;
  Controller: new (worker: string, waiting: string) => {
    hear(message: unknown): void;
    takeAsset(name: string, body: Promise<WebAssembly.Module> | ArrayBuffer): void;
    missAsset(name: string, why: string): void;
  };
  begin(waiting: string, core: Uint8Array | undefined, rest: Uint8Array | undefined): void;
  takeCore(core: Uint8Array): void;
  prepare(): boolean;
  check(text: object): void;
  run(program: object): Promise<void>;
  hear(request: object): void;
  liftMemoryBudget(): void;
  lastWords(message: string): Promise<void>;
};

/** Stack switching, which TypeScript does not know yet (https://github.com/WebAssembly/js-promise-integration). */
declare namespace WebAssembly {
  let Suspending: new (f: Function) => object;
  let promising: (f: Function) => (...args: unknown[]) => Promise<unknown>;
  let JSTag: object;
  const Tag: new (type: { parameters: string[] }) => object;
}
/** Trusted Types, which TypeScript does not know yet (https://w3c.github.io/trusted-types/dist/spec/). */
declare var trustedTypes:
  | { createPolicy(name: string, rules: { createScriptURL: (url: string) => string | null }): object }
  | undefined;

/** The address of the script that these modules are bundled into. */
declare const BASE: string;

/** What the playground consists of: the build writes it before the service worker. */
declare const RELEASE: { version: string; page: ReleaseFile[]; assets: ReleaseFile[] };
interface ReleaseFile {
  /** Below the folder of the service worker. */
  path: string;
  /** As in `<script integrity>`. */
  integrity: string;
}

/** What a service worker finds in its global scope; TypeScript knows it only in place of the page's. */
interface ServiceWorkerScope {
  registration: ServiceWorkerRegistration;
  clients: {
    claim(): Promise<void>;
    matchAll(options: object): Promise<{ url: string; navigate(url: string): Promise<unknown> }[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(
    type: string,
    listener: (
      event: MessageEvent & {
        request: Request;
        respondWith(response: Promise<Response>): void;
        waitUntil(work: Promise<unknown>): void;
      },
    ) => void,
  ): void;
}

/** Where the page is one file, an asset in it; an asset's path. */
declare var garterPart: (path: string) => Promise<Uint8Array<ArrayBuffer>>;
/** What is packed in that file, in order: the playground's script, and the assets. */
declare const PARTS: import("./single/worker.js").Part[];
/** The script that unpacks it. */
declare const WORKER: string;

/** What an asset calls that was loaded as a script. */
declare var garterAsset: (path: string, base64: string) => void;

// What the build knows of its own output: the paths are relative to garter.js, the sizes in bytes.
declare module "garter:assets" {
  type File = { path: string; bytes: number };
  export const frame: File;
  export const controller: File;
  export const show: File;
  export const gallery: File;
  export const assets: Record<import("../target/types/AssetName.ts").AssetName, File>;
  /** By their paths. Each is written out, for bundlers find files by what their addresses look like. */
  export const addresses: Record<string, () => URL>;
  /** What `<garter-snippet>` loads later. */
  export const parts: Record<"program" | "editing", { path: string; load: () => Promise<any> }>;
}

// Style sheets come as text.
declare module "*.css" {
  const text: string;
  export default text;
}

// <garter-snippet> for whoever asks the document for one, or listens.
interface HTMLElementTagNameMap {
  "garter-snippet": import("./snippet/element.js").GarterSnippet;
}
interface GlobalEventHandlersEventMap {
  "garter:output": CustomEvent<import("../target/types/Chunk.ts").Chunk>;
  "garter:finished": CustomEvent<import("./client/run.js").RunResult>;
}
