import { isNegation } from "@/lib/claims/negation";
import type { StatementCues } from "@/lib/claims/statement-cues";
import { cuesOf } from "@/lib/claims/statement-cues";
import type { StatementGrammar, StatementWord } from "@/lib/claims/statement-grammar";
import { grammarOf } from "@/lib/claims/statement-grammar";
import { tagEnglishWords } from "@/lib/claims/tag-english-words";
import { tagGermanWords } from "@/lib/claims/tag-german-words";
import { tokenizeWords } from "@/lib/text/tokenize-words";
import { wordsOf } from "@/lib/text/words-of";

/** The words of a statement with what they and its verbs tell; read once, asked by modality, reasons, worth and kind. */
export interface StatementReading {
  readonly words: readonly StatementWord[];
  readonly cues: StatementCues;
  readonly grammar: StatementGrammar;
}

/** Reads a tagged statement in a language (BCP 47). */
export const readStatement = (words: readonly StatementWord[], language: string): StatementReading => ({
  words,
  cues: cuesOf(words, language),
  grammar: grammarOf(words, language),
});

/** Reads a wording that stands by itself, in a language (BCP 47). */
export function readWording(wording: string, language: string): StatementReading {
  const tokens = tokenizeWords(wording, { start: 0, end: wording.length });
  return readStatement(
    language.startsWith("de") ? tagGermanWords(tokens) : tagEnglishWords(tokens),
    language,
  );
}

/** "Jana Holt ist Landrätin", "Ines Calder is 41", "He resigned as chairman": a name with what belongs to a person. */
export function tellsWhoSomebodyIs({ words, cues, grammar }: StatementReading): boolean {
  if (cues.officeVerb > 0 || (cues.office > 0 && grammar.isCopula)) return true;
  if (!grammar.isCopula) return false;
  const copula = words.findIndex(({ lower }) => COPULAS.has(lower));
  const isFullName = copula >= 2 && words.slice(0, copula).every(({ text, lower }) => text !== lower);
  const predicate = words.slice(copula);
  return (
    isFullName &&
    !ARTICLES.has(words[0]?.lower ?? "") &&
    predicate.length <= LONGEST_PREDICATE &&
    cues.ruling === 0 &&
    !predicate.some(({ lower }) => isNegation(lower))
  );
}
const COPULAS = wordsOf("ist war is was");
const ARTICLES = wordsOf("der die das ein eine the a an");
/** Words from the copula on: "is a hydrologist at the Marl Institute." */
const LONGEST_PREDICATE = 9;
