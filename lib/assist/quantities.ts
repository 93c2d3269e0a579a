import { wordsOf } from "@/lib/text/words-of";

/** A number as a text states it: nothing of it may change on the way into a wording. */
export type Quantity = {
  /** Digits in one form for the language; small number words as digits, other ones as the word. */
  value: string;
  /** What follows and belongs to it, in one form: "1e6 €" for "Millionen Euro" and "Mio. €". */
  unit: string;
  /** "rund", "mindestens", "bis zu" … */
  bound: "about" | "almost" | "least" | "most" | null;
  /** The noun that is counted, where it stands close by. */
  noun: string | null;
};

const SMALL_NUMBERS = new Map(
  [
    "zwei two",
    "drei three",
    "vier four",
    "fünf five",
    "sechs six",
    "sieben seven",
    "acht eight",
    "neun nine",
    "zehn ten",
    "elf eleven",
    "zwölf twelve",
  ].flatMap((words, index) => words.split(" ").map((word) => [word, String(index + 2)] as const)),
);

const GERMAN_PART =
  "ein|zwei|zwo|drei|vier|fünf|sechs?|sieb(?:en)?|acht|neun|zehn|elf|zwölf|zwanzig|drei(?:ß|ss)ig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig|hundert|tausend|und";
const GERMAN_NUMBER = new RegExp(`^(?:${GERMAN_PART})+(?:s?te[nrsm]?|fache?[nrsm]?|mal|e|en)?$`);
const NO_NUMBER = /^(?:und|unde|unden|eine?n?|einmal|einte[nrsm]?|sech)$/;
const ENGLISH_NUMBER =
  /^(?:(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\p{L}+)?|(?:thir|four|fif|six|seven|eigh|nine)teen)$/u;
const NUMBER_NAMES = wordsOf(
  "erste ersten erster erstes erstem dritte dritten dritter drittes drittem hälfte halb halbe halben halber halbes drittel viertel",
  "doppelt doppelte doppelten verdoppelt verdreifacht dutzend dutzende hunderte tausende einzige einzigen",
  "first third fourth fifth half quarter dozen dozens hundreds thousands twice double doubled triple tripled",
);
/** "all" of what the text says of some is another statement. */
const QUANTIFIERS = wordsOf(
  "alle allen aller sämtliche sämtlichen jeder jede jedes jeden meisten nur ausschließlich",
  "all every each most only",
);

const UNITS = new Map(
  Object.entries({
    "%": "% prozent percent pct",
    pp: "prozentpunkt prozentpunkte prozentpunkten",
    "€": "€ euro euros eur",
    $: "$ dollar dollars usd us-dollar",
    "£": "£ pound pounds gbp",
    chf: "franken chf francs",
    "1e2": "hundert hundred",
    "1e3": "tausend thousand tsd",
    "1e6": "million millionen mio",
    "1e9": "milliarde milliarden mrd",
    km: "kilometer kilometern kilometers kilometres km",
    m: "meter metern meters metres m",
    cm: "zentimeter zentimetern centimeters centimetres cm",
    "km/h": "km/h stundenkilometer stundenkilometern kmh",
    m2: "quadratmeter quadratmetern m² qm",
    km2: "quadratkilometer quadratkilometern km²",
    ha: "hektar hectares",
    "°": "° grad degrees",
    kg: "kilo kilogramm kilograms kg",
    t: "tonne tonnen tonnes tons t",
    l: "liter litern litres liters",
    uhr: "uhr",
    year: "jahr jahre jahren jahres year years",
    month: "monat monate monaten month months",
    week: "woche wochen week weeks",
    day: "tag tage tagen day days",
    hour: "stunde stunden hour hours",
    minute: "minute minuten minutes",
    second: "sekunde sekunden seconds",
  }).flatMap(([form, words]) => words.split(" ").map((word) => [word, form] as const)),
);
/** "€" for "Euro", "1e6" for "Mio"; undefined for what is no unit. */
export const unitForm = (word: string, language: string): string | undefined =>
  scaleOf(word.toLowerCase(), language);

/** "Prozent", "Mio": compared as part of its number, in whatever form it is written. */
export const isUnit = (word: string): boolean => scaleOf(word.toLowerCase(), "de") !== undefined;

/** "zwölf", "alle": looked at as a number, and not as a word. */
export const isNumberWord = (word: string): boolean => findQuantities(word, "de").length > 0;

const CURRENCIES = wordsOf("€ $ £ chf");
const SCALES = wordsOf("1e2 1e3 1e6 1e9 1e12");

const BOUNDS = [
  [
    "least",
    /(?:mindestens|wenigstens|über|mehr als|nicht weniger als|gut|at least|more than|over|no (?:fewer|less) than)$/,
  ],
  ["most", /(?:höchstens|maximal|unter|weniger als|bis zu|at most|up to|(?:less|fewer) than|under|below)$/],
  ["almost", /(?:knapp|fast|nahezu|beinahe|nearly|almost)$/],
  [
    "about",
    /(?:rund|etwa|ca\.?|circa|ungefähr|annähernd|schätzungsweise|about|around|roughly|approximately)$/,
  ],
] as const;

const TOKEN =
  /(?<!\d)\d{1,3}(?:[ \u00a0\u202f'’]\d{3})+(?!\d)|\d+(?:[.,:]\d+)*|km\/h|\p{L}[\p{L}\p{M}²]*(?:-\p{L}[\p{L}\p{M}]*)*|[%€$£°]/gu;

type Piece = { text: string; lower: string; start: number; end: number };

/** The numbers of a text with what belongs to them, in its order. */
export function findQuantities(text: string, language: string): Quantity[] {
  const pieces = [...text.matchAll(TOKEN)].map(
    ([piece], index, all): Piece => ({
      text: piece,
      lower: piece.toLowerCase(),
      start: all[index]?.index ?? 0,
      end: (all[index]?.index ?? 0) + piece.length,
    }),
  );
  const found: Quantity[] = [];
  for (let index = 0; index < pieces.length; index++) {
    const unsigned = numberAt(pieces, index, language);
    if (unsigned === null) continue;
    const value = isNegative(text, pieces[index]?.start ?? 0) ? `-${unsigned}` : unsigned;
    const end = unitEnd(pieces, index, text);
    found.push({
      value,
      unit: unitOf(pieces, { index, end, language }),
      bound: boundBefore(
        text,
        (hasCurrencyBefore(pieces, index) ? pieces[index - 1] : pieces[index])?.start ?? 0,
      ),
      noun: isYear(value) ? null : countedNoun(pieces, end, text),
    });
    index = end - 1;
  }
  return found;
}

/** "-5 Grad", "minus fünf Grad"; the dash of "1990-95" and of "Covid-19" is none. */
function isNegative(text: string, start: number): boolean {
  return (
    /(?:(?:^|[\s(])[-−–]\s?|(?<!\p{L})minus )$/iu.test(text.slice(Math.max(0, start - 7), start)) &&
    !/[\d\p{L}%€] [-−–] $/u.test(text.slice(Math.max(0, start - 7), start))
  );
}

function numberAt(pieces: readonly Piece[], index: number, language: string): string | null {
  const piece = pieces[index];
  if (!piece) return null;
  const { lower } = piece;
  if (/^\d/.test(lower)) return digitsOf(lower, language);
  const small = SMALL_NUMBERS.get(lower) ?? SMALL_NUMBERS.get(lower.replace(/en?$/, ""));
  if (small !== undefined) return small;
  if (lower === "ein" || lower === "eine" || lower === "einer" || lower === "one" || lower === "a")
    return SCALES.has(UNITS.get(pieces[index + 1]?.lower ?? "") ?? "") ? "1" : null;
  if (NUMBER_NAMES.has(lower) || QUANTIFIERS.has(lower) || SCALES.has(scaleOf(lower, language) ?? ""))
    return lower;
  if (GERMAN_NUMBER.test(lower) && !NO_NUMBER.test(lower))
    return lower.replace(/(?<=ig|hundert|tausend)en?$/, "");
  return ENGLISH_NUMBER.test(lower) ? lower : null;
}

/** "1.200,5" and "1,200.5" are the same number in their languages. */
function digitsOf(digits: string, language: string): string {
  const plain = digits.replace(/[ \u00a0\u202f'’]/g, "");
  if (language.startsWith("de")) {
    if (/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(plain)) return plain.replaceAll(".", "").replace(",", ".");
    return /^\d+,\d+$/.test(plain) ? plain.replace(",", ".") : plain;
  }
  return /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(plain) ? plain.replaceAll(",", "") : plain;
}

/** "Billion" is a million millions in German and a thousand in English. */
function scaleOf(lower: string, language: string): string | undefined {
  if (/^billion(?:en|s)?$/.test(lower)) return language.startsWith("de") ? "1e12" : "1e9";
  if (/^trillion(?:s)?$/.test(lower)) return "1e12";
  return UNITS.get(lower);
}

function isClose(text: string, left: Piece, right: Piece): boolean {
  return /^[ \u00a0\u202f.-]{0,2}$/.test(text.slice(left.end, right.start));
}

function unitEnd(pieces: readonly Piece[], index: number, text: string): number {
  let end = index + 1;
  for (let next = pieces[end], last = pieces[index]; next && last; next = pieces[end]) {
    if (!isClose(text, last, next) || scaleOf(next.lower, "de") === undefined) break;
    last = next;
    end++;
  }
  return end;
}

function hasCurrencyBefore(pieces: readonly Piece[], index: number): boolean {
  const [before, own] = [pieces[index - 1], pieces[index]];
  return (
    before !== undefined &&
    own !== undefined &&
    own.start - before.end <= 1 &&
    CURRENCIES.has(UNITS.get(before.lower) ?? "") &&
    !/\d/.test(pieces[index - 2]?.text ?? "")
  );
}

function unitOf(
  pieces: readonly Piece[],
  { index, end, language }: { index: number; end: number; language: string },
): string {
  const units = pieces.slice(index + 1, end).map(({ lower }) => scaleOf(lower, language) ?? "");
  const before = hasCurrencyBefore(pieces, index) ? UNITS.get(pieces[index - 1]?.lower ?? "") : undefined;
  return [...units, ...(before === undefined ? [] : [before])].join(" ");
}

function boundBefore(text: string, start: number): Quantity["bound"] {
  const before = text
    .slice(Math.max(0, start - 24), start)
    .toLowerCase()
    .trimEnd();
  const word = (pattern: RegExp) => {
    const at = before.search(pattern);
    return at >= 0 && !/\p{L}/u.test(before.charAt(at - 1));
  };
  return BOUNDS.find(([, pattern]) => word(pattern))?.[0] ?? null;
}

const isYear = (value: string) => /^(?:1[5-9]|20)\d\d$/.test(value);

/** "412 neue Wohnungen": a capitalised word or an English plural, at most one word away. */
function countedNoun(pieces: readonly Piece[], end: number, text: string): string | null {
  const [own, first, second] = [pieces[end - 1], pieces[end], pieces[end + 1]];
  if (!own || !first || !isClose(text, own, first)) return null;
  if (isNoun(first)) return first.lower;
  const isAdjective =
    /^\p{Ll}{3,}(?:e|en|er|es)$/u.test(first.text) &&
    !/^(?:eine?[nrs]?|diese[nrs]?|seine[nrs]?|ihre[nrs]?)$/.test(first.lower);
  return isAdjective && second && isClose(text, first, second) && isNoun(second) ? second.lower : null;
}

const isNoun = ({ text }: Piece) => /^\p{Lu}\p{Ll}{2,}/u.test(text) || /^\p{Ll}{3,}[^s\P{Ll}]s$/u.test(text);

/** Whether the text states this very number: the same value, unit and bound, counting the same thing. */
export function isStated(quantity: Quantity, stated: readonly Quantity[]): boolean {
  return stated.some(
    (other) =>
      other.value === quantity.value &&
      other.unit === quantity.unit &&
      other.bound === quantity.bound &&
      (other.noun === null || quantity.noun === null || sameNoun(other.noun, quantity.noun)),
  );
}

function sameNoun(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return long.startsWith(short) && long.length - short.length <= 2;
}
