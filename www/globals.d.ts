// What the page's modules find in their global scope besides what browsers define.

/// <reference path="single/garter-part.d.ts" />

/** The address of the script that these modules are bundled into. */
declare const BASE: string;

/** Called by an asset that is loaded as a script, with its path and its content. */
declare var garterAsset: (path: string, base64: string) => void;

// What the build knows of its own output: the paths are relative to garter.js, the sizes in bytes.
declare module "garter:assets" {
  type File = { path: string; bytes: number };
  /** The document of the sandbox frame. */
  export const frame: File;
  /** The controller, which runs in it. */
  export const frameModule: File;
  export const show: File;
  export const gallery: File;
  export const assets: Record<import("../target/types/AssetName.ts").AssetName, File>;
  /** What makes the interpreter one that catches no exceptions, for engines that do not know them: bytes, and where. */
  export const withoutExceptions: { at: number; bytes: number[] }[];
  /** By their paths. Each is written out, because bundlers find files by the form of their addresses. */
  export const addresses: Record<string, () => URL>;
  /** The scripts that `<garter-snippet>` loads later. */
  export const parts: Record<"program" | "editing" | "exercise" | "lesson", { path: string; load: () => Promise<any> }>;
}

// Style sheets come as text.
declare module "*.css" {
  const text: string;
  export default text;
}

// <garter-snippet>, for scripts that ask the document for one or listen to its events.
interface HTMLElementTagNameMap {
  "garter-snippet": import("./snippet/element.js").GarterSnippet;
  "garter-lesson": import("./exercise/lesson-element.js").GarterLesson;
  "garter-exercise": import("./exercise/element.js").GarterExercise;
}
interface GlobalEventHandlersEventMap {
  "garter:output": CustomEvent<import("../target/types/Chunk.ts").Chunk>;
  "garter:finished": CustomEvent<import("./client/run.js").RunResult>;
  "garter:changed": CustomEvent<null>;
  "garter:progress": CustomEvent<{ id: string }>;
  "garter:checked": CustomEvent<{ id: string; version: number; tries: number } & import("./exercise/checking.js").Report>;
  "garter:solved": CustomEvent<{ id: string; version: number; tries: number; score: number }>;
}
