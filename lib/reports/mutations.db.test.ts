import { createHash, randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { listActivity } from "@/lib/activity/queries";
import { getArticleForReview } from "@/lib/articles/queries";
import type { Actor } from "@/lib/auth/policy";
import { updateClaim } from "@/lib/claims/mutations";
import { db } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { addClaimNote, updateNote } from "@/lib/notes/mutations";
import { attachSource } from "@/lib/sources/mutations";
import { buildArticle } from "@/prisma/factories";
import { makeMember } from "@/prisma/test-accounts";
import { freezeReport } from "./mutations";
import { getReportDraft, getReportFile, listReports, verifyReports } from "./queries";
import type { ReportDocument } from "./report-document";
import type { FreezeReportInput } from "./schemas";
import { freezeReportSchema } from "./schemas";

async function setUp() {
  const { actor, deskId } = await makeMember("EDITOR", { name: "Edgar Edit" });
  const { actor: viewer } = await makeMember("VIEWER", { deskId });
  const { actor: stranger } = await makeMember("ADMIN");
  const { id: articleId } = await buildArticle(actor, { title: "Wohnungsbau" });
  const { claims } = await getArticleForReview(actor, articleId);
  const [claim, other] = claims;
  if (!claim || !other) throw new Error("The story has too few claims");
  return { actor, viewer, stranger, articleId, claim, other };
}

const freeze = (actor: Actor, articleId: string, input: Partial<FreezeReportInput> = {}) =>
  freezeReport(actor, articleId, { mutationId: randomUUID(), ...input });

async function judge(actor: Actor, claim: { id: string; version: number }, reason: string): Promise<void> {
  const { version } =
    (await db.claim.findUnique({ where: { id: claim.id }, select: { version: true } })) ?? claim;
  await updateClaim(actor, claim.id, { version, mutationId: randomUUID(), verdict: "FALSE", reason });
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof AppError ? error.code : String(error);
}

async function readDocument(actor: Actor, articleId: string, number: number): Promise<ReportDocument> {
  const { body } = await getReportFile(actor, { articleId, format: "json", number });
  return JSON.parse(body);
}

describe("freezeReport", () => {
  test("keeps the report as it was when the article changes afterwards", async () => {
    const { actor, articleId, claim } = await setUp();
    await judge(actor, claim, "Es waren 214.");
    const frozen = await freeze(actor, articleId);
    const before = await getReportFile(actor, { articleId, format: "html", number: frozen.number });
    await judge(actor, claim, "Es waren doch 412.");
    await db.article.update({ where: { id: articleId }, data: { title: "Anders" } });
    const after = await getReportFile(actor, { articleId, format: "html", number: frozen.number });
    expect(after).toEqual(before);
    expect(after.body).toContain("Es waren 214.");
    expect((await getReportDraft(actor, { articleId })).claims.map(({ reason }) => reason)).toContain(
      "Es waren doch 412.",
    );
  });

  test("answers with the SHA-256 of the bytes that the JSON format gives", async () => {
    const { actor, articleId } = await setUp();
    const frozen = await freeze(actor, articleId);
    const { body } = await getReportFile(actor, { articleId, format: "json", number: 1 });
    expect(createHash("sha256").update(body, "utf8").digest("hex")).toBe(frozen.sha256);
    const report: ReportDocument = JSON.parse(body);
    expect(createHash("sha256").update(report.text, "utf8").digest("hex")).toBe(report.textVersion.sha256);
  });

  test("numbers reports of an article without gaps, also when two are frozen at once", async () => {
    const { actor, articleId } = await setUp();
    const reports = await Promise.all(Array.from({ length: 6 }, () => freeze(actor, articleId)));
    expect(reports.map(({ number }) => number).sort()).toEqual([1, 2, 3, 4, 5, 6]);
    const sixth = await readDocument(actor, articleId, 6);
    expect(sixth.earlierReports.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
    expect((await verifyReports(actor)).broken).toEqual([]);
  });

  test("reads one moment while others write", async () => {
    const { actor, articleId, claim, other } = await setUp();
    const changes = Array.from({ length: 8 }, async (_, index) => {
      await judge(actor, claim, `a${index}`).catch(() => {});
      await judge(actor, other, `b${index}`).catch(() => {});
    });
    const freezing = Array.from({ length: 4 }, () => freeze(actor, articleId));
    await Promise.all([...changes, ...freezing]);
    const { items } = await listActivity(actor, { articleId, limit: 500 });
    for (const number of [1, 2, 3, 4]) {
      const report = await readDocument(actor, articleId, number);
      for (const { id, reason } of report.claims) {
        const last = items.findLast(
          (entry) =>
            entry.claimId === id && entry.seq <= (report.record?.seq ?? 0) && "reason" in entry.after,
        );
        expect(reason).toBe(last?.after.reason ?? "");
      }
    }
  });

  test("is recorded with its number and hash, and names the end of the record before it", async () => {
    const { actor, articleId } = await setUp();
    const frozen = await freeze(actor, articleId, {
      profile: "publishable",
      language: "en",
      timeZone: "Asia/Tokyo",
    });
    const { items } = await listActivity(actor, { articleId, limit: 500 });
    const last = items.at(-1);
    expect(last).toMatchObject({
      type: "report.frozen",
      actor: { name: "Edgar Edit" },
      after: {
        reportId: frozen.id,
        number: 1,
        sha256: frozen.sha256,
        profile: "publishable",
        language: "en",
      },
    });
    const report = await readDocument(actor, articleId, 1);
    expect(report.timeZone).toBe("Asia/Tokyo");
    expect(report.record).toEqual({ seq: (last?.seq ?? 0) - 1, hash: items.at(-2)?.hash });
  });

  test("answers a repeated request as the first time and freezes once", async () => {
    const { actor, articleId } = await setUp();
    const mutationId = randomUUID();
    const first = await freeze(actor, articleId, { mutationId });
    expect(await freeze(actor, articleId, { mutationId })).toEqual(first);
    expect(await codeOf(freeze(actor, articleId, { mutationId, language: "en" }))).toBe("INVALID");
    expect((await listReports(actor, articleId)).items).toHaveLength(1);
  });

  test("is for editors of the desk alone", async () => {
    const { actor, viewer, stranger, articleId } = await setUp();
    expect(await codeOf(freeze(viewer, articleId))).toBe("FORBIDDEN");
    expect(await codeOf(freeze(stranger, articleId))).toBe("NOT_FOUND");
    expect(await codeOf(freeze(actor, randomUUID()))).toBe("NOT_FOUND");
    expect(await codeOf(freeze(actor, "no-id"))).toBe("NOT_FOUND");
    expect((await listReports(actor, articleId)).items).toEqual([]);
  });

  test("can't be undone: the database refuses to change a frozen report", async () => {
    const { actor, articleId } = await setUp();
    const { id } = await freeze(actor, articleId);
    await expect(db.report.update({ where: { id }, data: { document: "{}" } })).rejects.toThrow();
  });
});

describe("freezeReportSchema", () => {
  test("takes the time zones that this machine knows", () => {
    const mutationId = randomUUID();
    expect(freezeReportSchema.safeParse({ mutationId, timeZone: "Europe/Berlin" }).success).toBe(true);
    expect(freezeReportSchema.safeParse({ mutationId, timeZone: "Mars/Olympus" }).success).toBe(false);
    expect(freezeReportSchema.safeParse({ mutationId, profile: "secret" }).success).toBe(false);
  });
});

describe("getReportFile", () => {
  test("gives a draft that says so, in the language of the article unless another is wished", async () => {
    const { actor, viewer, articleId } = await setUp();
    const draft = await getReportFile(viewer, { articleId, format: "md" });
    expect(draft.body).toContain("Entwurf: Dieser Bericht ist nicht festgeschrieben.");
    expect(draft.fileName).toBe("Prüfbericht (Entwurf) – Wohnungsbau.md");
    const english = await getReportFile(actor, { articleId, format: "html", language: "en" });
    expect(english.body).toContain('<html lang="en">');
    expect((await listReports(actor, articleId)).items).toEqual([]);
  });

  test("makes the publishable form of a frozen internal report, and says what it was made from", async () => {
    const { actor, articleId, claim } = await setUp();
    await attachSource(actor, claim.id, {
      mutationId: randomUUID(),
      source: { kind: "PERSON", title: "Gespräch im Amt", author: "Gunnar Kessberg", isConfidential: true },
      stance: "SUPPORTS",
      excerpt: "Zweihundertvierzehn.",
    });
    await addClaimNote(actor, claim.id, { mutationId: randomUUID(), body: "Kessberg noch einmal anrufen." });
    await judge(actor, claim, "Kessberg sagt es so.");
    const frozen = await freeze(actor, articleId);
    for (const format of ["html", "md", "json"] as const) {
      const internal = await getReportFile(actor, { articleId, format, number: 1 });
      expect(internal.body).toContain("Kessberg");
      const { body, fileName } = await getReportFile(actor, {
        articleId,
        format,
        number: 1,
        profile: "publishable",
      });
      expect(body).not.toMatch(/Kessberg|Gespräch im Amt|Zweihundertvierzehn|Edgar/);
      expect(body).toContain(frozen.sha256);
      expect(fileName).toContain("(zur Veröffentlichung)");
    }
  });

  test("prints a reply only with the note it answers, and no words of talk among colleagues", async () => {
    const { actor, articleId, claim } = await setUp();
    const say = (body: string, visibility: "INTERNAL" | "REPORT", parentId?: string) =>
      addClaimNote(actor, claim.id, {
        mutationId: randomUUID(),
        body,
        visibility,
        ...(parentId && { parentId }),
      });
    const talk = await say("Unter uns.", "REPORT");
    await say("Antwort unter uns.", "REPORT", talk.id);
    await updateNote(actor, talk.id, {
      mutationId: randomUUID(),
      version: talk.version,
      visibility: "INTERNAL",
    });
    const remark = await say("Vorschlag an die Autorin.", "REPORT");
    await say("Ist übernommen.", "REPORT", remark.id);
    for (const profile of ["internal", "publishable"] as const) {
      const { body } = await getReportFile(actor, { articleId, format: "json", profile });
      expect(body).not.toContain("nter uns");
      expect(body).toContain("Vorschlag an die Autorin.");
      expect(body).toContain("Ist übernommen.");
    }
  });

  test("never widens a publishable report nor changes the language of a frozen one", async () => {
    const { actor, articleId } = await setUp();
    await freeze(actor, articleId, { profile: "publishable" });
    const wish = { articleId, format: "json", number: 1 } as const;
    expect(await codeOf(getReportFile(actor, { ...wish, profile: "internal" }))).toBe("INVALID");
    expect(await codeOf(getReportFile(actor, { ...wish, language: "en" }))).toBe("INVALID");
    expect(await codeOf(getReportFile(actor, { ...wish, timeZone: "Asia/Tokyo" }))).toBe("INVALID");
  });

  test("finds nothing for a foreign desk, a deleted article or a number that was never given", async () => {
    const { actor, stranger, articleId } = await setUp();
    await freeze(actor, articleId);
    const wish = { articleId, format: "html" } as const;
    expect(await codeOf(getReportFile(stranger, wish))).toBe("NOT_FOUND");
    expect(await codeOf(getReportFile(stranger, { ...wish, number: 1 }))).toBe("NOT_FOUND");
    expect(await codeOf(listReports(stranger, articleId))).toBe("NOT_FOUND");
    expect(await codeOf(getReportFile(actor, { ...wish, number: 2 }))).toBe("NOT_FOUND");
    await db.article.update({ where: { id: articleId }, data: { deletedAt: new Date() } });
    expect(await codeOf(getReportFile(actor, { ...wish, number: 1 }))).toBe("NOT_FOUND");
    expect(await codeOf(getReportFile(actor, wish))).toBe("NOT_FOUND");
  });

  test("holds each claim with its source, and each repeated paragraph once", async () => {
    const { actor, articleId, claim } = await setUp();
    await attachSource(actor, claim.id, {
      mutationId: randomUUID(),
      source: { kind: "DATASET", title: "Bautätigkeit 2023", url: "https://statistik.example/bau?jahr=2023" },
      stance: "CONTRADICTS",
      locator: "Tabelle 2",
      excerpt: "214 Wohnungen",
    });
    const report = await getReportDraft(actor, { articleId });
    const first = report.claims.find(({ id }) => id === claim.id);
    expect(first).toMatchObject({
      citations: [{ source: 1, stance: "CONTRADICTS", locator: "Tabelle 2", excerpt: "214 Wohnungen" }],
      origins: { supporting: 0, contradicting: 1 },
    });
    expect(first?.repeats.length).toBeGreaterThan(0);
    expect(report.sources).toHaveLength(1);
    expect(report.people.checkers).toMatchObject([{ name: "Edgar Edit", claims: 1 }]);
  });
});

describe("listReports", () => {
  test("lists the newest first, page by page", async () => {
    const { actor, viewer, articleId } = await setUp();
    for (let count = 0; count < 3; count++) await freeze(actor, articleId);
    const first = await listReports(viewer, articleId, { limit: 2 });
    expect(first.items.map(({ number }) => number)).toEqual([3, 2]);
    expect(first.items[0]).toMatchObject({
      createdBy: "Edgar Edit",
      profile: "internal",
      textVersion: 1,
      language: "de",
    });
    const second = await listReports(viewer, articleId, { limit: 2, cursor: first.nextCursor ?? "" });
    expect(second).toMatchObject({ items: [{ number: 1 }], nextCursor: null });
    expect(await codeOf(listReports(viewer, articleId, { cursor: "x" }))).toBe("INVALID");
  });
});

describe("verifyReports", () => {
  test("finds a report that was changed together with its hash, one the record does not know, and one that is gone", async () => {
    const { actor, articleId } = await setUp();
    for (let count = 0; count < 4; count++) await freeze(actor, articleId);
    expect(await verifyReports(actor)).toEqual({ checked: 4, broken: [] });
    await db.$transaction(async (tx) => {
      await tx.$executeRaw`ALTER TABLE "Report" DISABLE TRIGGER USER`;
      await tx.$executeRaw`UPDATE "Report" SET document = '{}' WHERE "articleId" = ${articleId}::uuid AND number = 1`;
      await tx.$executeRaw`UPDATE "Report" SET document = '{}', sha256 = encode(sha256('{}'), 'hex') WHERE "articleId" = ${articleId}::uuid AND number = 2`;
      await tx.$executeRaw`DELETE FROM "Report" WHERE "articleId" = ${articleId}::uuid AND number = 3`;
      await tx.$executeRaw`UPDATE "Report" SET id = ${randomUUID()}::uuid WHERE "articleId" = ${articleId}::uuid AND number = 4`;
      await tx.$executeRaw`ALTER TABLE "Report" ENABLE TRIGGER USER`;
    });
    const { broken } = await verifyReports(actor);
    expect(broken.map(({ number, problem }) => `${number} ${problem}`).sort()).toEqual([
      "1 changed",
      "2 changed",
      "3 missing",
      "4 missing",
      "4 unrecorded",
    ]);
    await expect(getReportFile(actor, { articleId, format: "html", number: 1 })).rejects.toThrow(
      "not what was frozen",
    );
    const { actor: neighbour } = await makeMember("ADMIN");
    expect(await verifyReports(neighbour)).toEqual({ checked: 0, broken: [] });
  });
});
