import { expect, it } from "vitest";
import { getActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { addUser, addUserToken, createSetupLink } from "./mutations";

it("the command line makes the first desk, its user and a token that works", async () => {
  const email = "first@example.org";
  const { deskId } = await addUser({ email, name: "Ada", role: "ADMIN", password: "correct horse battery" });
  expect(await db.desk.findMany()).toMatchObject([{ id: deskId, name: "Redaktion" }]);
  expect(await createSetupLink()).toBeNull();
  const authorization = `Bearer ${await addUserToken({ email, name: "script" })}`;
  const actor = await getActor(new Request("http://localhost/", { headers: { authorization } }));
  expect(actor).toMatchObject({ deskId, name: "Ada", role: "ADMIN" });
  await expect(addUserToken({ email: "nobody@example.org", name: "x" })).rejects.toMatchObject({
    details: { issues: [{ path: "email", rule: "unknown" }] },
  });
  const types = (await db.activity.findMany({ orderBy: { seq: "asc" } })).map((entry) => entry.type);
  expect(types).toEqual(["desk.added", "member.added", "token.added"]);
});
