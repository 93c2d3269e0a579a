import { articleStateOf } from "@/lib/articles/article-state";
import type { AttributionVerdict, ClaimState, Tone, Verdict } from "@/lib/claims/verdict-scale";
import {
  ATTRIBUTION_VERDICTS,
  CLAIM_STATES,
  progressOf,
  toneOf,
  VERDICT_RATING,
  VERDICT_SCALE_VERSION,
  VERDICT_TONE,
  VERDICTS,
} from "@/lib/claims/verdict-scale";
import { countIndependentOrigins, originOf } from "@/lib/sources/origin-groups";
import { splitByRanges } from "@/lib/text/split-by-ranges";
import type {
  ReportBlock,
  ReportClaim,
  ReportClaimSetAside,
  ReportDocument,
  ReportLanguage,
  ReportNote,
  ReportPeople,
  ReportProfile,
  ReportScale,
  ReportSegment,
  ReportSource,
  ReportSpan,
  ReportSummary,
} from "./report-document";
import { REPORT_SCHEMA_VERSION } from "./report-document";
import type { ReportSnapshot, SnapshotActivity, SnapshotClaim, SnapshotNote } from "./report-snapshot";
import type { ReportWords } from "./report-words";
import { reportWords } from "./report-words";
import { withholdForPublication } from "./withhold-for-publication";

export type ReportOptions = {
  /** Null makes a draft. */
  number: number | null;
  profile: ReportProfile;
  language: ReportLanguage;
  timeZone: string;
  createdAt: string;
  createdBy: string | null;
};

/** Builds the report of an article from what was read of it at one moment. */
export function buildReport(snapshot: ReportSnapshot, options: ReportOptions): ReportDocument {
  const words = reportWords(options);
  const notes = notesByClaim(snapshot.notes);
  const sources = registerSources(snapshot.claims);
  const build = (claim: SnapshotClaim) =>
    buildClaim(claim, { snapshot, sources, words, notes: notes.get(claim.id) ?? [] });
  const claims = snapshot.claims.filter((claim) => claim.setAside === null).map(build);
  const claimsSetAside = snapshot.claims.flatMap((claim) => {
    const setAside = setAsideOf(claim, { activity: snapshot.activity, words });
    return setAside ? [{ ...build(claim), setAside }] : [];
  });
  const document: ReportDocument = {
    schemaVersion: REPORT_SCHEMA_VERSION,
    status: options.number === null ? "draft" : "frozen",
    number: options.number,
    basedOn: null,
    profile: "internal",
    language: options.language,
    timeZone: options.timeZone,
    createdAt: options.createdAt,
    createdBy: options.createdBy,
    desk: snapshot.desk,
    article: snapshot.article,
    textVersion: snapshot.textVersion,
    text: snapshot.text,
    blocks: buildBlocks(snapshot),
    record: snapshot.record,
    summary: summarise(snapshot, claims, sources),
    people: buildPeople(snapshot),
    notes: notes.get(null) ?? [],
    claims,
    claimsSetAside,
    sources,
    textVersions: snapshot.textVersions,
    earlierReports: snapshot.earlierReports,
    scale: buildScale(words),
    withheld: [],
    activity: buildActivity(snapshot),
  };
  return options.profile === "publishable" ? withholdForPublication(document) : document;
}

/** Only notes meant for the report are printed, in either profile; a reply only with the note it answers. */
function notesByClaim(notes: readonly SnapshotNote[]): Map<string | null, ReportNote[]> {
  const meant = new Set(notes.filter(({ visibility }) => visibility === "REPORT").map(({ id }) => id));
  const byClaim = new Map<string | null, ReportNote[]>();
  for (const { id, parentId, claimId, by, at, body } of notes) {
    if (!meant.has(id) || (parentId !== null && !meant.has(parentId))) continue;
    const list = byClaim.get(claimId) ?? [];
    list.push({ by, at, body, isReply: parentId !== null });
    byClaim.set(claimId, list);
  }
  return byClaim;
}

/** The sources in the order in which the claims first name them, numbered from 1. */
function registerSources(claims: readonly SnapshotClaim[]): ReportSource[] {
  const register = new Map<string, ReportSource>();
  const origins = new Map<string, number>();
  for (const claim of claims) {
    for (const { source } of claim.citations) {
      const known = register.get(source.id);
      if (known) {
        if (!known.claims.includes(claim.number)) known.claims.push(claim.number);
        continue;
      }
      const origin = originOf(source);
      const originNumber = origins.get(origin) ?? origins.size + 1;
      origins.set(origin, originNumber);
      const { originGroup, ...facts } = source;
      register.set(source.id, {
        ...facts,
        number: register.size + 1,
        origin: { number: originNumber, name: originGroup },
        claims: [claim.number],
      });
    }
  }
  return [...register.values()];
}

function buildClaim(
  claim: SnapshotClaim,
  context: {
    snapshot: ReportSnapshot;
    sources: readonly ReportSource[];
    words: ReportWords;
    notes: ReportNote[];
  },
): ReportClaim {
  const { snapshot, words, notes } = context;
  const numberOf = new Map(context.sources.map(({ id, number }) => [id, number]));
  const [spans = [], ...repeats] = claim.places;
  const originsWith = (stance: string) =>
    countIndependentOrigins(
      claim.citations.filter((citation) => citation.stance === stance).map((c) => c.source),
    );
  return {
    id: claim.id,
    number: claim.number,
    wording: { language: snapshot.article.language, text: claim.wording },
    translation: claim.translation && {
      language: claim.translation.language,
      text: claim.translation.wording,
    },
    spans,
    repeats,
    quote: quoteOf(snapshot.text, spans),
    speaker: claim.speaker,
    speakerRole: claim.speakerRole,
    mode: claim.mode,
    modality: claim.modality,
    kind: claim.kind,
    tone: toneOf(claim),
    state: claim.state,
    attribution: isAttributed(claim)
      ? {
          verdict: claim.attributionVerdict,
          label: claim.attributionVerdict && words.term("attributionVerdict", claim.attributionVerdict),
        }
      : null,
    verdict: claim.verdict && {
      key: claim.verdict,
      label: words.term("verdict", claim.verdict),
      tone: VERDICT_TONE[claim.verdict],
      rating: VERDICT_RATING[claim.verdict],
      scale: claim.verdictScale ?? VERDICT_SCALE_VERSION,
    },
    reason: claim.reason,
    checkedBy: claim.verdictBy,
    checkedAt: claim.verdictAt,
    signedOff: signOffOf(claim, snapshot.activity),
    assignee: claim.assignee,
    citations: claim.citations.map(({ source, ...citation }) => ({
      source: numberOf.get(source.id) ?? 0,
      stance: citation.stance,
      locator: citation.locator,
      excerpt: citation.excerpt,
      accessedAt: citation.accessedAt,
    })),
    origins: { supporting: originsWith("SUPPORTS"), contradicting: originsWith("CONTRADICTS") },
    notes,
  };
}

/** Why a claim needs no check and who decided it; what was decided of the claims it was made of holds for it. */
function setAsideOf(
  { id, predecessors, setAside, isSetAsideProposed }: SnapshotClaim,
  { activity, words }: { activity: readonly SnapshotActivity[]; words: ReportWords },
): ReportClaimSetAside["setAside"] | null {
  if (setAside === null) return null;
  const decision = activity.findLast(
    ({ claimId, type, after }) =>
      claimId !== null &&
      (claimId === id || predecessors.includes(claimId)) &&
      type === "claim.changed" &&
      "setAside" in after,
  );
  return {
    key: setAside,
    label: words.term("setAside", setAside),
    isProposed: isSetAsideProposed,
    by: isSetAsideProposed ? null : (decision?.by ?? null),
    at: isSetAsideProposed ? null : (decision?.at ?? null),
  };
}

/** Somebody other than the author says it, so two things can be checked: that it was said, and that it is so. */
function isAttributed(claim: SnapshotClaim): boolean {
  return claim.mode !== "author" || claim.speaker !== null || claim.attributionVerdict !== null;
}

/** The quoted words in one line. Pieces with nothing but space between them join without a mark. */
function quoteOf(text: string, spans: readonly ReportSpan[]): string | null {
  let quote: string | null = null;
  let end = 0;
  for (const span of spans) {
    if (quote === null) quote = span.quote;
    else {
      const between = text.slice(end, span.start);
      quote += between.trim() === "" && end <= span.start ? `${between}${span.quote}` : ` […] ${span.quote}`;
    }
    end = span.end;
  }
  return quote;
}

function signOffOf(
  claim: Pick<SnapshotClaim, "id" | "state">,
  activity: readonly SnapshotActivity[],
): { by: string; at: string } | null {
  const step = signOffStepOf(claim, activity);
  return step ? { by: step.by, at: step.at } : null;
}

function signOffStepOf(
  { id, state }: Pick<SnapshotClaim, "id" | "state">,
  activity: readonly SnapshotActivity[],
): SnapshotActivity | null {
  if (state !== "SIGNED_OFF") return null;
  return activity.findLast((entry) => entry.claimId === id && entry.after.state === "SIGNED_OFF") ?? null;
}

/** The text as blocks of flat segments. Text between the splitter's blocks becomes a paragraph: none may be lost. */
function buildBlocks(snapshot: ReportSnapshot): ReportBlock[] {
  const { text, claims } = snapshot;
  const marked = claims.filter((claim) => claim.setAside === null || claim.attributionVerdict !== null);
  const ranges = marked.flatMap(({ number, places }) =>
    places.flatMap((pieces, occurrence) => {
      const last = Math.max(...pieces.map(({ end }) => end));
      return pieces.map(({ start, end }) => ({
        claim: number,
        isRepeat: occurrence > 0,
        isLast: end === last,
        start,
        end: withoutFullStop(text, { start, end }),
      }));
    }),
  );
  return withGapsFilled(text, snapshot.blocks).map(({ kind, start, end, repeatOf }) => {
    const inside = ranges.filter((range) => range.start < end && range.end > start);
    const segments = splitByRanges(
      text.slice(start, end),
      inside.map((range, index) => ({
        id: String(index),
        start: range.start - start,
        end: range.end - start,
      })),
    ).map((segment): ReportSegment => {
      const claimNumbers = segment.ids.map((id) => inside[Number(id)]?.claim ?? 0);
      const ends = inside
        .filter((range) => range.isLast && range.end === segment.end + start)
        .sort((a, b) => a.claim - b.claim || Number(a.isRepeat) - Number(b.isRepeat));
      return {
        start: segment.start + start,
        end: segment.end + start,
        claims: [...new Set(claimNumbers)],
        ends: ends.map(({ claim, isRepeat }) => ({ claim, isRepeat })),
      };
    });
    return { kind, start, end, repeatOf, segments };
  });
}

/** Where a piece ends before its full stop: a number stands there whether or not the piece takes the full stop in. */
function withoutFullStop(text: string, { start, end }: { start: number; end: number }): number {
  const words = text.slice(start, end).replace(/[.!?…]+$/u, "");
  return words === "" ? end : start + words.length;
}

type Block = ReportSnapshot["blocks"][number];

function withGapsFilled(text: string, blocks: readonly Block[]): Block[] {
  const filled: Block[] = [];
  /** Where each of the splitter's blocks stands now, so that repeatOf still points at it. */
  const places: number[] = [];
  let position = 0;
  const fill = (end: number) => {
    const gap = text.slice(position, end);
    if (gap.trim() === "") return;
    const start = position + gap.length - gap.trimStart().length;
    filled.push({ kind: "paragraph", start, end: start + gap.trim().length, repeatOf: null });
  };
  for (const block of blocks) {
    const start = Math.max(block.start, position);
    const end = Math.min(block.end, text.length);
    fill(start);
    places.push(filled.length);
    filled.push({ ...block, start, end: Math.max(start, end) });
    position = Math.max(position, end);
  }
  fill(text.length);
  return filled.map((block) => ({
    ...block,
    repeatOf: block.repeatOf === null ? null : (places[block.repeatOf] ?? null),
  }));
}

function countBy<Key extends string>(
  keys: readonly Key[],
  values: readonly (Key | null)[],
): Record<Key, number> {
  const counts = Object.fromEntries(keys.map((key) => [key, 0])) as Record<Key, number>;
  for (const value of values) if (value !== null) counts[value] += 1;
  return counts;
}

function summarise(
  snapshot: ReportSnapshot,
  claims: readonly ReportClaim[],
  sources: readonly ReportSource[],
): ReportSummary {
  const progress = progressOf(snapshot.claims);
  const toCheck = snapshot.claims.filter((claim) => claim.setAside === null);
  const attributed = snapshot.claims.filter(
    (claim) => isAttributed(claim) && (claim.setAside === null || claim.attributionVerdict !== null),
  );
  const byTone: Record<Tone, number> = progress.byTone;
  const byVerdict: Record<Verdict, number> = countBy(
    VERDICTS,
    toCheck.map(({ verdict }) => verdict),
  );
  const byState: Record<ClaimState, number> = countBy(
    CLAIM_STATES,
    toCheck.map(({ state }) => state),
  );
  const byAttribution: Record<AttributionVerdict, number> = countBy(
    ATTRIBUTION_VERDICTS,
    attributed.map(({ attributionVerdict }) => attributionVerdict),
  );
  return {
    state: articleStateOf(
      snapshot.claims.map(({ verdict, state, setAside }) => ({ verdict, state, setAside, count: 1 })),
    ),
    claims: claims.length,
    checked: progress.checked,
    signedOff: byState.SIGNED_OFF,
    byVerdict,
    byTone,
    byState,
    attributed: attributed.length,
    attributionChecked: attributed.filter(({ attributionVerdict }) => attributionVerdict !== null).length,
    byAttribution,
    sources: sources.length,
    openNotes: snapshot.notes.filter(({ parentId, isResolved }) => parentId === null && !isResolved).length,
    internalNotes: snapshot.notes.filter(({ visibility }) => visibility === "INTERNAL").length,
    removedClaims: numbersOf(snapshot.removedClaims.filter(({ isReplaced }) => !isReplaced)),
    replacedClaims: numbersOf(snapshot.removedClaims.filter(({ isReplaced }) => isReplaced)),
    setAside: progress.setAside,
  };
}

const numbersOf = (claims: readonly { number: number }[]) => claims.map(({ number }) => number);

/** A change of a finding or of what stands behind it: whoever makes one has checked the claim. */
function isCheck(entry: SnapshotActivity): boolean {
  if (entry.claimId === null || entry.actorId === null) return false;
  if (entry.type.startsWith("citation.")) return true;
  return ["verdict", "attributionVerdict", "reason"].some((field) => Boolean(entry.after[field]));
}

/** Of the claims that are in the report. People are told apart by who they are, not by what they are called. */
function buildPeople(snapshot: ReportSnapshot): ReportPeople {
  const numberOf = new Map(snapshot.claims.map(({ id, number }) => [id, number]));
  const checks = snapshot.activity.flatMap((entry) => {
    if (entry.claimId === null || !isCheck(entry)) return [];
    const claim = numberOf.get(entry.claimId) ?? heirOf(entry, snapshot.claims)?.number;
    return claim === undefined ? [] : [{ ...entry, claim }];
  });
  const checkers = groupBy(checks, ({ actorId }) => actorId);
  const assigned = snapshot.claims.filter(({ assignee }) => assignee !== null);
  const signOffs = snapshot.claims.flatMap((claim) => {
    const step = signOffStepOf(claim, snapshot.activity);
    return step ? [{ ...step, claim: claim.number }] : [];
  });
  return {
    checkers: checkers.map((entries) => ({
      name: entries.at(-1)?.by ?? "",
      claims: new Set(entries.map(({ claim }) => claim)).size,
      verdicts: entries.filter(({ after }) => Boolean(after.verdict)).length,
      firstAt: entries[0]?.at ?? "",
      lastAt: entries.at(-1)?.at ?? "",
    })),
    assignees: groupBy(assigned, ({ assigneeId }) => assigneeId).map((claims) => ({
      name: claims[0]?.assignee ?? "",
      claims: claims.map(({ number }) => number),
    })),
    signers: groupBy(signOffs, ({ actorId }) => actorId).map((steps) => ({
      name: steps.at(-1)?.by ?? "",
      claims: steps.map(({ claim }) => claim),
      lastAt:
        steps
          .map(({ at }) => at)
          .sort()
          .at(-1) ?? "",
    })),
    checkerCount: checkers.length,
  };
}

/** Sources of a claim came along to those that were made of it; its verdict did not. */
function heirOf(entry: SnapshotActivity, claims: readonly SnapshotClaim[]): SnapshotClaim | undefined {
  const { claimId, type } = entry;
  if (claimId === null || !type.startsWith("citation.")) return undefined;
  return claims.find(({ predecessors }) => predecessors.includes(claimId));
}

/** The values in groups of one key, groups and values in the order in which they first come. */
function groupBy<Value>(values: readonly Value[], keyOf: (value: Value) => string | null): Value[][] {
  const groups = new Map<string | null, Value[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return [...groups.values()];
}

function buildScale(words: ReportWords): ReportScale {
  return {
    version: VERDICT_SCALE_VERSION,
    verdicts: VERDICTS.map((key) => ({
      key,
      label: words.term("verdict", key),
      meaning: words.term("verdictMeaning", key),
      tone: VERDICT_TONE[key],
      rating: VERDICT_RATING[key],
    })),
    attribution: ATTRIBUTION_VERDICTS.map((key) => ({ key, label: words.term("attributionVerdict", key) })),
  };
}

/**
 * The record without the words of notes: those meant for the report stand at their claim, the others are talk among
 * colleagues. The hash of an entry still binds what was written.
 */
function buildActivity(snapshot: ReportSnapshot): ReportDocument["activity"] {
  const everyone = [...snapshot.claims, ...snapshot.removedClaims];
  const numberOf = new Map(everyone.map(({ id, number }) => [id, number]));
  return snapshot.activity.map(({ seq, at, by, type, claimId, before, after, hash }) => ({
    seq,
    at,
    by,
    type,
    claim: claimId === null ? null : (numberOf.get(claimId) ?? null),
    changes: [...new Set([...Object.keys(before), ...Object.keys(after)])]
      .filter((field) => !(type.startsWith("note.") && field === "body"))
      .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }))
      .filter((change) => change.before !== null || change.after !== null),
    hash,
  }));
}
