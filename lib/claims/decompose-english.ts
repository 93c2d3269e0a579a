import type { SentenceSpeech } from "@/lib/claims/attribute-sentences";
import type { Statement } from "@/lib/claims/decompose-german";
import { appositions, superlatives } from "@/lib/claims/english-appositions";
import type { Cut } from "@/lib/claims/english-clauses";
import {
  atRemovedFrames,
  atSemicolons,
  contrastedClauses,
  coordinatedClauses,
  listedClauses,
  precedingClauses,
  repeatedThat,
  withCause,
  withoutOpener,
} from "@/lib/claims/english-clauses";
import {
  coordinatedObjects,
  coordinatedSubjects,
  coordinatedVerbs,
  includedThings,
} from "@/lib/claims/english-coordination";
import { withoutHearsay } from "@/lib/claims/english-hearsay";
import {
  earlierDeeds,
  openingParticiple,
  participleAdditions,
  reducedParticiple,
  resultParticiples,
} from "@/lib/claims/english-participles";
import { parseClause, skipAdverbs } from "@/lib/claims/english-phrases";
import { datedClauses, relativeClauses } from "@/lib/claims/english-relative-clauses";
import {
  fineTag,
  isBreak,
  isCoordinator,
  isDeterminer,
  isFiniteAt,
  isNoun,
  isNumber,
  isRelative,
} from "@/lib/claims/english-words";
import { isNegation } from "@/lib/claims/negation";
import type { Word } from "@/lib/claims/tag-german-words";
import { pieceOf } from "@/lib/claims/wording";

/** Longer sentences are taken as they are: nobody writes them, and taking them apart would cost time. */
const MOST_WORDS = 120;
const MOST_STATEMENTS = 24;

type Rule = (words: readonly Word[]) => Iterable<Cut>;

/** From the outside in: clauses, what is set off by commas, then parts of one clause. */
const RULES: readonly Rule[] = [
  atSemicolons,
  atRemovedFrames,
  openingParticiple,
  contrastedClauses,
  repeatedThat,
  listedClauses,
  coordinatedClauses,
  relativeClauses,
  datedClauses,
  appositions,
  superlatives,
  participleAdditions,
  resultParticiples,
  precedingClauses,
  earlierDeeds,
  includedThings,
  coordinatedVerbs,
  coordinatedSubjects,
  coordinatedObjects,
];

/**
 * Takes what an English sentence says apart into statements. `words` is the content without its attribution. Each cut
 * is taken or left by itself: where a part could not be worded cleanly, or a number, noun, verb or negation would be
 * lost, the clause stays whole. Null where even the content is no clean statement: then the sentence stands for itself.
 */
export function decomposeEnglish(
  words: readonly Word[],
  { isQuoted = false }: { isQuoted?: boolean } = {},
): Statement[] | null {
  if (words.length > MOST_WORDS || words.at(-1)?.text === "?") return null;
  const clause = withoutOpener(withoutOpeningThat(words));
  if (!isReadable(clause))
    return isQuoted && clause.length > 3
      ? [{ pieces: clause.map((word) => pieceOf(word)), isHearsay: false }]
      : null;
  const statements = takenApart(clause, { left: MOST_STATEMENTS }).flatMap((statement) => {
    const parts = withCause(statement);
    return parts.every(isClean) ? parts : [statement];
  });
  return statements.map((statement) => {
    const { words: stated, isHearsay } = withoutHearsay(statement);
    return { pieces: stated.map((word) => pieceOf(word)), isHearsay };
  });
}

const ADDITIONS: readonly Rule[] = [relativeClauses, appositions, participleAdditions, reducedParticiple];

/** What the words around somebody's speech say of him: "Jane Roe, the mayor of Exham, said …". */
export function backgroundOf(words: readonly Word[], speech: SentenceSpeech): Statement[] {
  if (speech.mode === "reported" || speech.frame || !speech.speakerRange || words.length > MOST_WORDS)
    return [];
  const { from } = speech.speakerRange;
  const before = clauseBefore(words, speech);
  const next = speech.content.find((range) => range.from > from)?.from ?? words.length;
  const statements: (readonly Word[])[] = [];
  let host: readonly Word[] = withoutDanglingMarks(
    words.slice(from, next).filter(({ text }) => !/^["“”.]$/.test(text)),
  );
  for (let tries = 0; tries < 3; tries++) {
    const cut = ADDITIONS.flatMap((rule) => [...rule(host)]).find((parts) => isClean(parts[1] ?? []));
    if (!cut?.[0] || !cut[1]) break;
    statements.push(...takenApart(cut[1], { left: MOST_STATEMENTS }));
    host = cut[0];
  }
  return [...before, ...statements].map((statement) => ({
    pieces: statement.map((word) => pieceOf(word)),
    isHearsay: false,
  }));
}

/** "The sister pleaded with him, but he replied: …": the author's clause in front of the frame. */
function clauseBefore(
  words: readonly Word[],
  { speakerRange, cue, content }: SentenceSpeech,
): (readonly Word[])[] {
  const frame = Math.min(speakerRange?.from ?? 0, cue?.from ?? 0);
  if (content.some(({ from }) => from < frame)) return [];
  let end = frame;
  while (end > 0 && (isCoordinator(words[end - 1]) || isBreak(words[end - 1]))) end--;
  const clause = withoutOpener(words.slice(0, end));
  return end < frame && isClean(clause) ? takenApart(clause, { left: MOST_STATEMENTS }) : [];
}

const withoutOpeningThat = (words: readonly Word[]) =>
  words[0]?.lower === "that" && parseClause(words.slice(1)) ? words.slice(1) : words;

/** Without one of these nothing can be cut, and the rules need not be asked. */
const JOINTS =
  /^(?:[,;–—-]|and|but|yet|so|that|who|whom|whose|which|where|when|while|whilst|although|though|whereas|after|including|as)$/;

function takenApart(words: readonly Word[], budget: { left: number }): (readonly Word[])[] {
  if (!words.some(({ lower }) => JOINTS.test(lower))) return [words];
  for (const rule of RULES)
    for (const cut of rule(words)) {
      if (budget.left < cut.length) return [words];
      const parts = cut.map((part) => withoutDanglingMarks(withoutOpener(part)));
      if (!isAcceptable(words, parts)) continue;
      budget.left -= cut.length - 1;
      return parts.flatMap((part) => takenApart(part, budget));
    }
  return [words];
}

// ---- safeguards ----------------------------------------------------------------------------------------------

function isAcceptable(words: readonly Word[], parts: Cut): boolean {
  return parts.every((part) => part.length < words.length && isClean(part)) && keepsContent(words, parts);
}

/** A wording needs a subject and its verb, whole brackets and quotes, and an end that closes. */
function isClean(words: readonly Word[]): boolean {
  const parsed = parseClause(words);
  if (!parsed || words.length < 2 || !isReadable(words)) return false;
  const next = words[parsed.verb.to];
  const isLinking = /^(?:is|are|was|were|be|been|has|have|had|['’](?:s|re|m|ve))$/.test(
    words[parsed.verb.main]?.lower ?? "",
  );
  return (
    !(isLinking && next === undefined) &&
    !(isCoordinator(next) && !goesOn(words, parsed.verb.to + 1)) &&
    !isBreak(words.at(-1)) &&
    !(fineTag(words.at(-1)) === "JJ" && isDeterminer(words.at(-2))) &&
    !words.some(({ text }) => text === ";") &&
    hasVerbInEveryClause(words, parsed.verb.to)
  );
}

/** "designed and built a bridge", "was closed and the road was blocked": behind "and" stands a verb or a clause. */
const goesOn = (words: readonly Word[], at: number) =>
  /^VB/.test(fineTag(words[skipAdverbs(words, at)])) || parseClause(words.slice(at)) !== null;

/** "It is reasonable to assume that pregnant women": a clause was opened and has no verb. */
function hasVerbInEveryClause(words: readonly Word[], from: number): boolean {
  const opener = words.findLastIndex(
    (word, at) =>
      at >= from &&
      (/^(?:who|which|whose|because|although|though|whether|if)$/.test(word.lower) ||
        (word.lower === "that" && /^(?:IN|WDT)$/.test(fineTag(word)))),
  );
  return opener < 0 || words.some((_word, at) => at > opener && isFiniteAt(words, at));
}

const NEVER_LAST =
  /^(?:a|an|the|and|or|but|of|in|at|on|by|for|with|from|to|that|which|who|whose|as|than|into)$/;
const NEVER_FIRST = /^(?:and|or|nor|that|which|whose|whom|because|if|unless|whether|as|than|of)$/;

function isReadable(words: readonly Word[]): boolean {
  const hasVerb = words.some((_word, at) => at > 0 && isFiniteAt(words, at));
  const last = words.at(-1)?.lower ?? "";
  const count = (pattern: RegExp) => words.filter(({ text }) => pattern.test(text)).length;
  return (
    hasVerb &&
    !NEVER_LAST.test(last) &&
    !NEVER_FIRST.test(words[0]?.lower ?? "") &&
    !isBreak(words[0]) &&
    count(/^\($/) === count(/^\)$/) &&
    count(/^["“”]$/) % 2 === 0 &&
    !words.some((word, at) => isBreak(word) && isBreak(words[at + 1]))
  );
}

function withoutDanglingMarks(words: readonly Word[]): readonly Word[] {
  let end = words.length;
  while (end > 0 && /^[,;:–—-]$/.test(words[end - 1]?.text ?? "")) end--;
  return words.slice(0, end);
}

/** No number, name, noun, verb, adjective or negation of the clause may be missing from its statements. */
function keepsContent(words: readonly Word[], parts: Cut): boolean {
  const kept = new Set(parts.flatMap((part) => part.map(({ start }) => start)));
  return words.every((word) => kept.has(word.start) || !isContent(word));
}

const isContent = (word: Word) =>
  !isRelative(word) &&
  (isNumber(word) ||
    isNegation(word.lower) ||
    (isNoun(word) && word.kind !== "mark") ||
    (/^(?:VB|JJ)/.test(fineTag(word)) && word.lower !== "such" && word.lower !== "including"));
