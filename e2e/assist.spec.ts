import type { Locator, Page } from "@playwright/test";
import type { ModelBehaviour, ModelEndpoint } from "@/scripts/model-endpoint";
import { askedSentences, startModelEndpoint } from "@/scripts/model-endpoint";
import { test as base, checkAccessibility, expect, REFUSED } from "./fixtures";
import { WorkspacePage } from "./workspace-page";

const TEXT = [
  "Das Museum in Adorf zeigt seit 2019 eine Sammlung alter Uhren und 40 Gemälde aus Bremen.",
  "„Die Sammlung umfasst in Adorf 212 Uhren“, sagte die Leiterin Petra Beispiel. Der Umbau war nicht teuer.",
].join("\n\n");

const PAINTINGS = "Das Museum zeigt seit 2019 40 Gemälde aus Bremen.";
const CLOCKS = "Die Sammlung umfasst 212 Uhren.";

/** Two good suggestions; one with a wrong number, one that drops a "nicht". */
const suggest: ModelBehaviour = (request) =>
  JSON.stringify({
    suggestions: askedSentences(request).flatMap(({ number, text }) => {
      const add = (wording: string, quotes: string[], speaker: string | null = null) => ({
        sentence: number,
        wording,
        quotes,
        speaker,
      });
      if (text.startsWith("Das Museum"))
        return [
          add(PAINTINGS, ["Das Museum", "zeigt seit 2019", "40 Gemälde aus Bremen"]),
          add("Das Museum in Adorf zeigt 41 Gemälde.", ["Das Museum in Adorf zeigt"]),
        ];
      if (text.startsWith("„Die"))
        return [add(CLOCKS, ["Die Sammlung umfasst in Adorf 212 Uhren"], "Petra Beispiel")];
      return [add("Der Umbau war teuer.", ["Der Umbau war", "teuer"])];
    }),
  });

const test = base.extend<{ endpoint: ModelEndpoint }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the needed fixtures from the pattern.
  endpoint: async ({}, use) => {
    const endpoint = await startModelEndpoint(suggest);
    await use(endpoint);
    await endpoint.close();
  },
});

const ALLOW = "Vorschläge eines Sprachmodells erlauben";

async function enterEndpoint(page: Page, { baseUrl }: ModelEndpoint): Promise<void> {
  await page.goto("/settings/assist");
  await page.getByRole("textbox", { name: "Adresse" }).fill(baseUrl);
  await page.getByRole("textbox", { name: "Modell" }).fill("small-model");
  await page.getByLabel("Schlüssel").fill("sk-geheim");
  await page.getByRole("button", { name: "Speichern" }).click();
  await expect(page.getByText("Ein Schlüssel ist gespeichert.")).toBeVisible();
}

async function switchOn(page: Page, { host }: ModelEndpoint): Promise<void> {
  await page.getByRole("switch", { name: ALLOW }).click();
  const question = page.getByRole("alertdialog", { name: "Sprachmodell einschalten?" });
  await expect(question).toContainText(host);
  await question.getByRole("button", { name: "Einschalten" }).click();
  await expect(page.getByRole("switch", { name: ALLOW })).toBeChecked();
}

function draftsOf(panel: Locator): Locator {
  return panel.getByRole("list", { name: "Entwürfe" }).getByRole("listitem");
}

test("an admin switches a model on, an editor decides on its drafts, off again nothing leaves", async ({
  page,
  api,
  desk,
  signIn,
  colleague,
  endpoint,
  expectFault,
}) => {
  expectFault(REFUSED(422));
  const { id } = await api.importArticle(TEXT);
  await signIn(desk.editor);
  const workspace = new WorkspacePage(page);
  await workspace.open(id);
  const door = page.getByRole("button", { name: "Vorschläge" });
  await expect(door).toBeHidden();

  const admin = await colleague(desk.admin);
  await enterEndpoint(admin, endpoint);
  await expect(admin.getByLabel("Schlüssel")).toHaveValue("");
  expect(await admin.content()).not.toContain("sk-geheim");
  expect(endpoint.requests).toEqual([]);
  await admin.getByRole("button", { name: "Verbindung testen" }).click();
  await expect(admin.getByText("Das Modell antwortet")).toBeVisible();
  expect(JSON.stringify(endpoint.requests)).not.toContain("Museum");
  await switchOn(admin, endpoint);
  await expect(admin.getByText(`Bestätigt von ${desk.admin.name}`)).toBeVisible();
  await checkAccessibility(admin);

  await page.reload();
  await door.click();
  const panel = page.getByRole("dialog", { name: "Vorschläge des Sprachmodells" });
  await expect(panel).toContainText(endpoint.host);
  await panel.getByRole("button", { name: "Vorschläge holen" }).click();
  await expect(draftsOf(panel)).toHaveCount(2);
  await expect(panel).toContainText("2 Vorschläge zu 3 Sätzen, 2 abgelehnt");
  await expect(panel).toContainText("1-mal Zahlen, die so nicht im Text stehen");
  await expect(panel).toContainText("1-mal Verneinung oder Einschränkung verdreht");
  await expect(draftsOf(panel).nth(1)).toContainText("Petra Beispiel · wörtliche Rede");
  await checkAccessibility(page);

  await draftsOf(panel).nth(0).focus();
  await page.keyboard.press("j");
  await expect(draftsOf(panel).nth(1)).toBeFocused();
  await page.keyboard.press("k");
  await page.keyboard.press("d");
  await expect(draftsOf(panel)).toHaveCount(1);
  await panel.getByRole("button", { name: `Übernehmen: ${CLOCKS}` }).click();
  await expect(draftsOf(panel)).toHaveCount(0);
  await expect(panel.getByRole("status")).toContainText("übernommen");
  const accepted = (await api.getArticle(id)).claims.filter(({ origin }) => origin === "MODEL");
  expect(accepted).toMatchObject([
    { wording: CLOCKS, speaker: "Petra Beispiel", mode: "direct", verdict: null },
  ]);

  await panel.getByText("2 entschiedene").click();
  await panel.getByRole("button", { name: `Zurücknehmen: ${CLOCKS}` }).click();
  await expect(draftsOf(panel)).toHaveCount(1);
  expect((await api.getArticle(id)).claims.filter(({ origin }) => origin === "MODEL")).toEqual([]);
  await draftsOf(panel).nth(0).focus();
  await page.keyboard.press("a");
  await expect(draftsOf(panel)).toHaveCount(0);
  await panel.getByRole("button", { name: "Schließen" }).click();
  const [claim] = (await api.getArticle(id)).claims.filter(({ origin }) => origin === "MODEL");
  await expect(workspace.row(claim?.number ?? 0)).toBeVisible();

  await admin.getByRole("switch", { name: ALLOW }).click();
  await expect(admin.getByText("Aus. Kein Text verlässt diesen Server.")).toBeVisible();
  const asked = endpoint.requests.length;
  await door.click();
  await panel.getByRole("button", { name: "Noch einmal fragen" }).click();
  await expect(panel.getByRole("alert")).toContainText("ausgeschaltet");
  await page.reload();
  await expect(workspace.text).toBeVisible();
  await expect(door).toBeHidden();
  expect(endpoint.requests).toHaveLength(asked);
});

test("another address switches off and forgets the key; what is wrong with one is said beside it", async ({
  page,
  desk,
  signIn,
  endpoint,
  expectFault,
}) => {
  expectFault(REFUSED(422));
  await signIn(desk.admin);
  await enterEndpoint(page, endpoint);
  await switchOn(page, endpoint);
  const address = page.getByRole("textbox", { name: "Adresse" });
  await address.fill("http://models.example.org/v1");
  await page.getByRole("button", { name: "Speichern" }).click();
  await expect(page.getByText("Ohne Verschlüsselung nur auf diesem Rechner")).toBeVisible();
  await expect(page.getByRole("switch", { name: ALLOW })).toBeChecked();
  await address.fill("https://models.example.org/v1");
  await page.getByRole("button", { name: "Speichern" }).click();
  await expect(page.getByRole("switch", { name: ALLOW })).not.toBeChecked();
  await expect(page.getByText("Wird verschlüsselt gespeichert und nie wieder gezeigt.")).toBeVisible();
  await page.getByRole("switch", { name: ALLOW }).click();
  await expect(page.getByRole("alertdialog")).toContainText("verlässt dann diesen Server und das Haus");
});

test("a model that hangs can be left, one that fails says what to do", async ({
  page,
  api,
  desk,
  signIn,
  endpoint,
}) => {
  const { id } = await api.importArticle(TEXT);
  await signIn(desk.admin);
  await enterEndpoint(page, endpoint);
  await switchOn(page, endpoint);
  endpoint.behave(() => undefined);
  const workspace = new WorkspacePage(page);
  await workspace.open(id);
  await page.getByRole("button", { name: "Vorschläge" }).click();
  const panel = page.getByRole("dialog", { name: "Vorschläge des Sprachmodells" });
  await panel.getByRole("button", { name: "Vorschläge holen" }).click();
  await expect(panel.getByRole("progressbar")).toBeVisible();
  await panel.getByRole("button", { name: "Abbrechen" }).click();
  await expect(panel).toContainText("Die Suche wurde abgebrochen.");
  endpoint.behave(() => "Dabei kann ich leider nicht helfen.");
  await panel.getByRole("button", { name: "Noch einmal fragen" }).click();
  await expect(panel).toContainText("Das Sprachmodell hat die Antwort verweigert.");
});
