import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";

/** What Biome says about `code` if it stood in the file `path`. */
function lint(path: string, code: string): string {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ["node_modules/@biomejs/biome/bin/biome", "lint", `--stdin-file-path=${path}`],
    { input: code, encoding: "utf8" },
  );
  return stdout + stderr;
}

describe("the layer rules", () => {
  it.each([
    ["a page that reads the database", "app/(desk)/articles/page.tsx", "@/lib/db/client"],
    ["a page that writes", "app/(desk)/articles/page.tsx", "@/lib/claims/mutations"],
    ["a component that queries", "components/claims/claim-list.tsx", "@/lib/claims/queries"],
    ["a plain control that knows claims", "components/ui/button.tsx", "@/lib/claims/workflow"],
    ["a rule that reads files", "lib/claims/workflow.ts", "node:fs"],
    ["a mutation that reads the request", "lib/claims/mutations.ts", "next/headers"],
  ])("report %s", (_title, path, imported) => {
    const code = `import * as planted from "${imported}";\n\nplanted.use();\n`;
    expect(lint(path, code)).toContain("noRestrictedImports");
    expect(lint(path, code.replace(imported, "@/lib/cn"))).not.toContain("noRestrictedImports");
  });
});
