import { commasAndColons } from "@/lib/claims/german-attached-frames";
import {
  firstFiniteFrom,
  hasFinite,
  isInSubjunctive,
  isVerbSecond,
  mayBeSubjunctive,
} from "@/lib/claims/german-mood";
import { nounPhraseEnd } from "@/lib/claims/german-phrases";
import { isContentNoun } from "@/lib/claims/german-speech-nouns";
import { clauseStart, speakerOfVerb, subjectBefore } from "@/lib/claims/german-speech-subjects";
import type { SpeechVerb } from "@/lib/claims/german-speech-verbs";
import type { SpeechVerbGroup } from "@/lib/claims/german-verb-groups";
import {
  bracketLimit,
  opensSubordinate,
  speechInfinitiveBefore,
  speechVerbGroupAt,
} from "@/lib/claims/german-verb-groups";
import type { SpeechFrame, WordRange } from "@/lib/claims/speech-grammar";
import type { Word } from "@/lib/claims/tag-german-words";
import { wordsOf } from "@/lib/text/words-of";

/* Main clauses with their content behind a comma: X sagte, dass … · X sagte, er habe … · X rief auf, … zu … */

const LONGEST_MATRIX = 80;

/** What says that somebody speaks in front of a comma. */
interface Matrix {
  /** The clause it stands in. */
  readonly from: number;
  readonly cue: WordRange;
  readonly speaker: WordRange | null;
  /** Null for a noun: "die Behauptung, dass …". */
  readonly verb: SpeechVerb | null;
}

/** Finds the clause that introduces speech, and the speech behind its comma. */
export function matrixClause(words: readonly Word[], end: number): SpeechFrame | null {
  for (const comma of commasAndColons(words, Math.min(end, LONGEST_MATRIX))) {
    const matrix = matrixBefore(words, comma) ?? nounWithContent(words, comma);
    const content = matrix ? reportedClauseAt(words, comma + 1, end, matrix) : null;
    if (!matrix || !content || (matrix.verb?.lemma === "stehen" && !matrix.speaker)) continue;
    const isInserted = matrix.from > 0 && opensSubordinate(words, matrix.from);
    const isInfinitive =
      !hasFinite(words, content.from, content.to) || beginsZuInfinitive(words, content.from, content.to);
    return {
      mode: "indirect",
      content: [content],
      cue: matrix.cue,
      speaker: matrix.speaker,
      cueLemma: matrix.verb?.lemma ?? "",
      // An infinitive states nothing by itself, and of "Chef wird ein Ingenieur, der betonte, er habe …" the first clause
      // is the author's: such sentences stay whole.
      isUnsure: isInserted || isInfinitive,
      isAnonymous: matrix.speaker === null,
    };
  }
  return null;
}

/** The verb of speech whose clause ends at the comma; verbs of relative clauses in between are passed over. */
function matrixBefore(words: readonly Word[], comma: number): Matrix | null {
  const infinitive = speechInfinitiveBefore(words, comma);
  let passed = 0;
  for (let at = comma - 1; at >= 0 && passed < 3; at--) {
    const word = words[at];
    if (word?.tag !== "finite" && !(word?.finite && at === comma - 1 && word.tag !== "infinitive")) continue;
    const from = clauseStart(words, at);
    const clause = { from, to: comma };
    if (infinitive) {
      const subject = speakerOfVerb(
        words,
        { from, to: bracketLimit(words, at, comma) },
        { ...infinitive, at },
      );
      return { from, cue: infinitive.cue, verb: infinitive.verb, speaker: subject };
    }
    const group = speechVerbGroupAt(words, at, comma);
    if (group)
      return { from, cue: group.cue, verb: group.verb, speaker: speakerOfVerb(words, clause, group) };
    const conjunct = participleConjunct(words, at, comma);
    if (conjunct)
      return {
        from,
        cue: conjunct.cue,
        verb: conjunct.verb,
        speaker: speakerOfVerb(words, clause, conjunct),
      };
    if (!opensSubordinate(words, from) && !isSecondFinite(words, from, at)) return null;
    passed++;
  }
  return null;
}

/** "zeigte sich überzeugt, …": a participle that was taken for a finite verb, behind the real one. */
function isSecondFinite(words: readonly Word[], from: number, at: number): boolean {
  for (let before = at - 1; before >= from; before--) {
    if (words[before]?.tag === "coordinator") return false;
    if (words[before]?.tag === "finite") return true;
  }
  return false;
}

/** "hat … gebilligt und angekündigt, …": the second participle shares the auxiliary. */
function participleConjunct(words: readonly Word[], at: number, comma: number): SpeechVerbGroup | null {
  const auxiliary = words[at]?.finite?.lemma;
  if (auxiliary !== "haben" && auxiliary !== "werden") return null;
  const last = words[comma - 1];
  if (!last || last.tag === "noun" || bracketLimit(words, at, comma) < comma - 1) return null;
  return speechVerbGroupAt(words.slice(0, comma).with(comma - 1, last), at, comma);
}

/** What closes a clause behind the noun: "mit der Begründung zurück, …", "die Forderung erhoben, …". */
const CLOSING_TAGS: ReadonlySet<string> = new Set(["adverb", "participle", "infinitive"]);

/** "die Behauptung, dass …", "die Forderung des Verbands, … zu …": the noun says that somebody said it. */
function nounWithContent(words: readonly Word[], comma: number): Matrix | null {
  for (let at = comma - 1; at >= Math.max(0, comma - 8); at--) {
    const noun = words[at];
    if (noun?.tag === "finite" || noun?.kind === "mark") return null;
    if (noun?.tag !== "noun" || !isContentNoun(noun.lower)) continue;
    if (noun.lower === "sorge" && words.slice(0, comma).some(isCaring)) return null;
    const behind = Math.max(at + 1, nounPhraseEnd(words, at, comma));
    if (!words.slice(behind, comma).every(({ tag }) => CLOSING_TAGS.has(tag))) return null;
    const verb = firstFiniteFrom(words, 0);
    const subject = verb > 0 && verb < at ? subjectBefore(words, 0, verb) : null;
    return { from: 0, cue: { from: at, to: at + 1 }, speaker: subject, verb: null };
  }
  return null;
}

/** "dafür Sorge tragen, dass …" says what somebody has to see to, not what he fears. */
const isCaring = ({ lower }: Word) => /^(?:dafür|trag|träg|trug|getragen)/.test(lower);

/**
 * What follows the matrix clause is speech when it is a dass-clause, a clause in the Konjunktiv, a main clause right
 * behind the verb of speech, or a zu-infinitive.
 */
function reportedClauseAt(
  words: readonly Word[],
  from: number,
  sentenceEnd: number,
  { verb }: Matrix,
): WordRange | null {
  const first = words[from];
  const end = endOfReportedClause(words, from, sentenceEnd);
  if (!first || end - from < 2) return null;
  const content = { from, to: end };
  if (/^(?:dass|daß|ob)$/.test(first.lower)) return content;
  if (first.tag === "coordinator") return null;
  const takesZu = verb === null || verb.frames.has("zu");
  if (takesZu && beginsZuInfinitive(words, from, end)) return content;
  if (verb !== null && !verb.frames.has("clause")) return null;
  if (verb !== null && QUESTION_WORDS.has(first.lower) && !isVerbSecond(words, from, end)) return content;
  if (isVerbSecond(words, from, end) && (isInSubjunctive(words, from, end) || isPlain(words, from, verb)))
    return content;
  if (
    (CLAUSE_OPENERS.has(first.lower) && first.tag !== "determiner") ||
    (first.tag === "preposition" && words[from + 1]?.tag === "pronoun")
  )
    return null;
  return isInSubjunctive(words, from, end) ? content : null;
}

/** "Sie sagte, das Wasser steigt", "er sagte, die Pumpen hielten". */
function isPlain(words: readonly Word[], from: number, verb: SpeechVerb | null): boolean {
  if (verb === null) return false;
  const finite = words[firstFiniteFrom(words, from)];
  // "erklärte die Wahl für ungültig" says nothing of what follows.
  if (verb.lemma === "erklären" && words.slice(0, from).some(({ lower }) => lower === "für")) return false;
  return verb.frames.has("plain") || (finite !== undefined && mayBeSubjunctive(finite));
}

/** ", denn …" gives the author's reason again. */
function endOfReportedClause(words: readonly Word[], from: number, end: number): number {
  for (let at = from; at + 1 < end; at++)
    if (words[at]?.text === "," && words[at + 1]?.lower === "denn") return at;
  return end;
}

const QUESTION_WORDS = wordsOf(
  "wer was wann wie warum weshalb wieso wem wen welche welcher welches wohin woher",
);
const CLAUSE_OPENERS = wordsOf(
  "die der das den dem deren dessen weil da um ohne als nachdem während wo wobei obwohl wenn damit sodass",
);

/** An infinitive with "zu" that no finite verb precedes: "weitere Boote zu schicken". */
function beginsZuInfinitive(words: readonly Word[], from: number, end: number): boolean {
  if (/^(?:um|ohne|statt|anstatt|als)$/.test(words[from]?.lower ?? "")) return false;
  for (let at = from; at < end; at++) {
    const word = words[at];
    if (isZuInfinitive(words, at)) return true;
    // "…, den Rivalen bevorzugt zu haben": a participle in front of "zu".
    if (word?.tag === "finite" && words[at + 1]?.lower !== "zu" && !hasRelativeBefore(words, from, at))
      return false;
  }
  return false;
}

const isZuInfinitive = (words: readonly Word[], at: number) => {
  const word = words[at];
  if (word?.kind !== "word" || word.tag === "noun" || word.tag === "adjective") return false;
  return (
    (words[at - 1]?.lower === "zu" && /n$/.test(word.lower)) ||
    (word.tag === "infinitive" && /\p{Ll}zu\p{Ll}/u.test(word.lower))
  );
};

/** "…, Boote, die im Hafen liegen, zu schicken": the verb belongs to a relative clause. */
const hasRelativeBefore = (words: readonly Word[], from: number, at: number) => {
  const start = clauseStart(words, at);
  return start > from && opensSubordinate(words, start) && hasFinite(words, start, at + 1);
};
