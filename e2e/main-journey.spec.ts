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
    title: "Passagierliste der Reederei",
    excerpt: "Fahrgäste gesamt: 241",
    locator: "S. 3",
    note: "Zahlendreher?",
  },
] as const;

async function download(page: Page, open: () => Promise<void>, item: Locator): Promise<{ name: string; text: string }> {
  await open();
  const [file] = await Promise.all([page.waitForEvent("download"), item.click()]);
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), "utf8") };
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
  const report = await page.context().newPage();
  await report.setContent(drafts.html.text.replace(/<style[\s\S]*?<\/style>/g, ""));
  const shown = await report.locator("body").innerText();
  await report.close();
  for (const [index, finding] of FINDINGS.entries()) {
    for (const part of [finding.word, finding.reason, finding.title, finding.excerpt, finding.locator]) {
      expect(shown).toContain(part);
      expect(drafts.json.text).toContain(part === finding.word ? `"verdict":` : part);
    }
    expect(shown).toContain(quotes[index]);
    expect(drafts.md.text).toContain(finding.title.replaceAll(".", "."));
    // What the desk says to itself is no part of the report.
    expect(shown).not.toContain(finding.note);
  }
  expect(shown).toContain("Entwurf");
  expect(shown).toContain("https://example.org/register/2025");

  await menu.click();
  await page.getByRole("menuitem", { name: "Jetzt festschreiben" }).click();
  await expect(page.getByText("Bericht 1 festgeschrieben").first()).toBeVisible();
  await menu.click();
  await page.getByRole("menuitem", { name: "Alle Berichte" }).click();
  await expect(page).toHaveURL(`/articles/${articleId}/reports`);

  const frozen = await db.report.findFirstOrThrow({ where: { articleId } });
  expect(frozen.number).toBe(1);
  expect(createHash("sha256").update(frozen.document).digest("hex")).toBe(frozen.sha256);
  await expect(page.getByText(frozen.sha256.slice(0, 8)).first()).toBeVisible();
});
