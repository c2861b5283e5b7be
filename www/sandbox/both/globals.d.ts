// What TypeScript does not know yet of both realms, the frame and the worker.

/** Stack switching (https://github.com/WebAssembly/js-promise-integration). */
declare namespace WebAssembly {
  let Suspending: new (f: Function) => object;
  let promising: (f: Function) => (...args: unknown[]) => Promise<unknown>;
  let JSTag: object;
  const Tag: new (type: { parameters: string[] }) => object;
}
