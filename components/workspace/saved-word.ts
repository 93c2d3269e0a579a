export type SavedWord = "offline" | "saving" | "conflict" | "unsaved" | "saved";

/** What is said about the changes of this page: the worst that is true, and "saved" only on an answer of the server. */
export function savedWordOf({
  isReachable,
  pending,
  conflicts,
  hasDrafts,
  savedAt,
}: {
  isReachable: boolean;
  pending: number;
  conflicts: number;
  hasDrafts: boolean;
  savedAt: number | null;
}): SavedWord | null {
  if (!isReachable) return "offline";
  if (pending > 0) return "saving";
  if (conflicts > 0) return "conflict";
  if (hasDrafts) return "unsaved";
  return savedAt === null ? null : "saved";
}
