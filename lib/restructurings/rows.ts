import { randomUUID } from "node:crypto";
import { recordActivity } from "@/lib/activity/mutations";
import type { Actor } from "@/lib/auth/policy";
import type { ClaimRecord, SpanRecord } from "@/lib/claims/claim-records";
import { listClaimsById } from "@/lib/claims/queries";
import type { NewestText } from "@/lib/claims/rows";
import { insertClaims, insertSpans } from "@/lib/claims/rows";
import type { Transaction } from "@/lib/db/client";
import type { RestructuringKind } from "@/lib/db/generated/enums";
import { AppError } from "@/lib/errors";
import type { Span } from "@/lib/text/span";
import type { RestructuringResult } from "./restructuring-views";

/** New claims and what they take the place of. */
export type Replacement = {
  articleId: string;
  text: NewestText;
  kind: RestructuringKind;
  mutationId: string;
  at: Date;
  replaced: readonly { id: string; number: number }[];
  claims: readonly ClaimRecord[];
  spans: readonly SpanRecord[];
};

/**
 * Gives out numbers for claims of an article, which are never given twice, and answers with the first of them.
 * @throws NOT_FOUND
 */
export async function takeNumbers(
  tx: Transaction,
  actor: Actor,
  { articleId, count }: { articleId: string; count: number },
): Promise<number> {
  const [taken] = await tx.$queryRaw<{ first: number }[]>`
    UPDATE "Article" SET "nextClaimNumber" = "nextClaimNumber" + ${count}
     WHERE id = ${articleId}::uuid AND "deskId" = ${actor.deskId}::uuid
    RETURNING "nextClaimNumber" - ${count} AS first`;
  if (!taken) throw new AppError("NOT_FOUND");
  return taken.first;
}

/**
 * Puts new claims in and takes old ones out of sight; those keep all they had. Where people did it, copies of sources and
 * notes come along; a text is split anew only where there are none. For claims and an article that are locked.
 */
export async function replaceClaims(
  tx: Transaction,
  actor: Actor,
  replacement: Replacement,
): Promise<RestructuringResult> {
  const { articleId, text, kind, at, replaced, claims, spans } = replacement;
  const restructuringId = randomUUID();
  const { deskId, userId: createdById } = actor;
  await tx.restructuring.createMany({
    data: { id: restructuringId, articleId, deskId, kind, createdById, createdAt: at },
  });
  await insertClaims(tx, {
    articleId,
    deskId,
    createdById,
    createdAt: at,
    madeById: restructuringId,
    claims,
  });
  await insertSpans(tx, { deskId, textVersionId: text.id, spans });
  const removed = replaced.map(({ id }) => id);
  await tx.$executeRaw`
    UPDATE "Claim" SET "deletedAt" = ${at}::timestamptz, "updatedAt" = ${at}::timestamptz,
                       "replacedById" = ${restructuringId}::uuid
     WHERE id = ANY (${removed}::uuid[]) AND "deskId" = ${deskId}::uuid`;
  await recordReplacement(tx, actor, { ...replacement, restructuringId });
  const ids = claims.map(({ id }) => id);
  return { restructuringId, removed, claims: await listClaimsById(tx, actor, ids) };
}

async function recordReplacement(
  tx: Transaction,
  actor: Actor,
  replacement: Replacement & { restructuringId: string },
): Promise<void> {
  const { articleId, mutationId, at, kind, replaced, claims, restructuringId } = replacement;
  const entry = { articleId, mutationId, at };
  // Of a whole text that is split anew the record tells which claims are gone, not which of many stand for each.
  const by = kind === "RESPLIT" ? {} : { by: claims.map(({ number }) => number) };
  const from = kind === "RESPLIT" ? {} : { from: replaced.map(({ number }) => number) };
  for (const { id } of replaced) {
    await recordActivity(tx, actor, {
      ...entry,
      claimId: id,
      type: "claim.replaced",
      before: { isDeleted: false },
      after: { isDeleted: true, restructuringId, ...by },
    });
  }
  const places = placesByClaim(replacement.spans);
  for (const claim of claims) {
    const copies = kind === "RESPLIT" ? {} : await copyEvidence(tx, actor, { from: replaced, to: claim.id });
    await recordActivity(tx, actor, {
      ...entry,
      claimId: claim.id,
      type: "claim.added",
      before: {},
      after: {
        ...recordedFacts(claim),
        spans: places.get(claim.id) ?? [],
        restructuringId,
        ...from,
        ...(Object.keys(copies).length > 0 && { copies }),
      },
    });
  }
}

/** What the record says of a new claim. */
function recordedFacts(claim: ClaimRecord) {
  const { number, wording, speaker, speakerRole, mode, modality, kind, setAside } = claim;
  return { number, wording, speaker, speakerRole, mode, modality, kind, setAside };
}

/** Each new claim's own place. */
function placesByClaim(spans: readonly SpanRecord[]): Map<string, Span[]> {
  const places = new Map<string, Span[]>();
  for (const { claimId, occurrence, start, end } of spans) {
    if (occurrence > 0) continue;
    const place = places.get(claimId);
    if (place) place.push({ start, end });
    else places.set(claimId, [{ start, end }]);
  }
  return places;
}

/** Copies sources and notes, with who wrote them and when; a source used twice in the same way comes along once. */
async function copyEvidence(
  tx: Transaction,
  actor: Actor,
  { from, to }: { from: readonly { id: string }[]; to: string },
): Promise<Record<string, string>> {
  const where = { claimId: { in: from.map(({ id }) => id) }, deskId: actor.deskId, deletedAt: null };
  const order = [{ createdAt: "asc" }, { id: "asc" }] as const;
  const copies: Record<string, string> = {};
  const copyOf = (old: string) => {
    const id = randomUUID();
    copies[id] = old;
    return id;
  };
  const citations = await tx.citation.findMany({ where, orderBy: [...order] });
  const uses = new Map<string, (typeof citations)[number]>();
  for (const citation of citations) {
    const { sourceId, stance, locator, excerpt } = citation;
    const key = JSON.stringify([sourceId, stance, locator, excerpt]);
    if (!uses.has(key)) uses.set(key, citation);
  }
  await tx.citation.createMany({
    data: [...uses.values()].map(({ version: _, fieldVersions: __, deletedAt: ___, ...citation }) => ({
      ...citation,
      id: copyOf(citation.id),
      claimId: to,
    })),
  });
  const notes = distinctNotes(await tx.note.findMany({ where, orderBy: [...order] }));
  const copied = new Map(
    [...notes].flatMap(([note, same]) => {
      const copy = copyOf(note.id);
      return same.map((id) => [id, copy] as const);
    }),
  );
  await tx.note.createMany({
    data: [...notes.keys()].map(({ version: _, fieldVersions: __, deletedAt: ___, ...note }) => ({
      ...note,
      id: copied.get(note.id) ?? randomUUID(),
      claimId: to,
      parentId: note.parentId === null ? null : (copied.get(note.parentId) ?? null),
    })),
  });
  return copies;
}

type CopiedNote = Awaited<ReturnType<Transaction["note"]["findMany"]>>[number];

/**
 * Each note once with the ids of all that are the same: parts of a claim have copies of its notes, which meet again
 * where the parts are merged. Notes come in the order in which they were written, answers after what they answer.
 */
function distinctNotes(notes: readonly CopiedNote[]): Map<CopiedNote, string[]> {
  const byKey = new Map<string, { note: CopiedNote; ids: string[] }>();
  const keys = new Map<string, string>();
  for (const note of notes) {
    const { authorId, createdAt, body, visibility, parentId, resolvedAt } = note;
    const parent = parentId === null ? null : (keys.get(parentId) ?? parentId);
    const key = JSON.stringify([authorId, createdAt, body, visibility, parent, resolvedAt]);
    keys.set(note.id, key);
    const same = byKey.get(key);
    if (same) same.ids.push(note.id);
    else byKey.set(key, { note, ids: [note.id] });
  }
  return new Map([...byKey.values()].map(({ note, ids }) => [note, ids]));
}
