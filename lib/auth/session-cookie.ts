import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { env } from "@/lib/env";
import { SESSION_LIFETIME_SECONDS } from "./session-lifetime";

const isHttps = env.BELEG_URL.startsWith("https://");

/** `__Host-` lets no neighbouring host or plain http page plant a session; browsers allow it on https only. */
export const SESSION_COOKIE = {
  name: isHttps ? "__Host-beleg-session" : "beleg-session",
  options: { httpOnly: true, sameSite: "lax", path: "/", secure: isHttps },
} as const;

/** The key of the sealed cookies; `scripts/serve.ts` makes one on the first start and keeps it in the data folder. */
export function authSecret(): string {
  if (env.NEXTAUTH_SECRET === undefined) throw new Error("NEXTAUTH_SECRET is missing.");
  return env.NEXTAUTH_SECRET;
}

const payloadSchema = z.object({ sid: z.string().min(32).max(64) });

/** The value of the session cookie for a session id. The id alone is inside: rights are read from the database. */
export async function sealSessionId(sid: string): Promise<string> {
  return await encode({ token: { sid }, secret: authSecret(), maxAge: SESSION_LIFETIME_SECONDS });
}

/** The session id in a cookie value; null for anything that this instance did not seal. */
export async function openSessionCookie(value: string): Promise<string | null> {
  if (value.length === 0 || value.length > 4_096) return null;
  const token = await decode({ token: value, secret: authSecret() }).catch(() => null);
  const payload = payloadSchema.safeParse(token);
  return payload.success ? payload.data.sid : null;
}

/** The value of one cookie in a Cookie header; null when it is absent or given twice. */
export function readCookie(header: string | null, name: string): string | null {
  const values = (header ?? "")
    .split(";")
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
  return values.length === 1 ? (values[0] ?? null) : null;
}
