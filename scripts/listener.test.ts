import { once } from "node:events";
import type { IncomingHttpHeaders } from "node:http";
import { createServer, request } from "node:http";
import { connect } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CLIENT_ADDRESS_HEADER } from "@/lib/auth/client-address";
import { allowedHosts, guardRequests } from "./listener";

const settings = {
  PORT: 3000,
  HOST: "0.0.0.0",
  BELEG_URL: "https://beleg.example.org",
  BELEG_TRUSTED_PROXY: [] as string[],
};

let port: number;
let stop: () => Promise<void>;
/** The headers that the app got; null while no request came through. */
let seen: IncomingHttpHeaders | null;

async function serve(BELEG_TRUSTED_PROXY: string[] = []): Promise<void> {
  const guarded = guardRequests({ ...settings, BELEG_TRUSTED_PROXY }, (incoming, response) => {
    seen = incoming.headers;
    response.end();
  });
  const server = createServer(guarded).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  port = typeof address === "object" && address ? address.port : 0;
  stop = async () => {
    server.close();
    server.closeAllConnections();
    await once(server, "close");
  };
}

async function statusOf(headers: Record<string, string>): Promise<number> {
  const sent = request({ port, host: "127.0.0.1", path: "/", headers }).end();
  const [response] = await once(sent, "response");
  response.resume();
  return response.statusCode;
}

async function answerTo(raw: string): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  socket.end(raw);
  const chunks: Buffer[] = [];
  for await (const chunk of socket) chunks.push(chunk);
  return Buffer.concat(chunks).toString().split("\r\n")[0] ?? "";
}

beforeEach(async () => {
  seen = null;
  await serve();
});

afterEach(() => stop());

describe("the listener", () => {
  it("answers to the configured address and to this machine's own names", () => {
    expect(allowedHosts(settings)).toContain("beleg.example.org");
    expect(allowedHosts(settings)).toContain("beleg.example.org:443");
    expect(allowedHosts(settings)).toContain("localhost:3000");
    expect(allowedHosts({ ...settings, HOST: "::1", PORT: 80 })).toContain("[::1]");
  });

  it("refuses other host names", async () => {
    expect(await statusOf({ host: "evil.example" })).toBe(421);
    expect(await statusOf({ host: "beleg.example.org.evil.example" })).toBe(421);
    expect(seen).toBeNull();
    expect(await statusOf({ host: "Beleg.Example.org" })).toBe(200);
  });

  it("replaces what a client says about its way here", async () => {
    await statusOf({
      host: "beleg.example.org",
      "x-forwarded-for": "198.51.100.7",
      "x-forwarded-host": "evil.example",
      "x-forwarded-proto": "gopher",
      "x-real-ip": "198.51.100.7",
      forwarded: "for=198.51.100.7",
      "x-middleware-subrequest": "proxy",
      [CLIENT_ADDRESS_HEADER]: "198.51.100.7",
    });
    expect(seen).toMatchObject({
      [CLIENT_ADDRESS_HEADER]: "127.0.0.1",
      "x-forwarded-for": "127.0.0.1",
      "x-forwarded-host": "beleg.example.org",
      "x-forwarded-proto": "https",
    });
    expect(JSON.stringify(seen)).not.toContain("198.51.100.7");
    expect(seen).not.toHaveProperty("x-middleware-subrequest");
  });

  it("believes a trusted proxy about the client's address", async () => {
    await stop();
    await serve(["127.0.0.1"]);
    await statusOf({ host: "beleg.example.org", "x-forwarded-for": "203.0.113.5, 198.51.100.7" });
    expect(seen?.[CLIENT_ADDRESS_HEADER]).toBe("198.51.100.7");
  });

  it("refuses a request with two host names or a whole address as its path", async () => {
    expect(
      await answerTo("GET / HTTP/1.1\r\nHost: beleg.example.org\r\nHost: evil.example\r\n\r\n"),
    ).toContain(" 400 ");
    expect(await answerTo("GET http://evil.example/ HTTP/1.1\r\nHost: beleg.example.org\r\n\r\n")).toContain(
      " 400 ",
    );
    expect(seen).toBeNull();
  });
});
