"use client";

import { useTranslations } from "next-intl";
import { memo, useId, useMemo } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { Kbd } from "@/components/ui/kbd";
import { TabPanel, Tabs } from "@/components/ui/tabs";
import { useTools, useWorkspace } from "@/components/workspace/workspace-context";
import type { WorkspaceState } from "@/components/workspace/workspace-model";
import { cn } from "@/lib/cn";
import type { ClaimFilter } from "./claim-filter";
import { CLAIM_FILTERS, matchesFilter } from "./claim-filter";
import { ClaimRow, SHARED_RULE } from "./claim-row";
import type { SentenceGroup } from "./group-by-sentence";
import { groupBySentence } from "./group-by-sentence";
import { SentencePreview } from "./sentence-preview";
import { useSentenceText } from "./sentence-words";

function countOf(state: WorkspaceState, filter: ClaimFilter): number {
  let count = 0;
  for (const id of state.order) {
    const claim = state.shown.get(id);
    if (claim && matchesFilter(claim, filter)) count += 1;
  }
  return count;
}

/** All claims, what needs work, what has been found, and what needs no check: dense rows, the current one open. */
export function ClaimList() {
  const t = useTranslations("claims.list");
  const { navigation } = useTools();
  const filter = useWorkspace((state) => state.filter);
  const listed = useWorkspace((state) => state.listed);
  const work = useWorkspace((state) => countOf(state, "work"));
  const findings = useWorkspace((state) => countOf(state, "findings"));
  const aside = useWorkspace((state) => state.progress.setAside);
  const counts = { all: undefined, work, findings, aside };
  const tabs = CLAIM_FILTERS.filter((value) => value !== "aside" || aside > 0 || filter === "aside");
  return (
    <Tabs
      label={t("label")}
      value={filter}
      onValueChange={(next) => navigation.setFilter(next)}
      tabs={tabs.map((value) => ({ value, label: t(value), count: counts[value] }))}
      className="border-line border-b bg-sunken print:hidden"
    >
      <TabPanel value={filter} className="overflow-y-auto outline-none print:overflow-visible">
        {listed.length === 0 ? <Nothing filter={filter} /> : <Sentences listed={listed} />}
      </TabPanel>
    </Tabs>
  );
}

/** The rows, those of one sentence together. */
function Sentences({ listed }: { listed: readonly string[] }) {
  const t = useTranslations("claims.list");
  // Places keep their identity while no claim moves, so that typing does not gather the list anew.
  const anchors = useWorkspace((state) => state.anchors);
  const { store } = useTools();
  const groups = useMemo(() => {
    const sentences = new Map(anchors.map(({ id, sentence }) => [id, sentence]));
    return groupBySentence(
      listed,
      (id) => sentences.get(id) ?? store.getState().shown.get(id)?.sentence ?? null,
    );
  }, [listed, anchors, store]);
  return (
    <SentencePreview>
      <ol aria-label={t("label")} data-claim-list>
        {groups.map(({ key, sentence, claimIds }) => (
          <Sentence key={key} sentence={sentence} claimIds={claimIds.join(" ")} />
        ))}
      </ol>
    </SentencePreview>
  );
}

/** `claimIds` as one word each, so that a group that stays the same is not drawn again. */
const Sentence = memo(function Sentence({
  sentence,
  claimIds,
}: Pick<SentenceGroup, "sentence"> & { claimIds: string }) {
  const id = useId();
  const text = useSentenceText(sentence);
  const language = useWorkspace((state) => state.header.language);
  const ids = claimIds.split(" ");
  const isGroup = ids.length > 1 && text !== null;
  return (
    <li className="border-line border-b">
      <div
        {...(isGroup && { role: "group", "aria-labelledby": id })}
        data-sentence={isGroup || undefined}
        className="group/sentence"
      >
        {isGroup ? (
          <p
            id={id}
            lang={language}
            className={cn("truncate pt-2 pr-4 pl-14 font-serif text-ink-faint text-sm", SHARED_RULE)}
          >
            {text}
          </p>
        ) : null}
        {ids.map((claimId) => (
          <ClaimRow key={claimId} claimId={claimId} />
        ))}
      </div>
    </li>
  );
});

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
