import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { Token } from "@/lib/text/tokenize-words";
import { tokenizeWords } from "@/lib/text/tokenize-words";

/** A sentence of a treebank in the words that Beleg makes of it, each with the treebank's own tag. */
export interface TaggedSentence {
  readonly tokens: readonly Token[];
  readonly tags: readonly string[];
}

interface TreebankWord {
  readonly id: string;
  readonly head: string;
  readonly tag: string;
  readonly start: number;
  readonly end: number;
}

/** Reads CoNLL-U, plain or packed with gzip; the tags are the ones of the column XPOS. */
export function readTreebank(path: string): TaggedSentence[] {
  const bytes = readFileSync(path);
  const text = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  return text
    .split(/\n\s*\n/)
    .map((block) => block.split("\n").filter((line) => /^\d/.test(line)))
    .filter((lines) => lines.length > 0)
    .map(sentenceOf);
}

function sentenceOf(lines: readonly string[]): TaggedSentence {
  const { text, words } = placeWords(lines);
  const tokens = tokenizeWords(text, { start: 0, end: text.length });
  const tags = tokens.map((token) =>
    tagOfToken(
      token,
      words.filter(({ start, end }) => start < token.end && end > token.start),
    ),
  );
  return { tokens, tags };
}

/** "zum" is one word of the text and two of the treebank ("zu dem"), which then share its place. */
function placeWords(lines: readonly string[]): { text: string; words: TreebankWord[] } {
  const words: TreebankWord[] = [];
  let text = "";
  let shared = { last: 0, start: 0, end: 0 };
  for (const line of lines) {
    const [id = "", form = "", , , tag = "", , head = "", , , misc = ""] = line.split("\t");
    if (id.includes(".")) continue;
    const space = misc.includes("SpaceAfter=No") ? "" : " ";
    const place = { start: text.length, end: text.length + form.length };
    if (id.includes("-")) {
      shared = { last: Number(id.split("-")[1]), ...place };
      text += form + space;
    } else if (Number(id) <= shared.last) {
      words.push({ id, head, tag, start: shared.start, end: shared.end });
    } else {
      words.push({ id, head, tag, ...place });
      text += form + space;
    }
  }
  return { text, words };
}

/** Of several words in one token the tags of a word and what leans on it are joined ("it's": PRP+VBZ). */
function tagOfToken(token: Token, words: readonly TreebankWord[]): string {
  const [first, second] = words;
  if (!first) throw new Error(`No tag for ${token.text}`);
  if (!second) return first.tag;
  if (first.tag === "APPR") return "APPRART";
  if (words.length === 2 && /['’]/.test(token.text)) {
    if (second.tag === "RB") return first.tag;
    if (/^(?:VB[DZP]|MD|POS)$/.test(second.tag)) return `${first.tag}+${second.tag}`;
  }
  const ids = new Set(words.map(({ id }) => id));
  return (words.find(({ head }) => !ids.has(head)) ?? first).tag;
}
