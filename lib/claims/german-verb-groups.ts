import type { SpeechVerb } from "@/lib/claims/german-speech-verbs";
import { lemmaOfFinite, lemmaOfParticiple, particlesOf, speechVerb } from "@/lib/claims/german-speech-verbs";
import { RELATIVE_PRONOUNS } from "@/lib/claims/german-words";
import type { WordRange } from "@/lib/claims/speech-grammar";
import type { Word } from "@/lib/claims/tag-german-words";
import { wordsOf } from "@/lib/text/words-of";

/* The whole verb of a clause: the finite form with its particle, participle or infinitive. Offsets are indices of words. */

/** A verb of speech in its clause. */
export interface SpeechVerbGroup {
  /** Index of the finite verb, or of the infinitive with "zu". */
  readonly at: number;
  /** The word that carries the meaning: "gab … bekannt" → "gab", "hat gesagt" → "gesagt". */
  readonly cue: WordRange;
  readonly verb: SpeechVerb;
  readonly isPassive: boolean;
  /** Index behind the last word of the group. */
  readonly end: number;
}

const LONGEST_BRACKET = 40;

/** The verb of speech whose finite form stands at `at`, in a clause that ends before `end`; null for other verbs. */
export function speechVerbGroupAt(words: readonly Word[], at: number, end: number): SpeechVerbGroup | null {
  const word = words[at];
  if (!word || (!word.finite && word.tag !== "finite")) return null;
  const base = lemmaOfFinite(word);
  const to = bracketLimit(words, at, end);
  if (AUXILIARIES.has(base)) return withParticiple(words, at, to, base);
  if (MODALS.has(base))
    return withInfinitive(words, at, to) ?? (base === "wollen" ? plan(words, at, to) : null);
  const predicate = withPredicate(words, at, to, base);
  if (predicate) return predicate;
  const particle = particleOf(words, at, to, base);
  // "sieht … vor", "stellt … bereit" are other verbs.
  if (particle < 0 && hasOtherParticle(words, at, to)) return null;
  const verb = speechVerb(particle < 0 ? base : (words[particle]?.lower ?? "") + base);
  const cue = { from: at, to: at + 1 };
  return verb ? { at, cue, verb, isPassive: false, end: Math.max(at, particle) + 1 } : null;
}

const AUXILIARIES = wordsOf("haben sein werden");
const MODALS = wordsOf("können müssen dürfen mögen wollen");

/** "gab er bekannt", and "bekannt gab" at the end of a subordinate clause. */
function particleOf(words: readonly Word[], at: number, to: number, base: string): number {
  const particles = particlesOf(base);
  if (!particles) return -1;
  for (let behind = at + 1; behind < to; behind++) {
    const word = words[behind];
    if (word && particles.has(word.lower) && closesClause(words, behind, to)) return behind;
  }
  const before = words[at - 1];
  return before && particles.has(before.lower) && closesClause(words, at, to) ? at - 1 : -1;
}

/** A particle at the end of the clause that makes another verb of this one. */
const hasOtherParticle = (words: readonly Word[], at: number, to: number) => {
  const last = words[to - 1];
  return to - 1 > at && last?.tag === "adverb" && OTHER_PARTICLES.has(last.lower);
};
const OTHER_PARTICLES = wordsOf(
  "ab an auf aus bei bereit dar durch ein fest her hin los mit nach vor weg zu zurück zusammen",
);

/** A particle closes its clause; "an" before a noun phrase is a preposition. */
function closesClause(words: readonly Word[], at: number, to: number): boolean {
  const next = words[at + 1];
  if (at + 1 >= to || next === undefined || next.kind === "mark" || next.tag === "coordinator") return true;
  if (words[at]?.lower === "zu" && next.tag === "infinitive") return false;
  return words[at]?.tag === "adverb" && next.tag !== "noun" && next.tag !== "determiner";
}

function withParticiple(
  words: readonly Word[],
  at: number,
  to: number,
  auxiliary: string,
): SpeechVerbGroup | null {
  // "…, dass er berichtet hat": in a subordinate clause the participle stands in front.
  const found = isLastOfClause(words, at, to) ? participleBefore(words, at) : participleBehind(words, at, to);
  const verb = found < 0 ? null : speechVerb(lemmaOfParticipleAt(words, found) ?? "");
  if (!verb) return auxiliary === "sein" ? withPredicate(words, at, to, auxiliary) : null;
  const isPassive = auxiliary === "werden" || words[found + 1]?.lower === "worden";
  if (auxiliary === "sein" && !isPassive) return null;
  return { at, cue: { from: found, to: found + 1 }, verb, isPassive, end: Math.max(found, at) + 1 };
}

const isLastOfClause = (words: readonly Word[], at: number, to: number) =>
  at + 1 >= to || words[at + 1]?.kind === "mark";

const participleBefore = (words: readonly Word[], at: number) => {
  const before = words[at - 1]?.lower === "worden" ? at - 2 : at - 1;
  return lemmaOfParticipleAt(words, before) ? before : -1;
};

function participleBehind(words: readonly Word[], at: number, to: number): number {
  for (let behind = at + 1; behind < to; behind++) {
    const word = words[behind];
    if (word?.tag === "noun" || word?.tag === "adjective" || words[behind + 1]?.tag === "noun") continue;
    if (lemmaOfParticipleAt(words, behind)) return behind;
  }
  return -1;
}

/** "angekündigt", and "bekannt gegeben" in two words. */
function lemmaOfParticipleAt(words: readonly Word[], at: number): string | null {
  const word = words[at];
  if (!word) return null;
  const before = words[at - 1];
  const joined = before?.tag === "adverb" ? lemmaOfParticiple(before.lower + word.lower) : null;
  return joined ?? lemmaOfParticiple(word.lower);
}

/** "musste betonen", "kann nicht bestätigen". */
function withInfinitive(words: readonly Word[], at: number, to: number): SpeechVerbGroup | null {
  if (isLastOfClause(words, at, to)) {
    const verb = speechVerb(words[at - 1]?.lower ?? "");
    return verb && { at, cue: { from: at - 1, to: at }, verb, isPassive: false, end: at + 1 };
  }
  for (let behind = to - 1; behind > at; behind--) {
    const word = words[behind];
    const verb = word?.tag === "noun" ? null : speechVerb(word?.lower ?? "");
    if (verb && (behind + 1 >= to || words[behind + 1]?.kind === "mark"))
      return { at, cue: { from: behind, to: behind + 1 }, verb, isPassive: false, end: behind + 1 };
  }
  return null;
}

/** "will drei Schiffe bauen": an intention is somebody's word for what is to come. */
function plan(words: readonly Word[], at: number, to: number): SpeechVerbGroup | null {
  const last = words[to - 1];
  if (to - 2 <= at || last?.tag !== "infinitive" || /^(?:haben|sein)$/.test(last.lower)) return null;
  return { at, cue: { from: at, to: at + 1 }, verb: PLAN, isPassive: false, end: to };
}

const PLAN: SpeechVerb = { lemma: "wollen", force: "prediction", frames: new Set(["plan"]) };

/** "zeigte sich besorgt", "ist überzeugt", "ist der Ansicht": verb and predicate together speak. */
function withPredicate(words: readonly Word[], at: number, to: number, base: string): SpeechVerbGroup | null {
  if (base !== "sein" && base !== "zeigen" && base !== "geben" && base !== "vertreten") return null;
  if (words[at]?.lower === "sei" && base !== "sein") return null;
  for (let behind = at + 1; behind < to; behind++) {
    const lower = words[behind]?.lower ?? "";
    if (!PREDICATES.test(lower)) continue;
    if ((base === "zeigen" || base === "geben") && !hasReflexive(words, at, behind)) continue;
    return {
      at,
      cue: { from: at, to: at + 1 },
      verb: { lemma: "überzeugt", force: "opinion", frames: PREDICATE_FRAMES },
      isPassive: false,
      end: behind + 1,
    };
  }
  return null;
}

const PREDICATES =
  /^(?:überzeugt|besorgt|zuversichtlich|sicher|enttäuscht|erfreut|zufrieden|überrascht|entsetzt|empört|bestürzt|erleichtert|optimistisch|skeptisch|verärgert|ansicht|auffassung|meinung|überzeugung|standpunkt)$/;
const PREDICATE_FRAMES: ReadonlySet<string> = new Set(["clause", "zu", "über", "von"]);

const hasReflexive = (words: readonly Word[], from: number, to: number) => {
  for (let at = from; at < to; at++) if (words[at]?.lower === "sich") return true;
  return false;
};

/** "beeilte sich, … zu erklären": an infinitive of speech that ends at `to`. */
export function speechInfinitiveBefore(words: readonly Word[], to: number): SpeechVerbGroup | null {
  const at = to - 1;
  const word = words[at];
  if (!word || word.tag === "noun") return null;
  const isPlain = words[at - 1]?.lower === "zu";
  const lemma = isPlain
    ? (words[at - 2]?.tag === "adverb" ? words[at - 2]?.lower : "") + word.lower
    : word.lower.replace(/(?<=^\p{Ll}{2,7})zu(?=\p{Ll}{4})/u, "");
  const verb = isPlain
    ? (speechVerb(lemma) ?? speechVerb(word.lower))
    : lemma !== word.lower
      ? speechVerb(lemma)
      : null;
  return verb && { at, cue: { from: at, to }, verb, isPassive: false, end: to };
}

/**
 * Index behind the last word that can belong to the verb at `at`: the clause ends at a colon, and at a comma unless an
 * apposition stands behind it ("teilte Karl Beispiel, Sprecher des Verbands, mit").
 */
export function bracketLimit(words: readonly Word[], at: number, end: number): number {
  const limit = Math.min(end, at + LONGEST_BRACKET);
  let depth = 0;
  for (let behind = at + 1; behind < limit; behind++) {
    const text = words[behind]?.text ?? "";
    if (/^[(„»]$/.test(text)) depth++;
    else if (/^[)“«]$/.test(text)) depth = Math.max(0, depth - 1);
    else if (depth > 0) continue;
    else if (text === ":" || text === ";") return behind;
    else if (text === ",") {
      const close = appositionEnd(words, behind, limit);
      if (close < 0) return behind;
      behind = close;
    }
  }
  return limit;
}

/** Index of the comma that closes the apposition behind the comma at `comma`, or -1. */
export function appositionEnd(words: readonly Word[], comma: number, limit: number): number {
  const first = words[comma + 1];
  if (!first || !/^(?:noun|determiner|adjective|number)$/.test(first.tag)) return -1;
  for (let at = comma + 1; at < limit; at++) {
    const word = words[at];
    if (word?.tag === "finite" || word?.tag === "infinitive" || word?.text === ":") return -1;
    if (word?.text === ",") return at;
  }
  return -1;
}

/** Whether a relative or subordinate clause begins at `at`. */
export function opensSubordinate(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (!word) return false;
  if (word.tag === "subordinator" || word.lower === "wie") return true;
  const pronoun = word.tag === "preposition" ? words[at + 1] : word;
  return pronoun?.tag === "pronoun" && RELATIVE_PRONOUNS.has(pronoun.lower);
}
