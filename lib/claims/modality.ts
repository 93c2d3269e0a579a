import type { ClaimModality } from "@/lib/claims/claim-vocabulary";
import { isNegation } from "@/lib/claims/negation";
import { APPEAL_VERBS, CONJECTURE_VERBS } from "@/lib/claims/speech-verbs";
import type { Token } from "@/lib/text/tokenize-words";
import { wordsOf } from "@/lib/text/words-of";

export interface ModalityEvidence {
  /** The words of the statement. */
  readonly words: readonly Token[];
  /** The verb or word that introduces it; empty in the author's voice. */
  readonly cueLemma: string;
  readonly isHearsay: boolean;
}

const OPINION_WORDS = wordsOf(
  "gut schlecht richtig falsch schön schrecklich furchtbar wichtig unverantwortlich skandalös peinlich großartig unsinn blamabel",
  "wirksamste beste besten schlimmste inakzeptabel unerträglich enttäuschend hervorragend katastrophal notwendig sinnvoll leider",
  "hoffentlich gerecht ungerecht absurd lächerlich mutig feige unfair fair vernünftig traurig erfreulich bedauerlich",
  "best worst crucial important wonderful terrible disgraceful shameful absurd unacceptable unfair fair excellent awful",
);
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
  if (
    APPEAL_VERBS.has(cueLemma) ||
    /^(?:auffordern|dazurufen|aufrufen|aufgefordert|gefordert|aufgerufen)$/.test(cueLemma)
  )
    return "appeal";
  if (has(OPINION_WORDS) || (has(DUTY_WORDS) && cueLemma !== "")) return "opinion";
  if (isFuture(words) || has(FUTURE_WORDS)) return "prediction";
  if (isHearsay || has(HEARSAY_WORDS)) return "hearsay";
  if (CONJECTURE_VERBS.has(cueLemma) || has(CONJECTURE_WORDS)) return "conjecture";
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
