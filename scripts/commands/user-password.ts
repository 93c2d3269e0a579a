import { parseArgs } from "node:util";
import type { Command } from "./command";
import { parseInput, readStandardInput, required } from "./command";
import { withInstance } from "./instance";

export const userPassword: Command = {
  usage: "user password --email E --password-stdin",
  summary: "sets the password of a user who forgot it to the one on stdin, and ends their sessions",
  async run(args) {
    const { values } = parseArgs({
      args,
      options: { email: { type: "string" }, "password-stdin": { type: "boolean" } },
    });
    required(values, ["email", "password-stdin"]);
    const password = (await readStandardInput()).replace(/\r?\n$/, "");
    await withInstance(async () => {
      const { setUserPasswordSchema } = await import("@/lib/members/schemas");
      const { setUserPassword } = await import("@/lib/members/mutations");
      await setUserPassword(parseInput(setUserPasswordSchema, { email: values.email, password }));
    });
  },
};
