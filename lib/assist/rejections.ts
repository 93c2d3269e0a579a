/** Why a suggestion is refused, in the order in which it is looked at. */
export const REJECTIONS = [
  /** Too long, too short, markup or invisible characters. */
  "shape",
  /** The quoted words do not stand in the sentence. */
  "span",
  "language",
  /** A number, unit or "mindestens" that the text does not state. */
  "number",
  "name",
  /** A negation lost or made up, or a "kaum" or "nur" left out. */
  "negation",
  /** An accusation, a suspicion or a falsehood made a plain fact. */
  "frame",
  /** States what the text asks or makes depend on something. */
  "condition",
  /** A speaker whom the text does not name, or words of a speaker given to the author. */
  "speaker",
  /** In words that are not those of the quotes, in another order, or without a part that cannot be left out. */
  "words",
  /** There is such a claim already. */
  "duplicate",
] as const;
export type Rejection = (typeof REJECTIONS)[number];
