import { constituentEnd } from "@/lib/claims/german-phrases";
import { RELATIVE_PRONOUNS } from "@/lib/claims/german-words";
import type { Word } from "@/lib/claims/tag-german-words";

/* Cuts a German sentence into its clauses at commas, by their first word and the place of the finite verb. */

export type ClauseKind = "main" | "relative" | "subordinate" | "infinitive" | "fragment";

export interface ClausePart {
  readonly kind: ClauseKind;
  /** Without the comma in front. */
  readonly words: readonly Word[];
  /** The comma, semicolon or dash in front; absent at the beginning. */
  readonly separator: Word | null;
}

/** The clauses and fragments of a sentence, in order. What stands between brackets or quotation marks is not cut. */
export function splitClauses(words: readonly Word[]): ClausePart[] {
  const parts: ClausePart[] = [];
  for (const { separator, words: segment } of segmentsOf(words)) {
    const open = parts.at(-1);
    if (open && isUnfinished(open)) {
      parts[parts.length - 1] = {
        ...open,
        words: [...open.words, ...(separator ? [separator] : []), ...segment],
      };
      continue;
    }
    parts.push({ kind: kindOfSegment(segment, open), words: segment, separator });
  }
  return parts;
}

interface Segment {
  readonly separator: Word | null;
  readonly words: Word[];
}

function segmentsOf(words: readonly Word[]): Segment[] {
  const segments: Segment[] = [];
  let current: Word[] = [];
  let separator: Word | null = null;
  let depth = 0;
  words.forEach((word, at) => {
    if (/^[(„»‚]$/.test(word.text)) depth++;
    else if (/^[)“«‘]$/.test(word.text)) depth = Math.max(0, depth - 1);
    if (depth > 0 || !separates(word, words[at - 1], words[at + 1])) {
      current.push(word);
      return;
    }
    if (current.length > 0) segments.push({ separator, words: current });
    separator = word;
    current = [];
  });
  if (current.length > 0) segments.push({ separator, words: current });
  return segments;
}

/** A comma, semicolon or dash; not the comma between two attributes of a noun. */
function separates(word: Word, previous: Word | undefined, next: Word | undefined): boolean {
  if (word.text === ",")
    return !(previous?.tag === "adjective" && (next?.tag === "adjective" || next?.tag === "adverb"));
  return word.text === ";" || (/^[–—-]$/.test(word.text) && word.hasSpaceBefore);
}

/** A subordinate clause goes on behind a comma until its verb has come. */
const isUnfinished = ({ kind, words }: ClausePart) =>
  (kind === "relative" || kind === "subordinate") && finalFiniteIndex(words) < 0;

function kindOfSegment(words: readonly Word[], before: ClausePart | undefined): ClauseKind {
  const [first, second] = words;
  if (!first) return "fragment";
  const opener = openerOf(words) ?? first;
  if (before && isRelativeOpening(first, second) && finalFiniteIndex(words) > 0 && !hasVerbSecond(words))
    return "relative";
  if (before && first.kind === "word" && RELATIVE_PRONOUNS.has(first.lower) && firstFiniteIndex(words) < 0)
    return words.length > 2 && first.tag === "pronoun" ? "relative" : "fragment";
  if (isSubordinatorWord(opener) && (opener.tag === "subordinator" || finalFiniteIndex(words) > 0))
    return "subordinate";
  if (firstFiniteIndex(words) >= 0) return before && isVerbFinalOnly(words) ? "fragment" : "main";
  if (
    words.some(
      ({ lower, tag }, at) =>
        (lower === "zu" && words[at + 1]?.tag === "infinitive") ||
        (tag === "infinitive" && /\p{Ll}zu\p{Ll}/u.test(lower)),
    )
  )
    return "infinitive";
  return "fragment";
}

/** The word that tells the kind of clause, behind "und", "nur", "vor allem", "so". */
const openerOf = (words: readonly Word[]) =>
  words.slice(0, 4).find(({ tag, lower }) => tag !== "coordinator" && !BEFORE_SUBORDINATOR.has(lower));
const BEFORE_SUBORDINATOR = new Set([
  "nur",
  "vor",
  "allem",
  "so",
  "auch",
  "erst",
  "selbst",
  "insbesondere",
  "gerade",
  "kurz",
]);

/** "…, nicht mehr gewartet werden musste": the rest of a clause whose beginning stands before the comma. */
function isVerbFinalOnly(words: readonly Word[]): boolean {
  const verb = firstFiniteIndex(words);
  return verb > 0 && verb === words.length - 1 && constituentEnd(words, 0, verb) !== verb;
}

const isRelativeOpening = (first: Word, second: Word | undefined) =>
  RELATIVE_PRONOUNS.has(first.lower) ||
  (first.tag === "preposition" &&
    second !== undefined &&
    /^(?:der|die|das|dem|den|dessen|deren|denen|welche[rmns]?)$/.test(second.lower) &&
    second.tag === "pronoun");

const DUAL_SUBORDINATORS = new Set(["während", "seit", "bis", "trotz", "statt", "ohne", "um"]);
const isSubordinatorWord = ({ lower, tag }: Word) =>
  tag === "subordinator" || (tag === "preposition" && DUAL_SUBORDINATORS.has(lower));

/** The verb stands second: behind one constituent that does not open a subordinate clause. */
function hasVerbSecond(words: readonly Word[]): boolean {
  const at = firstFiniteIndex(words);
  return (
    at > 0 &&
    at < words.length - 1 &&
    words.slice(at + 1).some(({ tag }) => tag === "noun" || tag === "determiner" || tag === "preposition")
  );
}

export function firstFiniteIndex(words: readonly Word[]): number {
  return words.findIndex(({ tag, finite }) => tag === "finite" && finite !== null);
}

/** Index of the finite verb of a verb-final clause, or -1: the last word, or before two infinitives. */
export function finalFiniteIndex(words: readonly Word[]): number {
  const last = words.length - 1;
  const word = words[last];
  if (!word) return -1;
  if (word.tag === "infinitive" && words[last - 1]?.lower !== "zu") {
    for (let at = last - 1; at >= Math.max(1, last - 3); at--) {
      if (
        words[at]?.tag === "finite" &&
        /^(?:hat|haben|hatte|hatten|hätte|hätten|habe|wird|werden|würde|würden)$/.test(words[at]?.lower ?? "")
      )
        return at;
    }
    return word.finite && words.length > 2 ? last : -1;
  }
  return word.finite && (word.tag === "finite" || word.tag === "participle") ? last : -1;
}
