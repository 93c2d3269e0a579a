import { nounPhraseCoreEnd } from "@/lib/claims/german-phrases";
import type { GermanPiece } from "@/lib/claims/german-pieces";
import { rewordedPiece } from "@/lib/claims/german-pieces";
import type { Word } from "@/lib/claims/tag-german-words";
import { wordsOf } from "@/lib/text/words-of";

/* Puts German noun phrases into another case. What the forms do not show for certain gives null. */

export type GermanCase = "nominative" | "accusative" | "dative";
/** Masculine, feminine, neuter, plural: what decides the form of an article. */
export type Agreement = "m" | "f" | "n" | "p";

const AGREEMENTS: readonly Agreement[] = ["m", "f", "n", "p"];

const DEFINITE: Record<GermanCase, Record<Agreement, string>> = {
  nominative: { m: "der", f: "die", n: "das", p: "die" },
  accusative: { m: "den", f: "die", n: "das", p: "die" },
  dative: { m: "dem", f: "der", n: "dem", p: "den" },
};
const ENDINGS: Record<GermanCase, Record<Agreement, string>> = {
  nominative: { m: "er", f: "e", n: "es", p: "e" },
  accusative: { m: "en", f: "e", n: "es", p: "e" },
  dative: { m: "em", f: "er", n: "em", p: "en" },
};

/** Prepositions that hold an article, with what it can agree with. */
const CONTRACTED: ReadonlyMap<string, string> = new Map([
  ["im", "mn"],
  ["am", "mn"],
  ["beim", "mn"],
  ["vom", "mn"],
  ["zum", "mn"],
  ["zur", "f"],
  ["ins", "n"],
  ["ans", "n"],
  ["aufs", "n"],
]);

const ARTICLE = /^(?:der|die|das|den|dem|des)$/;
const INDEFINITE = /^(?:ein|kein|mein|unser|sein|ihr)(?:e|en|em|er|es)?$/;
const DEMONSTRATIVE = /^(?:dies|jen|jed|welch|manch|solch)(?:e|en|em|er|es)$/;
/** Determiners that look the same in nominative and accusative plural. */
const PLURAL_DETERMINERS = wordsOf(
  "mehrere mehreren viele vielen einige einigen wenige wenigen zahlreiche zahlreichen beide beiden alle allen sämtliche sämtlichen",
  "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf etliche etlichen",
);

export const isContracted = ({ lower }: Word) => CONTRACTED.has(lower);

/**
 * What a noun phrase can agree with, by its article, what stands before it, and its noun. `before` is the word in front
 * of the phrase.
 */
export function agreementsOf(phrase: readonly Word[], before: Word | undefined): readonly Agreement[] {
  const [first] = phrase;
  if (!first) return [];
  const byArticle = agreementsOfArticle(first, before);
  const end = nounPhraseCoreEnd(phrase, isContracted(first) ? 1 : 0, phrase.length);
  const noun = phrase[(end > 0 ? end : phrase.length) - 1];
  return byArticle.filter((one) => !noun || agreesByEnding(noun, one, first));
}

function agreementsOfArticle(first: Word, before: Word | undefined): readonly Agreement[] {
  const letters = (list: string) => AGREEMENTS.filter((one) => list.includes(one));
  const contracted = CONTRACTED.get(first.lower);
  if (contracted) return letters(contracted);
  if (first.tag === "number") return letters("p");
  if (PLURAL_DETERMINERS.has(first.lower)) return letters("p");
  const ending = endingOf(first.lower);
  if (ending === null) return first.tag === "determiner" ? [] : AGREEMENTS;
  if (ARTICLE.test(first.lower) || DEMONSTRATIVE.test(first.lower)) {
    if (ending === "er")
      return letters(
        before?.tag === "noun" || before?.fine === "PIS" ? "fp" : before?.tag === "preposition" ? "f" : "mf",
      );
    return letters({ e: "fp", es: first.lower === "des" ? "mn" : "n", en: "mp", em: "mn" }[ending] ?? "");
  }
  return letters(
    { "": "mn", e: first.lower === "eine" ? "f" : "fp", en: "m", em: "mn", er: "f", es: "mn" }[ending] ?? "",
  );
}

/** "der" → "er", "ein" → "", "keine" → "e"; null for what has no article's ending. */
function endingOf(determiner: string): string | null {
  if (determiner === "das" || determiner === "des") return "es";
  if (determiner === "die") return "e";
  if (ARTICLE.test(determiner)) return determiner.slice(1);
  if (DEMONSTRATIVE.test(determiner)) return /(?:e|en|em|er|es)$/.exec(determiner)?.[0] ?? null;
  return INDEFINITE.exec(determiner) ? determiner.replace(/^(?:ein|kein|mein|unser|sein|ihr)/, "") : null;
}

const ALWAYS_FEMININE = /\p{L}{2}(?:ung|heit|keit|schaft|ion|tät|enz|anz|ei|ur|ik)$/u;
const ALWAYS_MASCULINE = /\p{L}{3}(?:ismus|ling|eur|ent|ant|ist)$/u;
const ALWAYS_NEUTER = /\p{L}{3}(?:chen|lein|ment|tum|ium)$/u;
const ALWAYS_PLURAL = /\p{L}{2}(?:ungen|heiten|keiten|schaften|ionen|täten|enzen|anzen|innen|ismen)$/u;

function agreesByEnding({ lower, text }: Word, agreement: Agreement, first: Word): boolean {
  if (ALWAYS_PLURAL.test(lower)) return agreement === "p";
  if (/^\p{Lu}+$/u.test(text)) return true;
  if (agreement === "f" && /en$/.test(lower)) return false;
  const isAmbiguous = /(?:sprung|dung|ladung|kur|flur|streik|blick|mechanik|brei|schrei|nachteil)$/.test(
    lower,
  );
  if (ALWAYS_FEMININE.test(lower) && !isAmbiguous && !/(?:partei|polizei)en$/.test(lower))
    return agreement === "f";
  if (
    /\p{L}(?:er|ist|ent|ant|or|eur|at|et|it|ot|log|arch|graf)in$/u.test(lower) &&
    /^(?:die|der|eine|einer)$/.test(first.lower)
  )
    return agreement === "f";
  if (ALWAYS_MASCULINE.test(lower)) return agreement === "m" || (agreement === "n" && /ent$/.test(lower));
  if (ALWAYS_NEUTER.test(lower))
    return agreement === "n" || (agreement === "p" && /(?:chen|lein)$/.test(lower));
  return true;
}

/** The phrase, article and all, in another case; its noun agrees with `agreement`. Null where a form is in doubt. */
export function inCase(
  phrase: readonly Word[],
  { to, agreement, isDefinite = false }: { to: GermanCase; agreement: Agreement; isDefinite?: boolean },
): GermanPiece[] | null {
  const [first, ...rest] = phrase;
  if (!first) return null;
  const hasArticle = first.tag === "determiner" || isContracted(first);
  const determiner = hasArticle ? articleIn(first, to, agreement, isDefinite) : null;
  if (hasArticle && determiner === null) return null;
  const body = hasArticle ? rest : phrase;
  const head =
    first.tag === "determiner"
      ? nounPhraseCoreEnd(phrase, 0, phrase.length) - 1
      : nounPhraseCoreEnd(body, 0, body.length);
  if (head < 1) return null;
  const family = hasArticle ? familyOf(determiner ?? "", first) : "none";
  const declined: GermanPiece[] = [];
  for (const [at, word] of body.entries()) {
    const form = at < head ? inflected(word, { at, head, body, first, to, agreement, family }) : word.text;
    if (form === null) return null;
    declined.push(rewordedPiece(word, form));
  }
  return hasArticle && determiner ? [articlePiece(first, determiner), ...declined] : declined;
}

function articlePiece(first: Word, determiner: string): GermanPiece {
  return rewordedPiece({ ...first, tag: "determiner", finite: null }, determiner);
}

function articleIn(first: Word, to: GermanCase, agreement: Agreement, isDefinite: boolean): string | null {
  const isIndefinite = INDEFINITE.test(first.lower);
  if (
    isContracted(first) ||
    ARTICLE.test(first.lower) ||
    (isDefinite && isIndefinite && /^ein/.test(first.lower))
  )
    return DEFINITE[to][agreement];
  if (PLURAL_DETERMINERS.has(first.lower)) {
    if (agreement !== "p") return null;
    if (!/e[n]?$/.test(first.lower) || /^(?:sieben|zwei|drei)$/.test(first.lower)) return first.lower;
    return first.lower.replace(/n$/, "") + (to === "dative" ? "n" : "");
  }
  if (DEMONSTRATIVE.test(first.lower))
    return first.lower.replace(/(?:e|en|em|er|es)$/, "") + ENDINGS[to][agreement];
  if (!isIndefinite) return null;
  const stem = /^(?:ein|kein|mein|unser|sein|ihr)/.exec(first.lower)?.[0] ?? "";
  const isBare =
    (to === "nominative" && (agreement === "m" || agreement === "n")) ||
    (to === "accusative" && agreement === "n");
  return isBare ? stem : stem + ENDINGS[to][agreement];
}

type ArticleFamily = "definite" | "indefinite" | "none";
function familyOf(determiner: string, first: Word): ArticleFamily {
  if (/^(?:alle|beide)/.test(first.lower)) return "definite";
  if (PLURAL_DETERMINERS.has(first.lower)) return "none";
  return INDEFINITE.test(determiner) ? "indefinite" : "definite";
}

interface Place {
  readonly at: number;
  readonly head: number;
  readonly body: readonly Word[];
  readonly first: Word;
  readonly to: GermanCase;
  readonly agreement: Agreement;
  readonly family: ArticleFamily;
}

/** An adjective or noun of the phrase in its new form. */
function inflected(word: Word, place: Place): string | null {
  const { at, head, body, first, to, agreement, family } = place;
  const next = body[at + 1];
  if (isAttribute(word) && at + 1 < head && (next?.tag === "noun" || next?.tag === "adjective")) {
    if (/^\p{Lu}\p{L}+er$/u.test(word.text)) return word.text;
    return word.text.replace(/(?:en|em|er|es|e)$/, adjectiveEnding(to, agreement, family));
  }
  if (word.tag !== "noun") return word.text;
  const isHead = at === body.findIndex(({ tag }) => tag === "noun");
  return isHead ? nounIn(word, { from: caseShown(first, agreement), to, agreement }) : word.text;
}

/** Also "29-jährigen", which counts as a number. */
const isAttribute = ({ tag, lower }: Word) =>
  tag === "adjective" || (tag === "number" && /\p{L}(?:e|en|em|er|es)$/u.test(lower));

function adjectiveEnding(to: GermanCase, agreement: Agreement, family: ArticleFamily): string {
  if (family === "none") return ENDINGS[to][agreement];
  if (agreement === "p" || to === "dative") return "en";
  if (to === "accusative" && agreement === "m") return "en";
  return family === "indefinite" ? ENDINGS[to][agreement] : "e";
}

/** The case that an article shows by itself; null where it may be several. */
function caseShown(first: Word, agreement: Agreement): GermanCase | "genitive" | null {
  if (/^(?:des|eines|dieses|seines|ihres|keines)$/.test(first.lower) && agreement !== "p") return "genitive";
  if (/em$|^(?:im|am|beim|vom|zum|zur)$/.test(first.lower)) return "dative";
  if (agreement === "p" && /en$/.test(first.lower) && first.lower !== "sieben") return "dative";
  if (agreement === "m" && /en$/.test(first.lower)) return "accusative";
  if (agreement === "m" && /^(?:der|ein|dieser|kein|jeder)$/.test(first.lower)) return "nominative";
  return null;
}

/** "rund", "etwa": words in front of a number. */
export const isQuantifier = ({ lower }: Word) => /^(?:rund|etwa|mindestens|knapp|mehr|über)$/.test(lower);

/** Whether a phrase is one thing or several, by its article, number or noun; null where it may be either. */
export function numberOf(phrase: readonly Word[]): "singular" | "plural" | null {
  const [first] = phrase;
  if (!first) return null;
  const start = isQuantifier(first) ? 1 : 0;
  const opener = phrase[start];
  if (!opener) return null;
  if (
    /^(?:der|das|ein|eine|kein|dieser|dieses|jeder|jede)$/.test(opener.lower) &&
    phrase[start + 1]?.tag !== "number"
  )
    return opener.lower === "der" && nounPhraseCoreEnd(phrase, start, phrase.length) < 0 ? null : "singular";
  if (opener.tag === "number") return opener.text === "1" ? "singular" : "plural";
  if (opener.tag === "adjective") return null;
  const agreements = agreementsOf(phrase.slice(start), undefined);
  if (agreements.length === 1 && agreements[0] === "p") return "plural";
  if (agreements.length === 1) return "singular";
  const head = phrase[nounPhraseCoreEnd(phrase, start, phrase.length) - 1]?.lower ?? "";
  if (opener.lower === "die" && !/(?:e|en|er|n|s|el)$/.test(head)) return "singular";
  return /^die$/.test(opener.lower) &&
    /(?:bank|partei|stadt|wehr|armee|firma|gruppe|schule|kirche|behörde)$/.test(head)
    ? "singular"
    : null;
}

// ---- nouns ---------------------------------------------------------------------------------------------------

/** Masculine nouns that have -en in every case but the nominative singular. */
const WEAK =
  /\p{L}{2}(?:ent|ant|ist|at|it|ot|et|arch|graph|graf|soph|nom|log|geg|ekt|held|mensch|fürst|prinz|präsident|christ|pilot|soldat)en$/u;
const WEAK_IN_E =
  /(?:kollege|experte|zeuge|junge|kunde|russe|franzose|pole|schwede|däne|finne|chinese|türke|grieche|brite|schotte|ire|serbe|kroate|bulgare|rumäne|insasse|nachkomme|gefährte|erbe|sklave|psychologe|biologe|geologe|soziologe|archäologe|theologe|ökologe|stratege|pädagoge|neffe|bube|hase|affe|löwe|name)n$/;
const STRONG_IN_EN =
  /(?:hafen|wagen|garten|boden|schaden|streifen|laden|posten|regen|süden|norden|osten|westen|ofen|bogen|graben|faden|kasten|rahmen|tropfen|haufen|reifen|balken|brunnen|rücken|magen|rasen|kragen|orden|morgen|abend|rasen|knochen|schatten|funken|orten|weizen|roggen|batzen|karren|felsen|verfahren|unternehmen|leben|abkommen|verbrechen|vorhaben|schreiben|treffen|essen|wesen|zeichen|becken|rennen|eisen|wappen|interesse|einkommen|aufkommen|vorkommen|ansehen|vertrauen|volumen|examen)$/;

interface NounForm {
  readonly from: GermanCase | "genitive" | null;
  readonly to: GermanCase;
  readonly agreement: Agreement;
}

/** A noun in another case; null where its form may belong to two words. */
function nounIn({ text, lower }: Word, { from, to, agreement }: NounForm): string | null {
  if (/^[\p{Lu}\d-]+$/u.test(text)) return text;
  if (agreement === "p") return pluralIn(text, lower, from, to);
  if (agreement === "f") return text;
  if (from === "genitive") return withoutGenitiveEnding(text);
  if (agreement !== "m") return text;
  if (from === "nominative" && to !== "nominative") return weakOblique(text, lower);
  if (to === "nominative" && from !== "nominative") return weakNominative(text, lower);
  return text;
}

function weakOblique(text: string, lower: string): string {
  if (WEAK.test(`${lower}en`)) return `${text}en`;
  return WEAK_IN_E.test(`${lower}n`) ? `${text}n` : text;
}

function weakNominative(text: string, lower: string): string | null {
  if (WEAK_IN_E.test(lower)) return text.slice(0, -1);
  if (WEAK.test(lower)) return text.slice(0, -2);
  return lower.endsWith("en") && !STRONG_IN_EN.test(lower) ? null : text;
}

/** Feminine nouns in -er and -el, whose plural has the -n in every case. */
const FEMININE_IN_N =
  /(?:nummern|kammern|mauern|steuern|federn|schwestern|ziffern|kartoffeln|inseln|regeln|formeln|tafeln|wurzeln|zwiebeln|nadeln|gabeln|fackeln|ampeln|klauseln|kugeln|schachteln|fasern|adern|feiern|opern|muskeln|bauern|bayern|nachbarn|ungarn|trümmern)$/;

function pluralIn(text: string, lower: string, from: NounForm["from"], to: GermanCase): string | null {
  if (to === "dative") return from !== "dative" && /(?:e|er|el)$/.test(lower) ? `${text}n` : text;
  if (from !== "dative" || !lower.endsWith("n") || NOMINALISED.test(lower) || PLURAL_IN_EN.test(lower))
    return text;
  if (/(?:ern|eln)$/.test(lower)) return FEMININE_IN_N.test(lower) ? text : text.slice(0, -1);
  return PLURAL_IN_E.test(lower) || /[äöü]\p{Ll}{1,5}en$/u.test(lower) ? text.slice(0, -1) : null;
}
/** "die Beschäftigten", "die Jugendlichen": adjectives used as nouns keep their ending behind an article. */
const NOMINALISED =
  /(?:igten|ierten|etzten|ellten|ammten|ordneten|ächtigen|hörigen|fangenen|offenen|iebenen|wachsenen|lichen|amten|toten|kranken|deutschen|klagten|urteilten|suchten|wanderten|enden)$/;
const PLURAL_IN_EN =
  /(?:ungen|heiten|keiten|schaften|ionen|täten|enzen|anzen|innen|ien|uren|eien|stellen|schulen|frauen|menschen|personen|enten|anten|isten|aten|oten|experten|behörden|parteien|staaten|daten|zeiten|arbeiten|kosten|waren|straßen|firmen|gruppen|banken|wochen|stunden|minuten|kirchen|brücken|wahlen|zahlen)$/;
const PLURAL_IN_E =
  /(?:leuten|jahren|tagen|angriffen|betrieben|projekten|diensten|schiffen|booten|teilen|zielen|preisen|kreisen|berichten|flügen|orten|werken|stoffen|freunden|monaten|wegen|tieren|spielen|nissen|dokumenten|medikamenten|geräten|gesetzen|verlusten|besuchen|texten|konflikten|punkten|konzerten|hunden|filmen|sitzen|prozessen)$/;

const GENITIVE_OF_E =
  /(?:e(?:nde)|gebäude|gelände|gemälde|getreide|gewerbe|gebirge|interesse|auge|erbe|käse|gefüge|gehege|gelage)s$/;

/** "Umweltbundesamtes" → "Umweltbundesamt", "Deichverbands" → "Deichverband". */
export function withoutGenitiveEnding(noun: string): string {
  const lower = noun.toLowerCase();
  if (GENITIVE_OF_E.test(lower)) return noun.slice(0, -1);
  if (/ns$/.test(lower) && /(?:name|wille|glaube|gedanke|friede|funke)ns$/.test(lower))
    return noun.slice(0, -2);
  if (/(?:sses|ßes)$/.test(lower)) return noun.slice(0, -2);
  if (/[^aeiouäöüys]es$/.test(lower) && lower.length > 4) return noun.slice(0, -2);
  if (/ses$/.test(lower)) return noun.slice(0, -2);
  return /[^s]s$/.test(lower) && !/(?:us|is|as|os)$/.test(lower) ? noun.slice(0, -1) : noun;
}
