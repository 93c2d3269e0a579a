import type { ClaimMode, QuotationMode } from "@/lib/claims/claim-vocabulary";
import { detectLanguage } from "@/lib/claims/detect-language";
import type { Span } from "@/lib/text/span";
import { overlaps } from "@/lib/text/span";
import { wordsOf } from "@/lib/text/words-of";
import { clausesOf, closesWhatIsOpen, dropsRestriction, turnsNegation } from "./clause-sense";
import { findQuotes, foldedWording } from "./find-quote";
import { findQuantities, isStated } from "./quantities";
import type { Rejection } from "./rejections";
import { findForeignMarkup, findStrangeName, findStrangeWord, isSameName } from "./strange-words";

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

/** A passage that is somebody's words, as the splitter found it. */
export type KnownQuotation = Span & { mode: QuotationMode; speaker: string | null };

/** What the guard measures suggestions for one sentence by. */
export type GuardedSentence = {
  text: string;
  language: string;
  sentence: Span;
  /** The sentences around it, in which names and numbers may stand that the wording takes up. */
  context: readonly Span[];
  quotations: readonly KnownQuotation[];
  /** Names of several words in the article, and whoever it quotes. */
  fullNames: readonly string[][];
  speakers: readonly string[];
  /** Wordings that there are already. */
  known: readonly string[];
};

const NO_NAMES = wordsOf("the a an of der die das dem den des ein eine einem einer von");
/** Whom the splitter could not resolve. */
const PRONOUNS = wordsOf("he she they it we i er sie es wir ich");
const SHORTEST_WORDING = 8;
const LONGEST_WORDING = 600;
const MOST_QUOTES = 12;
const SHORTEST_QUOTED = 6;
/** Controls, marks that turn the direction of writing, and what cannot be seen. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/u;
/** Without one of these no sentence says whose words it reports. */
const SPEECH_SIGN =
  /(?<!\p{L})(?:laut|zufolge|angaben|aussagen?|einschätzung|ansicht|gemäß|nannt?en?|sag(?:t|te|ten|en)|erklär\p{L}*|teilt?en?|mitgeteilt|berichtet?e?n?|beton\p{L}*|kritisier\p{L}*|forder\p{L}*|behaupt\p{L}*|meint?e?n?|spr(?:ach|icht)|according|sa(?:ys?|id)|told|claim\p{L}*|add(?:s|ed)|stat(?:es?|ed)|announc\p{L}*|argu\p{L}*|warn\p{L}*)(?!\p{L})/iu;

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
  const sense = { sentence: own, clauses: clausesOf(wording, own, found) };
  if (turnsNegation(wording, sense) || dropsRestriction(wording, sense)) return { rejection: "negation" };
  if (closesWhatIsOpen(wording, sense)) return { rejection: "condition" };

  const spans = found.map(({ start, end }) => ({ start: start + sentence.start, end: end + sentence.start }));
  const voice = voiceOf({ wording, speaker: raw.speaker, spans }, { ...around, near, own });
  if (voice === null) return { rejection: "speaker" };
  if (findStrangeWord(wording, { sentence: own, text: near }) !== null) return { rejection: "words" };
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
  return !INVISIBLE.test(wording) && /\p{L}/u.test(wording) && findForeignMarkup(wording, near) === null;
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

type Voice = { speaker: string | null; mode: ClaimMode };
type Said = { wording: string; speaker: string | null; spans: readonly Span[] };
type Surroundings = GuardedSentence & { own: string; near: string };

/**
 * Whose words the suggestion is. Words inside a quotation need its speaker, unless the wording itself says whose they
 * are; the author's words need none. Null where that does not fit.
 */
function voiceOf({ wording, speaker: raw, spans }: Said, around: Surroundings): Voice | null {
  const quotation = around.quotations.find((one) => spans.some((span) => overlaps(one, span)));
  const speaker = raw?.replace(/\s+/g, " ").trim() || null;
  if (speaker === null) return voiceWithoutSpeaker(wording, quotation);
  if (speaker.length > 200 || INVISIBLE.test(speaker)) return null;
  const mode = quotation?.mode ?? "reported";
  const known = quotation?.speaker ?? null;
  if (known !== null && !isPronoun(known))
    return sharesName(speaker, known) ? { speaker: known, mode } : null;
  return isPossibleSpeaker(speaker, quotation, around) ? { speaker, mode } : null;
}

function voiceWithoutSpeaker(wording: string, quotation: KnownQuotation | undefined): Voice | null {
  if (!quotation) return { speaker: null, mode: "author" };
  const { speaker, mode } = quotation;
  if (speaker === null) return { speaker: null, mode };
  const isSaidInWording = !isPronoun(speaker) && SPEECH_SIGN.test(wording) && sharesName(wording, speaker);
  return isSaidInWording ? { speaker: null, mode: "author" } : null;
}

/** Where the splitter does not know who speaks: somebody must, and the model may name whom the text names. */
function isPossibleSpeaker(
  speaker: string,
  quotation: KnownQuotation | undefined,
  { quotations, speakers, sentence, own, near }: Surroundings,
): boolean {
  if (quotation !== undefined && speakers.includes(speaker)) return true;
  const isReported =
    quotation !== undefined || quotations.some((one) => overlaps(one, sentence)) || SPEECH_SIGN.test(own);
  return isReported && near.split("\n").some((part) => findQuotes(part, [speaker]) !== null);
}

const isPronoun = (name: string) => PRONOUNS.has(name.toLowerCase());

/** Whether a text has a name of somebody: "Kirby" for "John Kirby", "police" for "Police", "Forschende" for "die Forschenden". */
function sharesName(text: string, name: string): boolean {
  const words = (from: string) => from.match(/\p{L}[\p{L}\p{M}-]+/gu) ?? [];
  const capitals = words(name).filter((word) => /^\p{Lu}/u.test(word));
  const wanted = (capitals.length > 0 ? capitals : words(name))
    .map((word) => word.toLowerCase())
    .filter((word) => !NO_NAMES.has(word));
  const own = words(text).map((word) => word.toLowerCase());
  return wanted.some((word) => own.some((other) => isSameName(word, other)));
}

/** The same words in another order are no news either. */
function isKnown(wording: string, known: readonly string[]): boolean {
  const sorted = (from: string) => (foldedWording(from).match(/[\p{L}\p{N}]+/gu) ?? []).toSorted().join(" ");
  const own = sorted(wording);
  return known.some((other) => sorted(other) === own);
}
