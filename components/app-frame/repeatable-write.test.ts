import { describe, expect, it } from "vitest";
import { createRepeatableWrite } from "./repeatable-write";

function form() {
  let made = 0;
  const sent: { text: string; mutationId: string }[] = [];
  const write = createRepeatableWrite(() => `id-${++made}`);
  const attempt = (text: string, isAnswered: boolean) =>
    write({ text }, async (input) => {
      sent.push(input);
      if (!isAnswered) throw new TypeError("fetch failed");
    });
  return { attempt, ids: () => sent.map(({ mutationId }) => mutationId) };
}

describe("a write of a form", () => {
  it("keeps its mutationId while the same input is tried again", async () => {
    const { attempt, ids } = form();
    await expect(attempt("a", false)).rejects.toThrow("fetch failed");
    await attempt("a", true);
    expect(ids()).toEqual(["id-1", "id-1"]);
  });

  it("is a new one once it has succeeded, and for another input", async () => {
    const { attempt, ids } = form();
    await attempt("a", true);
    await expect(attempt("a", false)).rejects.toThrow();
    await attempt("b", true);
    expect(ids()).toEqual(["id-1", "id-2", "id-3"]);
  });
});
