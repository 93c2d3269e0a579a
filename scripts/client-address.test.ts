import { describe, expect, it } from "vitest";
import { trustedHops } from "@/lib/read-environment";
import { clientAddress } from "./client-address";

const PROXY = "10.0.0.2";

function addressOf(
  forwardedFor: string | undefined,
  socketAddress = PROXY,
  hops = [PROXY, "10.1.0.0/16"],
): string {
  return clientAddress({ socketAddress, forwardedFor, hops: trustedHops(hops) });
}

describe("the client's address", () => {
  it("is the socket's, whatever a client claims", () => {
    expect(addressOf("198.51.100.7", "203.0.113.9")).toBe("203.0.113.9");
    expect(addressOf("198.51.100.7", PROXY, [])).toBe(PROXY);
  });

  it("is what the trusted hop says", () => {
    expect(addressOf("198.51.100.7")).toBe("198.51.100.7");
    expect(addressOf("2001:db8::7")).toBe("2001:db8::7");
  });

  it("is the last address that no trusted hop has, not what the client put in front", () => {
    expect(addressOf("1.1.1.1, 198.51.100.7, 10.1.2.3")).toBe("198.51.100.7");
  });

  it("is the hop's own when it says nothing that is an address", () => {
    expect(addressOf(undefined)).toBe(PROXY);
    expect(addressOf("unknown")).toBe(PROXY);
    expect(addressOf("198.51.100.7, <script>")).toBe(PROXY);
  });

  it("is written the same way for IPv4 over an IPv6 socket", () => {
    expect(addressOf(undefined, "::ffff:203.0.113.9")).toBe("203.0.113.9");
    expect(addressOf("198.51.100.7", `::ffff:${PROXY}`)).toBe("198.51.100.7");
  });
});
