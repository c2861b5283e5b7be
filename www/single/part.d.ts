/** One of the files that are packed in the page that is one file. */
export type Part = {
  /** As the build names it. */
  path: string;
  /** Its length when it is unpacked. */
  bytes: number;
};
