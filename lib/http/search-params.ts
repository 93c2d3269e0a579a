/** The query of a page's address. */
export type SearchParams = { [name: string]: string | string[] | undefined };

/** The first value of a search parameter that may stand in an address several times. */
export function firstOf(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
