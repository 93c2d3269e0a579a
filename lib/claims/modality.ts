import type { ClaimModality } from "@/lib/claims/claim-vocabulary";
import { forceOf } from "@/lib/claims/german-speech-verbs";
import { isNegation } from "@/lib/claims/negation";
import type { Token } from "@/lib/text/tokenize-words";
import { wordsOf } from "@/lib/text/words-of";

export interface ModalityEvidence {
  /** The words of the statement. */
  readonly words: readonly Token[];
  /** The verb or word that introduces it; empty in the author's voice. */
  readonly cueLemma: string;
  readonly isHearsay: boolean;
}

/** Judgements, with or without an ending: "skandalös", "skandalöse". */
const EVALUATIONS = wordsOf(
  "schön schrecklich furchtbar unverantwortlich skandalös peinlich großartig unsinnig blamabel inakzeptabel unerträglich",
  "enttäuschend hervorragend katastrophal ungerecht absurd lächerlich feige unfair traurig erfreulich bedauerlich",
  "wonderful terrible disgraceful shameful absurd unacceptable unfair awful excellent",
);
/** Words that judge only where they stand by themselves: "ist wichtig", but not "ein wichtiger Hafen". */
const PREDICATIVE_OPINIONS = wordsOf(
  "gut schlecht richtig falsch wichtig unsinn gerecht mutig fair vernünftig notwendig sinnvoll leider hoffentlich",
  "wirksamste beste besten schlimmste best worst crucial important",
);
const isOpinionWord = (word: string) =>
  PREDICATIVE_OPINIONS.has(word) ||
  EVALUATIONS.has(word) ||
  EVALUATIONS.has(word.replace(/(?:e|en|er|es|em)$/, ""));
const FUTURE_WORDS = wordsOf("künftig demnächst voraussichtlich bald soon shall");
const CONJECTURE_WORDS = wordsOf(
  "vielleicht vermutlich wohl wahrscheinlich möglicherweise womöglich offenbar anscheinend könnte könnten dürfte dürften",
  "perhaps maybe probably possibly likely might apparently",
);
const HEARSAY_WORDS = wordsOf("angeblich mutmaßlich gerüchteweise allegedly reportedly purportedly");
const DUTY_WORDS = wordsOf("müssen muss sollte sollten müsste müssten should must ought");
const FUTURE_AUXILIARIES = wordsOf("wird werden will");
const PAST_PARTICIPLE =
  /^(?:ge\p{Ll}+(?:t|en)|(?:be|ver|er|ent|zer)\p{Ll}+(?:t|en)|\p{Ll}+iert|\p{Ll}+ge\p{Ll}+(?:t|en))$/u;

/** The modality of a statement: the first that fits, in the order of the contract. */
export function modalityOf({ words, cueLemma, isHearsay }: ModalityEvidence): ClaimModality {
  const has = (set: ReadonlySet<string>) => words.some(({ lower }) => set.has(lower));
  const force = forceOf(cueLemma);
  if (force === "appeal") return "appeal";
  if (words.some(({ lower }) => isOpinionWord(lower)) || (has(DUTY_WORDS) && cueLemma !== ""))
    return "opinion";
  if (isFuture(words) || has(FUTURE_WORDS)) return "prediction";
  if (isHearsay || has(HEARSAY_WORDS)) return "hearsay";
  if (force === "conjecture" || has(CONJECTURE_WORDS)) return "conjecture";
  return words.some(({ lower }) => isNegation(lower)) ? "negated" : "asserted";
}

/** "wird … kommen", "will build"; not the passive "wird gebaut". */
function isFuture(words: readonly Token[]): boolean {
  const auxiliary = words.findIndex(({ lower }) => FUTURE_AUXILIARIES.has(lower));
  if (auxiliary < 0 || auxiliary === words.length - 1) return false;
  const verb = words.findLast(({ kind }) => kind === "word");
  if (words[auxiliary]?.lower === "will")
    return !words.some(
      ({ lower }) => lower === "der" || lower === "die" || lower === "das" || lower === "und",
    );
  return (
    verb !== undefined &&
    !PAST_PARTICIPLE.test(verb.lower) &&
    /\p{Ll}(?:en|ern|eln|sein)$/u.test(verb.text) &&
    !/^\p{Lu}/u.test(verb.text)
  );
}
