import { randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { chromium } from "@playwright/test";
import { Api, send } from "@/e2e/api";
import { findBrowser } from "@/e2e/browser";
import type { ArticleForReview } from "@/lib/articles/article-views";
import { SAMPLES } from "@/lib/articles/samples";
import type { ClaimView } from "@/lib/claims/claim-view";
import { startApp } from "./app-process";

/*
 * `npx tsx scripts/take-screenshots.ts`: the pictures of the README, from a fresh instance in which a desk of three
 * people has worked on the sample article.
 */

const FOLDER = "docs/screenshots";
const PASSWORD = "korrekt Pferd Batterie Heftklammer";

type Finding = {
  /** Words of the claim that is meant. */
  about: string;
  fields?: object;
  sources?: object[];
  notes?: { body: string; visibility?: "REPORT"; isResolved?: boolean }[];
};

const ACCESSED = { accessedAt: "2026-01-06" };

const FINDINGS: readonly Finding[] = [
  {
    about: "trotz einer Sturmwarnung",
    fields: {
      verdict: "MISSING_CONTEXT",
      reason:
        "Gewarnt wurde um 5:40 Uhr vor Böen der Stärke 10. Eine Sturmwarnung hat die Hafenbehörde erst um 6:31 Uhr ausgegeben, sechzehn Minuten nach dem Ablegen.",
    },
    sources: [
      {
        source: {
          kind: "DOCUMENT",
          title: "Warnjournal der Hafenbehörde Kaltenhafen",
          publisher: "Hafenbehörde Kaltenhafen",
          isPrimary: true,
        },
        stance: "CONTEXT",
        locator: "Einträge 211 und 214",
        excerpt: "05:40 Böen Bft 10, an Reedereien. 06:31 Sturmwarnung für das Revier Wittsand.",
        ...ACCESSED,
      },
      {
        source: {
          kind: "PAGE",
          title: "Seewetterbericht für das Revier Wittsand",
          url: "https://seewetter.example/wittsand/2025-12-30",
          publisher: "Seewetterdienst Nordmark",
        },
        stance: "SUPPORTS",
        locator: "Ausgabe von 6 Uhr",
        excerpt: "Nordwest 8, in Böen 10; Sturm im Laufe des Vormittags.",
        ...ACCESSED,
      },
    ],
    notes: [
      { body: "Vorschlag für den Autor: „trotz einer Böenwarnung“.", visibility: "REPORT" },
      { body: "Zeitpunkt der Sturmwarnung noch einmal gegen das Funkprotokoll halten.", isResolved: true },
    ],
  },
  {
    about: "vor der Insel Wittsand auf Grund",
    fields: { verdict: "CONFIRMED", reason: "Das Unfallregister führt die Grundberührung unter diesem Tag." },
  },
  {
    about: "um 5:40 Uhr vor Böen der Stärke 10",
    fields: {
      verdict: "CONFIRMED",
      attributionVerdict: "SAID",
      reason: "Der Eintrag im Warnjournal nennt Uhrzeit, Stärke und Empfänger.",
    },
    sources: [
      {
        source: {
          kind: "DOCUMENT",
          title: "Mitschnitt der Pressekonferenz vom 6. Januar",
          publisher: "Verkehrsministerium",
        },
        stance: "SUPPORTS",
        locator: "12:30",
        excerpt: "Die Hafenbehörde hat die Reederei um 5:40 Uhr vor Böen der Stärke 10 gewarnt.",
        ...ACCESSED,
      },
    ],
  },
  {
    about: "214 Fahrgäste",
    fields: { verdict: "FALSE", reason: "Die Passagierliste nennt 241 Fahrgäste; die Zahlen sind verdreht." },
    sources: [
      {
        source: {
          kind: "DOCUMENT",
          title: "Passagierliste der Fahrt 0615",
          publisher: "Brückmann & Thiel",
          isPrimary: true,
        },
        stance: "CONTRADICTS",
        locator: "S. 3, Summe",
        excerpt: "Fahrgäste gesamt: 241, Besatzung: 18",
        ...ACCESSED,
      },
    ],
  },
  {
    about: "Verletzt wurde niemand",
    fields: { verdict: "CONFIRMED", reason: "Rettungsdienst und Klinik melden keine Einsätze." },
  },
  {
    about: "um 6:15 Uhr abgelegt",
    fields: {
      verdict: "MOSTLY_CORRECT",
      attributionVerdict: "SAID",
      reason: "Laut AIS legte das Schiff um 6:17 Uhr ab.",
    },
    sources: [
      {
        source: {
          kind: "DATASET",
          title: "AIS-Spur der Seestern, 30. Dezember 2025",
          url: "https://ais.example/seestern",
        },
        stance: "SUPPORTS",
        locator: "06:17:20",
        excerpt: "underway using engine, 06:17:20 +0100",
        ...ACCESSED,
      },
    ],
  },
  {
    about: "noch immer keinen Bericht",
    fields: { attributionVerdict: "SAID" },
    notes: [{ body: "Rückruf der Reederei steht aus." }],
  },
  {
    about: "gesetzliche Frist von 48 Stunden",
    fields: { verdict: "CONFIRMED", reason: "Seeunfallgesetz § 7: 48 Stunden." },
  },
  {
    about: "3,8 Millionen Euro",
    fields: {
      verdict: "UNSUBSTANTIATED",
      reason: "Ein Gutachten liegt noch nicht vor; das Ministerium nennt keine Rechnung.",
    },
  },
  {
    about: "im November überprüft",
    fields: { verdict: "CONFIRMED", reason: "Prüfbericht vom 11. November 2025." },
  },
  {
    about: "um 40 Prozent gestiegen",
    fields: { verdict: "CONFIRMED", reason: "15 auf 21 sind 40 Prozent; Jahresberichte 2021 und 2025." },
  },
];

async function signUp(page: Page, url: string, stdout: () => string): Promise<Api> {
  const token = /setup\?token=(\S+)/.exec(stdout())?.[1];
  const email = "aylin.demir@example.org";
  await send(`${url}/api/v1/setup`, {
    method: "POST",
    headers: { origin: url },
    body: { token, deskName: "Dokumentation", name: "Aylin Demir", email, password: PASSWORD },
  });
  await page.goto(`${url}/sign-in`);
  await page.getByRole("textbox", { name: "E-Mail" }).fill(email);
  await page.getByLabel("Passwort", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Anmelden" }).click();
  await page.waitForURL(`${url}/articles`);
  const made = await page.request.post(`${url}/api/v1/tokens`, {
    headers: { origin: url },
    data: { mutationId: randomUUID(), name: "Bilder" },
  });
  return new Api(url, ((await made.json()) as { token: string }).token);
}

async function addColleague(api: Api, url: string, name: string): Promise<string> {
  const email = `${name.toLowerCase().replace(" ", ".")}@example.org`;
  const { link } = await api.write<{ link: string }>("POST", "/invitations", { email, name, role: "EDITOR" });
  await send(`${url}/api/v1/invitations/accept`, {
    method: "POST",
    headers: { origin: url },
    body: { token: new URL(link).pathname.split("/").at(-1), name, password: PASSWORD },
  });
  const { items } = await api.get<{ items: { id: string; name: string }[] }>("/members");
  return items.find((member) => member.name === name)?.id ?? "";
}

async function work(
  api: Api,
  article: ArticleForReview,
  colleagues: readonly string[],
): Promise<ClaimView | undefined> {
  for (const { about, fields, sources = [], notes = [] } of FINDINGS) {
    const claim = article.claims.find(({ wording }) => wording.includes(about));
    if (!claim) continue;
    if (fields) await api.changeClaim(claim, fields);
    for (const source of sources) await api.attachSource(claim.id, source);
    for (const { isResolved, body, ...note } of notes) {
      const { id } = await api.addNote(claim.id, body, note);
      if (isResolved) await api.write("PATCH", `/notes/${id}`, { resolved: true });
    }
  }
  const open = article.claims.filter(({ wording }) => !FINDINGS.some(({ about }) => wording.includes(about)));
  for (const [index, claim] of open.slice(0, 3).entries()) {
    await api.changeClaim(claim, { assigneeId: colleagues[index % colleagues.length], state: "IN_PROGRESS" });
  }
  return article.claims.find(({ wording }) => wording.includes(FINDINGS[0]?.about ?? ""));
}

async function addOtherArticles(api: Api, colleagues: readonly string[]): Promise<void> {
  const stories = [
    ["Flood warning reached Port Ellery three hours late", SAMPLES.en, 30],
    [
      "Stadtrat stimmt für neues Schwimmbad",
      "Stadtrat stimmt für neues Schwimmbad\n\nDer Stadtrat hat am Montag mit 31 zu 14 Stimmen für den Neubau gestimmt. Das Bad kostet 24 Millionen Euro. 2019 waren 18 Millionen Euro veranschlagt.",
      4,
    ],
    [
      "Zahl der Nachtzüge verdoppelt sich",
      "Zahl der Nachtzüge verdoppelt sich\n\nSeit 2021 hat sich die Zahl der Nachtzüge verdoppelt. „Wir fahren 48 Linien“, sagte Bahnsprecherin Ida Kern.",
      52,
    ],
  ] as const;
  for (const [index, [title, text, hours]] of stories.entries()) {
    const deadline = new Date(Date.now() + hours * 3_600_000).toISOString();
    const article = await api.importArticle(text, { title, deadline });
    await api.write("PATCH", `/articles/${article.id}`, {
      version: article.version,
      assigneeId: colleagues[index % colleagues.length],
    });
    for (const claim of article.claims.slice(0, index * 2))
      await api.changeClaim(claim, { verdict: "CONFIRMED" });
  }
}

async function takePictures(
  page: Page,
  url: string,
  article: ArticleForReview,
  claim: ClaimView,
): Promise<void> {
  const shoot = (name: string) => page.screenshot({ path: join(FOLDER, `${name}.png`) });
  for (const scheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    await page.goto(`${url}/articles/${article.id}?claim=${claim.id}`);
    await page.getByRole("article", { name: `Behauptung ${claim.number}`, exact: true }).waitFor();
    await page.evaluate(() => document.fonts.ready);
    await shoot(`workspace-${scheme}`);
  }
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 1440, height: 360 });
  await page.goto(`${url}/articles`);
  await page.getByRole("link", { name: /Fähre soll/ }).waitFor();
  await shoot("articles");
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`${url}/api/v1/articles/${article.id}/report?format=html&number=1`);
  await page
    .getByRole("heading", { name: /Fähre soll/ })
    .first()
    .waitFor();
  await shoot("report");
}

const dataFolder = mkdtempSync(join(tmpdir(), "beleg-screenshots-"));
mkdirSync(FOLDER, { recursive: true });
const app = await startApp(dataFolder);
const isRoot = process.getuid?.() === 0;
const browser = await chromium.launch({
  executablePath: findBrowser() ?? "",
  args: isRoot ? ["--no-sandbox"] : [],
});
try {
  while (!app.stdout().includes("/setup?token=")) await new Promise((resolve) => setTimeout(resolve, 50));
  const context = await browser.newContext({
    locale: "de-DE",
    timezoneId: "Europe/Berlin",
    viewport: { width: 1440, height: 900 },
    deviceScaleFactor: 1.5,
  });
  const page = await context.newPage();
  const api = await signUp(page, app.url, app.stdout);
  const colleagues = [
    await addColleague(api, app.url, "Jonas Feld"),
    await addColleague(api, app.url, "Jana Roth"),
  ];
  await addOtherArticles(api, colleagues);
  const article = await api.importArticle(SAMPLES.de, {
    deadline: new Date(Date.now() + 7 * 3_600_000).toISOString(),
  });
  const claim = await work(api, article, colleagues);
  if (!claim) throw new Error("The sample has no such claim.");
  await api.write("POST", `/articles/${article.id}/reports`, {});
  await takePictures(page, app.url, article, claim);
} finally {
  await browser.close();
  app.kill("SIGTERM");
  await app.exit;
  rmSync(dataFolder, { recursive: true, force: true });
}
