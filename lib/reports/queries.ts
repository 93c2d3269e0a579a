import { createHash } from "node:crypto";
import type { Actor } from "@/lib/auth/policy";
import { assertCan } from "@/lib/auth/policy";
import type { Transaction } from "@/lib/db/client";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { RestructuringKind } from "@/lib/db/generated/enums";
import { requireId } from "@/lib/db/record-id";
import { AppError, invalid } from "@/lib/errors";
import { buildReport } from "./build-report";
import { renderReport } from "./renderers/render-report";
import type { ReportDocument, ReportLanguage, ReportListItem, ReportProfile } from "./report-document";
import { isReportLanguage, REPORT_SCHEMA_VERSION } from "./report-document";
import type { ReportFile } from "./report-file";
import { REPORT_CONTENT_TYPE, reportFileName } from "./report-file";
import type { ReportFormat } from "./report-format";
import type { ReportSnapshot, SnapshotClaim } from "./report-snapshot";
import type { ListReportsInput } from "./schemas";
import { withholdForPublication } from "./withhold-for-publication";

/** Who acted where no person did. */
const SYSTEM = "system";
const PAGE_SIZE = 50;
const TRANSACTION_LIMITS = { maxWait: 20_000, timeout: 60_000 } as const;

/** How the database words the profiles. */
export const STORED_PROFILE = { internal: "INTERNAL", publishable: "PUBLISHABLE" } as const satisfies Record<
  ReportProfile,
  string
>;
const PROFILE_OF = { INTERNAL: "internal", PUBLISHABLE: "publishable" } as const;

/** The report as it would be frozen now, of one moment. @throws NOT_FOUND */
export async function getReportDraft(
  actor: Actor,
  input: { articleId: string; profile?: ReportProfile; language?: ReportLanguage; timeZone?: string },
): Promise<ReportDocument> {
  assertCan(actor, "report.read");
  const snapshot = await db.$transaction((tx) => readReportSnapshot(tx, actor, input.articleId), {
    ...TRANSACTION_LIMITS,
    isolationLevel: Prisma.TransactionIsolationLevel.RepeatableRead,
  });
  return buildReport(snapshot, {
    number: null,
    profile: input.profile ?? "internal",
    language: input.language ?? languageFor(snapshot),
    timeZone: input.timeZone ?? serverTimeZone(),
    createdAt: new Date().toISOString(),
    createdBy: actor.name,
  });
}

/** Without a wish the language of the article, where reports are written in it. */
export function languageFor(snapshot: ReportSnapshot): ReportLanguage {
  const language = snapshot.article.language.split("-")[0] ?? "";
  return isReportLanguage(language) ? language : "de";
}

/** Without a wish reports tell times as the clock of the server does (TZ); the zone stands in every report. */
export function serverTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Frozen reports of an article, the newest first. @throws NOT_FOUND */
export async function listReports(
  actor: Actor,
  articleId: string,
  { cursor, limit = PAGE_SIZE }: ListReportsInput = {},
): Promise<{ items: ReportListItem[]; nextCursor: string | null }> {
  assertCan(actor, "report.read");
  const before = cursor === undefined ? null : Number(cursor);
  if (before !== null && !Number.isSafeInteger(before)) throw invalid("cursor", "unknown");
  const article = await db.article.findFirst({
    where: { id: requireId(articleId), deskId: actor.deskId, deletedAt: null },
    select: { id: true },
  });
  if (!article) throw new AppError("NOT_FOUND");
  const rows = await db.report.findMany({
    where: {
      articleId: article.id,
      deskId: actor.deskId,
      ...(before !== null && { number: { lt: before } }),
    },
    orderBy: { number: "desc" },
    take: limit + 1,
    select: LISTED,
  });
  const names = await readNames(db, rows);
  const items = rows.slice(0, limit).map((row) => toListing(row, names));
  return { items, nextCursor: rows.length > limit ? String(items.at(-1)?.number) : null };
}

/** What a report made now would be about. */
export type ReportScope = { claims: number; checked: number; textVersion: number };

/** How much of the article a report made now would cover. @throws NOT_FOUND */
export async function getReportScope(actor: Actor, articleId: string): Promise<ReportScope> {
  assertCan(actor, "report.read");
  const inArticle = { articleId: requireId(articleId), deskId: actor.deskId, article: { deletedAt: null } };
  const toCheck = { ...inArticle, deletedAt: null, setAside: null };
  const [claims, checked, newest] = await Promise.all([
    db.claim.count({ where: toCheck }),
    db.claim.count({ where: { ...toCheck, verdict: { not: null } } }),
    db.textVersion.findFirst({ where: inArticle, orderBy: { number: "desc" }, select: { number: true } }),
  ]);
  if (!newest) throw new AppError("NOT_FOUND");
  return { claims, checked, textVersion: newest.number };
}

/**
 * A report as a file: the frozen one with this number, or without a number a draft. A frozen report is rendered from
 * its stored document alone; the publishable form of an internal one is made from it, never the other way round.
 * @throws NOT_FOUND
 * @throws INVALID where a frozen report is asked for in another language or time zone, or a wider profile, than its own
 */
export async function getReportFile(
  actor: Actor,
  input: {
    articleId: string;
    format: ReportFormat;
    profile?: ReportProfile;
    language?: ReportLanguage;
    timeZone?: string;
    number?: number;
  },
): Promise<ReportFile> {
  const { format, number } = input;
  if (number === undefined) return toFile(await getReportDraft(actor, input), format);
  const stored = await readFrozenReport(actor, { articleId: input.articleId, number });
  const report: ReportDocument = JSON.parse(stored.document);
  if (input.language !== undefined && input.language !== report.language) throw invalid("language", "frozen");
  if (input.timeZone !== undefined && input.timeZone !== report.timeZone) throw invalid("timeZone", "frozen");
  const profile = input.profile ?? report.profile;
  if (profile === report.profile) {
    const file = toFile(report, format);
    return format === "json" ? { ...file, body: stored.document } : file;
  }
  if (report.profile === "publishable") throw invalid("profile", "withheld");
  return toFile({ ...withholdForPublication(report), basedOn: { number, sha256: stored.sha256 } }, format);
}

function toFile(report: ReportDocument, format: ReportFormat): ReportFile {
  return {
    body: renderReport(report, format),
    contentType: REPORT_CONTENT_TYPE[format],
    fileName: reportFileName(report, format),
  };
}

async function readFrozenReport(
  actor: Actor,
  { articleId, number }: { articleId: string; number: number },
): Promise<{ document: string; sha256: string }> {
  assertCan(actor, "report.read");
  const stored = await db.report.findFirst({
    where: { articleId: requireId(articleId), deskId: actor.deskId, number, article: { deletedAt: null } },
    select: { id: true, document: true, sha256: true, schemaVersion: true },
  });
  if (!stored) throw new AppError("NOT_FOUND");
  if (sha256Of(stored.document) !== stored.sha256 || stored.schemaVersion !== REPORT_SCHEMA_VERSION) {
    throw new Error(`The stored report ${stored.id} is not what was frozen`);
  }
  return stored;
}

/** SHA-256 of the UTF-8 bytes, hexadecimal. */
export function sha256Of(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

/** What is wrong with a frozen report: its text or hash was changed, the record does not know it, or it is gone. */
export type BrokenReport = {
  articleId: string;
  number: number;
  problem: "changed" | "unrecorded" | "missing";
};

/**
 * Compares every frozen report of the desk with its hash, and the hash with the record of its article, so that a report
 * cannot be exchanged together with its hash. The database does the reading.
 */
export async function verifyReports(actor: Actor): Promise<{ checked: number; broken: BrokenReport[] }> {
  assertCan(actor, "report.read");
  const broken = await db.$queryRaw<BrokenReport[]>`
    SELECT coalesce(r."articleId", a."chainId") AS "articleId",
           coalesce(r.number, (a.after->>'number')::int) AS number,
           CASE WHEN r.id IS NULL THEN 'missing' WHEN a.seq IS NULL THEN 'unrecorded' ELSE 'changed' END AS problem
      FROM (SELECT * FROM "Report" WHERE "deskId" = ${actor.deskId}::uuid) r
      FULL JOIN (
        SELECT * FROM "Activity" WHERE "deskId" = ${actor.deskId}::uuid AND type = 'report.frozen'
      ) a ON a."chainId" = r."articleId" AND a.after->>'reportId' = r.id::text
     WHERE r.id IS NULL OR a.seq IS NULL
        OR r.sha256 <> a.after->>'sha256'
        OR r.sha256 <> encode(sha256(convert_to(r.document, 'UTF8')), 'hex')
     ORDER BY 1, 2`;
  const checked = await db.report.count({ where: { deskId: actor.deskId } });
  return { checked, broken };
}

const LISTED = {
  id: true,
  number: true,
  profile: true,
  language: true,
  sha256: true,
  createdAt: true,
  createdById: true,
  textVersion: { select: { number: true } },
} as const satisfies Prisma.ReportSelect;
type ListedRow = Prisma.ReportGetPayload<{ select: typeof LISTED }>;

function toListing(row: ListedRow, names: ReadonlyMap<string, string>): ReportListItem {
  return {
    id: row.id,
    number: row.number,
    sha256: row.sha256,
    createdAt: row.createdAt.toISOString(),
    createdBy: nameIn(names, row.createdById),
    profile: PROFILE_OF[row.profile],
    language: row.language,
    textVersion: row.textVersion.number,
  };
}

async function readNames(
  tx: Pick<Transaction, "user">,
  rows: readonly { createdById: string | null }[],
): Promise<Map<string, string>> {
  return await readNamesOf(
    tx,
    rows.map(({ createdById }) => createdById),
  );
}

async function readNamesOf(
  tx: Pick<Transaction, "user">,
  ids: readonly (string | null)[],
): Promise<Map<string, string>> {
  const known = [...new Set(ids)].filter((id) => id !== null);
  const users = await tx.user.findMany({ where: { id: { in: known } }, select: { id: true, name: true } });
  return new Map(users.map(({ id, name }) => [id, name]));
}

function nameIn(names: ReadonlyMap<string, string>, id: string | null): string {
  return (id === null ? undefined : names.get(id)) ?? SYSTEM;
}

/**
 * Everything a report of the article needs. The caller makes it one moment: by a repeatable-read transaction, or by
 * holding the lock on the article's chain, without which no change to the article can be committed.
 * @throws NOT_FOUND
 */
export async function readReportSnapshot(
  tx: Transaction,
  actor: Actor,
  articleId: string,
): Promise<ReportSnapshot> {
  assertCan(actor, "report.read");
  const article = await tx.article.findFirst({
    where: { id: requireId(articleId), deskId: actor.deskId, deletedAt: null },
    include: { desk: { select: { name: true } } },
  });
  if (!article) throw new AppError("NOT_FOUND");
  const inArticle = { articleId: article.id, deskId: actor.deskId };
  const textVersions = await tx.textVersion.findMany({
    where: inArticle,
    orderBy: { number: "asc" },
    select: { id: true, number: true, sha256: true, createdAt: true },
  });
  const newest = await tx.textVersion.findFirst({
    where: inArticle,
    orderBy: { number: "desc" },
    select: { id: true, number: true, sha256: true, createdAt: true, text: true, structure: true },
  });
  if (!newest) throw new AppError("NOT_FOUND");
  const claims = await tx.claim.findMany({
    where: { ...inArticle, deletedAt: null },
    orderBy: { number: "asc" },
    include: {
      madeBy: { select: { kind: true } },
      spans: { where: { textVersionId: newest.id }, orderBy: [{ occurrence: "asc" }, { position: "asc" }] },
      citations: {
        where: { deletedAt: null },
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
        include: { source: { include: { originGroup: { select: { name: true } } } } },
      },
    },
  });
  const removed = await tx.claim.findMany({
    where: { ...inArticle, deletedAt: { not: null } },
    orderBy: { number: "asc" },
    select: {
      id: true,
      number: true,
      madeById: true,
      replacedById: true,
      madeBy: { select: { kind: true, undoneAt: true } },
    },
  });
  const notes = await tx.note.findMany({
    where: { ...inArticle, deletedAt: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const activity = await tx.activity.findMany({
    where: { chainId: article.id, deskId: actor.deskId },
    orderBy: { seq: "asc" },
  });
  const reports = await tx.report.findMany({ where: inArticle, orderBy: { number: "asc" }, select: LISTED });
  const names = await readNamesOf(tx, [
    article.assigneeId,
    ...claims.flatMap(({ verdictById, assigneeId }) => [verdictById, assigneeId]),
    ...notes.map(({ authorId }) => authorId),
    ...reports.map(({ createdById }) => createdById),
    ...activity.flatMap(({ before, after }) => [assigneeIn(before), assigneeIn(after)]),
  ]);
  const claimIds = new Set(claims.map(({ id }) => id));
  const replacedBy = groupByReplacement(removed);
  const last = activity.at(-1);
  const versionOf = ({ number, sha256, createdAt }: (typeof textVersions)[number]) => ({
    number,
    sha256,
    createdAt: createdAt.toISOString(),
  });
  return {
    desk: article.desk.name,
    article: {
      id: article.id,
      title: article.title,
      language: article.language,
      sourceUrl: article.sourceUrl,
      agency: article.agency,
      byline: article.byline,
      dateline: article.dateline,
      copyright: article.copyright,
      publishedAt: isoOrNull(article.publishedAt),
      deadline: isoOrNull(article.deadline),
      assignee: article.assigneeId === null ? null : nameIn(names, article.assigneeId),
    },
    text: newest.text,
    blocks: blocksOf(newest.structure),
    textVersion: versionOf(newest),
    textVersions: textVersions.map(versionOf),
    claims: claims.map((claim) => ({
      ...toSnapshotClaim(claim, names),
      predecessors: predecessorsOf(claim, replacedBy),
    })),
    removedClaims: removed.map(({ id, number, replacedById, madeBy }) => ({
      id,
      number,
      isReplaced: replacedById !== null || (madeBy !== null && madeBy.undoneAt !== null),
    })),
    notes: notes
      .filter(({ claimId }) => claimId === null || claimIds.has(claimId))
      .map((note) => ({
        id: note.id,
        claimId: note.claimId,
        parentId: note.parentId,
        body: note.body,
        visibility: note.visibility,
        by: nameIn(names, note.authorId),
        at: note.createdAt.toISOString(),
        isResolved: note.resolvedAt !== null,
      })),
    activity: activity.map((entry) => ({
      seq: entry.seq,
      at: entry.at.toISOString(),
      actorId: entry.actorId,
      by: entry.actorName,
      type: entry.type,
      claimId: entry.claimId,
      before: withAssigneeNamed(recordOf(entry.before), names),
      after: withAssigneeNamed(recordOf(entry.after), names),
      hash: entry.hash,
    })),
    record: last ? { seq: last.seq, hash: last.hash } : null,
    earlierReports: reports.map((row) => {
      const { id: _, ...listing } = toListing(row, names);
      return listing;
    }),
  };
}

type ClaimRow = Prisma.ClaimGetPayload<{
  include: {
    madeBy: { select: { kind: true } };
    spans: true;
    citations: { include: { source: { include: { originGroup: { select: { name: true } } } } } };
  };
}>;

type Replaced = Made & { id: string; replacedById: string | null };

type Made = { madeById: string | null; madeBy: { kind: RestructuringKind } | null };

/**
 * The claims in whose place this one stands, step by step back to the first ones. Where a text was split anew the path
 * ends: that replaces all that nobody has touched, and none of it for one claim in particular.
 */
function predecessorsOf(claim: Made, replacedBy: ReadonlyMap<string, readonly Replaced[]>): string[] {
  const found = new Set<string>();
  const open: Made[] = [claim];
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.madeById === null || next.madeBy?.kind === "RESPLIT") continue;
    for (const before of replacedBy.get(next.madeById) ?? []) {
      // Parts that were merged and split again have each of them behind them, once.
      if (found.has(before.id)) continue;
      found.add(before.id);
      open.push(before);
    }
  }
  return [...found];
}

function groupByReplacement(removed: readonly Replaced[]): Map<string, Replaced[]> {
  const groups = new Map<string, Replaced[]>();
  for (const claim of removed) {
    if (claim.replacedById === null) continue;
    const group = groups.get(claim.replacedById);
    if (group) group.push(claim);
    else groups.set(claim.replacedById, [claim]);
  }
  return groups;
}

function toSnapshotClaim(
  claim: ClaimRow,
  names: ReadonlyMap<string, string>,
): Omit<SnapshotClaim, "predecessors"> {
  const places = new Map<number, SnapshotClaim["places"][number]>();
  for (const { occurrence, startOffset, endOffset, quote } of claim.spans) {
    const pieces = places.get(occurrence) ?? [];
    pieces.push({ start: startOffset, end: endOffset, quote });
    places.set(occurrence, pieces);
  }
  return {
    id: claim.id,
    number: claim.number,
    wording: claim.wording,
    translation:
      claim.translationLanguage !== null && claim.translationWording !== null
        ? { language: claim.translationLanguage, wording: claim.translationWording }
        : null,
    places: [...places.values()],
    speaker: claim.speaker,
    speakerRole: claim.speakerRole,
    mode: claim.mode,
    modality: claim.modality,
    kind: claim.kind,
    setAside: claim.setAside,
    isSetAsideProposed: !("setAside" in recordOf(claim.fieldVersions)),
    state: claim.state,
    verdict: claim.verdict,
    verdictScale: claim.verdictScale,
    verdictBy: claim.verdict === null ? null : nameIn(names, claim.verdictById),
    verdictAt: isoOrNull(claim.verdictAt),
    reason: claim.reason,
    attributionVerdict: claim.attributionVerdict,
    assigneeId: claim.assigneeId,
    assignee: claim.assigneeId === null ? null : nameIn(names, claim.assigneeId),
    citations: claim.citations.map(({ stance, locator, excerpt, accessedAt, source }) => ({
      stance,
      locator,
      excerpt,
      accessedAt: isoOrNull(accessedAt),
      source: {
        id: source.id,
        kind: source.kind,
        title: source.title,
        url: source.url,
        publisher: source.publisher,
        author: source.author,
        publishedAt: isoOrNull(source.publishedAt),
        isPrimary: source.isPrimary,
        isConfidential: source.isConfidential,
        originGroup: source.originGroup?.name ?? null,
      },
    })),
  };
}

function isoOrNull(date: Date | null): string | null {
  return date === null ? null : date.toISOString();
}

function recordOf(value: Prisma.JsonValue): Record<string, unknown> {
  return value !== null && typeof value === "object" && !Array.isArray(value) ? value : {};
}

function assigneeIn(change: Prisma.JsonValue): string | null {
  const { assigneeId } = recordOf(change);
  return typeof assigneeId === "string" ? assigneeId : null;
}

/** The record holds the id of an assignee; a report is read where nobody can look it up. */
function withAssigneeNamed(
  change: Record<string, unknown>,
  names: ReadonlyMap<string, string>,
): Record<string, unknown> {
  const { assigneeId } = change;
  return typeof assigneeId === "string"
    ? { ...change, assigneeId: names.get(assigneeId) ?? assigneeId }
    : change;
}

/** The structure is Beleg's own, written with the text version and frozen with it. */
function blocksOf(structure: Prisma.JsonValue): ReportSnapshot["blocks"] {
  return (recordOf(structure).blocks ?? []) as ReportSnapshot["blocks"];
}
