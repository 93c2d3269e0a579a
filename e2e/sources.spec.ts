import type { Locator } from "@playwright/test";
import { expect, REFUSED, test } from "./fixtures";
import { WorkspacePage } from "./workspace-page";

const TEXT = "Wohnungen\n\nDie Stadt hat 412 Wohnungen gebaut.\n\nDer Bau kostete 90 Millionen Euro.";
const PAGE = { kind: "PAGE", title: "Alter Titel", url: "https://example.org/wohnungen" };

const field = (form: Locator, name: string) => form.getByRole("textbox", { name });
const save = (form: Locator) => form.getByRole("button", { name: "Quelle speichern" }).click();

test("people are protected unless somebody says that they may be named", async ({
  page,
  api,
  desk,
  signIn,
}) => {
  const { id } = await api.importArticle(TEXT);
  await signIn(desk.editor);
  const workspace = new WorkspacePage(page);
  await workspace.open(id);
  const card = await workspace.openClaim(1);
  await card.getByRole("button", { name: /^Quelle anhängen/ }).click();
  const form = card.getByRole("form", { name: "Quelle anhängen" });
  const confidential = form.getByRole("checkbox", { name: "vertraulich" });
  await expect(confidential).not.toBeChecked();
  await form.getByRole("combobox", { name: "Art" }).selectOption({ label: "Person" });
  await expect(confidential).toBeChecked();
  await field(form, "Titel oder Name").fill("Frau Geheim");
  // Twice: the key repeats while it is held.
  await field(form, "Titel oder Name").press("ControlOrMeta+Enter");
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(form).toBeHidden();
  const citations = (await api.getArticle(id)).claims[0]?.citations ?? [];
  expect(citations.map(({ source }) => source)).toMatchObject([
    { kind: "PERSON", title: "Frau Geheim", isConfidential: true },
  ]);
});

test("editing an attached source leaves a colleague's change alone, or shows both", async ({
  page,
  api,
  desk,
  signIn,
  expectFault,
}) => {
  expectFault(REFUSED(409));
  expectFault(/events.*|ERR_FAILED/);
  const { id, claims } = await api.importArticle(TEXT);
  const { source } = await api.attachSource(claims[0]?.id ?? "", {
    source: PAGE,
    stance: "SUPPORTS",
  });
  await page.route("**/events*", (route) => route.abort());
  await signIn(desk.reviewer);
  const workspace = new WorkspacePage(page);
  await workspace.open(id);
  const card = await workspace.openClaim(1);
  await card.getByRole("button", { name: "Quelle bearbeiten: Alter Titel" }).click();
  const form = card.getByRole("form", { name: "Quelle bearbeiten" });
  await field(form, "Fundstelle").fill("S. 4");
  await api.write("PATCH", `/sources/${source.id}`, {
    version: 1,
    title: "Ihr Titel",
    isConfidential: true,
  });
  await save(form);
  await expect(form).toBeHidden();
  const stored = async () => {
    const [citation] = (await api.getArticle(id)).claims[0]?.citations ?? [];
    return { ...citation?.source, locator: citation?.locator };
  };
  const theirs = { locator: "S. 4", title: "Ihr Titel", isConfidential: true };
  expect(await stored()).toMatchObject(theirs);

  await card.getByRole("button", { name: "Quelle bearbeiten: Ihr Titel" }).click();
  await field(form, "Titel oder Name").fill("Mein Titel");
  await api.write("PATCH", `/sources/${source.id}`, { version: 2, title: "Noch ein Titel" });
  page.on("dialog", (dialog) => dialog.accept());
  await page.reload();
  await expect(field(form, "Titel oder Name")).toHaveValue("Mein Titel");
  await save(form);
  const conflict = form.getByRole("alert").filter({ hasText: "hat diese Quelle inzwischen geändert" });
  await expect(conflict).toContainText(desk.editor.name);
  await expect(conflict).toContainText("Gespeichert: Noch ein Titel");
  await expect(conflict).toContainText("Deine Angabe: Mein Titel");
  expect(await stored()).toMatchObject({ title: "Noch ein Titel" });
  await save(form);
  await expect(form).toBeHidden();
  expect(await stored()).toMatchObject({ ...theirs, title: "Mein Titel" });
});

test("what is typed while a source is being attached becomes an edit of it", async ({
  page,
  api,
  desk,
  signIn,
}) => {
  const { id } = await api.importArticle(TEXT);
  await signIn(desk.editor);
  const workspace = new WorkspacePage(page);
  await workspace.open(id);
  const card = await workspace.openClaim(1);
  let answer = () => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route("**/citations", async (route) => {
    await answered;
    await route.continue();
  });
  await card.getByRole("button", { name: /^Quelle anhängen/ }).click();
  const form = card.getByRole("form", { name: "Quelle anhängen" });
  await field(form, "Titel oder Name").fill("Amtsblatt");
  await field(form, "Titel oder Name").press("ControlOrMeta+Enter");
  await field(form, "Auszug").fill("Es sind 412.");
  answer();
  await expect(form).toBeHidden();
  const edit = card.getByRole("form", { name: "Quelle bearbeiten" });
  await expect(field(edit, "Auszug")).toHaveValue("Es sind 412.");
  await save(edit);
  await expect(edit).toBeHidden();
  const citations = (await api.getArticle(id)).claims[0]?.citations ?? [];
  expect(citations).toMatchObject([{ excerpt: "Es sind 412.", source: { title: "Amtsblatt" } }]);
});
