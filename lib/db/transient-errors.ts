/** SQLSTATE of work that lost against a parallel transaction and may be done again as it was. */
const TRANSIENT_STATES = new Set(["40001", "40P01"]);
/** Prisma's own name for the same. */
const WRITE_CONFLICT = "P2034";

/** True for a serialisation failure or a deadlock, however deep Prisma has wrapped what PostgreSQL said. */
export function isTransient(error: unknown): boolean {
  let current = error;
  for (let depth = 0; depth < 6 && typeof current === "object" && current !== null; depth++) {
    const { code, originalCode, cause, meta } = current as Record<string, unknown>;
    if (code === WRITE_CONFLICT) return true;
    if (TRANSIENT_STATES.has(String(code)) || TRANSIENT_STATES.has(String(originalCode))) return true;
    current = (meta as { driverAdapterError?: unknown } | undefined)?.driverAdapterError ?? cause;
  }
  return false;
}
