import { agreementsOf, inCase } from "@/lib/claims/german-case";
import { firstFiniteIndex } from "@/lib/claims/german-finite-verbs";
import { canBeSubject, nounPhraseEnd } from "@/lib/claims/german-phrases";
import type { GermanPiece } from "@/lib/claims/german-pieces";
import { wordsIn } from "@/lib/claims/german-pieces";
import { genderOfGivenName } from "@/lib/claims/given-names";
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

const LONGEST_NAME = 6;

/**
 * "Der Fahrer flüchtete. Er wurde am Sonntag gefasst.": "er" or "sie" at the start of a sentence is the subject of the
 * sentence before, where nobody and nothing else there can be meant. Its words take the place of the pronoun.
 */
export function withSubjectFromBefore(words: readonly Word[], before: readonly Word[]): readonly Word[] {
  const [pronoun, verb] = words;
  const verbBefore = firstFiniteIndex(before);
  const named = before.slice(0, Math.max(0, verbBefore));
  if (
    !pronoun ||
    !/^(?:er|sie)$/.test(pronoun.lower) ||
    verb?.tag !== "finite" ||
    verb.finite?.isPlural !== false
  )
    return words;
  if (before[verbBefore]?.finite?.isPlural !== false || named.length > LONGEST_NAME) return words;
  if (!canBeSubject(named, 0, named.length) || nounPhraseEnd(named, 0, named.length) !== named.length)
    return words;
  if (!canMean(pronoun.lower, named) || hasRival(pronoun.lower, before.slice(verbBefore + 1))) return words;
  const subject = inCase(named, {
    to: "nominative",
    agreement: pronoun.lower === "er" ? "m" : "f",
    isDefinite: true,
  });
  return subject
    ? [
        ...subject.map(({ word, text }, at) => ({
          ...word,
          text: at === 0 ? capitalised(text) : text,
          start: pronoun.start,
          end: pronoun.end,
        })),
        ...words.slice(1),
      ]
    : words;
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** A person by a given name of that gender, or a noun whose article has it. */
function canMean(pronoun: string, named: readonly Word[]): boolean {
  const gender = named.map(({ text }) => genderOfGivenName(text)).find((found) => found !== null);
  if (gender) return gender === (pronoun === "er" ? "m" : "f");
  const [first] = named;
  if (first?.tag !== "determiner") return false;
  return pronoun === "er"
    ? /^(?:der|ein|dieser)$/.test(first.lower) &&
        agreementsOf(named, undefined).includes("m") &&
        first.lower !== "ein"
    : /^(?:die|eine|diese)$/.test(first.lower) && agreementsOf(named, undefined).includes("f");
}

/** Another name, or a phrase with an article that the pronoun could stand for. */
function hasRival(pronoun: string, rest: readonly Word[]): boolean {
  const articles =
    pronoun === "er" ? /^(?:der|den|dem|einen|einem|beim|vom|zum)$/ : /^(?:die|der|eine|einer|zur)$/;
  return rest.some(
    (word, at) =>
      (word.tag === "noun" && rest[at + 1]?.tag === "noun") ||
      (articles.test(word.lower) && word.tag !== "pronoun") ||
      genderOfGivenName(word.text) !== null,
  );
}
