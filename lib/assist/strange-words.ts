import { isNegation } from "@/lib/claims/negation";
import { wordsOf } from "@/lib/text/words-of";
import { isNumberWord, isUnit } from "./quantities";

/** A word with the hyphens and apostrophes inside it. */
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[-'’./&][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu;
const HAS_CAPITAL = /\p{Lu}/u;

/** May begin a wording without standing in the text: grammar, not content. */
const FUNCTION_WORDS = wordsOf(
  "der die das den dem des ein eine einen einem einer eines und oder aber in im an am auf aus bei beim mit nach von vom zu zum zur",
  "für um über unter vor durch gegen ohne seit bis während wegen laut dass weil als wie wenn ist sind war waren wird werden wurde wurden",
  "worden hat haben hatte hatten sein seien sei habe soll sollen kann können muss müssen darf will es er sie sich nicht kein keine keinen",
  "auch noch nur schon sehr dort hier diese dieser dieses ihr ihre ihren seine seinen dabei davon damit darauf dazu daran deren dessen",
  "the a an and or but in on at of to for from with by as is are was were be been being has have had will would can could may must",
  "that which who whom whose this these those it its he she they his her their not no into over under after before between during about",
);
/** "Ex-Minister" is no minister. */
const ALTERING_PARTS = wordsOf("ex vize alt nicht anti pseudo vor co stell former vice non");
const ENDINGS = wordsOf("s es n en ns 's ’s ' ’");

const wordsIn = (text: string) => text.match(WORD) ?? [];

/** The same word but for an ending of case: "Berlin" and "Berlins", never "Simon" and "Simone". */
export function isSameName(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= 3 && long.startsWith(short) && ENDINGS.has(long.slice(short.length));
}

function isKnownName(name: string, known: readonly string[]): boolean {
  return known.some(
    (word) => isSameName(word, name) || (word === word.toUpperCase() && isSameName(word, name.toUpperCase())),
  );
}

/** The words of a text, and the parts of its compounds where a part alone says no less. */
function namesIn(text: string): string[] {
  return wordsIn(text).flatMap((word) => {
    const parts = word.split("-");
    return parts.length > 1 && !ALTERING_PARTS.has((parts[0] ?? "").toLowerCase())
      ? [word, ...parts]
      : [word];
  });
}

/**
 * The first capitalised word of the wording that the text does not have; null when it has them all. In German that
 * covers every noun. The word that begins the wording may be grammar, or be written small in the text. A name that the
 * text has in part may be complete where all of the article's `fullNames` with that part agree: "Munsey".
 */
export function findStrangeName(
  wording: string,
  text: string,
  fullNames: readonly string[][] = [],
): string | null {
  const near = namesIn(text);
  const known = [...near, ...completedNames(near, fullNames)];
  const words = wordsIn(wording);
  for (const [index, word] of words.entries()) {
    if (!HAS_CAPITAL.test(word) || isUnit(word) || isKnownName(word, known)) continue;
    if (index === 0 && isHarmlessBeginning(word, known)) continue;
    const parts = word.split("-");
    if (parts.length > 1 && parts.every((part) => isKnownName(part, known))) continue;
    return word;
  }
  return findMixedName(words, wordsIn(text));
}

/** Names of several words, each word by itself: what an article calls somebody when it first names them. */
export function findFullNames(article: string): string[][] {
  const runs = article.match(/\p{Lu}[\p{L}\p{M}'’-]+(?: \p{Lu}[\p{L}\p{M}'’-]+)+/gu) ?? [];
  return runs
    .map((run) => run.split(" ").filter((word) => !isGrammar(word.toLowerCase())))
    .filter((words) => words.length > 1);
}

/** With two people of one name in the article nobody can tell whose first name belongs here. */
function completedNames(near: readonly string[], fullNames: readonly string[][]): string[] {
  const lower = new Set(near.map((word) => word.toLowerCase()));
  return fullNames.flatMap((name) =>
    name.filter((word) => {
      const parts = name.filter((part) => part !== word && lower.has(part.toLowerCase()));
      return parts.some((part) => fullNames.every((other) => !other.includes(part) || other.includes(word)));
    }),
  );
}

function isHarmlessBeginning(word: string, known: readonly string[]): boolean {
  const lower = word.toLowerCase();
  return FUNCTION_WORDS.has(lower) || known.some((other) => isSameName(other.toLowerCase(), lower));
}

/**
 * "Anna Schmid" of "Anna Berg" and "Bert Schmid": both words are there, the name is not. Found where in the text the
 * first word always goes on with another name and the second always ends one.
 */
function findMixedName(words: readonly string[], text: readonly string[]): string | null {
  const isName = (word: string | undefined) => word !== undefined && /^\p{Lu}/u.test(word);
  for (const [index, first] of words.entries()) {
    const second = words[index + 1];
    if (second === undefined || !isName(first) || !isName(second) || FUNCTION_WORDS.has(first.toLowerCase()))
      continue;
    const followers = text.flatMap((word, at) => (isSameName(word, first) ? [text[at + 1]] : []));
    const leaders = text.flatMap((word, at) => (isSameName(word, second) ? [text[at - 1]] : []));
    if (followers.some((word) => word !== undefined && isSameName(word, second))) continue;
    const isElsewhere = (others: readonly (string | undefined)[]) =>
      others.length > 0 && others.every(isName);
    if (isElsewhere(followers) && isElsewhere(leaders)) return `${first} ${second}`;
  }
  return null;
}

/** They say when, how and which way: another one is another statement, small as it is. */
const TURNING_WORDS = wordsOf(
  "vor nach seit bis ab ohne gegen für über unter before after since until without against for over under",
);
/** Verbs and fillers that a statement may need where the text has none of its own. */
const NEUTRAL_WORDS = wordsOf(
  "gibt gab gegeben liegt lag gelegen beträgt betrug betragen befindet befand befinden heißt hieß handelt dass damals dabei jeweils",
  "also there such then when where while because than them him its our your some any did does done do let same other both",
  "zwischen innerhalb außerhalb beim dass sowie jedoch etwa rund circa etwas alle wer was wie man ihm ihn uns euch mir mich dir dich",
);
const PARTICLE =
  /^(ab|an|auf|aus|bei|ein|fest|fort|her|hin|mit|nach|statt|um|vor|weg|wieder|zu|zurück|zusammen)(.{3,})$/u;

const stem = (word: string) =>
  word
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/^ge(?=\p{L}{3})/u, "");

/** The consonants stay where a strong verb changes: "sprach", "gesprochen". */
const skeleton = (word: string) => word.replace(/(?:ten|te|en|t|n|e|ed|s)$/, "").replace(/[aeiouy]/g, "");

function isRelated(a: string, b: string): boolean {
  if (a === b) return true;
  const shared = Math.max(4, Math.ceil(Math.max(a.length, b.length) * 0.6));
  if (Math.min(a.length, b.length) >= shared && a.slice(0, shared) === b.slice(0, shared)) return true;
  return a[0] === b[0] && skeleton(a).length >= 3 && skeleton(a) === skeleton(b);
}

const isGrammar = (lower: string): boolean =>
  FUNCTION_WORDS.has(lower) || NEUTRAL_WORDS.has(lower) || TURNING_WORDS.has(lower) || isNegation(lower);

function isContent(word: string): boolean {
  if (isGrammar(word.toLowerCase()) || word.length < 3) return false;
  return !/\d/.test(word) && !isUnit(word) && !isNumberWord(word);
}

/** The words of a text that say something by themselves. */
export function contentWords(text: string): string[] {
  return wordsIn(text).filter(isContent);
}

/** Whether the text has this word in some form. */
export function isAkinToText(word: string, text: string): boolean {
  return isAkinTo(word, [...new Set(wordsIn(text).map(stem))]);
}

/** "nahm" and "nehmen", "baute" and "gebaut", never "zahlte" and "zählte". */
export function isSameVerb(a: string, b: string): boolean {
  const weakVowel = (word: string) => /[äöü]\p{L}*t(?:e|en|est|et)?$/u.test(word);
  if (weakVowel(a) !== weakVowel(b) && /t(?:e|en)?$/.test(a) && /t(?:e|en)?$/.test(b)) return false;
  return isAkinTo(a, [stem(b)]) || isAkinTo(b, [stem(a)]);
}

/** Inflection is forgiven, strong verbs and split ones too: "teilte … mit", "mitgeteilt". */
function isAkinTo(word: string, stems: readonly string[]): boolean {
  const own = stem(word);
  if (stems.some((other) => isRelated(other, own))) return true;
  const [, particle = "", rest = ""] = PARTICLE.exec(own) ?? [];
  return particle !== "" && stems.includes(particle) && stems.some((other) => isRelated(other, stem(rest)));
}

/**
 * The first word of the wording that is akin to none of the text: "verkaufte" where it has "kaufte", "weniger" where
 * it has "mehr". Synonyms are not forgiven; names are findStrangeName's business. Small words that turn a statement round have to stand in the sentence itself.
 */
export function findStrangeWord(
  wording: string,
  { sentence, text }: { sentence: string; text: string },
): string | null {
  const own = new Set(wordsIn(sentence).map((word) => word.toLowerCase()));
  const known = [...new Set(wordsIn(text).map(stem))];
  const strange = wordsIn(wording).find((word) =>
    TURNING_WORDS.has(word.toLowerCase())
      ? !own.has(word.toLowerCase())
      : isContent(word) && !HAS_CAPITAL.test(word) && !isAkinTo(word, known),
  );
  return strange ?? null;
}

/** Addresses, handles and markup: a wording may have them only as they stand in the text. */
export function findForeignMarkup(wording: string, text: string): string | null {
  const pieces = wording.split(/\s+/).filter((piece) => /[<>{}[\]\\`@|]|:\/\/|^www\.|&\w+;/i.test(piece));
  return pieces.find((piece) => !text.includes(piece.replace(/[.,;:!?]+$/, ""))) ?? null;
}
