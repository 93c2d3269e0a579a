import { PASSWORD } from "./accounts";
import { expect, REFUSED, test } from "./fixtures";

test("a person signs in by the form and comes to the page they asked for", async ({ page, desk }) => {
  await page.goto("/settings/profile");
  await expect(page).toHaveURL("/sign-in?next=%2Fsettings%2Fprofile");
  await page.getByRole("textbox", { name: "E-Mail" }).fill(` ${desk.editor.email.toUpperCase()} `);
  await page.getByLabel("Passwort", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Anmelden" }).click();
  await expect(page).toHaveURL("/settings/profile");
  await expect(page.getByRole("textbox", { name: "Name" })).toHaveValue(desk.editor.name);
});

test("a wrong password and an unknown address are told apart by nobody", async ({
  page,
  desk,
  expectFault,
}) => {
  expectFault(REFUSED(401));
  const messages: string[] = [];
  for (const email of [desk.editor.email, "niemand@example.org"]) {
    await page.goto("/sign-in");
    await page.getByRole("textbox", { name: "E-Mail" }).fill(email);
    await page.getByLabel("Passwort", { exact: true }).fill("falsch geraten");
    await page.getByRole("button", { name: "Anmelden" }).click();
    const message = page.getByText("E-Mail oder Passwort stimmt nicht.");
    await expect(message).toBeVisible();
    messages.push((await message.textContent()) ?? "");
    await expect(page.getByRole("textbox", { name: "E-Mail" })).toHaveValue(email);
  }
  expect(messages[0]).toBe(messages[1]);
});

test("signing out ends the session and leaves nothing to go back to", async ({ page, desk, api, signIn }) => {
  await api.importArticle("Geheimer Titel\n\nDie Stadt hat 412 Wohnungen gebaut.");
  await signIn(desk.editor);
  await page.goto("/articles");
  await expect(page.getByText("Geheimer Titel")).toBeVisible();
  await page.getByRole("button", { name: /Konto und Einstellungen|Jana Roth/ }).click();
  await page.getByRole("menuitem", { name: "Abmelden" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await page.goBack();
  await expect(page.getByRole("button", { name: "Anmelden" })).toBeVisible();
  await expect(page.getByText("Geheimer Titel")).toHaveCount(0);
});

test("an address that would lead elsewhere after signing in leads to the articles", async ({
  page,
  desk,
}) => {
  for (const next of ["//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)"]) {
    await page.context().clearCookies();
    await page.goto(`/sign-in?${new URLSearchParams({ next })}`);
    await page.getByRole("textbox", { name: "E-Mail" }).fill(desk.viewer.email);
    await page.getByLabel("Passwort", { exact: true }).fill(PASSWORD);
    await page.getByRole("button", { name: "Anmelden" }).click();
    await expect(page).toHaveURL("/articles");
  }
});
