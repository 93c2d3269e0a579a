"use client";

import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { formApi } from "@/components/app-frame/form-api";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import type { SessionView } from "@/lib/members/member-views";
import { ProblemNote } from "./problem-note";
import { useSubmission } from "./use-submission";

/** The browsers in which one is signed in, and how to sign them out from here. */
export function SessionList({ sessions }: { sessions: SessionView[] }) {
  const t = useTranslations("members.sessions");
  const format = useFormatter();
  const router = useRouter();
  const { showToast } = useToast();
  const { submit, isPending, failure } = useSubmission();
  const others = sessions.filter((session) => !session.isCurrent);
  const wordTime = (time: string) => format.dateTime(new Date(time), "dayTime");

  async function end(task: () => Promise<null>, count: number): Promise<void> {
    await submit(async () => {
      await task();
      router.refresh();
      showToast({ id: "sessions", text: t("ended", { count }) });
    });
  }

  return (
    <div className="flex flex-col gap-3">
      <ul className="border-line border-t">
        {sessions.map((session) => (
          <li
            key={session.id}
            className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 gap-y-1 border-line border-b py-1"
          >
            <span className="flex flex-wrap items-center gap-x-3 gap-y-1 tabular-nums">
              {t("started", { time: wordTime(session.startedAt) })}
              {session.isCurrent ? (
                <Badge>{t("current")}</Badge>
              ) : (
                <span className="text-ink-faint">
                  {t("lastSeen", { time: wordTime(session.lastSeenAt) })}
                </span>
              )}
            </span>
            {session.isCurrent ? null : (
              <Button
                size="sm"
                aria-label={t("endNamed", { time: wordTime(session.startedAt) })}
                isPending={isPending}
                onClick={() => end(() => formApi.endSession(session.id), 1)}
              >
                {t("end")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ProblemNote>{failure}</ProblemNote>
      {others.length > 1 ? (
        <Button
          className="self-start"
          isPending={isPending}
          onClick={() => end(() => formApi.endOtherSessions(), others.length)}
        >
          {t("endOthers")}
        </Button>
      ) : null}
    </div>
  );
}
