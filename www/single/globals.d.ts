// Constants that the build writes into page.js, and the function that page.js defines.

/// <reference path="garter-part.d.ts" />

/** The packed files in their order: the playground's script first, then the assets. */
declare const PARTS: import("./part.d.ts").Part[];
/** The text of the worker's script. */
declare const WORKER: string;
