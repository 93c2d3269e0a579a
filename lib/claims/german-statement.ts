import type { Clause } from "@/lib/claims/german-clauses";
import { ownFiniteIndex, splitClauses } from "@/lib/claims/german-clauses";
import type { GermanPiece } from "@/lib/claims/german-pieces";
import { wordsIn } from "@/lib/claims/german-pieces";
import type { Word } from "@/lib/claims/tag-german-words";

/** What a German sentence states, or a part of it that stands by itself, with its clauses. */
export interface GermanStatement {
  readonly pieces: readonly GermanPiece[];
  readonly words: readonly Word[];
  readonly clauses: readonly Clause[];
}

/**
 * One way to take a statement apart, for one grammatical pattern. Gives every place where it can cut, each as the
 * statements that come out; whether they are sound is judged by the caller, cut by cut.
 */
export type Cut = (statement: GermanStatement) => Iterable<readonly (readonly GermanPiece[])[]>;

export function statementFrom(pieces: readonly GermanPiece[]): GermanStatement {
  const words = wordsIn(pieces);
  return { pieces, words, clauses: splitClauses(words) };
}

/** A clause as a statement of its own, with the clauses inside it. */
export const piecesOfClause = ({ pieces }: GermanStatement, { from, to }: Clause): GermanPiece[] =>
  pieces.slice(from, to);

/** The statement without one of its clauses and the commas that part it from its neighbours. */
export function withoutClause({ pieces, clauses }: GermanStatement, clause: Clause): GermanPiece[] {
  const from =
    clause.from > 0 && pieces[clause.from - 1]?.word.kind === "mark" ? clause.from - 1 : clause.from;
  const closes = pieces[clause.to]?.word.kind === "mark" && clause.to < pieces.length;
  const isBeforeClause = clauses.some(({ clauses: inner }) =>
    inner.some((other) => other.from === clause.to + 1),
  );
  const to =
    closes && !isBeforeClause && !/^[“”"«)]$/.test(pieces[clause.to]?.text ?? "") ? clause.to + 1 : clause.to;
  return [...pieces.slice(0, from), ...pieces.slice(to)];
}

/** Index of the finite verb of the first main clause, or -1. */
export function verbOf({ words, clauses }: GermanStatement): number {
  const [main] = clauses;
  return main ? ownFiniteIndex(words, main) : -1;
}

/** Indices of the words of the main clause that stand in no clause inside it, in no quotation and no bracket. */
export function ownIndices({ words, clauses }: GermanStatement): number[] {
  const nested = clauses.flatMap((clause) => clause.clauses);
  const indices: number[] = [];
  let depth = 0;
  let inner = 0;
  for (let at = 0; at < words.length; at++) {
    const text = words[at]?.text ?? "";
    if (/^[(„»‚[]$/.test(text)) depth++;
    while (nested[inner] && at >= (nested[inner]?.to ?? 0)) inner++;
    if (depth === 0 && at < (nested[inner]?.from ?? words.length)) indices.push(at);
    if (/^[)“«‘\]]$/.test(text)) depth = Math.max(0, depth - 1);
  }
  return indices;
}
