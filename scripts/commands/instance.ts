import { join } from "node:path";
import { openAsGuest } from "@/lib/db/instance-database";
import { migrate } from "@/lib/db/migrate";
import { readEnvironment } from "@/lib/read-environment";
import { UsageError } from "./command";

/**
 * Runs `work` with the database of this instance: the running one, or one that is started for the time of the work.
 * Modules that use the database are imported inside `work`; they read its address when they are loaded.
 */
export async function withInstance<T>(work: () => Promise<T>): Promise<T> {
  const settings = readEnvironment(process.env);
  const database = settings.DATABASE_URL === undefined ? await openAsGuest(settings.BELEG_DATA) : null;
  const connectionString = database?.connectionString ?? settings.DATABASE_URL ?? "";
  try {
    await migrate({ connectionString, folder: join(process.cwd(), "prisma", "migrations") });
    process.env.DATABASE_URL = connectionString;
    const { db } = await import("@/lib/db/client");
    return await work().finally(() => db.$disconnect());
  } finally {
    await database?.close();
  }
}

/**
 * The system at work in the desk with this name, or in the only one.
 * @throws UsageError when it is not clear which desk is meant.
 */
export async function systemActorAt(deskName: string | undefined) {
  const { db } = await import("@/lib/db/client");
  const { systemActor } = await import("@/lib/auth/actor");
  const desks = await db.desk.findMany({ select: { id: true, name: true }, orderBy: { name: "asc" } });
  const found = deskName === undefined ? desks : desks.filter(({ name }) => name === deskName);
  const [desk, second] = found;
  const names = desks.map(({ name }) => `"${name}"`).join(", ");
  if (second) throw new UsageError(`There are several desks. Add --desk with one of ${names}.`);
  if (desk) return systemActor({ deskId: desk.id });
  if (desks.length === 0) throw new UsageError("There is no desk yet. Add the first user: user add --help");
  throw new UsageError(`There is no desk "${deskName}". Desks: ${names}.`);
}
