import { z } from "zod";
import { db } from "@/lib/db/client";
import { normalizeEmail } from "@/lib/members/normalize-email";
import { verifyPassword } from "./password";
import { PASSWORD_MAX_LENGTH } from "./password-rules";
import { forgiveAttempt, takeAttempt } from "./rate-limit";
import { createSession } from "./session";

const credentialsSchema = z.object({
  email: z.string().max(320),
  password: z.string().min(1).max(PASSWORD_MAX_LENGTH),
});

/** How a try to sign in ended. "wrong" does not say what was wrong: the answer must not tell who has an account. */
export type SignInOutcome =
  | { kind: "signedIn"; userId: string; sid: string }
  | { kind: "wrong" }
  | { kind: "tooMany"; retryAfterSeconds: number };

/**
 * Checks credentials and starts a session. An unknown address, a wrong password and a disabled account take the same
 * way and the same time; each counts as an attempt against the account and the address.
 * @throws RATE_LIMITED when the server is busy with the passwords of too many others.
 */
export async function signIn(input: {
  credentials: unknown;
  clientAddress: string;
  /** The session id the browser holds already; it ends. */
  previousSid: string | null;
  now: Date;
}): Promise<SignInOutcome> {
  const { clientAddress, now } = input;
  const parsed = credentialsSchema.safeParse(input.credentials);
  if (!parsed.success || parsed.data.email.includes("\0")) return { kind: "wrong" };
  const email = normalizeEmail(parsed.data.email);

  const attempt = await takeAttempt({ email, clientAddress, now });
  if ("retryAfterSeconds" in attempt) return { kind: "tooMany", ...attempt };

  const user = await db.user.findUnique({
    where: { email },
    select: { id: true, passwordHash: true },
  });
  if (!(await verifyPassword(user?.passwordHash ?? null, parsed.data.password)) || !user)
    return { kind: "wrong" };

  const membership = await db.membership.findFirst({
    where: { userId: user.id, disabledAt: null },
    orderBy: { createdAt: "asc" },
    select: { deskId: true },
  });
  if (!membership) return { kind: "wrong" };

  const { deskId } = membership;
  const sid = await createSession({ userId: user.id, deskId, replaces: input.previousSid, now });
  await forgiveAttempt(attempt);
  return { kind: "signedIn", userId: user.id, sid };
}
