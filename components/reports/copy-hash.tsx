"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";

const SHOWN_LENGTH = 12;

/** The beginning of a hash; pressing it copies the whole. */
export function CopyHash({ hash, label, copiedLabel }: { hash: string; label: string; copiedLabel: string }) {
  const [isCopied, setIsCopied] = useState(false);

  async function copy(): Promise<void> {
    // The clipboard interface exists on https and localhost only; the title shows the whole hash.
    if (navigator.clipboard === undefined) return;
    await navigator.clipboard.writeText(hash);
    setIsCopied(true);
  }

  return (
    <span className="inline-flex items-center gap-2">
      <Button variant="quiet" size="sm" title={hash} className="-ml-2 font-mono" onClick={copy}>
        {hash.slice(0, SHOWN_LENGTH)}…<span className="sr-only"> {label}</span>
      </Button>
      <span aria-live="polite" className="text-ink-faint text-xs">
        {isCopied ? copiedLabel : null}
      </span>
    </span>
  );
}
