import { lookup } from "node:dns";
import type { IncomingMessage, RequestOptions } from "node:http";
import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import type { LookupFunction } from "node:net";
import { isIP } from "node:net";

export type LimitedFetchReason = "unreachable" | "timedOut" | "tooLarge" | "redirected" | "forbiddenHost";

/** Why there is no answer. Says nothing of what was sent or received. */
export class LimitedFetchError extends Error {
  override readonly name = "LimitedFetchError";

  constructor(readonly reason: LimitedFetchReason) {
    super(reason);
  }
}

export type FetchLimits = {
  /** Until the connection stands. */
  connectMs: number;
  /** Until the last byte of the answer. */
  totalMs: number;
  maxBytes: number;
  /** Whether an IP address may be connected to; asked for literal ones and for what a name resolves to. */
  isAllowedAddress: (address: string) => boolean;
};

/**
 * A `fetch` for servers that somebody else has named: one connection to an address that was checked, no redirect, no
 * proxy, nothing kept open, and an end to time and size. Sends and answers text; the answer is whole when it resolves.
 * @throws LimitedFetchError, or the abort reason of the signal
 */
export function createLimitedFetch(limits: FetchLimits): typeof fetch {
  return (input, init = {}) => send(new URL(String(input)), init, limits);
}

function send(url: URL, init: RequestInit, limits: FetchLimits): Promise<Response> {
  const hostname = url.hostname.replace(/^\[|\]$/g, "");
  return new Promise((resolve, reject) => {
    if (isIP(hostname) !== 0 && !limits.isAllowedAddress(hostname)) {
      reject(new LimitedFetchError("forbiddenHost"));
      return;
    }
    const options: RequestOptions = {
      method: init.method ?? "GET",
      headers: Object.fromEntries(new Headers(init.headers)),
      agent: false,
      lookup: checkedLookup(limits),
    };
    const sent = (url.protocol === "https:" ? requestHttps : requestHttp)(url, options);
    const signal = init.signal ?? null;
    const fail = (error: unknown) => {
      settle();
      sent.destroy();
      reject(error);
    };
    const abort = () => fail(signal?.reason);
    const timers = [
      setTimeout(() => fail(new LimitedFetchError("unreachable")), limits.connectMs),
      setTimeout(() => fail(new LimitedFetchError("timedOut")), limits.totalMs),
    ];
    const settle = () => {
      for (const timer of timers) clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
    };
    signal?.addEventListener("abort", abort);
    sent.once("socket", (socket) => {
      socket.once(url.protocol === "https:" ? "secureConnect" : "connect", () => clearTimeout(timers[0]));
    });
    sent.on("error", (error) =>
      fail(error instanceof LimitedFetchError ? error : new LimitedFetchError("unreachable")),
    );
    sent.once("response", (response) => {
      readAnswer(response, limits.maxBytes).then((answer) => {
        settle();
        resolve(answer);
      }, fail);
    });
    if (signal?.aborted) abort();
    else sent.end(typeof init.body === "string" ? init.body : undefined);
  });
}

/** Resolves a name once and lets the connection use what was checked, nothing else. */
function checkedLookup({ isAllowedAddress }: FetchLimits): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error || !first) callback(error ?? new LimitedFetchError("unreachable"), "", 0);
      else if (!addresses.every(({ address }) => isAllowedAddress(address)))
        callback(new LimitedFetchError("forbiddenHost"), "", 0);
      else if (options.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}

/** @throws LimitedFetchError */
async function readAnswer(response: IncomingMessage, maxBytes: number): Promise<Response> {
  const { statusCode = 502, headers } = response;
  const refuse = (reason: LimitedFetchReason): never => {
    response.destroy();
    throw new LimitedFetchError(reason);
  };
  if (statusCode >= 300 && statusCode < 400) refuse("redirected");
  // Nobody asked for a packed answer; unpacking one could fill the memory.
  const encoding = headers["content-encoding"] ?? "identity";
  if (encoding !== "identity" || Number(headers["content-length"] ?? 0) > maxBytes) refuse("tooLarge");
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > maxBytes) refuse("tooLarge");
      chunks.push(chunk);
    }
  } catch (error) {
    throw error instanceof LimitedFetchError ? error : new LimitedFetchError("unreachable");
  }
  const kept = ["content-type", "retry-after"].flatMap((name) => {
    const value = headers[name];
    return typeof value === "string" ? [[name, value] as [string, string]] : [];
  });
  const hasBody = statusCode !== 204 && statusCode !== 205;
  return new Response(hasBody ? Buffer.concat(chunks) : null, {
    status: Math.max(200, statusCode),
    headers: kept,
  });
}
