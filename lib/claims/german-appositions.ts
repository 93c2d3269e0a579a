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
import { MONTHS } from "@/lib/claims/german-words";
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
    if (isInRow(words, close)) continue;
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

/** "Karl Beispiel, die Leiterin, Otto Probe und …": behind its second comma the row goes on. */
function isInRow(words: readonly Word[], close: number): boolean {
  if (/^(?:und|sowie|oder)$/.test(words[close + 1]?.lower ?? "")) return true;
  const end = nounPhraseEnd(words, close + 1, words.length);
  return end > 0 && (words[end]?.text === "," || /^(?:und|sowie|oder)$/.test(words[end]?.lower ?? ""));
}

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
  if (
    first === 0 &&
    nounPhraseEnd(words, 0, comma) === comma &&
    (canBeSubject(words, 0, comma) || isDay(words.slice(0, comma)))
  )
    return words.slice(0, comma);
  let from = comma;
  while (from > first && words[from - 1]?.tag === "noun") from--;
  const name = words.slice(from, comma);
  return from < comma && (isPersonalName(name) || isLoneName(name, words[from - 1])) ? name : null;
}

/** "in Musterburg", "nach Musterburg": the only proper noun of its phrase. */
const isLoneName = (name: readonly Word[], before: Word | undefined) =>
  name.length === 1 && name[0]?.fine === "NE" && /^(?:preposition|finite)$/.test(before?.tag ?? "");

const isPersonalName = (phrase: readonly Word[]) =>
  phrase.length >= 2 &&
  phrase.length <= 4 &&
  phrase.every(({ tag, text }) => tag === "noun" && /^\p{Lu}/u.test(text));

function relationOf(before: readonly Word[], apposition: readonly Word[]): GermanPiece[] | null {
  if (isPersonalName(apposition) && before[0]?.tag === "determiner")
    return isBareKin(before) || before.at(-1)?.fine === "NE" ? null : relation(apposition, before);
  if (/^(?:der|die|das)$/.test(before[0]?.lower ?? "") && /^eine?$/.test(apposition[0]?.lower ?? ""))
    return described(before, apposition);
  if (isPersonalName(before) && OFFICE.test(apposition.map(({ lower }) => lower).join(" ")))
    return isBareKin(apposition) ? null : relation(before, apposition);
  return isNamed(before) && isDescription(apposition) ? described(before, apposition) : null;
}

/** "der Sohn": whose, the sentence does not say here. */
const isBareKin = (role: readonly Word[]) => KIN.test(role.at(-1)?.lower ?? "");
const KIN =
  /^(?:sohn|tochter|vater|mutter|bruder|schwester|ehemann|ehefrau|mann|frau|witwe|witwer|enkel|enkelin|neffe|nichte|onkel|tante|freund|freundin)$/;

/** A name or a day: "Musterburg", "Anna Versuch", "der 10. Dezember". */
const isNamed = (phrase: readonly Word[]) =>
  isPersonalName(phrase) || (phrase.length === 1 && phrase[0]?.fine === "NE") || isDay(phrase);

const isDay = (phrase: readonly Word[]) =>
  phrase.length === 3 && phrase[0]?.lower === "der" && MONTHS.has(phrase[2]?.lower ?? "");

/** "die Hauptstadt von Probeland", "eine Schwimmerin der SG": an article of the nominative, and whose or which. */
function isDescription(phrase: readonly Word[]): boolean {
  const [first, second] = phrase;
  if (!/^(?:der|die|das|ein|eine)$/.test(first?.lower ?? "") || second?.fine === "NE") return false;
  const core = nounPhraseCoreEnd(phrase, 0, phrase.length);
  const noun = phrase[core - 1];
  if (core < 0 || noun?.fine !== "NN" || !canBeSubject(phrase, 0, phrase.length)) return false;
  // "der Hauptstadt" is a genitive or dative.
  return (
    numberOf(phrase) !== "plural" &&
    (core < phrase.length || core > 2) &&
    agreementsOf(phrase, undefined).some((one) => one !== "p")
  );
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
