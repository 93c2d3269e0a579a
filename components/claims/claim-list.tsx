"use client";

import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { Kbd } from "@/components/ui/kbd";
import { TabPanel, Tabs } from "@/components/ui/tabs";
import { useTools, useWorkspace } from "@/components/workspace/workspace-context";
import type { WorkspaceState } from "@/components/workspace/workspace-state";
import type { ClaimFilter } from "./claim-filter";
import { CLAIM_FILTERS, matchesFilter } from "./claim-filter";
import { ClaimRow } from "./claim-row";

function countOf(state: WorkspaceState, filter: ClaimFilter): number {
  let count = 0;
  for (const id of state.order) {
    const claim = state.shown.get(id);
    if (claim && matchesFilter(claim, filter)) count += 1;
  }
  return count;
}

/** All claims, what needs work, and what has been found: dense rows, the current one open. */
export function ClaimList() {
  const t = useTranslations("claims.list");
  const { navigation } = useTools();
  const filter = useWorkspace((state) => state.filter);
  const listed = useWorkspace((state) => state.listed);
  const work = useWorkspace((state) => countOf(state, "work"));
  const findings = useWorkspace((state) => countOf(state, "findings"));
  const counts = { all: undefined, work, findings };
  return (
    <Tabs
      label={t("label")}
      value={filter}
      onValueChange={(next) => navigation.setFilter(next)}
      tabs={CLAIM_FILTERS.map((value) => ({ value, label: t(value), count: counts[value] }))}
      className="border-line border-b bg-sunken print:hidden"
    >
      <TabPanel value={filter} className="overflow-y-auto outline-none print:overflow-visible">
        {listed.length === 0 ? (
          <Nothing filter={filter} />
        ) : (
          <ol aria-label={t("label")} data-claim-list>
            {listed.map((claimId) => (
              <ClaimRow key={claimId} claimId={claimId} />
            ))}
          </ol>
        )}
      </TabPanel>
    </Tabs>
  );
}

function Nothing({ filter }: { filter: ClaimFilter }) {
  const t = useTranslations("claims.list");
  const { rights } = useTools();
  const hint = filter === "all" && rights.canEdit ? t.rich("emptyHint", { key: () => <Kbd>C</Kbd> }) : null;
  return (
    <EmptyState className="px-4" title={t(`empty.${filter}`)}>
      {hint}
    </EmptyState>
  );
}
