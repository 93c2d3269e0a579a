import { parseArgs } from "node:util";
import type { Command } from "./command";
import { print, UsageError } from "./command";
import { systemActorAt, withInstance } from "./instance";

export const verify: Command = {
  usage: "verify",
  summary:
    "checks the chains of the record, all stored hashes and which claims are there; one line for each that is broken",
  async run(args) {
    parseArgs({ args, options: {} });
    await withInstance(async () => {
      const { listClaimsAgainstRecord, verifyChains, verifyHashes } = await import("@/lib/activity/queries");
      const { verifyReports } = await import("@/lib/reports/queries");
      const { db } = await import("@/lib/db/client");
      const broken: string[] = [];
      let chains = 0;
      let entries = 0;
      for await (const { chainId, verdict } of verifyChains()) {
        chains += 1;
        if (verdict.isIntact) entries += verdict.length;
        else broken.push(`chain ${chainId}: broken at entry ${verdict.badSeq}`);
      }
      const hashes = await verifyHashes();
      for (const { kind, id, isIntact } of hashes) {
        if (!isIntact) broken.push(`${kind} ${id}: not what its hash says`);
      }
      for (const { id } of await listClaimsAgainstRecord()) {
        broken.push(`claim ${id}: whether it is there is not what the record says`);
      }
      for (const { name } of await db.desk.findMany({ select: { name: true } })) {
        const reports = await verifyReports(await systemActorAt(name));
        for (const { articleId, number, problem } of reports.broken) {
          broken.push(`report ${number} of article ${articleId}: ${problem}`);
        }
      }
      const checked = `${chains} chains with ${entries} entries and ${hashes.length} stored texts and reports`;
      await print([...broken, `Checked ${checked}.`, ""].join("\n"));
      if (broken.length > 0) throw new UsageError(`${broken.length} of them are broken.`);
    });
  },
};
