import type { ClaimMode, QuotationMode } from "@/lib/claims/claim-vocabulary";
import type { Span } from "@/lib/text/span";
import { contains, overlaps } from "@/lib/text/span";
import { wordsOf } from "@/lib/text/words-of";
import { isSameName } from "./strange-words";

/** A passage that is somebody's words, as the splitter found it. */
export type KnownQuotation = Span & { mode: QuotationMode; speaker: string | null };

export type Voice = { speaker: string | null; mode: ClaimMode };

type Said = {
  wording: string;
  speaker: string | null;
  /** Where the words of the wording stand in the text. */
  places: readonly Span[];
};
type Surroundings = { text: string; sentence: Span; own: string; quotations: readonly KnownQuotation[] };

const NO_NAMES = wordsOf("der die das den dem des ein eine einem einer von the a an of");
/** Whom the splitter could not resolve. */
const PRONOUNS = wordsOf("he she they it we i er sie es wir ich");
/** Without one of these no sentence says whose words it reports. */
const SPEECH_SIGN =
  /(?<!\p{L})(?:laut|zufolge|angaben|aussagen?|einschätzung|ansicht|gemäß|nannt?en?|sag(?:t|te|ten|en)|erklär\p{L}*|teilt?en?|mitgeteilt|berichtet?e?n?|beton\p{L}*|kritisier\p{L}*|forder\p{L}*|behaupt\p{L}*|meint?e?n?|spr(?:ach|icht)|according|sa(?:ys?|id)|told|claim\p{L}*|add(?:s|ed)|stat(?:es?|ed)|announc\p{L}*|argu\p{L}*|warn\p{L}*)(?!\p{L})/iu;

/**
 * Whose words the suggestion is, by the splitter alone: words within a quotation are its speaker's and the model has to
 * say so, words outside are the author's. Words of both kinds have to keep the frame that says whose the rest are.
 * Null where that does not fit.
 */
export function voiceOf({ wording, speaker: raw, places }: Said, around: Surroundings): Voice | null {
  const speaker = raw?.replace(/\s+/g, " ").trim() || null;
  const touched = around.quotations.filter((one) => places.some((place) => overlaps(one, place)));
  if (touched.length === 0) {
    // A frame whose words the splitter has not found could be that of any of them.
    const isFramed = SPEECH_SIGN.test(around.own) && !SPEECH_SIGN.test(wording);
    const isFound = around.quotations.some((one) => overlaps(one, around.sentence));
    return speaker === null && (!isFramed || isFound) ? { speaker: null, mode: "author" } : null;
  }
  const speakers = new Set(touched.map((one) => one.speaker));
  const [first] = touched;
  if (!first || speakers.size > 1) return null;
  if (touched.every((one) => places.every((place) => contains(one, place)))) {
    const said = around.text.slice(first.start, first.end);
    return hasSecondVoice(said, wording) ? null : voiceInside(speaker, first);
  }
  return speaker === null && keepsFrame(wording, first) ? { speaker: null, mode: "author" } : null;
}

const REPORTED_MOOD =
  /(?<!\p{L})(?:sei|seien|habe|werde|könne|müsse|solle|wolle|dürfe|wisse|gebe|komme|gehe)(?!\p{L})/iu;

/**
 * "…, die Brücke sei marode, und Kunz erklärte …", "…, und der Rat sperrte sie": further words in what counts as one
 * quotation, which may be somebody else's.
 */
function hasSecondVoice(said: string, wording: string): boolean {
  if (SPEECH_SIGN.test(said) && !SPEECH_SIGN.test(wording)) return true;
  const clauses = said.split(/,\s+(?=(?:und|aber|doch)\s)/u);
  return (
    clauses.length > 1 && REPORTED_MOOD.test(said) && !clauses.every((clause) => REPORTED_MOOD.test(clause))
  );
}

function voiceInside(speaker: string | null, { speaker: known, mode }: KnownQuotation): Voice | null {
  if (known === null) return speaker === null ? { speaker, mode } : null;
  if (speaker === null || isPronoun(known) || !isSamePerson(speaker, known)) return null;
  return { speaker: known, mode };
}

const keepsFrame = (wording: string, { speaker }: KnownQuotation) =>
  speaker !== null && !isPronoun(speaker) && SPEECH_SIGN.test(wording) && sharesName(wording, speaker);

const isPronoun = (name: string) => PRONOUNS.has(name.toLowerCase());

/** "Kirby" or "the spokesman John Kirby" for "John Kirby"; "Wiesels Anwalt" is not "Wiesel". */
function isSamePerson(a: string, b: string): boolean {
  const words = (from: string) =>
    (from.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu) ?? []).filter(
      (word) => !NO_NAMES.has(word),
    );
  const [one, other] = [words(a), words(b)];
  const has = (all: readonly string[], some: readonly string[]) =>
    some.length > 0 && some.every((word) => all.includes(word));
  return has(one, other) || has(other, one);
}

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
