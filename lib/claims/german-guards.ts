import { splitClauses } from "@/lib/claims/german-clauses";
import { firstFiniteIndex } from "@/lib/claims/german-finite-verbs";
import { canBeSubject, constituentEnd } from "@/lib/claims/german-phrases";
import type { GermanPiece } from "@/lib/claims/german-pieces";
import { wordsIn } from "@/lib/claims/german-pieces";
import { finiteForm } from "@/lib/claims/german-verbs";
import { isNegation } from "@/lib/claims/negation";
import type { Word } from "@/lib/claims/tag-german-words";

/* What a statement must have to be shown by itself, and what a cut must not lose. */

/** Whether the parts of a statement are each a sentence and together say all that it says. */
export function isSoundCut(
  statement: readonly GermanPiece[],
  parts: readonly (readonly GermanPiece[])[],
): boolean {
  return (
    parts.length > 1 &&
    parts.every(
      (part) =>
        isClean(part) &&
        hasSubject(part) &&
        keepsVerbBracket(statement, part) &&
        keepsDashes(statement, part),
    ) &&
    keepsContent(wordsIn(statement), parts)
  );
}

/** A phrase that can be the subject stands in front of the verb or behind it. */
function hasSubject(pieces: readonly GermanPiece[]): boolean {
  const words = wordsIn(pieces);
  const verb = firstFiniteIndex(words);
  if (canBeSubject(words, 0, verb) || !/^(?:adverb|preposition)$/.test(words[0]?.tag ?? "")) return true;
  return words.some(
    ({ tag }, at) => at > verb && SUBJECT_STARTS.has(tag) && canBeSubject(words, at, words.length),
  );
}
const SUBJECT_STARTS = new Set(["noun", "determiner", "pronoun", "number", "adjective", "adverb"]);

const NEVER_LAST = new Set(["determiner", "preposition", "coordinator", "subordinator"]);

/** A wording needs a verb that is neither its first word nor followed by "und", whole brackets and quotes, and an end that closes. */
export function isClean(pieces: readonly GermanPiece[]): boolean {
  const words = wordsIn(withoutMarksAtEnds(pieces));
  const last = words.at(-1);
  const verb = firstFiniteIndex(words);
  if (!last || words.length < 3 || verb < 1) return false;
  if ((NEVER_LAST.has(last.tag) && !isParticle(last)) || words[0]?.tag === "subordinator") return false;
  if (words[verb + 1]?.tag === "coordinator" || words[verb - 1]?.lower === "zu") return false;
  if (verb === words.length - 1 && !canBeSubject(words, 0, verb)) return false;
  if (verb === words.length - 1 && constituentEnd(words, 0, verb) !== verb) return false;
  return (
    areMarksPaired(pieces) &&
    !hasTwoVerbs(words) &&
    !pieces.some(({ text }, at) => text === "," && pieces[at + 1]?.text === ",")
  );
}

/** "fing … an": a separable verb leaves a word behind that may look like a preposition. */
const isParticle = ({ lower }: Word) =>
  /^(?:ab|an|auf|aus|bei|durch|ein|mit|nach|um|unter|vor|zu|über|hin)$/.test(lower);

/** Without a comma between them two finite auxiliaries stand in one clause only where a cut went wrong. */
function hasTwoVerbs(words: readonly Word[]): boolean {
  const [main] = splitClauses(words);
  if (!main) return true;
  let verbs = 0;
  for (let at = main.from; at < main.to; at++) {
    const isNested = main.clauses.some(({ from, to }) => at >= from && at < to);
    const word = words[at];
    if (word?.text === "," || word?.tag === "coordinator" || /^[“”"«:;]$/.test(word?.text ?? "")) verbs = 0;
    if (!isNested && word?.tag === "finite" && AUXILIARY.test(word.lower)) verbs++;
    if (verbs > 1) return true;
  }
  return false;
}
const AUXILIARY = /^(?:ist|sind|war|hat|hatte|wird|wurde|kann|muss|soll|will|darf)$/;

function withoutMarksAtEnds(pieces: readonly GermanPiece[]): readonly GermanPiece[] {
  let end = pieces.length;
  while (end > 0 && /^[,;:–.-]$/.test(pieces[end - 1]?.text ?? "")) end--;
  let from = 0;
  while (from < end && (pieces[from]?.word.tag === "coordinator" || pieces[from]?.text === ",")) from++;
  return pieces.slice(from, end);
}

function areMarksPaired(pieces: readonly GermanPiece[]): boolean {
  const count = (pattern: RegExp) => pieces.filter(({ text }) => pattern.test(text)).length;
  return count(/^\($/) === count(/^\)$/) && count(/^["“”„»«]$/) % 2 === 0;
}

/** "in Musterheim – einem Stadtteil – durch": of two dashes none is left alone. */
const keepsDashes = (statement: readonly GermanPiece[], part: readonly GermanPiece[]) =>
  dashesIn(statement) % 2 === 1 || dashesIn(part) % 2 === 0;

const dashesIn = (pieces: readonly GermanPiece[]) =>
  pieces.filter(({ text, word }) => /^[–—-]$/.test(text) && word.hasSpaceBefore).length;

/** "wird … gebaut": where the statement has the second half of its verb, a part with the same verb has it too. */
function keepsVerbBracket(statement: readonly GermanPiece[], part: readonly GermanPiece[]): boolean {
  const words = wordsIn(part);
  const finite = words[firstFiniteIndex(words)];
  if (!finite) return true;
  const particle = particleOf(wordsIn(statement), finite);
  if (particle && !words.some(({ start }) => start === particle.start)) return false;
  if (!/^(?:werden|können|müssen|sollen|wollen|dürfen)$/.test(finite.finite?.lemma ?? "")) return true;
  const all = wordsIn(statement);
  const isSame = all[firstFiniteIndex(all)]?.start === finite.start;
  return !isSame || !all.some(isSecondHalf) || words.some(isSecondHalf);
}

/** "lehnt … ab": the particle that closes the clause of a finite verb. */
function particleOf(words: readonly Word[], finite: Word): Word | null {
  const verb = words.findIndex(({ start }) => start === finite.start);
  for (let at = verb + 1; verb >= 0 && at < words.length; at++) {
    const word = words[at];
    if (word?.fine === "PTKVZ") return word;
    if (word?.text === "," || (word?.tag === "finite" && finiteForm(word.lower) !== null)) return null;
  }
  return null;
}

const isSecondHalf = ({ tag }: Word) => tag === "participle" || tag === "infinitive";

/** No number, name, noun or negation of the statement may be missing from its parts. */
export function keepsContent(words: readonly Word[], parts: readonly (readonly GermanPiece[])[]): boolean {
  const kept = new Set(parts.flatMap((pieces) => pieces.map(({ word }) => word.start)));
  return words.every((word) => kept.has(word.start) || !isContent(word));
}

const isContent = ({ tag, lower }: Word) =>
  tag === "number" || (tag === "noun" && lower !== "tatsache") || isNegation(lower);
