import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { getArticleForReview } from "@/lib/articles/queries";
import type { Actor } from "@/lib/auth/policy";
import { db } from "@/lib/db/client";
import { setGranularity } from "@/lib/granularity/mutations";
import { mergeClaims, splitClaim } from "@/lib/restructurings/mutations";
import { buildArticle } from "@/prisma/factories";
import { makeMember } from "@/prisma/test-accounts";
import { readReportSnapshot } from "./queries";

const read = (actor: Actor, articleId: string) =>
  db.$transaction((tx) => readReportSnapshot(tx, actor, articleId));

test("a text that was split anew many times has a report within a second, and no claim another's history", async () => {
  const { actor } = await makeMember("REVIEWER");
  const text = Array.from(
    { length: 50 },
    (_, index) =>
      `Der Rat kaufte ${1900 + index} drei Boote und der Verein Altdorf baute ${index + 12} Hallen.`,
  ).join("\n\n");
  const { id: articleId } = await buildArticle(actor, { text });
  for (let times = 0; times < 6; times++) {
    const { version, granularity } = await getArticleForReview(actor, articleId);
    await setGranularity(actor, articleId, {
      mutationId: randomUUID(),
      version,
      granularity: granularity === "SENTENCE" ? "STATEMENT" : "SENTENCE",
    });
  }
  const startedAt = performance.now();
  const { claims } = await read(actor, articleId);
  expect(performance.now() - startedAt).toBeLessThan(1_000);
  expect(claims.length).toBeGreaterThanOrEqual(100);
  expect(new Set(claims.flatMap(({ predecessors }) => predecessors))).toEqual(new Set());
});

test("a claim that was split and merged again and again has each of those before it once", async () => {
  const { actor } = await makeMember("REVIEWER");
  const { id: articleId } = await buildArticle(actor, {
    text: "Die Gemeinde Seedorf kaufte 2021 drei Boote.",
  });
  const [first] = (await getArticleForReview(actor, articleId)).claims;
  if (!first) throw new Error("The text has no claim");
  const before = new Set<string>();
  let whole = first;
  for (let round = 0; round < 4; round++) {
    const { claims: parts } = await splitClaim(actor, whole.id, {
      mutationId: randomUUID(),
      version: whole.version,
      parts: Array.from({ length: 8 }, (_, index) => ({
        wording: `Seedorf kaufte Boote, Teil ${index}.`,
        spans: first.spans.map(({ start, end }) => ({ start, end })),
      })),
    });
    const { claims } = await mergeClaims(actor, articleId, {
      mutationId: randomUUID(),
      claims: parts.map(({ id, version }) => ({ id, version })),
      wording: "Seedorf kaufte Boote.",
    });
    for (const { id } of [whole, ...parts]) before.add(id);
    if (claims[0]) whole = claims[0];
  }
  const [claim] = (await read(actor, articleId)).claims;
  expect(claim?.predecessors.toSorted()).toEqual([...before].sort());
});
