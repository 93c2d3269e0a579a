import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AppProcess } from "@/scripts/app-process";
import { startApp } from "@/scripts/app-process";
import { send } from "./api";
import { expect, test } from "./fixtures";

/** Set-up happens once in the life of an instance, so this journey has one of its own. */
let app: AppProcess;
const dataFolder = mkdtempSync(join(tmpdir(), "beleg-e2e-set-up-"));

test.beforeAll(async () => {
  app = await startApp(dataFolder);
});

test.afterAll(async () => {
  app.kill("SIGTERM");
  await app.exit;
  rmSync(dataFolder, { recursive: true, force: true });
});

test("the first admin comes by a one-time link, signs in, and the link is closed for good", async ({
  browser,
}) => {
  await expect.poll(() => app.stdout()).toMatch(/\/setup\?token=\S+/);
  const link = /https?:\S+\/setup\?token=\S+/.exec(app.stdout())?.[0] ?? "";
  const context = await browser.newContext({ locale: "de-DE" });
  const page = await context.newPage();

  await page.goto(app.url);
  await expect(page).toHaveURL(/\/(sign-in|setup)/);
  await page.goto(`${app.url}/setup?token=${"x".repeat(43)}`);
  await expect(page.getByRole("textbox", { name: "Name der Redaktion" })).toHaveCount(0);

  await page.goto(link);
  await page.getByRole("textbox", { name: "Name der Redaktion" }).fill("Lokales");
  await page.getByRole("textbox", { name: "Dein Name" }).fill("Aylin Demir");
  await page.getByRole("textbox", { name: "E-Mail" }).fill("aylin@example.org");
  await page.getByLabel("Passwort", { exact: true }).fill("kurz");
  await page.getByRole("button", { name: "Redaktion anlegen" }).click();
  await expect(page.getByText(/Zu kurz/)).toBeVisible();
  await page.getByLabel("Passwort", { exact: true }).fill("ein langer Satz als Passwort");
  await page.getByRole("button", { name: "Redaktion anlegen" }).click();
  await expect(page).toHaveURL(/\/(sign-in|articles)/);

  const fresh = await (await browser.newContext({ locale: "de-DE" })).newPage();
  await fresh.goto(link);
  await expect(fresh.getByText("Beleg ist schon eingerichtet")).toBeVisible();
  await expect(fresh.getByRole("textbox")).toHaveCount(0);
  const token = new URL(link).searchParams.get("token");
  const again = await send(`${app.url}/api/v1/setup`, {
    method: "POST",
    headers: { origin: app.url },
    body: {
      token,
      deskName: "Zweite",
      name: "Eve",
      email: "eve@example.org",
      password: "ein langer Satz als Passwort",
    },
  });
  expect(again.status).toBeGreaterThanOrEqual(400);

  await fresh.goto(`${app.url}/sign-in`);
  await fresh.getByRole("textbox", { name: "E-Mail" }).fill("aylin@example.org");
  await fresh.getByLabel("Passwort", { exact: true }).fill("ein langer Satz als Passwort");
  await fresh.getByRole("button", { name: "Anmelden" }).click();
  await expect(fresh.getByText("Noch kein Artikel")).toBeVisible();
  await expect(fresh.getByText("Lokales").first()).toBeVisible();
  await fresh.context().close();
  await context.close();
});
