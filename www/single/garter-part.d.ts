/** Defined only where the page is one file: unpacks the file of this path. */
declare var garterPart: (path: string) => Promise<Uint8Array<ArrayBuffer>>;
