const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** The instance's own origin, and where that is a loopback name the other names of the same machine. */
function isOwnOrigin(origin: string, baseUrl: string): boolean {
  if (!URL.canParse(origin)) return false;
  const given = new URL(origin);
  const own = new URL(baseUrl);
  if (given.origin === own.origin) return true;
  const isSameListener = given.protocol === own.protocol && given.port === own.port;
  return isSameListener && LOOPBACK.has(given.hostname) && LOOPBACK.has(own.hostname);
}

/**
 * True when the browser says that a page of this instance made the request. Host headers, forwarded or not, have no
 * say: whoever sends a request from elsewhere chooses them.
 */
export function isSameOrigin(headers: Headers, baseUrl: string): boolean {
  const origin = headers.get("origin");
  if (origin !== null) return isOwnOrigin(origin, baseUrl);
  return headers.get("sec-fetch-site") === "same-origin";
}
