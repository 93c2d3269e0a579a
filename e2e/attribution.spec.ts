import { Api } from "./api";
import { expect, originOf, REFUSED, test } from "./fixtures";
import { WorkspacePage } from "./workspace-page";

const TEXT =
  "Wohnungen\n\nDie Stadt hat 412 Wohnungen gebaut.\n\nDer Bau kostete nach Angaben von Maren Osthoff 90 Millionen Euro.";

test("a speaker named by hand stands before the wording, and whether it was said can be answered and taken back", async ({
  page,
  api,
  desk,
  signIn,
}) => {
  const { id, claims } = await api.importArticle(TEXT);
  const [claim] = claims;
  if (!claim) throw new Error("The text has claims.");
  await api.changeClaim(claim, { speaker: "Ines Körner" });
  await signIn(desk.editor);
  const workspace = new WorkspacePage(page);
  await workspace.open(id);
  await expect(workspace.row(1)).toContainText("Ines Körner: ");
  const card = await workspace.openClaim(1);
  const question = card.getByRole("group", { name: "Hat Ines Körner das so gesagt?" });
  await question.getByText("nicht gesagt", { exact: true }).click();
  await workspace.untilSaved();
  await question.getByRole("button", { name: "Antwort zurücknehmen" }).click();
  await expect(question.getByRole("radio", { name: "nicht gesagt" })).not.toBeChecked();
  await expect.poll(async () => (await api.getArticle(id)).claims[0]?.attributionVerdict).toBeNull();
});

test("only its author corrects a note and decides about the report; a reply stays internal unless its author says so", async ({
  page,
  api,
  desk,
  signIn,
  baseURL,
}) => {
  const { id, claims } = await api.importArticle(TEXT);
  const [claim] = claims;
  if (!claim) throw new Error("The text has claims.");
  const theirs = new Api(originOf(baseURL), desk.reviewer.token);
  await theirs.addNote(claim.id, "Woher stammt die Zahl?", { visibility: "REPORT" });
  await signIn(desk.editor);
  const workspace = new WorkspacePage(page);
  await workspace.open(id);
  const card = await workspace.openClaim(1);
  await expect(card.getByText("Woher stammt die Zahl?")).toBeVisible();
  await expect(card.getByRole("button", { name: "Nur intern" })).toBeHidden();
  await expect(card.getByRole("button", { name: "Ändern", exact: true })).toBeHidden();

  await card.getByRole("button", { name: "Antworten", exact: true }).click();
  await card.getByRole("textbox", { name: "Antwort" }).fill("Vom Ammt.");
  await expect(card.getByRole("checkbox", { name: "für den Bericht" })).not.toBeChecked();
  await card.getByRole("button", { name: "Antwort speichern" }).click();
  await card.getByRole("button", { name: "Ändern", exact: true }).click();
  await card.getByRole("textbox", { name: "Notiz" }).fill("Vom Amt.");
  await card.getByRole("button", { name: "Änderung speichern" }).click();
  await expect(card.getByText("Vom Amt.", { exact: true })).toBeVisible();
  await card.getByRole("button", { name: "In den Bericht" }).click();
  await expect(card.getByRole("button", { name: "Nur intern" })).toBeVisible();
  await expect
    .poll(async () =>
      (await api.getArticle(id)).claims[0]?.notes.map(({ body, visibility }) => [body, visibility]),
    )
    .toEqual([
      ["Woher stammt die Zahl?", "REPORT"],
      ["Vom Amt.", "REPORT"],
    ]);
});

test("text in a claim that a colleague deletes stays in view until it is restored or given up", async ({
  page,
  api,
  desk,
  signIn,
}) => {
  const { id, claims } = await api.importArticle(TEXT);
  const [claim] = claims;
  if (!claim) throw new Error("The text has claims.");
  await signIn(desk.editor);
  const workspace = new WorkspacePage(page);
  await workspace.open(id);
  const card = await workspace.openClaim(1);
  await workspace.reason(card).fill("Drei Absätze Begründung");
  await api.write("DELETE", `/claims/${claim.id}`);
  await expect(page.getByText("hat Behauptung 1 gelöscht. Dein Text ist noch da:")).toBeVisible();
  await expect(page.getByText("Drei Absätze Begründung")).toBeVisible();
  await page.getByRole("button", { name: "Behauptung wiederherstellen" }).click();
  await expect(workspace.reason(await workspace.openClaim(1))).toHaveValue("Drei Absätze Begründung");
});

test("a page writes nothing when somebody else has signed in in the same browser", async ({
  page,
  api,
  desk,
  signIn,
  expectFault,
}) => {
  expectFault(REFUSED(401));
  const { id } = await api.importArticle(TEXT);
  await signIn(desk.editor);
  const workspace = new WorkspacePage(page);
  await workspace.open(id);
  const card = await workspace.openClaim(1);
  await signIn(desk.reviewer);
  await workspace.reason(card).fill("Von Jana Roth");
  await workspace.reason(card).press("ControlOrMeta+Enter");
  const dialog = page.getByRole("dialog", { name: "Bitte noch einmal anmelden" });
  await expect(dialog).toContainText("jemand anderes angemeldet");
  expect((await api.getArticle(id)).claims[0]?.reason).toBe("");
  await signIn(desk.editor);
  await dialog.getByRole("button", { name: "Später" }).click();
  await workspace.reason(card).press("ControlOrMeta+Enter");
  await expect.poll(async () => (await api.getArticle(id)).claims[0]?.reason).toBe("Von Jana Roth");
});

test("an admin deletes an article after being asked, and takes it back", async ({
  page,
  api,
  desk,
  signIn,
}) => {
  const { id } = await api.importArticle(TEXT, { title: "Wohnungen in der Stadt" });
  await signIn(desk.admin);
  const workspace = new WorkspacePage(page);
  await workspace.open(id);
  await page.getByRole("button", { name: "Bericht ausgeben" }).click();
  await page.getByRole("menuitem", { name: "Artikel löschen" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Artikel löschen" }).click();
  await expect(page).toHaveURL(/\/articles$/);
  await expect(page.getByRole("link", { name: "Wohnungen in der Stadt" })).toBeHidden();
  await page.getByRole("button", { name: "Rückgängig" }).click();
  await expect(workspace.text).toBeVisible();
});
