import type { Cut } from "@/lib/claims/english-clauses";
import type { ParsedClause } from "@/lib/claims/english-phrases";
import {
  coordinatedPhrases,
  longNounPhraseEnd,
  nounPhraseEnd,
  parseClause,
} from "@/lib/claims/english-phrases";
import { headOf, isPlural, singularVerb } from "@/lib/claims/english-verbs";
import {
  fineTag,
  inside,
  isAdverb,
  isAuxiliary,
  isBe,
  isBreak,
  isDeterminer,
  isFiniteAt,
  isModal,
  isName,
  isNoun,
  isNumber,
  isPossessive,
  isPreposition,
  isTimeNoun,
  isWeekday,
} from "@/lib/claims/english-words";
import { isNegation } from "@/lib/claims/negation";
import type { WordRange } from "@/lib/claims/speech-grammar";
import type { Word } from "@/lib/claims/tag-german-words";
import { withText } from "@/lib/claims/tag-german-words";

// ---- verbs ---------------------------------------------------------------------------------------------------

/** "closed the bridge and opened a ferry", "was built in 1936 and sold", "will build A, close B and sell C". */
export function* coordinatedVerbs(words: readonly Word[]): Iterable<Cut> {
  const parsed = parseClause(words);
  if (!parsed || words.some(({ lower }) => /^(?:neither|nor|or|either)$/.test(lower))) return;
  for (let at = parsed.verb.to; at < words.length - 1; at++) {
    const opener = words[at]?.lower;
    if (opener !== "and" && opener !== "but" && words[at]?.text !== ",") continue;
    const verb = verbBehind(words, at);
    if (verb < 0 || hasInnerClause(words, parsed.verb.to, at)) continue;
    const left = words.slice(0, isBreak(words[at - 1]) ? at - 1 : at);
    if (mayBeAttribute(words, verb, left, parsed)) continue;
    if (words[at]?.text === "," && !continuesList(words, verb)) continue;
    const shared = sharedBefore(left, words[verb], { parsed, hasObject: hasObjectAt(words, verb + 1) });
    if (!shared || isBare(left, parsed, words.slice(verb))) continue;
    const isOwnVerb = shared.length === parsed.verb.from && !isAuxiliary(words[verb]);
    const rest = words
      .slice(at + 1)
      .map((word, index) => (isOwnVerb && index === verb - at - 1 ? asFinite(word) : word));
    const repeatsTo = rest[0]?.lower === "to" && shared.at(-1)?.lower === "to";
    yield [left, [...shared, ...(repeatsTo ? rest.slice(1) : rest)]];
  }
}

/** "declared safe" has none: a single word behind a verb may be a predicate. */
function hasObjectAt(words: readonly Word[], at: number): boolean {
  const to = nounPhraseEnd(words, at);
  return to > at + 1 || (to > at && /^(?:NNS|NNPS?|PRP|CD)$/.test(fineTag(words[at])));
}

function asFinite(word: Word): Word {
  if (fineTag(word) === "VBN") return { ...word, fine: "VBD", tag: "finite" };
  return fineTag(word) === "VB" ? { ...word, fine: "VBP", tag: "finite" } : word;
}

/** "seafood, milk and iodised salt", "long queues and isolated power cuts": a participle before a bare noun may belong to it. */
function mayBeAttribute(
  words: readonly Word[],
  verb: number,
  left: readonly Word[],
  { verb: main }: ParsedClause,
): boolean {
  const isBefore = /ed$/.test(words[verb]?.lower ?? "") && /^NNS?$/.test(fineTag(words[verb + 1]));
  const isPresent = /^VB[ZP]$/.test(fineTag(left[main.main]));
  // "carried banners and shouted slogans" is plain: the same tense, and one noun alone.
  const isPlain = !isPresent && fineTag(words[verb]) === "VBD" && !isNoun(words[verb + 2]);
  return isBefore && isNoun(left.at(-1)) && left.length > main.to && !isPlain;
}

/** Behind "said it regretted …" or "a man who …" the second verb may belong to the inner clause. */
function hasInnerClause(words: readonly Word[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const isConjunct = /^(?:and|but|,)$/.test(words[at - 1]?.lower ?? "") || isAdverb(words[at - 1]);
    if (isFiniteAt(words, at) && !isConjunct) return true;
  }
  return false;
}

/** The verb directly behind a conjunction; adverbs may stand between. */
function verbBehind(words: readonly Word[], at: number): number {
  let verb = at + 1;
  if (words[at]?.text === "," && /^(?:and|but)$/.test(words[verb]?.lower ?? "")) return -1;
  while (isAdverb(words[verb]) || words[verb]?.lower === "then" || words[verb]?.lower === "to") verb++;
  const isVerb = isFiniteAt(words, verb) || /^(?:VBN|VB|VBD)$/.test(fineTag(words[verb]));
  return isVerb && !(fineTag(words[verb]) === "VBN" && /^NN/.test(fineTag(words[verb + 1]))) ? verb : -1;
}

/** A comma joins verbs only in a list that "and" closes. */
function continuesList(words: readonly Word[], from: number): boolean {
  const and = words.findIndex(({ lower }, at) => at > from && lower === "and");
  return and > 0 && verbBehind(words, and) > 0;
}

/** Past forms that no passive auxiliary goes with: "was born in Riga and died in Paris". */
const INTRANSITIVE =
  /^(?:died|fled|fell|rose|went|came|returned|arrived|escaped|happened|occurred|appeared|disappeared|remained|stayed|worked|lived|served|retired|resigned|collapsed|became|began)$/;

/** The words that the second verb shares: the subject, and the auxiliary that its form asks for. */
function sharedBefore(
  left: readonly Word[],
  second: Word | undefined,
  { parsed: { verb }, hasObject }: { parsed: ParsedClause; hasObject: boolean },
): readonly Word[] | null {
  const group = left.slice(verb.from, verb.to);
  const first = left[verb.from];
  if (!second || !first) return null;
  const tag = fineTag(second);
  const isSecondFinite = tag === "VBD" || tag === "VBZ" || tag === "VBP" || isAuxiliary(second);
  const hasAuxiliary = verb.main > verb.from;
  const isNegative = group.some(({ lower }) => isNegation(lower));
  if (
    hasAuxiliary &&
    !isNegative &&
    /^VB[ND]$/.test(tag) &&
    !isAuxiliary(second) &&
    fineTag(left[verb.main]) !== "VB"
  ) {
    const be = left.findIndex((word, at) => at >= verb.from && at < verb.main && isBe(word));
    const isActive = be >= 0 && (INTRANSITIVE.test(second.lower) || (hasObject && /^VB[DN]$/.test(tag)));
    return left.slice(0, isActive ? be : verb.main);
  }
  const isBase = tag === "VB" || (tag === "VBP" && !isAuxiliary(second));
  if (isBase && (tag === "VB" || fineTag(first) !== "VBP")) {
    const base = left.findLastIndex(
      (word, at) =>
        at > 0 && fineTag(word) === "VB" && (left[at - 1]?.lower === "to" || isModal(left[at - 1])),
    );
    if (
      base <= 0 &&
      /^(?:VBP|VBD)$/.test(fineTag(first)) &&
      /^(?:are|have|VBP)$/.test(isAuxiliary(first) ? first.lower : fineTag(first))
    )
      return left.slice(0, verb.from);
    return base > 0 && !left.slice(0, base).some(({ lower }) => isNegation(lower))
      ? left.slice(0, base)
      : null;
  }
  if (tag === "VBN" && fineTag(first) === "VBD" && !hasAuxiliary && !isBe(first))
    return left.slice(0, verb.from);
  return isSecondFinite ? left.slice(0, verb.from) : null;
}

/** "designed and built the bridge": the first verb has no object of its own, and the second has one. */
function isBare(left: readonly Word[], { verb }: ParsedClause, right: readonly Word[]): boolean {
  return left.length === verb.to && nounPhraseEnd(right, 1) > 0;
}

// ---- subjects ------------------------------------------------------------------------------------------------

/** Verbs and words that need several partners. */
const TOGETHER =
  /^(?:met|meet|meets|agree[ds]?|married|together|both|between|each|joint|jointly|same|similar|different|differ|shared?|shares|respectively|signed|clashed|collided|merged|divorced|negotiat\w+|talks|combined|total|totall?ed|versus|among|compet\w+)$/;

/** "The museum and the zoo were closed": one statement for each. */
export function* coordinatedSubjects(words: readonly Word[]): Iterable<Cut> {
  const parsed = parseClause(words);
  if (!parsed || words.some(({ lower }) => TOGETHER.test(lower) && lower !== "both")) return;
  const parts = coordinatedPhrases(words, parsed.subject.from, parsed.subject.to);
  if (parts.length < 2 || parts.at(-1)?.to !== parsed.subject.to) return;
  const between = words.slice(parsed.subject.from, parsed.subject.to);
  if (between.some(({ lower }) => lower === "or" || lower === "nor" || lower === "neither")) return;
  const conjuncts = parts.map(({ from, to }) => words.slice(from, to));
  if (!conjuncts.every((part) => isWholePhrase(part, conjuncts[0] ?? []))) return;
  const rest = words.slice(parsed.subject.to);
  yield conjuncts.map((part) => {
    const own = part[0]?.lower === "both" ? part.slice(1) : part;
    const front = words.slice(0, parsed.front.to);
    return [...front, ...(front.length > 0 ? inside(own) : own), ...inNumberOf(own, rest)];
  });
}

/** "A and B": each part names something by itself. */
function isWholePhrase(part: readonly Word[], first: readonly Word[]): boolean {
  const [opener] = part;
  if (!opener || part.some(({ lower }) => /^(?:it|they|he|she|we|i|you)$/.test(lower))) return false;
  if (isDeterminer(opener) || part.slice(0, 3).some(isPossessive)) return true;
  if (isDeterminer(first[0]) || isNumber(first[0]))
    return isNumber(opener) || (part.length > 1 && part.every(isName));
  return isNumber(opener) || (part.every(isName) && (part.length > 1 || part !== first));
}

/** The verb behind a singular subject: "were" → "was". */
function inNumberOf(subject: readonly Word[], rest: readonly Word[]): Word[] {
  const at = rest.findIndex((_word, index) => isFiniteAt(rest, index));
  const verb = rest[at];
  if (!verb || isPlural(subject)) return [...rest];
  return [...rest.slice(0, at), withText(verb, singularVerb(verb)), ...rest.slice(at + 1)];
}

// ---- objects -------------------------------------------------------------------------------------------------

/** "approved a new bridge and a small harbour", "is a lawyer and the founder of a party". */
export function* coordinatedObjects(words: readonly Word[]): Iterable<Cut> {
  const parsed = parseClause(words);
  if (!parsed || words.some(({ lower }) => TOGETHER.test(lower) || lower === "or" || lower === "nor")) return;
  const { verb } = parsed;
  if (words.slice(verb.from, verb.to).some(({ lower }) => isNegation(lower))) return;
  for (let from = verb.to; from < words.length - 3; from++) {
    if (nounPhraseEnd(words, from) < 0 || !opensObject(words, from)) continue;
    const parts = coordinatedPhrases(words, from);
    const end = parts.at(-1)?.to ?? -1;
    if (
      parts.length < 2 ||
      (words[end] !== undefined && isBreak(words[end]) === false && isFiniteAt(words, end))
    )
      continue;
    const shared = sharedTime(words, parts.at(-1));
    const conjuncts = parts.map((part) => words.slice(part.from, Math.min(part.to, shared)));
    const isJoinedByAnd = /^(?:and)$/.test(words[(parts.at(-1)?.from ?? 0) - 1]?.lower ?? "");
    if (!isJoinedByAnd || !conjuncts.every(isOwnObject) || !conjuncts.some(hasDeterminer)) continue;
    if (
      isPreposition(words[end]) ||
      conjuncts.some((part, at) => at > 0 && !hasDeterminer(part) && conjuncts[at - 1]?.some(isPreposition))
    )
      continue;
    yield conjuncts.map((part) => [...words.slice(0, from), ...part, ...words.slice(shared)]);
    return;
  }
}

/** Directly behind a verb, or behind a preposition that verbs ask for. */
function opensObject(words: readonly Word[], from: number): boolean {
  const before = words[from - 1];
  return (
    /^VB/.test(fineTag(before)) ||
    isBe(before) ||
    (isAdverb(before) && /^VB/.test(fineTag(words[from - 2]))) ||
    /^(?:into|against|with|by)$/.test(before?.lower ?? "")
  );
}

/** "a school and a library in 2019": where the time that all share begins; else where the last part ends. */
function sharedTime(words: readonly Word[], last: WordRange | undefined): number {
  if (!last) return 0;
  const at = words.findLastIndex(
    (word, index) => index > last.from && index < last.to && /^(?:in|on|at|since|during)$/.test(word.lower),
  );
  const isTime =
    at > 0 &&
    words
      .slice(at + 1, last.to)
      .some(
        (word) =>
          isWeekday(word) ||
          isTimeNoun(word) ||
          MONTH.test(word.text) ||
          /^(?:1[5-9]|20)\d\d$/.test(word.text),
      );
  return isTime ? at : last.to;
}
const MONTH = /^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/;

const hasDeterminer = ([opener]: readonly Word[]) =>
  opener !== undefined && (isDeterminer(opener) || isNumber(opener) || /^[$€£]$/.test(opener.text));
/** With a determiner of its own, or several things: "record prices and a slump". */
const isOwnObject = (part: readonly Word[]) =>
  hasDeterminer(part) ||
  part.slice(0, 3).some(isPossessive) ||
  (part.length > 1 && fineTag(headOf(part)) === "NNS");

// ---- "including" ---------------------------------------------------------------------------------------------

/** "problems including a, b and c": one statement for each thing; the things stand at the end of the clause. */
export function* includedThings(words: readonly Word[]): Iterable<Cut> {
  const including = words.findIndex(
    ({ lower }, at) =>
      at > 2 && (lower === "including" || (lower === "as" && words[at - 1]?.lower === "such")),
  );
  if (including < 0) return;
  const head = words[including]?.lower === "as" ? including - 1 : including;
  const hasBreak = isBreak(words[head - 1]);
  const before = words.slice(0, hasBreak ? head - 1 : head);
  const items = listedItems(words, including + 1);
  const end = items.at(-1)?.to ?? -1;
  if (end < 0) return;
  const parsed = parseClause(before);
  const isAtEnd = end === words.length;
  if (parsed && isAtEnd && items.length > 1) {
    yield items.map(({ from, to }) => [
      ...before,
      ...words.slice(head, including + 1),
      ...words.slice(from, to),
    ]);
    return;
  }
  if (!hasBreak || words[head]?.lower === "such") return;
  const whole = [...before, ...words.slice(isBreak(words[end]) ? end + 1 : end)];
  // "Ten people, including two children, were hurt": what holds for the ten holds for the two.
  const behind = words.slice(isBreak(words[end]) ? end + 1 : end);
  const subject = parseClause(whole)?.subject;
  if (
    subject &&
    subject.from === 0 &&
    subject.to === before.length &&
    items.length === 1 &&
    !/^(?:one|those)$/.test(words[including + 1]?.lower ?? "")
  )
    yield [
      whole,
      [...words.slice(including + 1, end), ...inNumberOf(words.slice(including + 1, end), behind)],
    ];
}

function listedItems(words: readonly Word[], from: number): WordRange[] {
  const items: WordRange[] = [];
  let at = from;
  while (at < words.length) {
    // "stunted growth": read as a verb, but in a list of things.
    const isAttribute = /^VB[DN]$/.test(fineTag(words[at])) && /ed$/.test(words[at]?.lower ?? "");
    const to = longNounPhraseEnd(words, isAttribute ? at + 1 : at);
    if (to < 0) break;
    items.push({ from: at, to });
    const isJoined = words[to]?.text === "," || words[to]?.lower === "and";
    if (!isJoined) break;
    const next = words[to + 1]?.lower === "and" ? to + 2 : to + 1;
    if (isFiniteAt(words, next) && /ed$/.test(words[next]?.lower ?? "") && isNoun(words[next + 1])) {
      at = next;
      continue;
    }
    if (longNounPhraseEnd(words, next) < 0 || isFiniteAt(words, longNounPhraseEnd(words, next))) break;
    at = next;
  }
  return items;
}
