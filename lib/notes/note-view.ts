export type NoteView = {
  id: string;
  version: number;
  claimId: string | null;
  parentId: string | null;
  body: string;
  /** REPORT notes are printed in the report, INTERNAL ones never leave the desk. */
  visibility: "INTERNAL" | "REPORT";
  authorId: string | null;
  authorName: string;
  createdAt: string;
  resolvedAt: string | null;
  resolvedByName: string | null;
};
