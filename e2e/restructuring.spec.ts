import type { ArticleForReview } from "@/lib/articles/article-views";
import { Api } from "./api";
import { checkAccessibility, expect, originOf, REFUSED, test } from "./fixtures";
import { WorkspacePage } from "./workspace-page";

const BOATS = "Die Gemeinde Seedorf kaufte 2021 drei Boote für 40.000 Euro von einem Händler aus Kiel.";
const TEXT = [
  "Drei Boote für Seedorf",
  `${BOATS} Der Hafen wurde 1952 gebaut. Der neue Steg ist scheußlich und peinlich.`,
  "Der Rat beschloss den Kauf im Mai, und die Werft lieferte die Boote im August.",
  "© 2026 Seedorfer Bote",
].join("\n\n");

/** The claim that stands on these words. */
function claimOn(article: ArticleForReview, words: string) {
  const at = article.text.indexOf(words);
  const claim = article.claims.find(({ spans }) => spans.some(({ start, end }) => start <= at && at < end));
  if (!claim) throw new Error(`No claim stands on "${words}".`);
  return claim;
}

test("claims of one sentence stand together under it, and each shows its words in it", async ({
  page,
  api,
  desk,
  signIn,
}) => {
  const article = await api.importArticle(TEXT);
  const [first, second] = article.claims.filter(
    ({ sentence }) => sentence === claimOn(article, "Der Rat beschloss").sentence,
  );
  if (!first || !second) throw new Error("The sentence states two things.");
  await signIn(desk.editor);
  const workspace = new WorkspacePage(page);
  await workspace.open(article.id);
  const group = page.getByRole("group", { name: /^Der Rat beschloss den Kauf im Mai, und/ });
  await expect(group.getByRole("link")).toHaveCount(2);

  await workspace.row(first.number).hover();
  await workspace.row(second.number).hover();
  const sentence = page.getByRole("region", { name: "Satz im Text:" });
  await expect(sentence.locator("mark")).toHaveText("die Werft lieferte die Boote im August");
  await checkAccessibility(page, ["light"]);
  await page.keyboard.press("Escape");

  const card = await workspace.openClaim(first.number);
  await expect(card.getByText("Satz im Text:")).toBeAttached();
  await expect(card.locator("mark")).toContainText("Der Rat beschloss den Kauf im Mai");
  await card.getByText(/^Worauf achten/).click();
  await expect(card.getByRole("list").last()).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("j");
  await expect(workspace.card(second.number)).toBeVisible();
});

test("a proposal to check nothing is confirmed, taken back and undone by key", async ({
  page,
  api,
  desk,
  signIn,
}) => {
  const article = await api.importArticle(TEXT);
  const opinion = claimOn(article, "scheußlich");
  expect(opinion).toMatchObject({ setAside: "OPINION", isSetAsideProposed: true });
  const total = article.claims.length;
  await signIn(desk.editor);
  const workspace = new WorkspacePage(page);
  await workspace.open(article.id);
  await expect(workspace.row(opinion.number)).toContainText("Meinung, Vorschlag");
  await expect(page.getByText(`0 von ${total - 1} geprüft`)).toBeVisible();
  await page.getByRole("tab", { name: "Nicht zu prüfen 1" }).click();
  const card = await workspace.openClaim(opinion.number);
  await expect(card.getByText("Meinung: nichts zu prüfen, vorgeschlagen von Beleg.")).toBeVisible();
  await checkAccessibility(page, ["light"]);
  await page.keyboard.press("o");
  await expect(card.getByText("Meinung: nichts zu prüfen.", { exact: true })).toBeVisible();
  await workspace.untilSaved();
  expect(claimOn(await api.getArticle(article.id), "scheußlich")).toMatchObject({
    setAside: "OPINION",
    isSetAsideProposed: false,
  });
  await page.keyboard.press("p");
  await expect(page.getByText(`0 von ${total} geprüft`)).toBeVisible();
  await page.keyboard.press("z");
  await expect(page.getByText(`0 von ${total - 1} geprüft`)).toBeVisible();
  await expect
    .poll(async () => claimOn(await api.getArticle(article.id), "scheußlich").setAside)
    .toBe("OPINION");
});

test("a claim is split, merged and worded as written by keyboard, and all of it is undone", async ({
  page,
  api,
  desk,
  signIn,
  expectFault,
}) => {
  expectFault(REFUSED(422));
  test.slow();
  const article = await api.importArticle(TEXT);
  const boats = claimOn(article, BOATS);
  await signIn(desk.editor);
  const workspace = new WorkspacePage(page);
  await workspace.open(article.id, boats.id);
  await page.keyboard.press("d");
  const dialog = page.getByRole("dialog", { name: `Behauptung ${boats.number} teilen` });
  await expect(dialog.getByRole("textbox").first()).toBeVisible();
  await checkAccessibility(page);
  const before = await dialog.getByRole("textbox").count();
  const cut = dialog.getByRole("group").last().getByRole("button").first();
  await cut.focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("textbox")).toHaveCount(before + 1);
  await dialog.getByRole("textbox").first().fill("Die Gemeinde Seedorf kaufte 2021 drei Boote.");
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(dialog).toBeHidden();
  const split = await api.getArticle(article.id);
  const parts = split.claims.filter(({ madeFrom }) => madeFrom.some(({ id }) => id === boats.id));
  expect(parts.length).toBe(before + 1);
  const [first, second] = parts;
  if (!first || !second) throw new Error("The claim was split.");
  const card = workspace.card(first.number);
  await expect(card).toBeVisible();
  await card.getByText("Verlauf", { exact: true }).click();
  await card.getByText(`aus Behauptung ${boats.number} geteilt`).click();
  await expect(card.getByText(boats.wording, { exact: true }).last()).toBeVisible();

  await page.keyboard.press("z");
  await expect(workspace.card(boats.number)).toBeVisible();
  await expect(workspace.row(first.number)).toHaveCount(0);
  await expect(page.locator("[data-row-link][aria-current=true]")).toBeFocused();

  const harbour = claimOn(article, "Der Hafen");
  await page.keyboard.press("m");
  const merging = page.getByRole("dialog", { name: `Behauptung ${boats.number} zusammenlegen` });
  await merging.getByRole("checkbox", { name: new RegExp(`^${harbour.number} `) }).press("Space");
  await checkAccessibility(page);
  await merging.getByRole("button", { name: "2 zusammenlegen" }).press("Enter");
  await expect(merging).toBeHidden();
  const merged = claimOn(await api.getArticle(article.id), "Der Hafen");
  expect(merged.wording).toBe(`${boats.wording} ${harbour.wording}`);
  await expect(workspace.card(merged.number)).toBeVisible();

  // Whoever has worked on what stands there now keeps it.
  await api.addNote(merged.id, "Wirklich zusammen?");
  await page.getByRole("button", { name: "Rückgängig" }).click();
  await expect(
    page.getByText(`An Behauptung ${merged.number} hat seitdem jemand gearbeitet`).first(),
  ).toBeVisible();

  await workspace
    .card(merged.number)
    .getByRole("button", { name: /^Wortlaut ändern/ })
    .click();
  await page.getByRole("button", { name: "Satz wie im Text" }).click();
  await page.getByRole("button", { name: "Speichern", exact: true }).click();
  await expect.poll(async () => claimOn(await api.getArticle(article.id), "Der Hafen").wording).toBe(BOATS);
});

test("nothing typed is lost when a colleague splits the claim, also after a reload", async ({
  page,
  api,
  desk,
  signIn,
  baseURL,
}) => {
  const article = await api.importArticle(TEXT);
  const boats = claimOn(article, BOATS);
  const theirs = new Api(originOf(baseURL), desk.reviewer.token);
  await signIn(desk.editor);
  const workspace = new WorkspacePage(page);
  await workspace.open(article.id, boats.id);
  const card = workspace.card(boats.number);
  await card.getByRole("button", { name: /^Notiz schreiben/ }).click();
  await card.getByRole("textbox", { name: "Notiz" }).fill("Der Händler heißt anders");
  const spans = boats.spans.map(({ start, end }) => ({ start, end }));
  await theirs.write("POST", `/claims/${boats.id}/split`, {
    version: boats.version,
    parts: ["Drei Boote.", "40.000 Euro."].map((wording) => ({ wording, spans })),
  });
  const panel = page.getByText(`${desk.reviewer.name} hat Behauptung ${boats.number} durch andere ersetzt.`);
  await expect(panel).toBeVisible();
  await expect(page.getByText("Der Händler heißt anders")).toBeVisible();
  await checkAccessibility(page, ["light"]);
  await page.reload();
  await expect(page.getByText(`Behauptung ${boats.number} wurde durch andere ersetzt.`)).toBeVisible();
  await expect(page.getByText("Der Händler heißt anders")).toBeVisible();
  const highest = Math.max(...article.claims.map(({ number }) => number));
  await page.getByRole("button", { name: `Behauptung ${highest + 2} öffnen` }).click();
  await expect(workspace.card(highest + 2)).toBeVisible();
  await expect(page.getByText("Der Händler heißt anders")).toBeVisible();
  await page.getByRole("button", { name: "Meinen Text verwerfen" }).click();
  await expect(page.getByText("Der Händler heißt anders")).toBeHidden();
});

test("whole sentences are kept and given up again, and lines around the story become claims", async ({
  page,
  api,
  desk,
  signIn,
}) => {
  const article = await api.importArticle(TEXT);
  await api.addNote(claimOn(article, BOATS).id, "Vertrag anfordern");
  await signIn(desk.editor);
  const workspace = new WorkspacePage(page);
  await workspace.open(article.id);
  await page.getByRole("button", { name: "Bericht ausgeben" }).click();
  await page.getByRole("menuitem", { name: "Ganze Sätze behalten …" }).click();
  const dialog = page.getByRole("dialog", { name: "Ganze Sätze behalten?" });
  await expect(dialog.getByText(/weil an ihrem Satz gearbeitet wurde/)).toBeVisible();
  await checkAccessibility(page);
  await dialog.getByRole("button", { name: "Neu zerlegen" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("group", { name: /^Der Rat beschloss/ })).toHaveCount(0);
  const coarse = await api.getArticle(article.id);
  expect(coarse.granularity).toBe("SENTENCE");
  expect(claimOn(coarse, BOATS).id).toBe(claimOn(article, BOATS).id);
  await page.getByRole("button", { name: "Rückgängig" }).click();
  await expect(page.getByRole("group", { name: /^Der Rat beschloss/ })).toBeVisible();
  expect((await api.getArticle(article.id)).granularity).toBe("STATEMENT");

  await page.getByRole("button", { name: "Behauptung daraus machen" }).press("Enter");
  await expect
    .poll(async () => (await api.getArticle(article.id)).claims.map(({ wording }) => wording))
    .toContain("© 2026 Seedorfer Bote");
});
