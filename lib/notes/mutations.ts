import { randomUUID } from "node:crypto";
import { changeOf, sentFields } from "@/lib/activity/compare-and-set";
import { assertUnchangedSince, recordActivity, runMutation } from "@/lib/activity/mutations";
import type { Actor } from "@/lib/auth/policy";
import { assertCan } from "@/lib/auth/policy";
import type { LockedClaim } from "@/lib/claims/mutations";
import { assertUnlocked, lockClaim } from "@/lib/claims/mutations";
import type { Transaction } from "@/lib/db/client";
import { requireId } from "@/lib/db/record-id";
import { AppError, invalid } from "@/lib/errors";
import type { BareMutationInput } from "@/lib/field-schemas";
import type { NoteView } from "./note-view";
import { listNotesById } from "./queries";
import type { AddNoteInput, NoteFields, UpdateNoteInput } from "./schemas";

/** Where a note stands: on a claim, or on the article as a whole. */
type NotePlace = { articleId: string; claimId: string | null };

async function viewOf(tx: Transaction, actor: Actor, noteId: string): Promise<NoteView> {
  const [view] = await listNotesById(tx, actor, [noteId]);
  if (!view) throw new AppError("NOT_FOUND");
  return view;
}

/**
 * Adds a note to a claim, or an answer to one of its notes.
 * @throws FORBIDDEN, NOT_FOUND, INVALID
 */
export async function addClaimNote(actor: Actor, claimId: string, input: AddNoteInput): Promise<NoteView> {
  return await addNote(actor, { operation: "addClaimNote", targetId: claimId, input }, async (tx) => {
    const claim = await lockClaim(tx, actor, claimId);
    if (input.visibility === "REPORT") assertUnlocked(claim);
    return { articleId: claim.articleId, claimId: claim.id };
  });
}

/**
 * Adds a note to an article as a whole, or an answer to one of these notes.
 * @throws FORBIDDEN, NOT_FOUND, INVALID
 */
export async function addArticleNote(
  actor: Actor,
  articleId: string,
  input: AddNoteInput,
): Promise<NoteView> {
  return await addNote(actor, { operation: "addArticleNote", targetId: articleId, input }, async (tx) => {
    const article = await tx.article.findFirst({
      where: { id: requireId(articleId), deskId: actor.deskId, deletedAt: null },
      select: { id: true },
    });
    if (!article) throw new AppError("NOT_FOUND");
    return { articleId: article.id, claimId: null };
  });
}

async function addNote(
  actor: Actor,
  { operation, targetId, input }: { operation: string; targetId: string; input: AddNoteInput },
  findPlace: (tx: Transaction) => Promise<NotePlace>,
): Promise<NoteView> {
  assertCan(actor, "note.write");
  const { mutationId, ...fields } = input;
  return await runMutation(
    actor,
    { operation, mutationId, input: { targetId: requireId(targetId), ...fields } },
    async (tx) => {
      const place = await findPlace(tx);
      const parentId = fields.parentId ?? null;
      const visibility = fields.visibility ?? "INTERNAL";
      if (parentId !== null) await assertAnswerable(tx, actor, place, { parentId, visibility });
      const id = randomUUID();
      const note = { parentId, body: fields.body, visibility };
      const at = new Date();
      await tx.note.createMany({
        data: { ...note, ...place, id, deskId: actor.deskId, authorId: actor.userId, createdAt: at },
      });
      await recordActivity(tx, actor, {
        ...place,
        type: "note.added",
        mutationId,
        before: {},
        after: { noteId: id, ...note },
        at,
      });
      return await viewOf(tx, actor, id);
    },
  );
}

/**
 * An answer is printed with what it answers, or not at all.
 * @throws INVALID where the parent is no note of the same place, is an answer itself, or stays out of the report that
 * the answer is meant for
 */
async function assertAnswerable(
  tx: Transaction,
  actor: Actor,
  place: NotePlace,
  { parentId, visibility }: { parentId: string; visibility: NoteView["visibility"] },
): Promise<void> {
  const [parent] = await tx.$queryRaw<Pick<NoteView, "parentId" | "visibility">[]>`
    SELECT "parentId", visibility::text FROM "Note"
     WHERE id = ${requireId(parentId)}::uuid AND "deskId" = ${actor.deskId}::uuid
       AND "articleId" = ${place.articleId}::uuid AND "claimId" IS NOT DISTINCT FROM ${place.claimId}::uuid
       AND "deletedAt" IS NULL
       FOR NO KEY UPDATE`;
  if (!parent) throw invalid("parentId", "unknown");
  if (parent.parentId !== null) throw invalid("parentId", "nested");
  if (visibility === "REPORT" && parent.visibility !== "REPORT")
    throw invalid("visibility", "parentIsInternal");
}

type LockedNote = NotePlace & {
  id: string;
  parentId: string | null;
  authorId: string | null;
  version: number;
  fieldVersions: Record<string, number>;
  body: string;
  visibility: "INTERNAL" | "REPORT";
  resolved: boolean;
};

/**
 * Locks a note and, before it, the claim it stands on: whoever copies a claim's notes elsewhere holds that claim, and
 * what is said on a claim that others took the place of would be read by nobody.
 * @throws NOT_FOUND where it is missing, deleted or foreign, or its claim or article is deleted
 */
async function lockNote(
  tx: Transaction,
  actor: Actor,
  noteId: string,
): Promise<{ note: LockedNote; claim: LockedClaim | null }> {
  const where = { id: requireId(noteId), deskId: actor.deskId, deletedAt: null };
  const place = await tx.note.findFirst({ where, select: { claimId: true } });
  if (!place) throw new AppError("NOT_FOUND");
  const claim = place.claimId === null ? null : await lockClaim(tx, actor, place.claimId);
  const [note] = await tx.$queryRaw<LockedNote[]>`
    SELECT n.id, n."articleId", n."claimId", n."parentId", n."authorId", n.version, n."fieldVersions", n.body,
           n.visibility::text, n."resolvedAt" IS NOT NULL AS resolved
      FROM "Note" n
      JOIN "Article" a ON a.id = n."articleId" AND a."deletedAt" IS NULL
     WHERE n.id = ${where.id}::uuid AND n."deskId" = ${actor.deskId}::uuid AND n."deletedAt" IS NULL
       FOR NO KEY UPDATE OF n`;
  if (!note) throw new AppError("NOT_FOUND");
  return { note, claim };
}

/** @throws FORBIDDEN for somebody else's note */
function assertOwn(actor: Actor, note: LockedNote): void {
  if (note.authorId !== actor.userId) throw new AppError("FORBIDDEN");
}

function activityOf({ resolved, ...others }: NoteFields): "note.changed" | "note.resolved" | "note.reopened" {
  if (resolved === undefined || Object.keys(others).length > 0) return "note.changed";
  return resolved ? "note.resolved" : "note.reopened";
}

/**
 * Changes a note by compare-and-set: its author the words and who sees them, everybody who writes notes whether it
 * is resolved.
 * @throws FORBIDDEN, NOT_FOUND, CONFLICT, INVALID
 */
export async function updateNote(actor: Actor, noteId: string, input: UpdateNoteInput): Promise<NoteView> {
  assertCan(actor, "note.write");
  const { mutationId, version, ...fields } = input;
  return await runMutation(
    actor,
    { operation: "updateNote", mutationId, input: { noteId: requireId(noteId), version, ...fields } },
    async (tx) => {
      const { note, claim } = await lockNote(tx, actor, noteId);
      const identity = { noteId: note.id };
      const sent = sentFields(fields);
      const row = { version: note.version, fieldVersions: note.fieldVersions, fields: note };
      const about = { chainId: note.articleId, identity };
      await assertUnchangedSince(tx, { row, version: version ?? note.version, sent, about });
      const change = changeOf(row, sent);
      if (change) {
        const at = new Date();
        const { resolved, ...words } = change.after;
        if (Object.keys(words).length > 0) {
          assertOwn(actor, note);
          // A note that the report prints is part of what was signed off.
          if (claim && (note.visibility === "REPORT" || words.visibility === "REPORT")) assertUnlocked(claim);
          if (note.parentId !== null && words.visibility === "REPORT") {
            await assertAnswerable(tx, actor, note, { parentId: note.parentId, visibility: "REPORT" });
          }
        }
        await tx.note.updateMany({
          where: { id: note.id, deskId: actor.deskId },
          data: {
            ...words,
            ...(resolved !== undefined && {
              resolvedAt: resolved ? at : null,
              resolvedById: resolved ? actor.userId : null,
            }),
            version: change.version,
            fieldVersions: change.fieldVersions,
          },
        });
        await recordActivity(tx, actor, {
          articleId: note.articleId,
          claimId: note.claimId,
          type: activityOf(change.after),
          mutationId,
          before: { ...identity, ...change.before },
          after: { ...identity, ...change.after },
          at,
        });
      }
      return await viewOf(tx, actor, note.id);
    },
  );
}

/**
 * Takes back a note of one's own. One that has answers stays: they would hang in the air.
 * @throws FORBIDDEN, NOT_FOUND, INVALID "hasAnswers"
 */
export async function deleteNote(
  actor: Actor,
  noteId: string,
  { mutationId }: BareMutationInput,
): Promise<void> {
  assertCan(actor, "note.write");
  await runMutation(
    actor,
    { operation: "deleteNote", mutationId, input: { noteId: requireId(noteId) } },
    async (tx) => {
      const { note, claim } = await lockNote(tx, actor, noteId);
      assertOwn(actor, note);
      if (claim && note.visibility === "REPORT") assertUnlocked(claim);
      const answers = await tx.note.count({
        where: { parentId: note.id, deskId: actor.deskId, deletedAt: null },
      });
      if (answers > 0) throw invalid("", "hasAnswers");
      const at = new Date();
      await tx.note.updateMany({
        where: { id: note.id, deskId: actor.deskId },
        data: { deletedAt: at, version: { increment: 1 } },
      });
      await recordActivity(tx, actor, {
        articleId: note.articleId,
        claimId: note.claimId,
        type: "note.deleted",
        mutationId,
        before: { noteId: note.id, isDeleted: false },
        after: { noteId: note.id, isDeleted: true },
        at,
      });
    },
  );
}
