export const SOURCE_KINDS = ["PAGE", "DOCUMENT", "PERSON", "CALL", "DATASET", "AGENCY_REPORT"] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

export const STANCES = ["SUPPORTS", "CONTRADICTS", "CONTEXT"] as const;
export type Stance = (typeof STANCES)[number];

export type SourceView = {
  id: string;
  version: number;
  kind: SourceKind;
  title: string;
  url: string | null;
  publisher: string | null;
  author: string | null;
  publishedAt: string | null;
  isPrimary: boolean;
  isConfidential: boolean;
  originGroup: string | null;
};

export type CitationView = {
  id: string;
  version: number;
  stance: Stance;
  locator: string | null;
  excerpt: string | null;
  accessedAt: string | null;
  source: SourceView;
};
