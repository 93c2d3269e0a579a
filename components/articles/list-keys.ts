/** Keys of the list of articles; each has a visible twin in the line under it. */
export const LIST_KEYS = { next: "j", previous: "k", search: "/", import: "n" } as const;
