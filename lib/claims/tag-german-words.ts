import type { FiniteForm } from "@/lib/claims/german-verbs";
import {
  AUXILIARY_LEMMAS,
  finiteForm,
  guessedFiniteForm,
  isInfinitive,
  isParticiple,
} from "@/lib/claims/german-verbs";
import {
  ADVERBS,
  COORDINATORS,
  DETERMINERS,
  POSSESSIVES,
  PREPOSITIONS,
  PRONOUNS,
  RELATIVE_PRONOUNS,
  SUBORDINATORS,
} from "@/lib/claims/german-words";
import type { Token } from "@/lib/text/tokenize-words";
import { wordsOf } from "@/lib/text/words-of";

export type WordTag =
  | "noun"
  | "determiner"
  | "preposition"
  | "pronoun"
  | "adjective"
  | "adverb"
  | "finite"
  | "participle"
  | "infinitive"
  | "coordinator"
  | "subordinator"
  | "number"
  | "mark";

export interface Word extends Token {
  readonly tag: WordTag;
  /** What the form says when it is read as a finite verb. */
  readonly finite: FiniteForm | null;
}

/** Gives every German word a part of speech, from closed word lists, capitals, endings and its neighbours. */
export function tagGermanWords(tokens: readonly Token[]): Word[] {
  const words: Word[] = [];
  let isAttributeOpen = false;
  let isBracketOpen = false;
  let isModalOpen = false;
  tokens.forEach((token, index) => {
    const context = {
      previous: words.at(-1),
      beforePrevious: words.at(-2),
      next: tokens[index + 1],
      afterNext: tokens[index + 2],
      isAttributeOpen,
      isBracketOpen,
      isModalOpen,
    };
    const tag = tagOf(token, context);
    if (tag === "finite" && isAuxiliary(token)) isBracketOpen = true;
    else if (tag === "finite" || /^[;:“”"«»]$/.test(token.text)) isBracketOpen = false;
    if (tag === "finite") isModalOpen = isFiniteModal(token);
    else if (/^[;:“”"«»]$/.test(token.text)) isModalOpen = false;
    if (tag === "determiner" && opensAttribute(tokens[index + 1])) isAttributeOpen = true;
    else if (tag === "adjective" && isAttributeOpen) isAttributeOpen = false;
    else if (token.kind === "mark") isAttributeOpen = false;
    words.push(wordOf(token, tag));
  });
  return withoutDoubtfulVerbs(words);
}

const wordOf = (token: Token, tag: WordTag): Word => ({
  start: token.start,
  end: token.end,
  text: token.text,
  lower: token.lower,
  kind: token.kind,
  hasSpaceBefore: token.hasSpaceBefore,
  tag,
  finite: finiteReading(token, tag),
});

/**
 * A verb guessed from its ending is none where the clause has a listed one, or a zu-infinitive. The first guess of a
 * clause stands, the others fall.
 */
function withoutDoubtfulVerbs(words: Word[]): Word[] {
  for (let from = 0; from < words.length; ) {
    let to = from;
    let hasVerb = false;
    let guess = -1;
    for (; to < words.length && !endsVerbScope(words, to); to++) {
      const word = words[to];
      if (!word) continue;
      if (isGuessed(word)) {
        if (guess < 0) guess = to;
        else words[to] = { ...word, tag: "adverb", finite: null };
      } else hasVerb ||= word.tag === "finite" || isZuInfinitive(words, to, from);
    }
    const found = words[guess];
    if (hasVerb && found) words[guess] = { ...found, tag: "adverb", finite: null };
    if (!hasVerb && !found) showDisguisedFinite(words, from, to);
    from = to + 1;
  }
  return words;
}

const isZuInfinitive = (words: readonly Word[], at: number, from: number) => {
  const word = words[at];
  return (
    word?.tag === "infinitive" &&
    ((at > from && words[at - 1]?.lower === "zu") || ZU_INFINITIVE.test(word.lower))
  );
};

function showDisguisedFinite(words: Word[], from: number, to: number) {
  for (let at = from; at < to; at++) {
    const word = words[at];
    if (!word || !isDisguisedFinite(words, at)) continue;
    words[at] = { ...word, tag: "finite", finite: guessedFiniteForm(word.lower) };
    return;
  }
}

/** "Das Werk beschäftigt 900 Menschen": without another verb the form that could be a participle is the finite verb. */
function isDisguisedFinite(words: readonly Word[], at: number): boolean {
  const word = words[at];
  const previous = words[at - 1];
  const next = words[at + 1];
  if (word?.tag !== "participle" || !SAME_AS_PARTICIPLE.test(word.lower) || !next) return false;
  if (!/^(?:noun|determiner|number|adverb|pronoun|adjective)$/.test(next.tag)) return false;
  return previous?.text === ","
    ? words[at - 2]?.tag === "finite"
    : /^(?:noun|pronoun)$/.test(previous?.tag ?? "");
}

/** Verbs without "ge-": their third person and their participle are the same. */
const SAME_AS_PARTICIPLE =
  /^(?:(?:be|emp|ent|er|miss|ver|zer|um|über|unter|wider)\p{Ll}{3,}t|\p{Ll}{2,}iert)$/u;

/** At marks, and before "und" with another verb: "sprengte sich und riss …". */
function endsVerbScope(words: readonly Word[], at: number): boolean {
  const word = words[at];
  const next = words[at + 1];
  if (word?.lower === "und") {
    if (next?.tag !== "finite") return false;
    return finiteForm(next.lower) !== null || /^(?:noun|determiner|number)$/.test(words[at + 2]?.tag ?? "");
  }
  return /^[,;:–]$/.test(word?.text ?? "");
}

const isGuessed = ({ tag, lower }: Word) => tag === "finite" && finiteForm(lower) === null;

interface Context {
  readonly previous: Word | undefined;
  readonly beforePrevious: Word | undefined;
  readonly next: Token | undefined;
  readonly afterNext: Token | undefined;
  /** A determiner waits for its noun behind an extended attribute: "die von der EU verlangten Pläne". */
  readonly isAttributeOpen: boolean;
  /** An auxiliary waits for its participle: "wird … geprüft". */
  readonly isBracketOpen: boolean;
  /** A modal waits for its infinitive: "soll … haben". */
  readonly isModalOpen: boolean;
}

function tagOf(token: Token, context: Context): WordTag {
  if (token.kind !== "word") return token.kind;
  const { lower } = token;
  const opensSentence =
    context.previous === undefined ||
    (context.previous.kind === "mark" && context.previous.text !== "," && context.previous.text !== "-");
  if (isCapitalised(token) && !opensSentence && isCapitalAttribute(token, context)) return "adjective";
  if (isCapitalised(token) && !opensSentence)
    return lower === "sie" || lower === "ihnen" ? "pronoun" : "noun";
  const closed = closedClassOf(token, context);
  if (closed) return closed;
  if (isCapitalised(token)) return capitalisedAtStart(token, context.next);
  if (isAttributive(token, context)) return "adjective";
  if (finiteForm(lower))
    return isParticiple(lower) && closesVerbBracket(context)
      ? "participle"
      : finiteOrInfinitive(token, context);
  if (context.previous?.lower === "zu" && isInfinitive(lower)) return "infinitive";
  if (isParticiple(lower)) return "participle";
  if (isGuessableFinite(token, context)) return "finite";
  if (isInfinitive(lower) && !isNounLike(context.next)) return "infinitive";
  return /(?:e|en|er|es|em)$/.test(lower) ? "adjective" : "adverb";
}

/** "die Demokratische Republik", "das Technische Hilfswerk": an adjective that is part of a name. */
const isCapitalAttribute = ({ lower }: Token, { previous, next }: Context) =>
  previous?.tag === "determiner" &&
  isNounLike(next) &&
  /\p{L}{2}(?:isch|lich|ig)(?:e|en|er|es)$/u.test(lower);

function closedClassOf({ lower }: Token, { next, afterNext, previous }: Context): WordTag | null {
  if (lower === "da" && (previous === undefined || previous.kind === "mark")) return "subordinator";
  if (lower === "sein" && (endsClause(next) || next?.kind === "mark" || previous?.lower === "zu"))
    return "infinitive";
  if (DETERMINERS.has(lower) || POSSESSIVES.has(lower))
    return startsNounPhraseRest(next, afterNext) && !opensRelativeClause(lower, previous, next)
      ? "determiner"
      : "pronoun";
  if (COORDINATORS.has(lower)) return "coordinator";
  if (lower === "zu" && next && !isCapitalised(next) && isInfinitive(next.lower)) return "adverb";
  if (PREPOSITIONS.has(lower))
    return endsClause(next) || next?.kind === "mark"
      ? SUBORDINATORS.has(lower)
        ? "subordinator"
        : "adverb"
      : "preposition";
  if (PRONOUNS.has(lower)) return "pronoun";
  if (ADVERBS.has(lower)) return "adverb";
  if (SUBORDINATORS.has(lower)) return "subordinator";
  return null;
}

/** "…, die nach dem Krieg": a comma before it and a preposition behind it show the relative pronoun. */
const opensRelativeClause = (lower: string, previous: Word | undefined, next: Token | undefined) =>
  previous?.text === "," &&
  RELATIVE_PRONOUNS.has(lower) &&
  next !== undefined &&
  PREPOSITIONS.has(next.lower);

/** Offices in -er, which are no adjectives in front of a name. */
const OFFICE_IN_ER =
  /(?:minister|sprecher|kanzler|meister|forscher|leiter|trainer|politiker|richter|vorsitzender|vorsitzende|manager|spieler|stürmer|hüter|berater|händler|gründer|präsidentin|abgeordneter|abgeordnete|beamter|sieger|ermittler|experte)$/;

function capitalisedAtStart(token: Token, next: Token | undefined): WordTag {
  if (OFFICE_IN_ER.test(token.lower)) return "noun";
  if (next && isCapitalised(next) && next.kind === "word" && /(?:e|en|er|es|em)$/.test(token.lower))
    return "adjective";
  if (next?.kind === "word" && isParticiple(token.lower) && finiteForm(next.lower)) return "participle";
  if (/(?:lich|weise|falls|mals|wärts|seits)$/.test(token.lower)) return "adverb";
  if (finiteForm(token.lower) && next && (DETERMINERS.has(next.lower) || PRONOUNS.has(next.lower)))
    return "finite";
  return "noun";
}

/** An adjective with an ending in front of a noun, after something that opens a noun phrase. */
function isAttributive(token: Token, context: Context): boolean {
  const { previous, beforePrevious, next, afterNext, isAttributeOpen } = context;
  if (!/(?:e|en|er|es|em)$/.test(token.lower) || !next || !previous) return false;
  if (isAuxiliary(token) || isFiniteModal(token)) return false;
  const leadsToNoun =
    isNounLike(next) ||
    (next.kind === "word" &&
      !isCapitalised(next) &&
      isNounLike(afterNext) &&
      /(?:e|en|er|es|em|und)$/.test(next.lower));
  if (!leadsToNoun) return next.text === "," && isAttributiveOpener(previous) && !finiteForm(token.lower);
  if (isAttributeOpen && isParticipial(token.lower)) return true;
  if (previous.tag === "coordinator" || previous.text === ",") {
    return beforePrevious?.tag === "adjective" && !finiteForm(token.lower);
  }
  if (!isAttributiveOpener(previous)) return false;
  return previous.tag !== "adverb" || !finiteForm(token.lower);
}

const isAttributiveOpener = ({ tag, lower }: Word) =>
  tag === "determiner" ||
  tag === "preposition" ||
  tag === "adjective" ||
  tag === "number" ||
  (tag === "adverb" && INTENSIFIERS.has(lower));

const INTENSIFIERS = new Set([
  "sehr",
  "besonders",
  "weiter",
  "mehr",
  "rund",
  "etwa",
  "noch",
  "ganz",
  "nur",
  "auch",
  "immer",
]);

const isParticipial = (word: string) =>
  isParticiple(word.replace(/(?:e|en|er|es|em)$/, "")) ||
  /end(?:e|en|er|es|em)$/.test(word) ||
  /(?:bar|lich|ig|isch)(?:e|en|er|es|em)$/.test(word);

function finiteOrInfinitive(token: Token, { next, afterNext, previous, isModalOpen }: Context): WordTag {
  const form = finiteForm(token.lower);
  const isInfinitiveForm = form?.isPlural === true && form.lemma === token.lower;
  if (isInfinitiveForm && previous?.lower === "zu") return "infinitive";
  if (isInfinitiveForm && next && isFiniteModal(next)) return "infinitive";
  if (
    isInfinitiveForm &&
    next?.lower === "zu" &&
    afterNext &&
    finiteForm(afterNext.lower)?.lemma === afterNext.lower
  ) {
    return "infinitive";
  }
  if (isInfinitiveForm && isModalOpen && endsClause(next)) return "infinitive";
  return "finite";
}

/** "hat … berichtet", "…, dass er berichtet hat": the word that can be finite is the participle of an auxiliary. */
function closesVerbBracket({ next, isBracketOpen }: Context): boolean {
  if (next && isAuxiliary(next)) return true;
  return isBracketOpen && endsClause(next);
}

const isAuxiliary = ({ lower }: Token) => AUXILIARY_LEMMAS.has(finiteForm(lower)?.lemma ?? "");

const isFiniteModal = ({ lower }: Token) => FINITE_MODALS.has(lower);
const FINITE_MODALS = wordsOf(
  "kann können könne könnte könnten muss müssen müsse konnte konnten musste mussten durfte durften wollte soll sollen solle",
  "sollte sollten will wollen wolle darf dürfen dürfe wird werden werde würde würden",
);

/** An unlisted verb is taken for finite where a verb is due: after a noun, pronoun or adverb. */
function isGuessableFinite(token: Token, { previous, next, isAttributeOpen }: Context): boolean {
  if (!previous || isAttributeOpen || !guessedFiniteForm(token.lower) || NEVER_FINITE.test(token.lower))
    return false;
  if (previous.lower === "zu" || ZU_INFINITIVE.test(token.lower)) return false;
  const isDue =
    previous.tag === "noun" ||
    previous.tag === "pronoun" ||
    previous.tag === "adverb" ||
    previous.tag === "number" ||
    isClosingMark(previous) ||
    (previous.tag === "coordinator" && token.lower.endsWith("t") && opensNounPhrase(next));
  return (
    isDue &&
    !(isNounLike(next) && /(?:lichen|ischen|igen|baren|samen|ären|ellen|iven|alen)$/.test(token.lower))
  );
}

const opensNounPhrase = (next: Token | undefined) =>
  next !== undefined && (isNounLike(next) || next.kind === "number" || DETERMINERS.has(next.lower));

/** "freizugeben": the "zu" stands inside a separable verb. */
const ZU_INFINITIVE =
  /^(?:ab|an|auf|aus|bei|durch|ein|fest|fort|frei|her|hin|los|mit|nach|teil|um|vor|weg|weiter|wieder|zurück|zusammen)\p{Ll}*zu\p{Ll}{3,}n$/u;

const NEVER_FINITE =
  /(?:haft|iert|licht|fest|echt|recht|leicht|dicht|wert|heit|keit|sicht|selbst|zumeist|nicht|bereit|laut|weit|gut|alt|tot|rot|ernst|fort|dort|halt|erst|letzt|jetzt|längst|höchst|meist|bekannt|gesamt|verantwortet|unten|oben|innen|außen|hinten|gegen|wegen|zwischen|offen|eigen|selten|golden|trocken|inmitten|mitten|zugunsten|zulasten|vonseiten|seitens)$/;

const isClosingMark = ({ text }: Word) =>
  text === "“" || text === "”" || text === '"' || text === "«" || text === ")" || text === ",";

function finiteReading(token: Token, tag: WordTag): FiniteForm | null {
  if (token.kind !== "word" || tag === "noun" || tag === "adjective") return null;
  const listed = finiteForm(token.lower);
  if (listed) return listed;
  return tag === "finite" ? guessedFiniteForm(token.lower) : null;
}

export const isCapitalised = ({ text }: Token) => {
  const code = text.charCodeAt(0);
  return code < 0x80 ? code >= 0x41 && code <= 0x5a : /^\p{Lu}/u.test(text);
};
const isNounLike = (token: Token | undefined) =>
  token !== undefined && token.kind === "word" && isCapitalised(token);

/** What may stand between a determiner and the end of its noun phrase. */
function startsNounPhraseRest(next: Token | undefined, afterNext: Token | undefined): boolean {
  if (!next) return false;
  if (next.kind === "number" || isOpeningQuote(next)) return true;
  if (next.kind !== "word") return false;
  if (isCapitalised(next)) return true;
  if (PREPOSITIONS.has(next.lower)) return next.lower !== "zu";
  if (DETERMINERS.has(next.lower))
    return /^(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|beiden|vielen|meisten|wenigen|einen|anderen|mehreren|zahlreichen)$/.test(
      next.lower,
    );
  if (isNounLike(afterNext) && /(?:e|er|es|em)$/.test(next.lower)) return true;
  if (finiteForm(next.lower) && !/(?:te|ten)$/.test(next.lower)) return false;
  return (
    /(?:e|en|er|es|em|bis|rund|etwa|sehr|besonders|zunehmend|stark|neu|bereits|dort|damals|insgesamt|weiterhin|kürzlich|zuletzt|am)$/.test(
      next.lower,
    ) && !PRONOUNS.has(next.lower)
  );
}

const opensAttribute = (next: Token | undefined) =>
  next !== undefined &&
  next.kind === "word" &&
  !isCapitalised(next) &&
  (PREPOSITIONS.has(next.lower) || ADVERBS.has(next.lower));
const isOpeningQuote = ({ text }: Token) =>
  text === "„" || text === "“" || text === '"' || text === "»" || text === "‚";
const endsClause = (next: Token | undefined) =>
  next === undefined ||
  (next.kind === "mark" && /[,.;:!?“”"«»)–-]/.test(next.text)) ||
  next.lower === "und" ||
  next.lower === "oder";
