import { AUXILIARY_LEMMAS, finiteForm, isParticiple } from "@/lib/claims/german-verbs";
import type { Token } from "@/lib/text/tokenize-words";

/*
 * What the grammar rules out and a tagger that looks at five words can't see. Each rule reads the whole clause.
 */

const FINITE = /^V[VAM]FIN$/;
/** "Das soll sein Anwalt gesagt haben": behind an infinitive stands no noun. */
const NOMINAL = /^(?:NN|NE|ADJA)$/;
const OPENERS = /^(?:KOUS|KOUI|PRELS|PRELAT|PWS|PWAV)$/;
const ENDS_CLAUSE = /^[,.;:!?–]$/;

/** Puts right the STTS tags of a sentence in place. */
export function repairGermanTags(tokens: readonly Token[], tags: string[]): void {
  let hasFinite = false;
  let auxiliary = false;
  let hasOpener = false;
  for (let at = 0; at < tags.length; at++) {
    const token = tokens[at];
    const tag = tags[at];
    if (!token || tag === undefined) continue;
    if (token.kind === "mark") {
      if (ENDS_CLAUSE.test(token.text)) {
        auxiliary = false;
        hasOpener = false;
      }
      continue;
    }
    if (OPENERS.test(tag)) hasOpener = true;
    if (tag === "ART" && standsAlone(tokens, tags, at))
      tags[at] = token.lower.startsWith("ein") ? "PIS" : "PDS";
    if (token.lower === "sein" && tag === "VAINF" && NOMINAL.test(tags[at + 1] ?? "")) tags[at] = "PPOSAT";
    if (!FINITE.test(tag)) continue;
    if (
      tag === "VVFIN" &&
      auxiliary &&
      !hasOpener &&
      endsClause(tokens, tags, at) &&
      isParticiple(token.lower)
    ) {
      tags[at] = "VVPP";
      continue;
    }
    auxiliary = tag === "VAFIN" && AUXILIARY_LEMMAS.has(finiteForm(token.lower)?.lemma ?? "");
    hasFinite = true;
  }
  if (!hasFinite) findFinite(tokens, tags);
}

/** "Das soll …", "…, wer das bezahlt": an article has its noun phrase behind it. */
const standsAlone = (tokens: readonly Token[], tags: readonly string[], at: number) =>
  FINITE.test(tags[at + 1] ?? "") || /^[,.;:!?]$/.test(tokens[at + 1]?.text ?? "");

/** "wurden gebracht und dort behandelt.": the last verb of a main clause with an auxiliary is its participle. */
const endsClause = (tokens: readonly Token[], tags: readonly string[], at: number) =>
  at + 1 === tokens.length || ENDS_CLAUSE.test(tokens[at + 1]?.text ?? "") || tags[at + 1] === "KON";

/** "Während der Rede protestierten Hunderte.": a sentence without a verb has one that looked like another word. */
function findFinite(tokens: readonly Token[], tags: string[]) {
  const last = tokens.at(-1);
  if (last?.kind !== "mark" || !/^[.!?]$/.test(last.text)) return;
  for (let at = 1; at < tags.length; at++) {
    const token = tokens[at];
    if (token?.kind !== "word" || token.text !== token.lower) continue;
    if (!finiteForm(token.lower) || !looksFinite(tags[at] ?? "", token, tokens[at + 1])) continue;
    if (/^(?:ART|PTKZU|PPOSAT|APPR|ADJA|APPRART)$/.test(tags[at - 1] ?? "")) continue;
    tags[at] = "VVFIN";
    return;
  }
}

const looksFinite = (tag: string, { lower }: Token, next: Token | undefined) =>
  tag === "VVPP" ? next?.kind === "word" : /^ADJ[AD]$/.test(tag) && /ten?$/.test(lower);
