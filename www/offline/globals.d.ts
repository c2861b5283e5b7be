// Constants that the build writes before the service worker's script.

/** The files of the playground in this release. */
declare const RELEASE: { version: string; page: ReleaseFile[]; assets: ReleaseFile[] };
interface ReleaseFile {
  /** Below the folder of the service worker. */
  path: string;
  /** As in `<script integrity>`. */
  integrity: string;
}
