import type { SentenceSpeech } from "@/lib/claims/attribute-sentences";
import { canMean } from "@/lib/claims/english-clauses";
import { parseClause } from "@/lib/claims/english-phrases";
import { fineTag, inside, isName, isNoun, isPronoun } from "@/lib/claims/english-words";
import { genderOfGivenName } from "@/lib/claims/given-names";
import type { Word } from "@/lib/claims/tag-german-words";

/** "The company said it regretted the accident": the pronoun that opens the speech is the speaker, where only he fits. */
export function withSpeakerNamed(
  content: readonly Word[],
  words: readonly Word[],
  { speakerRange, mode }: SentenceSpeech,
): readonly Word[] {
  const parsed = mode === "indirect" && speakerRange ? parseClause(content) : null;
  if (!parsed || !speakerRange) return content;
  const { from, to } = parsed.subject;
  const pronoun = content[from];
  const named = words.slice(speakerRange.from, speakerRange.to);
  const inFront = content.slice(0, from);
  if (!pronoun || to - from !== 1 || !isPronoun(pronoun) || inFront.some(isNoun)) return content;
  if (!canMean(pronoun, named, content) || hasOtherGender(pronoun, named)) return content;
  return [...inFront, ...(from === 0 ? named : inside(named)), ...content.slice(to)];
}

const LONGEST_NAME = 6;

/**
 * "He", "she" or "they" at the start of a sentence is the subject of the sentence before, where nobody else there can
 * be meant. "It" is left alone: "The council closed the bridge. It was built in 1936."
 */
export function withSubjectFromBefore(words: readonly Word[], before: readonly Word[]): readonly Word[] {
  const pronoun = words[0];
  if (!pronoun || !/^(?:he|she|they)$/.test(pronoun.lower) || parseClause(words)?.subject.to !== 1)
    return words;
  const parsed = parseClause(before);
  if (!parsed) return words;
  const named = before.slice(parsed.subject.from, parsed.subject.to);
  const others = [...before.slice(0, parsed.subject.from), ...before.slice(parsed.verb.to)];
  const hasRival =
    pronoun.lower === "they"
      ? others.some((word) => /^NNP?S$/.test(fineTag(word)))
      : others.some((word, at) => isName(word) && isName(others[at + 1]));
  if (hasRival || named.length > LONGEST_NAME) return words;
  if (!canMean(pronoun, named, words) || hasOtherGender(pronoun, named)) return words;
  // The name stands in another sentence: in this one its place is that of the pronoun.
  return [...named.map((word) => ({ ...word, start: pronoun.start, end: pronoun.end })), ...words.slice(1)];
}

function hasOtherGender({ lower }: Word, named: readonly Word[]): boolean {
  const gender = named.map(({ text }) => genderOfGivenName(text)).find((found) => found !== null);
  return (lower === "he" && gender === "f") || (lower === "she" && gender === "m");
}
