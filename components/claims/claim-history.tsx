"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { useTools } from "@/components/workspace/workspace-context";
import type { ActivityView } from "@/lib/activity/activity-view";
import type { ClaimView } from "@/lib/claims/claim-view";
import { useFieldWords } from "./field-words";

type Loaded = { version: number; entries: readonly ActivityView[] } | "failed" | null;

/** The record of one claim, newest first, with old and new; read when it is opened. */
export function ClaimHistory({ claim }: { claim: ClaimView }) {
  const t = useTranslations("claims.history");
  return (
    <History title={t("title")} claimId={claim.id} version={claim.version}>
      <Ancestors claim={claim} />
    </History>
  );
}

function History({
  title,
  claimId,
  version,
  children,
}: {
  title: string;
  claimId: string;
  version: number;
  children?: ReactNode;
}) {
  const [isOpen, setIsOpen] = useState(false);
  const [attempt, setAttempt] = useState(1);
  return (
    <details
      className="text-sm print:hidden"
      onToggle={(event) => {
        // A history inside this one tells its own.
        if (event.target === event.currentTarget) setIsOpen(event.currentTarget.open);
      }}
    >
      <summary className="w-fit rounded-sm text-ink-faint text-xs hover:text-ink">{title}</summary>
      {isOpen ? (
        <>
          <Entries
            key={attempt}
            claimId={claimId}
            version={version}
            onRetry={() => setAttempt(attempt + 1)}
          />
          {children}
        </>
      ) : null}
    </details>
  );
}

/** The claims in whose place this one stands, each with its own record: "split from claim 7". */
function Ancestors({ claim }: { claim: Pick<ClaimView, "madeFrom"> }) {
  const t = useTranslations("claims.history");
  const isSplit = claim.madeFrom.length === 1;
  return (
    <div className="mt-2 flex flex-col gap-1 empty:hidden">
      {claim.madeFrom.map(({ id, number }) => (
        <Ancestor key={id} claimId={id} title={t(isSplit ? "splitFrom" : "mergedFrom", { number })} />
      ))}
    </div>
  );
}

function Ancestor({ claimId, title }: { claimId: string; title: string }) {
  const t = useTranslations("claims.history");
  return (
    <History title={title} claimId={claimId} version={0}>
      <Predecessor claimId={claimId} failed={t("failed")} />
    </History>
  );
}

/** What an older claim itself was made of; it is deleted, so the workspace does not hold it. */
function Predecessor({ claimId, failed }: { claimId: string; failed: string }) {
  const { api } = useTools();
  const [claim, setClaim] = useState<ClaimView | "failed" | null>(null);
  useEffect(() => {
    let isCurrent = true;
    api
      .getClaim(claimId)
      .then((found) => isCurrent && setClaim(found))
      .catch(() => isCurrent && setClaim("failed"));
    return () => {
      isCurrent = false;
    };
  }, [api, claimId]);
  if (claim === null) return null;
  if (claim === "failed") return <p>{failed}</p>;
  return (
    <>
      <p className="mt-2 text-ink-soft">{claim.wording}</p>
      <Ancestors claim={claim} />
    </>
  );
}

function Entries({ claimId, version, onRetry }: { claimId: string; version: number; onRetry: () => void }) {
  const t = useTranslations("claims.history");
  const common = useTranslations("common");
  const { api, store } = useTools();
  const [loaded, setLoaded] = useState<Loaded>(null);

  // The record belongs to the server: while it is open it is read again for each new version of the claim.
  useEffect(() => {
    let isCurrent = true;
    api
      .listClaimActivity(store.getState().header.id, claimId)
      .then((entries) => isCurrent && setLoaded({ version, entries: [...entries].reverse() }))
      .catch(() => isCurrent && setLoaded("failed"));
    return () => {
      isCurrent = false;
    };
  }, [api, store, claimId, version]);

  if (loaded === null) return <p className="mt-2 text-ink-faint">{common("loading")}</p>;
  if (loaded === "failed") {
    return (
      <p className="mt-2 flex items-center gap-2">
        {t("failed")}
        <Button size="sm" onClick={onRetry}>
          {common("retry")}
        </Button>
      </p>
    );
  }
  return (
    <ol className="mt-2 flex flex-col gap-2">
      {loaded.entries.map((entry) => (
        <Entry key={entry.seq} entry={entry} />
      ))}
    </ol>
  );
}

function Entry({ entry }: { entry: ActivityView }) {
  const t = useTranslations("claims.history");
  const fields = useTranslations("claims.fields");
  const format = useFormatter();
  const wordOf = useFieldWords();
  const kind = `type.${entry.type.replace(".", "_")}` as Parameters<typeof t>[0];
  const names = [...new Set([...Object.keys(entry.before), ...Object.keys(entry.after)])];
  return (
    <li>
      <p className="text-ink-faint text-xs">
        {entry.actor.name} · <time dateTime={entry.at}>{format.dateTime(new Date(entry.at), "dayTime")}</time>{" "}
        · {t.has(kind) ? t(kind) : entry.type}
      </p>
      <ul>
        {names.flatMap((name) => {
          const key = name as Parameters<typeof fields>[0];
          if (!fields.has(key)) return [];
          const before = wordOf(name, entry.before[name]);
          const after = wordOf(name, entry.after[name]);
          // What Beleg proposed and a person said as well.
          const isConfirmed = name === "setAside" && before === after && after !== "";
          if (before === after && !isConfirmed) return [];
          return [
            <li key={name} className="text-ink-soft">
              {fields(key)}:{" "}
              {before === "" || isConfirmed ? null : (
                <>
                  <del>{before}</del> →{" "}
                </>
              )}
              <ins className="no-underline">{after === "" ? t("empty") : after}</ins>
              {isConfirmed ? ` (${t("confirmed")})` : null}
            </li>,
          ];
        })}
      </ul>
    </li>
  );
}
