import { randomUUID } from "node:crypto";
import pg from "pg";
import { describe, expect, test } from "vitest";
import { updateClaim } from "@/lib/claims/mutations";
import { db } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { buildArticle } from "@/prisma/factories";
import { failureOf } from "@/prisma/failure-of";
import { makeMember } from "@/prisma/test-accounts";
import { testDatabaseUrl } from "@/prisma/test-database";
import { recordActivity, runMutation } from "./mutations";
import { listActivity, verifyChains, verifyHashes } from "./queries";
import type { ChainVerdict } from "./verify-chain";

async function setUp() {
  const { actor, deskId } = await makeMember("EDITOR");
  const { id: articleId, claims } = await buildArticle(actor);
  const [claimId = ""] = claims;
  for (let version = 1; version <= 4; version++) {
    await updateClaim(actor, claimId, { version, mutationId: randomUUID(), reason: `Grund ${version}` });
  }
  return { actor, deskId, articleId, claimId };
}

async function verdictOn(articleId: string): Promise<ChainVerdict | null> {
  for await (const { chainId, verdict } of verifyChains()) if (chainId === articleId) return verdict;
  return null;
}

/** Changes the record as somebody could who owns the database and takes the trigger away. */
async function tamper(statement: string, values: unknown[]): Promise<void> {
  const client = new pg.Client({ connectionString: testDatabaseUrl });
  await client.connect();
  try {
    await client.query('ALTER TABLE "Activity" DISABLE TRIGGER "Activity_is_append_only"');
    await client.query(statement, values);
    await client.query('ALTER TABLE "Activity" ENABLE ALWAYS TRIGGER "Activity_is_append_only"');
  } finally {
    await client.end();
  }
}

describe("listActivity", () => {
  test("reads the record oldest first, page by page, of one claim where asked", async () => {
    const { actor, articleId, claimId } = await setUp();
    const first = await listActivity(actor, { articleId, limit: 3 });
    expect(first.items.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    const second = await listActivity(actor, { articleId, limit: 3, cursor: first.nextCursor ?? "" });
    expect(second.items.map(({ seq }) => seq)).toEqual([4, 5]);
    expect(second.nextCursor).toBeNull();
    const { items } = await listActivity(actor, { articleId, claimId });
    expect(items.map(({ type }) => type)).toEqual(Array.from({ length: 4 }, () => "claim.changed"));
  });

  test("refuses a cursor it has not given", async () => {
    const { actor, articleId } = await setUp();
    for (const cursor of ["", "x", "-1", "99999999999"]) {
      expect((await failureOf(listActivity(actor, { articleId, cursor }))).code).toBe("INVALID");
    }
  });
});

describe("the record", () => {
  test.each([
    'UPDATE "Activity" SET "actorName" = \'x\'',
    'DELETE FROM "Activity"',
    'TRUNCATE "Activity"',
    "UPDATE \"TextVersion\" SET text = 'x'",
  ])("refuses %s", async (statement) => {
    await setUp();
    await expect(db.$executeRawUnsafe(statement)).rejects.toThrow(/refused/);
  });

  test("is whole after use", async () => {
    const { articleId } = await setUp();
    expect(await verdictOn(articleId)).toEqual({ isIntact: true, length: 5 });
    expect((await verifyHashes()).every(({ isIntact }) => isIntact)).toBe(true);
  });

  test.each([
    ["an edited entry", `UPDATE "Activity" SET after = '{"reason":"x"}' WHERE "chainId" = $1 AND seq = 3`, 3],
    ["an edited name", `UPDATE "Activity" SET "actorName" = 'x' WHERE "chainId" = $1 AND seq = 2`, 2],
    ["a deleted entry", `DELETE FROM "Activity" WHERE "chainId" = $1 AND seq = 4`, 4],
    ["a deleted last entry", `DELETE FROM "Activity" WHERE "chainId" = $1 AND seq = 5`, 5],
    [
      "two exchanged entries",
      `UPDATE "Activity" SET seq = CASE seq WHEN 2 THEN 103 ELSE 102 END WHERE "chainId" = $1 AND seq IN (2, 3)`,
      2,
    ],
    [
      "an inserted entry",
      `INSERT INTO "Activity" SELECT "chainId", 0, "deskId", "articleId", "claimId", at, "actorId", "actorName", type,
         "mutationId", before, after, "prevHash", hash FROM "Activity" WHERE "chainId" = $1 AND seq = 2`,
      1,
    ],
  ])("shows %s", async (_, statement, badSeq) => {
    const { articleId } = await setUp();
    await tamper(statement, [articleId]);
    expect(await verdictOn(articleId)).toEqual({ isIntact: false, badSeq });
  });

  test("gives parallel writers of one chain seqs without gaps", async () => {
    const { actor, articleId } = await setUp();
    await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        runMutation(actor, { operation: "test", mutationId: null, input: index }, async (tx) => {
          await recordActivity(tx, actor, {
            articleId,
            type: "article.changed",
            before: {},
            after: { index },
            at: new Date(),
          });
        }),
      ),
    );
    expect(await verdictOn(articleId)).toEqual({ isIntact: true, length: 45 });
  });

  test("takes entries for several chains in any order without a deadlock", async () => {
    const { actor, deskId, articleId } = await setUp();
    const chains = [articleId, null];
    const write = (order: (string | null)[]) =>
      runMutation(actor, { operation: "test", mutationId: null, input: null }, async (tx) => {
        for (const chain of order) {
          await recordActivity(tx, actor, {
            articleId: chain,
            type: "source.changed",
            before: {},
            after: {},
            at: new Date(),
          });
        }
      });
    await Promise.all(
      Array.from({ length: 20 }, (_, index) => write(index % 2 ? chains : chains.toReversed())),
    );
    expect(await verdictOn(articleId)).toEqual({ isIntact: true, length: 25 });
    expect(await verdictOn(deskId)).toEqual({ isIntact: true, length: 20 });
  });
});

describe("runMutation", () => {
  test("leaves nothing behind when the work fails", async () => {
    const { actor, articleId } = await setUp();
    const mutationId = randomUUID();
    const work = runMutation(actor, { operation: "test", mutationId, input: {} }, async (tx) => {
      await tx.originGroup.create({ data: { deskId: actor.deskId, name: mutationId } });
      await recordActivity(tx, actor, {
        articleId,
        type: "test.done",
        before: {},
        after: {},
        at: new Date(),
      });
      throw new AppError("INVALID");
    });
    expect((await failureOf(work)).code).toBe("INVALID");
    expect(await db.originGroup.count({ where: { name: mutationId } })).toBe(0);
    expect(await db.mutation.count({ where: { id: mutationId } })).toBe(0);
    expect(await verdictOn(articleId)).toEqual({ isIntact: true, length: 5 });
  });

  test("does work anew that lost against a parallel transaction", async () => {
    const { actor } = await setUp();
    const names = [randomUUID(), randomUUID()];
    for (const name of names) await db.originGroup.create({ data: { deskId: actor.deskId, name } });
    let attempts = 0;
    let arrive = () => {};
    const both = new Promise<void>((resolve) => {
      let arrived = 0;
      arrive = () => {
        arrived += 1;
        if (arrived === 2) resolve();
      };
    });
    const write = (order: string[]) =>
      runMutation(actor, { operation: "test", mutationId: null, input: order }, async (tx) => {
        attempts += 1;
        for (const name of order) {
          await tx.$executeRaw`UPDATE "OriginGroup" SET name = name WHERE name = ${name}`;
          arrive();
          await both;
        }
      });
    await Promise.all([write(names), write(names.toReversed())]);
    expect(attempts).toBe(3);
  });
});
