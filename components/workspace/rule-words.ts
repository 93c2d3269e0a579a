"use client";

import { useTranslations } from "next-intl";

/** Says a rule of the server ("tooLong") in the words of the interface. */
export function useRuleWords(): (rule: string) => string {
  const t = useTranslations("workspace.rules");
  return (rule) => {
    const key = rule as Parameters<typeof t>[0];
    return t.has(key) ? t(key) : t("other");
  };
}
