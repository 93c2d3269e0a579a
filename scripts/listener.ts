import type { IncomingMessage, RequestListener, Server, ServerResponse } from "node:http";
import { createServer } from "node:http";
import { CLIENT_ADDRESS_HEADER } from "@/lib/auth/client-address";
import { log } from "@/lib/log";
import type { Environment } from "@/lib/read-environment";
import { trustedHops } from "@/lib/read-environment";
import { clientAddress } from "./client-address";

/** Headers that proxies and Next use among themselves; coming from a client they are attempts. */
const INTERNAL_HEADER =
  /^(x-forwarded-|forwarded$|x-real-ip$|x-beleg-|x-middleware-|x-invoke-|x-matched-path$)/;

const LIMITS = {
  maxHeaderSize: 16_384,
  headersTimeout: 15_000,
  /** A whole request with its document; slow lines upload some megabytes in this time. */
  requestTimeout: 120_000,
  /** Longer than the minute for which reverse proxies keep a connection. */
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 5_000,
} as const;

/** How long requests may go on after the order to stop. */
const STOP_GRACE_MS = 5_000;

type Settings = Pick<Environment, "PORT" | "HOST" | "BELEG_URL" | "BELEG_TRUSTED_PROXY">;

/** The Host headers Beleg answers to: its configured address, and this machine's own names for monitors. */
export function allowedHosts({ BELEG_URL, HOST, PORT }: Settings): ReadonlySet<string> {
  const { protocol, hostname, host } = new URL(BELEG_URL);
  const defaultPort = protocol === "https:" ? 443 : 80;
  const configured = host === hostname ? [host, `${hostname}:${defaultPort}`] : [host];
  const own = ["localhost", "127.0.0.1", "[::1]", HOST.includes(":") ? `[${HOST}]` : HOST];
  const isDefault = PORT === 80;
  return new Set([
    ...configured,
    ...own.flatMap((name) => (isDefault ? [name, `${name}:80`] : [`${name}:${PORT}`])),
  ]);
}

function refuse(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8", Connection: "close" });
  response.end(`${text}\n`);
}

function countOf(name: string, { rawHeaders }: IncomingMessage): number {
  return rawHeaders.filter((header, index) => index % 2 === 0 && header.toLowerCase() === name).length;
}

/** Replaces what the client says about its way here by what is known. */
function rewriteHeaders(request: IncomingMessage, host: string, address: string, protocol: string): void {
  for (const name of Object.keys(request.headers)) {
    if (INTERNAL_HEADER.test(name)) delete request.headers[name];
  }
  // Only this listener writes it: one that a client sends was removed with the others.
  request.headers[CLIENT_ADDRESS_HEADER] = address;
  request.headers["x-forwarded-for"] = address;
  request.headers["x-forwarded-host"] = host;
  request.headers["x-forwarded-proto"] = protocol;
}

/** The checks that need the raw request, in front of `handle`. */
export function guardRequests(settings: Settings, handle: RequestListener): RequestListener {
  const hosts = allowedHosts(settings);
  const hops = trustedHops(settings.BELEG_TRUSTED_PROXY);
  const configured = new URL(settings.BELEG_URL);
  return (request, response) => {
    const host = (request.headers.host ?? "").toLowerCase();
    if (!request.url?.startsWith("/") || countOf("host", request) > 1) {
      refuse(response, 400, "Beleg does not understand this request.");
      return;
    }
    if (!hosts.has(host)) {
      log.warn("request.unknown-host", { host });
      refuse(
        response,
        421,
        "Beleg is not set up for this address. BELEG_URL names the address that it answers to.",
      );
      return;
    }
    const address = clientAddress({
      socketAddress: request.socket.remoteAddress ?? "",
      forwardedFor: request.headers["x-forwarded-for"],
      hops,
    });
    const isConfigured = host.split(":")[0] === configured.hostname;
    rewriteHeaders(request, host, address, isConfigured ? configured.protocol.slice(0, -1) : "http");
    handle(request, response);
  };
}

/** A listener that is ready for requests, and how to end it. */
export type Listening = { server: Server; stop(): Promise<void> };

/**
 * Listens on HOST and PORT.
 * @throws the error of the operating system, with its `code` (EADDRINUSE, EACCES, EADDRNOTAVAIL).
 */
export async function listen(settings: Settings, handle: RequestListener): Promise<Listening> {
  const open = new Set<ServerResponse>();
  const guarded = guardRequests(settings, handle);
  const server = createServer(LIMITS, (request, response) => {
    open.add(response);
    response.once("close", () => open.delete(response));
    guarded(request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(settings.PORT, settings.HOST, resolve);
  });
  return { server, stop: () => stop(server, open) };
}

/** Takes no new requests, ends the live feeds (they never end by themselves) and lets saves finish. */
async function stop(server: Server, open: ReadonlySet<ServerResponse>): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  for (const response of open) {
    if (String(response.getHeader("content-type")).startsWith("text/event-stream")) response.destroy();
  }
  server.closeIdleConnections();
  const deadline = setTimeout(() => server.closeAllConnections(), STOP_GRACE_MS);
  await closed;
  clearTimeout(deadline);
}
