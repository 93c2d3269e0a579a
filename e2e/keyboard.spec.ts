import type { Locator, Page } from "@playwright/test";
import { db } from "@/lib/db/client";
import { expect, test } from "./fixtures";
import { WorkspacePage } from "./workspace-page";

/** Tabs on until the control has the focus, as a person does who has no mouse. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  await expect(control).toBeVisible();
  for (let presses = 0; presses < 80; presses++) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  await expect(control).toBeFocused();
}

test("the sample is imported, checked and reported without a mouse", async ({ page, desk, signIn }) => {
  await signIn(desk.editor);
  await page.goto("/articles");
  await tabTo(page, page.getByRole("button", { name: "Deutschen Beispielartikel laden" }));
  await page.keyboard.press("Enter");
  const workspace = new WorkspacePage(page);
  await expect(workspace.text).toBeVisible();
  const { id } = await db.article.findFirstOrThrow({ where: { deskId: desk.id } });

  for (const [index, key] of ["1", "6", "9"].entries()) {
    const number = index + 1;
    await page.keyboard.press("j");
    const card = workspace.card(number);
    await expect(card).toBeVisible();
    await page.keyboard.press(key);
    await workspace.untilSaved();

    await page.keyboard.press("r");
    await expect(workspace.reason(card)).toBeFocused();
    await page.keyboard.type(`Begründung ${number} j k 1 2`);
    await page.keyboard.press("Control+Enter");
    await workspace.untilSaved();
    await page.keyboard.press("Escape");

    await page.keyboard.press("s");
    const form = card.getByRole("form", { name: "Quelle anhängen" });
    await expect(form.getByRole("textbox", { name: "Webadresse" })).toBeFocused();
    await page.keyboard.type(`https://example.org/${number}`);
    await tabTo(page, form.getByRole("textbox", { name: "Titel oder Name" }));
    await page.keyboard.type(`Quelle ${number}`);
    await page.keyboard.press("Control+Enter");
    await expect(form).toBeHidden();

    await page.keyboard.press("n");
    await expect(card.getByRole("textbox", { name: "Notiz" })).toBeFocused();
    await page.keyboard.type(`Notiz ${number}`);
    await page.keyboard.press("Control+Enter");
    await expect(card.getByRole("button", { name: "Notiz speichern" })).toBeHidden();
  }
  const claims = await db.claim.findMany({
    where: { articleId: id, verdict: { not: null } },
    orderBy: { number: "asc" },
    include: { citations: { include: { source: true } }, notes: true },
  });
  expect(
    claims.map(({ verdict, reason, citations, notes }) => ({
      verdict,
      reason,
      source: citations[0]?.source.url,
      note: notes[0]?.body,
    })),
  ).toEqual([
    {
      verdict: "CONFIRMED",
      reason: "Begründung 1 j k 1 2",
      source: "https://example.org/1",
      note: "Notiz 1",
    },
    { verdict: "FALSE", reason: "Begründung 2 j k 1 2", source: "https://example.org/2", note: "Notiz 2" },
    {
      verdict: "NOT_CHECKABLE",
      reason: "Begründung 3 j k 1 2",
      source: "https://example.org/3",
      note: "Notiz 3",
    },
  ]);

  await page.keyboard.press("z");
  await tabTo(page, page.getByRole("button", { name: "Bericht ausgeben" }));
  await page.keyboard.press("Enter");
  const freeze = page.getByRole("menuitem", { name: "Jetzt festschreiben" });
  await expect(freeze).toBeVisible();
  for (let presses = 0; presses < 12; presses++) {
    if (await freeze.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press("ArrowDown");
  }
  await expect(freeze).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Bericht 1 festgeschrieben").first()).toBeVisible();
});

test("single keys can be switched off, and then do nothing", async ({ page, desk, api, signIn }) => {
  const article = await api.importArticle("Die Stadt hat 412 Wohnungen gebaut.");
  await signIn(desk.editor);
  const workspace = new WorkspacePage(page);
  await workspace.open(article.id, article.claims[0]?.id);
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Tasten" });
  await help.getByRole("switch", { name: "Einzelne Tasten lösen Befehle aus" }).click();
  await page.keyboard.press("Escape");
  await expect(help).toBeHidden();
  await page.keyboard.press("1");
  await page.keyboard.press("?");
  await expect(help).toBeHidden();
  expect((await api.getArticle(article.id)).claims[0]?.verdict).toBeNull();
});
