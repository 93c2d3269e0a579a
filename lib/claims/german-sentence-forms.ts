import { finalFiniteIndex, firstFiniteIndex } from "@/lib/claims/german-clauses";
import {
  bearsName,
  canBeSubject,
  constituentEnd,
  isGenitiveOfPlace,
  nounPhraseCoreEnd,
  nounPhraseEnd,
} from "@/lib/claims/german-phrases";
import { finiteForm, isParticiple, thirdPersonOf } from "@/lib/claims/german-verbs";
import { CONNECTIVES } from "@/lib/claims/german-words";
import type { Word } from "@/lib/claims/tag-german-words";
import type { Piece } from "@/lib/claims/wording";
import { pieceOf } from "@/lib/claims/wording";

/* Turns the clauses of a German sentence into statements that stand by themselves. Null: it can't be done cleanly. */

export type GermanPiece = Piece<Word>;

export const piecesOf = (words: readonly Word[]): GermanPiece[] => words.map((word) => pieceOf(word));
const wordsIn = (pieces: readonly GermanPiece[]) => pieces.map(({ word }) => word);

const SEPARABLE =
  /^(?:ab|an|auf|aus|bei|ein|fest|fort|heim|heran|heraus|herein|herunter|hervor|her|hinaus|hindurch|hinein|hinzu|hin|los|mit|nach|statt|teil|voran|voraus|vorbei|vor|weg|zurück|zusammen|zu|bekannt|frei|dar|nieder|bereit)(?=\p{L}{3})/u;

/** "ein Abschluss kurz bevor steht" → "ein Abschluss steht kurz bevor": the finite verb moves behind the first constituent. */
export function verbSecond(words: readonly Word[]): GermanPiece[] | null {
  const verb = finalFiniteIndex(words);
  const finite = words[verb];
  if (verb < 1 || !finite) return null;
  const rest = [...words.slice(0, verb), ...words.slice(verb + 1)];
  const front = frontOf(rest);
  // A copula needs something behind it: the front has swallowed the predicate.
  if (!front || (finite.finite?.lemma === "sein" && front.others.length === 0)) return null;
  const { moved, particle } = splitParticle(finite);
  return [...piecesOf(front.first), moved, ...piecesOf(front.others), ...(particle ? [particle] : [])];
}

/** Takes the first constituent that may stand in front of the verb: the subject, where it can be told. */
function frontOf(words: readonly Word[]): { first: readonly Word[]; others: readonly Word[] } | null {
  let from = 0;
  while (
    words[from]?.lower === "sich" ||
    (words[from]?.tag === "adverb" && !quantifies(words, from) && canBeSubject(words, from + 1, words.length))
  )
    from++;
  const isSubject = canBeSubject(words, from, words.length);
  const start = isSubject ? from : 0;
  const longest = withoutBareObject(words, start, constituentEnd(words, start, words.length));
  // "Die Regelung gegen das Gesetz verstößt": what is left alone with its verb belongs behind it.
  const end = isSubject && longest === words.length ? nounPhraseEnd(words, start, longest) : longest;
  if (end <= start || words[start]?.lower === "sich") return null;
  const apposition = appositionEnd(words, end);
  if (apposition > end) {
    return {
      first: words.slice(start, apposition),
      others: [...words.slice(0, start), ...words.slice(apposition)],
    };
  }
  if (words[end]?.lower === "und" || words[end]?.lower === "oder" || words[end]?.lower === "sowie") {
    const other = nounPhraseEnd(words, end + 1, words.length);
    if (other < 0) return null;
    return { first: words.slice(start, other), others: [...words.slice(0, start), ...words.slice(other)] };
  }
  return { first: words.slice(start, end), others: [...words.slice(0, start), ...words.slice(end)] };
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
    if (words[at]?.tag !== "noun") continue;
    const next = words[at + 1];
    if (next && isGenitiveOfPlace(next)) return end;
    return next?.tag === "noun" && !bearsName(words[at]?.text ?? "") ? at + 1 : end;
  }
  return end;
}

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
  if (!prefix || !finiteForm(base) || finiteForm(base)?.lemma === "sein")
    return { moved: pieceOf(finite), particle: null };
  const cut = {
    ...finite,
    start: finite.start + prefix.length,
    text: base,
    lower: base,
    finite: finiteForm(base),
  };
  return {
    moved: pieceOf(cut),
    particle: pieceOf({ ...finite, end: finite.start + prefix.length, tag: "adverb", finite: null }, prefix),
  };
}

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
    pieces[from]?.word.tag === "coordinator" ||
    (pieces[from]?.word.kind === "mark" && !/^[„"»“(]$/.test(pieces[from]?.text ?? ""))
  )
    from++;
  const rest = pieces.slice(from);
  const [first, second] = rest;
  if (!first) return null;
  const verb = firstFiniteIndex(wordsIn(rest));
  const inner = rest.filter((_, at) => at === 0 || at === rest.length - 1 || !isTie(wordsIn(rest), at, verb));
  if (CONNECTIVES.has(first.word.lower) && second?.word.tag === "finite")
    return frontFirstConstituent(inner.slice(1));
  return inner;
}

/** "Der Gewinn ging dagegen zurück", but "Die Partei stimmte dagegen für …": there the word is what the verb asks for. */
const isTie = (words: readonly Word[], at: number, verb: number) =>
  CONNECTIVES.has(words[at]?.lower ?? "") &&
  words[at]?.tag === "adverb" &&
  at > verb &&
  !(words[at]?.lower === "dagegen" && ASKS_FOR_DAGEGEN.test(words[verb]?.finite?.lemma ?? ""));
const ASKS_FOR_DAGEGEN =
  /^(?:stimmen|sein|klagen|protestieren|demonstrieren|kämpfen|sprechen|wehren|vorgehen|haben)$/;

/** Reported speech as a statement: "habe" → "hat", "gehe" → "geht". `isAttributed` also reads "hätte" that way. */
export function inIndicative(pieces: readonly GermanPiece[], isAttributed: boolean): GermanPiece[] {
  return pieces.map((piece) => {
    const form = piece.word.finite;
    if (!form?.isSubjunctive || piece.word.tag !== "finite") return piece;
    return !isAttributed && KONJUNKTIV_II.test(piece.word.lower)
      ? piece
      : pieceOf(piece.word, form.indicative);
  });
}
const KONJUNKTIV_II = /^(?:wäre|wären|hätte|hätten|würde|würden)$/;

export interface Hearsay {
  readonly pieces: GermanPiece[];
  readonly isHearsay: boolean;
}

/**
 * "soll … eingesetzt haben" → "hat … eingesetzt"; "soll … handeln" → "handelt", where the verb names a state or habit.
 * A plan ("soll gebaut werden") stays as it is.
 */
export function withoutHearsaySoll(pieces: readonly GermanPiece[]): Hearsay {
  const words = wordsIn(pieces);
  const soll = words.findIndex(
    ({ lower, tag }) => tag === "finite" && (lower === "soll" || lower === "sollen" || lower === "solle"),
  );
  const unchanged = { pieces: [...pieces], isHearsay: false };
  const modal = pieces[soll];
  if (soll < 0 || !modal) return unchanged;
  const isPlural = modal.word.lower === "sollen";
  const end = verbComplexEnd(words, soll + 1);
  const last = words[end - 1];
  const beforeLast = words[end - 2];
  if (!last || end - 1 <= soll) return unchanged;
  const replace = (finite: string, dropped: number): Hearsay => ({
    pieces: pieces.flatMap((piece, at) =>
      at === soll ? [pieceOf(piece.word, finite)] : at >= end - dropped && at < end ? [] : [piece],
    ),
    isHearsay: true,
  });
  if (last.lower === "haben" && beforeLast && isVerbalParticiple(beforeLast))
    return replace(isPlural ? "haben" : "hat", 1);
  if (
    last.lower === "sein" &&
    beforeLast &&
    (beforeLast.lower === "worden" || isVerbalParticiple(beforeLast))
  )
    return replace(isPlural ? "sind" : "ist", 1);
  if (!STATES_AND_HABITS.test(last.lower)) return unchanged;
  const finite = isPlural ? last.lower : thirdPersonOf(last.lower);
  return finite
    ? replace(finite === "seinen" ? "sind" : isPlural && last.lower === "sein" ? "sind" : finite, 1)
    : unchanged;
}

const isVerbalParticiple = ({ lower }: Word) => isParticiple(lower);
const STATES_AND_HABITS =
  /^(?:sein|haben|geben|liegen|stehen|handeln|stammen|gehören|leben|kennen|wissen|besitzen|betragen|bestehen|dienen|arbeiten|wohnen|heißen|enthalten|leiden|fehlen|existieren|verfügen|umfassen|kosten)$/;

/** Index behind the verb complex that closes the clause: before its first comma. */
function verbComplexEnd(words: readonly Word[], from: number): number {
  let end = from;
  for (let at = from; at < words.length; at++) {
    if (/^[,;]$/.test(words[at]?.text ?? "") && opensClause(words, at + 1)) break;
    if (words[at]?.kind !== "mark") end = at + 1;
  }
  return end;
}

/** Behind this comma another finite verb or a zu-infinitive follows, so it does not belong to a list. */
const opensClause = (words: readonly Word[], from: number) =>
  words.slice(from).some(({ tag, lower }) => tag === "finite" || tag === "subordinator" || lower === "zu");

// ---- relative clauses ----------------------------------------------------------------------------------------

/** "…, die kürzlich stattfand" with its antecedent → "Die Vorführung fand kürzlich statt." */
export function relativeStatement(
  antecedent: readonly Word[],
  clause: readonly Word[],
): GermanPiece[] | null {
  const [pronoun, ...rest] = clause;
  const verb = finalFiniteIndex(rest);
  const finite = rest[verb];
  if (!pronoun || !finite || verb < 0) return null;
  if (!/^(?:der|die|das|welcher|welche|welches)$/.test(pronoun.lower)) return null;
  if (canBeSubject(rest, 0, rest.length) && isClearSubject(rest)) return null;
  const subject = inNominative(antecedent, pronoun.lower.slice(-1), finite.finite?.isPlural ?? false);
  if (!subject) return null;
  const { moved, particle } = splitParticle(finite);
  return [
    ...subject,
    moved,
    ...piecesOf([...rest.slice(0, verb), ...rest.slice(verb + 1)]),
    ...(particle ? [particle] : []),
  ];
}

/** A pronoun or masculine nominative: then the relative pronoun is the object. */
const isClearSubject = (words: readonly Word[]) =>
  words[0]?.tag === "pronoun"
    ? words[0].lower !== "sich"
    : /^(?:der|ein|kein|sein|ihr|jeder|dieser)$/.test(words[0]?.lower ?? "") || isName(words[0]);
const isName = (word: Word | undefined) => word?.tag === "noun";

/** The noun phrase in the nominative; the last letter of the relative pronoun (r, e, s) gives its gender. */
function inNominative(phrase: readonly Word[], gender: string, isPlural: boolean): GermanPiece[] | null {
  const [first, ...others] = phrase;
  if (!first) return null;
  if (first.tag !== "determiner") return first.tag === "noun" && !isPlural ? piecesOf(phrase) : null;
  const determiner = nominativeDeterminer(first.lower, gender, isPlural);
  if (!determiner) return null;
  const head = nounPhraseCoreEnd(phrase, 0, phrase.length);
  if (isPlural && first.lower === "den" && !SAME_IN_ALL_CASES.test(phrase[head - 1]?.lower ?? ""))
    return null;
  const adjectiveEnding = nominativeAdjectiveEnding(determiner, gender, isPlural);
  return [
    pieceOf(first, determiner),
    ...others.map((word, at) =>
      word.tag === "adjective" && at + 1 < head
        ? pieceOf(word, word.text.replace(/(?:en|em|er|es|e)$/, adjectiveEnding))
        : pieceOf(word),
    ),
  ];
}

/** Plurals that end in -n in every case, so that the dative needs no change. */
const SAME_IN_ALL_CASES = /(?:ungen|ionen|heiten|keiten|schaften|täten|enzen|anzen|ien|innen|uren|eien)$/;

const NOMINATIVE: Record<string, ReadonlyMap<string, string>> = {
  r: new Map([
    ["der", "der"],
    ["den", "der"],
    ["dem", "der"],
    ["ein", "ein"],
    ["einen", "ein"],
    ["einem", "ein"],
    ["kein", "kein"],
    ["keinen", "kein"],
    ["dieser", "dieser"],
    ["diesen", "dieser"],
    ["diesem", "dieser"],
  ]),
  e: new Map([
    ["die", "die"],
    ["den", "die"],
    ["der", "die"],
    ["eine", "eine"],
    ["einer", "eine"],
    ["keine", "keine"],
    ["diese", "diese"],
    ["dieser", "diese"],
    ["mehrere", "mehrere"],
    ["viele", "viele"],
    ["einige", "einige"],
    ["zwei", "zwei"],
    ["drei", "drei"],
    ["zahlreiche", "zahlreiche"],
  ]),
  s: new Map([
    ["das", "das"],
    ["dem", "das"],
    ["ein", "ein"],
    ["einem", "ein"],
    ["kein", "kein"],
    ["dieses", "dieses"],
    ["diesem", "dieses"],
  ]),
};

const nominativeDeterminer = (determiner: string, gender: string, isPlural: boolean) => {
  const form = NOMINATIVE[gender]?.get(determiner) ?? null;
  if (form !== "die") return form;
  return determiner === (isPlural ? "der" : "den") ? null : form;
};

function nominativeAdjectiveEnding(determiner: string, gender: string, isPlural: boolean): string {
  if (isPlural) return /^(?:die|diese|keine)$/.test(determiner) ? "en" : "e";
  if (determiner === "ein" || determiner === "kein")
    return gender === "r" ? "er" : gender === "s" ? "es" : "e";
  return "e";
}

/** The noun phrase at the end of `words`, behind which a participle or infinitive may stand; null when there is none. */
export function antecedentOf(words: readonly Word[]): readonly Word[] | null {
  let end = words.length;
  while (end > 0 && /^(?:participle|infinitive)$/.test(words[end - 1]?.tag ?? "")) end--;
  const isQuoted = /^[“”"«]$/.test(words[end - 1]?.text ?? "");
  if (words.length - end > 2 || (words[end - 1]?.tag !== "noun" && !isQuoted)) return null;
  for (let from = end - 1; from >= Math.max(0, end - 8); from--) {
    const close = isQuoted ? nounPhraseEnd(words, from, end) : nounPhraseCoreEnd(words, from, end);
    if (words[from]?.tag === "determiner" && close === end) return words.slice(from, end);
    if (words[from]?.tag === "preposition" || words[from]?.tag === "finite") break;
  }
  if (isQuoted) return null;
  const last = words[end - 1];
  const start = nameStart(words, end);
  const isBare = !/^(?:adjective|preposition|number|determiner|coordinator)$/.test(
    words[start - 1]?.tag ?? "",
  );
  return last && isBare ? words.slice(start, end) : null;
}

function nameStart(words: readonly Word[], end: number): number {
  let from = end - 1;
  while (from > 0 && words[from - 1]?.tag === "noun") from--;
  return from;
}
