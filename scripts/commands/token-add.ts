import { parseArgs } from "node:util";
import type { Command } from "./command";
import { parseInput, print, required } from "./command";
import { withInstance } from "./instance";

export const tokenAdd: Command = {
  usage: "token add --email E [--name N] [--desk NAME]",
  summary: "makes an API token for a user and prints it, this once",
  async run(args) {
    const { values } = parseArgs({
      args,
      options: { email: { type: "string" }, name: { type: "string" }, desk: { type: "string" } },
    });
    required(values, ["email"]);
    await withInstance(async () => {
      const { addUserTokenSchema } = await import("@/lib/members/schemas");
      const { addUserToken } = await import("@/lib/members/mutations");
      const input = parseInput(addUserTokenSchema, {
        email: values.email,
        name: values.name ?? "command line",
        ...(values.desk !== undefined && { deskName: values.desk }),
      });
      await print(`${await addUserToken(input)}\n`);
    });
  },
};
