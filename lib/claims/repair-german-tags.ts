import { AUXILIARY_LEMMAS, finiteForm, isParticiple } from "@/lib/claims/german-verbs";
import type { Token } from "@/lib/text/tokenize-words";

/* What the grammar rules out and a tagger that looks at five words can't see: each rule reads a whole clause. */

interface Sentence {
  readonly tokens: readonly Token[];
  readonly tags: string[];
}

/** Puts right the STTS tags of one sentence in place. */
export function repairGermanTags(tokens: readonly Token[], tags: string[]): void {
  const sentence = { tokens, tags };
  for (let from = 0; from < tokens.length; ) {
    let to = from;
    while (to < tokens.length && !isClauseMark(tokens[to])) to++;
    repairClause(sentence, from, to);
    from = to + 1;
  }
  if (!tags.some(isFiniteTag)) findFinite(sentence);
}

const isFiniteTag = (tag: string) => tag === "VVFIN" || tag === "VAFIN" || tag === "VMFIN";
const isClauseMark = (token: Token | undefined) => token?.kind === "mark" && CLAUSE_MARKS.has(token.text);
const CLAUSE_MARKS = new Set([",", ".", ";", ":", "!", "?", "–"]);
const OPENERS = new Set(["KOUS", "PRELS", "PRELAT", "PWS", "PWAV"]);
const NOMINAL = new Set(["NN", "NE", "ADJA"]);

function repairClause({ tokens, tags }: Sentence, from: number, to: number) {
  let hasOpener = false;
  let hasFinite = false;
  let hasAuxiliary = false;
  for (let at = from; at < to; at++) {
    const tag = tags[at] ?? "";
    const lower = tokens[at]?.lower ?? "";
    if (OPENERS.has(tag)) hasOpener = true;
    // "Das soll …", "…, wer das bezahlt": an article has its noun phrase behind it.
    else if (tag === "ART" && (at + 1 === to || isFiniteTag(tags[at + 1] ?? "")))
      tags[at] = lower.startsWith("ein") ? "PIS" : "PDS";
    // "Das soll sein Anwalt gesagt haben": no noun follows an infinitive.
    else if (tag === "VAINF" && lower === "sein" && NOMINAL.has(tags[at + 1] ?? "")) tags[at] = "PPOSAT";
    if (!isFiniteTag(tag)) continue;
    if (tag === "VVFIN" && isAttribute({ tokens, tags }, at, from)) {
      tags[at] = "ADJA";
      continue;
    }
    // "wurden gebracht und dort behandelt": a main clause with an auxiliary ends with its participle.
    if (tag === "VVFIN" && hasAuxiliary && !hasOpener && endsVerbs(tags, at, to) && isParticiple(lower)) {
      tags[at] = "VVPP";
      continue;
    }
    hasFinite = true;
    hasAuxiliary = tag === "VAFIN" && AUXILIARY_LEMMAS.has(finiteForm(lower)?.lemma ?? "");
  }
  if (hasOpener && !hasFinite) finishSubordinate({ tokens, tags }, to - 1);
  if (hasFinite && !hasOpener) showConjunction({ tokens, tags }, from, to);
}

/** "seit die Grenze offen ist": the verb is last, so that the preposition is a conjunction. */
function showConjunction({ tokens, tags }: Sentence, from: number, to: number) {
  if (tags[from] !== "APPR" || !DUAL.has(tokens[from]?.lower ?? "") || to - from < 4) return;
  const finite = tags.findIndex((tag, at) => at > from && isFiniteTag(tag));
  if (finite === to - 1) tags[from] = "KOUS";
}

const DUAL = new Set(["seit", "während", "bis"]);

/** "die von der Union verlangten Pläne": the participle in front of the noun that the article waits for. */
const isAttribute = ({ tokens, tags }: Sentence, at: number, from: number) =>
  tags[at + 1] === "NN" &&
  isParticiple((tokens[at]?.lower ?? "").replace(/e[nrsm]?$/, "")) &&
  hasWaitingArticle(tags, from, at);

function hasWaitingArticle(tags: readonly string[], from: number, to: number): boolean {
  for (let at = to - 2; at >= from; at--)
    if (tags[at] === "ART" && tags[at + 1] === "APPR") return true;
    else if (isFiniteTag(tags[at] ?? "")) return false;
  return false;
}

const endsVerbs = (tags: readonly string[], at: number, to: number) =>
  at + 1 === to || tags[at + 1] === "KON";

/** "die dort betrieben werden,": the last word of a subordinate clause is finite where it can be. */
function finishSubordinate({ tokens, tags }: Sentence, last: number) {
  const tag = tags[last] ?? "";
  if (!/^V[VAM]INF$/.test(tag) || tags[last - 1] === "PTKZU" || !finiteForm(tokens[last]?.lower ?? ""))
    return;
  tags[last] = `${tag.slice(0, 2)}FIN`;
}

/** "Während der Rede protestierten Hunderte.": a sentence without a verb has one that looked like another word. */
function findFinite({ tokens, tags }: Sentence) {
  const last = tokens.at(-1);
  if (last?.kind !== "mark" || !/^[.!?]$/.test(last.text)) return;
  const end = tags.length - 2;
  if (
    tags[end] === "VVINF" &&
    /^(?:NN|NE|PPER)$/.test(tags[end - 1] ?? "") &&
    finiteForm(tokens[end]?.lower ?? "")
  ) {
    tags[end] = "VVFIN";
    return;
  }
  for (let at = 1; at < tags.length; at++) {
    const token = tokens[at];
    if (token?.kind !== "word" || token.text !== token.lower || !finiteForm(token.lower)) continue;
    if (!looksFinite(tags[at] ?? "", token, tokens[at + 1])) continue;
    if (/^(?:ART|PTKZU|PPOSAT|APPR|ADJA|APPRART)$/.test(tags[at - 1] ?? "")) continue;
    tags[at] = "VVFIN";
    return;
  }
}

const looksFinite = (tag: string, { lower }: Token, next: Token | undefined) =>
  tag === "VVPP" ? next?.kind === "word" : /^ADJ[AD]$/.test(tag) && /ten?$/.test(lower);
