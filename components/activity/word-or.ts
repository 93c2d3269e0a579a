type Words = { (key: never): string; has: (key: never) => boolean };

/** The word for a key that comes from data, or the fallback where there is none. */
export function wordOr(t: Words, key: string, fallback: string): string {
  const known = key as never;
  return t.has(known) ? t(known) : fallback;
}
