"use client";

import { useTranslations } from "next-intl";
import { useWorkspace } from "@/components/workspace/workspace-context";

const GROUPS: Partial<
  Record<string, "verdict" | "state" | "attributionVerdict" | "kind" | "stance" | "setAside">
> = {
  verdict: "verdict",
  state: "state",
  attributionVerdict: "attributionVerdict",
  kind: "kind",
  stance: "stance",
  setAside: "setAside",
};

/** Says a stored value in the words of the interface: a key of the vocabulary, a person, a text. */
export function useFieldWords(): (field: string, value: unknown) => string {
  const t = useTranslations("vocabulary");
  const card = useTranslations("claims.card");
  const members = useWorkspace((state) => state.members);
  return (field, value) => {
    if (value === null || value === undefined || value === "") {
      return field === "assigneeId" ? card("nobody") : "";
    }
    if (typeof value === "boolean") return card(value ? "yes" : "no");
    if (typeof value === "object" && "wording" in value) return String(value.wording);
    if (field === "assigneeId") return members.find(({ id }) => id === value)?.name ?? card("formerMember");
    const group = GROUPS[field];
    const key = `${group}.${String(value)}` as Parameters<typeof t>[0];
    return group && t.has(key) ? t(key) : typeof value === "object" ? JSON.stringify(value) : String(value);
  };
}
