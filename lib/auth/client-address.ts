/** Set by the listener in scripts/serve.ts from the socket or the trusted proxy; what a client sends is replaced. */
export const CLIENT_ADDRESS_HEADER = "x-beleg-client-address";

/** Where a request comes from, as the listener saw it. X-Forwarded-For has no say: clients write it themselves. */
export function clientAddressOf(headers: Headers): string {
  return headers.get(CLIENT_ADDRESS_HEADER) ?? "unknown";
}
