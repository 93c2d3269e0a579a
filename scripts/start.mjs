import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

/*
 * `npm start`: from a fresh clone to a running Beleg. Only Node's own modules until the packages are there.
 */

const OLDEST_NODE = [20, 19];

function assertNodeVersion() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  console.error(
    `Beleg needs Node ${OLDEST_NODE.join(".")} or newer; this is ${process.versions.node}. Node 24 is recommended.`,
  );
  process.exit(1);
}

assertNodeVersion();
process.chdir(resolve(import.meta.dirname, ".."));
const { PrepareError, prepare, SERVE_BUNDLE, stopPreparing } = await import("./prepare.mjs");

let isStopping = false;
const onSignal = () => {
  isStopping = true;
  stopPreparing();
};
process.on("SIGINT", onSignal);
process.on("SIGTERM", onSignal);

try {
  await prepare({ build: true, say: (line) => console.log(line) });
} catch (error) {
  if (!(error instanceof PrepareError)) throw error;
  if (!isStopping) console.error(error.message);
  process.exit(isStopping ? 0 : 1);
}
if (isStopping) process.exit(0);
process.off("SIGINT", onSignal);
process.off("SIGTERM", onSignal);

const { serve } = await import(pathToFileURL(resolve(SERVE_BUNDLE)).href);
process.exit(await serve());
