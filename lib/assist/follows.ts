import { wordsOf } from "@/lib/text/words-of";
import type { Alignment } from "./align-words";
import { RESTRICTIONS } from "./clause-sense";
import type { ReadSentence, ReadWord } from "./read-words";

/** Without these phrases another statement remains: "Bei einem Sieg", "Statt Müller", "Für Müller ist Kunz …". */
const WEIGHTY_PREPOSITIONS = wordsOf(
  "bei beim ohne statt anstatt anstelle mangels außer für laut gemäß zufolge angesichts abzüglich bis",
  "without except instead unlike for despite barring pending minus until per according",
);
/** What they introduce is so, and is so without the rest. */
const FACTIVE = wordsOf("weil da obwohl nachdem während because although though whereas while after");
const HEDGES = wordsOf(
  "angeblich angebliche vermutlich mutmaßlich wohl vielleicht möglicherweise offenbar anscheinend womöglich wahrscheinlich gerüchteweise vorgeblich teilweise zunächst vorerst bislang bisher theoretisch rechnerisch",
  "allegedly reportedly apparently possibly perhaps maybe probably likely supposedly purportedly partly partially initially so-called theoretically potentially",
);

type Kept = {
  words: readonly ReadWord[];
  openings: ReadSentence["openings"];
  isKept: (place: number) => boolean;
};

/**
 * Whether what a wording leaves out of its sentence can be left out: phrases behind a preposition, other clauses, the
 * other members of a row. Never a verb, a negation, a head or a quantifier of what stays, nor a clause that frames it.
 */
export function mayLeaveOut(
  { words, openings }: ReadSentence,
  { alignment, wording }: { alignment: Alignment; wording: readonly ReadWord[] },
  isAttributed: boolean,
): boolean {
  const places = new Set(alignment.filter((place) => place !== "added"));
  // "mitgeteilt" has the particle of "teilte … mit" in it.
  const isInVerb = ({ fine, lower }: ReadWord) =>
    (fine === "PTKVZ" || fine === "PTKZU") &&
    wording.some((word) => word.lower !== lower && word.lower.startsWith(lower));
  const isKept = (place: number) => {
    const word = words[place];
    return places.has(place) || (word !== undefined && isInVerb(word));
  };
  const kept: Kept = { words, openings, isKept };
  return (
    !isVerbMovedElsewhere(words, alignment) &&
    !isPunctuatedAnew(words, { alignment, wording }) &&
    !beginsWithCondition(kept) &&
    words.every((word, place) => isKept(place) || mayDrop(word, place, kept)) &&
    mayJoin(kept, isAttributed)
  );
}

/** "Müller zahlte und Kunz kam" of "Müller kam und Kunz zahlte": a verb stays among the words of its clause. */
function isVerbMovedElsewhere(words: readonly ReadWord[], alignment: Alignment): boolean {
  return alignment.some((place, at) => {
    if (place === "added" || words[place]?.kind !== "verb") return false;
    return alignment.some((other, otherAt) => {
      if (other === "added" || words[other]?.kind === "verb") return false;
      const isCrossed = at < otherAt !== place < other;
      return isCrossed && words[other]?.segment !== words[place]?.segment;
    });
  });
}

/** "Müller sagte Kunz, …" of "Müller sagte, Kunz …": words that stand side by side have the same comma between them. */
function isPunctuatedAnew(
  words: readonly ReadWord[],
  { alignment, wording }: { alignment: Alignment; wording: readonly ReadWord[] },
): boolean {
  const isBorder = (all: readonly ReadWord[], at: number) => all[at]?.segment !== all[at + 1]?.segment;
  return alignment.some((place, at) => {
    if (place === "added" || alignment[at + 1] !== place + 1) return false;
    return isBorder(words, place) !== isBorder(wording, at);
  });
}

/** "Wäre er gefahren, …", "Had he gone, …", "Sollte er zahlen, …". */
function beginsWithCondition({ words, openings, isKept }: Kept): boolean {
  const [first] = words;
  return (
    first?.kind === "verb" &&
    first.isFinite &&
    openings.length > 1 &&
    !(isKept(0) && words.every((_, place) => isKept(place)))
  );
}

function mayDrop(word: ReadWord, place: number, kept: Kept): boolean {
  const { words, isKept } = kept;
  if (HEDGES.has(word.lower)) return false;
  if (word.kind === "preposition" && WEIGHTY_PREPOSITIONS.has(word.lower))
    return !isActive(word.segment, kept);
  const own = places(word.segment, kept);
  if (!own.some(isKept)) return !word.isNegation || own.some((one) => isHeavy(words[one]));
  if (word.isNegation || RESTRICTIONS.has(word.lower) || word.fine === "PTKVZ" || word.fine === "RP")
    return false;
  if (word.kind === "verb") return isSharedBegin(place, kept);
  if (word.kind === "noun") return isInPhrase(place, kept) || isSharedBegin(place, kept);
  if (word.kind === "modifier") return isInPhrase(place, kept) || isSharedBegin(place, kept);
  if (word.kind === "preposition") return !leadsToKept(place, kept);
  if (word.kind === "other")
    return !/^(?:PPER|PRF|PIS|PRP|EX|TO|PTKZU|PTKNEG)$/.test(word.fine) && !leadsToKept(place, kept);
  return true;
}

const isHeavy = (word: ReadWord | undefined) => word?.kind === "noun" || word?.kind === "verb";

const places = (segment: number, { words }: Kept) =>
  words.flatMap((word, place) => (word.segment === segment ? [place] : []));

const isActive = (segment: number, kept: Kept) => places(segment, kept).some(kept.isKept);

/** Whether the next word is kept, or would be but for small words: "bis zu 40", "von Müller". */
function leadsToKept(place: number, kept: Kept): boolean {
  const { words, isKept } = kept;
  const next = words[place + 1];
  if (!next || next.segment !== words[place]?.segment) return false;
  if (isKept(place + 1)) return next.kind === "noun" || next.kind === "modifier";
  return !isHeavy(next) && leadsToKept(place + 1, kept);
}

/** Stands behind a preposition that goes with it: "in Adorf", "von der Stadt". */
function isInPhrase(place: number, kept: Kept): boolean {
  const { words, isKept } = kept;
  const word = words[place];
  const next = words[place + 1];
  // Its head stays: "neue Häuser".
  const hasHead = next?.segment === word?.segment && (next?.kind === "noun" || next?.kind === "modifier");
  if (word?.kind === "modifier" && hasHead && isKept(place + 1)) return false;
  for (let at = place - 1; at >= 0; at--) {
    const before = words[at];
    if (!before || before.segment !== word?.segment || isKept(at)) return false;
    if (before.kind === "preposition") return true;
    if (before.kind !== "modifier" && before.kind !== "noun") return false;
  }
  return false;
}

/** "kam und" of "Müller kam und zahlte": the row goes on with a member that is kept. */
function isSharedBegin(place: number, kept: Kept): boolean {
  const { words, openings, isKept } = kept;
  const segment = words[place]?.segment ?? 0;
  const next = words.findIndex((_, at) => at > place && isKept(at) && words[at]?.kind !== "coordinator");
  const before = words.findLastIndex((_, at) => at < place && isKept(at));
  const nextSegment = words[next]?.segment;
  return (
    before >= 0 &&
    words[before]?.segment === segment &&
    nextSegment !== undefined &&
    nextSegment > segment &&
    openings[nextSegment] === "coordinator"
  );
}

/** Whether the clauses and members that stay belong together without what stood between them. */
function mayJoin(kept: Kept, isAttributed: boolean): boolean {
  const { words, openings, isKept } = kept;
  const active = openings.flatMap((_, segment) => (isActive(segment, kept) ? [segment] : []));
  return active.every((segment, index) => {
    const own = places(segment, kept);
    const first = own.findIndex((place) => isKept(place) && words[place]?.kind !== "coordinator");
    if (first < 0) return true;
    const dropped = own.slice(0, first).flatMap((place) => (isKept(place) ? [] : (words[place] ?? [])));
    const previous = active[index - 1];
    if (previous === undefined) return mayBegin(segment, { dropped, isAttributed, kept });
    if (dropped.some(({ kind }) => kind !== "coordinator" && kind !== "other")) return false;
    return openings.every(
      (_, between) => between <= previous || between >= segment || maySkip(between, kept),
    );
  });
}

type Begin = { dropped: readonly ReadWord[]; isAttributed: boolean; kept: Kept };

/** "…, weil der Kreis zahlt" says that he does; "glaubt, dass", "die Söhne von Kunz und Müller" are another matter. */
function mayBegin(segment: number, { dropped, isAttributed, kept }: Begin): boolean {
  const { words, openings } = kept;
  if (dropped.some(({ kind }) => kind === "relative")) return false;
  const opener = dropped.find(({ kind }) => kind === "subordinator");
  if (opener && !isAttributed && !FACTIVE.has(opener.lower)) return false;
  if (segment === 0 || openings[segment] !== "coordinator") return true;
  return places(segment - 1, kept).some((place) => words[place]?.kind === "verb" && words[place]?.isFinite);
}

/** A member of a row, an addition, or a relative clause. */
function maySkip(segment: number, kept: Kept): boolean {
  const { words, openings } = kept;
  const own = places(segment, kept).flatMap((place) => words[place] ?? []);
  if (!own.some(({ kind }) => kind === "verb")) return true;
  const isRelative = own.slice(0, 2).some(({ kind }) => kind === "relative");
  return isRelative && openings[segment + 1] === "mark";
}
