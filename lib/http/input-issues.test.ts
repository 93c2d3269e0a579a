import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { findUnstorable, toIssues } from "./input-issues";

function issuesOf(schema: z.ZodType, value: unknown) {
  const result = schema.safeParse(value);
  return result.success ? [] : toIssues(result.error);
}

describe("toIssues", () => {
  const schema = z.strictObject({
    title: z.string().min(1, "required").max(5, "tooLong"),
    spans: z.array(z.strictObject({ start: z.int().min(0) })).optional(),
    stance: z.enum(["SUPPORTS", "CONTRADICTS"]).optional(),
    source: z
      .union([z.strictObject({ id: z.uuid() }), z.strictObject({ kind: z.string(), title: z.string() })])
      .optional(),
  });

  it.each([
    [{}, [{ path: "title", rule: "required" }]],
    [{ title: 5 }, [{ path: "title", rule: "type" }]],
    [{ title: "" }, [{ path: "title", rule: "required" }]],
    [{ title: "secret words" }, [{ path: "title", rule: "tooLong" }]],
    [{ title: "a", role: "ADMIN" }, [{ path: "role", rule: "unknownField" }]],
    [{ title: "a", spans: [{ start: -1 }] }, [{ path: "spans.0.start", rule: "tooSmall" }]],
    [{ title: "a", stance: "NO" }, [{ path: "stance", rule: "value" }]],
    [{ title: "a", source: { kind: "PAGE" } }, [{ path: "source.title", rule: "required" }]],
  ])("words %j as fields and rules", (value, expected) => {
    expect(issuesOf(schema, value)).toEqual(expected);
  });

  it("cuts the names of unknown fields and the number of issues", () => {
    const many = Object.fromEntries(
      Array.from({ length: 1_000 }, (_, index) => [`${index}${"x".repeat(500)}`, 1]),
    );
    const issues = issuesOf(schema, { title: "a", ...many });
    expect(issues).toHaveLength(20);
    expect(issues.every((issue) => issue.path.length <= 64)).toBe(true);
  });

  it("refuses every operator and container where a scalar belongs", () => {
    const hostile = [{}, { not: "" }, [], { gt: "" }, [""], { equals: "a" }, null, true, 1];
    for (const title of hostile) expect(issuesOf(schema, { title })).toHaveLength(1);
  });

  it("never repeats what was sent", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z]{12,20}$/), (secret) => {
        const issues = issuesOf(schema, {
          title: secret,
          stance: secret,
          spans: secret,
          source: { id: secret },
        });
        expect(JSON.stringify(issues)).not.toContain(secret);
      }),
    );
  });
});

describe("findUnstorable", () => {
  it.each(["a\0b", "\ud800", "x\udc00"])("refuses %j in any field", (text) => {
    expect(findUnstorable({ a: [{ b: text }] })).toEqual([{ path: "a.0.b", rule: "character" }]);
  });

  it("lets pass what is cleaned before it is stored", () => {
    expect(findUnstorable({ text: "a\0b", title: "fine 😀" }, ["text"])).toEqual([]);
    expect(findUnstorable({ title: "a\0b" }, ["text"])).toHaveLength(1);
  });

  it("answers a million brackets at once and without running out of stack", () => {
    const deep: unknown = JSON.parse("[".repeat(500_000) + "]".repeat(500_000));
    const startedAt = performance.now();
    expect(findUnstorable(deep)).toEqual([{ path: "0", rule: "tooDeep" }]);
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });
});
