import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";

/** The data folder cannot be used as it is; the message says what to do. */
export class DataFolderError extends Error {
  override readonly name = "DataFolderError";
}

/** A user of the operating system, by numbers; null is the user of this process. */
export type Identity = { uid: number; gid: number } | null;

/** Runs `work` with the rights that new files get. Synchronous, so nothing else is created meanwhile. */
export function withUmask<T>(mask: number, work: () => T): T {
  const before = process.umask(mask);
  try {
    return work();
  } finally {
    process.umask(before);
  }
}

/** What Beleg puts into its data folder. Anything else in a folder means that it is somebody else's. */
const OWN_NAMES = new Set([
  "postgres",
  "socket",
  "secret",
  "postgres-password",
  "postgres.log",
  "postgres.log.1",
]);
const OWN_NAME_PATTERN = /^(postgres\.new|secret|postgres-password)[.-]/;

const MIN_SECRET_BYTES = 32;

/**
 * Makes `folder` readable by one user only, creating it where it is missing.
 * @throws DataFolderError for a folder that holds files of others: it may be a typing mistake such as /etc.
 */
export function prepareDataFolder(folder: string, identity: Identity = null): void {
  try {
    // The folders above are only ways: the user that runs PostgreSQL for root has to pass them.
    withUmask(0o022, () => mkdirSync(dirname(folder), { recursive: true }));
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const isForeign = readdirSync(folder).some(
      (name) => !OWN_NAMES.has(name) && !OWN_NAME_PATTERN.test(name),
    );
    if (isForeign) {
      throw new DataFolderError(
        `${folder} holds files that are not Beleg's. Set BELEG_DATA to a folder that is empty or does not exist yet.`,
      );
    }
    makePrivateFolder(folder, identity);
  } catch (error) {
    if (error instanceof DataFolderError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new DataFolderError(
      `The data folder ${folder} cannot be used (${reason}). Set BELEG_DATA to another folder.`,
    );
  }
}

/** Creates `folder` for one user, or takes it over; never through a symbolic link. */
export function makePrivateFolder(folder: string, identity: Identity): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const found = lstatSync(folder);
  if (!found.isDirectory()) throw new DataFolderError(`${folder} must be a folder, not a link or a file.`);
  if ((found.mode & 0o777) !== 0o700) chmodSync(folder, 0o700);
  if (identity && found.uid !== identity.uid) chownSync(folder, identity.uid, identity.gid);
}

/**
 * Reads a secret, or makes it: 32 random bytes in a file that only its owner reads. It appears whole or not at all
 * (written aside, then linked into place), so of several first starts one wins and all use the same secret.
 * @throws DataFolderError when others can read it, or it is too short to be one.
 */
export function ensureSecretFile(path: string, identity: Identity = null): string {
  try {
    return readSecretFile(path, identity);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  const draft = `${path}.${randomBytes(6).toString("hex")}`;
  const file = openSync(draft, constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY, 0o600);
  writeFileSync(file, `${randomBytes(MIN_SECRET_BYTES).toString("hex")}\n`);
  fsyncSync(file);
  closeSync(file);
  if (identity) chownSync(draft, identity.uid, identity.gid);
  try {
    linkSync(draft, path);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  } finally {
    unlinkSync(draft);
  }
  return readSecretFile(path, identity);
}

function readSecretFile(path: string, identity: Identity): string {
  const file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    const { mode, uid } = fstatSync(file);
    const owner = identity?.uid ?? process.getuid?.() ?? uid;
    if (uid !== owner)
      throw new DataFolderError(`${path} belongs to another user. Type: chown ${owner} "${path}"`);
    if ((mode & 0o077) !== 0) {
      throw new DataFolderError(
        `${path} can be read by others, so it may be known. Type: chmod 600 "${path}" — or delete it, and a new one ` +
          "is made (everybody has to sign in again).",
      );
    }
    const secret = readFileSync(file, "utf8").trim();
    if (Buffer.byteLength(secret) < MIN_SECRET_BYTES) {
      throw new DataFolderError(`${path} is too short to be a secret. Delete it, and a new one is made.`);
    }
    return secret;
  } finally {
    closeSync(file);
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}

/** The secret that signs sessions. */
export function ensureInstanceSecret(dataFolder: string): string {
  return ensureSecretFile(join(dataFolder, "secret"));
}
