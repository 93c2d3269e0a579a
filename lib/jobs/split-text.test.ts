import { describe, expect, test } from "vitest";
import { splitText } from "./split-text";

const LONG_TEXT = "Die Stadt hat im Jahr 2023 genau 412 Wohnungen gebaut. ".repeat(2_000);

describe("splitText", () => {
  test("splits a long text in a thread like a short one", { timeout: 60_000 }, async () => {
    const { sentences, language } = await splitText(LONG_TEXT, {});
    expect(language).toBe("de");
    expect(sentences).toHaveLength(2_000);
  });

  test("turns away what would have to wait too long, and ends what nobody waits for", {
    timeout: 60_000,
  }, async () => {
    const gone = new AbortController();
    const started = Array.from({ length: 10 }, () => splitText(LONG_TEXT, { signal: gone.signal }));
    const results = Promise.allSettled(started);
    await expect(splitText(LONG_TEXT, {})).rejects.toMatchObject({ code: "RATE_LIMITED" });
    gone.abort();
    for (const result of await results) expect(result.status).toBe("rejected");
    expect((await splitText(LONG_TEXT, {})).sentences).toHaveLength(2_000);
  });
});
