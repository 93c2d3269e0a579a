import { z } from "zod";

/**
 * The pieces every input schema is made of. The message of an issue is its rule: a key that the interface words.
 * Characters that cannot be stored (NUL, halves of surrogate pairs) are refused by lib/http/route.ts for every field.
 */

/** Text over several lines, stored as it was typed; it may be empty. */
export const prose = (maxLength: number) => z.string("type").max(maxLength, "tooLong");

/** Text over several lines that must say something. */
export const someProse = (maxLength: number) =>
  prose(maxLength).refine((value) => value.trim() !== "", "required");

/** One line: white space is folded and cut off at the ends; it must not be empty. */
export const line = (maxLength: number) =>
  z
    .string("type")
    .transform((value) => value.replace(/\s+/g, " ").trim())
    .pipe(z.string().min(1, "required").max(maxLength, "tooLong"));

/** One line that may be absent; an empty one is null. */
export const optionalLine = (maxLength: number) =>
  z
    .string("type")
    .transform((value) => value.replace(/\s+/g, " ").trim())
    .pipe(z.string().max(maxLength, "tooLong"))
    .nullable()
    .transform((value) => (value === "" ? null : value));

/** Made by the client once for each write and kept through its retries. */
export const mutationId = z.uuid("uuid").transform((value) => value.toLowerCase());

export const recordId = z.uuid("uuid").transform((value) => value.toLowerCase());

/** The version of the row that the client has seen. */
export const version = z.int("integer").min(1, "outOfRange").max(2_000_000_000, "outOfRange");

const EARLIEST = Date.UTC(1000, 0, 1);
const LATEST = Date.UTC(10_000, 0, 1);

/** A moment in ISO 8601 with its zone, or a day, which is taken as its beginning in UTC. */
export const instant = z
  .union([z.iso.datetime({ offset: true }), z.iso.date()], "instant")
  .refine((value) => Date.parse(value) >= EARLIEST && Date.parse(value) < LATEST, "outOfRange")
  .transform((value) => new Date(value).toISOString());

/** A BCP 47 tag of the forms people use: "de", "de-AT", "zh-Hant". */
export const languageTag = z
  .string("string")
  .max(35, "tooLong")
  .regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/, "language");

/** The body of a write that needs nothing but its mutationId. */
export const bareMutationSchema = z.strictObject({ mutationId });
export type BareMutationInput = z.infer<typeof bareMutationSchema>;

/** How a list is read on: the `nextCursor` of the page before. */
export const cursor = z.string().max(200, "tooLong");

/** How many items a page of a list has; a number in an address is text. */
export const pageSize = (largest: number) =>
  z.coerce.number().int().min(1, "outOfRange").max(largest, "outOfRange");
