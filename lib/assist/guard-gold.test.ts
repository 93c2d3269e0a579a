import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { isNegation } from "@/lib/claims/negation";
import { splitClaims } from "@/lib/claims/split-claims";
import { contextOf, statingSentences } from "./batches";
import { guardSuggestion } from "./guard";
import { findFullNames } from "./strange-words";

const FOLDER = join(import.meta.dirname, "../claims/fixtures");
type GoldClaim = { wording: string; speaker?: string };
type Gold = { language: string; sentences: { opens: string; claims?: GoldClaim[] }[] };

/** The claims that people wrote for a news text, each with its whole sentence as the quote, and the guard's answer. */
function readGold(name: string) {
  const text = readFileSync(join(FOLDER, `${name}.txt`), "utf8");
  const gold = JSON.parse(readFileSync(join(FOLDER, `${name}.json`), "utf8")) as Gold;
  const { sentences, blocks, quotations, language } = splitClaims(text, { language: gold.language });
  const stating = statingSentences({ blocks, sentences });
  let from = 0;
  const groups = gold.sentences.flatMap(({ opens, claims = [] }) => {
    const at = sentences.findIndex(
      ({ start, end }, index) =>
        index >= from && text.slice(start, end).replace(/\s+/g, " ").startsWith(opens),
    );
    if (at < 0) return [];
    from = at + 1;
    return [{ sentence: at, claims }];
  });
  const passes = (index: number, wording: string, speaker: string | null): boolean => {
    const sentence = sentences[index];
    if (!sentence) return false;
    const outcome = guardSuggestion(
      { sentence: index, wording, quotes: [text.slice(sentence.start, sentence.end)], speaker },
      {
        text,
        language,
        sentence,
        context: contextOf(index, stating).flatMap((one) => sentences[one] ?? []),
        quotations: quotations.map((one) => ({ ...one, speaker: one.speaker?.name ?? null })),
        fullNames: findFullNames(text),
        known: [],
      },
    );
    return "suggestion" in outcome;
  };
  const speakers = [...new Set(quotations.flatMap(({ speaker }) => speaker?.name ?? []))];
  return { groups, passes, speakers, isGerman: gold.language === "de" };
}

const texts = readdirSync(FOLDER)
  .filter((file) => file.endsWith(".json"))
  .map((file) => readGold(file.replace(/\.json$/, "")));

type Changed = { sentence: number; wording: string; speaker: string | null };
type Change = (one: Changed, others: readonly GoldClaim[], text: (typeof texts)[number]) => Changed[];

const NUMBER = /\d+(?:[.,]\d+)*/g;
const words = (wording: string) => wording.split(" ");

const CHANGES: Record<string, Change> = {
  "numbers of two claims of a sentence exchanged": (one, others) =>
    others.flatMap(({ wording: other }) =>
      (one.wording.match(NUMBER) ?? []).flatMap((own) =>
        (other.match(NUMBER) ?? []).flatMap((number) =>
          one.wording.includes(number) ? [] : [{ ...one, wording: one.wording.replace(own, number) }],
        ),
      ),
    ),
  "two numbers of a claim exchanged": (one) => {
    const [first, second] = one.wording.match(NUMBER) ?? [];
    if (first === undefined || second === undefined || first === second) return [];
    const swapped = one.wording.replace(NUMBER, (number) =>
      number === first ? second : number === second ? first : number,
    );
    return [{ ...one, wording: swapped }];
  },
  "a negation added": (one, _others, { isGerman }) =>
    words(one.wording)
      .map((_, at) => at)
      .filter((at, _, { length }) => at === 1 || at === length >> 1 || at === length - 1)
      .map((at) => ({
        ...one,
        wording: words(one.wording)
          .toSpliced(at, 0, isGerman ? "nicht" : "not")
          .join(" "),
      })),
  "a negation removed": (one) => {
    const bare = words(one.wording).filter((word) => !isNegation(word.toLowerCase().replace(/[.,]$/, "")));
    return bare.length < words(one.wording).length ? [{ ...one, wording: bare.join(" ") }] : [];
  },
  "two names exchanged": (one) => {
    const [first, second] = words(one.wording)
      .slice(1)
      .filter((word) => /^\p{Lu}\p{Ll}{2,}$/u.test(word));
    if (first === undefined || second === undefined || first === second) return [];
    const swapped = words(one.wording).map((word) =>
      word === first ? second : word === second ? first : word,
    );
    return [{ ...one, wording: swapped.join(" ") }];
  },
};

const claims = texts.flatMap((text) =>
  text.groups.flatMap(({ sentence, claims: group }) =>
    group.map((claim) => ({
      text,
      one: { sentence, wording: claim.wording, speaker: claim.speaker ?? null },
      others: group.filter((other) => other !== claim),
    })),
  ),
);

describe("the claims that people wrote for the news texts", () => {
  test("pass where they are the words of their sentence", () => {
    const passed = claims.filter(({ text, one }) => text.passes(one.sentence, one.wording, one.speaker));
    expect(passed.length / claims.length).toBeGreaterThan(0.2);
  });

  test.each(Object.entries(CHANGES))(
    "never pass with %s",
    (_, change) => {
      const changed = claims.flatMap(({ text, one, others }) =>
        change(one, others, text).map((now) => ({ text, now })),
      );
      const passed = changed.filter(({ text, now }) => text.passes(now.sentence, now.wording, now.speaker));
      expect(passed.map(({ now }) => now)).toEqual([]);
      expect(changed.length).toBeGreaterThan(20);
    },
    30_000,
  );

  test("never pass for two speakers, or for one and the author", () => {
    const mouths = claims.map(({ text, one }) => ({
      wording: one.wording,
      speakers: [null, ...text.speakers.slice(0, 3)].filter((speaker) =>
        text.passes(one.sentence, one.wording, speaker),
      ),
    }));
    expect(mouths.filter(({ speakers }) => speakers.length > 1)).toEqual([]);
  }, 30_000);
});
