import { randomUUID } from "node:crypto";
import type { Change } from "@/lib/activity/compare-and-set";
import { changeOf, sentFields } from "@/lib/activity/compare-and-set";
import { assertUnchangedSince, recordActivity, runMutation } from "@/lib/activity/mutations";
import type { Actor } from "@/lib/auth/policy";
import { assertCan } from "@/lib/auth/policy";
import type { LockedClaim } from "@/lib/claims/mutations";
import { assertUnlocked, lockClaim } from "@/lib/claims/mutations";
import type { ClaimState } from "@/lib/claims/verdict-scale";
import { isLocked } from "@/lib/claims/workflow";
import type { Transaction } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { requireId } from "@/lib/db/record-id";
import { AppError, invalid } from "@/lib/errors";
import type { BareMutationInput } from "@/lib/field-schemas";
import { canonicalUrl } from "./canonical-url";
import { completeSourceEdit, factsSignedOff, isConfidentialUnlessSaid } from "./confidentiality";
import { differingFacts } from "./known-source";
import { getCitation, listSourcesById } from "./queries";
import type {
  AttachSourceInput,
  CitationFields,
  NewSource,
  SourceFields,
  UpdateCitationInput,
  UpdateSourceInput,
} from "./schemas";
import type { CitationView, SourceKind, SourceView } from "./source-view";

/** A web page without its address is no source. */
function assertHasAddress(source: { kind: SourceKind; url?: string | null | undefined }, path: string): void {
  if (source.kind === "PAGE" && !source.url) throw invalid(path, "required");
}

async function findOriginGroup(tx: Transaction, actor: Actor, name: string | null): Promise<string | null> {
  if (name === null) return null;
  const [group] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO "OriginGroup" (id, "deskId", name) VALUES (${randomUUID()}::uuid, ${actor.deskId}::uuid, ${name})
    ON CONFLICT ("deskId", name) DO UPDATE SET name = excluded.name
    RETURNING id`;
  return group?.id ?? null;
}

/** Writers of one address wait for each other until the end of their transactions: no address is two sources. */
async function lockAddress(tx: Transaction, actor: Actor, canonical: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${actor.deskId} ${canonical}`}, 0))::text`;
}

async function findByAddress(tx: Transaction, actor: Actor, canonical: string): Promise<string | null> {
  const known = await tx.source.findFirst({
    where: { deskId: actor.deskId, canonicalUrl: canonical },
    orderBy: { createdAt: "asc" },
    select: { id: true },
  });
  return known?.id ?? null;
}

/**
 * The desk's source with the same address, or a new one.
 * @throws INVALID "known" where the desk has that address with other facts: none may get lost
 */
async function findOrCreateSource(
  tx: Transaction,
  actor: Actor,
  { source, mutationId }: { source: NewSource; mutationId: string },
): Promise<string> {
  assertHasAddress(source, "source.url");
  const canonical = source.url ? canonicalUrl(source.url) : null;
  if (canonical === null) return await createSource(tx, actor, { source, canonical });
  await lockAddress(tx, actor, canonical);
  const knownId = await findByAddress(tx, actor, canonical);
  if (knownId === null) return await createSource(tx, actor, { source, canonical });
  const known = await lockSource(tx, actor, knownId);
  const differing = differingFacts(known.fields, source);
  if (differing.length > 0) {
    const facts = differing.map((name) => ({ path: `source.${name}`, rule: "differs" }));
    throw new AppError("INVALID", { issues: [{ path: "source.url", rule: "known" }, ...facts] });
  }
  const change = source.isConfidential ? changeOf(known, { isConfidential: true }) : null;
  if (change) await writeSourceChange(tx, actor, { sourceId: knownId, change, mutationId });
  return knownId;
}

async function createSource(
  tx: Transaction,
  actor: Actor,
  { source, canonical }: { source: NewSource; canonical: string | null },
): Promise<string> {
  const id = randomUUID();
  await tx.source.createMany({
    data: {
      id,
      deskId: actor.deskId,
      kind: source.kind,
      title: source.title,
      url: source.url ?? null,
      canonicalUrl: canonical,
      publisher: source.publisher ?? null,
      author: source.author ?? null,
      publishedAt: source.publishedAt ?? null,
      isPrimary: source.isPrimary ?? false,
      isConfidential: source.isConfidential ?? isConfidentialUnlessSaid(source.kind),
      originGroupId: await findOriginGroup(tx, actor, source.originGroup ?? null),
      createdById: actor.userId,
    },
  });
  return id;
}

async function findSource(tx: Transaction, actor: Actor, input: AttachSourceInput): Promise<SourceView> {
  const { source: typed, sourceId, mutationId } = input;
  if (typed === undefined && sourceId === undefined) throw invalid("source", "required");
  const id = typed
    ? await findOrCreateSource(tx, actor, { source: typed, mutationId })
    : requireId(sourceId ?? "");
  const [source] = await listSourcesById(tx, actor, [id]);
  if (!source) throw invalid("sourceId", "unknown");
  return source;
}

async function viewOf(tx: Transaction, actor: Actor, citationId: string): Promise<CitationView> {
  const view = await getCitation(tx, actor, citationId);
  if (!view) throw new AppError("NOT_FOUND");
  return view;
}

/**
 * Attaches a source to a claim: one the desk has, or a new one. A page is taken as accessed now where nothing else is said.
 * One with an address the desk knows is the known one; it becomes confidential where it is sent as that, never the
 * other way.
 * @throws FORBIDDEN, NOT_FOUND, INVALID for an unknown source, one the desk knows with other facts, or a claim that is
 * signed off
 */
export async function attachSource(
  actor: Actor,
  claimId: string,
  input: AttachSourceInput,
): Promise<CitationView> {
  assertCan(actor, "source.edit");
  const { mutationId, ...fields } = input;
  return await runMutation(
    actor,
    { operation: "attachSource", mutationId, input: { claimId: requireId(claimId), ...fields } },
    async (tx) => {
      const claim = await lockClaim(tx, actor, claimId);
      assertUnlocked(claim);
      const source = await findSource(tx, actor, input);
      const at = new Date();
      const accessedAt =
        input.accessedAt === undefined && source.kind === "PAGE"
          ? at.toISOString()
          : (input.accessedAt ?? null);
      const citation = {
        stance: input.stance,
        locator: input.locator ?? null,
        excerpt: input.excerpt ?? null,
        accessedAt,
      };
      const id = randomUUID();
      await tx.citation.createMany({
        data: {
          ...citation,
          id,
          claimId: claim.id,
          sourceId: source.id,
          deskId: actor.deskId,
          createdById: actor.userId,
          createdAt: at,
        },
      });
      await recordActivity(tx, actor, {
        articleId: claim.articleId,
        claimId: claim.id,
        type: "citation.attached",
        mutationId,
        before: {},
        after: { citationId: id, ...citation, source },
        at,
      });
      return await viewOf(tx, actor, id);
    },
  );
}

type LockedCitation = Required<CitationFields> & {
  id: string;
  claimId: string;
  version: number;
  fieldVersions: Record<string, number>;
  isDetached: boolean;
};

/**
 * Locks a citation together with its claim.
 * @throws NOT_FOUND, INVALID "locked" for a claim that is signed off
 */
async function lockCitation(
  tx: Transaction,
  actor: Actor,
  citationId: string,
): Promise<{ citation: LockedCitation; claim: LockedClaim }> {
  const known = await tx.citation.findFirst({
    where: { id: requireId(citationId), deskId: actor.deskId },
    select: { claimId: true },
  });
  if (!known) throw new AppError("NOT_FOUND");
  const claim = await lockClaim(tx, actor, known.claimId);
  assertUnlocked(claim);
  const [citation] = await tx.$queryRaw<(Omit<LockedCitation, "accessedAt"> & { accessedAt: Date | null })[]>`
    SELECT id, "claimId", version, "fieldVersions", stance::text, locator, excerpt, "accessedAt",
           "deletedAt" IS NOT NULL AS "isDetached"
      FROM "Citation" WHERE id = ${requireId(citationId)}::uuid AND "deskId" = ${actor.deskId}::uuid
       FOR NO KEY UPDATE`;
  if (!citation) throw new AppError("NOT_FOUND");
  return { citation: { ...citation, accessedAt: citation.accessedAt?.toISOString() ?? null }, claim };
}

/**
 * Changes fields of a citation by compare-and-set.
 * @throws FORBIDDEN, NOT_FOUND, CONFLICT, INVALID for a claim that is signed off
 */
export async function updateCitation(
  actor: Actor,
  citationId: string,
  input: UpdateCitationInput,
): Promise<CitationView> {
  assertCan(actor, "source.edit");
  const { mutationId, version, ...fields } = input;
  return await runMutation(
    actor,
    {
      operation: "updateCitation",
      mutationId,
      input: { citationId: requireId(citationId), version, ...fields },
    },
    async (tx) => {
      const { citation, claim } = await lockCitation(tx, actor, citationId);
      if (citation.isDetached) throw new AppError("NOT_FOUND");
      const identity = { citationId: citation.id };
      const sent = sentFields(fields);
      const row = { version: citation.version, fieldVersions: citation.fieldVersions, fields: citation };
      const about = { chainId: claim.articleId, claimId: claim.id, identity };
      await assertUnchangedSince(tx, { row, version, sent, about });
      const change = changeOf(row, sent);
      if (change) {
        await tx.citation.updateMany({
          where: { id: citation.id, deskId: actor.deskId },
          data: { ...change.after, version: change.version, fieldVersions: change.fieldVersions },
        });
        await recordActivity(tx, actor, {
          articleId: claim.articleId,
          claimId: claim.id,
          type: "citation.changed",
          mutationId,
          before: { ...identity, ...change.before },
          after: { ...identity, ...change.after },
          at: new Date(),
        });
      }
      return await viewOf(tx, actor, citation.id);
    },
  );
}

/**
 * Takes a source off a claim; the source stays with the desk.
 * @throws FORBIDDEN, NOT_FOUND, INVALID for a claim that is signed off
 */
export async function detachCitation(
  actor: Actor,
  citationId: string,
  { mutationId }: BareMutationInput,
): Promise<void> {
  assertCan(actor, "source.edit");
  await runMutation(
    actor,
    { operation: "detachCitation", mutationId, input: { citationId: requireId(citationId) } },
    async (tx) => {
      const { citation, claim } = await lockCitation(tx, actor, citationId);
      if (citation.isDetached) throw new AppError("NOT_FOUND");
      await setDetached(tx, actor, { citation, claim, mutationId, isDetached: true });
    },
  );
}

/**
 * Attaches a citation again that was taken off.
 * @throws FORBIDDEN, NOT_FOUND, INVALID for a claim that is signed off
 */
export async function restoreCitation(
  actor: Actor,
  citationId: string,
  { mutationId }: BareMutationInput,
): Promise<CitationView> {
  assertCan(actor, "source.edit");
  return await runMutation(
    actor,
    { operation: "restoreCitation", mutationId, input: { citationId: requireId(citationId) } },
    async (tx) => {
      const { citation, claim } = await lockCitation(tx, actor, citationId);
      if (citation.isDetached) {
        await setDetached(tx, actor, { citation, claim, mutationId, isDetached: false });
      }
      return await viewOf(tx, actor, citation.id);
    },
  );
}

async function setDetached(
  tx: Transaction,
  actor: Actor,
  {
    citation,
    claim,
    mutationId,
    isDetached,
  }: { citation: LockedCitation; claim: LockedClaim; mutationId: string; isDetached: boolean },
): Promise<void> {
  const at = new Date();
  await tx.citation.updateMany({
    where: { id: citation.id, deskId: actor.deskId },
    data: { deletedAt: isDetached ? at : null, version: { increment: 1 } },
  });
  await recordActivity(tx, actor, {
    articleId: claim.articleId,
    claimId: claim.id,
    type: isDetached ? "citation.detached" : "citation.restored",
    mutationId,
    before: { citationId: citation.id, isDetached: !isDetached },
    after: { citationId: citation.id, isDetached },
    at,
  });
}

type LockedSource = { version: number; fieldVersions: Record<string, number>; fields: SourceView };

async function lockSource(tx: Transaction, actor: Actor, sourceId: string): Promise<LockedSource> {
  const [locked] = await tx.$queryRaw<{ version: number; fieldVersions: Record<string, number> }[]>`
    SELECT version, "fieldVersions" FROM "Source"
     WHERE id = ${requireId(sourceId)}::uuid AND "deskId" = ${actor.deskId}::uuid
       FOR NO KEY UPDATE`;
  const [fields] = locked ? await listSourcesById(tx, actor, [sourceId]) : [];
  if (!locked || !fields) throw new AppError("NOT_FOUND");
  return { ...locked, fields };
}

async function columnsOf(
  tx: Transaction,
  actor: Actor,
  { originGroup, ...plain }: SourceFields,
): Promise<Prisma.SourceUncheckedUpdateManyInput> {
  return {
    ...plain,
    ...(plain.url !== undefined && { canonicalUrl: plain.url && canonicalUrl(plain.url) }),
    ...(originGroup !== undefined && { originGroupId: await findOriginGroup(tx, actor, originGroup) }),
  };
}

/** Writes a change and records it with the desk and with every article that cites the source. */
async function writeSourceChange(
  tx: Transaction,
  actor: Actor,
  { sourceId, change, mutationId }: { sourceId: string; change: Change<SourceFields>; mutationId: string },
): Promise<void> {
  await tx.source.updateMany({
    where: { id: sourceId, deskId: actor.deskId },
    data: {
      ...(await columnsOf(tx, actor, change.after)),
      version: change.version,
      fieldVersions: change.fieldVersions,
    },
  });
  const citing = await tx.$queryRaw<{ articleId: string }[]>`
    SELECT DISTINCT c."articleId" FROM "Citation" t JOIN "Claim" c ON c.id = t."claimId"
     WHERE t."sourceId" = ${sourceId}::uuid AND t."deskId" = ${actor.deskId}::uuid AND t."deletedAt" IS NULL`;
  const entry = {
    type: "source.changed",
    mutationId,
    before: { sourceId, ...change.before },
    after: { sourceId, ...change.after },
    at: new Date(),
  } as const;
  await recordActivity(tx, actor, entry);
  for (const { articleId } of citing) await recordActivity(tx, actor, { ...entry, articleId });
}

/** The claims that cite a source cannot be signed off until the end of the transaction; says whether one is already. */
async function lockCitingClaims(tx: Transaction, actor: Actor, sourceId: string): Promise<boolean> {
  const claims = await tx.$queryRaw<{ state: ClaimState }[]>`
    SELECT c.state::text FROM "Claim" c
     WHERE c.id IN (SELECT t."claimId" FROM "Citation" t
                     WHERE t."sourceId" = ${requireId(sourceId)}::uuid AND t."deletedAt" IS NULL)
       AND c."deskId" = ${actor.deskId}::uuid AND c."deletedAt" IS NULL
     ORDER BY c.id
       FOR SHARE OF c`;
  return claims.some(isLocked);
}

/** @throws INVALID "known" where the desk has a source with this address already */
async function assertNewAddress(
  tx: Transaction,
  actor: Actor,
  source: SourceView,
  url: string,
): Promise<void> {
  const canonical = canonicalUrl(url);
  if (canonical === null || (source.url !== null && canonicalUrl(source.url) === canonical)) return;
  if ((await findByAddress(tx, actor, canonical)) !== null) throw invalid("url", "known");
}

/**
 * Changes fields of a source by compare-and-set. A source belongs to the desk, so the change is recorded with the desk
 * and with every article that cites it: what their reports print has changed. What a signed-off claim cites stays as
 * it was signed off; protecting a source is always allowed.
 * @throws FORBIDDEN, NOT_FOUND, CONFLICT, INVALID
 */
export async function updateSource(
  actor: Actor,
  sourceId: string,
  input: UpdateSourceInput,
): Promise<SourceView> {
  assertCan(actor, "source.edit");
  const { mutationId, version, ...fields } = input;
  return await runMutation(
    actor,
    { operation: "updateSource", mutationId, input: { sourceId: requireId(sourceId), version, ...fields } },
    async (tx) => {
      // Claims, address, source: the order in which attaching locks them.
      const isSignedOff = await lockCitingClaims(tx, actor, sourceId);
      const canonical = fields.url ? canonicalUrl(fields.url) : null;
      if (canonical !== null) await lockAddress(tx, actor, canonical);
      const row = await lockSource(tx, actor, sourceId);
      const identity = { sourceId: row.fields.id };
      const sent = sentFields(fields);
      await assertUnchangedSince(tx, { row, version, sent, about: { chainId: actor.deskId, identity } });
      assertHasAddress({ ...row.fields, ...sent }, "url");
      const change = changeOf(row, completeSourceEdit(row.fields, sent));
      if (!change) return row.fields;
      const [locked] = isSignedOff ? factsSignedOff(change.after) : [];
      if (locked) throw invalid(locked, "locked");
      if (change.after.url) await assertNewAddress(tx, actor, row.fields, change.after.url);
      await writeSourceChange(tx, actor, { sourceId: row.fields.id, change, mutationId });
      const [view] = await listSourcesById(tx, actor, [row.fields.id]);
      if (!view) throw new AppError("NOT_FOUND");
      return view;
    },
  );
}
