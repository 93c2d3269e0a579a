import { isSourceNoun } from "@/lib/claims/german-speech-nouns";
import type { Word } from "@/lib/claims/tag-german-words";
import { pieceOf, renderPhrase } from "@/lib/claims/wording";

/* The words that name a speaker, as a name to be shown: without the source noun, in the nominative. */

export const textOfPhrase = (words: readonly Word[]) => renderPhrase(words.map((word) => pieceOf(word)));

/** "Angaben der Polizei" → "der Polizei"; "Berichten" alone stays. */
export function withoutSourceNoun(phrase: readonly Word[]): readonly Word[] {
  const source = phrase.findIndex(({ lower, tag }) => tag === "noun" && isSourceNoun(lower));
  const rest = source >= 0 && source <= 3 ? phrase.slice(source + 1) : [];
  const inner = rest[0]?.tag === "preposition" ? rest.slice(1) : rest;
  if (rest[0]?.lower === "vom") return phrase;
  return inner.some(({ tag }) => tag === "noun") ? inner : phrase;
}

/**
 * A source that names no owner. "Polizeiangaben" → "Polizei", "örtlichen Medienberichten" → "örtliche Medienberichte";
 * "ersten Erkenntnissen" are nobody's. Null where somebody is named.
 */
export function bareSource(phrase: readonly Word[]): { readonly name: string | null } | null {
  const noun = phrase.at(-1);
  const isBare = phrase.length === 1 || phrase.every(({ tag }) => /^(?:noun|adjective|adverb)$/.test(tag));
  if (!noun || !isSourceNoun(noun.lower) || !isBare) return null;
  const maker = /^(\p{Lu}\p{L}{3,})angaben$/u.exec(noun.text)?.[1] ?? /^(.+)-Angaben$/u.exec(noun.text)?.[1];
  if (maker) return { name: maker.replace(/(?<=ung|ion|tät|heit|keit|schaft|men)s$/u, "") };
  if (!NAMED_SOURCE.test(noun.lower)) return { name: null };
  const name = textOfPhrase(
    phrase.map((word) =>
      word === noun
        ? { ...word, text: word.text.replace(/(?<=(?:icht|wort|nis|niss)e)n$/u, "") }
        : { ...word, text: word.text.replace(/(?<=e)n$/u, "").toLowerCase() },
    ),
  );
  return { name };
}

/** "Experten" can speak, and so can the media; "Angaben", "Sicht" and "Erkenntnisse" are somebody's. */
const NAMED_SOURCE =
  /(?:experten|(?:medien|presse|zeitungs|agentur|fernseh|rundfunk)(?:berichten|meldungen))$/;

/** "Die USA" → "die USA", "Rund die Hälfte" → "rund die Hälfte" */
export function withSmallDeterminer(words: readonly Word[]): string {
  const [first, ...rest] = words;
  const isSmall = first?.tag === "determiner" || first?.tag === "adverb";
  return isSmall ? textOfPhrase([{ ...first, text: first.lower }, ...rest]) : textOfPhrase(words);
}

/** "des Deutschen Wetterdienstes" → "Deutscher Wetterdienst", "Anwohnern" → "Anwohner", "der Stadt" → "Stadt". */
export function inNominative(words: readonly Word[]): string {
  const [first, ...others] = words;
  const determiner = first?.tag === "determiner" && others.length > 0 ? first.lower : "";
  const rest = (determiner ? others : words).map((word, at, all) =>
    all[at + 1]?.tag === "noun" && ATTRIBUTE_OF_NAME.test(word.text)
      ? { ...word, tag: "adjective" as const }
      : word,
  );
  const head = rest.findIndex(({ tag }) => tag === "noun");
  const noun = rest[head];
  if (!noun) return textOfPhrase(rest);
  const number = numberOf(determiner, noun.lower);
  return renderPhrase(
    rest.map((word, at) => {
      if (at > head) return pieceOf(word);
      return pieceOf(word, at === head ? nounInNominative(word.text, number) : attribute(word, noun, number));
    }),
  );
}

/** "des Deutschen Wetterdienstes", "des Roten Kreuzes": a capital adjective that is part of a name. */
export const isNameAdjective = (word: string): boolean => ATTRIBUTE_OF_NAME.test(word);
const ATTRIBUTE_OF_NAME =
  /^(?:\p{Lu}\p{Ll}*(?:isch|lich|ig)|Deutsch|Rot|Weiß|Groß|Neu|Alt|Grün|Frei|Ober|Hoh|Schwarz|Blau|Vereint|Vereinigt)en$/u;

type PhraseNumber = "singular" | "plural" | "name";

/** By the determiner; without one, an ending "-ern" or "-en" is a dative plural. */
function numberOf(determiner: string, noun: string): PhraseNumber {
  if (/^(?:des|dem|eines|einem|dieses|diesem|seines|seinem|ihres|ihrem)$/.test(determiner)) return "singular";
  if (determiner === "den" || /^(?:mehreren|einigen|vielen|zwei|drei)$/.test(determiner)) return "plural";
  return determiner === "" && /(?:ern|en)$/.test(noun) ? "plural" : "name";
}

/** Countries and people of one form in all cases. */
const UNCHANGED = /^(?:Bayern|Bauern|Pommern|Ungarn|Italien|Spanien|Schweden|.*[Kk]onzern|.*gouvern)$/u;

function nounInNominative(noun: string, number: PhraseNumber): string {
  if (UNCHANGED.test(noun)) return noun;
  if (number === "plural") return noun.replace(/(?<=er)n$/u, "");
  if (number !== "singular") return noun;
  if (NOMINALISED.test(noun)) return noun.replace(/n$/u, "r");
  return noun
    .replace(/(?<=(?:ent|ant|ist|and|at|oge|nom|arch|aph)e?)en$/u, "")
    .replace(
      /(?<=(?:[Zz]euge|[Kk]ollege|[Ee]xperte|[Kk]unde|[Bb]ote|[Ee]rbe|[Ll]otse|[Bb]iologe|[Pp]sychologe))n$/u,
      "",
    )
    .replace(/(?<=(?:t|d|s|z|ch))es$|(?<=[mnlrtkgdbfph])s$/u, "");
}

/** Adjectives that became nouns: "dem Beamten" → "Beamter". */
const NOMINALISED =
  /(?:[Bb]eamte|[Aa]ngestellte|[Aa]bgeordnete|[Vv]orsitzende|[Bb]eauftragte|[Vv]erwandte|[Aa]ngehörige|[Jj]ährige|[Üü]berlebende|[Bb]eschuldigte|[Bb]etroffene)n$/u;

/** Nouns of the neuter among organisations and papers: "amerikanisches Ministerium". */
const NEUTER =
  /(?:ium|amt|zentrum|institut|werk|haus|gericht|unternehmen|magazin|blatt|team|büro|portal|parlament|militär|netzwerk|bündnis|komitee|papier|schreiben|gutachten|kreuz|land|reich)(?:e?s)?$/;

/** The attribute of a noun without its determiner: "örtlichen Verbands" → "örtlicher", "örtlichen Medien" → "örtliche". */
function attribute({ tag, text }: Word, noun: Word, number: PhraseNumber): string {
  if (tag !== "adjective" || !/en$/u.test(text)) return text;
  const stem = text.replace(/en$/u, "");
  if (number === "singular") return stem + (NEUTER.test(noun.lower) ? "es" : "er");
  return `${stem}e`;
}
