import { createHash } from "node:crypto";
import { BlockList, isIP } from "node:net";
import { resolve } from "node:path";
import { z } from "zod";

/** Thrown when the environment holds a wrong value; `lines` has one plain sentence for each of them. */
export class EnvironmentError extends Error {
  constructor(readonly lines: string[]) {
    super(lines.join("\n"));
    this.name = "EnvironmentError";
  }
}

/** `true` for one IP address or one network such as 10.0.0.0/8. */
function isHop(hop: string): boolean {
  const [address = "", prefix, ...rest] = hop.split("/");
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (family === 4 ? 32 : 128));
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return /^https?:$/.test(url.protocol) && `${url.origin}/` === url.href;
}

const schema = z.object({
  NODE_ENV: z.enum(["development", "test", "production"], "must be development, test or production"),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, "must be a number from 1 to 65535")
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65_535, "must be a number from 1 to 65535"),
  HOST: z.string().regex(/^[\w.:-]+$/, "must be an address or a host name, for example 127.0.0.1 or 0.0.0.0"),
  BELEG_URL: z
    .string()
    .refine(
      isOrigin,
      "must be the address people type, without a path, for example https://beleg.example.org",
    )
    .transform((text) => new URL(text).origin),
  BELEG_DATA: z
    .string()
    .refine((path) => !path.includes("\0"), "must be the path of a folder")
    .transform((path) => resolve(path)),
  DATABASE_URL: z
    .string()
    .regex(
      /^postgres(ql)?:\/\/./,
      "must be the address of a PostgreSQL, for example postgresql://user:password@host/name",
    )
    .optional(),
  BELEG_TRUSTED_PROXY: z
    .string()
    .transform((text) => text.split(",").map((hop) => hop.trim()))
    .refine(
      (hops) => hops.every(isHop),
      "must be addresses or networks with commas between, for example 10.0.0.2",
    )
    .default([]),
  NEXTAUTH_SECRET: z.string().min(32, "must have at least 32 characters").optional(),
});

/** Everything Beleg takes from its environment, checked and complete. */
export type Environment = z.infer<typeof schema>;

/** Values that may be printed when they are wrong; the others can hold a password. */
const PRINTABLE = new Set(["NODE_ENV", "PORT", "HOST", "BELEG_URL", "BELEG_DATA", "BELEG_TRUSTED_PROXY"]);

/**
 * The folder for an instance that names none. The unprivileged user that runs PostgreSQL for root cannot reach
 * a clone in root's home, so root's default lies outside and is told apart by the clone's path.
 */
function defaultDataFolder(): string {
  if (process.getuid?.() !== 0) return resolve("data");
  return `/var/lib/beleg/${createHash("sha256").update(process.cwd()).digest("hex").slice(0, 12)}`;
}

/**
 * Reads and checks the environment. Empty values count as absent.
 * @throws EnvironmentError with one line for each wrong value.
 */
export function readEnvironment(source: Readonly<Record<string, string | undefined>>): Environment {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const port = given.PORT ?? "3000";
  const result = schema.safeParse({
    NODE_ENV: "production",
    HOST: "127.0.0.1",
    BELEG_URL:
      /^\d+$/.test(port) && Number(port) <= 65_535 ? `http://localhost:${port}` : "http://localhost:3000",
    BELEG_DATA: defaultDataFolder(),
    ...given,
    PORT: port,
  });
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => {
    const name = String(issue.path[0]);
    const value = PRINTABLE.has(name) ? `, not ${JSON.stringify(given[name])}` : "";
    return `${name} ${issue.message}${value}.`;
  });
  throw new EnvironmentError([...new Set(lines)]);
}

/** The addresses and networks whose word about a client's address is believed. */
export function trustedHops(hops: readonly string[]): BlockList {
  const list = new BlockList();
  for (const hop of hops) {
    const [address = "", prefix] = hop.split("/");
    const family = isIP(address) === 6 ? "ipv6" : "ipv4";
    if (prefix === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(prefix), family);
  }
  return list;
}
