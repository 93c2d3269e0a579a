import { splitClauses } from "@/lib/claims/german-clauses";
import {
  bearsName,
  canBeSubject,
  constituentEnd,
  nounPhraseEnd,
  prepositionalPhraseEnd,
} from "@/lib/claims/german-phrases";
import { RELATIVE_PRONOUNS } from "@/lib/claims/german-words";
import type { SpeechCue, SpeechFrame, SpeechGrammar, WordRange } from "@/lib/claims/speech-grammar";
import { endOfContent, MEMORY_IN_SENTENCES } from "@/lib/claims/speech-grammar";
import {
  isSourceNoun,
  REPORTING_VERBS,
  SEPARABLE_REPORTING_VERBS,
  SEPARABLE_SPEECH_VERBS,
  SPEECH_PARTICIPLES,
  SPEECH_VERBS,
} from "@/lib/claims/speech-verbs";
import type { Word } from "@/lib/claims/tag-german-words";
import { tagGermanWords } from "@/lib/claims/tag-german-words";
import { wordsOf } from "@/lib/text/words-of";

interface Clause {
  readonly cue: WordRange;
  readonly speaker: WordRange | null;
  readonly lemma: string;
}

/** Finds reported speech in a sentence without direct quotation, by its grammar; null for the author's own voice. */
function findIndirectSpeech(words: readonly Word[]): SpeechFrame | null {
  const end = endOfContent(words);
  return (
    trailingFrame(words, end) ??
    leadingAsClause(words, end) ??
    sourcePhrase(words, end) ??
    matrixClause(words, end) ??
    reportedStatement(words, end)
  );
}

// ---- „…“, sagte X · …, so X · …, wie X mitteilte · …, teilte X mit -------------------------------------------

function trailingFrame(words: readonly Word[], end: number): SpeechFrame | null {
  const comma = lastComma(words, end);
  if (comma < 2) return null;
  const frame = frameAt(words, comma + 1, end) ?? interposedFrame(words, comma, end);
  if (!frame || !splitClauses(words.slice(0, comma)).some(({ kind }) => kind === "main")) return null;
  const goesOn = frame.commaBefore !== undefined && hasFinite(words, comma + 1, end);
  const before = frame.commaBefore ?? comma;
  const content = [{ from: 0, to: before }, ...(goesOn ? [{ from: comma + 1, to: end }] : [])];
  return { mode: "indirect", content, cue: frame.cue, speaker: frame.speaker, cueLemma: frame.lemma };
}

interface Frame extends Clause {
  readonly commaBefore?: number;
}

/** ", so X", ", sagte X am Montag", ", wie X mitteilte", ", heißt es", ", laut X": a frame from `from` to `to`. */
function frameAt(words: readonly Word[], from: number, to: number): Frame | null {
  const first = words[from];
  if (!first) return null;
  if (first.lower === "so") {
    const at = words[from + 1]?.tag === "adverb" ? from + 2 : from + 1;
    const end = nounPhraseEnd(words, at, to);
    if (end < 0 || hasFinite(words, end, to)) return null;
    return { cue: { from, to: from + 1 }, speaker: { from: at, to: end }, lemma: "so" };
  }
  if (first.lower === "wie") return asClauseAt(words, from, to);
  if (first.lower === "laut" || first.lower === "gemäß") {
    const end = nounPhraseEnd(words, from + 1, to);
    return end < 0
      ? null
      : { cue: { from, to: from + 1 }, speaker: { from: from + 1, to: end }, lemma: "laut" };
  }
  const verb = speechVerbAt(words, from, to);
  if (!verb) return null;
  const subject = subjectBehind(words, from + 1, to);
  const speaker = subject && withoutAddressee(words, subject);
  if (speaker && NEVER_BEHIND.has(verb.lemma)) return null;
  if (speaker && words[speaker.to]?.tag === "determiner" && !isAddressee(words, speaker.to)) return null;
  return speaker || verb.lemma === "heißen" ? { ...verb, speaker } : null;
}

/** "sagte Erika Beispiel der Zeitung": behind a name, and before a medium, "der" is no genitive. */
function withoutAddressee(words: readonly Word[], { from, to }: WordRange): WordRange {
  const isName = words[from]?.tag === "noun";
  for (let at = from + 1; at < to; at++) {
    const isDative = words[at]?.lower === "der" && words[at]?.tag === "determiner";
    if (isDative && isAddressee(words, at) && (isName || words[at - 1]?.tag === "noun"))
      return { from, to: at };
  }
  return { from, to };
}

/** A medium or somebody else in the dative: "der „Rundschau“", "dem Sender Muster", "der Deutschen Presse-Agentur". */
function isAddressee(words: readonly Word[], at: number): boolean {
  if (!/^(?:der|dem|den|dieser|unserer)$/.test(words[at]?.lower ?? "")) return false;
  let head = at + 1;
  while (words[head]?.tag === "adjective" || (words[head]?.tag === "noun" && words[head + 1]?.tag === "noun"))
    head++;
  const word = words[head];
  const isMedium =
    word?.tag === "noun" && (MEDIUM.test(word.lower) || MEDIUM.test(words[at + 1]?.lower ?? ""));
  return isMedium || /^[„"»“]$/.test(word?.text ?? "");
}

const MEDIUM =
  /(?:zeitung|zeitungen|blatt|magazin|sender|rundfunk|fernsehen|agentur|agenturen|nachrichtenagentur|presse|portal|rundschau|journalisten|reportern|radio)$/;

/** Verbs that need an object, so that they never follow what was said. */
const NEVER_BEHIND = wordsOf(
  "nennen bezeichnen wissen verraten beschuldigen auffordern vorwerfen zitieren loben",
);

/** "Die Lage, sagte X, sei ernst": the frame stands between the last two commas. */
function interposedFrame(words: readonly Word[], comma: number, end: number): Frame | null {
  const earlier = lastComma(words, comma);
  if (earlier < 1 || end - comma < 2) return null;
  const frame = frameAt(words, earlier + 1, comma);
  return frame && frame.lemma !== "wie" ? { ...frame, commaBefore: earlier } : null;
}

/** "wie X berichtet": subject behind "wie", the verb of speech last. */
function asClauseAt(words: readonly Word[], from: number, to: number): Frame | null {
  const verb = speechVerbBefore(words, from, to);
  if (!verb) return null;
  return { ...verb, speaker: subjectBehind(words, from + 1, verb.cue.from), lemma: "wie" };
}

function leadingAsClause(words: readonly Word[], end: number): SpeechFrame | null {
  if (words[0]?.lower !== "wie") return null;
  for (const comma of commasAndColons(words, Math.min(end, LONGEST_MATRIX))) {
    if (words[comma + 1]?.tag !== "finite") continue;
    const frame = asClauseAt(words, 0, comma);
    if (!frame) return null;
    const content = [{ from: comma + 1, to: end }];
    return { mode: "indirect", content, cue: frame.cue, speaker: frame.speaker, cueLemma: "wie" };
  }
  return null;
}

// ---- laut X · nach Angaben von X · X zufolge -----------------------------------------------------------------

function sourcePhrase(words: readonly Word[], end: number): SpeechFrame | null {
  for (let at = 0; at < end; at++) {
    const phrase = sourcePhraseAt(words, at, end);
    if (!phrase) continue;
    const scope =
      relativeClauseAround(words, phrase.from, end) ?? clauseBeforeOtherSpeech(words, phrase, end);
    const pieces = [
      { from: scope?.from ?? 0, to: trimCommaBack(words, phrase.from) },
      { from: skipComma(words, phrase.to), to: scope?.to ?? end },
    ];
    const content = pieces.filter(({ from, to }) => from < to);
    if (content.length === 0) return null;
    const within = scope ? { from: phrase.from, to: phrase.to } : undefined;
    return {
      mode: "indirect",
      content,
      cue: phrase.cue,
      speaker: phrase.speaker,
      cueLemma: "laut",
      ...(within && { within }),
      ...(phrase.isUnsure && { isUnsure: true }),
    };
  }
  return null;
}

/** "…, die nach Einschätzung der Behörde …": only the relative clause is the source's. */
function relativeClauseAround(words: readonly Word[], at: number, end: number): WordRange | null {
  const comma = lastComma(words, at);
  const opener = words[comma + 1];
  if (comma < 1 || comma + 1 >= at || opener?.tag !== "pronoun" || !RELATIVE_PRONOUNS.has(opener.lower))
    return null;
  const next = words.findIndex(({ text }, index) => index > at && index < end && text === ",");
  return { from: comma + 1, to: next < 0 ? end : next };
}

/** "Nach Angaben der Stadt kamen 500, die Polizei sprach von 300": another source has a clause of its own. */
function clauseBeforeOtherSpeech(words: readonly Word[], { to }: WordRange, end: number): WordRange | null {
  for (let comma = to; comma < end; comma++) {
    if (words[comma]?.text !== ",") continue;
    const verb = firstFiniteFrom(words, comma + 1);
    if (verb < 0 || verb >= end || constituentEnd(words, comma + 1, verb) !== verb) continue;
    const lemma = words[verb]?.finite?.lemma ?? "";
    if (speechVerbAt(words, verb, end) || REPORTING_VERBS.has(lemma)) return { from: 0, to: comma };
  }
  return null;
}

interface SourcePhrase extends WordRange {
  readonly cue: WordRange;
  readonly speaker: WordRange;
  /** Where the phrase ends can't be told. */
  readonly isUnsure?: boolean;
}

function sourcePhraseAt(words: readonly Word[], at: number, end: number): SourcePhrase | null {
  const word = words[at];
  if (!word) return null;
  if (word.lower === "zufolge" || (word.lower === "nach" && isSourceNounBefore(words, at)))
    return postposedSource(words, at);
  if (word.lower === "demnach" && at === 0)
    return { from: 0, to: 1, cue: { from: 0, to: 1 }, speaker: { from: 0, to: 1 } };
  const isSource =
    word.lower === "laut" ||
    ((word.lower === "nach" || word.lower === "gemäß") && hasSourceNoun(words, at + 1, end));
  if (!isSource) return null;
  const longest = prepositionalPhraseEnd(words, at, end);
  if (longest < 0) return null;
  const cue = { from: at, to: at + 1 };
  const other = words[longest]?.lower === "und" ? nounPhraseEnd(words, longest + 1, end) : -1;
  // In front of the finite verb all words are the source's.
  const opensClause = at === 0 || words[at - 1]?.kind === "mark";
  const front = opensClause ? [other, longest].find((to) => words[to]?.tag === "finite") : undefined;
  if (front !== undefined) return { from: at, to: front, cue, speaker: { from: at + 1, to: front } };
  const shortest = shortestSourceEnd(words, at + 1, longest);
  const to = hasMasculineSubject(words, at) ? withGenitive(words, shortest, longest) : shortest;
  const own = words.slice(at + 1, to).some(({ lower }) => OWN.test(lower));
  const speaker = own ? subjectOfSentence(words, at, to, end) : { from: at + 1, to };
  return speaker && { from: at, to, cue, speaker, isUnsure: isOpenEnd(words, to) };
}

/** "Der Mann wurde nach Angaben eines Sprechers der Klinik …": with the subject in front, "der" opens a genitive. */
const hasMasculineSubject = (words: readonly Word[], at: number) => {
  const verb = firstFiniteFrom(words, 0);
  return (
    verb > 0 &&
    verb < at &&
    /^(?:der|ein|er|dieser)$/.test(words[0]?.lower ?? "") &&
    canBeSubject(words, 0, verb)
  );
};

function withGenitive(words: readonly Word[], at: number, longest: number): number {
  if (!/^(?:der|des|eines|einer)$/.test(words[at]?.lower ?? "") || words[at]?.tag !== "determiner") return at;
  const noun = words.findIndex(({ tag }, index) => index > at && index < longest && tag === "noun");
  return noun < 0 ? at : noun + 1;
}

const OWN = /^eigene[nrs]?$/;

/** "Die Stadt hat nach eigenen Angaben …": the source is the subject of the sentence. */
function subjectOfSentence(words: readonly Word[], at: number, to: number, end: number): WordRange | null {
  const verb = firstFiniteFrom(words, 0);
  if (verb < 0) return null;
  if (verb > at) return subjectBehind(words, verb + 1, end);
  return subjectBefore(words, 0, verb) ?? subjectBehind(words, verb + 1, at) ?? subjectBehind(words, to, end);
}

/**
 * "nach Angaben des Ministeriums 214 Fahrgäste": behind the finite verb the next phrase follows at once, so a source is
 * one noun with one genitive, "von" phrase or name; whatever else could belong to it is left out.
 */
function shortestSourceEnd(words: readonly Word[], from: number, longest: number): number {
  const noun = words.findIndex(({ tag }, at) => at >= from && at < longest && tag === "noun");
  if (noun < 0) return longest;
  const head = isSourceNoun(words[noun]?.lower ?? "") ? ownerEnd(words, noun + 1, longest) : noun + 1;
  return nameEnd(words, head, longest);
}

/** Behind "Angaben": "der Polizei", "von Minister Beispiel", "Moskaus". */
function ownerEnd(words: readonly Word[], at: number, longest: number): number {
  const opener = words[at];
  if (opener?.tag === "noun") return opener.lower.endsWith("s") ? at + 1 : at;
  if (opener?.tag !== "determiner" && opener?.lower !== "von") return at;
  const noun = words.findIndex(({ tag }, index) => index > at && index < longest && tag === "noun");
  return noun < 0 ? at : noun + 1;
}

/** The name behind an office or a kind of thing that bears one, and a quoted name. */
function nameEnd(words: readonly Word[], at: number, longest: number): number {
  let to = at;
  const head = words[at - 1];
  if (head?.tag === "noun" && (bearsName(head.text) || isGivenName(words, at)))
    while (to < longest && words[to]?.tag === "noun") to++;
  if (/^[„"»]$/.test(words[to]?.text ?? "")) {
    const close = words.findIndex(({ text }, index) => index > to && /^[“”"«]$/.test(text));
    if (close > to && close < longest) return close + 1;
  }
  return to;
}

/** "von Erika Beispiel": a noun without determiner in front. */
const isGivenName = (words: readonly Word[], at: number) => words[at - 2]?.lower === "von";

/** What follows could be one more genitive or a name, or the next phrase. */
const isOpenEnd = (words: readonly Word[], at: number) =>
  words[at]?.tag === "noun" ||
  (words[at]?.tag === "determiner" && /^(?:der|des|eines|einer)$/.test(words[at]?.lower ?? ""));

function hasSourceNoun(words: readonly Word[], from: number, end: number): boolean {
  for (let at = from; at < Math.min(end, from + 4); at++) {
    const word = words[at];
    if (word?.tag === "noun") return isSourceNoun(word.lower);
  }
  return false;
}

const isSourceNounBefore = (words: readonly Word[], at: number) => {
  for (let back = at - 1; back >= Math.max(0, at - 8); back--) {
    const word = words[back];
    if (!word || word.tag === "mark" || word.tag === "finite") return false;
    if (word.tag === "noun" && isSourceNoun(word.lower)) {
      const next = words[at + 1];
      return (
        next === undefined ||
        next.tag === "finite" ||
        next.tag === "mark" ||
        (next.tag === "determiner" && nounPhraseEnd(words, back, at) === at)
      );
    }
  }
  return false;
};

/** "Berichten zufolge", "Angaben der Polizei nach": the phrase ends at `at`. */
function postposedSource(words: readonly Word[], at: number): SourcePhrase | null {
  for (let from = Math.max(0, at - 12); from < at; from++) {
    const before = words[from - 1];
    const isEdge = before === undefined || /^(?:mark|finite|pronoun)$/.test(before.tag);
    if (isEdge && coordinatedPhraseEnd(words, from, at) === at) {
      return { from, to: at + 1, cue: { from: at, to: at + 1 }, speaker: { from, to: at } };
    }
  }
  return null;
}

/** A noun phrase, or two of them with "und". */
function coordinatedPhraseEnd(words: readonly Word[], from: number, to: number): number {
  const end = nounPhraseEnd(words, from, to);
  return end > 0 && words[end]?.lower === "und" ? nounPhraseEnd(words, end + 1, to) : end;
}

// ---- X sagte, dass … · X sagte, er habe … · X forderte, … zu … -----------------------------------------------

const LONGEST_MATRIX = 60;

function matrixClause(words: readonly Word[], end: number): SpeechFrame | null {
  for (const comma of commasAndColons(words, Math.min(end, LONGEST_MATRIX))) {
    const matrix = speechClause(words, 0, comma) ?? nounWithContent(words, comma);
    const content = matrix ? reportedClauseAt(words, comma + 1, end, matrix) : null;
    if (matrix && content) {
      return {
        mode: "indirect",
        content: [content],
        cue: matrix.cue,
        speaker: matrix.speaker,
        cueLemma: matrix.lemma,
      };
    }
  }
  return null;
}

/** "die Behauptung, dass …": the noun says that somebody said it. */
function nounWithContent(words: readonly Word[], comma: number): Clause | null {
  const noun = words[comma - 1];
  if (!noun || words[comma + 1]?.lower !== "dass" || !CONTENT_NOUN.test(noun.lower)) return null;
  return {
    cue: { from: comma - 1, to: comma },
    speaker: subjectBefore(words, 0, firstFiniteFrom(words, 0)),
    lemma: "",
  };
}

const CONTENT_NOUN =
  /^(?:behauptung|vorwurf|ansicht|meinung|auffassung|überzeugung|hoffnung|befürchtung|vermutung|aussage|annahme|verdacht|forderung|ergebnis|schluss)$/;

/**
 * What follows the matrix clause is speech when it is a dass-clause, a clause in the Konjunktiv, a main clause right
 * behind the verb of speech, or a zu-infinitive.
 */
function reportedClauseAt(
  words: readonly Word[],
  from: number,
  sentenceEnd: number,
  matrix: Clause,
): WordRange | null {
  const first = words[from];
  const end = endOfReportedClause(words, from, sentenceEnd);
  if (!first || end - from < 2) return null;
  if (first.lower === "dass" || first.lower === "daß" || first.lower === "ob") return { from, to: end };
  if (first.tag === "coordinator") return null;
  if (
    isVerbSecond(words, from, end) &&
    (mainClauseSubjunctive(words, from, end) || PLAIN_SPEECH.test(matrix.lemma))
  )
    return { from, to: end };
  if (CLAUSE_OPENERS.has(first.lower) || (first.tag === "preposition" && words[from + 1]?.tag === "pronoun"))
    return null;
  if (mainClauseSubjunctive(words, from, end)) return { from, to: end };
  return INFINITIVE_SPEECH.test(matrix.lemma) && endsWithZuInfinitive(words, from, end)
    ? { from, to: end }
    : null;
}

/** ", denn …" gives the author's reason again. */
function endOfReportedClause(words: readonly Word[], from: number, end: number): number {
  for (let at = from; at + 1 < end; at++)
    if (words[at]?.text === "," && words[at + 1]?.lower === "denn") return at;
  return end;
}

/** One constituent, then the finite verb. */
function isVerbSecond(words: readonly Word[], from: number, end: number): boolean {
  const verb = firstFiniteFrom(words, from);
  return verb > from && verb < end - 1 && constituentEnd(words, from, verb) === verb;
}

function firstFiniteFrom(words: readonly Word[], from: number): number {
  for (let at = from; at < words.length; at++) if (words[at]?.tag === "finite") return at;
  return -1;
}

/** Verbs that open indirect speech even in the indicative: "Sie sagte, das Wasser steigt." */
const PLAIN_SPEECH =
  /^(?:sagen|erklären|behaupten|meinen|betonen|glauben|mitteilen|gesagt|erklärt|davongehen)$/;
const CLAUSE_OPENERS = wordsOf(
  "die der das den dem deren dessen weil da um ohne als nachdem während wo wobei obwohl wenn damit sodass",
);
const INFINITIVE_SPEECH =
  /^(?:fordern|auffordern|ankündigen|versprechen|drohen|aufrufen|rufen|dazurufen|aufrufen|beschuldigen|vorwerfen|vorwerfen|hoffen|behaupten|erklären|bestreiten|verlangen|appellieren|mahnen|warnen|glauben|versichern|beteuern|angeben|zugeben|einräumen|angekündigt|aufgefordert|aufgerufen|gefordert|beschuldigt|versprochen|gedroht|bitten|empfehlen|raten|anweisen|verpflichten)$/;

function endsWithZuInfinitive(words: readonly Word[], from: number, end: number): boolean {
  for (let at = end - 1; at > Math.max(from, end - 4); at--) {
    const word = words[at];
    if (word?.tag === "infinitive" && (words[at - 1]?.lower === "zu" || /\p{Ll}zu\p{Ll}/u.test(word.lower)))
      return true;
  }
  return words
    .slice(from, end)
    .some(({ tag }, at, rest) => tag === "infinitive" && rest[at - 1]?.lower === "zu");
}

/** A finite verb in the Konjunktiv before any in the indicative, in the clause that begins at `from`. */
function mainClauseSubjunctive(words: readonly Word[], from: number, end: number): boolean {
  for (let at = from; at < end; at++) {
    const word = words[at];
    if (word?.finite?.isSubjunctive && (word.tag === "finite" || word.tag === "infinitive")) return true;
    if (word?.tag === "finite" && !AMBIGUOUS_MOOD.has(word.lower)) return false;
  }
  return false;
}

/** Forms that are the same in both moods. */
const AMBIGUOUS_MOOD = wordsOf(
  "könnte könnten sollte sollten wollten müssten haben werden können müssen sollen wollen",
);

/** Subject and verb of speech in one clause, in either order. */
function speechClause(words: readonly Word[], from: number, to: number): Clause | null {
  for (let at = from; at < to; at++) {
    const verb = words[at]?.tag === "finite" ? speechVerbAt(words, at, to) : null;
    if (!verb) continue;
    return { ...verb, speaker: subjectBefore(words, from, at) ?? subjectBehind(words, at + 1, to) };
  }
  return null;
}

// ---- X forderte Neuwahlen · X warnte vor … -------------------------------------------------------------------

function reportedStatement(words: readonly Word[], end: number): SpeechFrame | null {
  for (let at = 1; at < Math.min(end, 30); at++) {
    const word = words[at];
    if (word?.tag === "subordinator" || word?.text === ",") return null;
    if (word?.tag !== "finite" || !word.finite) continue;
    const { lemma } = word.finite;
    const particles = SEPARABLE_REPORTING_VERBS.get(lemma);
    const particle = particles ? indexOfParticle(words, at + 1, end, particles) : -1;
    if (!REPORTING_VERBS.has(lemma) && particle < 0) return null;
    if (lemma === "fordern" && words.some(({ lower }) => TOLL.test(lower))) return null;
    const speaker = subjectBefore(words, 0, at) ?? subjectBehind(words, at + 1, end);
    if (!speaker || !isPersonLike(words, speaker)) return null;
    return {
      mode: "reported",
      content: [{ from: 0, to: end }],
      cue: { from: at, to: at + 1 },
      speaker,
      cueLemma: particle < 0 ? lemma : (words[particle]?.lower ?? "") + lemma,
    };
  }
  return null;
}

/** "Das Unglück forderte zwei Todesopfer": nobody demands anything. */
const TOLL = /(?:opfer|opfern|menschenleben|tote|toten|verletzte|verletzten)$/;

/** Somebody who can speak: a person, an office, an organisation; not "es" or a thing in the plural. */
const isPersonLike = (words: readonly Word[], { from, to }: WordRange) =>
  to > from && words[from]?.lower !== "es" && words[from]?.lower !== "das";

// ---- verbs and subjects --------------------------------------------------------------------------------------

/** The verb of speech at `at`, with its particle or participle further on. */
function speechVerbAt(words: readonly Word[], at: number, to: number): Clause | null {
  const word = words[at];
  if (!word?.finite) return null;
  const { lemma } = word.finite;
  const cue = { from: at, to: at + 1 };
  const particles = SEPARABLE_SPEECH_VERBS.get(lemma);
  if (particles) {
    const particle = indexOfParticle(words, at + 1, to, particles);
    if (particle >= 0)
      return {
        cue,
        speaker: null,
        lemma: lemma === "sein" ? "sein" : (words[particle]?.lower ?? "") + lemma,
      };
  }
  if (lemma === "haben" || lemma === "sein" || lemma === "werden") {
    for (let last = to - 1; last > at && last > to - 4; last--) {
      const participle = words[last];
      if (participle && SPEECH_PARTICIPLES.has(participle.lower))
        return { cue: { from: last, to: last + 1 }, speaker: null, lemma: participle.lower };
    }
    return null;
  }
  return SPEECH_VERBS.has(lemma) ? { cue, speaker: null, lemma } : null;
}

function indexOfParticle(
  words: readonly Word[],
  from: number,
  to: number,
  particles: ReadonlySet<string>,
): number {
  for (let at = from; at < Math.min(to, from + 30); at++) {
    const word = words[at];
    if (word?.text === "," && at > from + 12) return -1;
    if (
      word &&
      particles.has(word.lower) &&
      !(word.tag === "preposition" && word.lower !== "von" && word.lower !== "gegen")
    )
      return at;
  }
  return -1;
}

/** A verb of speech at the end of a verb-final clause. */
function speechVerbBefore(words: readonly Word[], from: number, to: number): Clause | null {
  for (let at = to - 1; at > Math.max(from, to - 4); at--) {
    const word = words[at];
    if (!word) return null;
    if (word.finite && SPEECH_VERBS.has(word.finite.lemma))
      return { cue: { from: at, to: at + 1 }, speaker: null, lemma: word.finite.lemma };
    if (SPEECH_PARTICIPLES.has(word.lower))
      return { cue: { from: at, to: at + 1 }, speaker: null, lemma: word.lower };
    if (/^(?:mitteil|bekanntg|angab|angib|ankündig|hinweis|hinzufüg|feststell)/.test(word.lower))
      return { cue: { from: at, to: at + 1 }, speaker: null, lemma: word.lower };
  }
  return null;
}

/** The noun phrase or pronoun directly behind the verb. */
function subjectBehind(words: readonly Word[], from: number, to: number): WordRange | null {
  let at = from;
  while (at < to && (words[at]?.lower === "sich" || words[at]?.tag === "adverb")) at++;
  if (words[at]?.tag === "pronoun")
    return canBeSubject(words, at, to) && words[at]?.lower !== "es" ? { from: at, to: at + 1 } : null;
  if (words[at]?.tag === "preposition") return sourceGroup(words, at, to) ?? skipPhrase(words, at, to);
  const end = nounPhraseEnd(words, at, to);
  return end > at && canBeSubject(words, at, to) ? { from: at, to: end } : null;
}

/** "hieß es aus Militärkreisen", "heißt es in dem Bericht": the source stands in a prepositional phrase. */
const sourceGroup = (words: readonly Word[], at: number, to: number): WordRange | null => {
  const isSource = /^(?:aus|in|im|von|vom)$/.test(words[at]?.lower ?? "") && words[at - 1]?.lower === "es";
  const end = isSource ? prepositionalPhraseEnd(words, at, to) : -1;
  return end > 0 ? { from: at + 1, to: end } : null;
};

function skipPhrase(words: readonly Word[], at: number, to: number): WordRange | null {
  const end = prepositionalPhraseEnd(words, at, to);
  if (end < 0 || end >= to || words[end]?.tag === "preposition") return null;
  return subjectBehind(words, end, to);
}

/** The noun phrase that stands before the verb, as the last one that can be its subject. */
function subjectBefore(words: readonly Word[], from: number, verb: number): WordRange | null {
  const at = words[from]?.tag === "coordinator" ? from + 1 : from;
  if (!canBeSubject(words, at, verb)) return null;
  if (words[at]?.tag === "pronoun") return { from: at, to: at + 1 };
  const end = nounPhraseEnd(words, at, verb);
  return end > at ? { from: at, to: end } : null;
}

// ---- commas --------------------------------------------------------------------------------------------------

function lastComma(words: readonly Word[], end: number): number {
  for (let at = end - 1; at > 0; at--) if (words[at]?.text === ",") return at;
  return -1;
}

/** Commas and colons outside brackets. */
function* commasAndColons(words: readonly Word[], end: number): Generator<number> {
  let depth = 0;
  for (let at = 1; at < end; at++) {
    const text = words[at]?.text ?? "";
    if (text === "(") depth++;
    else if (text === ")") depth--;
    else if (depth === 0 && (text === "," || text === ":")) yield at;
  }
}

const skipComma = (words: readonly Word[], at: number) => (words[at]?.text === "," ? at + 1 : at);
const trimCommaBack = (words: readonly Word[], at: number) => (words[at - 1]?.text === "," ? at - 1 : at);

function hasFinite(words: readonly Word[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (words[at]?.tag === "finite") return true;
  return false;
}

// ---- the grammar ---------------------------------------------------------------------------------------------

/** How German marks speech. */
export const GERMAN_SPEECH: SpeechGrammar = {
  tag: tagGermanWords,
  cueBehind: (words, from, to) => {
    const frame = frameAt(words, from, to);
    return frame ? { cue: frame.cue, speaker: frame.speaker, cueLemma: frame.lemma } : null;
  },
  cueBefore,
  indirectSpeech: germanIndirectSpeech,
};

/** X sagte: „…“ · X: „…“ */
function cueBefore(words: readonly Word[], from: number, to: number): SpeechCue | null {
  if (words[to - 1]?.text !== ":") return null;
  const clause = speechClause(words, from, to);
  if (clause) return { cue: clause.cue, speaker: clause.speaker, cueLemma: clause.lemma };
  const verb = firstFiniteFrom(words, from);
  if (verb >= 0 && verb < to) {
    const speaker = subjectBefore(words, from, verb) ?? subjectBehind(words, verb + 1, to);
    return { cue: null, speaker, cueLemma: "" };
  }
  const end = nounPhraseEnd(words, from, to);
  const isBare = end > from && words.slice(end, to - 1).every(({ tag }) => tag === "adverb");
  return isBare ? { cue: null, speaker: { from, to: end }, cueLemma: "" } : null;
}

/**
 * Speech without quotation marks: by its grammar, or in the Konjunktiv alone when somebody has just been speaking.
 * `silence` counts the sentences since then.
 */
function germanIndirectSpeech(words: readonly Word[], silence: number): SpeechFrame | null {
  const framed = findIndirectSpeech(words);
  if (framed) return framed;
  const end = endOfContent(words);
  const isGoingOn =
    isFreeSubjunctive(words, end, silence <= MEMORY_IN_SENTENCES) || (silence === 0 && isHearsay(words, end));
  if (!isGoingOn) return null;
  return { mode: "indirect", content: [{ from: 0, to: end }], cue: null, speaker: null, cueLemma: "" };
}

/** "soll … gegeben haben" right behind somebody's words goes on with them. */
function isHearsay(words: readonly Word[], end: number): boolean {
  const verb = words.findIndex(({ tag }) => tag === "finite");
  return (
    /^(?:soll|sollen)$/.test(words[verb]?.lower ?? "") && /^(?:haben|sein)$/.test(words[end - 1]?.lower ?? "")
  );
}

const DOUBTFUL = /^(?:wäre|wären|hätte|hätten|würde|würden|möge|mögen)$/;

function isFreeSubjunctive(words: readonly Word[], end: number, isSpeechGoingOn: boolean): boolean {
  const verb = words.findIndex(({ tag }) => tag === "finite");
  const word = words[verb];
  if (!word || verb >= end || words[0]?.tag === "subordinator" || !mainClauseSubjunctive(words, 0, end))
    return false;
  return isSpeechGoingOn || (!DOUBTFUL.test(word.lower) && word.finite?.isSubjunctive === true && verb > 0);
}
