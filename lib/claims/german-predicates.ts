import { numberOf } from "@/lib/claims/german-case";
import { firstFiniteIndex } from "@/lib/claims/german-finite-verbs";
import { canBeSubject, constituentEnd, nounPhraseEnd } from "@/lib/claims/german-phrases";
import type { GermanPiece } from "@/lib/claims/german-pieces";
import { singularOf, wordsIn } from "@/lib/claims/german-pieces";
import type { Cut } from "@/lib/claims/german-statement";
import { ownIndices, verbOf } from "@/lib/claims/german-statement";
import { AUXILIARY_LEMMAS, isParticiple } from "@/lib/claims/german-verbs";
import { MONTHS, TIME_NOUNS, WEEKDAYS } from "@/lib/claims/german-words";
import type { Word } from "@/lib/claims/tag-german-words";

/* Takes coordinated predicates apart: each part gets what the two share. */

const COORDINATING = new Set(["und", "sowie", "aber", "doch", "sondern"]);
const LONGEST_CONJUNCT = 14;

/** "Die Stadt plant ein Bad und sucht Geld" → two statements with the same subject. */
export const cutPredicates: Cut = function* (statement) {
  if (statement.clauses.length !== 1) return;
  const { pieces, words } = statement;
  const verb = verbOf(statement);
  if (verb < 1) return;
  const own = ownIndices(statement);
  const isOwn = new Set(own);
  for (const at of own) {
    if (at <= verb || !isPredicateJoint(words, at, isOwn)) continue;
    const second = secondPredicate(pieces, verb, at);
    if (second) yield [firstPredicate(pieces, verb, at), second];
  }
};

/**
 * "ist im 19. Jahrhundert gebaut und zuletzt 1987 erhöht worden": the end of the verb holds for both; so does "sind" in
 * "sind ein Fahrer getötet und vier Menschen verletzt worden", where the first part has one subject of its own.
 */
function firstPredicate(pieces: readonly GermanPiece[], verb: number, joint: number): GermanPiece[] {
  const words = wordsIn(pieces);
  const left = pieces.slice(0, joint);
  const finite = pieces[verb];
  const right = words.slice(joint + 1, joint + 1 + verbPhraseEnd(words.slice(joint + 1)));
  if (words[joint - 1]?.tag !== "participle" || firstFiniteIndex(right) >= 0 || !finite?.word.finite)
    return left;
  const end = joint + 1 + right.length;
  let shared = end;
  while (shared > joint + 1 && /^(?:worden|werden|haben|sein)$/.test(words[shared - 1]?.lower ?? ""))
    shared--;
  const whole = words[shared - 1]?.tag === "participle" ? [...left, ...pieces.slice(shared, end)] : left;
  const subject = subjectBehind(left, verb);
  const isSingular =
    subject !== null && numberOf(wordsIn(subject)) === "singular" && !canBeSubject(words, 0, verb);
  return finite.word.finite.isPlural && isSingular && hasOwnSubject(right)
    ? whole.map((piece) => (piece === finite ? singularOf(finite) : piece))
    : whole;
}

/** "vier Menschen verletzt worden": a phrase that can be the subject opens the second part. */
const hasOwnSubject = (right: readonly Word[]) =>
  canBeSubject(right, 0, right.length) && right[0]?.tag !== "pronoun" && !right.slice(0, 1).some(isTimeWord);

/** "und", or the comma of a row of predicates: "kam an, blieb zwei Tage und reiste ab". */
function isPredicateJoint(words: readonly Word[], at: number, own: ReadonlySet<number>): boolean {
  const word = words[at];
  if (COORDINATING.has(word?.lower ?? "")) return true;
  if (word?.text !== "," || !own.has(at - 1) || !own.has(at + 1)) return false;
  // "hat die Leitungen gespült, Filter eingebaut und Eingriffe verschoben"
  const isRow =
    isVerbEnd(words[at - 1]) &&
    isVerbEnd(words.at(-1)) &&
    words.slice(at + 1).some(({ lower }) => lower === "und") &&
    firstFiniteIndex(words.slice(at + 1)) < 0;
  const next = words[at + 1];
  // "…, sollte der Rat zustimmen": a condition.
  return isRow || (next?.tag === "finite" && !/^(?:sollte|wäre|hätte|würde|käme)n?$/.test(next.lower));
}

function secondPredicate(pieces: readonly GermanPiece[], verb: number, joint: number): GermanPiece[] | null {
  const words = wordsIn(pieces);
  const from =
    words[joint + 1]?.tag === "coordinator" || words[joint + 1]?.lower === "auch" ? joint + 2 : joint + 1;
  const right = words.slice(from);
  const rightPieces = pieces.slice(from);
  const verbRight = firstFiniteIndex(right);
  if (right.length < 2 || right.some((_, at) => isElliptic(right, at))) return null;
  const isParticipleRead =
    isVerbEnd(words[joint - 1]) &&
    AUXILIARY_LEMMAS.has(words[verb]?.finite?.lemma ?? "") &&
    isParticiple(right[0]?.lower ?? "");
  if (verbRight === 0 && !isParticipleRead) {
    const shared = sharedBy(pieces.slice(0, joint), verb, right);
    return (
      shared && [...shared.front, ...rightPieces.slice(0, 1), ...shared.subject, ...rightPieces.slice(1)]
    );
  }
  if (verbRight > 0 && !hasFinalVerbPair(words, joint, right))
    return constituentEnd(right, 0, verbRight) === verbRight && verbRight < right.length - 1
      ? rightPieces
      : null;
  return secondVerbPhrase(pieces, verb, joint, from);
}

/** The words on both sides end with participles or infinitives of one auxiliary. */
const hasFinalVerbPair = (words: readonly Word[], joint: number, right: readonly Word[]) =>
  isVerbEnd(words[joint - 1]) && isVerbEnd(right[verbPhraseEnd(right) - 1]);

/** "wurde 1936 gebaut und im Krieg zerstört": the second participle shares the auxiliary and the subject. */
function secondVerbPhrase(
  pieces: readonly GermanPiece[],
  verb: number,
  joint: number,
  from: number,
): GermanPiece[] | null {
  const words = wordsIn(pieces);
  const right = words.slice(from);
  const finite = pieces[verb];
  if (!finite || !isVerbEnd(words[joint - 1]) || !isVerbPhrase(right) || right.length < 2) return null;
  if (lacksObject(words.slice(verb + 1, joint), right, words[verb])) return null;
  const isPassive =
    /^(?:werden|sein)$/.test(finite.word.finite?.lemma ?? "") ||
    /^wo?e?rden$/.test(right[verbPhraseEnd(right) - 1]?.lower ?? "");
  if (isPassive && hasOwnSubject(right)) return withOwnSubject(pieces, verb, finite, pieces.slice(from));
  const shared = sharedBy(pieces.slice(0, joint), verb, right);
  return (
    shared && [
      ...shared.front,
      finite,
      ...shared.subject,
      ...sharedReflexive(pieces, verb, right),
      ...sharedAgent(pieces, verb, joint, right),
      ...pieces.slice(from),
    ]
  );
}

/** "(Bei dem Unfall sind ein Fahrer getötet und) vier Menschen verletzt worden" */
function withOwnSubject(
  pieces: readonly GermanPiece[],
  verb: number,
  finite: GermanPiece,
  right: readonly GermanPiece[],
): GermanPiece[] | null {
  const words = wordsIn(right);
  const end = nounPhraseEnd(words, 0, words.length);
  const number = end > 0 ? numberOf(words.slice(0, end)) : null;
  if (number === null) return null;
  const isPlural = finite.word.finite?.isPlural ?? false;
  const form = number === "singular" && isPlural ? singularOf(finite) : finite;
  if ((number === "plural") !== isPlural && form === finite) return null;
  const front = wordsIn(pieces.slice(0, verb));
  return isTimeOrPlace(front) && !words.some(isTimeWord)
    ? [...pieces.slice(0, verb), form, ...right]
    : [...right.slice(0, end), form, ...right.slice(end)];
}

/** "nachts gebaut", "versucht, das Auto zu erreichen" */
const isVerbPhrase = (right: readonly Word[]) =>
  isVerbEnd(right[verbPhraseEnd(right) - 1]) ||
  (right[1]?.text === "," && isParticiple(right[0]?.lower ?? ""));

/** "hat sein Opfer niedergeschlagen und zur Herausgabe gezwungen": the object of the first verb may be the second's, too. */
const lacksObject = (left: readonly Word[], right: readonly Word[], finite: Word | undefined) =>
  finite?.finite?.lemma !== "werden" &&
  finite?.finite?.lemma !== "sein" &&
  hasObject(left) &&
  !hasObject(right) &&
  right[1]?.text !== ",";

/** A noun phrase that no preposition governs. */
const hasObject = (words: readonly Word[]) =>
  words.some(
    ({ tag, lower }, at) =>
      (tag === "determiner" &&
        !/^(?:der|des|eines|einer)$/.test(lower) &&
        words[at - 1]?.tag !== "preposition") ||
      ((tag === "noun" || tag === "number") &&
        !/^(?:preposition|determiner|adjective|noun|number|adverb)$/.test(words[at - 1]?.tag ?? "")),
  ) || words.some(({ lower }) => /^(?:ihn|ihm|ihr|ihnen|es|sie|sich|einen|dies)$/.test(lower));

/** Up to the first comma: behind it another clause may hang on. */
function verbPhraseEnd(words: readonly Word[]): number {
  const comma = words.findIndex(({ text }) => /^[,;:–]$/.test(text));
  return comma < 0 ? words.length : comma;
}

/** "… und keinen einzigen veröffentlicht": the noun stands in the first clause. */
function isElliptic(words: readonly Word[], at: number): boolean {
  if (!ELLIPTIC.test(words[at]?.lower ?? "")) return false;
  const next = words[at + 1];
  const rest = next?.tag === "adjective" || next?.tag === "adverb" ? words[at + 2] : next;
  return (
    rest === undefined ||
    isVerbEnd(rest) ||
    rest.tag === "finite" ||
    (rest.kind === "mark" && rest.text === ",")
  );
}
const ELLIPTIC = /^(?:keine[nrms]?|eine[nrms]|zwei|drei|vier|fünf|mehrere|einige|weitere|andere|anderen)$/;

const isVerbEnd = (word: Word | undefined) => word?.tag === "participle" || word?.tag === "infinitive";

/** "konnte sich retten und qualifizieren": the pronoun holds for both. */
const sharedReflexive = (
  pieces: readonly GermanPiece[],
  verb: number,
  right: readonly Word[],
): GermanPiece[] =>
  pieces[verb + 1]?.word.lower === "sich" && !right.some(({ lower }) => lower === "sich")
    ? pieces.slice(verb + 1, verb + 2)
    : [];

/** "werden von der Firma gereinigt und … verarbeitet": who does it holds for both. */
function sharedAgent(
  pieces: readonly GermanPiece[],
  verb: number,
  coordinator: number,
  right: readonly Word[],
): GermanPiece[] {
  const words = wordsIn(pieces);
  const isPassive = words[verb]?.finite?.lemma === "werden";
  if (!isPassive || words[verb + 1]?.lower !== "von" || right.some(({ lower }) => lower === "von")) return [];
  const end = constituentEnd(words, verb + 1, coordinator);
  return end > 0 ? pieces.slice(verb + 1, end) : [];
}

interface Shared {
  /** What stands before the verb: the subject, or a time or place that holds for both. */
  readonly front: readonly GermanPiece[];
  /** The subject behind the verb; empty where it stands in front. */
  readonly subject: readonly GermanPiece[];
}

function sharedBy(left: readonly GermanPiece[], verb: number, right: readonly Word[]): Shared | null {
  const words = wordsIn(left);
  if (canBeSubject(words, 0, verb)) return { front: left.slice(0, verb), subject: [] };
  const subject = subjectBehind(left, verb);
  if (!subject) return null;
  return isTimeOrPlace(words.slice(0, verb)) && !right.some(isTimeWord)
    ? { front: left.slice(0, verb), subject }
    : { front: subject, subject: [] };
}

const isTimeOrPlace = (front: readonly Word[]) =>
  /^(?:am|im|in|an|auf|bei|beim|nach|seit|heute|gestern|allein|vor)$/.test(front[0]?.lower ?? "") &&
  front.length < 8;

const isTimeWord = ({ lower, kind, text }: Word) =>
  TIME_ADVERBS.test(lower) ||
  MONTHS.has(lower) ||
  WEEKDAYS.has(lower) ||
  TIME_NOUNS.has(lower) ||
  (kind === "number" && /^(?:1[5-9]|20)\d\d$/.test(text));
const TIME_ADVERBS =
  /^(?:später|danach|dann|anschließend|seitdem|seither|inzwischen|zuvor|heute|gestern|morgen|daraufhin|schließlich|nun|jetzt|bereits|zunächst|derzeit|mittlerweile)$/;

/** The subject behind the verb of a verb-second clause. */
function subjectBehind(pieces: readonly GermanPiece[], verb: number): GermanPiece[] | null {
  const words = wordsIn(pieces);
  let from = verb + 1;
  while (words[from]?.lower === "sich" || (words[from]?.tag === "adverb" && !isCounting(words, from))) from++;
  if (!canBeSubject(words, from, words.length)) return null;
  const end = words[from]?.tag === "pronoun" ? from + 1 : nounPhraseEnd(words, from, words.length);
  return end > from ? pieces.slice(from, end) : null;
}

/** "etwa 150 Menschen": the adverb belongs to the number. */
const isCounting = (words: readonly Word[], at: number) =>
  words[at + 1]?.tag === "number" || words[at + 1]?.fine === "CARD" || words[at + 1]?.lower === "als";

/** "lag bei 60 Mikrogramm am höchsten und damit 50 Prozent über der Norm": the verb holds for both. */
export const cutFurtherPredicates: Cut = function* (statement) {
  const { pieces, words } = statement;
  const verb = verbOf(statement);
  for (const at of ownIndices(statement)) {
    const adverb = words[at + 1]?.lower ?? "";
    if (
      at <= verb ||
      words[at]?.lower !== "und" ||
      !/^(?:damit|somit|zugleich|gleichzeitig|zurzeit|derzeit)$/.test(adverb)
    )
      continue;
    const left = predicateStart(words, verb, at);
    const from = /^(?:damit|somit)$/.test(adverb) ? at + 2 : at + 1;
    if (left > verb && !words.slice(from).some(({ tag }) => VERBAL.has(tag)))
      yield [pieces.slice(0, at), [...pieces.slice(0, left), ...pieces.slice(from)]];
  }
};

const VERBAL: ReadonlySet<string> = new Set(["finite", "participle", "infinitive"]);

function predicateStart(words: readonly Word[], verb: number, end: number): number {
  if (words[end - 2]?.lower === "am" && words[end - 1]?.tag !== "noun") return end - 2;
  for (let from = Math.max(verb + 1, end - LONGEST_CONJUNCT); from < end; from++)
    if (constituentEnd(words, from, end) === end) return from;
  return -1;
}
