import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { ActivityView, ArticleActivity } from "@/lib/activity/activity-view";
import { ARTICLE_ACTIVITIES } from "@/lib/activity/activity-view";
import { changesOf, isNothing, nounOf } from "@/lib/activity/recorded-changes";
import { routes } from "@/lib/routes";
import { RecordedValue } from "./recorded-value";
import { wordOr } from "./word-or";

type Names = ReadonlyMap<string, string>;
function isArticleActivity(type: string): type is ArticleActivity {
  return ARTICLE_ACTIVITIES.some((known) => known === type);
}

type Props = { articleId: string; entries: readonly ActivityView[]; names: Names };

/** The record of an article, oldest first, a heading for each day. */
export function ActivityList({ articleId, entries, names }: Props) {
  const t = useTranslations("activity");
  const format = useFormatter();
  const days = new Map<string, ActivityView[]>();
  for (const entry of entries) {
    const day = format.dateTime(new Date(entry.at), "day");
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return [...days].map(([day, ofDay]) => (
    <section key={day} className="mb-8">
      <h2 className="sticky top-0 z-10 border-line border-b bg-paper py-2 font-semibold text-base">{day}</h2>
      <ol aria-label={t("entriesOf", { day })}>
        {ofDay.map((entry) => (
          <ActivityEntry key={entry.seq} articleId={articleId} entry={entry} names={names} />
        ))}
      </ol>
    </section>
  ));
}

function ActivityEntry({
  articleId,
  entry,
  names,
}: {
  articleId: string;
  entry: ActivityView;
  names: Names;
}) {
  const t = useTranslations("activity");
  const format = useFormatter();
  const noun = nounOf(entry);
  const at = new Date(entry.at);
  return (
    <li className="grid grid-cols-[64px_minmax(0,1fr)] gap-x-4 border-line border-b py-3 sm:grid-cols-[64px_minmax(0,1fr)_auto]">
      <time
        dateTime={entry.at}
        title={format.dateTime(at, "exact")}
        className="text-ink-faint text-sm leading-[22px] tabular-nums"
      >
        {format.dateTime(at, "timeExact")}
      </time>
      <div className="min-w-0">
        <p>
          <span className="font-medium">{entry.actor.id === null ? t("system") : entry.actor.name}</span>{" "}
          <span className="text-ink-soft">
            <WhatHappened articleId={articleId} entry={entry} />
          </span>
        </p>
        <Changes entry={entry} noun={noun} names={names} />
      </div>
      <code
        title={t("hash", { hash: entry.hash })}
        className="text-ink-faint text-xs leading-[22px] max-sm:hidden"
      >
        {entry.seq} · {entry.hash.slice(0, 8)}
      </code>
    </li>
  );
}

function WhatHappened({ articleId, entry }: { articleId: string; entry: ActivityView }) {
  const t = useTranslations("activity.type");
  const { type, claimId, claimNumber } = entry;
  if (!isArticleActivity(type)) return type;
  return t.rich(type, {
    number: claimNumber ?? 0,
    claim: (words) =>
      claimId === null ? (
        words
      ) : (
        <Link
          href={routes.claim(articleId, claimId)}
          className="text-ink underline decoration-line-strong underline-offset-2 hover:decoration-ink"
        >
          {words}
        </Link>
      ),
  });
}

function Changes({ entry, noun, names }: { entry: ActivityView; noun: string; names: Names }) {
  const t = useTranslations("activity");
  const changes = changesOf(entry);
  if (changes.length === 0) return null;
  const isNew = Object.keys(entry.before).length === 0;
  return (
    <dl className="mt-1 grid gap-x-4 gap-y-1 text-sm sm:grid-cols-[128px_minmax(0,1fr)]">
      {changes.map(({ field, before, after }) => {
        // A proposal of Beleg's that a person said as well.
        const isConfirmed = !isNew && !isNothing(after) && before === after;
        return (
          <div key={field} className="sm:contents">
            <dt className="text-ink-faint">{wordOr(t, `field.${field}`, field)}</dt>
            <dd className="min-w-0 whitespace-pre-line wrap-anywhere">
              {isNew || isNothing(before) || isConfirmed ? null : (
                <>
                  <span className="sr-only">{t("before")}</span>
                  <del className="text-ink-faint">
                    <RecordedValue noun={noun} field={field} value={before} names={names} />
                  </del>{" "}
                  <span aria-hidden="true" className="text-ink-faint">
                    →
                  </span>{" "}
                  <span className="sr-only">{t("after")}</span>
                </>
              )}
              <ins className="no-underline">
                <RecordedValue noun={noun} field={field} value={after} names={names} />
              </ins>
              {isConfirmed ? ` (${t("value.confirmed")})` : null}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
