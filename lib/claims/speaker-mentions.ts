import { nounPhraseEnd } from "@/lib/claims/german-phrases";
import type { Speaker, SpeakerRegistry } from "@/lib/claims/resolve-speakers";
import { remember, speakerOf } from "@/lib/claims/resolve-speakers";
import type { WordRange } from "@/lib/claims/speech-grammar";
import type { SplitQuotation } from "@/lib/claims/split-claims";
import type { Word } from "@/lib/claims/tag-german-words";
import type { Span } from "@/lib/text/span";

/** A speaker and the words that named him last. */
export interface Mention {
  /** Null where the text names nobody, or nobody that is known. */
  readonly speaker: Speaker | null;
  readonly marked: SplitQuotation["speaker"];
}

export const NOBODY: Mention = { speaker: null, marked: null };

/** What has been read so far of who speaks. */
export interface Discourse {
  readonly registry: SpeakerRegistry;
  /** Whose words go on in speech that names nobody. */
  readonly last: Mention;
}

/** A mention in the sentence at hand. */
export interface NamedMention extends Mention {
  readonly range: WordRange;
  readonly apposition: WordRange | null;
}

/** Whom the words name. A pronoun that finds nobody is marked all the same. */
export function mention(
  words: readonly Word[],
  range: WordRange,
  cueLemma: string,
  discourse: Discourse,
): NamedMention {
  const apposition = appositionAt(words, range.to);
  const speaker = speakerOf(antecedent(words, range), {
    apposition: apposition ? words.slice(apposition.from, apposition.to) : [],
    registry: discourse.registry,
    last: discourse.last.speaker,
    isSubject: cueLemma !== "laut" && words[range.from - 1]?.tag !== "preposition",
  });
  if (speaker) remember(speaker, discourse.registry);
  const span = spanOf(words, range);
  const name =
    speaker?.name ??
    words
      .slice(range.from, range.to)
      .map(({ text }) => text)
      .join(" ");
  return { speaker, marked: { ...span, name }, range, apposition };
}

/** Not "he" or "she": "… the end of the war, she said". */
const RELATIVE = /^(?:der|die|das|welche[rs]?|who|which)$/;

/** "ein Ingenieur, der betonte": the relative pronoun stands for the noun phrase before its comma. */
function antecedent(words: readonly Word[], { from, to }: WordRange): readonly Word[] {
  const isRelative =
    to === from + 1 && RELATIVE.test(words[from]?.lower ?? "") && words[from - 1]?.text === ",";
  if (!isRelative) return words.slice(from, to);
  let start = from - 1;
  while (start > 0 && /^(?:noun|adjective|determiner)$/.test(words[start - 1]?.tag ?? "")) start--;
  return start < from - 1 ? words.slice(start, from - 1) : words.slice(from, to);
}

/** ", Kommunikationsdirektor des Rats," behind a name. */
function appositionAt(words: readonly Word[], at: number): WordRange | null {
  if (words[at]?.text !== ",") return null;
  if (/^(?:a|an|the)$/.test(words[at + 1]?.lower ?? "")) return englishApposition(words, at);
  const end = nounPhraseEnd(words, at + 1, words.length);
  const closes = words[end]?.text === "," || words[end]?.text === "." || words[end]?.text === ":";
  return end > at + 1 && closes ? { from: at + 1, to: end } : null;
}

const LONGEST_APPOSITION = 14;

/** ", a spokeswoman for the council," */
function englishApposition(words: readonly Word[], at: number): WordRange | null {
  for (let to = at + 3; to < Math.min(words.length, at + LONGEST_APPOSITION); to++) {
    if (words[to]?.tag === "finite") return null;
    if (words[to]?.text === ",") return { from: at + 2, to };
  }
  return null;
}

/** The text from the first word to the last, without marks that end it. */
export function spanOf(words: readonly Word[], { from, to }: WordRange): Span {
  const first = words[from];
  let last = words[to - 1];
  for (let at = to - 1; at > from && /^[,;:.–-]$/.test(last?.text ?? ""); at--) last = words[at - 1];
  return { start: first?.start ?? 0, end: last?.end ?? 0 };
}
