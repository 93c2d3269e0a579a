"use client";

import { useTranslations } from "next-intl";
import { CHECKLISTS } from "@/lib/claims/checklists";
import type { ClaimView } from "@/lib/claims/claim-view";

/** What to look at for a claim of this kind, behind one quiet line. */
export function ClaimChecklist({ claim }: { claim: Pick<ClaimView, "kind"> }) {
  const t = useTranslations("claims");
  const kinds = useTranslations("vocabulary.kind");
  const kind = (Object.keys(CHECKLISTS) as (keyof typeof CHECKLISTS)[]).find((known) => known === claim.kind);
  if (kind === undefined) return null;
  return (
    <details className="text-sm print:hidden">
      <summary className="w-fit rounded-sm text-ink-faint text-xs hover:text-ink">
        {t("about.checklist", { kind: kinds(kind) })}
      </summary>
      <ul className="mt-1 flex list-disc flex-col gap-0.5 pl-4 text-ink-soft marker:text-ink-faint">
        {CHECKLISTS[kind].map((item) => (
          <li key={item}>{t(`checklist.${kind}.${item}` as Parameters<typeof t>[0])}</li>
        ))}
      </ul>
    </details>
  );
}
