import { createHash, randomBytes } from "node:crypto";

/** What the database keeps instead of a secret: enough to recognise it, useless to whoever reads a backup. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/** 256 random bits for a session id, a link or a token, safe in addresses and headers. */
export function makeSecret(prefix = ""): string {
  return prefix + randomBytes(32).toString("base64url");
}
