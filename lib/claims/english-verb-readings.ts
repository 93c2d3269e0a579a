import { nounPhraseEnd } from "@/lib/claims/english-phrases";
import {
  fineTag,
  isAdverb,
  isAuxiliary,
  isCoordinator,
  isDeterminer,
  isFiniteAt,
  isNoun,
  isNumber,
  isPossessive,
  isPreposition,
  isPronoun,
  isSubordinator,
} from "@/lib/claims/english-words";
import type { Word } from "@/lib/claims/tag-german-words";
import { wordsOf } from "@/lib/text/words-of";

/** Past forms that are no participle and, without an article, no noun. */
const ONLY_PAST = wordsOf(
  "began became took gave went came knew wrote spoke broke chose drove flew grew threw wore stole sank drew fell rose ran ate",
  "overtook underwent withdrew shrank swam tore woke forgave fled fought told kept held met sent sold lost left built bought brought",
);
const AMBIGUOUS_PAST = wordsOf("fled fought told kept held met sent sold lost left built bought brought");
const OPENS_CLAUSE =
  /^(?:who|whom|whose|which|that|while|although|though|whereas|because|after|before|when|where|if|since|as|until)$/;

/**
 * Reads participles and plural nouns as finite verbs where their clause would have none: "Demonstrators carried
 * banners", "the plant produces chlorine". A tagger trained on a small treebank takes many of them for the other form.
 */
export function withVerbsRead(words: readonly Word[]): Word[] {
  const apart = words.some(isContraction) ? words.flatMap(contractionParts) : words;
  const read = apart.map((word, at) =>
    withKnownPast(at === 0 ? withNounInFront(word, apart[1]) : word, apart, at),
  );
  for (const region of regionsOf(read)) giveVerb(read, region);
  for (let at = 1; at < read.length; at++) {
    const word = read[at];
    if (word && isCoordinator(read[at - 1])) read[at] = behindConjunction(word, read, at);
    if (word && (isReducedParticiple(read, at) || isInsertedParticiple(read, at)))
      read[at] = { ...word, fine: "VBN", tag: "participle" };
  }
  readBehindSetOffClause(read);
  return read;
}

/** "The Aurelia, built in 1994, had passed …": the verb stands behind the second comma. */
function isInsertedParticiple(words: readonly Word[], at: number): boolean {
  if (
    fineTag(words[at]) !== "VBD" ||
    words[at - 1]?.text !== "," ||
    !isNoun(words[at - 2]) ||
    !isPreposition(words[at + 1])
  )
    return false;
  if (words.slice(0, at).some((_word, before) => isFiniteAt(words, before))) return false;
  const close = words.findIndex(({ text }, next) => next > at && text === ",");
  let verb = close + 1;
  while (isAdverb(words[verb])) verb++;
  return close > 0 && isFiniteAt(words, verb);
}

/** "The Rovers, who have not won, finished with ten": behind the clause that is set off the main clause needs its verb. */
function readBehindSetOffClause(words: Word[]) {
  const comma = words.findIndex(({ text }) => text === ",");
  if (comma < 1 || !/^(?:who|which|whose|whom|where)$/.test(words[comma + 1]?.lower ?? "")) return;
  if (words.slice(0, comma).some((_word, at) => isFiniteAt(words, at))) return;
  const close = words.findIndex(({ text }, at) => at > comma + 1 && text === ",");
  let at = close + 1;
  while (isAdverb(words[at])) at++;
  const word = words[at];
  if (close < 0 || !word || isFiniteAt(words, at)) return;
  const tag = fineTag(word);
  if (tag === "VBN") words[at] = asFinite(word, "VBD");
  else if (tag === "VB") words[at] = asFinite(word, "VBP");
  else if (tag === "NNS") words[at] = asFinite(word, "VBZ");
}

/** "The results published this week revealed …": a second verb follows without a subject of its own. */
function isReducedParticiple(words: readonly Word[], at: number): boolean {
  const word = words[at];
  const isBoth = /ed$/.test(word?.lower ?? "") || AMBIGUOUS_PAST.has(word?.lower ?? "");
  if (fineTag(word) !== "VBD" || !isBoth || !isNoun(words[at - 1]) || !isPreposition(words[at + 1]))
    return false;
  const opener = words.findLastIndex(
    ({ text, lower }, before) => before < at && (text === "," || OPENS_CLAUSE.test(lower)),
  );
  if (OPENS_CLAUSE.test(words[opener]?.lower ?? "")) return false;
  let commas = 0;
  for (let next = at + 2; next < words.length; next++) {
    const other = words[next];
    if (
      !other ||
      isCoordinator(other) ||
      isSubordinator(other) ||
      OPENS_CLAUSE.test(other.lower) ||
      /^[;:–"“]$/.test(other.text)
    )
      return false;
    if (other.text === ",") commas++;
    if (!isFiniteAt(words, next)) continue;
    return (commas === 0 && !isPronoun(words[next - 1])) || (commas === 1 && words[next - 1]?.text === ",");
  }
  return false;
}

/** "Talks collapsed", "Rescue teams joined": news opens with a noun, not with a verb. */
function withNounInFront(word: Word, next: Word | undefined): Word {
  const isVerb = /^VB[ZP]?$/.test(fineTag(word)) && !isAuxiliary(word);
  if (!isVerb || !/^(?:NN|VB[DN]|MD)/.test(fineTag(next))) return word;
  return { ...word, fine: /s$/.test(word.lower) ? "NNS" : "NN", tag: "noun" };
}

const CONTRACTION = /^(i|you|he|she|it|we|they|there|that|who|what)(['’](?:s|re|m|ve|ll|d))$/i;

const isContraction = ({ fine }: Word) => fine.includes("+");

/** "it's" is a subject and its verb. */
function contractionParts(word: Word): Word[] {
  const plus = word.fine.indexOf("+");
  if (plus < 0) return [word];
  // Of "council's" (NN+POS) and "didn't" (VBD+RB) the first part counts.
  const whole = { ...word, fine: word.fine.slice(0, plus) };
  const [, subject = "", verb = ""] = CONTRACTION.exec(word.text) ?? [];
  if (subject === "" || /^(?:who|what)$/i.test(subject)) return [whole];
  const middle = word.start + subject.length;
  const isThere = subject.toLowerCase() === "there";
  const isThat = subject.toLowerCase() === "that";
  return [
    {
      ...word,
      text: subject,
      lower: subject.toLowerCase(),
      end: middle,
      tag: "pronoun",
      fine: isThere ? "EX" : isThat ? "DT" : "PRP",
    },
    {
      ...word,
      text: verb,
      lower: verb.toLowerCase(),
      start: middle,
      tag: "finite",
      fine: /(?:ll|d)$/.test(verb) ? "MD" : "VBP",
      hasSpaceBefore: false,
    },
  ];
}

const asFinite = (word: Word, fine: "VBD" | "VBZ" | "VBP"): Word => ({ ...word, fine, tag: "finite" });

function withKnownPast(word: Word, words: readonly Word[], at: number): Word {
  if (word.lower === "born") return { ...word, fine: "VBN", tag: "participle" };
  const isOther = fineTag(word) !== "VBD" && ONLY_PAST.has(word.lower);
  if (!isOther || isDeterminer(words[at - 1]) || hasAuxiliaryBefore(words, at)) return word;
  return AMBIGUOUS_PAST.has(word.lower) ? word : asFinite(word, "VBD");
}

const SAYING = /^(?:say|says|said)$/;

interface Region {
  readonly from: number;
  readonly to: number;
}

/** The main clause without its subordinate clauses, and each of those: every one needs a finite verb. */
function regionsOf(words: readonly Word[]): Region[] {
  const regions: Region[] = [];
  let from = 0;
  for (let at = 1; at <= words.length; at++) {
    const word = words[at];
    const opens =
      word !== undefined &&
      (isSubordinator(word) || OPENS_CLAUSE.test(word.lower)) &&
      isClauseOpener(words, at);
    const isMark = word !== undefined && /^[,;:–—]$/.test(word.text);
    const joins = isCoordinator(word) && (words[at - 1]?.text === "," || isFiniteAt(words, at + 1));
    const says =
      SAYING.test(words[at - 1]?.lower ?? "") &&
      at - 1 > from &&
      word !== undefined &&
      word.kind !== "mark" &&
      word.lower !== "that";
    if (says) {
      regions.push({ from, to: at });
      from = at;
      continue;
    }
    const isSaidBehind = word?.text === "," && from === 0 && opensOwnClause(words, at + 1);
    if (
      at === words.length ||
      opens ||
      joins ||
      isSaidBehind ||
      (isMark && regions.length > 0) ||
      word?.text === ";"
    ) {
      if (at > from) regions.push({ from, to: at });
      from = opens || isMark || joins ? at + 1 : at;
    }
  }
  return regions;
}

/** "Inflation slowed, the office reported": a subject and its verb behind the comma. */
function opensOwnClause(words: readonly Word[], from: number): boolean {
  const to = nounPhraseEnd(words, from);
  return to > from && isFiniteAt(words, to);
}

/** "after the match" opens no clause. */
function isClauseOpener(words: readonly Word[], at: number): boolean {
  return (
    !/^(?:after|before|since|as|until|that)$/.test(words[at]?.lower ?? "") ||
    /^(?:IN|WDT)$/.test(fineTag(words[at]))
  );
}

function giveVerb(words: Word[], { from, to }: Region) {
  for (let at = from; at < to; at++) if (isFiniteAt(words, at)) return;
  const opener = words[from - 1]?.lower ?? "";
  const isSaid = from > 0 && SAYING.test(opener);
  const isSubordinate = from > 0 && (OPENS_CLAUSE.test(opener) || isSaid);
  const isPhraseOnly = /^(?:after|before|since|as|until)$/.test(words[from - 1]?.lower ?? "");
  if (from > 0 && (!isSubordinate || isPhraseOnly)) {
    giveVerbBehindSubject(words, { from, to });
    return;
  }
  for (let at = from + (isSubordinate ? 0 : 1); at < to; at++)
    if (readAt(words, at, isSubordinate && !isSaid && at === from)) return;
  // "The storm, the strongest in years, killed 14": behind an insertion.
  for (let at = from + 4; at < to; at++)
    if (
      words[at - 1]?.text === "," &&
      words.slice(from, at - 1).some(({ text }) => text === ",") &&
      readAt(words, at, true)
    )
      return;
}

/** ", and the firm designed one", "after a bridge collapsed": only where the subject opens the clause. */
function giveVerbBehindSubject(words: Word[], { from, to }: Region) {
  const at = nounPhraseEnd(words, from, to);
  const word = words[at];
  if (at <= from || at >= to || !word || fineTag(word) !== "VBN") return;
  const isJoined = isCoordinator(words[from - 1]) && words[from - 2]?.text === ",";
  const isAlone = at === to - 1 || words[at + 1]?.kind === "mark";
  if (isJoined || (isAlone && OPENS_CLAUSE.test(words[from - 1]?.lower ?? "")))
    words[at] = asFinite(word, "VBD");
}

function readAt(words: Word[], at: number, isFirst: boolean): boolean {
  const word = words[at];
  const reading = possibleFinite(words, at, isFirst);
  if (word && reading) words[at] = asFinite(word, reading);
  return reading !== null;
}

function possibleFinite(words: readonly Word[], at: number, isFirst: boolean): "VBD" | "VBZ" | "VBP" | null {
  const word = words[at];
  const before = words[at - 1];
  const next = words[at + 1];
  if (word?.kind !== "word") return null;
  const hasSubject =
    isFirst ||
    isNoun(before) ||
    (/^JJ/.test(fineTag(before)) && isDeterminer(words[at - 2])) ||
    isPronoun(before) ||
    isAdverb(before) ||
    isNumber(before) ||
    before?.text === ")";
  if (!hasSubject || isPossessive(before)) return null;
  const tag = fineTag(word);
  if (
    (tag === "VBN" || ONLY_PAST.has(word.lower) || (tag === "JJ" && /ed$/.test(word.lower))) &&
    !hasAuxiliaryBefore(words, at)
  )
    return "VBD";
  if (tag === "VB" && SAME_IN_PAST.has(word.lower) && !/^(?:TO|MD)$/.test(fineTag(before))) return "VBD";
  if (tag === "VB" && (isFirst || /^(?:NNS|NNP|PRP)$/.test(fineTag(before)))) return "VBP";
  const opensObject =
    next !== undefined &&
    (isDeterminer(next) ||
      isNumber(next) ||
      isPronoun(next) ||
      isPreposition(next) ||
      isNoun(next) ||
      /^(?:JJ|RB|TO|VB)/.test(fineTag(next)));
  const isSingularBefore =
    isFirst ||
    (/^JJ/.test(fineTag(before)) && isDeterminer(words[at - 2])) ||
    /^NNP?$/.test(fineTag(before)) ||
    isAdverb(before);
  return tag === "NNS" && /^\p{Ll}+s$/u.test(word.text) && opensObject && isSingularBefore ? "VBZ" : null;
}

function hasAuxiliaryBefore(words: readonly Word[], at: number): boolean {
  let before = at - 1;
  while (isAdverb(words[before])) before--;
  return isAuxiliary(words[before]) || /^(?:been|being|be)$/.test(words[before]?.lower ?? "");
}

const SAME_IN_PAST = wordsOf("spread cut hit put set shut hurt let cost burst split shed read beat");
const sharesPast = (words: readonly Word[], at: number) =>
  words.slice(0, at).some((word) => fineTag(word) === "VBD") &&
  !words.slice(0, at).some((word) => fineTag(word) === "MD" || fineTag(word) === "TO");

/** "… and accused her", "… and prints 60,000 copies". */
function behindConjunction(word: Word, words: readonly Word[], at: number): Word {
  const next = words[at + 1];
  if (fineTag(word) === "VB" && SAME_IN_PAST.has(word.lower) && sharesPast(words, at))
    return asFinite(word, "VBD");
  const opensObject = next !== undefined && (isDeterminer(next) || isNumber(next) || isPronoun(next));
  if (/^(?:JJ|VBN)$/.test(fineTag(word)) && /ed$/.test(word.lower) && opensObject)
    return asFinite(word, "VBD");
  return fineTag(word) === "NNS" && /^\p{Ll}+s$/u.test(word.text) && opensObject
    ? asFinite(word, "VBZ")
    : word;
}
