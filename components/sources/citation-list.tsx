"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { useToast } from "@/components/ui/toast";
import { useDraft, useTools } from "@/components/workspace/workspace-context";
import type { ClaimView } from "@/lib/claims/claim-view";
import type { CitationView } from "@/lib/sources/source-view";
import { SourceForm } from "./source-form";
import { safeHref } from "./source-link";

/** The sources of a claim: what each does to it, which it is, where in it, and what it says. */
export function CitationList({ claim, canEdit }: { claim: ClaimView; canEdit: boolean }) {
  const t = useTranslations("sources.citations");
  if (claim.citations.length === 0) return null;
  return (
    <section>
      <h3 className="mb-1 text-ink-faint text-xs">{t("title")}</h3>
      <ul className="flex flex-col gap-1.5">
        {claim.citations.map((citation) => (
          <Citation key={citation.id} claimId={claim.id} citation={citation} canEdit={canEdit} />
        ))}
      </ul>
    </section>
  );
}

function Citation({
  claimId,
  citation,
  canEdit,
}: {
  claimId: string;
  citation: CitationView;
  canEdit: boolean;
}) {
  const vocabulary = useTranslations("vocabulary");
  const [isEditing, setIsEditing] = useState(false);
  const { draft } = useDraft({ recordId: citation.id, field: "source" });
  if (canEdit && (isEditing || draft !== null)) {
    return (
      <li>
        <SourceForm claimId={claimId} citation={citation} onDone={() => setIsEditing(false)} />
      </li>
    );
  }
  const { source } = citation;
  const href = safeHref(source.url);
  const name = source.publisher ? `${source.title}, ${source.publisher}` : source.title;
  return (
    <li className="group grid grid-cols-[6rem_minmax(0,1fr)]">
      <span className="text-ink-soft first-letter:uppercase">{vocabulary(`stance.${citation.stance}`)}</span>
      <div className="min-w-0">
        <p>
          {href ? (
            <a
              href={href}
              target="_blank"
              rel="noopener noreferrer nofollow"
              className="underline underline-offset-4"
            >
              {name}
            </a>
          ) : (
            name
          )}
        </p>
        <Details citation={citation} />
        {citation.excerpt ? (
          <blockquote className="mt-0.5 whitespace-pre-wrap border-line border-l-2 pl-2 font-serif text-ink-soft">
            {citation.excerpt}
          </blockquote>
        ) : null}
        {canEdit ? <Actions claimId={claimId} citation={citation} onEdit={() => setIsEditing(true)} /> : null}
      </div>
    </li>
  );
}

function Details({ citation }: { citation: CitationView }) {
  const t = useTranslations("sources.citations");
  const vocabulary = useTranslations("vocabulary.sourceKind");
  const format = useFormatter();
  const day = (at: string) =>
    format.dateTime(new Date(at), { day: "numeric", month: "numeric", year: "numeric", timeZone: "UTC" });
  const { source } = citation;
  const parts = [
    source.kind === "PAGE" ? null : vocabulary(source.kind),
    source.author,
    source.publishedAt === null ? null : day(source.publishedAt),
    citation.locator,
    source.isPrimary ? t("primary") : null,
    source.isConfidential ? t("confidential") : null,
    citation.accessedAt === null ? null : t("accessed", { date: day(citation.accessedAt) }),
  ].filter((part) => part !== null);
  if (parts.length === 0) return null;
  return <p className="text-ink-faint text-xs first-letter:uppercase">{parts.join(" · ")}</p>;
}

function Actions({
  claimId,
  citation,
  onEdit,
}: {
  claimId: string;
  citation: CitationView;
  onEdit: () => void;
}) {
  const t = useTranslations("sources.citations");
  const common = useTranslations("common");
  const { store } = useTools();
  const { showToast } = useToast();
  const className =
    "rounded-sm text-ink-soft text-xs underline decoration-line underline-offset-2 hover:text-ink hover:decoration-current";
  return (
    <p className="flex gap-3 print:hidden">
      <button
        type="button"
        className={className}
        aria-label={t("editNamed", { title: citation.source.title })}
        onClick={onEdit}
      >
        {t("edit")}
      </button>
      <button
        type="button"
        className={className}
        aria-label={t("detachNamed", { title: citation.source.title })}
        onClick={() => {
          void store.change(claimId, { type: "detachCitation", citationId: citation.id });
          showToast({
            id: "undo",
            text: t("detached", { title: citation.source.title }),
            action: {
              label: common("undo"),
              onPress: () => void store.change(claimId, { type: "reattachCitation", citation }),
            },
          });
        }}
      >
        {t("detach")}
      </button>
    </p>
  );
}
