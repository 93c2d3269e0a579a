import { hash, verify } from "@node-rs/argon2";
import { AppError } from "@/lib/errors";
import { makeSecret } from "./one-time-secret";
import { PASSWORD_MAX_LENGTH } from "./password-rules";
import { createSemaphore } from "./semaphore";

/** Argon2id (the default of the package), 19 MiB and two passes, as OWASP asks for. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** At most two hashes in flight: a flood of sign-ins costs 38 MiB, not all memory. */
const hashing = createSemaphore({ limit: 2, maxWaiting: 200 });

/** @throws RATE_LIMITED when too many others wait already. */
async function inTurn<Result>(task: () => Promise<Result>): Promise<Result> {
  if (hashing.isFull()) throw new AppError("RATE_LIMITED", { retryAfterSeconds: 10 });
  return await hashing.run(task);
}

/** @throws RATE_LIMITED when too many others wait already. */
export async function hashPassword(password: string): Promise<string> {
  return await inTurn(() => hash(password.normalize("NFC"), PARAMETERS));
}

let hashOfNobody: Promise<string> | undefined;

/**
 * True when `password` belongs to `passwordHash`. Null stands for an account that does not exist: it takes the same
 * time and is always wrong.
 * @throws RATE_LIMITED when too many others wait already.
 */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  if (password.length > PASSWORD_MAX_LENGTH) return false;
  hashOfNobody ??= hash(makeSecret(), PARAMETERS);
  const compared = passwordHash ?? (await hashOfNobody);
  const isRight = await inTurn(() => verify(compared, password.normalize("NFC")));
  return isRight && passwordHash !== null;
}
