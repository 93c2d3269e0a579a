import { agreementsOf, inCase, numberOf } from "@/lib/claims/german-case";
import { firstFiniteIndex } from "@/lib/claims/german-finite-verbs";
import {
  canBeSubject,
  nounPhraseCoreEnd,
  nounPhraseEnd,
  prepositionalPhraseEnd,
} from "@/lib/claims/german-phrases";
import type { GermanPiece } from "@/lib/claims/german-pieces";
import { piecesOf } from "@/lib/claims/german-pieces";
import type { Cut } from "@/lib/claims/german-statement";
import { ownIndices } from "@/lib/claims/german-statement";
import type { Word } from "@/lib/claims/tag-german-words";
import { pieceOf } from "@/lib/claims/wording";

/* Appositions as statements of their own: who somebody is, what a place is. */

/** "Der Sprecher des Verbands, Karl Beispiel, …" → "Karl Beispiel ist Sprecher des Verbands." */
export const cutAppositions: Cut = function* (statement) {
  const { pieces, words } = statement;
  const commas = ownIndices(statement).filter((at) => words[at]?.text === ",");
  for (const [index, comma] of commas.entries()) {
    const close = commas[index + 1] ?? words.length;
    const apposition = words.slice(comma + 1, close);
    if (!isOnePhrase(apposition)) continue;
    const before = phraseBefore(words, comma);
    const relation = before && relationOf(before, apposition);
    if (!relation) continue;
    const isNameLast = isPersonalName(apposition);
    const kept = isNameLast ? pieces.slice(comma + 1, close) : pieces.slice(comma - before.length, comma);
    const rest = [
      ...pieces.slice(0, comma - before.length),
      ...kept,
      ...pieces.slice(Math.min(close + 1, words.length)),
    ];
    yield [rest, relation];
  }
};

/** A noun phrase, with a prepositional phrase or two behind it. */
function isOnePhrase(words: readonly Word[]): boolean {
  let at = nounPhraseEnd(words, 0, words.length);
  for (let phrases = 0; phrases < 2 && at > 0 && words[at]?.tag === "preposition"; phrases++)
    at = prepositionalPhraseEnd(words, at, words.length);
  return at > 0 && at === words.length;
}

/** The noun phrase that ends at the comma, as far back as it goes. */
function phraseBefore(words: readonly Word[], comma: number): readonly Word[] | null {
  const verb = firstFiniteIndex(words);
  const first = comma > verb && verb >= 0 ? verb + 1 : 0;
  if (first === 0 && nounPhraseEnd(words, 0, comma) === comma && canBeSubject(words, 0, comma))
    return words.slice(0, comma);
  let from = comma;
  while (from > first && words[from - 1]?.tag === "noun") from--;
  return from < comma && isPersonalName(words.slice(from, comma)) ? words.slice(from, comma) : null;
}

const isPersonalName = (phrase: readonly Word[]) =>
  phrase.length >= 2 &&
  phrase.length <= 4 &&
  phrase.every(({ tag, text }) => tag === "noun" && /^\p{Lu}/u.test(text));

function relationOf(before: readonly Word[], apposition: readonly Word[]): GermanPiece[] | null {
  if (isPersonalName(apposition) && before[0]?.tag === "determiner") return relation(apposition, before);
  if (/^(?:der|die|das)$/.test(before[0]?.lower ?? "") && /^eine?$/.test(apposition[0]?.lower ?? ""))
    return described(before, apposition);
  if (!isPersonalName(before) || !OFFICE.test(apposition.map(({ lower }) => lower).join(" "))) return null;
  return relation(before, apposition);
}

/** Words for what somebody is or does. */
const OFFICE =
  /(?:minister|präsident|kanzler|sprecher|chef|direktor|leiter|führer|meister|vorsitzende|professor|forscher|experte|anwalt|richter|autor|trainer|gründer|politiker|abgeordnete|senator|general|sekretär|kommissar|botschafter|bischof|historiker|wissenschaftler)(?:in|r)?(?:$| )/;

/** "der Fahrer, ein 43-Jähriger aus Musterhafen," → "Der Fahrer ist ein 43-Jähriger aus Musterhafen." */
function described(before: readonly Word[], apposition: readonly Word[]): GermanPiece[] | null {
  const last = before.at(-1);
  if (!last || numberOf(before) === "plural") return null;
  return [...piecesOf(before), copulaAt(last), ...piecesOf(apposition)];
}

/** "ist", which stands nowhere in the text: it takes no place of its own. */
const copulaAt = (anchor: Word): GermanPiece =>
  pieceOf(
    {
      ...anchor,
      tag: "finite",
      fine: "VAFIN",
      kind: "word",
      text: "ist",
      lower: "ist",
      hasSpaceBefore: true,
      finite: IS,
      start: anchor.end,
      end: anchor.end,
    },
    "ist",
  );

/** "Karl Beispiel" + "der Sprecher des Verbands" → "Karl Beispiel ist Sprecher des Verbands". */
function relation(name: readonly Word[], role: readonly Word[]): GermanPiece[] | null {
  const [first] = role;
  const anchor = name.at(-1);
  if (!first || !anchor) return null;
  const core = nounPhraseCoreEnd(role, 0, role.length);
  if (core < 0) return null;
  const agreement = agreementsOf(role, undefined).find((one) => one !== "p");
  const inNominative = agreement && inCase(role, { to: "nominative", agreement });
  if (!inNominative) return null;
  const isBare = first.tag === "determiner" && role[1]?.tag === "noun";
  return [...piecesOf(name), copulaAt(anchor), ...(isBare ? inNominative.slice(1) : inNominative)];
}

const IS = { lemma: "sein", isPlural: false, isSubjunctive: false, indicative: "ist", singular: "ist" };
