import type { Environment } from "./read-environment";
import { readEnvironment } from "./read-environment";

/**
 * The environment of this process, read once. `scripts/serve.ts` fills in DATABASE_URL and NEXTAUTH_SECRET
 * before anything that needs them is loaded.
 */
export const env: Environment = readEnvironment(process.env);
