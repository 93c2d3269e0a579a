import { AppError } from "@/lib/errors";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * An id as it may go into a query. What is no UUID names nothing.
 * @throws NOT_FOUND
 */
export function requireId(id: string): string {
  if (!UUID.test(id)) throw new AppError("NOT_FOUND");
  return id.toLowerCase();
}
