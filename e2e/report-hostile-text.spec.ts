import { writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { expect, test } from "@playwright/test";
import { buildReport } from "@/lib/reports/build-report";
import { HOSTILE_ADDRESSES, HOSTILE_TEXTS, hostileSnapshot } from "@/lib/reports/hostile-snapshot";
import { renderHtml } from "@/lib/reports/renderers/html";

/** A report leaves Beleg as a file: here it is opened as one, with no server and no header to protect the reader. */

const options = {
  number: 1,
  profile: "internal",
  language: "de",
  timeZone: "Europe/Berlin",
  createdAt: "2026-03-14T10:00:00.000Z",
} as const;

/** As a mail client or an archive might hand it on: without the policy that the file brings along. */
const withoutPolicy = (page: string) => page.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "");

for (const [name, prepare] of [
  ["with its policy", (page: string) => page],
  ["without its policy", withoutPolicy],
] as const) {
  test(`a report opened as a file runs nothing and asks nobody, whatever people wrote, ${name}`, async ({
    page,
  }, testInfo) => {
    test.setTimeout(120_000);
    const requests: string[] = [];
    const dialogs: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    page.on("dialog", async (dialog) => {
      dialogs.push(dialog.message());
      await dialog.dismiss();
    });
    const cases = [
      ...HOSTILE_TEXTS.map((text) => ({ text, address: "https://example.org/" })),
      ...HOSTILE_ADDRESSES.map((address) => ({ text: "Satz", address })),
    ];
    for (const [index, { text, address }] of cases.entries()) {
      const file = testInfo.outputPath(`report-${index}.html`);
      const report = buildReport(hostileSnapshot(text, address), { ...options, createdBy: text });
      await writeFile(file, prepare(renderHtml(report)));
      await page.goto(pathToFileURL(file).href);
      await expect(page.locator("h1")).toBeVisible();
      // Every handler that a payload could have planted gets its event.
      await page.locator("h1").hover();
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => "__pwned" in window), text).toBe(false);
      expect(
        await page.locator("script, img, iframe, object, embed, form, [onload], [onerror]").count(),
      ).toBe(0);
      const targets = await page
        .locator("a")
        .evaluateAll((links) =>
          links.map((link) => (link instanceof HTMLAnchorElement ? link.protocol : "")),
        );
      expect(
        targets.every((protocol) => ["https:", "file:"].includes(protocol)),
        address,
      ).toBe(true);
    }
    expect(requests.filter((url) => !url.startsWith("file:") && !url.startsWith("data:font/"))).toEqual([]);
    expect(dialogs).toEqual([]);
  });
}
