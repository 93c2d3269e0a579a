import { z } from "zod";

/** The shape of every list: the items and where to read on. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}
