import { Api, send } from "./api";
import { expect, OFFLINE, originOf, test } from "./fixtures";
import { WorkspacePage } from "./workspace-page";

const TEXT = "Wohnungen\n\nDie Stadt hat 412 Wohnungen gebaut.\n\nDer Bau kostete 90 Millionen Euro.";

test("what a colleague does shows without a reload, and never under the cursor", async ({
  page,
  api,
  desk,
  signIn,
  baseURL,
}) => {
  const article = await api.importArticle(TEXT);
  const [first, second] = article.claims;
  if (!first || !second) throw new Error("The text has two claims.");
  const theirs = new Api(originOf(baseURL), desk.reviewer.token);
  await signIn(desk.editor);
  const workspace = new WorkspacePage(page);
  await workspace.open(article.id);
  await expect(page.getByText(/^0 von \d+ geprüft$/)).toBeVisible();

  const changed = await theirs.changeClaim(second, { verdict: "CONFIRMED" });
  await expect(workspace.row(2)).toContainText("bestätigt");
  await expect(page.getByText(/^1 von \d+ geprüft$/)).toBeVisible();
  await expect(workspace.text.getByText(`Behauptung 2, bestätigt:`)).toHaveCount(1);

  const card = await workspace.openClaim(1);
  await workspace.reason(card).fill("Ich schreibe gerade");
  await theirs.changeClaim(first, {
    reason: "Ein anderer Text",
    wording: "Die Stadt hat 412 Wohnungen bauen lassen.",
  });
  await expect(card.getByText("Die Stadt hat 412 Wohnungen bauen lassen.")).toBeVisible();
  await expect(
    card.getByText(`${desk.reviewer.name} hat das inzwischen geändert. Dein Text ist noch da.`),
  ).toBeVisible();
  await expect(workspace.reason(card)).toHaveValue("Ich schreibe gerade");
  await expect(workspace.reason(card)).toBeFocused();

  await theirs.attachSource(changed.id, {
    source: { kind: "PERSON", title: "Frau Amt" },
    stance: "SUPPORTS",
  });
  await theirs.addNote(changed.id, "Schon erledigt?");
  const other = await workspace.openClaim(2);
  await expect(other.getByText("Frau Amt")).toBeVisible();
  await expect(other.getByText("Schon erledigt?")).toBeVisible();
});

test("what happened while the connection was gone is caught up with", async ({
  page,
  api,
  desk,
  signIn,
  context,
  baseURL,
  expectFault,
}) => {
  expectFault(OFFLINE);
  const article = await api.importArticle(TEXT);
  const [first, second] = article.claims;
  if (!first || !second) throw new Error("The text has two claims.");
  const theirs = new Api(originOf(baseURL), desk.reviewer.token);
  await signIn(desk.viewer);
  const workspace = new WorkspacePage(page);
  await workspace.open(article.id);
  await theirs.changeClaim(first, { verdict: "FALSE" });
  await expect(workspace.row(1)).toContainText("falsch");
  await context.setOffline(true);
  await theirs.changeClaim(second, { verdict: "CONFIRMED" });
  await context.setOffline(false);
  await expect(workspace.row(2)).toContainText("bestätigt", { timeout: 45_000 });
  await expect(page.getByText(/^2 von \d+ geprüft$/)).toBeVisible();
});

test("a stream takes up where the last one ended", async ({ api, desk, baseURL }) => {
  const article = await api.importArticle(TEXT);
  const [claim] = article.claims;
  if (!claim) throw new Error("no claim");
  await api.addNote(claim.id, "Erstens");
  await api.addNote(claim.id, "Zweitens");
  const { text } = await send(`${originOf(baseURL)}/api/v1/articles/${article.id}/events`, {
    headers: { authorization: `Bearer ${desk.viewer.token}`, "last-event-id": String(article.seq + 1) },
    until: (received) => received.includes("Zweitens") && received.endsWith("\n\n"),
  });
  const ids = [...text.matchAll(/^id: ?(\d+)$/gm)].map(([, id]) => Number(id));
  expect(ids).toEqual([article.seq + 2]);
});
