const TRACKING_NAMES = new Set([
  "fbclid",
  "gclid",
  "dclid",
  "gbraid",
  "wbraid",
  "msclkid",
  "yclid",
  "twclid",
  "igshid",
  "igsh",
  "mc_cid",
  "mc_eid",
  "wt_mc",
  "wtmc",
  "at_medium",
  "at_campaign",
  "_ga",
  "_gl",
]);
const TRACKING_PREFIXES = ["utm_", "mtm_", "pk_", "piwik_", "matomo_"];

function isTracking(name: string): boolean {
  const lower = name.toLowerCase();
  return TRACKING_NAMES.has(lower) || TRACKING_PREFIXES.some((prefix) => lower.startsWith(prefix));
}

/** True for an http or https address with a host and without user name and password. */
export function isPublicUrl(value: string): boolean {
  if (/\p{Cc}/u.test(value) || !value.isWellFormed() || !URL.canParse(value)) return false;
  const { protocol, username, password, hostname } = new URL(value);
  return (
    (protocol === "http:" || protocol === "https:") && hostname !== "" && username === "" && password === ""
  );
}

/**
 * The form in which two addresses of the same page are equal: host in lower case without a trailing dot, no default
 * port, no fragment, no tracking parameters, no slash at the end of a path. Only for comparison: the address that
 * people follow is kept as it was given. Null where the value is no public address.
 */
export function canonicalUrl(value: string): string | null {
  if (!isPublicUrl(value)) return null;
  const url = new URL(value);
  url.hash = "";
  url.hostname = url.hostname.replace(/\.$/, "");
  const kept = url.search
    .slice(1)
    .split("&")
    .filter((parameter) => parameter !== "" && !isTracking(parameter.split("=", 1)[0] ?? ""));
  url.search = kept.length > 0 ? `?${kept.join("&")}` : "";
  url.pathname = url.pathname.replace(/(?<=.)\/$/, "");
  return url.href;
}
