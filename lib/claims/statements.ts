import type { AttributedSentence, SentenceSpeech } from "@/lib/claims/attribute-sentences";
import type { Granularity } from "@/lib/claims/claim-vocabulary";
import { backgroundOf, decomposeEnglish } from "@/lib/claims/decompose-english";
import type { Statement } from "@/lib/claims/decompose-german";
import { decomposeGerman } from "@/lib/claims/decompose-german";
import { withSpeakerNamed, withSubjectFromBefore } from "@/lib/claims/english-pronouns";
import { ownFiniteIndex, splitClauses } from "@/lib/claims/german-clauses";
import { firstFiniteIndex } from "@/lib/claims/german-finite-verbs";
import { withSubjectFromBefore as withGermanSubjectFromBefore } from "@/lib/claims/german-pronouns";
import { isNegation } from "@/lib/claims/negation";
import { nominalContent } from "@/lib/claims/nominal-content";
import type { Word } from "@/lib/claims/tag-german-words";
import { withText } from "@/lib/claims/tag-german-words";
import { renderWording, spansOfPieces } from "@/lib/claims/wording";
import type { Span } from "@/lib/text/span";

/** A statement ready to be listed. */
export interface WordedStatement {
  readonly wording: string;
  readonly spans: readonly Span[];
  readonly words: readonly Word[];
  readonly isHearsay: boolean;
  /** Said by the author beside the speech: who somebody is. */
  readonly isBackground: boolean;
  /** Told in the author's words behind somebody's quoted ones: '"…," he said, adding that …'. */
  readonly isAdded: boolean;
}

interface StatementOptions {
  readonly language: string;
  readonly granularity?: Granularity | undefined;
  /** The sentence before, which may name whom a pronoun means. */
  readonly before?: AttributedSentence | undefined;
}

/** The statements of one sentence, each with its wording and its places; at least one where there are words. */
export function statementsOf(
  text: string,
  sentence: AttributedSentence,
  { language, granularity = "STATEMENT", before }: StatementOptions,
): WordedStatement[] {
  const { words, speech } = sentence;
  if (!words.some(({ kind }) => kind !== "mark")) return [];
  const statements = language.startsWith("de")
    ? germanStatements(sentence, before)
    : englishStatements(sentence, before);
  if (!statements) return [wholeSentence(text, sentence)];
  // A headline leaves words out that a statement needs; what it says stands in the text again.
  if (sentence.block.kind === "headline" || granularity === "SENTENCE")
    return [{ ...wholeSentence(text, sentence), isHearsay: statements.some(({ isHearsay }) => isHearsay) }];
  if (statements.some((statement) => straddles(statement, sentence)))
    return [{ ...wholeSentence(text, sentence), isBackground: true }];
  const isNominal = language.startsWith("de") && speech !== null && nominalContent(words, speech) !== null;
  return statements.map((statement) => {
    const isAdded = speech !== null && standsIn(statement, addedWords(words, speech));
    const isAuthors =
      !isNominal && !isAdded && (isBackground(statement, sentence) || isBesideDemand(statement, sentence));
    return worded(statement, { isBackground: isAuthors, isAdded });
  });
}

/** "Der Brand, bei dem nach Angaben von X …, ging weiter": a statement of which one clause is X's and one the author's. */
function straddles({ pieces }: Statement, { words, speech }: AttributedSentence): boolean {
  if (!speech?.frame) return false;
  const verbs = pieces.filter(({ word }) => word.tag === "finite");
  const told = verbs.filter(({ word }) => isSaid(word, words, speech));
  return told.length > 0 && told.length < verbs.length;
}

const isSaid = (word: Word, words: readonly Word[], { content }: SentenceSpeech) =>
  content.some(
    ({ from, to }) => word.start >= (words[from]?.start ?? 0) && word.end <= (words[to - 1]?.end ?? 0),
  );

/** "Die Gewerkschaft fordert 6 Prozent, die Arbeitgeber bieten 3": only what holds the verb of speech is a position. */
function isBesideDemand({ pieces }: Statement, { words, speech }: AttributedSentence): boolean {
  const cue = speech?.mode === "reported" ? words[speech.cue?.from ?? -1] : undefined;
  return cue !== undefined && !pieces.some(({ word }) => word.start === cue.start);
}

function germanStatements(
  { words, speech, block }: AttributedSentence,
  before: AttributedSentence | undefined,
): Statement[] | null {
  if (speech?.isUnsure) return null;
  const nominal = speech ? nominalContent(words, speech) : null;
  if (nominal) return nominal;
  const isBeside = !speech && before !== undefined && !before.speech && before.block === block;
  const content = isBeside ? withGermanSubjectFromBefore(words, before.words) : contentOf(words, speech);
  if (firstFiniteIndex(content) < 0 || (speech && isDenied(words, speech))) return null;
  // "Das sei nicht hinnehmbar": without a speaker only the Konjunktiv shows that it is not the author's.
  const isNobodys = speech?.isFree && speech.speaker === null;
  const isAttributed = speech !== null && speech.mode !== "direct" && !isNobodys;
  const statements = decomposeGerman(withoutFinalMarks(withoutEvidential(content, speech)), {
    isAttributed,
    isPosition: speech?.mode === "reported",
  });
  return statements && speech ? [...deedBefore(words, speech), ...statements] : statements;
}

/** "Der Rat forderte ein Tor und sagte, …": what he did before he spoke, in a clause of its own. */
function deedBefore(words: readonly Word[], { mode, cue, content }: SentenceSpeech): Statement[] {
  const and = (cue?.from ?? 0) - 1;
  const isBefore = content.every(({ from }) => from > and);
  if (mode !== "indirect" || words[and]?.lower !== "und" || !isBefore) return [];
  const deed = words.slice(0, and);
  return firstFiniteIndex(deed) < 0 ? [] : (decomposeGerman(deed, { isAttributed: false }) ?? []);
}

function englishStatements(
  { words, speech, block }: AttributedSentence,
  before: AttributedSentence | undefined,
): Statement[] | null {
  if (speech && !speech.frame && isDenied(words, speech)) return null;
  const isQuoted = speech?.mode === "direct";
  const content = withoutFinalMarks(contentOf(words, speech));
  const isBeside = !speech && before?.block === block;
  const named = speech
    ? withSpeakerNamed(content, words, speech)
    : isBeside
      ? withSubjectFromBefore(content, before.words)
      : content;
  const statements = decomposeEnglish(named, { isQuoted });
  if (!statements || !speech) return statements;
  return [...statements, ...addedTo(words, speech), ...backgroundOf(words, speech)];
}

const ADDS = /^(?:saying|adding|claiming|arguing|warning|noting|insisting|stating|explaining)$/;

/** '"…," he said, adding that repairs had been budgeted': what he adds, outside the marks. */
function addedWords(words: readonly Word[], { mode, cue, content }: SentenceSpeech): readonly Word[] {
  if (mode !== "direct" || !cue) return [];
  const that = words.findIndex(
    ({ lower }, at) => at > cue.to && lower === "that" && ADDS.test(words[at - 1]?.lower ?? ""),
  );
  const isQuoted = content.some(({ to }) => to > that);
  return that < 0 || isQuoted || words[that - 2]?.text !== "," ? [] : words.slice(that + 1);
}

function addedTo(words: readonly Word[], speech: SentenceSpeech): Statement[] {
  const added = withoutFinalMarks(addedWords(words, speech));
  if (added.length === 0) return [];
  return decomposeEnglish(withSpeakerNamed(added, words, speech), { isQuoted: false }) ?? [];
}

const standsIn = ({ pieces }: Statement, words: readonly Word[]) =>
  words.length > 0 && pieces.every(({ word }) => word.start >= (words[0]?.start ?? 0));

/** What is stated: somebody's words alone, or the whole sentence where only a part of it is his. */
function contentOf(words: readonly Word[], speech: SentenceSpeech | null): readonly Word[] {
  if (!speech || speech.mode === "reported") return words;
  const { frame } = speech;
  if (frame) return [...words.slice(0, frame.from), ...words.slice(frame.to)];
  return speech.content.flatMap(({ from, to }, at) => {
    const range = words.slice(from, to);
    const before = speech.content[at - 1];
    // "Der Damm ist alt, hieß es, sicher sei er nicht": two clauses, which their comma still has to part.
    const areTwo = before && hasMainVerb(words.slice(before.from, before.to)) && hasMainVerb(range);
    const comma = words[from - 1];
    return areTwo && comma?.text === "," ? [comma, ...range] : range;
  });
}

const hasMainVerb = (words: readonly Word[]) => {
  const [main] = splitClauses(words);
  return main !== undefined && ownFiniteIndex(words, main) >= 0;
};

/** "Sie bestritt, dass …", "er konnte nicht bestätigen, dass …": the content alone would say the opposite. */
function isDenied(words: readonly Word[], { content, mode }: SentenceSpeech): boolean {
  if (mode !== "indirect") return false;
  const isContent = (at: number) => content.some(({ from, to }) => at >= from && at < to);
  return (
    words.some(
      ({ lower, finite }, at) =>
        !isContent(at) && (isNegation(lower) || DENIALS.test(finite?.lemma ?? lower)),
    ) || words.some(({ lower }, at) => lower === "ob" && isContent(at) && !isContent(at - 1))
  );
}

const DENIALS =
  /^(?:bestreiten|bestritten|dementieren|dementiert|ausschließen|schließen|zurückweisen|widersprechen|bezweifeln|anzweifeln|leugnen|verneinen|deny|denied|denies)$/;

/** "Unseren Informationen zufolge hat …": in somebody's own words the source is himself. */
function withoutEvidential(words: readonly Word[], speech: SentenceSpeech | null): readonly Word[] {
  if (speech?.mode !== "direct") return words;
  const verb = firstFiniteIndex(words);
  return verb > 1 && words[verb - 1]?.lower === "zufolge" ? words.slice(verb) : words;
}

/** In a sentence of which only one clause is somebody's, and in the words that say who speaks, the author speaks. */
function isBackground({ pieces }: Statement, { words, speech }: AttributedSentence): boolean {
  if (!speech) return false;
  const inside = pieces.filter(({ word }) => isSaid(word, words, speech));
  return speech.frame ? inside.length * 2 < pieces.length : inside.length === 0;
}

function worded(
  { pieces, isHearsay }: Statement,
  told: Pick<WordedStatement, "isBackground" | "isAdded">,
): WordedStatement {
  return {
    wording: renderWording(pieces),
    spans: spansOfPieces(pieces),
    words: pieces.map(({ word, text }) => withText(word, text)),
    isHearsay,
    ...told,
  };
}

function wholeSentence(text: string, { start, end, words }: AttributedSentence): WordedStatement {
  return {
    wording: text.slice(start, end).replace(/\s+/g, " "),
    spans: [{ start, end }],
    words,
    isHearsay: false,
    isBackground: false,
    isAdded: false,
  };
}

function withoutFinalMarks(words: readonly Word[]): readonly Word[] {
  let end = words.length;
  while (end > 0 && /^[.!…,;]$/.test(words[end - 1]?.text ?? "")) end--;
  return words.slice(0, end);
}
