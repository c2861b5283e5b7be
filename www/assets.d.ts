// What the build knows of its own output: the paths are relative to garter.js, the sizes in bytes.
declare module "garter:assets" {
  export const frame: string;
  export const assets: Record<
    import("../target/types/AssetName.ts").AssetName,
    { path: string; bytes: number }
  >;
}
