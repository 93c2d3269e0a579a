import type { Span } from "@/lib/text/span";
import { overlaps } from "@/lib/text/span";
import { tokenizeWords } from "@/lib/text/tokenize-words";
import type { ClaimModality, ClaimMode } from "./claim-vocabulary";
import type { SplitClaim } from "./split-claims";

/** Who says words, and how the text stands to what they say. */
export interface Speech {
  speaker: string | null;
  speakerRole: string | null;
  mode: ClaimMode;
}

/** The statements that the splitter finds in the text, each with its places. */
export type FoundStatement = Pick<
  SplitClaim,
  "wording" | "spans" | "repeats" | "speaker" | "speakerRole" | "mode" | "modality"
>;

export interface PartOfText {
  wording: string;
  spans: readonly Span[];
}

/**
 * Whose words a part of a claim is, by what the splitter finds on exactly its words. A claim in which it hears one
 * mouth alone says it all by that one; where it hears several ("…“, sagte Müller, und der Rat sperrte sie.) each part
 * gets its own, and a part with several of them nobody's name: better none than a wrong one.
 */
export function speechOfPart(
  text: string,
  found: readonly FoundStatement[],
  { whole, part }: { whole: Speech & { spans: readonly Span[] }; part: PartOfText },
): Speech {
  const { speaker, speakerRole, mode } = whole;
  const heard = statementsOn(text, found, whole.spans);
  const isOneMouth = new Set(heard.map(speechKey)).size < 2;
  // Marked by hand without a speaker: that does not make the author's words of it.
  const isOverheard = mode === "author" && heard.some((statement) => statement.mode !== "author");
  if (isOneMouth && !isOverheard) return { speaker, speakerRole, mode };
  const [first, ...others] = statementsOfPart(text, found, part);
  // "Kunz widersprach": words beside what the sentence states are the author's.
  if (!first) return { speaker: null, speakerRole: null, mode: "author" };
  if (others.some((other) => voiceKey(other) !== voiceKey(first)))
    return { speaker: null, speakerRole: null, mode: "reported" };
  return {
    speaker: first.speaker,
    speakerRole: first.speakerRole,
    mode: weakestMode([first, ...others].map((statement) => statement.mode)),
  };
}

/**
 * How certain a part is at most, by what the splitter finds on its words. What nothing in the text accounts for is said
 * of every part of the claim. A negation is left out: it stands in a part's own words, or does not belong to it.
 */
export function modalitiesOfPart(
  text: string,
  found: readonly FoundStatement[],
  { whole, part }: { whole: { spans: readonly Span[]; modality: ClaimModality }; part: PartOfText },
): ClaimModality[] {
  const own = statementsOfPart(text, found, part).map(({ modality }) => modality);
  const accounted = statementsOn(text, found, whole.spans).some(
    ({ modality }) => modality === whole.modality,
  );
  const inherited = accounted ? own : [whole.modality, ...own];
  return [...new Set(inherited)].filter((modality) => modality !== "negated");
}

/** Words are a quotation only where all of them are one. */
export function weakestMode(modes: readonly ClaimMode[]): ClaimMode {
  return (["reported", "indirect", "direct"] as const).find((mode) => modes.includes(mode)) ?? "author";
}

/** The statement that the part is, where its wording is one; otherwise all on whose words it stands. */
function statementsOfPart(
  text: string,
  found: readonly FoundStatement[],
  { wording, spans }: PartOfText,
): FoundStatement[] {
  const touched = statementsOn(text, found, spans);
  const same = touched.find((statement) => statement.wording.trim() === wording.trim());
  return same ? [same] : touched;
}

/** The statements that share a word with `spans`, by their own place or by a repeat. */
function statementsOn(
  text: string,
  found: readonly FoundStatement[],
  spans: readonly Span[],
): FoundStatement[] {
  return found.filter(({ spans: own, repeats }) =>
    [own, ...repeats.map((repeat) => repeat.spans)].some((place) =>
      place.some((piece) => spans.some((span) => sharesWord(text, piece, span))),
    ),
  );
}

function sharesWord(text: string, a: Span, b: Span): boolean {
  if (!overlaps(a, b)) return false;
  const shared = { start: Math.max(a.start, b.start), end: Math.min(a.end, b.end) };
  return tokenizeWords(text, shared).some(({ kind }) => kind !== "mark");
}

const voiceKey = ({ speaker, speakerRole, mode }: Speech) =>
  JSON.stringify([speaker, speakerRole, mode === "author"]);
const speechKey = ({ speaker, speakerRole, mode }: Speech) => JSON.stringify([speaker, speakerRole, mode]);
