/** Where a language model is asked: checked, and told apart by whether text stays on the machine. */
export type EndpointAddress = {
  /** Without a slash at its end; "/chat/completions" is put behind it. */
  baseUrl: string;
  /** Host and port as people read them, for example "models.example.org" or "localhost:11434". */
  host: string;
  /** How far text goes: to this machine, to one of the house's network, or out of the house. */
  reach: Reach;
};
export type Reach = "machine" | "network" | "outside";

/** Why an address is refused, as a key that the interface words. */
export type AddressRule = "url" | "scheme" | "credentials" | "query" | "insecure" | "forbiddenHost";

const LONGEST = 500;
/** Answer with the credentials of a machine to whoever asks from it. */
const METADATA_HOSTS = new Set([
  "metadata.google.internal",
  "metadata",
  "100.100.100.200",
  "[fd00:ec2::254]",
]);
const HOUSE_NAME = /(?:^[^.]+|\.(?:local|internal|lan|home\.arpa))$/;

/**
 * Checks the address of an OpenAI-compatible endpoint. Plain http is for this machine and private networks alone; an
 * address carries neither credentials nor a query, which would end up in logs.
 */
export function readEndpointAddress(text: string): EndpointAddress | { rule: AddressRule } {
  if (text.length > LONGEST || !URL.canParse(text)) return { rule: "url" };
  const url = new URL(text);
  if (url.protocol !== "http:" && url.protocol !== "https:") return { rule: "scheme" };
  if (url.username !== "" || url.password !== "") return { rule: "credentials" };
  if (url.search !== "" || url.hash !== "") return { rule: "query" };
  const hostname = url.hostname.replace(/\.$/, "");
  const reach = reachOf(hostname);
  if (hostname === "" || reach === "forbidden") return { rule: "forbiddenHost" };
  if (url.protocol === "http:" && reach === "outside") return { rule: "insecure" };
  return { baseUrl: `${url.origin}${url.pathname}`.replace(/\/+$/, ""), host: url.host, reach };
}

function reachOf(hostname: string): Reach | "forbidden" {
  if (METADATA_HOSTS.has(hostname)) return "forbidden";
  if (hostname === "localhost" || hostname.endsWith(".localhost")) return "machine";
  const isAddress = hostname.startsWith("[") || /^[\d.]+$/.test(hostname);
  if (isAddress) return reachOfAddress(hostname.replace(/^\[|\]$/g, ""));
  return HOUSE_NAME.test(hostname) ? "network" : "outside";
}

/**
 * The same for an IP address, as a name resolves to it. "forbidden" is what no model answers at: the unspecified
 * address, multicast, and link-local ones, where clouds keep credentials.
 */
export function reachOfAddress(address: string): Reach | "forbidden" {
  const mapped = /^(?:::ffff:|64:ff9b::)(.+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return reachOfIpv4(mapped.includes(".") ? mapped : fromHextets(mapped));
  return address.includes(":") ? reachOfIpv6(address.toLowerCase()) : reachOfIpv4(address);
}

/** "7f00:1" of "::ffff:7f00:1" as "127.0.0.1". */
function fromHextets(hextets: string): string {
  const [high = 0, low = 0] = hextets.split(":").map((part) => Number.parseInt(part, 16));
  return [high >> 8, high & 255, low >> 8, low & 255].join(".");
}

function reachOfIpv4(address: string): Reach | "forbidden" {
  const [a = 0, b = 0] = address.split(".").map(Number);
  if (METADATA_HOSTS.has(address) || a === 0 || a >= 224 || (a === 169 && b === 254)) return "forbidden";
  if (a === 127) return "machine";
  const isPrivate =
    a === 10 ||
    (a === 172 && b >= 16 && b < 32) ||
    (a === 192 && b === 168) ||
    (a === 100 && b >= 64 && b < 128);
  return isPrivate ? "network" : "outside";
}

function reachOfIpv6(address: string): Reach | "forbidden" {
  if (address === "::1") return "machine";
  if (METADATA_HOSTS.has(`[${address}]`) || /^(?:::|fe[89ab]|ff)/.test(address)) return "forbidden";
  return /^f[cd]/.test(address) ? "network" : "outside";
}
