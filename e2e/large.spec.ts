import { expect, test } from "./fixtures";
import { WorkspacePage } from "./workspace-page";

/** Different sentences, each of them a claim. */
function longText(count: number): string {
  const sentences = Array.from(
    { length: count },
    (_, index) =>
      `Im Jahr ${1900 + (index % 120)} kaufte die Gemeinde ${index + 1} Häuser für ${index + 7} Millionen Euro.`,
  );
  return sentences.map((sentence, index) => (index % 5 === 4 ? `${sentence}\n\n` : `${sentence} `)).join("");
}

test("an article with a thousand claims opens and takes a verdict by key", async ({
  page,
  api,
  desk,
  signIn,
}) => {
  const article = await api.importArticle(longText(1_000), { title: "Tausend Häuser" });
  expect(article.claims.length).toBeGreaterThanOrEqual(1_000);
  await signIn(desk.editor);
  const workspace = new WorkspacePage(page);
  await workspace.open(article.id, article.claims[700]?.id);
  const number = article.claims[700]?.number ?? 0;
  await expect(workspace.card(number)).toBeInViewport();
  await page.evaluate(() => {
    const timings = globalThis as { keyToPaintMs?: number };
    new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries())
        if (name === "keydown") timings.keyToPaintMs = duration;
    }).observe({ type: "event", durationThreshold: 16 } as PerformanceObserverInit);
  });
  await page.keyboard.press("6");
  await expect(workspace.card(number).getByRole("radio", { name: "falsch", exact: true })).toBeChecked();
  await workspace.untilSaved();
  await page.keyboard.press("j");
  await expect(workspace.card(number + 1)).toBeInViewport();
  expect((await api.getArticle(article.id)).claims[700]?.verdict).toBe("FALSE");
  // From the key to the screen, on whatever machine this is; on a good one it is a twentieth of this.
  const keyToPaintMs = await page.evaluate(() => (globalThis as { keyToPaintMs?: number }).keyToPaintMs ?? 0);
  expect(keyToPaintMs).toBeLessThan(1_000);
});
