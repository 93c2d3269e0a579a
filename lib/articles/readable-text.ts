import { AppError, invalid } from "@/lib/errors";
import { normalizeText } from "@/lib/text/normalize-text";
import { looksBinary } from "./looks-binary";

/** In bytes of UTF-8, as it was sent. */
export const MAX_TEXT_BYTES = 5_000_000;

const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

/**
 * The text of an article in the form in which it is stored.
 * @throws TOO_LARGE, INVALID "binary" for what is no text, INVALID "required" where nothing to read is left
 */
export function readableText(raw: string): string {
  if (utf8Length(raw) > MAX_TEXT_BYTES) throw new AppError("TOO_LARGE");
  if (looksBinary(raw)) throw invalid("text", "binary");
  const text = normalizeText(raw);
  if (!VISIBLE.test(text)) throw invalid("text", "required");
  return text;
}

function utf8Length(text: string): number {
  return new TextEncoder().encode(text).byteLength;
}
