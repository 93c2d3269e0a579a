"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useTools } from "@/components/workspace/workspace-context";
import type { SourceView } from "@/lib/sources/source-view";

const SHORTEST_QUERY = 2;
const TYPING_PAUSE_MS = 200;
const MOST = 5;

/** Sources the desk already has that fit what is being typed; picking one reuses it. */
export function SourceSuggestions({
  query,
  onPick,
}: {
  query: string;
  onPick: (source: SourceView) => void;
}) {
  const t = useTranslations("sources.form");
  const { api } = useTools();
  const [found, setFound] = useState<readonly SourceView[]>([]);
  const text = query.trim();

  // What the desk has is on the server; it is asked when the typing pauses.
  useEffect(() => {
    if (text.length < SHORTEST_QUERY) {
      setFound([]);
      return;
    }
    let isCurrent = true;
    const timer = setTimeout(() => {
      api
        .listSources(text)
        .then(({ items }) => isCurrent && setFound(items.slice(0, MOST)))
        .catch(() => isCurrent && setFound([]));
    }, TYPING_PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [api, text]);

  if (found.length === 0) return null;
  return (
    <section aria-label={t("known")}>
      <h4 className="text-ink-faint text-xs">{t("known")}</h4>
      <ul className="-mx-1.5">
        {found.map((source) => (
          <li key={source.id}>
            <button
              type="button"
              className="flex min-h-7 w-full items-baseline gap-2 rounded-sm px-1.5 py-0.5 text-left hover:bg-sunken"
              onClick={() => onPick(source)}
            >
              <span className="min-w-0 flex-1 truncate">{source.title}</span>
              {source.publisher ? (
                <span className="max-w-[40%] truncate text-ink-faint text-xs">{source.publisher}</span>
              ) : null}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
