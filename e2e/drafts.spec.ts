import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { db } from "@/lib/db/client";
import { spawnApp, startApp, untilReady } from "@/scripts/app-process";
import { PASSWORD } from "./accounts";
import { send } from "./api";
import { expect, OFFLINE, REFUSED, test } from "./fixtures";
import { WorkspacePage } from "./workspace-page";

const TEXT = "Wohnungen\n\nDie Stadt hat 412 Wohnungen gebaut.\n\nDer Bau kostete 90 Millionen Euro.";
const TYPED = "Drei Absätze Begründung, die niemand noch einmal schreiben will.";

test("what is typed and not saved is there again after a reload", async ({ page, api, desk, signIn }) => {
  const { id } = await api.importArticle(TEXT);
  await signIn(desk.editor);
  const workspace = new WorkspacePage(page);
  await workspace.open(id);
  const card = await workspace.openClaim(1);
  await workspace.reason(card).fill(TYPED);
  await card.getByRole("button", { name: /^Notiz schreiben/ }).click();
  await card.getByRole("textbox", { name: "Notiz" }).fill("Halbe Notiz");
  await card.getByRole("button", { name: /^Quelle anhängen/ }).click();
  const form = card.getByRole("form", { name: "Quelle anhängen" });
  await form.getByRole("textbox", { name: "Titel oder Name" }).fill("Halbe Quelle");
  await form.getByRole("textbox", { name: "Auszug" }).fill("Halber Auszug");
  page.on("dialog", (dialog) => dialog.accept());
  await page.reload();
  await expect(workspace.reason(card)).toHaveValue(TYPED);
  await expect(card.getByRole("textbox", { name: "Notiz" })).toHaveValue("Halbe Notiz");
  await expect(form.getByRole("textbox", { name: "Titel oder Name" })).toHaveValue("Halbe Quelle");
  await expect(form.getByRole("textbox", { name: "Auszug" })).toHaveValue("Halber Auszug");
});

test("when the session has ended, signing in again in place saves what was typed", async ({
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
  await db.session.deleteMany({ where: { userId: desk.editor.userId } });
  await workspace.reason(card).fill(TYPED);
  await workspace.reason(card).press("ControlOrMeta+Enter");

  const dialog = page.getByRole("dialog", { name: "Bitte noch einmal anmelden" });
  await dialog.getByRole("textbox", { name: "E-Mail-Adresse" }).fill(desk.editor.email);
  await dialog.getByLabel("Passwort").fill("falsch geraten");
  await dialog.getByRole("button", { name: "Anmelden" }).click();
  await expect(dialog.getByText("E-Mail-Adresse und Passwort passen nicht zusammen.")).toBeVisible();
  await dialog.getByLabel("Passwort").fill(PASSWORD);
  await dialog.getByRole("button", { name: "Anmelden" }).click();
  await expect(dialog).toBeHidden();
  await expect.poll(async () => (await api.getArticle(id)).claims[0]?.reason).toBe(TYPED);
  await expect(workspace.reason(card)).toHaveValue(TYPED);
});

test("without a connection writing goes on, and is sent when it is back", async ({
  page,
  api,
  desk,
  signIn,
  context,
  expectFault,
}) => {
  expectFault(OFFLINE);
  const { id } = await api.importArticle(TEXT);
  await signIn(desk.editor);
  const workspace = new WorkspacePage(page);
  await workspace.open(id);
  const card = await workspace.openClaim(1);
  await context.setOffline(true);
  await workspace.reason(card).fill(TYPED);
  await workspace.reason(card).press("ControlOrMeta+Enter");
  await expect(page.getByText("Der Server ist nicht erreichbar.")).toBeVisible();
  const verdicts = card.getByRole("group", { name: "Ergebnis" });
  await verdicts.getByText("falsch", { exact: true }).click();
  await expect(verdicts.getByRole("radio", { name: "falsch", exact: true })).toBeChecked();
  expect((await api.getArticle(id)).claims[0]).toMatchObject({ reason: "", verdict: null });
  await context.setOffline(false);
  await expect
    .poll(async () => (await api.getArticle(id)).claims[0], { timeout: 30_000 })
    .toMatchObject({ reason: TYPED, verdict: "FALSE" });
  await expect(page.getByText("Der Server ist nicht erreichbar.")).toBeHidden();
});

test("a save that meets a killed server arrives once, after the restart", async ({ browser }) => {
  test.slow();
  const dataFolder = mkdtempSync(join(tmpdir(), "beleg-e2e-restart-"));
  let app = await startApp(dataFolder);
  const { url } = app;
  try {
    await expect.poll(() => app.stdout()).toMatch(/setup\?token=\S+/);
    const token = /setup\?token=(\S+)/.exec(app.stdout())?.[1];
    const account = { email: "aylin@example.org", password: PASSWORD };
    const made = await send(`${url}/api/v1/setup`, {
      method: "POST",
      headers: { origin: url },
      body: { token, deskName: "Lokales", name: "Aylin Demir", ...account },
    });
    expect(made.status).toBe(201);
    const page = await (await browser.newContext({ locale: "de-DE", baseURL: url })).newPage();
    await page.goto("/sign-in");
    await page.getByRole("textbox", { name: "E-Mail" }).fill(account.email);
    await page.getByLabel("Passwort", { exact: true }).fill(account.password);
    await page.getByRole("button", { name: "Anmelden" }).click();
    // A click may come before the fresh server's scripts have run on the page: then it does nothing.
    await expect(async () => {
      await page.getByRole("button", { name: "Deutschen Beispielartikel laden" }).click();
      await page.waitForURL(/\/articles\/[0-9a-f-]{36}/, { timeout: 15_000 });
    }).toPass();
    const workspace = new WorkspacePage(page);
    const card = await workspace.openClaim(1);
    await workspace.writeReason(card, "Vor dem Absturz bestätigt.");

    app.kill("SIGKILL");
    await app.exit;
    await workspace.reason(card).fill(TYPED);
    await workspace.reason(card).press("ControlOrMeta+Enter");
    await expect(page.getByText("Der Server ist nicht erreichbar.")).toBeVisible();
    app = await untilReady(spawnApp({ port: Number(new URL(url).port), dataFolder }));
    await expect(page.getByText("Der Server ist nicht erreichbar.")).toBeHidden({ timeout: 45_000 });
    await workspace.untilSaved();
    await page.reload();
    await expect(workspace.reason(card)).toHaveValue(TYPED);
    const history = await page.request.get(
      `/api/v1/articles/${new URL(page.url()).pathname.split("/")[2]}/activity?limit=100`,
    );
    const { items } = (await history.json()) as { items: { after: { reason?: string } }[] };
    const reasons = items.flatMap(({ after }) => after.reason ?? []);
    expect(reasons).toEqual(["Vor dem Absturz bestätigt.", TYPED]);
    await page.context().close();
  } finally {
    app.kill("SIGTERM");
    await app.exit;
    rmSync(dataFolder, { recursive: true, force: true });
  }
});
