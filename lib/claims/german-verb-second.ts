import type { Clause } from "@/lib/claims/german-clauses";
import { finalFiniteIndex, firstFiniteIndex } from "@/lib/claims/german-finite-verbs";
import {
  bearsName,
  canBeSubject,
  constituentEnd,
  isGenitiveOfPlace,
  nounPhraseEnd,
} from "@/lib/claims/german-phrases";
import type { GermanPiece } from "@/lib/claims/german-pieces";
import { piecesOf, wordsIn } from "@/lib/claims/german-pieces";
import { finiteForm, guessedFiniteForm } from "@/lib/claims/german-verbs";
import { CONNECTIVES } from "@/lib/claims/german-words";
import type { Word } from "@/lib/claims/tag-german-words";
import { pieceOf } from "@/lib/claims/wording";

/* Puts the finite verb of a German clause into second place. Null: it can't be done cleanly. */

const SEPARABLE =
  /^(?:ab|an|auf|aus|bei|ein|fest|fort|heim|heran|heraus|herein|herunter|hervor|her|hinaus|hindurch|hinein|hinzu|hin|los|mit|nach|statt|teil|voran|voraus|vorbei|vor|weg|zurück|zusammen|zu|bekannt|frei|dar|nieder|bereit)(?=\p{L}{3})/u;

export interface VerbFinal {
  readonly verb: number;
  readonly finite: Word;
}

/** The finite verb that closes a clause; clauses inside it do not count. */
export function finalVerbOf(words: readonly Word[], nested: readonly Clause[] = []): VerbFinal | null {
  const own = words.flatMap((word, at) =>
    nested.some(({ from, to }) => at >= from - 1 && at <= to && (at < to || word.text === ","))
      ? []
      : [{ word, at }],
  );
  const found = own[finalFiniteIndex(own.map(({ word }) => word))];
  return found ? { verb: found.at, finite: found.word } : null;
}

/** "ein Abschluss kurz bevor steht" → "ein Abschluss steht kurz bevor": the finite verb moves behind the first constituent. */
export function verbSecond(words: readonly Word[], nested: readonly Clause[] = []): GermanPiece[] | null {
  const found = finalVerbOf(words, nested);
  if (!found || found.verb === 0) return null;
  const { verb, finite } = found;
  const field = words.slice(0, verb);
  const front = frontOf(field, nested);
  // A copula needs something behind it: the front has swallowed the predicate.
  if (!front || (finite.finite?.lemma === "sein" && front.others.length === 0)) return null;
  return verbBehind(
    piecesOf(front.first),
    finite,
    [...front.others, ...words.slice(verb + 1)],
    front.others.length,
  );
}

/** A front, the finite verb and the rest; what a separable verb leaves behind stands after `particleAt` words. */
export function verbBehind(
  front: readonly GermanPiece[],
  finite: Word,
  rest: readonly Word[],
  particleAt: number = rest.length,
): GermanPiece[] {
  const { moved, particle } = splitParticle(finite);
  const pieces = piecesOf(rest);
  return [
    ...front,
    moved,
    ...pieces.slice(0, particleAt),
    ...(particle ? [particle] : []),
    ...pieces.slice(particleAt),
  ];
}

interface Front {
  readonly first: readonly Word[];
  readonly others: readonly Word[];
}

/** Takes the first constituent that may stand in front of the verb: the subject, where it can be told. */
export function frontOf(words: readonly Word[], nested: readonly Clause[] = []): Front | null {
  let from = 0;
  while (
    words[from]?.lower === "sich" ||
    (words[from]?.tag === "adverb" && !quantifies(words, from) && canBeSubject(words, from + 1, words.length))
  )
    from++;
  const isSubject = canBeSubject(words, from, words.length);
  const start = isSubject ? from : 0;
  if (words[start]?.lower === "sich") return null;
  const longest = withFocused(
    words,
    start,
    withoutBareObject(words, start, constituentEnd(words, start, words.length)),
  );
  // "Die Regelung gegen das Gesetz verstößt": what is left alone with its verb belongs behind it.
  const end = isSubject && longest === words.length ? nounPhraseEnd(words, start, longest) : longest;
  if (end <= start) return null;
  const whole = withConjuncts(words, withNested(words, appositionEnd(words, end), nested));
  if (whole < 0) return null;
  return {
    first: words.slice(start, whole),
    others: [...words.slice(0, start), ...words.slice(whole)],
  };
}

/** "auch noch im Hafen": such an adverb stands in front only with what it is about. -1 where that can't be told. */
const withFocused = (words: readonly Word[], start: number, end: number) =>
  end === start + 1 && FOCUSING.test(words[start]?.lower ?? "")
    ? constituentEnd(words, end, words.length)
    : end;
const FOCUSING = /^(?:nur|auch|sogar|selbst|noch|erst|fast|rund|etwa|mindestens|bis|bloß|lediglich|allein)$/;

/** "der Zoo und das Bad", "der Zoo, das Bad und der Park": all of them stand in front. -1 where the row can't be read. */
function withConjuncts(words: readonly Word[], end: number): number {
  let at = end;
  for (;;) {
    const joint = words[at];
    if (!joint || !(joint.text === "," || /^(?:und|oder|sowie)$/.test(joint.lower))) return at;
    const next = nounPhraseEnd(words, at + 1, words.length);
    if (next < 0) return joint.text === "," ? at : -1;
    at = next;
  }
}

/** A relative clause stays with its noun, its second comma as well. */
function withNested(words: readonly Word[], end: number, nested: readonly Clause[]): number {
  const clause = nested.find(({ from }) => from === end + 1);
  if (clause?.kind !== "relative") return end;
  return words[clause.to]?.text === "," ? clause.to + 1 : clause.to;
}

/** "mindestens 12 Menschen": the adverb belongs to the number. */
const quantifies = (words: readonly Word[], at: number) =>
  words[at + 1]?.tag === "number" || (words[at + 1]?.tag === "adverb" && words[at + 2]?.tag === "number");

/**
 * "dass der Pegel Anlass zur Sorge gibt": of two nouns in a row the second is an object without article, unless the
 * first is a person's office or a kind of thing that bears a name ("der Minister Beispiel", "die Firma Muster").
 */
function withoutBareObject(words: readonly Word[], start: number, end: number): number {
  if (words[start]?.tag !== "determiner") return end;
  for (let at = start; at + 1 < end; at++) {
    if (words[at]?.tag !== "noun" || CAPITAL_ATTRIBUTE.test(words[at]?.lower ?? "")) continue;
    const next = words[at + 1];
    if (next && isGenitiveOfPlace(next)) return end;
    const isOneName = bearsName(words[at]?.text ?? "") || MEASURES.test(words[at]?.lower ?? "");
    const isForeign = /^(?:NE|FM)$/.test(next?.fine ?? "") && /^(?:NE|FM)$/.test(words[at]?.fine ?? "");
    return next?.tag === "noun" && !isOneName && !isForeign && !/^\p{Lu}{2,}$/u.test(next.text)
      ? at + 1
      : end;
  }
  return end;
}

/** "die Demokratische Republik": an adjective in a name looks like a noun. */
const CAPITAL_ATTRIBUTE = /\p{L}{2}(?:isch|lich|ig)(?:e|en|er|es)$/u;

/** "eine Summe Bargeld", "drei Tonnen Öl": what is measured follows without an article. */
const MEASURES =
  /(?:summe|menge|tonnen?|liter|prozent|zahl|anzahl|hälfte|million|millionen|milliarden?|art|stück|kilo|kilogramm|gramm|meter|kilometer|hektar|paar|dutzend|reihe|gruppe|flaschen?|form|teil|stunden?|jahre?|tage?)$/;

/** "der Vorsitzende, Karl Beispiel,": an apposition with its two commas stays with its noun. */
function appositionEnd(words: readonly Word[], comma: number): number {
  if (words[comma]?.text !== ",") return comma;
  const end = nounPhraseEnd(words, comma + 1, words.length);
  return words[end]?.text === "," ? end + 1 : comma;
}

/** "stattfand" → "fand" … "statt". */
function splitParticle(finite: Word): { moved: GermanPiece; particle: GermanPiece | null } {
  const prefix = SEPARABLE.exec(finite.lower)?.[0];
  const base = prefix ? finite.lower.slice(prefix.length) : "";
  const form = finiteForm(base) ?? (LOOKS_SEPARABLE.test(finite.lower) ? guessedFiniteForm(base) : null);
  // "…, die betrieben werden": at the end of a clause a plural looks like an infinitive.
  if (!prefix || !form || form.lemma === "sein")
    return { moved: pieceOf({ ...finite, tag: "finite" }), particle: null };
  const cut: Word = {
    ...finite,
    tag: "finite",
    start: finite.start + prefix.length,
    text: base,
    lower: base,
    finite: form,
  };
  return {
    moved: pieceOf(cut),
    particle: pieceOf({ ...finite, end: finite.start + prefix.length, tag: "adverb", finite: null }, prefix),
  };
}

/** "ablehnt", "einräumt": a verb that no list has, but not "antwortet" or "einigt". */
const LOOKS_SEPARABLE =
  /^(?:ab|an(?!twort|ker)|auf|aus|ein(?!ig)|fest|fort|heran|heraus|hervor|hin(?!der)|los|nach|statt|teil|vor|weg|zurück|zusammen|zu)[bdfghjklmnprstwzv]\p{L}{2,}$/u;

/** A clause that begins with its verb gets the constituent behind it in front: "war in Bremen …" → "in Bremen war …". */
export function frontFirstConstituent(pieces: readonly GermanPiece[]): GermanPiece[] | null {
  const [verb, ...rest] = pieces;
  const front = verb ? frontOf(wordsIn(rest)) : null;
  if (!verb || !front) return null;
  const isFirst = new Set(front.first.map(({ start }) => start));
  return [
    ...rest.filter(({ word }) => isFirst.has(word.start)),
    verb,
    ...rest.filter(({ word }) => !isFirst.has(word.start)),
  ];
}

/** Drops what only ties the clause to the one before: leading "und", "aber", and "zudem", "allerdings" anywhere. */
export function withoutConnectives(pieces: readonly GermanPiece[]): GermanPiece[] | null {
  let from = 0;
  while (
    (pieces[from]?.word.tag === "coordinator" && !OPENS_PAIR.test(pieces[from]?.word.lower ?? "")) ||
    (pieces[from]?.word.kind === "mark" && !/^[„"»“(]$/.test(pieces[from]?.text ?? ""))
  )
    from++;
  const rest = pieces.slice(from);
  const [first, second] = rest;
  if (!first) return null;
  const verb = firstFiniteIndex(wordsIn(rest));
  const inner = rest.filter((_, at) => at === 0 || at === rest.length - 1 || !isTie(wordsIn(rest), at, verb));
  if (!CONNECTIVES.has(first.word.lower) || second?.word.tag !== "finite") return inner;
  if (first.word.lower === "dagegen" && ASKS_FOR_DAGEGEN.test(second.word.finite?.lemma ?? "")) return inner;
  const fronted = frontFirstConstituent(inner.slice(1));
  return fronted && isSurelyWhole(fronted) ? fronted : rest;
}

/** "Sowohl der Rat als auch …", "Weder … noch …": half of a pair, no connective. */
const OPENS_PAIR = /^(?:sowohl|weder|entweder)$/;

/** What follows the verb is no noun that belongs to the phrase in front: "Vorbedingungen zur Zustimmung | Israels". */
function isSurelyWhole(pieces: readonly GermanPiece[]): boolean {
  const words = wordsIn(pieces);
  const verb = firstFiniteIndex(words);
  return !/^(?:noun|adjective)$/.test(words[verb + 1]?.tag ?? "") && canBeSubject(words, 0, verb);
}

/** "Der Gewinn ging dagegen zurück", but "Die Partei stimmte dagegen für …": there the word is what the verb asks for. */
const isTie = (words: readonly Word[], at: number, verb: number) =>
  CONNECTIVES.has(words[at]?.lower ?? "") &&
  words[at]?.tag === "adverb" &&
  at > verb &&
  !(words[at]?.lower === "dagegen" && ASKS_FOR_DAGEGEN.test(words[verb]?.finite?.lemma ?? ""));
const ASKS_FOR_DAGEGEN =
  /^(?:stimmen|sein|klagen|protestieren|demonstrieren|kämpfen|sprechen|wehren|vorgehen|haben|entscheiden|stimmen|verstoßen|einwenden)$/;
