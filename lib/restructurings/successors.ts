import { sentenceAt } from "@/lib/claims/anchor-spans";
import { checkWorthinessOf } from "@/lib/claims/check-worthiness";
import type { ClaimRecord } from "@/lib/claims/claim-records";
import { isAttributed } from "@/lib/claims/claim-standing";
import type { ClaimKind, ClaimModality, ClaimMode, SetAside } from "@/lib/claims/claim-vocabulary";
import { CLAIM_MODALITIES } from "@/lib/claims/claim-vocabulary";
import { modalityOf } from "@/lib/claims/modality";
import { proposeSetAside } from "@/lib/claims/propose-set-aside";
import { readWording } from "@/lib/claims/read-statement";
import type { FoundStatement, Speech } from "@/lib/claims/speech-of-part";
import { modalitiesOfPart, speechOfPart, weakestMode } from "@/lib/claims/speech-of-part";
import type { ClaimState, Verdict } from "@/lib/claims/verdict-scale";
import { invalid } from "@/lib/errors";
import type { Span } from "@/lib/text/span";
import { overlaps } from "@/lib/text/span";
import { findOutside, findRepeated, unionOfSpans } from "./claim-spans";

/** What is known of a claim in whose place others are put. */
export type Predecessor = {
  number: number;
  spans: readonly Span[];
  repeats: readonly { spans: readonly Span[] }[];
  speaker: string | null;
  speakerRole: string | null;
  mode: ClaimMode;
  modality: ClaimModality;
  kind: ClaimKind;
  setAside: SetAside | null;
  isSetAsideProposed: boolean;
  /** People named the speaker: what the splitter hears counts no more. */
  isSpeakerDecided: boolean;
  /** The mode follows the speaker: the text itself does not show it. */
  isModeBySpeaker: boolean;
  state: ClaimState;
  verdict: Verdict | null;
  reason: string;
  assigneeId: string | null;
};

/** The text that claims stand in, and what the splitter finds in it. */
export type Ground = {
  text: string;
  sentences: readonly Span[];
  language: string;
  found: readonly FoundStatement[];
  quotations: readonly (Span & { cue: Span | null })[];
};

/** A claim in the place of others; its own place comes first. */
export type Successor = {
  facts: Omit<ClaimRecord, "id" | "number">;
  places: { sentence: number | null; spans: Span[] }[];
};

/**
 * A part of a claim: other words, said by whoever says them in the text, unless people named the speaker of the whole.
 * What was judged about the whole is not judged about it, reasoning without a verdict stays at hand, and a repeat is kept
 * where the part's words stand in it.
 * @throws INVALID "outsideClaim" under `path` where it stands on words that are not the claim's
 */
export function partOf(
  ground: Ground,
  claim: Predecessor,
  { wording, spans, path }: { wording: string; spans: readonly Span[]; path: string },
): Successor {
  const outside = findOutside(ground.text, claim.spans, spans);
  if (outside !== null) throw invalid(`${path}.spans.${outside}`, "outsideClaim");
  const repeats = claim.repeats.flatMap((repeat) => {
    const found = findRepeated(ground.text, spans, repeat.spans);
    return found ? [found] : [];
  });
  const about = { whole: claim, part: { wording, spans } };
  const speech = claim.isSpeakerDecided ? speechOf(claim) : speechOfPart(ground.text, ground.found, about);
  const modalities = modalitiesOfPart(ground.text, ground.found, about);
  // Beleg's word on the whole, or somebody's: on this part nobody has decided.
  const undecided = { ...claim, isSetAsideProposed: true };
  const judged = judgedAnew(wording, { language: ground.language, modalities, mode: speech.mode }, [
    undecided,
  ]);
  return {
    facts: {
      ...judged,
      ...speech,
      setAside: claim.isSetAsideProposed ? judged.setAside : claim.setAside,
      kind: claim.kind,
      state: claim.state === "IN_PROGRESS" || claim.state === "WAITING" ? claim.state : "OPEN",
      assigneeId: claim.assigneeId,
      sentence: sentenceOf(ground, spans),
    },
    places: placesOf(ground, [spans, ...repeats]),
  };
}

/**
 * One claim of several: it stands where they stand. It is as uncertain as the most uncertain of them, and somebody has
 * decided that it needs no check only where somebody decided so about each.
 * @throws INVALID "otherSpeaker" where somebody would get the words of somebody else
 */
export function mergerOf(ground: Ground, claims: readonly Predecessor[], wording: string): Successor {
  const [first] = claims;
  if (!first) throw new RangeError("Nothing to merge");
  const stranger = claims.findIndex((claim, index) =>
    claims.slice(0, index).some((other) => !haveOneSpeaker(ground, claim, other)),
  );
  if (stranger >= 0) throw invalid(`claims.${stranger}`, "otherSpeaker");
  const modalities = claims.map(({ modality }) => modality);
  const mode = weakestMode(claims.map((claim) => claim.mode));
  const assignees = new Set(claims.map(({ assigneeId }) => assigneeId));
  const assigneeId = assignees.size === 1 ? first.assigneeId : null;
  const isInProgress = assigneeId !== null && claims.some(({ state }) => state === "IN_PROGRESS");
  const spans = unionOfSpans(
    ground.text,
    claims.flatMap((claim) => claim.spans),
  );
  return {
    facts: {
      ...judgedAnew(wording, { language: ground.language, modalities, mode }, claims),
      speaker: first.speaker,
      speakerRole: claims.find(({ speakerRole }) => speakerRole !== null)?.speakerRole ?? null,
      kind: first.kind,
      state: isInProgress ? "IN_PROGRESS" : "OPEN",
      assigneeId,
      sentence: sentenceOf(ground, spans),
    },
    places: placesOf(ground, [spans, ...mergedRepeats(ground.text, claims)]),
  };
}

/**
 * Two people may have one name and two roles ("Müller, Sprecher der Polizei", "Müller, Anwalt"), and who is not named is
 * one person only within one quotation.
 */
function haveOneSpeaker(ground: Ground, a: Predecessor, b: Predecessor): boolean {
  if (a.speaker !== b.speaker || isAttributed(a) !== isAttributed(b)) return false;
  if (a.speakerRole !== null && b.speakerRole !== null && a.speakerRole !== b.speakerRole) return false;
  if (a.speaker !== null || !isAttributed(a)) return true;
  const speeches = new Set([...speechesOn(ground, a.spans), ...speechesOn(ground, b.spans)]);
  return speeches.size === 1 && !speeches.has(null);
}

/** The quotations on these words, each by its verb of speech: „A“, sagte sie, „B“ is one. Null for words in none. */
function speechesOn({ quotations }: Ground, spans: readonly Span[]): (number | null)[] {
  const on = quotations.filter((quotation) => spans.some((span) => overlaps(span, quotation)));
  return on.length === 0 ? [null] : on.map(({ start, cue }) => cue?.start ?? start);
}

const speechOf = ({ speaker, speakerRole, mode }: Speech): Speech => ({ speaker, speakerRole, mode });

/** Claims that are repeated together stay together; otherwise each repeat stays by itself. */
function mergedRepeats(text: string, claims: readonly Predecessor[]): Span[][] {
  const counts = new Set(claims.map(({ repeats }) => repeats.length));
  const groups =
    counts.size === 1
      ? (claims[0]?.repeats ?? []).map((_, at) => claims.flatMap(({ repeats }) => repeats[at]?.spans ?? []))
      : claims.flatMap(({ repeats }) => repeats.map(({ spans }) => spans));
  return groups.map((spans) => unionOfSpans(text, spans));
}

/**
 * A claim has one modality and none may be lost that readers must see beside its words: what the article does not vouch
 * for goes first, whatever else the words say ("soll 9.000 Euro genommen haben" and "wird zurückkommen" is hearsay).
 */
const MOST_UNCERTAIN_FIRST = ["hearsay", "conjecture", ...CLAIM_MODALITIES] as const;

/** What follows from the new wording, and what people decided about the old claims. */
function judgedAnew(
  wording: string,
  { language, modalities, mode }: { language: string; modalities: readonly ClaimModality[]; mode: ClaimMode },
  claims: readonly Predecessor[],
) {
  const statement = readWording(wording, language);
  const own = modalityOf({ ...statement, cueLemma: "", isHearsay: false });
  const modality =
    MOST_UNCERTAIN_FIRST.find((known) => known === own || modalities.includes(known)) ?? "asserted";
  const { score, reasons } = checkWorthinessOf({ statement, modality, mode });
  const isDecided =
    claims.every(({ isSetAsideProposed }) => !isSetAsideProposed) &&
    new Set(claims.map(({ setAside }) => setAside)).size === 1;
  // Whatever is to be checked stays so, also beside an opinion.
  const carried = claims.some(({ setAside }) => setAside === null) ? null : (claims[0]?.setAside ?? null);
  const isProposedAnew = claims.length === 1 && !isDecided;
  const isModeBySpeaker =
    mode !== "author" && claims.every((claim) => claim.isModeBySpeaker && claim.mode !== "author");
  const isSpeakerDecided = claims.some((claim) => claim.isSpeakerDecided);
  // Parts of one claim have one draft, which is not to stand there twice when they are merged again.
  const drafts = new Set(claims.filter(({ verdict }) => verdict === null).map(({ reason }) => reason.trim()));
  return {
    origin: "HAND" as const,
    wording,
    mode,
    modality,
    checkWorthiness: score,
    reasons: [...reasons],
    setAside: isProposedAnew ? proposeSetAside({ modality, reasons }) : carried,
    fieldVersions: {
      ...(isModeBySpeaker && { mode: 1 }),
      ...(isSpeakerDecided && { speaker: 1 }),
      ...(isDecided && { setAside: 1 }),
    },
    reason: [...drafts].filter((draft) => draft !== "").join("\n\n"),
  };
}

function sentenceOf({ sentences }: Ground, spans: readonly Span[]): number | null {
  return sentenceAt(sentences, spans[0]?.start ?? 0);
}

function placesOf(ground: Ground, places: readonly (readonly Span[])[]): Successor["places"] {
  return places.map((spans) => ({
    sentence: sentenceOf(ground, spans),
    spans: spans.map(({ start, end }) => ({ start, end })),
  }));
}
