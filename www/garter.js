// @ts-check
// Garter: runs Python in the reader's own page, in a sandbox.
//
//     import { Garter } from "./garter.js";
//     const garter = await Garter.load();
//     const { status, stdout } = await garter.run("print('hello')");

export { GarterError, LoadError, OptionError, PackageError } from "./client/errors.js";
export { Garter } from "./client/garter.js";
export { displayElement } from "./output/display.js";
export { CANVAS_MIME, pictureFor } from "./output/turtle.js";
export { textsFor } from "./texts/texts.js";

/**
 * @typedef {import("./client/run.js").RunOptions} RunOptions
 * @typedef {import("./client/run.js").RunResult} RunResult
 * @typedef {import("./client/assets.js").Progress} Progress
 * @typedef {import("../target/types/Capabilities.ts").Capabilities} Capabilities
 * @typedef {import("../target/types/CheckRequest.ts").CheckRequest} CheckRequest
 * @typedef {import("../target/types/ErrorReport.ts").ErrorReport} ErrorReport
 * @typedef {import("../target/types/FrameMessage.ts").FrameMessage} FrameMessage
 * @typedef {import("../target/types/ProgramRequest.ts").ProgramRequest} ProgramRequest
 */
