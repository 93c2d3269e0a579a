import { expect, test } from "vitest";
import { looksBinary } from "./looks-binary";

const png = String.fromCharCode(
  0x89,
  0x50,
  0x4e,
  0x47,
  0x0d,
  0x0a,
  0x1a,
  0x0a,
  0,
  0,
  0,
  0x0d,
  0x49,
  0x48,
  0x44,
  0x52,
  0,
  0,
  0,
  1,
);

test("takes a picture, a program and undecodable bytes for what they are", () => {
  expect(looksBinary(png)).toBe(true);
  expect(looksBinary("\u007fELF\u0002\u0001\u0001\0\0\0\0\0\0\0\0\0\u0003")).toBe(true);
  expect(looksBinary("PK\u0003\u0004\ufffd\ufffd\ufffd\ufffd\ufffd")).toBe(true);
});

test("takes text for text, with line breaks, tabs, symbols and a stray control", () => {
  expect(looksBinary("Erste Zeile\r\n\tZweite\f „Zitat“ 😀 – Ende")).toBe(false);
  expect(looksBinary("Ein Text mit einem \0 Zeichen.")).toBe(false);
  expect(looksBinary("")).toBe(false);
});
