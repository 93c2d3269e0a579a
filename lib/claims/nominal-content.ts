import type { SentenceSpeech } from "@/lib/claims/attribute-sentences";
import type { Statement } from "@/lib/claims/decompose-german";
import { finalFiniteIndex } from "@/lib/claims/german-finite-verbs";
import { prepositionalPhraseEnd } from "@/lib/claims/german-phrases";
import type { GermanPiece } from "@/lib/claims/german-pieces";
import { piecesOf } from "@/lib/claims/german-pieces";
import { withoutHearsaySoll } from "@/lib/claims/german-plain-statement";
import { relativeStatements } from "@/lib/claims/german-relatives";
import type { Word } from "@/lib/claims/tag-german-words";
import { pieceOf } from "@/lib/claims/wording";

const INDEFINITE = /^(?:einen|eine|ein|mehrere|zahlreiche|zwei|drei|vier)$/;

/**
 * "X verwies auf einen Empfang in Rom sowie auf eine Vorführung": what X points to is stated as "Es gab einen Empfang
 * in Rom." Only for things that are new to the reader (an indefinite article); null otherwise.
 */
export function nominalContent(words: readonly Word[], speech: SentenceSpeech): Statement[] | null {
  const verb = words.findIndex(({ finite }) => finite?.lemma === "verweisen");
  if (speech.mode !== "reported" || verb < 1) return null;
  const end = words.at(-1)?.text === "." ? words.length - 1 : words.length;
  const statements: Statement[] = [];
  for (let at = verb + 1; at < end; ) {
    const phrase = phraseWithRelativeAt(words, at, end);
    if (!phrase) return null;
    statements.push(phrase.statement(words[verb]));
    at = phrase.to;
    while (at < end && (words[at]?.text === "," || /^(?:und|sowie)$/.test(words[at]?.lower ?? ""))) at++;
  }
  return statements.length > 0 ? statements : null;
}

interface NominalPhrase {
  readonly to: number;
  readonly statement: (verb: Word | undefined) => Statement;
}

/** "auf eine Vorführung vor Gästen, die stattgefunden haben soll" */
function phraseWithRelativeAt(words: readonly Word[], from: number, end: number): NominalPhrase | null {
  if (words[from]?.lower !== "auf" || !INDEFINITE.test(words[from + 1]?.lower ?? "")) return null;
  let to = prepositionalPhraseEnd(words, from, end);
  while (to > 0 && words[to]?.tag === "preposition") {
    const next = prepositionalPhraseEnd(words, to, end);
    if (next < 0) return null;
    to = next;
  }
  if (to < 0) return null;
  const phrase = words.slice(from + 1, to);
  const relative = words[to]?.text === "," ? relativeClauseAt(words, to + 1, end) : null;
  const [statement] =
    (relative && relativeStatements({ before: phrase, words: relative, clauses: [], isPhraseKnown: true })) ??
    [];
  if (relative && statement)
    return { to: to + 1 + relative.length, statement: () => withoutHearsaySoll(statement) };
  return { to, statement: (verb) => ({ pieces: existence(phrase, verb), isHearsay: false }) };
}

function relativeClauseAt(words: readonly Word[], from: number, end: number): readonly Word[] | null {
  const clause = words.slice(from, end);
  return finalFiniteIndex(clause) > 0 && !clause.some(({ text }) => text === ",") ? clause : null;
}

function existence(phrase: readonly Word[], verb: Word | undefined): GermanPiece[] {
  return verb ? [pieceOf(verb, "Es gab"), ...piecesOf(phrase)] : piecesOf(phrase);
}
