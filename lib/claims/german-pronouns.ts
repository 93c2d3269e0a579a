import { firstFiniteIndex } from "@/lib/claims/german-finite-verbs";
import { canBeSubject, nounPhraseEnd } from "@/lib/claims/german-phrases";
import type { GermanPiece } from "@/lib/claims/german-pieces";
import { wordsIn } from "@/lib/claims/german-pieces";
import type { Word } from "@/lib/claims/tag-german-words";

/* Names what a pronoun at the beginning of a statement stands for. */

/** "Die Insel ist klein, und sie hat keinen Hafen": the pronoun is named by the subject of the statement before. */
export function withPronounsNamed(
  statements: readonly (readonly GermanPiece[])[],
): (readonly GermanPiece[])[] {
  const named: (readonly GermanPiece[])[] = [];
  for (const statement of statements) named.push(withSubjectNamed(statement, named.at(-1)));
  return named;
}

function withSubjectNamed(
  statement: readonly GermanPiece[],
  before: readonly GermanPiece[] | undefined,
): readonly GermanPiece[] {
  const at = statement[0]?.word.tag === "coordinator" ? 1 : 0;
  const pronoun = statement[at];
  const verb = statement[at + 1]?.word;
  if (!pronoun || verb?.tag !== "finite" || !before || pronoun.word.tag !== "pronoun") return statement;
  const verbBefore = firstFiniteIndex(wordsIn(before));
  const subject = before.slice(0, Math.max(0, verbBefore));
  if (before[verbBefore]?.word.finite?.isPlural !== verb.finite?.isPlural) return statement;
  if (!agrees(pronoun.word.lower, wordsIn(subject), verb)) return statement;
  return [...subject, ...statement.slice(at + 1)];
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
