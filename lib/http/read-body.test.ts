import { describe, expect, it } from "vitest";
import { readText } from "./read-body";

function post(body: BodyInit, headers: Record<string, string> = {}): Request {
  return new Request("http://localhost/", { method: "POST", body, headers, duplex: "half" } as RequestInit);
}

describe("readText", () => {
  it("returns exactly what was sent, up to the limit", async () => {
    const text = "Ä😀\n".repeat(1_000);
    const size = new TextEncoder().encode(text).byteLength;
    expect(await readText(post(text), size)).toEqual({ text });
    expect(await readText(post(text), size - 1)).toEqual({ failure: "tooLarge" });
  });

  it("joins characters that arrive in pieces", async () => {
    const bytes = new TextEncoder().encode("😀ä");
    const stream = new ReadableStream({
      start(controller) {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    expect(await readText(post(stream), 100)).toEqual({ text: "😀ä" });
  });

  it("stops reading an endless body at the limit", async () => {
    let pulled = 0;
    const endless = new ReadableStream({
      pull(controller) {
        pulled++;
        controller.enqueue(new Uint8Array(1_000));
      },
    });
    expect(await readText(post(endless), 10_000)).toEqual({ failure: "tooLarge" });
    expect(pulled).toBeLessThan(20);
  });

  it("refuses what is not UTF-8 instead of changing it", async () => {
    expect(await readText(post(Uint8Array.of(0x61, 0xff)), 100)).toEqual({ failure: "notUtf8" });
    expect(await readText(post(Uint8Array.of(0xc3)), 100)).toEqual({ failure: "notUtf8" });
  });

  it("takes a request without a body for an empty one", async () => {
    expect(await readText(new Request("http://localhost/", { method: "POST" }), 100)).toEqual({ text: "" });
  });
});
