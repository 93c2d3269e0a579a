import { resolve } from "node:path";

/*
 * The command line, from a fresh clone too: installs and generates what is missing, then runs beleg.ts.
 */

// npm says where it was called; files that are named on the command line lie there.
process.env.INIT_CWD ??= process.cwd();
process.chdir(resolve(import.meta.dirname, ".."));
const { prepare, PrepareError } = await import("./prepare.mjs");

try {
  // stdout belongs to the command.
  await prepare({ build: false, say: (line) => console.error(line) });
} catch (error) {
  if (!(error instanceof PrepareError)) throw error;
  console.error(error.message);
  process.exit(1);
}
const { register } = await import("tsx/esm/api");
register();
await import("./beleg.ts");
