import type { z } from "zod";
import type { Issue } from "@/lib/errors";

const MAX_ISSUES = 20;
const MAX_NAME_LENGTH = 64;
const MAX_DEPTH = 32;
/** A refinement names its rule in place of a message: `.refine(isWhole, "notWhole")`. */
const RULE = /^[a-z][a-zA-Z]{2,39}$/;

type ZodIssue = z.core.$ZodIssue;

function toPath(parts: readonly PropertyKey[]): string {
  return parts.map((part) => String(part).slice(0, MAX_NAME_LENGTH)).join(".");
}

function ruleOf(issue: ZodIssue): string {
  if (issue.code === "custom") {
    const rule: unknown = issue.params?.rule;
    if (typeof rule === "string") return rule;
  }
  if (RULE.test(issue.message)) return issue.message;
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined && issue.message.endsWith("received undefined") ? "required" : "type";
    case "too_small":
      return "tooSmall";
    case "too_big":
      return "tooBig";
    case "invalid_format":
      return "format";
    default:
      return "value";
  }
}

function flatten(issue: ZodIssue): ZodIssue[] {
  if (issue.code !== "invalid_union") return [issue];
  // Of the alternatives the one that came furthest says best what is missing.
  const closest = [...issue.errors].sort((a, b) => a.length - b.length)[0] ?? [];
  if (closest.length === 0) return [issue];
  return closest.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
}

/** What zod found, as fields and the first rule each breaks. Values are never repeated: they may be unpublished text. */
export function toIssues(error: z.ZodError): Issue[] {
  const issues = error.issues
    .flatMap(flatten)
    .flatMap((issue): Issue[] =>
      issue.code === "unrecognized_keys"
        ? issue.keys.map((key) => ({ path: toPath([...issue.path, key]), rule: "unknownField" }))
        : [{ path: toPath(issue.path), rule: ruleOf(issue) }],
    );
  const firsts = new Map(issues.toReversed().map((issue) => [issue.path, issue]));
  return issues.filter((issue) => firsts.get(issue.path) === issue).slice(0, MAX_ISSUES);
}

/**
 * What no input may hold, whatever its schema says: nesting without end, and the characters that the database cannot
 * keep (NUL and halves of surrogate pairs) outside the fields named in `anyText`.
 */
export function findUnstorable(value: unknown, anyText: readonly string[] = []): Issue[] {
  const issues: Issue[] = [];
  const pending: { value: unknown; path: PropertyKey[] }[] = [{ value, path: [] }];
  for (let entry = pending.pop(); entry && issues.length < MAX_ISSUES; entry = pending.pop()) {
    const { value: current, path } = entry;
    if (typeof current === "string") {
      const isFine = current.isWellFormed() && !current.includes("\0");
      if (!isFine && !anyText.includes(toPath(path))) issues.push({ path: toPath(path), rule: "character" });
    } else if (typeof current === "object" && current !== null) {
      if (path.length >= MAX_DEPTH) return [{ path: toPath(path.slice(0, 1)), rule: "tooDeep" }];
      for (const [key, inner] of Object.entries(current))
        pending.push({ value: inner, path: [...path, key] });
    }
  }
  return issues;
}
