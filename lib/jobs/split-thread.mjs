import { parentPort, workerData } from "node:worker_threads";
import { register } from "tsx/esm/api";

// The entry of the thread in split-text.ts. JavaScript, because a thread begins without the loader of its parent:
// the parent may be the built app, the command line or a test.
register();
const { splitClaims } = await import("@/lib/claims/split-claims");
parentPort?.postMessage(splitClaims(workerData.text, workerData.options));
