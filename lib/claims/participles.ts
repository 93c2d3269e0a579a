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
