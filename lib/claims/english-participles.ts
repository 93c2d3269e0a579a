import {
  additionMark,
  antecedentsBefore,
  canStandAlone,
  isNegated,
  without,
} from "@/lib/claims/english-additions";
import type { Cut } from "@/lib/claims/english-clauses";
import { ofPhraseEnd, parseClause, skipAdverbs } from "@/lib/claims/english-phrases";
import { beFor, pastOf } from "@/lib/claims/english-verbs";
import {
  fineTag,
  isBreak,
  isCoordinator,
  isFiniteAt,
  isModal,
  isPronoun,
  wordInPlaceOf,
} from "@/lib/claims/english-words";
import type { WordRange } from "@/lib/claims/speech-grammar";
import type { Word } from "@/lib/claims/tag-german-words";
import { withText } from "@/lib/claims/tag-german-words";

const STATIVE =
  /^(?:known|called|named|based|located|situated|considered|nicknamed|dubbed|aged|headquartered|owned|worth)$/;

/** What a thing is called, worth or made for; "called in by the governor" is something done. */
const isStative = (words: readonly Word[], at: number) =>
  STATIVE.test(words[at]?.lower ?? "") &&
  !(words[at]?.lower === "called" && /^(?:in|off|up|out|on|for)$/.test(words[at + 1]?.lower ?? ""));

/** "The house, built in 1936, burned down", "aged 8", "known as": a passive clause without its auxiliary. */
export function* participleAdditions(words: readonly Word[]): Iterable<Cut> {
  for (let at = 2; at < words.length - 1; at++) {
    const isParticiple = fineTag(words[at]) === "VBN" || isStative(words, at);
    const mark = words[at - 1];
    if (
      !isParticiple ||
      !isBreak(mark) ||
      !mark ||
      /^(?:compared|followed|given|provided)$/.test(words[at]?.lower ?? "")
    )
      continue;
    if (words[at]?.lower === "aged") yield* agedPhrase(words, at);
    const end = additionMark(words, at - 1);
    const to = end < 0 ? words.length : end;
    // At the end of a clause only what a thing is called or worth is plainly said of the noun before.
    const isBeforeVerb = end > 0 && isFiniteAt(words, skipAdverbs(words, end + 1));
    if (!isBeforeVerb && !(end < 0 && isStative(words, at))) continue;
    for (const antecedent of antecedentsBefore(words, at - 1)) {
      const phrase = words.slice(antecedent.from, antecedent.to);
      if (!canStandAlone(phrase, true) || isNegated(words, antecedent.from)) continue;
      const be = wordInPlaceOf(mark, beFor(phrase, !isStative(words, at) || hasPast(words)), "VBD");
      const statement = [...phrase, be, ...words.slice(at, to)];
      yield [without(words, { from: at - 1, to: end < 0 ? to : to + 1 }), statement];
    }
  }
}

/** "1,709 pupils, aged 8 to 10, from 88 schools,": of the nearest noun. */
function* agedPhrase(words: readonly Word[], at: number): Iterable<Cut> {
  const end = additionMark(words, at - 1);
  const to = end < 0 ? words.length : end;
  const mark = words[at - 1];
  const nearest = antecedentsBefore(words, at - 1).at(-1);
  if (!mark || !nearest) return;
  const phrase = words.slice(nearest.from, nearest.to);
  const be = wordInPlaceOf(mark, beFor(phrase, hasPast(words)), "VBD");
  yield [
    without(words, { from: at - 1, to: end < 0 ? to : to + 1 }),
    [...phrase, be, ...words.slice(at, to)],
  ];
}

/** "The results of the study published this week revealed …": of a certain thing at the start. */
export function* reducedParticiple(words: readonly Word[]): Iterable<Cut> {
  const to = ofPhraseEnd(words, 0);
  const participle = words[to];
  if (
    to < 2 ||
    !participle ||
    fineTag(participle) !== "VBN" ||
    !/^(?:the|this|his|her|their|its)$/.test(words[0]?.lower ?? "")
  )
    return;
  const end = words.findIndex((word, at) => at > to && (isBreak(word) || isFiniteAt(words, at)));
  if (end < 0) return;
  const phrase = words.slice(0, to);
  const be = { ...wordInPlaceOf(participle, beFor(phrase, true), "VBD") };
  yield [
    without(words, { from: to, to: isBreak(words[end]) ? end + 1 : end }),
    [...phrase, be, ...words.slice(to, end)],
  ];
}

const hasPast = (words: readonly Word[]) =>
  words.some(({ lower, fine }) => fine === "VBD" || /^(?:was|were|had)$/.test(lower));

/** "Founded in 1936, the club plays …": "The club was founded in 1936." */
export function* openingParticiple(words: readonly Word[]): Iterable<Cut> {
  const comma = words.findIndex(isBreak);
  const mark = words[comma];
  if (
    !/^VB[ND]$/.test(fineTag(words[0])) ||
    !/^(?:in|by|on|at|as|from|with|to|near)$/.test(words[1]?.lower ?? "") ||
    comma < 2 ||
    !mark
  )
    return;
  const rest = words.slice(comma + 1);
  const parsed = parseClause(rest);
  if (!parsed || parsed.subject.from > 0) return;
  const subject = rest.slice(parsed.subject.from, parsed.subject.to);
  if (subject.some(isPronoun)) return;
  yield [
    rest,
    [
      ...subject,
      wordInPlaceOf(mark, beFor(subject, true), "VBD"),
      ...words.slice(0, comma).map((word, at) => (at === 0 ? withText(word, word.lower) : word)),
    ],
  ];
}

/** "The car left the road, killing two": "The car killed two." Only behind a past tense, whose tense it shares. */
export function* resultParticiples(words: readonly Word[]): Iterable<Cut> {
  for (let at = 4; at < words.length - 1; at++) {
    const participle = words[at];
    if (
      !participle ||
      fineTag(participle) !== "VBG" ||
      !isBreak(words[at - 1]) ||
      NO_RESULT.test(participle.lower)
    )
      continue;
    const host = words.slice(0, at - 1);
    const parsed = parseClause(host);
    if (!parsed || !isPastGroup(host, parsed.verb) || isNegated(host, parsed.verb.to)) continue;
    // "when a roof fell, killing two": not the subject of the main clause has killed them.
    if (host.some((_word, index) => index >= parsed.verb.to && isFiniteAt(host, index))) continue;
    const subject = host.slice(parsed.subject.from, parsed.subject.to);
    if (fineTag(subject[0]) === "EX" || !isOnlyOfResults(words.slice(at))) continue;
    yield [
      host,
      [
        ...subject,
        ...words.slice(at).map((word, index, rest) => (isResult(rest, index) ? inPast(word) : word)),
      ],
    ];
  }
}

/** "was jailed after stealing 740 pounds": "… stole 740 pounds." */
export function* earlierDeeds(words: readonly Word[]): Iterable<Cut> {
  for (let at = 3; at < words.length - 2; at++) {
    const gerund = words[at + 1];
    if (words[at]?.lower !== "after" || !gerund || fineTag(gerund) !== "VBG" || NO_RESULT.test(gerund.lower))
      continue;
    const host = words.slice(0, isBreak(words[at - 1]) ? at - 1 : at);
    const parsed = parseClause(host);
    if (!parsed || !isPastGroup(host, parsed.verb) || isNegated(host, parsed.verb.to)) continue;
    if (host.some((_word, index) => index >= parsed.verb.to && isFiniteAt(host, index))) continue;
    const subject = host.slice(parsed.subject.from, parsed.subject.to);
    yield [
      host,
      [
        ...subject,
        ...words.slice(at + 1).map((word, index, rest) => (isResult(rest, index) ? inPast(word) : word)),
      ],
    ];
  }
}

/** "killing two, injuring five": behind each comma another participle. */
const isOnlyOfResults = (rest: readonly Word[]) =>
  rest.every(
    (word, at) =>
      word.text !== "," ||
      fineTag(rest[at + 1]) === "VBG" ||
      (isCoordinator(rest[at + 1]) && fineTag(rest[at + 2]) === "VBG"),
  );

/** The first participle, and those that "and" joins to it: "killing two and injuring five". */
const isResult = (rest: readonly Word[], at: number) =>
  fineTag(rest[at]) === "VBG" && (at === 0 || /^(?:and|,)$/.test(rest[at - 1]?.lower ?? ""));
const inPast = (word: Word): Word => ({ ...withText(word, pastOf(word.lower)), fine: "VBD", tag: "finite" });

/** Prepositions by now, or states that need their main clause. */
const NO_RESULT =
  /^(?:including|according|following|replacing|succeeding|representing|starting|ranging|living|seeking|hoping|using|working|looking|going|beginning|regarding|concerning|being|having|depending|excluding|saying|adding|citing|calling|noting|arguing|claiming|warning|insisting|speaking|quoting|during)$/;

function isPastGroup(words: readonly Word[], verb: WordRange): boolean {
  const finite = words[verb.from];
  return (
    !isModal(finite) &&
    (fineTag(finite) === "VBD" || /^(?:was|were|had|has|have|did)$/.test(finite?.lower ?? ""))
  );
}
