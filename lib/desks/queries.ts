import type { Actor } from "@/lib/auth/policy";
import { db } from "@/lib/db/client";
import { AppError } from "@/lib/errors";

/**
 * The desk the actor works in.
 * @throws NOT_FOUND
 */
export async function getDesk(actor: Actor): Promise<{ id: string; name: string }> {
  const desk = await db.desk.findUnique({ where: { id: actor.deskId }, select: { id: true, name: true } });
  if (!desk) throw new AppError("NOT_FOUND");
  return desk;
}
