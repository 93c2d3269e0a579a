import { wordsOf } from "@/lib/text/words-of";

/** After one of these a number with a full stop counts something: "am 3. Tag", "der 5. Zivilsenat". */
const BEFORE_ORDINAL = wordsOf(
  "am im zum zur vom beim ans ins der die das dem den des ein eine einem einen einer eines",
  "dieser diese dieses diesem diesen jeder jede jedes jedem jeden seit ab bis ihr ihre ihrem ihren ihrer ihres sein seine",
  "seinem seinen seiner seines unser unsere unserem unseren mein meine meinem dein kein keine",
  "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag",
  "könig kaiser papst",
);

/** After one of these a number is a plain number, so its full stop closes: "auf Platz 24." */
const BEFORE_CARDINAL = wordsOf(
  "platz rang seite nummer nr artikel kapitel paragraf paragraph absatz jahr jahre jahren anfang ende mitte",
  "januar februar märz april mai juni juli august september oktober november dezember",
  "um auf über unter von mit rund etwa circa gegen knapp fast nur position stelle minute klasse gruppe linie",
  "stufe phase teil band zimmer saal gleis tor raum version modell typ liga runde",
);

/** Nouns that an ordinal counts. Compounds end in one of them: "Jahrhundert", "Weltkrieg", "Spielminute". */
const ORDINAL_NOUN_ENDINGS = [
  ...[
    "januar",
    "jänner",
    "februar",
    "märz",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
  ],
  ...["november", "dezember", "jahrhundert", "jahrhunderts", "jahrtausend", "jahrtausends", "hundert", "tag"],
  ...[
    "tages",
    "tags",
    "tage",
    "runde",
    "minute",
    "stunde",
    "woche",
    "monat",
    "monats",
    "jahr",
    "jahres",
    "mal",
  ],
  ...[
    "klasse",
    "platz",
    "rang",
    "stock",
    "etage",
    "obergeschoss",
    "kapitel",
    "krieg",
    "kriegs",
    "liga",
    "etappe",
  ],
  ...[
    "ausgabe",
    "auflage",
    "staffel",
    "folge",
    "teil",
    "kongress",
    "geburtstag",
    "todestag",
    "bezirk",
    "senat",
  ],
  ...["kammer", "division", "armee", "bataillon", "regiment", "parteitag", "legislaturperiode", "lebensjahr"],
  ...["breitengrad", "längengrad", "grad", "stelle", "stufe", "satz", "spieltag", "wahlperiode", "dynastie"],
  ...["präsident", "präsidenten", "weltkrieg", "weltkriegs", "weltkrieges", "saison", "quartal", "quartals"],
  ...[
    "halbzeit",
    "hälfte",
    "drittel",
    "viertel",
    "sinfonie",
    "internationale",
    "republik",
    "reich",
    "reichs",
  ],
];

const LONGEST_DAY = 31;

/** Whether the full stop after a number belongs to the number, given its neighbours in lower case. */
export function isGermanOrdinal(numeral: string, previous: string, next: string): boolean {
  if (numeral.length === 4 || /^\d{1,2}\.\d{1,2}\.\d{2,4}$/.test(numeral)) return false;
  const value = Number(numeral.replaceAll(".", ""));
  if (ORDINAL_NOUN_ENDINGS.some((ending) => next.endsWith(ending))) return true;
  if (BEFORE_ORDINAL.has(previous)) return true;
  if (BEFORE_CARDINAL.has(previous)) return false;
  return value <= LONGEST_DAY && isAdjectiveLike(previous);
}

/** "ihre erfolgreiche 5. Platte": a word in front that agrees with the noun behind the number. */
const isAdjectiveLike = (word: string) =>
  word.length > 4 && /(?:e|en|er|es|em)$/.test(word) && !/ren$/.test(word) && !isPreteriteLike(word);

/** "zählte", "erreichten", but not "letzte", "gesamte", "bekannte". */
const isPreteriteLike = (word: string) =>
  /(?:[^aeiou]t|et)en?$|^(?:wurden?|waren|haben|werden|stehen|sagen|gehen|liegen|sehen)$/.test(word) &&
  !/^(?:ge|un)|(?:st|tz|amt|nnt|hmt|ebt|icht|upt)en?$/.test(word);
