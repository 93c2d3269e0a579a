import { looksBinary } from "@/lib/articles/looks-binary";
import { MAX_TEXT_BYTES } from "@/lib/articles/readable-text";

export type DecodedText =
  | { text: string; encoding: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252" }
  | { refusal: "tooLarge" | "binary" | "empty" };

/** What windows-1252 has at 0x80 to 0x9f; Node's own decoder reads these bytes as control characters. */
const WINDOWS_1252 = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

function decodeWindows1252(bytes: Uint8Array): string {
  return new TextDecoder("latin1")
    .decode(bytes)
    .replace(/[\x80-\x9f]/g, (character) => WINDOWS_1252[character.charCodeAt(0) - 0x80] ?? character);
}

function startsWith(bytes: Uint8Array, ...beginning: number[]): boolean {
  return beginning.every((byte, index) => bytes[index] === byte);
}

function decode(bytes: Uint8Array): {
  text: string;
  encoding: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";
} {
  for (const [encoding, ...mark] of [
    ["utf-16le", 0xff, 0xfe],
    ["utf-16be", 0xfe, 0xff],
  ] as const) {
    if (startsWith(bytes, ...mark)) return { text: new TextDecoder(encoding).decode(bytes), encoding };
  }
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "utf-8" };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { text: decodeWindows1252(bytes), encoding: "windows-1252" };
  }
}

/**
 * Reads the bytes of a text file: by its byte order mark, else as strict UTF-8, else as windows-1252, which is what
 * older systems of newsrooms write. Never returns half a file.
 */
export function decodePlainText(bytes: Uint8Array): DecodedText {
  if (bytes.length > MAX_TEXT_BYTES) return { refusal: "tooLarge" };
  const decoded = decode(bytes);
  if (decoded.text.includes("\0") || looksBinary(decoded.text)) return { refusal: "binary" };
  if (decoded.text.trim() === "") return { refusal: "empty" };
  return decoded;
}
