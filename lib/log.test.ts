import { describe, expect, it } from "vitest";
import { describeError, formatLogLine } from "./log";

const at = new Date("2026-11-23T10:00:00Z");

describe("a log line", () => {
  it("is one line of JSON, whatever the values hold", () => {
    const nasty = 'a\n{"level":"error"}\r\u001b[2J\u009b31m\u2028\u007f';
    const line = formatLogLine({ at, level: "info", event: "request", fields: { path: nasty } });

    expect(
      [...line].every((character) => character >= " " && !/[\u007f-\u009f\u2028\u2029]/.test(character)),
    ).toBe(true);
    expect(JSON.parse(line)).toEqual({ at: at.toISOString(), level: "info", event: "request", path: nasty });
  });

  it("withholds what may be a secret or a text", () => {
    const fields = { cookie: "x", Authorization: "x", sessionToken: "x", requestBody: "x", status: 200 };
    const { cookie, Authorization, sessionToken, requestBody, status } = JSON.parse(
      formatLogLine({ at, level: "info", event: "request", fields }),
    );
    expect([cookie, Authorization, sessionToken, requestBody]).toEqual(Array(4).fill("[withheld]"));
    expect(status).toBe(200);
  });

  it("cannot be given another level or event", () => {
    const line = JSON.parse(
      formatLogLine({ at, level: "info", event: "request", fields: { level: "error", event: "x" } }),
    );
    expect(line).toMatchObject({ level: "info", event: "request" });
  });
});

describe("an unplanned error", () => {
  it("of Prisma is told without the arguments of the call", () => {
    const error = new Error(
      'Invalid `db.user.create()` invocation:\n{ data: { email: "anna@example.org" } }\n\nArgument `name` is missing.',
    );
    error.name = "PrismaClientValidationError";
    const described = describeError(error);

    expect(described.message).toBe("Argument `name` is missing.");
    expect(JSON.stringify(described)).not.toContain("anna@example.org");
  });

  it("is told by name, code and places", () => {
    const error = Object.assign(new Error("gone"), { code: "ECONNRESET" });
    expect(describeError(error)).toMatchObject({ error: "Error", code: "ECONNRESET", message: "gone" });
    expect(describeError("a string")).toEqual({ error: "string" });
  });
});
