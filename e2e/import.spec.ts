import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { SAMPLES } from "@/lib/articles/samples";
import type { ClaimView } from "@/lib/claims/claim-view";
import { db } from "@/lib/db/client";
import { expect, fingerprintDesk, test } from "./fixtures";
import { WorkspacePage } from "./workspace-page";

const HEADED = `Brücke bleibt ein Jahr gesperrt

Kaltenhafen - Die Brücke über die Wend bleibt zwölf Monate gesperrt. Der Neubau kostet 3,8 Millionen Euro.

© 2026 dts Nachrichtenagentur
`;

const textOf = (page: Page) => page.getByRole("textbox", { name: "Text", exact: true });
const submit = (page: Page) => page.getByRole("button", { name: /^Importieren/ });

test.beforeEach(async ({ page, desk, signIn }) => {
  await signIn(desk.editor);
  await page.goto("/articles/new");
});

test("a pasted story says what it is, and what was recognised wrongly is corrected", async ({
  page,
  desk,
}) => {
  await textOf(page).fill(HEADED);
  const title = page.getByRole("textbox", { name: "Titel" });
  await expect(title).toHaveValue("Brücke bleibt ein Jahr gesperrt");
  await expect(page.getByRole("textbox", { name: "Ortsmarke" })).toHaveValue("Kaltenhafen");
  const agency = page.getByRole("textbox", { name: "Agentur" });
  await expect(agency).toHaveValue(/dts/);
  await agency.fill("Küstendienst");
  await submit(page).click();
  await expect(new WorkspacePage(page).text).toBeVisible();
  const article = await db.article.findFirstOrThrow({ where: { deskId: desk.id } });
  expect(article).toMatchObject({
    title: "Brücke bleibt ein Jahr gesperrt",
    dateline: "Kaltenhafen",
    agency: "Küstendienst",
    copyright: expect.stringContaining("2026"),
  });
});

test("a text file comes in by the file picker and by dropping it", async ({ page, desk }) => {
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "Datei wählen" }).click(),
  ]);
  await chooser.setFiles({
    name: "meldung.txt",
    mimeType: "text/plain",
    buffer: Buffer.from(HEADED, "latin1"),
  });
  await expect(textOf(page)).toHaveValue(/Brücke über die Wend/);

  const dropped = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], "zweite.md", { type: "text/markdown" }));
    return transfer;
  }, "Zweite Meldung\n\nDie Stadt hat 412 Wohnungen gebaut.");
  await textOf(page).dispatchEvent("dragenter", { dataTransfer: dropped });
  await textOf(page).dispatchEvent("dragover", { dataTransfer: dropped });
  await textOf(page).dispatchEvent("drop", { dataTransfer: dropped });
  const question = page.getByRole("alertdialog", { name: "Eingefügten Text ersetzen?" });
  await question.getByRole("button", { name: "Ersetzen" }).click();
  await expect(textOf(page)).toHaveValue(/^Zweite Meldung/);
  await submit(page).click();
  await expect(page.getByRole("heading", { level: 1, name: /Zweite Meldung/ })).toBeVisible();
  expect(await db.article.count({ where: { deskId: desk.id } })).toBe(1);
});

test("what cannot be an article is refused in words, and nothing is stored", async ({ page, desk }) => {
  const before = await fingerprintDesk(desk.id);
  await submit(page).click();
  await expect(page.getByText("Hier fehlt der Text.")).toBeVisible();
  const files = [
    { name: "gross.txt", buffer: Buffer.alloc(6_000_000, "a"), says: "5 MB sind die Grenze" },
    {
      name: "bild.txt",
      buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0xff, 0xd8, 0]),
      says: "ist keine Textdatei",
    },
    { name: "leer.txt", buffer: Buffer.alloc(0), says: "enthält keinen Text" },
  ];
  for (const { name, buffer, says } of files) {
    const [chooser] = await Promise.all([
      page.waitForEvent("filechooser"),
      page.getByRole("button", { name: "Datei wählen" }).click(),
    ]);
    await chooser.setFiles({ name, mimeType: "text/plain", buffer });
    await expect(page.getByText(says)).toBeVisible();
    await expect(textOf(page)).toHaveValue("");
  }
  expect(await fingerprintDesk(desk.id)).toEqual(before);
});

test("a pasted text and its corrections are there again after a reload", async ({ page }) => {
  await textOf(page).fill(HEADED);
  await expect(page.getByRole("textbox", { name: "Titel" })).toHaveValue("Brücke bleibt ein Jahr gesperrt");
  await page.getByRole("textbox", { name: "Titel" }).fill("Brücke zu");
  page.on("dialog", (dialog) => dialog.accept());
  await page.reload();
  await expect(textOf(page)).toHaveValue(HEADED);
  await expect(page.getByRole("textbox", { name: "Titel" })).toHaveValue("Brücke zu");
  await expect(page.getByText("Dein Entwurf von vorhin ist wieder da.")).toBeVisible();
});

test("one text gives the same claims by paste, by program and by command line, repeats once", async ({
  page,
  desk,
  api,
}) => {
  const essence = (claims: readonly ClaimView[]) =>
    claims.map(({ number, wording, spans, repeats, speaker, mode, modality, kind, reasons }) => ({
      number,
      wording,
      spans,
      repeats,
      speaker,
      mode,
      modality,
      kind,
      reasons,
    }));
  const byProgram = essence((await api.importArticle(SAMPLES.de)).claims);

  await textOf(page).fill(SAMPLES.de);
  await submit(page).click();
  await expect(new WorkspacePage(page).text).toBeVisible();
  const pasted = await api.getArticle(new URL(page.url()).pathname.split("/")[2] ?? "");
  expect(essence(pasted.claims)).toEqual(byProgram);

  const file = test.info().outputPath("sample.txt");
  writeFileSync(file, SAMPLES.de);
  const beleg = (args: string[], input?: string) =>
    spawnSync(process.execPath, ["node_modules/tsx/dist/cli.mjs", "scripts/beleg.ts", ...args], {
      input,
      encoding: "utf8",
      env: process.env,
    });
  const imported = beleg(["import", file, "--desk", desk.name]);
  expect(imported.stderr).toBe("");
  const [id, count] = imported.stdout.trim().split(/\s+/);
  expect(Number(count)).toBe(byProgram.length);
  expect(essence((await api.getArticle(id ?? "")).claims)).toEqual(byProgram);

  const split = JSON.parse(beleg(["split"], SAMPLES.de).stdout) as {
    claims: { wording: string; repeats: unknown[] }[];
  };
  expect(split.claims.map(({ wording }) => wording)).toEqual(byProgram.map(({ wording }) => wording));
  expect(split.claims.some(({ repeats }) => repeats.length > 0)).toBe(true);
  const wordings = byProgram.map(({ wording }) => wording);
  expect(new Set(wordings).size).toBe(wordings.length);
});
