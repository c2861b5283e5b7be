// @ts-check
// What can go wrong around a program. What a program itself does wrong is a result, not an error.

/** Garter cannot do what was asked; the message says why and what to do. */
export class GarterError extends Error {
  name = "GarterError";
}

/** A file of Garter's own did not arrive. Loading may be tried again. */
export class LoadError extends GarterError {
  name = "LoadError";

  /**
   * @param {string} file
   * @param {string} what
   */
  constructor(file, what) {
    super(`Python did not arrive: ${file} ${what}. Check the connection and try again.`);
    /** Which file, and what is wrong with it. */
    this.reason = `${file} ${what}`;
  }
}

/** The run's options are wrong; nothing was run. */
export class OptionError extends GarterError {
  name = "OptionError";
}
