import { readdirSync } from "node:fs";
import type { MessageFormatElement } from "@formatjs/icu-messageformat-parser";
import { parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { describe, expect, it } from "vitest";
import { LOCALES } from "./locales";
import { MESSAGES } from "./messages";

type Tree = { [key: string]: string | Tree };

/** Every text of a tree under its path in dots. */
function textsOf(tree: Tree, path = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[`${path}${key}`, value]] : textsOf(value, `${path}${key}.`),
  );
}

/** The arguments and tags of an ICU message with their types, wherever in its branches they stand. */
function placeholdersOf(elements: readonly MessageFormatElement[]): string[] {
  const found = elements.flatMap((element): string[] => {
    switch (element.type) {
      case TYPE.literal:
      case TYPE.pound:
        return [];
      case TYPE.plural:
      case TYPE.select:
        return [
          `${element.value}:${element.type}`,
          ...Object.values(element.options).flatMap((option) => placeholdersOf(option.value)),
        ];
      case TYPE.tag:
        return [`<${element.value}>`, ...placeholdersOf(element.children)];
      default:
        return [`${element.value}:${element.type}`];
    }
  });
  return [...new Set(found)].sort();
}

describe.each(Object.keys(MESSAGES.de))("the messages of %s", (namespace) => {
  const [german, english] = LOCALES.map(
    (locale) => new Map(textsOf((MESSAGES[locale] as unknown as Record<string, Tree>)[namespace] ?? {})),
  );

  it("have the same keys in German and English", () => {
    expect([...(english?.keys() ?? [])].sort()).toEqual([...(german?.keys() ?? [])].sort());
  });

  it("have the same placeholders in German and English", () => {
    for (const [key, text] of german ?? []) {
      expect([key, placeholdersOf(parse(english?.get(key) ?? ""))]).toEqual([
        key,
        placeholdersOf(parse(text)),
      ]);
    }
  });

  it("are never empty and never end in a blank", () => {
    for (const [key, text] of [...(german ?? []), ...(english ?? [])]) {
      expect([key, text.trim()]).toEqual([key, text]);
      expect([key, text]).not.toEqual([key, ""]);
    }
  });
});

describe.each(LOCALES)("the folder of %s", (locale) => {
  it("holds no namespace that the interface does not load", () => {
    const files = readdirSync(new URL(`./messages/${locale}`, import.meta.url));
    expect(files.map((file) => file.replace(/\.json$/, "")).sort()).toEqual(Object.keys(MESSAGES.de).sort());
  });
});
