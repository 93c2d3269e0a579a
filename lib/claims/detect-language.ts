import { wordsOf } from "@/lib/text/words-of";

export type ArticleLanguage = "de" | "en" | "other";

const SAMPLE_LENGTH = 20_000;

/** Function words that only one of the two languages has. */
const GERMAN = wordsOf(
  "der die das und den dem ein eine einer einem nicht mit ist von auf für sich zu im auch als wird wurde nach bei aus sind hat haben sein",
);
const ENGLISH = wordsOf(
  "the and of to that it is was for with on his her they are this by at from have has be not which would were",
);

/** The least share of function words that a running text of the language has. */
const LEAST_SHARE = 0.08;

/** Tells German and English apart by their function words; everything else is "other". Looks at 20,000 characters. */
export function detectLanguage(text: string): ArticleLanguage {
  const words =
    text
      .slice(0, SAMPLE_LENGTH)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  const german = words.filter((word) => GERMAN.has(word)).length;
  const english = words.filter((word) => ENGLISH.has(word)).length;
  if (Math.max(german, english) < Math.max(1, words.length * LEAST_SHARE))
    return /[äöüß]/i.test(text.slice(0, SAMPLE_LENGTH)) && words.length < 12 ? "de" : "other";
  return german >= english ? "de" : "en";
}
