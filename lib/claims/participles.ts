import type { Token } from "@/lib/text/tokenize-words";
import { wordsOf } from "@/lib/text/words-of";

const GERMAN =
  /^(?:\p{Ll}*ge\p{Ll}{2,}(?:t|en)|(?:be|emp|ent|er|miss|ver|zer|über|unter)\p{Ll}{2,}(?:t|en)|\p{Ll}{2,}iert)$/u;
const ENGLISH = /^\p{Ll}{2,}ed$/u;
const IRREGULAR = wordsOf(
  "hurt held built paid told sold lost found made sent shot cut hit given taken driven broken stolen seen known written chosen begun struck won left brought bought caught taught fought torn worn thrown grown shown born",
);

/** Prefixed strong verbs whose participle no infinitive looks like ("entnommen", "verboten"). */
const STRONG =
  /(?:nommen|boten|troffen|standen|schlossen|sprochen|brochen|loren|worfen|funden|bunden|wiesen|rissen|schrieben|trieben|schoben|zogen|gangen|storben)$/;

/** A German participle that cannot be an infinitive too: "gereinigt" and "entnommen", not "berichten". */
export const isClearParticiple = (word: string): boolean =>
  GERMAN.test(word) && (/t$/.test(word) || /^\p{Ll}*ge\p{Ll}{2,}en$/u.test(word) || STRONG.test(word));

/** Whether a word has the form of a past participle, German or English ("gebaut", "verletzt", "killed", "torn"). */
export const isParticiple = (word: string): boolean =>
  GERMAN.test(word) || ENGLISH.test(word) || IRREGULAR.has(word);

const DETERMINERS = wordsOf(
  "der die das dem den des ein eine einen einem einer eines im am zum zur vom beim diese dieser dieses jede jeder jedes ihre seine",
);
/** "is dammed", "a suspended sentence": what something is like. */
const BEFORE_ADJECTIVE = wordsOf("is are be being a an the to its their his her");
const NO_PRETERITE = wordsOf(
  "heute bitte hätte hätten sollte sollten müsste müssten könnte könnten möchte möchten dürfte dürften gute guten alte alten rechte rechten letzte letzten erste ersten nächste nächsten beste besten meisten zweite zweiten dritte dritten selten unten hinten mitten",
);

/** Whether a word is a verb in the past: "lieferte", not "die letzte Woche"; "seized" and the like in English. */
export function isPreterite(words: readonly Token[], at: number, language: string): boolean {
  const { text = "", lower = "" } = words[at] ?? {};
  if (!language.startsWith("de"))
    return ENGLISH.test(text) && !BEFORE_ADJECTIVE.has(words[at - 1]?.lower ?? "");
  if (!/^\p{Ll}{3,}ten?$/u.test(text) || NO_PRETERITE.has(lower) || at === 0) return false;
  const next = words[at + 1];
  // At the end "arbeiten" is an infinitive; before a noun "verletzte" is an adjective.
  if (next === undefined || next.kind === "mark") return text.endsWith("te");
  return !/^\p{Lu}/u.test(next.text) && !DETERMINERS.has(words[at - 1]?.lower ?? "");
}
