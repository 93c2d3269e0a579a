import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";

const FORMAT = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Two keys from the secret of the instance, for nothing else: one seals, one recognises. */
function deriveKey(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "", `beleg assist ${purpose}`, 32));
}

/**
 * Encrypts an API key for the database: AES-256-GCM, bound to its desk, so that a row copied to another desk opens
 * nothing. Layout: format (1 byte), IV (12), tag (16), ciphertext.
 */
export function sealApiKey(apiKey: string, { secret, deskId }: { secret: string; deskId: string }): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", deriveKey(secret, "key"), iv).setAAD(Buffer.from(deskId));
  const sealed = Buffer.concat([cipher.update(apiKey, "utf8"), cipher.final()]);
  return Buffer.concat([Buffer.of(FORMAT), iv, cipher.getAuthTag(), sealed]);
}

/** The key again; null where it was sealed under another secret or for another desk, or has been changed. */
export function openApiKey(
  sealed: Uint8Array,
  { secret, deskId }: { secret: string; deskId: string },
): string | null {
  const bytes = Buffer.from(sealed);
  const start = 1 + IV_BYTES + TAG_BYTES;
  if (bytes.length < start || bytes[0] !== FORMAT) return null;
  try {
    const decipher = createDecipheriv(
      "aes-256-gcm",
      deriveKey(secret, "key"),
      bytes.subarray(1, 1 + IV_BYTES),
    )
      .setAAD(Buffer.from(deskId))
      .setAuthTag(bytes.subarray(1 + IV_BYTES, start));
    return Buffer.concat([decipher.update(bytes.subarray(start)), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}

/** Recognises a repeated key without telling anything of it, for the hash of a request that is remembered. */
export function fingerprintApiKey(apiKey: string, secret: string): string {
  return createHmac("sha256", deriveKey(secret, "fingerprint")).update(apiKey).digest("hex");
}
