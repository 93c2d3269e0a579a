import { z } from "zod";
import { AssistError } from "./failures";
import type { RawSuggestion } from "./guard";

/** More than any eight sentences can yield; the rest is noise. */
const MOST_SUGGESTIONS = 60;
const LONGEST_ANSWER = 200_000;

const suggestion = z.object({
  sentence: z.coerce.number().int(),
  wording: z.string(),
  quotes: z.union([z.array(z.string()), z.string().transform((quote) => [quote])]),
  speaker: z.string().nullish(),
});
const answer = z.union([
  z.object({ suggestions: z.array(z.unknown()) }),
  z.array(z.unknown()).transform((suggestions) => ({ suggestions })),
]);

export type ReadAnswer = {
  suggestions: RawSuggestion[];
  /** Entries that are no suggestions. */
  malformed: number;
};

/**
 * What a model answered, as suggestions. Forgives what models do around their JSON (fences, a sentence before it, a
 * block of thoughts) and leaves single entries out that have another shape; never repairs what is cut off.
 * @throws AssistError empty, refused, garbled
 */
export function readAnswer(text: string): ReadAnswer {
  const plain = withoutThoughts(text).trim();
  if (plain === "") throw new AssistError("empty");
  if (plain.length > LONGEST_ANSWER) throw new AssistError("garbled");
  const value = findJson(plain);
  if (value === undefined) throw new AssistError(/[{[]/.test(plain) ? "garbled" : "refused");
  const checked = answer.safeParse(value);
  if (!checked.success) throw new AssistError("garbled");
  const entries = checked.data.suggestions.slice(0, MOST_SUGGESTIONS);
  const suggestions = entries.flatMap((entry) => {
    const one = suggestion.safeParse(entry);
    return one.success ? [{ ...one.data, speaker: one.data.speaker ?? null }] : [];
  });
  if (suggestions.length === 0 && entries.length > 0) throw new AssistError("garbled");
  return { suggestions, malformed: checked.data.suggestions.length - suggestions.length };
}

/** Reasoning models think aloud before they answer. */
function withoutThoughts(text: string): string {
  const end = text.lastIndexOf("</think>");
  return end < 0 ? text : text.slice(end + "</think>".length);
}

/** The text as JSON, or else its part from the first bracket to the last. */
function findJson(text: string): unknown {
  const whole = parse(text);
  if (whole !== undefined) return whole;
  const start = text.search(/[{[]/);
  const end = Math.max(text.lastIndexOf("}"), text.lastIndexOf("]"));
  return start < 0 || end <= start ? undefined : parse(text.slice(start, end + 1));
}

function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
