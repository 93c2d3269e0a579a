import type { SentenceSpeech } from "@/lib/claims/attribute-sentences";
import { canMean, isPersonName } from "@/lib/claims/english-clauses";
import { parseClause } from "@/lib/claims/english-phrases";
import { inside, isName, isNoun, isNumber, isPronoun } from "@/lib/claims/english-words";
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
  if (!canMean(pronoun, named, content)) return content;
  return [...inFront, ...(from === 0 ? named : inside(named)), ...content.slice(to)];
}

/** "He", "she", "it" or "they" at the start of a sentence is the subject of the sentence before, where nothing else fits. */
export function withSubjectFromBefore(words: readonly Word[], before: readonly Word[]): readonly Word[] {
  const pronoun = words[0];
  const parsed =
    pronoun && isPronoun(pronoun) && parseClause(words)?.subject.to === 1 ? parseClause(before) : null;
  if (!pronoun || !parsed) return words;
  const named = before.slice(parsed.subject.from, parsed.subject.to);
  const others = before.slice(parsed.verb.to);
  const hasRival = /^(?:he|she)$/.test(pronoun.lower)
    ? others.some((word, at) => isName(word) && isName(others[at + 1]))
    : pronoun.lower === "they" && others.some((word) => /^NNP?S$/.test(word.fine ?? "") && !isNumber(word));
  if (hasRival || named.length > LONGEST_NAME || !canMean(pronoun, named, words)) return words;
  if (pronoun.lower === "it" && !isPersonName(named) && others.some((word) => isNoun(word) && isName(word)))
    return words;
  // The words stand in another sentence: they are shown, and the pronoun is their place in this one.
  return [...named.map((word) => ({ ...word, start: pronoun.start, end: pronoun.end })), ...words.slice(1)];
}

const LONGEST_NAME = 6;
