import { parseArgs } from "node:util";
import type { Command } from "./command";
import { parseInput, print, readStandardInput, required } from "./command";
import { withInstance } from "./instance";

export const userAdd: Command = {
  usage: "user add --email E --name N --role admin|reviewer|editor|viewer --password-stdin [--desk NAME]",
  summary: "adds a user with the password on stdin, and the first desk where there is none; prints the id",
  async run(args) {
    const { values } = parseArgs({
      args,
      options: {
        email: { type: "string" },
        name: { type: "string" },
        role: { type: "string" },
        "password-stdin": { type: "boolean" },
        desk: { type: "string" },
      },
    });
    required(values, ["email", "name", "role", "password-stdin"]);
    const password = (await readStandardInput()).replace(/\r?\n$/, "");
    await withInstance(async () => {
      const { addUserSchema } = await import("@/lib/members/schemas");
      const { addUser } = await import("@/lib/members/mutations");
      const input = parseInput(addUserSchema, {
        email: values.email,
        name: values.name,
        role: values.role?.toUpperCase(),
        password,
        ...(values.desk !== undefined && { deskName: values.desk }),
      });
      const { userId } = await addUser(input);
      await print(`${userId}\n`);
    });
  },
};
