import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { db } from "@/lib/db/client";
import { expect, test } from "./fixtures";
import { WorkspacePage } from "./workspace-page";

const FINDINGS = [
  {
    verdict: "bestätigt",
    word: "bestätigt",
    reason: "Das Schifffahrtsamt führt den Unfall unter diesem Datum.",
    stance: "stützt",
    title: "Unfallregister 2025",
    url: "https://example.org/register/2025",
    excerpt: "30.12.2025, MS Seestern, Grundberührung vor Wittsand",
    locator: "Zeile 41",
    note: "Beim Amt nachgefragt, Rückruf steht aus.",
  },
  {
    verdict: "Kontext fehlt",
    word: "Kontext fehlt, irreführend",
    reason: "Gewarnt wurde vor Böen, nicht vor Sturm.",
    stance: "Kontext",
    title: "Warnlage der Hafenbehörde",
    url: "https://example.org/warnlage",
    excerpt: "Böen der Stärke 10, keine Sturmwarnung",
    locator: "Absatz 2",
    note: "Wortlaut der Warnung an den Autor geben.",
  },
  {
    verdict: "falsch",
    word: "falsch",
    reason: "Die Passagierliste nennt 241 Fahrgäste.",
    stance: "widerspricht",
    kind: "Dokument",
    title: "Passagierliste der Reederei",
    excerpt: "Fahrgäste gesamt: 241",
    locator: "S. 3",
    note: "Zahlendreher?",
  },
] as const;

async function download(
  page: Page,
  open: () => Promise<void>,
  item: Locator,
): Promise<{ name: string; text: string }> {
  await open();
  const [file] = await Promise.all([page.waitForEvent("download"), item.click()]);
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), "utf8") };
}

/** The file as its reader opens it. */
async function openAsReader(page: Page, html: string): Promise<Page> {
  const reader = await page.context().newPage();
  await reader.route("**/*", (route) =>
    route.fulfill({ body: html, contentType: "text/html; charset=utf-8" }),
  );
  await reader.goto("/report-file");
  return reader;
}

function unescapeMarkdown(text: string): string {
  return text.replace(/\\(?=[^\w\s])/g, "").replace(/\n> ?/g, "\n");
}

test("an editor imports the sample, checks three claims and hands out a report that holds them", async ({
  page,
  desk,
  signIn,
}) => {
  await signIn(desk.editor);
  await page.goto("/articles");
  await page.getByRole("button", { name: "Deutschen Beispielartikel laden" }).click();

  const workspace = new WorkspacePage(page);
  await expect(workspace.text).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Fähre soll trotz Sturmwarnung");
  const { id: articleId } = await db.article.findFirstOrThrow({ where: { deskId: desk.id } });
  await expect(page).toHaveURL(new RegExp(`/articles/${articleId}`));

  const quotes: string[] = [];
  for (const [index, finding] of FINDINGS.entries()) {
    const number = index + 1;
    const card = await workspace.openClaim(number);
    await expect(page).toHaveURL(/\?claim=/);
    await workspace.setVerdict(card, finding.verdict);
    await workspace.writeReason(card, finding.reason);
    await workspace.attachSource(card, finding);
    await workspace.addNote(card, finding.note);
    const span = await db.span.findFirstOrThrow({
      where: { claim: { articleId, number }, occurrence: 0, position: 0 },
    });
    quotes.push(span.quote);
  }
  await expect(page.getByText(/^3 von \d+ geprüft$/)).toBeVisible();

  const menu = page.getByRole("button", { name: "Bericht ausgeben" });
  const open = () => menu.click();
  const item = (name: string) => page.getByRole("menuitem", { name });
  const drafts = {
    html: await download(page, open, item("HTML zum Drucken")),
    md: await download(page, open, item("Markdown")),
    json: await download(page, open, item("JSON")),
  };
  const draft = await openAsReader(page, drafts.html.text);
  const markdown = unescapeMarkdown(drafts.md.text);
  for (const [index, finding] of FINDINGS.entries()) {
    const { verdict, word, reason, title, excerpt, locator } = finding;
    const quote = quotes[index] ?? "";
    // The claim, what was found and what it rests on stand together.
    const claim = draft.getByRole("article").filter({
      has: draft.getByRole("heading", { name: new RegExp(`^Behauptung ${index + 1}: `) }),
    });
    for (const part of [word, quote, reason, title, excerpt, locator]) {
      await expect.soft(claim, verdict).toContainText(part);
      expect.soft(markdown).toContain(part);
      if (part !== word) expect.soft(drafts.json.text).toContain(JSON.stringify(part).slice(1, -1));
    }
  }
  await expect(draft.getByText(/^Entwurf/).first()).toBeVisible();
  await expect(draft.getByRole("link", { name: "https://example.org/register/2025" }).first()).toBeVisible();
  await draft.close();

  await menu.click();
  await page.getByRole("menuitem", { name: "Jetzt festschreiben" }).click();
  await expect(page.getByText("Bericht 1 festgeschrieben").first()).toBeVisible();
  await menu.click();
  await page.getByRole("menuitem", { name: "Alle Berichte" }).click();
  await expect(page).toHaveURL(`/articles/${articleId}/reports`);

  const row = page.getByRole("row").filter({ has: page.getByRole("link", { name: /^Prüfbericht 1 \(/ }) });
  const files: Record<string, string> = {};
  for (const format of ["HTML", "Markdown", "JSON"]) {
    const link = row.getByRole("link", { name: `Prüfbericht 1 als ${format} herunterladen` });
    files[format] = (await download(page, async () => undefined, link)).text;
  }
  const hash = await row.getByTitle(/^[0-9a-f]{64}$/).getAttribute("title");
  expect(
    createHash("sha256")
      .update(files.JSON ?? "")
      .digest("hex"),
  ).toBe(hash);
  // Every file names the text it is about.
  const text = await db.textVersion.findFirstOrThrow({ where: { articleId } });
  for (const file of Object.values(files)) expect(file).toContain(text.sha256);
  const reader = await openAsReader(page, files.HTML ?? "");
  await expect(reader).toHaveTitle(/^Prüfbericht 1: /);
  await reader.close();

  // What was frozen stays, whatever happens to the article.
  await new WorkspacePage(page).open(articleId);
  const first = await workspace.openClaim(1);
  await workspace.writeReason(first, "Nachträglich ganz anders begründet.");
  await page.goto(`/articles/${articleId}/reports`);
  const again = row.getByRole("link", { name: "Prüfbericht 1 als JSON herunterladen" });
  expect((await download(page, async () => undefined, again)).text).toBe(files.JSON);
});

test("the edition for publication leaves out what the desk says to itself", async ({
  api,
  desk,
  page,
  signIn,
  expectFault,
}) => {
  // The script with which this test listens for violations: a report runs none.
  expectFault(/Blocked script execution .* sandboxed/);
  const article = await api.importArticle(
    "Die Stadt hat 412 Wohnungen gebaut.\n\nDer Bau kostete 90 Millionen Euro.",
  );
  const [claim] = article.claims;
  if (!claim) throw new Error("no claim");
  await api.addNote(claim.id, "Nur unter uns: der Informant ist nervös.");
  await api.addNote(claim.id, "Die Stadt hat die Zahl bestätigt.", { visibility: "REPORT" });
  await api.attachSource(claim.id, {
    source: { kind: "PERSON", title: "Gespräch mit Frau Geheim", isConfidential: true },
    stance: "SUPPORTS",
    excerpt: "Es waren genau vierhundertzwölf.",
  });
  await signIn(desk.viewer);
  const document = page.getByRole("document").or(page.locator("body")).first();
  const talk = "Nur unter uns";
  const secrets = ["Frau Geheim", "genau vierhundertzwölf", desk.editor.name];
  const open = (profile: string) =>
    page.goto(`/api/v1/articles/${article.id}/report?format=html&profile=${profile}`);
  await open("internal");
  for (const secret of secrets) await expect(document).toContainText(secret);
  await expect(document).not.toContainText(talk);
  const publishable = await (await open("publishable"))?.text();
  for (const secret of [talk, ...secrets]) expect(publishable).not.toContain(secret);
  await expect(document).toContainText("Die Stadt hat die Zahl bestätigt.");
});
