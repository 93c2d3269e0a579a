import type { Page } from "@playwright/test";
import { SAMPLES } from "@/lib/articles/samples";
import { LOCALE_COOKIE } from "@/lib/i18n/locales";
import type { Desk } from "./accounts";
import type { Api } from "./api";
import { checkAccessibility, expect, originOf, REFUSED, test } from "./fixtures";

/** An article in the middle of its review: every tone, a source, notes, an assignee, a frozen report. */
async function makeReviewedArticle(api: Api, desk: Desk, language: "de" | "en") {
  const article = await api.importArticle(SAMPLES[language]);
  const verdicts = ["CONFIRMED", "MISSING_CONTEXT", "FALSE", "UNSUBSTANTIATED"];
  for (const [index, verdict] of verdicts.entries()) {
    const claim = article.claims[index];
    if (!claim) continue;
    const changed = await api.changeClaim(claim, { verdict, reason: "412, 90 & 3,8" });
    await api.attachSource(changed.id, {
      source: { kind: "PAGE", title: `Register ${index}`, url: `https://example.org/${index}` },
      stance: "SUPPORTS",
      excerpt: "412",
      locator: "S. 1",
    });
    await api.addNote(changed.id, "412?");
  }
  const working = article.claims[5];
  if (working) await api.changeClaim(working, { assigneeId: desk.editor.userId, state: "IN_PROGRESS" });
  await api.write("POST", `/articles/${article.id}/reports`, {});
  return article;
}

/** Colours do not depend on the language: the second one is read for its names and its width. */
const SCHEMES = { de: ["light", "dark"], en: ["dark"] } as const;

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { scrollWidth, clientWidth } = await page.evaluate(() => ({
    scrollWidth: document.documentElement.scrollWidth,
    clientWidth: document.documentElement.clientWidth,
  }));
  expect(scrollWidth, page.url()).toBeLessThanOrEqual(clientWidth);
}

for (const language of ["de", "en"] as const) {
  test.describe(`in ${language}`, () => {
    test.use({ locale: language === "de" ? "de-DE" : "en-GB" });

    test("every screen is free of accessibility faults, wide and narrow", async ({
      page,
      api,
      desk,
      signIn,
      context,
      baseURL,
      expectFault,
    }) => {
      test.slow();
      expectFault(REFUSED(404));
      await context.addCookies([{ name: LOCALE_COOKIE, value: language, url: originOf(baseURL) }]);
      const visit = async (path: string) => {
        await page.setViewportSize({ width: 1280, height: 800 });
        await page.goto(path);
        await expect(page.getByRole("heading").first()).toBeVisible();
        await checkAccessibility(page, SCHEMES[language]);
        await page.setViewportSize({ width: 390, height: 844 });
        await expectNoSidewaysScroll(page);
        await checkAccessibility(page, ["light"]);
      };
      await visit("/sign-in");
      await visit("/setup");
      await visit("/invitations/unknown");
      await signIn(desk.admin);
      await visit("/articles");
      const article = await makeReviewedArticle(api, desk, language);
      for (const path of [
        "/articles",
        "/articles/new",
        `/articles/${article.id}`,
        `/articles/${article.id}?claim=${article.claims[2]?.id}`,
        `/articles/${article.id}?claim=${article.claims[8]?.id}`,
        `/articles/${article.id}/activity`,
        `/articles/${article.id}/reports`,
        "/sources",
        "/settings/profile",
        "/settings/members",
        "/settings/tokens",
        "/settings/assist",
        "/articles/no-such-article",
      ]) {
        await visit(path);
      }
    });

    test("the states of the workspace are free of accessibility faults", async ({
      page,
      api,
      desk,
      signIn,
      context,
      baseURL,
    }) => {
      test.slow();
      await context.addCookies([{ name: LOCALE_COOKIE, value: language, url: originOf(baseURL) }]);
      const article = await makeReviewedArticle(api, desk, language);
      await signIn(desk.editor);
      await page.goto(`/articles/${article.id}?claim=${article.claims[8]?.id}`);
      const card = page.getByRole("article", { name: new RegExp(` ${article.claims[8]?.number}$`) });
      await expect(card).toBeVisible();
      await page.keyboard.press("s");
      await expect(card.getByRole("form")).toBeVisible();
      await checkAccessibility(page);
      await page.keyboard.press("Escape");
      await page.keyboard.press("n");
      await checkAccessibility(page);
      await page.keyboard.press("Escape");
      await page.keyboard.press("?");
      await expect(page.getByRole("dialog")).toBeVisible();
      await checkAccessibility(page);
      await page.keyboard.press("Escape");
      await page
        .getByRole("button", { name: language === "de" ? "Bericht ausgeben" : "Export report" })
        .click();
      await expect(page.getByRole("menu")).toBeVisible();
      await checkAccessibility(page);
    });

    test("the report is free of accessibility faults", async ({ page, api, desk, signIn, expectFault }) => {
      expectFault(/Blocked script execution .* sandboxed/);
      const article = await makeReviewedArticle(api, desk, language);
      await signIn(desk.viewer);
      const response = await page.goto(
        `/api/v1/articles/${article.id}/report?format=html&language=${language}`,
      );
      const html = (await response?.text()) ?? "";
      // Its own policy keeps the checker out as well; the same file without it.
      await page.route("**/report-file", (route) =>
        route.fulfill({ body: html, contentType: "text/html; charset=utf-8" }),
      );
      await page.goto("/report-file");
      await checkAccessibility(page);
    });
  });
}
