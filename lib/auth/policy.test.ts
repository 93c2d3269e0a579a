import { describe, expect, it } from "vitest";
import { Role as DatabaseRole } from "@/lib/db/generated/enums";
import { AppError } from "@/lib/errors";
import type { Permission, Role } from "./policy";
import { assertCan, can, POLICY, ROLES } from "./policy";

/** Written out by hand, so that a slip in the policy shows: V viewer, E editor, R reviewer, A admin. */
const EXPECTED: Record<Permission, string> = {
  "article.read": "VERA",
  "article.import": "ERA",
  "article.edit": "ERA",
  "article.delete": "A",
  "claim.edit": "ERA",
  "claim.signOff": "RA",
  "source.read": "VERA",
  "source.edit": "ERA",
  "note.write": "ERA",
  "report.read": "VERA",
  "report.create": "ERA",
  "activity.read": "VERA",
  "member.read": "VERA",
  "member.manage": "A",
  "assist.read": "VERA",
  "assist.use": "ERA",
  "assist.manage": "A",
  "token.own": "VERA",
  "account.own": "VERA",
};
const permissions = Object.keys(POLICY) as Permission[];

describe("policy", () => {
  it("knows the same roles as the database", () => {
    expect([...ROLES].sort()).toEqual(Object.values(DatabaseRole).sort());
  });

  it("has an expectation for every permission", () => {
    expect(Object.keys(EXPECTED).sort()).toEqual([...permissions].sort());
  });

  const matrix = permissions.flatMap((permission) =>
    ROLES.map((role): [Role, Permission] => [role, permission]),
  );

  it.each(matrix)("decides %s × %s as written", (role, permission) => {
    const isAllowed = EXPECTED[permission].includes(role.charAt(0));
    expect(can({ role }, permission)).toBe(isAllowed);
    if (isAllowed) expect(() => assertCan({ role }, permission)).not.toThrow();
    else expect(() => assertCan({ role }, permission)).toThrow(new AppError("FORBIDDEN"));
  });

  it("gives each role everything that the role below it has", () => {
    for (const permission of permissions) {
      const allowed = ROLES.map((role) => can({ role }, permission));
      expect(allowed).toEqual([...allowed].sort());
    }
  });
});
