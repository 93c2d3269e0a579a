import type { CheckReason, ClaimModality } from "@/lib/claims/claim-vocabulary";
import { MONTHS, WEEKDAYS } from "@/lib/claims/german-words";
import { isNegation } from "@/lib/claims/negation";
import type { Token } from "@/lib/text/tokenize-words";
import { wordsOf } from "@/lib/text/words-of";

export interface CheckWorthiness {
  /** 0 … 1. */
  readonly score: number;
  readonly reasons: readonly CheckReason[];
}

interface Evidence {
  readonly words: readonly Token[];
  readonly modality: ClaimModality;
  /** Between quotation marks in the article. */
  readonly isQuoted: boolean;
}

const ENGLISH_MONTHS = wordsOf(
  "january february march april may june july august september october november december",
);
const NUMBER_WORDS = wordsOf(
  "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf hundert tausend million millionen milliarde milliarden dutzend hälfte drittel",
  "mehrere zahlreiche viele mindestens höchstens rund etwa knapp meisten mehrheit half third most many several hundreds thousands millions",
  "two three four five six seven eight nine ten dozen million billion least almost",
);
const PERCENT = wordsOf("prozent prozentpunkte percent % promille");
const MONEY = wordsOf("euro dollar pfund franken cent € $ £ mio mrd us-dollar");
const SUPERLATIVES = wordsOf(
  "most least best worst highest lowest largest biggest first meisten wenigsten rekord record erste ersten erster einzige",
);
const COMPARISON = wordsOf(
  "mehr weniger höher niedriger größer kleiner stärker schwächer billiger teurer gestiegen gesunken stieg sank more less fewer higher lower than compared rose fell increased",
);
const CAUSE = wordsOf(
  "weil wegen aufgrund infolge durch deshalb daher führt führte verursacht ursache folge cause caused because due leads lead led results prompted",
);
const LAW = wordsOf(
  "gesetz gesetze verbot verboten gericht urteil richtlinie verordnung paragraf grenzwert vorschrift law court ban banned illegal legal rule regulation mandatory",
);
const PLACES = wordsOf("deutschland europa usa russland ukraine frankreich berlin london");
const FIRST_PERSON = wordsOf("ich wir uns mir mich mein unser i we our us my");
const VAGUE = wordsOf(
  "immer zunehmend teilweise teils gewisse einige unterschiedlichem eigentlich besonders überhaupt weiter some rather quite potentially crucial simply",
);

const WEIGHTS: Record<CheckReason, number> = {
  number: 0.16,
  percent: 0.12,
  money: 0.1,
  date: 0.1,
  name: 0.08,
  place: 0.04,
  superlative: 0.08,
  comparison: 0.07,
  cause: 0.08,
  law: 0.05,
  quotation: 0,
  hearsay: 0.08,
  negation: 0.04,
};

const MODALITY_WEIGHTS: Record<ClaimModality, number> = {
  appeal: -0.34,
  opinion: -0.3,
  prediction: -0.16,
  hearsay: 0,
  conjecture: -0.04,
  negated: 0,
  asserted: 0,
};

const BASE = 0.42;

/** How much a claim asks to be checked, from 0 to 1, and why. Rules with weights set by hand, no learned model. */
export function checkWorthinessOf(evidence: Evidence): CheckWorthiness {
  const reasons = reasonsFor(evidence);
  const raised = reasons.reduce(
    (sum, reason) => sum + WEIGHTS[reason],
    BASE + MODALITY_WEIGHTS[evidence.modality],
  );
  const score = raised + deedWeight(evidence.words) - vaguenessWeight(evidence.words);
  return { score: Math.round(Math.min(1, Math.max(0, score)) * 100) / 100, reasons };
}

function reasonsFor({ words, modality, isQuoted }: Evidence): CheckReason[] {
  const has = (set: ReadonlySet<string>) => words.some(({ lower }) => set.has(lower));
  const found: Record<CheckReason, boolean> = {
    number: words.some(
      ({ kind, lower }) => (kind === "number" && !lower.includes("jährig")) || NUMBER_WORDS.has(lower),
    ),
    percent: has(PERCENT),
    money: has(MONEY),
    date: words.some(
      ({ lower }, at) =>
        MONTHS.has(lower) ||
        WEEKDAYS.has(lower) ||
        (ENGLISH_MONTHS.has(lower) && (lower !== "may" || words[at + 1]?.kind === "number")) ||
        /^(?:19|20)\d\d$/.test(lower),
    ),
    name: hasName(words),
    place: has(PLACES),
    superlative: has(SUPERLATIVES) || words.some((word, at) => isSuperlative(word, words[at - 1])),
    comparison:
      has(COMPARISON) ||
      words.some(({ lower }, at) => lower.endsWith("er") && words[at + 1]?.lower === "als"),
    cause: has(CAUSE),
    law: words.some(
      ({ lower }) => LAW.has(lower) || /(?:gesetz|gericht|verordnung|richtlinie)(?:e|es|s|en)?$/.test(lower),
    ),
    quotation: isQuoted,
    hearsay: modality === "hearsay",
    negation: words.some(({ lower }) => isNegation(lower)),
  };
  return (Object.keys(found) as CheckReason[]).filter((reason) => found[reason]);
}

/** "das sicherste", "am höchsten": an ending in front of which an article or "am" stands. */
function isSuperlative({ text, lower }: Token, previous: Token | undefined): boolean {
  if (!/^\p{Ll}{3,}st(?:e|en|er|es)$/u.test(text) || NO_SUPERLATIVE.test(lower)) return false;
  return previous?.lower === "am" ? lower.endsWith("sten") : BEFORE_SUPERLATIVE.has(previous?.lower ?? "");
}
const NO_SUPERLATIVE =
  /^(?:nächst|erst|fest|ernst|bewusst|unbewusst|robust|selbst|trist|unterst|oberst|gefasst|verfasst|passt)/;
const BEFORE_SUPERLATIVE = wordsOf(
  "der die das dem den des seine seiner ihre ihrer sein ihr unser unsere zweit dritt zweite dritte weltweit bundesweit bisher",
);

/** Two capitalised words in a row, an abbreviation in capitals, or a capital inside the sentence in English. */
function hasName(words: readonly Token[]): boolean {
  return words.some(({ text, kind }, at) => {
    if (kind !== "word" || at === 0) return false;
    const next = words[at + 1];
    const isCapital = /^\p{Lu}/u.test(text) && !UNITS.has(text.toLowerCase());
    return (
      (isCapital && next !== undefined && /^\p{Lu}\p{Ll}/u.test(next.text)) || /^\p{Lu}{2,}$/u.test(text)
    );
  });
}

/** "Millionen Euro", "Minuten Verspätung": measures, no names. */
const UNITS = wordsOf(
  "prozent million millionen milliarde milliarden tausend euro dollar jahr jahre jahren monate monaten minuten minute stunden stunde tage tagen meter metern kilometer kilometern",
);

/** What has happened can be checked; auxiliaries of the perfect and the passive show it. */
function deedWeight(words: readonly Token[]): number {
  return words.some(({ lower }) => DEED.has(lower)) ? 0.06 : 0;
}
const DEED = wordsOf(
  "hat haben wurde wurden worden hatte hatten was were has had been lag stieg sank zeigte zeigten",
);

function vaguenessWeight(words: readonly Token[]): number {
  let weight = 0;
  if (words.some(({ lower }) => FIRST_PERSON.has(lower))) weight += 0.05;
  if (words.some(({ lower }) => VAGUE.has(lower))) weight += 0.08;
  if (words.some(({ lower }) => ATTITUDE.test(lower))) weight += 0.15;
  if (words.some(({ lower }) => DUTY.has(lower))) weight += 0.1;
  if (words.at(-1)?.text === "?") weight += 0.25;
  if (words.length < 6) weight += 0.05;
  if (
    words.some(({ lower }) => OFFICE.test(lower)) &&
    words.some(({ lower }) => lower === "ist" || lower === "is")
  )
    weight += 0.2;
  return weight;
}
/** Who welcomes, doubts or comments what is seldom in dispute. */
const ATTITUDE =
  /^(?:zweifel|bezweifel|angezweifelt|bemängel|kritisier|beklag|begrüß|bedauer|lob|kommentier|äußer|stellungnahme|stellung$|welcom|criticis|criticiz|comment)/;
const DUTY = wordsOf("müssen muss müsste müssten sollte sollten should must ought");
const OFFICE =
  /(?:sprecher|sprecherin|direktor|direktorin|präsident|präsidentin|vorsitzende|vorsitzender|leiter|leiterin|minister|ministerin|chef|chefin|director|chairman|president|spokesman|spokeswoman|professor)$/;
