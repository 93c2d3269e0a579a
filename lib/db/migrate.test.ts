import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { findPending } from "./migrate";

const migrations = [
  { name: "1_init", sql: "CREATE TABLE a ();" },
  { name: "2_more", sql: "CREATE TABLE b ();" },
];
const [first, second] = migrations.map(({ name, sql }) => ({
  name,
  checksum: createHash("sha256").update(sql).digest("hex"),
  isFinished: true,
}));

describe("pending migrations", () => {
  it("are those that the database does not have, oldest first", () => {
    expect(findPending(migrations, []).map(({ name }) => name)).toEqual(["1_init", "2_more"]);
    expect(findPending(migrations, first ? [first] : []).map(({ name }) => name)).toEqual(["2_more"]);
  });

  it("are not looked for in a newer, an edited or a half-way database", () => {
    const known = { name: "1_init", checksum: first?.checksum ?? "", isFinished: true };
    expect(() => findPending(migrations, [known, { ...known, name: "3_newer" }])).toThrow(
      "Start the newer version",
    );
    expect(() => findPending(migrations, [{ ...known, checksum: second?.checksum ?? "" }])).toThrow(
      "was edited",
    );
    expect(() => findPending(migrations, [{ ...known, isFinished: false }])).toThrow("half-way");
  });
});
