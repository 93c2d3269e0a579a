import type { Addition } from "@/lib/claims/english-additions";
import { antecedentsBefore, canStandAlone, cutOf, isNegated } from "@/lib/claims/english-additions";
import type { Cut } from "@/lib/claims/english-clauses";
import {
  longNounPhraseEnd,
  nounPhraseEnd,
  ofPhraseEnd,
  parseClause,
  skipAdverbs,
  verbGroupAt,
} from "@/lib/claims/english-phrases";
import { isPlural } from "@/lib/claims/english-verbs";
import {
  fineTag,
  inside,
  isAdjective,
  isBe,
  isBreak,
  isCoordinator,
  isFiniteAt,
  isName,
  isNoun,
  isNumber,
  isPreposition,
  isPronoun,
  wordInPlaceOf,
} from "@/lib/claims/english-words";
import type { WordRange } from "@/lib/claims/speech-grammar";
import type { Word } from "@/lib/claims/tag-german-words";
import { withText } from "@/lib/claims/tag-german-words";

/** "The bridge, which was built in 1936, is closed", "a man who fled", "three of whom", "in which", "whose", "where". */
export function* relativeClauses(words: readonly Word[]): Iterable<Cut> {
  for (let at = 1; at < words.length - 1; at++) {
    if (!/^(?:who|whom|whose|which|where|that)$/.test(words[at]?.lower ?? "")) continue;
    if (words[at]?.lower === "that" && fineTag(words[at]) !== "WDT") continue;
    const opener = relativeOpener(words, at);
    const isSetOff = isBreak(words[opener - 1]);
    const antecedentEnd = isSetOff ? opener - 1 : opener;
    if (!isSetOff && opener === at) yield* sameSubject(words, at);
    const phraseEnd =
      words[at]?.lower !== "who"
        ? ofPhraseEnd
        : hasThingBeforeOf(words, antecedentEnd)
          ? nounPhraseEnd
          : longNounPhraseEnd;
    for (const antecedent of antecedentsBefore(words, antecedentEnd, phraseEnd)) {
      const addition = relativeAddition(words, { at, opener, isSetOff, antecedent });
      if (addition) yield cutOf(words, addition);
    }
  }
}

/** "Jane Roe is a lawyer who bought the club": what the lawyer did, Jane Roe did. */
function* sameSubject(words: readonly Word[], at: number): Iterable<Cut> {
  const parsed = parseClause(words.slice(0, at));
  if (!parsed || !/^(?:is|was)$/.test(words[parsed.verb.main]?.lower ?? "") || words[at]?.lower !== "who")
    return;
  if (
    !/^an?$/.test(words[parsed.verb.to]?.lower ?? "") ||
    longNounPhraseEnd(words, parsed.verb.to, at) !== at
  )
    return;
  const subject = words.slice(parsed.subject.from, parsed.subject.to);
  if (subject.some(isPronoun) || words.slice(at).some(isBreak)) return;
  yield [words.slice(0, at), [...subject, ...words.slice(at + 1)]];
}

/** "since 2011, when 40 people died": "40 people died in 2011". */
export function* datedClauses(words: readonly Word[]): Iterable<Cut> {
  for (let at = 3; at < words.length - 2; at++) {
    const mark = words[at - 1];
    const time = words[at - 2];
    if (words[at]?.lower !== "when" || !isBreak(mark) || !mark || !time) continue;
    const isYearOrMonth = /^(?:1[5-9]|20)\d\d$/.test(time.text) || MONTH.test(time.text);
    const rest = words.slice(at + 1);
    if (!isYearOrMonth || !parseClause(rest) || rest.some(isBreak)) continue;
    const from = MONTH.test(words[at - 3]?.text ?? "") ? at - 3 : at - 2;
    yield [words.slice(0, at - 1), [...rest, wordInPlaceOf(mark, "in", "IN"), ...words.slice(from, at - 1)]];
  }
}

const MONTH = /^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/;

/** "the body of a woman who …": the woman, not the body. */
function hasThingBeforeOf(words: readonly Word[], end: number): boolean {
  const of = words.findLastIndex(({ lower }, at) => at < end && lower === "of");
  return of > 0 && NO_PERSON.test(words[of - 1]?.lower ?? "");
}
const NO_PERSON =
  /^(?:body|death|deaths|home|house|arrest|case|life|lives|murder|killing|identity|name|names|number|trial|family|families|hundreds|thousands|dozens|group|majority|release|father|mother|parents|wife|husband|son|daughter)$/;

/** Where "three of whom", "in which" begin. */
function relativeOpener(words: readonly Word[], at: number): number {
  if (!isPreposition(words[at - 1])) return at;
  if (words[at - 1]?.lower !== "of") return at - 1;
  const comma = words.findLastIndex((word, index) => index < at && isBreak(word));
  return comma >= 0 && at - comma <= 6 ? comma + 1 : at - 1;
}

interface RelativePlace {
  readonly at: number;
  readonly opener: number;
  readonly isSetOff: boolean;
  readonly antecedent: WordRange;
}

function relativeAddition(
  words: readonly Word[],
  { at, opener, isSetOff, antecedent }: RelativePlace,
): Addition | null {
  const phrase = words.slice(antecedent.from, antecedent.to);
  if (isNegated(words, antecedent.from) || !canStandAlone(phrase, isSetOff)) return null;
  // "Homeopathy, a form of medicine that …": it says something of what stands before the comma.
  if (isBreak(words[antecedent.from - 1]) && /^an?$/.test(phrase[0]?.lower ?? "")) return null;
  const end = additionEnd(words, {
    from: at + 1,
    isSetOff,
    hasVerbBefore: hasMainVerb(words, antecedent.to),
  });
  if (end < 0) return null;
  if (!isSetOff && !isParticular(words, { antecedent, end })) return null;
  const clause = words.slice(opener, end);
  const statement = relativeStatement({
    phrase: antecedent.from === 0 ? phrase : phrase,
    clause,
    pronoun: at - opener,
    place: words[antecedent.from - 1],
  });
  if (!statement) return null;
  const closes = isSetOff && isBreak(words[end]);
  return {
    antecedent,
    range: { from: isSetOff ? opener - 1 : opener, to: closes ? end + 1 : end },
    statement,
  };
}

const hasMainVerb = (words: readonly Word[], end: number) => {
  const parsed = parseClause(words.slice(0, end));
  return parsed !== null && parsed.verb.from < end;
};

/**
 * A clause without a comma tells which one is meant. It can be said by itself where it tells of something that has
 * happened to one certain thing: "a man who had fled", "the bridge that collapsed on Monday".
 */
function isParticular(
  words: readonly Word[],
  { antecedent, end }: { antecedent: WordRange; end: number },
): boolean {
  const phrase = words.slice(antecedent.from, antecedent.to);
  const verb = words.findIndex((_word, at) => at > antecedent.to && isFiniteAt(words, at));
  const isPast =
    /^(?:VBD|VBN)$/.test(fineTag(words[verb])) ||
    /^(?:was|were|had|has|have)$/.test(words[verb]?.lower ?? "");
  const isOneOfMany = phrase.some(
    ({ lower, fine }) =>
      /^(?:first|last|only|same|kind|type|one|ones|way)$/.test(lower) || /^JJS$/.test(fine ?? ""),
  );
  const isIdentity = isBe(words[antecedent.from - 1]);
  return (
    verb > 0 &&
    verb < end &&
    isPast &&
    !isOneOfMany &&
    !isIdentity &&
    !words.slice(antecedent.to, end).some(isBreak)
  );
}

/** Where an addition ends: at the comma before the main verb, at the verb itself, or with the clause. */
function additionEnd(
  words: readonly Word[],
  { from, isSetOff, hasVerbBefore }: { from: number; isSetOff: boolean; hasVerbBefore: boolean },
): number {
  const verb = words.findIndex((_word, at) => at >= from && isFiniteAt(words, at));
  if (verb < 0) return -1;
  const behind = verbGroupAt(words, verb).to;
  for (let at = behind; at < words.length; at++) {
    if (!isSetOff && hasVerbBefore && isBreak(words[at])) return at;
    if (isSetOff && isBreak(words[at])) {
      const next = skipAdverbs(words, at + 1);
      if (isFiniteAt(words, next) || (hasVerbBefore && opensOwnPart(words, at + 1))) return at;
      const second = skipAdverbs(words, at + 2);
      if (hasVerbBefore && isCoordinator(words[at + 1]) && /^(?:VB[DZPN]|MD)$/.test(fineTag(words[second])))
        return at;
      continue;
    }
    if (!isSetOff && !hasVerbBefore && isFiniteAt(words, at) && !isCoordinator(words[at - 1]))
      return skipAdverbsBack(words, at);
  }
  // "said Jane Roe, who lives next door": there is no other verb that the clause could stand in front of.
  const isLast = !words.some((_word, at) => at >= behind && isFiniteAt(words, at));
  return hasVerbBefore || (isSetOff && isLast) ? words.length : -1;
}

function skipAdverbsBack(words: readonly Word[], at: number): number {
  let from = at;
  while (/^RB/.test(fineTag(words[from - 1]))) from--;
  return from;
}

/** ", killing three", ", according to", ", but": what follows goes on with the main clause. */
const opensOwnPart = (words: readonly Word[], at: number) =>
  fineTag(words[at]) === "VBG" || /^(?:after|according|while|although|because)$/.test(words[at]?.lower ?? "");

interface RelativeParts {
  readonly phrase: readonly Word[];
  readonly clause: readonly Word[];
  /** Index of the relative pronoun in the clause. */
  readonly pronoun: number;
  /** The word before the antecedent. */
  readonly place: Word | undefined;
}

/** The relative clause as a sentence, with the antecedent in place of its pronoun. */
function relativeStatement({ phrase, clause, pronoun, place }: RelativeParts): Word[] | null {
  const relative = clause[pronoun];
  const rest = clause.slice(pronoun + 1);
  const last = phrase.at(-1);
  if (!relative || !last || rest.length < 2 || rest.some(isSecondRelative)) return null;
  const verb = skipAdverbs(rest, 0);
  if (pronoun >= 2)
    return isFiniteAt(rest, verb) ? [...clause.slice(0, pronoun), ...definite(phrase), ...rest] : null;
  if (relative.lower === "whose") {
    const owner = withText(last, /s$/.test(last.text) ? `${last.text}'` : `${last.text}'s`);
    return nounPhraseEnd(rest, 0) > 0 ? [...phrase.slice(0, -1), owner, ...inside(rest)] : null;
  }
  const parsed = isFiniteAt(rest, verb) ? null : parseClause(rest);
  if (pronoun === 1 && clause[0]) return parsed ? [...rest, clause[0], ...inside(definite(phrase))] : null;
  if (relative.lower === "where")
    return parsed ? [...rest, placePreposition(place, relative), ...inside(phrase)] : null;
  if (isFiniteAt(rest, verb)) {
    const finite = rest[verb];
    const isSameNumber = !finite || agrees(phrase, finite);
    return isSameNumber && !isAboutTheClause(relative, finite) ? [...phrase, ...rest] : null;
  }
  return parsed ? withObject(rest, parsed.verb, phrase) : null;
}

/** "which she had bought and which I disliked" */
const isSecondRelative = ({ lower }: Word, at: number, rest: readonly Word[]) =>
  /^(?:who|which|that|whose)$/.test(lower) && isCoordinator(rest[at - 1]);

/** "which means", "which makes it": about the whole clause before. */
const isAboutTheClause = (relative: Word, verb: Word | undefined) =>
  relative.lower === "which" &&
  /^(?:means?|meant|makes?|made|allows?|suggests?|explains?)$/.test(verb?.lower ?? "");

function agrees(phrase: readonly Word[], verb: Word): boolean {
  if (/^(?:was|is|has)$/.test(verb.lower) || fineTag(verb) === "VBZ") return !isPlural(phrase);
  if (/^(?:were|are|have)$/.test(verb.lower)) return isPlural(phrase) || /^NNP$/.test(fineTag(phrase.at(-1)));
  return true;
}

/** "ten people, three of whom …" → "three of the ten people". */
function definite(phrase: readonly Word[]): Word[] {
  const [first] = phrase;
  if (!first) return [];
  const lowered = inside(phrase);
  if (isNumber(first) || (isNoun(first) && !isName(first)) || isAdjective(first))
    return [withText(first, `the ${first.lower}`), ...phrase.slice(1)];
  return /^an?$/.test(first.lower) ? [withText(first, "the"), ...phrase.slice(1)] : lowered;
}

function placePreposition(place: Word | undefined, relative: Word): Word {
  const form = place && /^(?:in|at|on)$/.test(place.lower) ? place.lower : "in";
  return wordInPlaceOf(relative, form, "IN");
}

/** "whom police arrested on Monday" → "police arrested the man on Monday"; the verb must have no object of its own. */
function withObject(
  words: readonly Word[],
  verb: WordRange & { main: number },
  object: readonly Word[],
): Word[] | null {
  const next = words[verb.to];
  const isFree =
    next === undefined ||
    isPreposition(next) ||
    /^RB|^RP/.test(fineTag(next)) ||
    /^(?:last|this)$/.test(next.lower);
  if (!isFree || isBe(words[verb.main])) return null;
  return [...words.slice(0, verb.to), ...inside(object), ...words.slice(verb.to)];
}
