import type { ClaimModality } from "@/lib/claims/claim-vocabulary";
import type { SpeechForce } from "@/lib/claims/german-speech-verbs";
import { forceOf } from "@/lib/claims/german-speech-verbs";
import { isNegation } from "@/lib/claims/negation";
import type { StatementGrammar, StatementWord } from "@/lib/claims/statement-grammar";
import type { Token } from "@/lib/text/tokenize-words";
import { wordsOf } from "@/lib/text/words-of";

export interface ModalityEvidence {
  /** The words of the statement. */
  readonly words: readonly StatementWord[];
  /** The verb or word that introduces it; empty in the author's voice. */
  readonly cueLemma: string;
  readonly isHearsay: boolean;
  /** What its verbs say, where its words are tagged. */
  readonly grammar?: StatementGrammar;
}

/** Judgements, with or without an ending: "skandalös", "skandalöse". */
const EVALUATIONS = wordsOf(
  "schön schrecklich furchtbar unverantwortlich skandalös peinlich großartig unsinnig blamabel inakzeptabel unerträglich",
  "schande unverschämtheit frechheit armutszeugnis unding wahnsinn plausibel verdient enttäuschend hervorragend katastrophal ungerecht absurd lächerlich feige unfair traurig erfreulich bedauerlich",
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

/** Verbs of demand with which somebody acts: that he did so is a fact ("untersagte den Betrieb"). */
const ACTS = wordsOf("beantragen untersagen anweisen gebieten");
/** "Die wirksamste Antwort besteht darin …", as somebody says. */
const UTMOST = wordsOf("wirksamste wirksamsten beste besten schlimmste schlimmsten best worst");
const FUTURE_WORDS = wordsOf("künftig demnächst voraussichtlich bald soon shall");
const CONJECTURE_WORDS = wordsOf(
  "vielleicht vermutlich wohl wahrscheinlich möglicherweise womöglich offenbar anscheinend scheinbar augenscheinlich eventuell",
  "könnte könnten dürfte dürften scheint scheinen schien schienen mutmaßlich schätzungsweise denkbar",
  "perhaps maybe probably possibly likely might apparently presumably seems seem seemed appears seemingly",
);
const HEARSAY_WORDS = wordsOf(
  "angeblich gerüchteweise vorgeblich allegedly reportedly purportedly supposedly rumoured rumored",
);
const DUTY_WORDS = wordsOf("müssen muss sollte sollten müsste müssten should must ought");
const PAST_PARTICIPLE =
  /^(?:ge\p{Ll}+(?:t|en)|(?:be|ver|er|ent|zer)\p{Ll}+(?:t|en)|\p{Ll}+iert|\p{Ll}+ge\p{Ll}+(?:t|en))$/u;

/** What English cues make of their content, by the stem of the form in the text. */
const ENGLISH_FORCES: readonly (readonly [RegExp, SpeechForce])[] = [
  [/^(?:believ|think|thought|suspect|estimat|fear|assum|suggest|speculat)/, "conjecture"],
  [/^(?:expect|predict|forecast|hope|hoping|promis|plan|threaten|pledg|vow)/, "prediction"],
  [/^(?:urg|demand|appeal|call)/, "appeal"],
];
const forceOfCue = (cue: string): SpeechForce | null =>
  forceOf(cue) ?? ENGLISH_FORCES.find(([stem]) => stem.test(cue))?.[1] ?? null;

/**
 * The modality of a statement. What the wording no longer says ("soll … haben", "vermutet, dass") goes first; of what it
 * still says, the first that fits in the order of the contract.
 */
export function modalityOf(evidence: ModalityEvidence): ClaimModality {
  const { words, cueLemma, isHearsay } = evidence;
  const has = (set: ReadonlySet<string>) => words.some(({ lower }) => set.has(lower));
  const force = ACTS.has(cueLemma) ? null : forceOfCue(cueLemma);
  if (force === "appeal" || isRequest(words)) return "appeal";
  if (isHearsay) return "hearsay";
  if (force === "conjecture") return "conjecture";
  if (isOpinion(evidence)) return "opinion";
  if (force === "prediction" || isFuture(words) || isPlan(words) || has(FUTURE_WORDS)) return "prediction";
  if (has(HEARSAY_WORDS) || isSaidTo(words) || isOwnStory(words)) return "hearsay";
  if (has(CONJECTURE_WORDS)) return "conjecture";
  return isNegated(words) ? "negated" : "asserted";
}

/** "verurteilte ihn zu zwei Jahren", "wegen Betrugs": a court, not a critic. */
const SENTENCE_WORDS = wordsOf("zu zur wegen");

/** "Wir bitten um Geduld", "We ask everyone to stay at home". */
const isRequest = (words: readonly Token[]) =>
  words.some(({ lower }, at) => ASKERS.has(lower) && REQUESTS.has(words[at + 1]?.lower ?? ""));
const ASKERS = wordsOf("ich wir i we");
const REQUESTS = wordsOf(
  "bitte bitten fordern fordere appellieren appelliere ask urge appeal demand request",
);

/** A judging predicate, or what somebody says should be; "stufte ihn als Gefährder ein" is what an office did. */
const isOpinion = ({ words, cueLemma, grammar }: ModalityEvidence): boolean =>
  (cueLemma === "verurteilen" && !words.some(({ lower }) => SENTENCE_WORDS.has(lower))) ||
  (cueLemma !== "" && words.some(({ lower }) => DUTY_WORDS.has(lower) || UTMOST.has(lower))) ||
  (grammar ? grammar.isJudgement : words.some(({ lower }) => isOpinionWord(lower)));

/** "nicht nur" and "nicht zuletzt" deny nothing. */
const isNegated = (words: readonly Token[]) =>
  words.some(
    ({ lower }, at) =>
      isNegation(lower) &&
      !((lower === "nicht" || lower === "not") && NO_DENIALS.has(words[at + 1]?.lower ?? "")),
  );

const NO_DENIALS = wordsOf("nur zuletzt only least");

/** "is said to have fled". */
const isSaidTo = (words: readonly Token[]) =>
  words.some(({ lower }, at) => lower === "to" && SAID.has(words[at - 1]?.lower ?? ""));
const SAID = wordsOf("said alleged rumored rumoured");

const lastWord = (words: readonly StatementWord[]) => words.findLast(({ kind }) => kind === "word");

/** "wird … kommen", "will build"; not the passive "wird gebaut". */
function isFuture(words: readonly StatementWord[]): boolean {
  const isEnglish = words.some(
    ({ lower }, at) =>
      lower === "will" && !/^(?:a|the|his|her|its|their|good|free)$/.test(words[at - 1]?.lower ?? ""),
  );
  if (isEnglish && !words.some(({ lower }) => GERMAN_FUNCTION_WORDS.has(lower)) && !isOwnStory(words))
    return true;
  const auxiliary = words.findIndex(
    ({ lower, tag }) => lower === "wird" || (lower === "werden" && (tag === undefined || tag === "finite")),
  );
  return auxiliary >= 0 && endsInInfinitive(clauseFrom(words, auxiliary + 1));
}

/** Up to the comma or conjunction that opens the next clause. */
function clauseFrom(words: readonly StatementWord[], from: number): readonly StatementWord[] {
  const comma = words.findIndex(({ text }, at) => at >= from && text === ",");
  return words.slice(from, comma < 0 ? undefined : comma);
}

const GERMAN_FUNCTION_WORDS = wordsOf(
  "der die das den dem ein eine einen einem er es wir sie und im am zum zur nicht sich mit von für auf niemand nichts etwas heute kein keine davon",
);

const PLANS = wordsOf("will wollen wollte wollten soll sollen");

/** "will drei Schiffe bauen", "soll im Mai öffnen": an intention, not yet a fact. */
function isPlan(words: readonly StatementWord[]): boolean {
  const modal = words.findIndex(({ lower }) => PLANS.has(lower));
  if (modal < 0 || words.some(({ lower }) => lower === "niemand" || lower === "keiner")) return false;
  const clause = clauseFrom(words, modal + 1);
  const last = lastWord(clause)?.lower ?? "";
  return last === "werden" || (endsInInfinitive(clause) && !/^(?:haben|sein)$/.test(last));
}

/** "Der Zeuge will den Täter gesehen haben": what somebody says of himself. */
const isOwnStory = (words: readonly Token[]) =>
  words.some(({ lower }) => lower === "will" || lower === "wollen") &&
  /^(?:haben|sein)$/.test(lastWord(words)?.lower ?? "");

function endsInInfinitive(words: readonly StatementWord[]): boolean {
  const verb = lastWord(words);
  if (verb === undefined || verb.tag === "participle" || /^\p{Lu}/u.test(verb.text)) return false;
  return (
    /\p{Ll}(?:en|ern|eln|sein)$/u.test(verb.text) &&
    (verb.tag === "infinitive" || !PAST_PARTICIPLE.test(verb.lower))
  );
}
