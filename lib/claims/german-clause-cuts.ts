import { numberOf } from "@/lib/claims/german-case";
import type { Clause } from "@/lib/claims/german-clauses";
import { ownFiniteIndex } from "@/lib/claims/german-clauses";
import { finalFiniteIndex, firstFiniteIndex } from "@/lib/claims/german-finite-verbs";
import { canBeSubject, nounPhraseEnd } from "@/lib/claims/german-phrases";
import type { GermanPiece } from "@/lib/claims/german-pieces";
import { piecesOf } from "@/lib/claims/german-pieces";
import type { VerbFinalPart } from "@/lib/claims/german-relatives";
import { relativeStatements, verbFinalParts } from "@/lib/claims/german-relatives";
import type { Cut, GermanStatement } from "@/lib/claims/german-statement";
import { piecesOfClause, withoutClause } from "@/lib/claims/german-statement";
import { finalVerbOf, frontFirstConstituent, verbBehind, verbSecond } from "@/lib/claims/german-verb-second";
import type { Word } from "@/lib/claims/tag-german-words";

/* Cuts between the clauses of a German sentence. */

/** "Der Damm brach, und das Wasser stieg": one statement for each main clause. */
export const cutMainClauses: Cut = function* ({ pieces, clauses }) {
  for (const [at, clause] of clauses.entries()) {
    const next = clauses[at + 1];
    if (next) yield [pieces.slice(0, clause.to), pieces.slice(next.from)];
  }
};

/** "Die Brücke, die 1912 gebaut wurde, ist gesperrt." */
export const cutRelativeClauses: Cut = function* (statement) {
  for (const main of statement.clauses) {
    if (isCleft(statement.words, main)) continue;
    for (const clause of relativesIn(main)) {
      const statements = relativeStatements({
        before: wordsBefore(statement.words, main, clause),
        words: statement.words.slice(clause.from, clause.to),
        clauses: shifted(clause),
      });
      if (statements) yield [withoutClause(statement, clause), ...statements];
    }
  }
};

/** Relative clauses of the main clause itself and of an infinitive in it. */
const relativesIn = ({ clauses }: Clause): Clause[] =>
  clauses.flatMap((clause) =>
    clause.kind === "relative" ? [clause] : clause.kind === "infinitive" ? relativesIn(clause) : [],
  );

/** "Es war der Minister, der …": the clause is the predicate. */
const isCleft = (words: readonly Word[], main: Clause) =>
  /^(?:es|das)$/.test(words[main.from]?.lower ?? "") &&
  words[ownFiniteIndex(words, main)]?.finite?.lemma === "sein";

/** The words of the main clause in front of a clause inside it, without the clauses that end before. */
function wordsBefore(words: readonly Word[], main: Clause, clause: Clause): Word[] {
  const before: Word[] = [];
  let from = main.from;
  for (const earlier of main.clauses) {
    if (earlier.to >= clause.from) break;
    before.push(...words.slice(from, earlier.from - 1));
    from = words[earlier.to]?.text === "," ? earlier.to + 1 : earlier.to;
  }
  return [...before, ...words.slice(from, clause.from - 1)];
}

/** The clauses inside a clause, in indices of its own words. */
const shifted = ({ from, clauses }: Clause): Clause[] =>
  clauses.map((inner) => ({ ...inner, from: inner.from - from, to: inner.to - from, clauses: [] }));

/** Subordinators whose clause states something by itself, whatever the main clause says. */
const STATING = new Set([
  "während",
  "obwohl",
  "obgleich",
  "sodass",
  "wohingegen",
  "nachdem",
  "als",
  "wobei",
  "wodurch",
  "womit",
  "woraufhin",
  "wogegen",
  "weshalb",
]);

/** "Während das Museum schließt, öffnet der Zoo." */
export const cutSubordinateClauses: Cut = function* (statement) {
  for (const main of statement.clauses) {
    for (const clause of main.clauses) {
      const statements =
        clause.kind === "subordinate" ? subordinateStatements(statement.words, clause) : null;
      if (!statements) continue;
      const rest = withoutClause(statement, clause);
      const others = clause.from <= main.from + 1 ? frontFirstConstituent(rest) : rest;
      if (others) yield clause.from <= main.from + 1 ? [...statements, others] : [others, ...statements];
    }
  }
};

function subordinateStatements(words: readonly Word[], clause: Clause): GermanPiece[][] | null {
  const own = words.slice(clause.from, clause.to);
  const from = own[0]?.tag === "coordinator" ? 1 : 0;
  const isSplit = own[from]?.lower === "so" && own[from + 1]?.lower === "dass";
  const subordinator = own[from]?.lower ?? "";
  if (!isSplit && !STATING.has(subordinator)) return null;
  return clauseStatements(words, clause, isSplit ? from + 2 : from + 1);
}

/**
 * "Die Brücke wurde gesperrt, weil ein Pfeiler Risse hatte": what the reason states by itself, besides the sentence,
 * which alone says that it is the reason.
 */
export function reasonsIn(statement: GermanStatement): GermanPiece[][] {
  return statement.clauses.flatMap((main) =>
    main.clauses.flatMap((clause) => {
      const opener = statement.words[clause.from];
      const isReason = clause.kind === "subordinate" && /^(?:weil|da)$/.test(opener?.lower ?? "");
      return (isReason && clauseStatements(statement.words, clause, 1)) || [];
    }),
  );
}

/**
 * The statements of a verb-final clause behind its subordinator: "dass der Damm brach und das Wasser stieg". Null where
 * its verb can't be put second.
 */
export function clauseStatements(
  words: readonly Word[],
  clause: Clause,
  opener: number,
): GermanPiece[][] | null {
  const own = words.slice(clause.from, clause.to);
  const adverb = ADVERB_FOR[own[opener - 1]?.lower ?? ""];
  const statements: GermanPiece[][] = [];
  for (const whole of verbFinalParts(own, opener, shifted(clause))) {
    const part = withoutOpeningDass(whole);
    const subject = statements[0] ? subjectOfStatement(statements[0]) : null;
    const statement =
      adverb && statements.length === 0
        ? adverbFirst(own[opener - 1], adverb, part.words, part.clauses)
        : subject && part === whole && !hasSubject(part.words)
          ? withSubject(subject, part.words, part.clauses)
          : verbSecond(part.words, part.clauses);
    if (!statement) return null;
    statements.push(statement);
  }
  return statements;
}

/** "(dass der Damm alt ist und) dass die Pumpen laufen" */
function withoutOpeningDass(part: VerbFinalPart): VerbFinalPart {
  if (!/^da(?:ss|ß)$/.test(part.words[0]?.lower ?? "")) return part;
  return {
    words: part.words.slice(1),
    clauses: part.clauses.map((inner) => ({ ...inner, from: inner.from - 1, to: inner.to - 1 })),
  };
}

/** "wobei vier Menschen starben" → "Dabei starben vier Menschen." */
const ADVERB_FOR: Record<string, string> = {
  wobei: "Dabei",
  wodurch: "Dadurch",
  womit: "Damit",
  woraufhin: "Daraufhin",
  wogegen: "Dagegen",
  weshalb: "Deshalb",
};

function adverbFirst(
  opener: Word | undefined,
  adverb: string,
  words: readonly Word[],
  clauses: readonly Clause[],
): GermanPiece[] | null {
  const found = finalVerbOf(words, clauses);
  if (!found || !opener) return null;
  const front: Word = { ...opener, text: adverb, lower: adverb.toLowerCase(), tag: "adverb", finite: null };
  const rest = [...words.slice(0, found.verb), ...words.slice(found.verb + 1)];
  return verbBehind(piecesOf([front]), found.finite, rest, found.verb);
}

function subjectOfStatement(statement: readonly GermanPiece[]): readonly GermanPiece[] {
  return statement.slice(
    0,
    Math.max(
      0,
      statement.findIndex(({ word }) => word.tag === "finite"),
    ),
  );
}

/** The clause opens with a phrase that can be its subject, by case and number. */
function hasSubject(words: readonly Word[]): boolean {
  if (!canBeSubject(words, 0, words.length)) return false;
  const isPlural = words[finalFiniteIndex(words)]?.finite?.isPlural;
  const number =
    words[0]?.tag === "pronoun" ? null : numberOf(words.slice(0, nounPhraseEnd(words, 0, words.length)));
  return number === null || (number === "plural") === isPlural;
}

function withSubject(
  subject: readonly GermanPiece[],
  words: readonly Word[],
  clauses: readonly Clause[],
): GermanPiece[] | null {
  const found = finalVerbOf(words, clauses);
  if (!found) return null;
  return verbBehind(
    subject,
    found.finite,
    [...words.slice(0, found.verb), ...words.slice(found.verb + 1)],
    found.verb,
  );
}

/** "Die Einheit – das Land hat 200 Soldaten geschickt – erreichte das Gebiet." */
export const cutParentheses: Cut = function* (statement) {
  for (const main of statement.clauses) {
    for (const clause of main.clauses) {
      if (
        clause.kind === "parenthesis" &&
        firstFiniteIndex(statement.words.slice(clause.from, clause.to)) > 0
      )
        yield [withoutClause(statement, clause), piecesOfClause(statement, clause)];
    }
  }
};

/** "Hinzu kommt, dass …": the frame says nothing of its own. */
const EMPTY_FRAME =
  /^(?:(?:allerdings|zudem|außerdem|dabei)?(?:hinzu)?(?:kommt|kam)(?:es)?(?:noch|allerdings|zudem|jedoch|auch)?(?:hinzu)?|fest(?:steht|stand)|klarist|bekanntist|tatsacheist|esstehtfest|esistso)$/;

/** What a sentence states behind "Hinzu kommt, dass", or behind an opening "dass"; null where it has neither. */
export function contentOfDass(statement: GermanStatement): GermanPiece[][] | null {
  const [main, ...others] = statement.clauses;
  const [clause] = main?.clauses ?? [];
  if (
    !main ||
    !clause ||
    clause.kind !== "subordinate" ||
    !/^da(?:ss|ß)$/.test(statement.words[clause.from]?.lower ?? "")
  )
    return null;
  const frame = statement.words
    .slice(main.from, Math.max(main.from, clause.from - 1))
    .map(({ lower }) => lower)
    .join("");
  if (frame !== "" && !EMPTY_FRAME.test(frame)) return null;
  const statements: GermanPiece[][] = [];
  for (const one of main.clauses) {
    const from = statement.words[one.from]?.tag === "coordinator" ? 2 : 1;
    const isDass = /^da(?:ss|ß)$/.test(statement.words[one.from + from - 1]?.lower ?? "");
    const stated = isDass ? clauseStatements(statement.words, one, from) : null;
    if (!stated) return null;
    statements.push(...stated);
  }
  const isWhole = main.to === main.clauses.at(-1)?.to;
  return isWhole ? [...statements, ...others.map((other) => piecesOfClause(statement, other))] : null;
}
