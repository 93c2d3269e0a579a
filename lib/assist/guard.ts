import type { ClaimMode } from "@/lib/claims/claim-vocabulary";
import { detectLanguage } from "@/lib/claims/detect-language";
import type { Span } from "@/lib/text/span";
import { clausesOf, closesWhatIsOpen, dropsRestriction, leavesOutFrame, turnsNegation } from "./clause-sense";
import { derive } from "./derive";
import { findQuotes, foldedWording } from "./find-quote";
import { findQuantities, isStated } from "./quantities";
import type { Rejection } from "./rejections";
import { findForeignMarkup, findStrangeName, findStrangeWord } from "./strange-words";
import type { KnownQuotation } from "./voice";
import { voiceOf } from "./voice";

/** What a model says, before anybody has looked at it. */
export type RawSuggestion = { sentence: number; wording: string; quotes: string[]; speaker: string | null };

export type GuardedSuggestion = {
  sentence: number;
  wording: string;
  /** Offsets into the text, each with the words that stand there. */
  spans: (Span & { quote: string })[];
  speaker: string | null;
  mode: ClaimMode;
};

/** What the guard measures suggestions for one sentence by. */
export type GuardedSentence = {
  text: string;
  language: string;
  sentence: Span;
  /** The sentences around it, in which names and numbers may stand that the wording takes up. */
  context: readonly Span[];
  quotations: readonly KnownQuotation[];
  /** Names of several words in the article. */
  fullNames: readonly string[][];
  /** Wordings that there are already. */
  known: readonly string[];
};

const SHORTEST_WORDING = 8;
const LONGEST_WORDING = 600;
const MOST_QUOTES = 12;
const SHORTEST_QUOTED = 6;
/** Controls, marks that turn the direction of writing, and what cannot be seen. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/u;
/** Numbers that are no digits ("½", "①", "ⅻ"), digits of other scripts, pictures, and letters struck through. */
const ODD_CHARACTERS = /[\p{No}\p{Nl}\p{So}\p{Me}]|(?![0-9])\p{Nd}/u;
const SPACED_LETTERS = /(?<!\p{L})\p{L} \p{L} \p{L}(?!\p{L})/u;
/**
 * Lets a suggestion pass only where everything in it can be found in the text: its quotes word for word, its numbers,
 * names and speaker, and no negation turned round. What passes is still a draft; the guard knows what stands in the
 * text, not what is true, and it refuses rather too much than too little.
 */
export function guardSuggestion(
  raw: RawSuggestion,
  around: GuardedSentence,
): { suggestion: GuardedSuggestion } | { rejection: Rejection } {
  const { text, sentence, language } = around;
  const own = text.slice(sentence.start, sentence.end);
  const near = [own, ...around.context.map(({ start, end }) => text.slice(start, end))].join("\n");
  const wording = raw.wording.replace(/\s+/g, " ").trim();
  if (!isWellShaped(wording, near) || raw.quotes.length > MOST_QUOTES) return { rejection: "shape" };

  const found = raw.quotes.length === 0 ? null : findQuotes(own, raw.quotes);
  const quotedLength = (found ?? []).reduce((sum, { start, end }) => sum + end - start, 0);
  if (found === null || quotedLength < SHORTEST_QUOTED) return { rejection: "span" };

  if (isOtherLanguage(wording, near, language)) return { rejection: "language" };
  const stated = findQuantities(near, language);
  if (!findQuantities(wording, language).every((one) => isStated(one, stated)))
    return { rejection: "number" };
  if (findStrangeName(wording, near, around.fullNames) !== null) return { rejection: "name" };
  if (leavesOutFrame(wording, own)) return { rejection: "frame" };
  const sense = { sentence: own, clauses: clausesOf(wording, own, found) };
  if (turnsNegation(wording, sense) || dropsRestriction(wording, sense)) return { rejection: "negation" };
  if (closesWhatIsOpen(wording, sense)) return { rejection: "condition" };

  if (findStrangeWord(wording, { sentence: own, text: near }) !== null) return { rejection: "words" };
  const derived = derive(wording, { ...around, quotes: found });
  if (derived === null) return { rejection: "words" };
  const voice = voiceOf({ wording, speaker: raw.speaker, places: derived.places }, { ...around, own });
  if (voice === null) return { rejection: "speaker" };
  if (!derived.follows) return { rejection: "words" };

  const spans = found.map(({ start, end }) => ({ start: start + sentence.start, end: end + sentence.start }));
  if (isKnown(wording, around.known)) return { rejection: "duplicate" };
  return {
    suggestion: {
      sentence: raw.sentence,
      wording,
      spans: spans.map((span) => ({ ...span, quote: text.slice(span.start, span.end) })),
      ...voice,
    },
  };
}

function isWellShaped(wording: string, near: string): boolean {
  if (wording.length < SHORTEST_WORDING || wording.length > LONGEST_WORDING) return false;
  if (INVISIBLE.test(wording) || SPACED_LETTERS.test(wording)) return false;
  return /\p{L}/u.test(wording) && findForeignMarkup(wording, near) === null && !hasOddMarks(wording, near);
}

/** What changes how a statement is read, and does not stand around it: "½", "❌", a question mark, scare quotes. */
function hasOddMarks(wording: string, near: string): boolean {
  const folded = foldedWording(wording);
  const known = foldedWording(near);
  const marks = [...wording].filter((character) => ODD_CHARACTERS.test(character));
  if (marks.length > 0 || wording.normalize("NFC").match(/\p{Mn}/u)) return true;
  return /["?!]/.test(folded) ? !known.includes(folded) : /\?$/.test(wording);
}

/** Of other languages the splitter cannot tell; words of the text are in its language, whatever they look like. */
function isOtherLanguage(wording: string, near: string, language: string): boolean {
  const expected = language.slice(0, 2);
  if (expected !== "de" && expected !== "en") return false;
  const found = detectLanguage(wording);
  if (found === "other" || found === expected) return false;
  const words = wording.toLowerCase().match(/\p{L}+/gu) ?? [];
  const known = new Set(near.toLowerCase().match(/\p{L}+/gu));
  return words.filter((word) => !known.has(word)).length > words.length / 4;
}

/** The same words in another order are no news either. */
function isKnown(wording: string, known: readonly string[]): boolean {
  const sorted = (from: string) => (foldedWording(from).match(/[\p{L}\p{N}]+/gu) ?? []).toSorted().join(" ");
  const own = sorted(wording);
  return known.some((other) => sorted(other) === own);
}
