import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const BIOME = resolve("node_modules/@biomejs/biome/bin/biome");

/** [what is planted, where, what it imports] */
const VIOLATIONS = [
  ["a page that reads the database", "app/(desk)/articles/page.tsx", "@/lib/db/client"],
  ["a page that writes", "app/(desk)/sources/page.tsx", "@/lib/claims/mutations"],
  ["a component that queries", "components/claims/claim-list.tsx", "@/lib/claims/queries"],
  ["a plain control that knows claims", "components/ui/button.tsx", "@/lib/claims/workflow"],
  ["a rule that reads files", "lib/claims/workflow.ts", "node:fs"],
  ["a rule that writes rows", "lib/restructurings/successors.ts", "@/lib/restructurings/rows"],
  ["rows that read the request", "lib/restructurings/rows.ts", "next/headers"],
  ["a mutation that reads the request", "lib/claims/mutations.ts", "next/headers"],
] as const;

let folder: string;

/** What Biome reports under the rules of this repository for files that only import one module. */
function lint(imports: readonly (readonly [path: string, imported: string])[]): string {
  for (const [path, imported] of imports) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `import * as planted from "${imported}";\n\nplanted.use();\n`);
  }
  const args = [BIOME, "lint", "--vcs-enabled=false", "--max-diagnostics=none", "."];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
  return stdout + stderr;
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "beleg-layers-"));
  copyFileSync("biome.json", join(folder, "biome.json"));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the layer rules", () => {
  it.each(VIOLATIONS)("report %s", (_title, path, imported) => {
    const report = lint([[path, imported]]);
    expect(report).toContain(`${path}:1:`);
    expect(report).toContain("noRestrictedImports");
  });

  it("let the same files import what they may", () => {
    expect(lint(VIOLATIONS.map(([, path]) => [path, "@/lib/cn"]))).not.toContain("noRestrictedImports");
  });
});
