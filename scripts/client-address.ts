import type { IncomingHttpHeaders } from "node:http";
import type { BlockList } from "node:net";
import { isIP } from "node:net";

/** Sockets that speak IPv6 show IPv4 clients as ::ffff:192.0.2.1. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, "");
}

function isTrusted(address: string, hops: BlockList): boolean {
  const family = isIP(address);
  return family !== 0 && hops.check(address, family === 6 ? "ipv6" : "ipv4");
}

/**
 * Where a request comes from: the socket's other end, or, when that is a trusted hop, the last address in
 * X-Forwarded-For that no trusted hop has. What stands before it may be invented by the client.
 */
export function clientAddress(input: {
  socketAddress: string;
  forwardedFor: IncomingHttpHeaders["x-forwarded-for"];
  hops: BlockList;
}): string {
  const { forwardedFor, hops } = input;
  const chain = [forwardedFor ?? []].flat().join(",").split(",");
  let address = plain(input.socketAddress);
  while (isTrusted(address, hops)) {
    const before = plain((chain.pop() ?? "").trim());
    if (isIP(before) === 0) break;
    address = before;
  }
  return address;
}
