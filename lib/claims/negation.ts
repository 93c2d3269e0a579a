import { wordsOf } from "@/lib/text/words-of";

const NEGATIONS = wordsOf(
  "nicht kein keine keinen keinem keiner keines keins keinerlei nie niemals nirgends nirgendwo niemand niemanden niemandem",
  "nichts weder ohne keinesfalls keineswegs mitnichten",
  "not no never none nobody nothing neither nor without nowhere cannot",
);

/** Words that deny what the rest of the sentence says, German and English, in lower case. */
export const isNegation = (word: string): boolean =>
  NEGATIONS.has(word) || word.endsWith("n't") || word.endsWith("n’t");
