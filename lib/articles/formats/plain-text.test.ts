import { describe, expect, it } from "vitest";
import { MAX_TEXT_BYTES } from "@/lib/articles/readable-text";
import { decodePlainText } from "./plain-text";

const utf8 = (text: string) => new TextEncoder().encode(text);

describe("decodePlainText", () => {
  it("reads UTF-8 with and without a byte order mark, which it leaves out", () => {
    expect(decodePlainText(utf8("Zürich – „so“"))).toEqual({ text: "Zürich – „so“", encoding: "utf-8" });
    expect(decodePlainText(utf8("\uFEFFZürich"))).toEqual({ text: "Zürich", encoding: "utf-8" });
  });

  it("reads UTF-16 in both byte orders", () => {
    const little = Uint8Array.of(0xff, 0xfe, 0x5a, 0, 0xfc, 0);
    const big = Uint8Array.of(0xfe, 0xff, 0, 0x5a, 0, 0xfc);
    expect(decodePlainText(little)).toEqual({ text: "Zü", encoding: "utf-16le" });
    expect(decodePlainText(big)).toEqual({ text: "Zü", encoding: "utf-16be" });
  });

  it("falls back on windows-1252 for text that is not valid UTF-8", () => {
    const bytes = Uint8Array.of(0x84, 0x5a, 0xfc, 0x72, 0x69, 0x63, 0x68, 0x93, 0x20, 0x80);
    expect(decodePlainText(bytes)).toEqual({ text: "„Zürich“ €", encoding: "windows-1252" });
  });

  it("refuses files that are no text", () => {
    const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d);
    const noise = Uint8Array.from({ length: 4096 }, (_, index) => (index * 73 + 19) % 251 || 7);
    expect(decodePlainText(png)).toEqual({ refusal: "binary" });
    expect(decodePlainText(noise)).toEqual({ refusal: "binary" });
  });

  it("takes a text of exactly the limit and refuses one byte more", () => {
    expect(decodePlainText(new Uint8Array(MAX_TEXT_BYTES).fill(0x61))).toMatchObject({ encoding: "utf-8" });
    expect(decodePlainText(new Uint8Array(MAX_TEXT_BYTES + 1).fill(0x61))).toEqual({ refusal: "tooLarge" });
  });

  it("refuses a file without a word", () => {
    expect(decodePlainText(utf8(" \n\t\n"))).toEqual({ refusal: "empty" });
  });
});
