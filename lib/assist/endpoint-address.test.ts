import { describe, expect, test } from "vitest";
import { reachOfAddress, readEndpointAddress } from "./endpoint-address";

describe("an address that is taken", () => {
  test.each([
    ["http://localhost:11434/v1", "machine", "localhost:11434"],
    ["http://127.0.0.1:8080/v1/", "machine", "127.0.0.1:8080"],
    ["http://[::1]:8080/v1", "machine", "[::1]:8080"],
    ["http://2130706433:80/v1", "machine", "127.0.0.1"],
    ["http://192.168.1.20:8000/v1", "network", "192.168.1.20:8000"],
    ["http://ollama:11434/v1", "network", "ollama:11434"],
    ["http://gpu.local/v1", "network", "gpu.local"],
    ["http://[fd12::7]/v1", "network", "[fd12::7]"],
    ["https://models.example.org/v1", "outside", "models.example.org"],
    ["https://203.0.113.9/v1", "outside", "203.0.113.9"],
  ])("%s reaches the %s", (text, reach, host) => {
    expect(readEndpointAddress(text)).toMatchObject({ reach, host });
  });

  test("loses the slash at its end, so that a path fits behind it", () => {
    expect(readEndpointAddress("http://localhost:1/v1//")).toMatchObject({
      baseUrl: "http://localhost:1/v1",
    });
    expect(readEndpointAddress("http://localhost:1")).toMatchObject({ baseUrl: "http://localhost:1" });
  });
});

test.each([
  ["", "url"],
  ["localhost", "url"],
  ["file:///etc/passwd", "scheme"],
  ["ftp://localhost/v1", "scheme"],
  ["https://user:pass@models.example.org/v1", "credentials"],
  ["https://models.example.org/v1?key=1", "query"],
  ["https://models.example.org/v1#x", "query"],
  ["http://models.example.org/v1", "insecure"],
  ["http://203.0.113.9/v1", "insecure"],
  ["http://169.254.169.254/latest", "forbiddenHost"],
  ["http://[::ffff:169.254.169.254]/", "forbiddenHost"],
  ["http://[fe80::1]/v1", "forbiddenHost"],
  ["http://[::]/v1", "forbiddenHost"],
  ["http://[::127.0.0.1]/v1", "forbiddenHost"],
  ["http://[fd00:ec2::254]/v1", "forbiddenHost"],
  ["http://0.0.0.0:8080/v1", "forbiddenHost"],
  ["http://100.100.100.200/v1", "forbiddenHost"],
  ["http://metadata.google.internal/v1", "forbiddenHost"],
  ["http://224.0.0.1/v1", "forbiddenHost"],
  [`https://models.example.org/${"x".repeat(600)}`, "url"],
])("refuses %s: %s", (text, rule) => {
  expect(readEndpointAddress(text)).toEqual({ rule });
});

test.each([
  ["127.8.9.1", "machine"],
  ["::1", "machine"],
  ["::ffff:127.0.0.1", "machine"],
  ["::ffff:7f00:1", "machine"],
  ["64:ff9b::169.254.169.254", "forbidden"],
  ["10.1.2.3", "network"],
  ["172.31.0.1", "network"],
  ["172.32.0.1", "outside"],
  ["100.64.0.1", "network"],
  ["fc00::1", "network"],
  ["2001:db8::1", "outside"],
  ["8.8.8.8", "outside"],
])("the address %s is %s", (address, reach) => {
  expect(reachOfAddress(address)).toBe(reach);
});
