import { cutAppositions } from "@/lib/claims/german-appositions";
import {
  contentOfDass,
  cutMainClauses,
  cutParentheses,
  cutRelativeClauses,
  cutSubordinateClauses,
  reasonsIn,
} from "@/lib/claims/german-clause-cuts";
import { firstFiniteIndex, isFiniteVerb } from "@/lib/claims/german-finite-verbs";
import { cutGaps } from "@/lib/claims/german-gaps";
import { isClean, isSoundCut, keepsContent } from "@/lib/claims/german-guards";
import type { GermanPiece } from "@/lib/claims/german-pieces";
import { piecesOf, wordsIn } from "@/lib/claims/german-pieces";
import { inIndicative, KONJUNKTIV_II, withoutHearsaySoll } from "@/lib/claims/german-plain-statement";
import { cutFurtherPredicates, cutPredicates } from "@/lib/claims/german-predicates";
import { withPronounsNamed } from "@/lib/claims/german-pronouns";
import { cutObjects, cutSubjects } from "@/lib/claims/german-rows";
import { cutShares } from "@/lib/claims/german-shares";
import type { Cut } from "@/lib/claims/german-statement";
import { statementFrom } from "@/lib/claims/german-statement";
import { frontFirstConstituent, withoutConnectives } from "@/lib/claims/german-verb-second";
import type { Word } from "@/lib/claims/tag-german-words";

/** One thing that can be true or false by itself, in words of the sentence. */
export interface Statement {
  readonly pieces: readonly GermanPiece[];
  readonly isHearsay: boolean;
}

interface ContentOptions {
  /** Its Konjunktiv is that of somebody's speech, whose name the statements get. */
  readonly isAttributed: boolean;
  /** The sentence tells what somebody did with words: its verb is his, what he says is not told apart. */
  readonly isPosition?: boolean;
}

/** Longer sentences are taken as they are: nobody writes them, and taking them apart would cost time. */
const MOST_WORDS = 250;
const MOST_CUTS = 12;

/** Clauses first, so that a coordination is looked for in one clause alone. */
const CUTS: readonly Cut[] = [
  cutParentheses,
  cutMainClauses,
  cutSubordinateClauses,
  cutRelativeClauses,
  cutAppositions,
  cutShares,
  cutPredicates,
  cutFurtherPredicates,
  cutGaps,
  cutSubjects,
  cutObjects,
];

/**
 * Takes what a German sentence says apart into statements. `words` is the content without its attribution. A cut that
 * would not be sound is left out, the others are made. Returns null where nothing stands by itself: then the sentence does.
 */
export function decomposeGerman(
  words: readonly Word[],
  { isAttributed, isPosition = false }: ContentOptions,
): Statement[] | null {
  if (words.length > MOST_WORDS || words.at(-1)?.text === "?" || isConditional(words)) return null;
  const roots = rootsOf(words);
  if (!roots) return null;
  const budget = { cuts: MOST_CUTS, keepsMood: !isAttributed || isPosition };
  const cut = roots.flatMap((root) => takenApart(root, budget));
  const parts = isPosition ? cut : cut.flatMap(withReasons);
  const statements = withPronounsNamed(parts).map((part) => standingAlone(part, isAttributed));
  if (!statements.every((statement) => statement !== null && isClean(statement.pieces))) return null;
  const whole = statements.filter((statement) => statement !== null);
  return keepsContent(
    words,
    whole.map(({ pieces }) => pieces),
  )
    ? orderedByPlace(whole)
    : null;
}

/** The content itself, or what it states behind "dass". */
function rootsOf(words: readonly Word[]): GermanPiece[][] | null {
  const statement = statementFrom(piecesOf(words));
  const stated = contentOfDass(statement);
  if (stated) return stated;
  if (words[0]?.lower === "dass" || words[0]?.lower === "daß") return null;
  const [first] = statement.clauses;
  // "(Nach Angaben der Stadt) kamen 500 Gäste, …": the source stood in front of the verb.
  if (words[0]?.tag !== "finite" || !/^\p{Ll}/u.test(words[0].text) || !first) return [[...statement.pieces]];
  const fronted = frontFirstConstituent(statement.pieces.slice(0, first.to));
  return fronted && [[...fronted, ...statement.pieces.slice(first.to)]];
}

interface Budget {
  cuts: number;
  /** A clause in the Konjunktiv is somebody's speech inside a sentence of the author's and stays there. */
  readonly keepsMood: boolean;
}

/** Makes the first sound cut, then cuts its parts; each cut stands or falls by itself. */
function takenApart(pieces: readonly GermanPiece[], budget: Budget): (readonly GermanPiece[])[] {
  if (budget.cuts === 0 || !pieces.some(({ word }) => isJoint(word))) return [pieces];
  const statement = statementFrom(pieces);
  for (const cut of CUTS) {
    for (const parts of cut(statement)) {
      if (!isSoundCut(pieces, parts) || (budget.keepsMood && parts.some(isReportedByMood))) continue;
      budget.cuts--;
      return parts.flatMap((part) => takenApart(part, budget));
    }
  }
  return [pieces];
}

/** "Er wies das zurück, da es jeder Grundlage entbehre": the reason is his, not the author's. */
const isReportedByMood = (part: readonly GermanPiece[]) => {
  const words = wordsIn(part);
  const verb = words[firstFiniteIndex(words)];
  return verb?.finite?.isSubjunctive === true && !KONJUNKTIV_II.test(verb.lower);
};

/** A reason besides its sentence, unless nobody could tell whom it is about. */
function withReasons(part: readonly GermanPiece[]): (readonly GermanPiece[])[] {
  if (!part.some(({ word }) => word.lower === "weil" || word.lower === "da")) return [part];
  const reasons = reasonsIn(statementFrom(part)).flatMap((reason) =>
    withPronounsNamed([part, reason]).slice(1),
  );
  return [
    part,
    ...reasons.filter(
      (reason) => isClean(reason) && !isReportedByMood(reason) && !isAboutPronoun(wordsIn(reason)),
    ),
  ];
}

const isAboutPronoun = ([first]: readonly Word[]) =>
  /^(?:er|sie|diese[rs]?|der|die|das)$/.test(first?.lower ?? "") && first?.tag === "pronoun";

/** What a cut can be made at: without one of these a sentence says one thing. */
const isJoint = ({ kind, text, tag }: Word) =>
  tag === "coordinator" || (kind === "mark" && /^[,;:–—-]$/.test(text));

/** "Wäre das Tor offen gewesen, hätte …": a verb in front of the whole sentence is a condition. */
const isConditional = (words: readonly Word[]) =>
  words[0]?.tag === "finite" && words.some(({ text }, at) => text === "," && words[at + 1]?.tag === "finite");

function standingAlone(part: readonly GermanPiece[], isAttributed: boolean): Statement | null {
  const tied = withoutConnectives(part);
  if (!tied) return null;
  const fronted = isFiniteVerb(tied[0]?.word) ? frontFirstConstituent(tied) : tied;
  if (!fronted || firstFiniteIndex(wordsIn(fronted)) < 0) return null;
  const { pieces, isHearsay } = withoutHearsaySoll(inIndicative(fronted, isAttributed));
  return { pieces: withoutDanglingMarks(pieces), isHearsay };
}

function withoutDanglingMarks(pieces: readonly GermanPiece[]): GermanPiece[] {
  let end = pieces.length;
  while (end > 0 && /^[,;:–.-]$/.test(pieces[end - 1]?.text ?? "")) end--;
  return pieces.slice(0, end);
}

/** In the order in which the sentence says them, by the last word of each. */
function orderedByPlace(statements: readonly Statement[]): Statement[] {
  const place = ({ pieces }: Statement) =>
    pieces.reduce((latest, { word }) => Math.max(latest, word.start), 0);
  return [...statements].sort((one, other) => place(one) - place(other));
}
