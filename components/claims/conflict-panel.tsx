"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-area";

type Props = {
  /** The field in words: "Wording". */
  label: string;
  by: string | null;
  at: string | null;
  theirs: string;
  yours: string;
  /** Only a typed text can be merged; of two choices one stays. */
  isText: boolean;
  onKeepTheirs: () => void;
  onKeepMine: (value: string) => void;
  /** Told of every input, so that a merged text survives a reload as well. */
  onType?: (text: string) => void;
};

/** Two answers to one question: theirs, with name and time, and yours. Nothing is lost until a person has chosen. */
export function ConflictPanel({
  label,
  by,
  at,
  theirs,
  yours,
  isText,
  onKeepTheirs,
  onKeepMine,
  onType,
}: Props) {
  const t = useTranslations("claims.conflict");
  const format = useFormatter();
  const id = useId();
  const [merged, setMerged] = useState(yours);
  const time = at === null ? null : format.dateTime(new Date(at), "timeExact");
  const author = by ?? t("somebody");
  return (
    <section
      aria-labelledby={`${id}-title`}
      className="my-2 rounded-md border border-line-strong bg-surface p-3"
    >
      <h3 id={`${id}-title`} className="font-semibold text-base">
        {t("title", { field: label })}
      </h3>
      <p role="alert" className="text-ink-soft text-sm">
        {time === null ? t("lead", { name: author }) : t("leadAt", { name: author, time })}
      </p>
      <div className="mt-2 grid gap-2">
        <div>
          <p id={`${id}-theirs`} className="text-ink-faint text-xs">
            {time === null ? t("theirs", { name: author }) : t("theirsAt", { name: author, time })}
          </p>
          <p aria-describedby={`${id}-theirs`} className="whitespace-pre-wrap border-line border-l-2 pl-2">
            {theirs === "" ? t("empty") : theirs}
          </p>
        </div>
        <div>
          <label htmlFor={`${id}-yours`} className="text-ink-faint text-xs">
            {t("yours")}
          </label>
          {isText ? (
            <TextArea
              id={`${id}-yours`}
              value={merged}
              onChange={(event) => {
                setMerged(event.target.value);
                onType?.(event.target.value);
              }}
            />
          ) : (
            <p id={`${id}-yours`} className="border-line border-l-2 pl-2">
              {yours === "" ? t("empty") : yours}
            </p>
          )}
        </div>
      </div>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button size="sm" onClick={onKeepTheirs}>
          {t("keepTheirs")}
        </Button>
        <Button size="sm" onClick={() => onKeepMine(yours)}>
          {t("keepMine")}
        </Button>
        {isText && merged !== yours ? (
          <Button size="sm" variant="primary" onClick={() => onKeepMine(merged)}>
            {t("saveMerged")}
          </Button>
        ) : null}
      </div>
    </section>
  );
}
