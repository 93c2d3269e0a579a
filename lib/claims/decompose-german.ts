import type { ClausePart } from "@/lib/claims/german-clauses";
import { firstFiniteIndex, splitClauses } from "@/lib/claims/german-clauses";
import {
  coordinatedClauses,
  coordinatedObjects,
  coordinatedSubjects,
} from "@/lib/claims/german-coordination";
import {
  canBeSubject,
  constituentEnd,
  nounPhraseEnd,
  prepositionalPhraseEnd,
} from "@/lib/claims/german-phrases";
import type { GermanPiece } from "@/lib/claims/german-sentence-forms";
import {
  antecedentOf,
  frontFirstConstituent,
  inIndicative,
  piecesOf,
  relativeStatement,
  verbSecond,
  withoutConnectives,
  withoutHearsaySoll,
} from "@/lib/claims/german-sentence-forms";
import { CONNECTIVES } from "@/lib/claims/german-words";
import { isNegation } from "@/lib/claims/negation";
import type { Word } from "@/lib/claims/tag-german-words";

/** One thing that can be true or false by itself, in words of the sentence. */
export interface Statement {
  readonly pieces: readonly GermanPiece[];
  readonly isHearsay: boolean;
}

/** Longer sentences are taken as they are: nobody writes them, and taking them apart would cost time. */
const MOST_WORDS = 250;

/**
 * Takes what a German sentence says apart into statements. `words` is the content without its attribution.
 * Returns null where a part could not be worded cleanly or a negation would be lost: then the sentence stands for itself.
 */
export function decomposeGerman(
  words: readonly Word[],
  { isAttributed }: { isAttributed: boolean },
): Statement[] | null {
  if (words.length > MOST_WORDS || words.at(-1)?.text === "?") return null;
  const clauses = mainClauses(splitClauses(withoutOpeningDass(words) ?? words), words);
  if (!clauses) return null;
  const statements = clauses
    .flatMap((clause) => coordinatedClauses(clause))
    .map(withSubjectNamed)
    .flatMap((clause) => standingAlone(clause, isAttributed) ?? [null])
    .flatMap((statement) => (statement === null ? [null] : coordinatedParts(statement)));
  if (statements.length === 0 || !statements.every((statement) => statement !== null)) return null;
  return statements.every(({ pieces }) => isClean(pieces)) && keepsContent(words, statements)
    ? statements
    : null;
}

/** "dass der Fluss steigt" → "der Fluss steigt" as a main clause. */
function withoutOpeningDass(words: readonly Word[]): readonly Word[] | null {
  if (words[0]?.lower !== "dass" && words[0]?.lower !== "daß") return null;
  const [first, ...others] = splitClauses(words);
  const statement = first ? verbSecond(first.words.slice(1)) : null;
  if (!statement) return null;
  return [
    ...statement.map(({ word, text }) => ({ ...word, text })),
    ...others.flatMap(({ separator, words: rest }) => [...(separator ? [separator] : []), ...rest]),
  ];
}

// ---- clauses -------------------------------------------------------------------------------------------------

/** Subordinate clauses that state something by themselves, whatever the main clause says. */
const STATING_SUBORDINATORS = new Set(["während", "obwohl", "obgleich", "sodass", "wohingegen"]);
/** "Hinzu kommt, dass …": the frame says nothing of its own. */
const EMPTY_FRAME =
  /^(?:(?:allerdings|zudem|außerdem|dabei)?(?:hinzu)?(?:kommt|kam)(?:es)?(?:noch|allerdings|zudem|jedoch|auch)?(?:hinzu)?|fest(?:steht|stand)|klarist|bekanntist|tatsacheist|esstehtfest|esistso)$/;

function mainClauses(parts: readonly ClausePart[], original: readonly Word[]): GermanPiece[][] | null {
  const clauses: GermanPiece[][] = [];
  let current: GermanPiece[] = [];
  let isAfterExtraction = false;
  const close = () => {
    if (current.length > 0) clauses.push(current);
    current = [];
  };
  for (const part of parts) {
    const isOpen = firstFiniteIndex(wordsIn(current)) < 0;
    const gapped = part.kind === "fragment" && !isOpen ? gappedClause(current, part) : null;
    const extracted = extractedFrom(part, current);
    const wasExtracted = isAfterExtraction;
    isAfterExtraction = false;
    if (part.kind === "main" && !isOpen && startsMainClause(part, current)) {
      close();
      current = piecesOf(part.words);
    } else if (extracted) {
      clauses.push(extracted);
      isAfterExtraction = true;
    } else if (part.kind === "subordinate" && isEmptyFrame(current, part)) {
      const statement = verbSecond(part.words.slice(1));
      if (!statement) return null;
      current = statement;
    } else if (gapped) {
      close();
      current = gapped;
    } else if (part.kind === "fragment" && isAddition(part) && part === parts.at(-1)) {
      const extended = withAddition(current, part);
      close();
      current = extended;
    } else {
      append(current, wasExtracted ? { ...part, separator: null } : part);
    }
  }
  close();
  return clauses.length > 0 ? orderedBy(clauses, original) : null;
}

const wordsIn = (pieces: readonly GermanPiece[]) => pieces.map(({ word }) => word);

/** The statement of a clause that says something by itself: a relative clause, or one with "während", "sodass". */
function extractedFrom(part: ClausePart, current: readonly GermanPiece[]): GermanPiece[] | null {
  if (part.kind === "relative") {
    const antecedent = antecedentOf(wordsIn(current));
    return antecedent ? relativeStatement(antecedent, part.words) : null;
  }
  return part.kind === "subordinate" && isStating(part)
    ? verbSecond(part.words.slice(subordinatorLength(part)))
    : null;
}

function append(current: GermanPiece[], { separator, words }: ClausePart) {
  if (separator && current.length > 0) current.push(...piecesOf([separator]));
  current.push(...piecesOf(words));
}

/** Behind a relative or subordinate clause the main clause goes on with its verb; another one begins with its own front. */
function startsMainClause({ words }: ClausePart, current: readonly GermanPiece[]): boolean {
  const verb = firstFiniteIndex(words);
  if (verb === 0) return false;
  return verb > 0 && words.length - verb >= 1 && current.length > 1;
}

/** "…, unter anderem als Teil des Angriffs": an afterthought that states something more. */
const isAddition = ({ words }: ClausePart) =>
  ADDITION.test(
    words
      .slice(0, 3)
      .map(({ lower }) => lower)
      .join(" "),
  );
const ADDITION =
  /^(?:(?:unter anderem|vor allem) (?:als|in|im|bei|mit|durch|wegen|aus|auf|an|am)|(?:allerdings|insbesondere|auch) (?:als|in|im|bei|mit|durch|wegen|aus|auf|an|am|ohne))(?: |$)/;

/** The afterthought in its place: before the verb that closes the clause, or at the end. */
function withAddition(clause: readonly GermanPiece[], { words }: ClausePart): GermanPiece[] {
  const last = clause.at(-1);
  const addition = piecesOf(words);
  if (last?.word.tag !== "participle" && last?.word.tag !== "infinitive") return [...clause, ...addition];
  return [...clause.slice(0, -1), ...addition, last];
}

/**
 * "Die Kosten werden bemängelt, andererseits auch die Kontrolle beklagt": the second clause shares the auxiliary; with
 * "haben" it shares the subject as well.
 */
function gappedClause(clause: readonly GermanPiece[], { words }: ClausePart): GermanPiece[] | null {
  const front = wordsIn(clause);
  const verb = firstFiniteIndex(front);
  const auxiliary = clause[verb];
  const lemma = auxiliary?.word.finite?.lemma;
  const isGap = words.length > 2 && front.at(-1)?.tag === "participle" && words.at(-1)?.tag === "participle";
  if (!auxiliary) return null;
  if (!isGap) return sameVerbAgain(clause, verb, words);
  if (lemma !== "werden" && lemma !== "haben") return null;
  const own = piecesOf(
    words.filter(
      ({ lower, tag }, at) =>
        (at > 0 || tag !== "coordinator") && !CONNECTIVES.has(lower) && lower !== "auch",
    ),
  );
  const hasOwnSubject = canBeSubject(wordsIn(own), 0, own.length);
  if (hasOwnSubject && lemma === "haben") return null;
  if (hasOwnSubject) return frontFirstConstituent([auxiliary, ...own]);
  return canBeSubject(front, 0, verb) ? [...clause.slice(0, verb), auxiliary, ...own] : null;
}

/** "Die Partei kam auf 12 Prozent, die Konkurrenz auf 9 Prozent": the second clause has the same verb and shape. */
function sameVerbAgain(
  clause: readonly GermanPiece[],
  verb: number,
  words: readonly Word[],
): GermanPiece[] | null {
  const front = wordsIn(clause);
  const finite = clause[verb];
  const own = nounPhraseEnd(words, 0, words.length);
  if (!finite || own < 1 || !canBeSubject(words, 0, own)) return null;
  if (nounPhraseEnd(front, 0, verb) !== verb || !canBeSubject(front, 0, verb)) return null;
  const isSameShape = isSamePhrase(front.slice(verb + 1), words.slice(own));
  const isSameNumber = looksPlural(words.slice(0, own)) === finite.word.finite?.isPlural;
  return isSameShape && isSameNumber
    ? [...piecesOf(words.slice(0, own)), finite, ...piecesOf(words.slice(own))]
    : null;
}

/** "auf 12 Prozent" and "auf 9 Prozent", "29 Prozent" and "17 Prozent". */
function isSamePhrase(one: readonly Word[], other: readonly Word[]): boolean {
  if (one[0]?.tag === "preposition")
    return (
      one[0].lower === other[0]?.lower &&
      prepositionalPhraseEnd(one, 0, one.length) === one.length &&
      prepositionalPhraseEnd(other, 0, other.length) === other.length
    );
  const isMeasure = one[0]?.tag === "number" && other[0]?.tag === "number";
  return isMeasure && one.length === 2 && other.length === 2 && one[1]?.lower === other[1]?.lower;
}

/** "die" with an ending of the plural; a feminine noun in -e looks like none. */
const looksPlural = (phrase: readonly Word[]) =>
  /^(?:die|beide)$/.test(phrase[0]?.lower ?? "") &&
  /(?:en|er|ern|eln)$|[äöü]\p{Ll}*e$/u.test(phrase.at(-1)?.lower ?? "");

const isStating = ({ words }: ClausePart) =>
  STATING_SUBORDINATORS.has(words[0]?.lower ?? "") ||
  (words[0]?.lower === "so" && words[1]?.lower === "dass");
const subordinatorLength = ({ words }: ClausePart) => (words[0]?.lower === "so" ? 2 : 1);
const isEmptyFrame = (current: readonly GermanPiece[], { words }: ClausePart) =>
  words[0]?.lower === "dass" && EMPTY_FRAME.test(current.map(({ word }) => word.lower).join(""));

/** In the order in which they stand in the text, by their first own word. */
function orderedBy(clauses: GermanPiece[][], original: readonly Word[]): GermanPiece[][] {
  const first = original[0]?.start ?? 0;
  const position = (clause: GermanPiece[]) =>
    clause.reduce((latest, { word }) => Math.max(latest, word.start), first);
  return clauses.sort((a, b) => position(a) - position(b));
}

// ---- statements ----------------------------------------------------------------------------------------------

function standingAlone(clause: readonly GermanPiece[], isAttributed: boolean): Statement[] | null {
  const tied = withoutConnectives(clause);
  if (!tied || isConditional(wordsIn(tied))) return null;
  const fronted = tied[0]?.word.tag === "finite" ? frontFirstConstituent(tied) : tied;
  if (!fronted) return null;
  const { pieces, isHearsay } = withoutHearsaySoll(inIndicative(fronted, isAttributed));
  return [{ pieces: withoutDanglingMarks(pieces), isHearsay }];
}

/** "Wäre das Tor offen gewesen, hätte …": a verb in front of the whole sentence is a condition. */
const isConditional = (words: readonly Word[]) =>
  words[0]?.tag === "finite" && words.some(({ text }, at) => text === "," && words[at + 1]?.tag === "finite");

function coordinatedParts({ pieces, isHearsay }: Statement): Statement[] {
  return coordinatedSubjects(pieces)
    .flatMap((part) => coordinatedObjects(part))
    .map((part) => ({ pieces: withoutDanglingMarks(part), isHearsay }));
}

function withoutDanglingMarks(pieces: readonly GermanPiece[]): GermanPiece[] {
  let end = pieces.length;
  while (end > 0 && /^[,;:–.-]$/.test(pieces[end - 1]?.text ?? "")) end--;
  return pieces.slice(0, end);
}

/** "Die Insel ist klein, und sie hat keinen Hafen": the pronoun that opens a clause is named by the subject before it. */
function withSubjectNamed(
  clause: GermanPiece[],
  index: number,
  clauses: readonly GermanPiece[][],
): GermanPiece[] {
  const at = clause[0]?.word.tag === "coordinator" ? 1 : 0;
  const pronoun = clause[at];
  const verb = clause[at + 1]?.word;
  const before = clauses[index - 1];
  if (!pronoun || verb?.tag !== "finite" || !before || pronoun.word.tag !== "pronoun") return clause;
  const subject = before.slice(0, Math.max(0, firstFiniteIndex(wordsIn(before))));
  if (!agrees(pronoun.word.lower, wordsIn(subject), verb)) return clause;
  return [...subject, ...clause.slice(at + 1)];
}

/** Whether a pronoun can stand for a subject, by its article and the number of the verb. */
function agrees(pronoun: string, subject: readonly Word[], { finite, lower }: Word): boolean {
  const [first] = subject;
  if (!first || !finite || !canBeSubject(subject, 0, subject.length) || first.tag === "pronoun") return false;
  if (nounPhraseEnd(subject, 0, subject.length) !== subject.length) return false;
  if (pronoun === "er") return /^(?:der|ein|dieser)$/.test(first.lower) && !finite.isPlural;
  if (pronoun === "sie") return /^(?:die|eine|diese)$/.test(first.lower);
  const isImpersonal =
    /^(?:gibt|gab|gebe|heißt|hieß|kommt|kam|handelt|handelte|geht|ging|gelang|bleibt|fehlt)$/.test(lower);
  return (
    pronoun === "es" &&
    !isImpersonal &&
    !finite.isPlural &&
    (/^(?:das|dieses)$/.test(first.lower) || (subject.length === 1 && first.tag === "noun"))
  );
}

// ---- safeguards ----------------------------------------------------------------------------------------------

const NEVER_LAST = new Set(["determiner", "preposition", "coordinator", "subordinator"]);

/** A wording needs a verb that is neither its first word nor followed by "und", whole brackets and quotes, and an end that closes. */
function isClean(pieces: readonly GermanPiece[]): boolean {
  const words = wordsIn(pieces);
  const last = words.at(-1);
  const verb = firstFiniteIndex(words);
  if (!last || pieces.length < 3 || verb < 1) return false;
  if (NEVER_LAST.has(last.tag) || words[0]?.tag === "subordinator" || words[0]?.tag === "coordinator")
    return false;
  if (words[verb + 1]?.tag === "coordinator") return false;
  if (verb === words.length - 1 && constituentEnd(words, 0, verb) !== verb) return false;
  const verbsInFront = words.filter(
    ({ tag, lower }, at) =>
      tag === "finite" &&
      at > verb &&
      AUXILIARY.test(lower) &&
      !words.slice(verb, at).some(({ text }) => text === ","),
  );
  if (verbsInFront.length > 1) return false;
  return (
    areMarksPaired(pieces) && !pieces.some(({ text }, at) => text === "," && pieces[at + 1]?.text === ",")
  );
}

const AUXILIARY = /^(?:ist|sind|war|hat|hatte|wird|wurde|kann|muss|soll|will|darf)$/;

function areMarksPaired(pieces: readonly GermanPiece[]): boolean {
  const count = (pattern: RegExp) => pieces.filter(({ text }) => pattern.test(text)).length;
  return count(/^\($/) === count(/^\)$/) && count(/^["“”„»«]$/) % 2 === 0;
}

/** No number, name, noun or negation of the sentence may be missing from its statements. */
function keepsContent(words: readonly Word[], statements: readonly Statement[]): boolean {
  const kept = new Set(statements.flatMap(({ pieces }) => pieces.map(({ word }) => word.start)));
  return words.every((word) => kept.has(word.start) || !isContent(word));
}

const isContent = ({ tag, lower }: Word) =>
  tag === "number" || (tag === "noun" && lower !== "tatsache") || isNegation(lower);
